import type { PersonalData } from '#commands/log/ports-personal-data';
import {
  type Fact,
  type FactContent,
  type FactData,
  type FactEvent,
  type FactRefusal,
  fact,
  factSubject,
  introduces,
  type Owner,
  ownerOf,
} from '#domain/platform/fact';
import { sealedFact } from '#domain/platform/fact-privacy';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, Handled } from '#runtime/command-handler';
import type { Cause } from '#runtime/metadata';
import { sha256, uuidFrom } from '#runtime/random';
import type { Directory, UpToDate } from './ports.ts';

export type FactOutcome = {
  readonly id: string;
  readonly outcome: 'accepted' | 'duplicate' | 'waiting' | 'refused';
  readonly problem?: { readonly code: string; readonly status: number; readonly detail: string };
};
export type Received = { readonly results: readonly FactOutcome[]; readonly position: number };

type FactHandled = Handled<Fact, FactEvent, FactRefusal>;
type Place = { readonly accountId: number | null; readonly siteId: number | null };

/** One stream per (source, id): what makes an id unique per source, whoever sends it when. */
export const factStream = (source: string, id: string): string =>
  `fact-${sha256(JSON.stringify([source, id])).slice(0, 40)}`;

/** So many facts that introduce nobody are appended side by side, sharing commits. */
const SIDE_BY_SIDE = 64;

/** What they say takes the place of what one before said of something else: each is told before what follows it. */
const IN_ORDER: ReadonlySet<FactContent['type']> = new Set([
  ...(['UserRegistered', 'AccountPlanChanged', 'SiteIntegrationConnected', 'SiteIntegrationDisconnected'] as const),
  ...(['BlueprintGenerated', 'BlueprintApproved'] as const),
]);

export type FactCommands = ReturnType<typeof factCommands>;

export function factCommands(deps: {
  handler: CommandHandler;
  clock: Clock;
  directory: Directory;
  upToDate: UpToDate;
  personal: PersonalData;
}) {
  const { handler, clock, directory, upToDate, personal } = deps;

  /** Owners that this very batch introduced, before any read model shows them. */
  class Known {
    readonly #fresh = new Map<string, Place>();
    async find(owner: Owner): Promise<Place | null> {
      return this.#fresh.get(`${owner.kind}:${owner.id}`) ?? (await directory.owner(owner));
    }
    add(owner: Owner, place: Place): void {
      this.#fresh.set(`${owner.kind}:${owner.id}`, place);
    }
  }

  async function receiveOne(
    content: FactContent,
    known: Known,
    cause: Cause,
  ): Promise<FactOutcome & { position: number }> {
    const owner = ownerOf(content.type, content.data);
    const place = owner ? await known.find(owner) : { accountId: content.data['account_id'] as number, siteId: null };
    const moved = await siteMoved(content, known);
    if (moved) return { id: content.fact_id, outcome: 'refused', problem: moved, position: 0 };
    const stream = factStream(content.source, content.fact_id);
    const subject = introduces(content.type, content.data);
    const siteId = subject?.kind === 'site' ? Number(subject.id) : (place?.siteId ?? null);
    const whose: Cause = {
      ...cause,
      commandId: uuidFrom(cause.commandId, stream, JSON.stringify(content)),
      accountId: place?.accountId ?? null,
      siteId,
    };
    const handled: FactHandled = await handler.handle(
      fact,
      stream,
      { type: 'Receive', stream, content, waitingFor: place ? null : owner, now: clock.now() },
      whose,
    );
    if (!handled.ok) {
      return {
        id: content.fact_id,
        outcome: 'refused',
        problem: { code: handled.refusal.code, status: 409, detail: handled.refusal.message },
        position: 0,
      };
    }
    if (subject && handled.state.status === 'applied')
      known.add(subject, { accountId: place?.accountId ?? null, siteId });
    const waiting = handled.state.status === 'held';
    const outcome = waiting ? 'waiting' : handled.unchanged ? 'duplicate' : 'accepted';
    return { id: content.fact_id, outcome, position: handled.position };
  }

  /** A site belongs to one account (spec 1): a fact that says otherwise is refused. */
  async function siteMoved({ type, data }: FactContent, known: Known) {
    if (type !== 'SiteRegistered') return null;
    const place = await known.find({ kind: 'site', id: data['site_id'] as number });
    if (!place || place.accountId === data['account_id']) return null;
    return {
      code: 'site_of_other_account',
      status: 409,
      detail: `site ${String(data['site_id'])} belongs to another account`,
    };
  }

  return {
    /** Receives facts in the order sent; one bad item refuses itself only. From here on names and addresses are sealed. */
    async receive(plain: readonly FactContent[], cause: Cause): Promise<Received> {
      const contents: FactContent[] = [];
      for (const content of plain)
        contents.push(await sealedFact(content, (sealing, text) => personal.seal(sealing, text)));
      await upToDate();
      const known = new Known();
      const results: (FactOutcome & { position: number })[] = [];
      let beside: FactContent[] = [];
      const subjects = new Set<string>();
      const flush = async () => {
        const batch = beside;
        beside = [];
        subjects.clear();
        results.push(...(await Promise.all(batch.map((content) => receiveOne(content, known, cause)))));
      };
      for (const content of contents) {
        const alone = introduces(content.type, content.data) !== null || IN_ORDER.has(content.type);
        const subject = factSubject(content.type, content.data);
        const follows = subject !== null && subjects.has(subject);
        const repeats = beside.some((other) => other.fact_id === content.fact_id);
        if (alone || follows || repeats || beside.length >= SIDE_BY_SIDE) await flush();
        if (alone) results.push(await receiveOne(content, known, cause));
        else {
          beside.push(content);
          if (subject !== null) subjects.add(subject);
        }
      }
      await flush();
      const position = Math.max(0, ...results.map((result) => result.position));
      return { results: results.map(({ position: _, ...result }) => result), position };
    },

    /** Applies a held fact whose owner is known by now. False where the owner is still not known. */
    async release(stream: string, cause: Cause): Promise<boolean> {
      const { state } = await handler.load(fact, stream);
      if (state.status !== 'held') return state.status === 'applied';
      const place = await directory.owner(state.waitingFor);
      if (!place) return false;
      const data: FactData = state.content.data;
      const subject = introduces(state.content.type, data);
      const siteId = subject?.kind === 'site' ? Number(subject.id) : place.siteId;
      const released = await handler.handle(
        fact,
        stream,
        { type: 'Release', now: clock.now() },
        { ...cause, accountId: place.accountId, siteId },
      );
      return released.ok;
    },
  };
}
