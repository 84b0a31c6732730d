import type { PersonalData } from '#commands/log/ports-personal-data';
import { fold } from '#domain/kernel/fold';
import type { AccountId, BrandingId, MemberId, UserId } from '#domain/kernel/ids';
import type { Language } from '#domain/kernel/language';
import { memberSubject } from '#domain/log/personal-data';
import {
  type May,
  type MemberEvent,
  type MemberHand,
  type MemberRefusal,
  type Members,
  members,
  NAMES_THE_SELLER,
  type StaffRole,
} from '#domain/platform/member';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, Handled } from '#runtime/command-handler';
import type { EventCodec } from '#runtime/event-codec';
import type { EventStore } from '#runtime/event-store';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';

/** The brand that an account's people know us by; null where that is the house's own. */
export type BrandingOf = (accountId: number) => Promise<BrandingId | null>;
/** What a brand lacks before mail and links can go out in its name; null where nothing. */
export type UnreadyOf = (brand: BrandingId) => Promise<string | null>;

/** The language that an account reads its reports in; null where it has none. */
export type LanguageOf = (accountId: number) => Promise<Language | null>;

export type InviteMember = {
  readonly accountId: AccountId | null;
  readonly name: string;
  readonly email: string;
  readonly may: readonly May[];
  readonly role: StaffRole | null;
  readonly userId: UserId | null;
  readonly language: Language;
};
export type MemberChange = {
  readonly may?: readonly May[] | undefined;
  readonly language?: Language | undefined;
};
export type MemberResult = Handled<Members, MemberEvent, MemberRefusal>;
export type MemberCommands = ReturnType<typeof memberCommands>;
/** By whom, and the revision of the member that they saw. */
type Asked = { readonly by: MemberHand; readonly seen?: number | undefined };

const stream = (account: number | null): string => `members-${account ?? 'staff'}`;
/** Folded members of so many accounts are kept in memory; the oldest go first. */
const MOST_KEPT = 2_000;

/** Who belongs to an account, and the staff: one stream an account, so that it knows who is the last to approve. */
export function memberCommands(deps: {
  readonly handler: CommandHandler;
  readonly store: Pick<EventStore, 'readStream'>;
  readonly codec: EventCodec;
  readonly ids: IdAllocator;
  readonly clock: Clock;
  readonly personal: Pick<PersonalData, 'seal'>;
  readonly brandingOf: BrandingOf;
  readonly unreadyOf: UnreadyOf;
}) {
  const { handler, store, codec, ids, clock, personal, brandingOf, unreadyOf } = deps;
  const kept = new Map<string, Members>();

  /** The members as the log has them now: only what came since this process last looked is read. */
  async function of(account: number | null): Promise<Members> {
    const name = stream(account);
    const known = kept.get(name) ?? members.initial;
    const events = await store.readStream(name, { from: known.revision + 1 });
    if (events.length === 0) return known;
    const now = fold((state, event) => members.evolve(state, codec.decode(event)), events, known);
    kept.delete(name);
    kept.set(name, now);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return now;
  }

  return {
    of,

    /** Name and address are sealed under keys of their own. Refuses `duplicate` with the id of the one that there is. */
    async invite(wanted: InviteMember, cause: Cause): Promise<MemberResult & { readonly id: MemberId }> {
      const { accountId, may, role, userId: user_id, language } = wanted;
      const id = (await ids.allocate('member', cause.commandId)) as MemberId;
      const name = await personal.seal({ under: memberSubject(id) }, wanted.name);
      const email = await personal.seal({ under: 'address' }, wanted.email);
      const invited = { name, email, may, role, user_id, language };
      const command = { type: 'Invite' as const, id, accountId, ...invited, now: clock.now() };
      return { ...(await handler.handle(members, stream(accountId), command, { ...cause, accountId })), id };
    },

    change(account: AccountId | null, id: MemberId, change: MemberChange, asked: Asked, cause: Cause) {
      const command = { type: 'Change' as const, id, ...change, ...asked, now: clock.now() };
      return handler.handle(members, stream(account), command, { ...cause, accountId: account });
    },

    remove(account: AccountId | null, id: MemberId, asked: Asked, cause: Cause): Promise<MemberResult> {
      const command = { type: 'Remove' as const, id, ...asked, now: clock.now() };
      return handler.handle(members, stream(account), command, { ...cause, accountId: account });
    },

    join(account: AccountId | null, id: MemberId, cause: Cause): Promise<MemberResult> {
      const command = { type: 'Join' as const, id, now: clock.now() };
      return handler.handle(members, stream(account), command, { ...cause, accountId: account });
    },

    /** Why nobody of that account can be written to: its agency's brand lacks something. Null where nothing is lacking. */
    async unready(account: number): Promise<string | null> {
      const brand = await brandingOf(account);
      return brand === null ? null : unreadyOf(brand);
    },

    /** What nobody holds for that account. */
    withheld: async (account: number | null): Promise<readonly May[]> =>
      account !== null && (await brandingOf(account)) !== null ? NAMES_THE_SELLER : [],
  };
}
