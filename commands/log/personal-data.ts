import { dayOf, type Zone } from '#domain/kernel/calendar';
import { type Day, maxDay, plusDays } from '#domain/kernel/time';
import { counted } from '#domain/kernel/words';
import { erasePersonalData } from '#domain/log/effects';
import {
  accountSubject,
  ERASED,
  type ErasedKind,
  type Kept,
  memberSubject,
  personalData,
  recipientSubject,
  type SealedToken,
  type SubjectKind,
  tokensIn,
  userSubject,
} from '#domain/log/personal-data';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { EventStore, RecordedEvent } from '#runtime/event-store';
import type { Job } from '#runtime/jobs';
import { type Cause, metadataOf } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';
import { done, type Handlers, handlersOf, internally } from '#runtime/typed-effects';
import type { ForgetOutside, PersonalData } from './ports-personal-data.ts';
import type { ProofLog } from './ports-proof-log.ts';
import { eventsOf } from './sealed-events.ts';

export type PersonalDataCommands = ReturnType<typeof personalDataCommands>;

/** Deletes the keys that an erasure named; deleted already, that is all the same. */
export const erasureEffects = (personal: Pick<PersonalData, 'erase'>): Handlers =>
  handlersOf([erasePersonalData], {
    erase_personal_data: internally(async ({ payload }) => {
      await personal.erase(payload.keys);
      return done({});
    }),
  });

/** Where addresses of an account's people stand besides the facts about them. */
const CONFIGURED = [
  'ManagedSubscriptionCreated',
  'ServiceConfigChanged',
  'BillingDetailsSet',
  'ReportSendingStarted',
  'MemberInvited',
];
const KEPT_SUBJECT = /^(invoice|account|member)-(\d+)$/;
/** What tells of a subject, and by which field. */
const TELLS = {
  account: ['AccountRegistered', 'account_id'],
  user: ['UserRegistered', 'user_id'],
  member: ['MemberInvited', 'member_id'],
} as const satisfies Record<SubjectKind, readonly [type: string, field: string]>;
const SUBJECTS = { account: accountSubject, user: userSubject, member: memberSubject };
/** What events of disputes tell that matters here; they are of a room to the right. */
type DisputeTold = { readonly dispute_id: number; readonly due_by?: string | null; readonly on: string };
/** Days that a dispute may take where nobody says by when it is to be answered, and those that one takes after that. */
const DAYS_OF_DISPUTE = 90;

/** Erasure by key (spec 6): what people are named by becomes unreadable everywhere, and every proof still holds. */
export function personalDataCommands(deps: {
  readonly handler: CommandHandler;
  readonly store: EventStore;
  readonly log: ProofLog;
  readonly personal: PersonalData;
  readonly forgetOutside: ForgetOutside;
  readonly clock: Clock;
  readonly zone: Zone;
}) {
  const { handler, store, log, personal, forgetOutside, clock, zone } = deps;
  const all = eventsOf(store, log);
  const stream = (kind: ErasedKind, id: number) => `personal-data-${kind}-${id}`;

  /** The facts that tell of the subject, those that wait for their owner among them. */
  async function tellingOf(kind: SubjectKind, id: number): Promise<readonly RecordedEvent[]> {
    const [type, field] = TELLS[kind];
    const told = await all({ types: [type] }, ({ data }) => data[field] === id);
    const held = await all(
      { types: ['FactHeld'] },
      ({ data }) => data['type'] === type && (data['data'] as Record<string, unknown>)[field] === id,
    );
    return [...told, ...held];
  }

  /** Addresses that an account's reports go to, and its members with theirs; of users' addresses none: they are persons of their own. */
  async function recipientsOf(account: number): Promise<readonly SealedToken[]> {
    const configured = await all({ types: CONFIGURED, accounts: [account] });
    const users = await all({ types: ['UserRegistered'] });
    const theirs = new Set(users.flatMap(({ data }) => tokensIn(String(data['email'])).map(({ subject }) => subject)));
    return configured.flatMap(({ dataText }) => tokensIn(dataText)).filter(({ subject }) => !theirs.has(subject));
  }

  /** Whom invoices were made out to, which must be kept for a while (ruling 3.2). */
  async function keptOf(account: number): Promise<Kept[]> {
    const issued = await all({ types: ['InvoiceIssued'], accounts: [account] });
    const subjects = issued.map(({ data }) => recipientSubject(Number(data['invoice_id'])));
    const kept = await personal.keptUntil(subjects);
    const until = kept.map((each) => each.until).sort();
    const last = until.at(-1);
    if (last === undefined) return [];
    const what = `the recipient on ${counted(kept.length, 'invoice')}`;
    return [{ what, why: 'invoices must be kept legible by law (INVOICE_RETENTION_YEARS)', until: last as Day }];
  }

  /** Through which day an open dispute is to be expected; null where the account has none (spec 13, 4.10). */
  async function disputedUntil(account: number): Promise<{ readonly id: number; readonly until: Day } | null> {
    const told = await all({ types: ['InvoiceDisputeOpened', 'InvoiceDisputeClosed'], accounts: [account] });
    const of = (type: string) => told.filter((event) => event.type === type).map(({ data }) => data as DisputeTold);
    const closed = new Set(of('InvoiceDisputeClosed').map(({ dispute_id }) => dispute_id));
    const open = of('InvoiceDisputeOpened').filter(({ dispute_id }) => !closed.has(dispute_id));
    const last = open.map(({ dispute_id, due_by, on }) => ({
      id: dispute_id,
      until: plusDays((due_by ?? on).slice(0, 10) as Day, DAYS_OF_DISPUTE),
    }));
    const [latest] = last.sort((a, b) => (a.until < b.until ? 1 : -1));
    if (!latest) return null;
    // One that takes longer than that is looked at again.
    return { ...latest, until: maxDay(latest.until, plusDays(dayOf(clock.now(), zone), 1)) };
  }

  const accountOfMember = async (id: number): Promise<number | null> => {
    const [invited] = await tellingOf('member', id);
    return invited ? metadataOf(invited).account_id : null;
  };

  async function erase(
    kind: ErasedKind,
    id: number,
    input: { readonly keys: Awaited<ReturnType<PersonalData['keys']>>; readonly kept: readonly Kept[] },
    reason: string | null,
    cause: Cause,
  ) {
    const command = { type: 'Erase' as const, kind, id, ...input, reason, now: clock.now() };
    const done = await handler.handle(personalData, stream(kind, id), command, cause);
    if (done.ok) await personal.erase(done.events.flatMap(({ data }) => data.keys));
    return done;
  }

  return {
    load: (kind: ErasedKind, id: number) => handler.load(personalData, stream(kind, id)),

    /** True where facts have ever told of the subject. */
    async knows(kind: SubjectKind, id: number): Promise<boolean> {
      await log.sealThrough((await store.head()).position);
      return (await tellingOf(kind, id)).length > 0;
    },

    /**
     * Deletes the keys of a person and of their addresses. What stands outside in the clear (a sandbox's outbox) goes first,
     * so that a crash in between leaves a request to repeat and not a text that nobody can find any more.
     */
    async erase(kind: SubjectKind, id: number, reason: string | null, cause: Cause) {
      await log.sealThrough((await store.head()).position);
      const own = SUBJECTS[kind](id);
      // What its members are named by, and wrote, is the account's to have erased.
      const isOwn = (subject: string) => subject === own || (kind === 'account' && subject.startsWith('member-'));
      const told = (await tellingOf(kind, id)).flatMap(({ dataText }) => tokensIn(dataText));
      const tokens = [...told, ...(kind === 'account' ? await recipientsOf(id) : [])];
      const theirs = tokens.filter(({ subject }) => isOwn(subject) || subject.startsWith('address-'));
      const keys = await personal.keys([...new Set([own, ...theirs.map(({ subject }) => subject)])]);
      const plain = await Promise.all(
        [...new Set(theirs.map(({ token }) => token))].map((each) => personal.open(each)),
      );
      const disputed = kind === 'account' ? await disputedUntil(id) : null;
      const gone = disputed === null ? keys : keys.filter(({ subject }) => !isOwn(subject));
      if (disputed !== null)
        await personal.keep(
          keys.filter(({ subject }) => isOwn(subject)),
          disputed.until,
        );
      await forgetOutside(plain.filter((text) => text !== ERASED));
      const kept = [...(kind === 'account' ? await keptOf(id) : []), ...(disputed === null ? [] : [keptFor(disputed)])];
      return erase(kind, id, { keys: gone, kept }, reason, cause);
    },

    /** Deletes keys that had to be kept until yesterday; answers how many. Those of a dispute that is still open are kept on. */
    async eraseExpired(today: Day, cause: Cause): Promise<number> {
      await log.sealThrough((await store.head()).position);
      let count = 0;
      for (const key of await personal.expired(today)) {
        const [, named, number] = KEPT_SUBJECT.exec(key.subject) ?? [];
        const kind = named === 'account' || named === 'member' ? named : 'invoice';
        const id = Number(number ?? 0);
        const account = kind === 'member' ? await accountOfMember(id) : kind === 'account' ? id : null;
        const disputed = account === null ? null : await disputedUntil(account);
        if (disputed !== null) {
          await personal.keep([key], disputed.until);
          continue;
        }
        const own = { ...cause, commandId: uuidFrom(cause.commandId, key.subject, key.generation) };
        await erase(kind, id, { keys: [key], kept: [] }, 'no longer to be kept', own);
        count += 1;
      }
      return count;
    },
  };
}

const keptFor = ({ id, until }: { readonly id: number; readonly until: Day }): Kept => ({
  what: 'the account’s name, texts and files',
  why: `dispute ${id} is open`,
  until,
});

export const expiredRecipientsJob = (
  commands: Pick<PersonalDataCommands, 'eraseExpired'>,
  { clock, zone }: { readonly clock: Clock; readonly zone: Zone },
): Job => ({
  name: 'erase_expired_recipients',
  schedule: { kind: 'monthly', at: '02:30' },
  run: async ({ cause }) =>
    `${counted(await commands.eraseExpired(dayOf(clock.now(), zone), cause), 'recipient')} erased who had to be kept until now`,
});
