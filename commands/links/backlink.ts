import type { FeatureGateCommands } from '#commands/plans/feature-gate';
import type { IndexingCredits } from '#commands/plans/indexing-credit';
import type { IndexingRequestId } from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import { backlink } from '#domain/links/backlink';
import { indexingRefusal } from '#domain/links/backlink-indexing';
import type {
  BacklinkCommand,
  BacklinkEvent,
  BacklinkRefusal,
  Entitlement,
  OpenIndexing,
} from '#domain/links/backlink-messages';
import type { BacklinkOrderEvent } from '#domain/links/backlink-order-messages';
import type { Backlink, KnownBacklink } from '#domain/links/backlink-state';
import { indexingService } from '#domain/links/indexing-service';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, Handled, HandleOptions } from '#runtime/command-handler';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';
import type { IndexingPort } from './ports-backlinks.ts';
import type { PriceBookCommands } from './price-book.ts';

export type BacklinkResult = Handled<Backlink, BacklinkEvent, BacklinkRefusal>;
export type BacklinkCommands = ReturnType<typeof backlinkCommands>;
type Placed = Extract<BacklinkOrderEvent, { type: 'OrderLinkPlaced' }>['data'];
type Without<C> = C extends unknown ? Omit<C, 'now'> : never;

/** What became of one of many submissions. */
export type Submitted =
  | { readonly id: number; readonly requestId: number; readonly position: number }
  | { readonly id: number; readonly refusal: { readonly code: string; readonly reason: string } };

/** Links of a bulk submission that are worked on at the same time. */
const AT_ONCE = 16;
const stream = (id: number): string => `backlink-${id}`;

export function backlinkCommands(deps: {
  readonly handler: CommandHandler;
  readonly ids: IdAllocator;
  readonly clock: Clock;
  readonly activePro: (siteId: number) => Promise<number | null>;
  readonly credits: IndexingCredits;
  readonly indexing: Pick<IndexingPort, 'order' | 'services' | 'indexNow'>;
  readonly priceBook: PriceBookCommands;
  readonly features: FeatureGateCommands;
}) {
  const { handler, ids, clock, activePro, credits, indexing, priceBook, features } = deps;
  const on = (
    id: number,
    command: Without<BacklinkCommand>,
    cause: Cause,
    options?: HandleOptions,
  ): Promise<BacklinkResult> =>
    handler.handle(backlink, stream(id), { ...command, now: clock.now() } as BacklinkCommand, cause, options);
  const load = (id: number) => handler.load(backlink, stream(id));

  /** What was found out on one occasion: of many links it is the same for every link of a site or an account, credits aside. */
  type Entitled = { readonly by: Entitlement | null; readonly takesCredit: boolean };
  type Occasion = {
    readonly sites: Map<number, Promise<Entitled>>;
    readonly plans: Map<number, Promise<boolean>>;
  };
  const occasion = (): Occasion => ({ sites: new Map(), plans: new Map() });

  async function entitledOnce(state: KnownBacklink, known: Occasion, cause: Cause): Promise<Entitled> {
    const before = await known.sites.get(state.ref.site_id);
    if (before?.by === 'plan' || before?.by === 'managed_pro') return before;
    const found = entitlement(state, known, cause);
    known.sites.set(state.ref.site_id, found);
    return found;
  }

  /** Whether the account's plan includes indexing: a gate, which is asked once an occasion. */
  function planIncludes(account: number, { plans }: Occasion, cause: Cause): Promise<boolean> {
    const before = plans.get(account);
    if (before !== undefined) return before;
    const asked = features
      .ask(account, 'backlink_indexing', true, cause)
      .then(({ allowed, source }) => allowed && source !== 'add_on');
    plans.set(account, asked);
    return asked;
  }

  /** A replacement takes over the credit of the link that it replaces, and of the one before that (ruling 1.22). */
  async function paidFor(account: number, link: number): Promise<boolean> {
    if (await credits.paidFor(account, link)) return true;
    const { state } = await load(link);
    const before = state.status === 'none' ? null : state.placement.replaces_id;
    return before !== null && paidFor(account, before);
  }

  /** What entitles the link to indexing, the cheapest for the client first (spec 3.4). */
  async function entitlement(state: KnownBacklink, known: Occasion, cause: Cause): Promise<Entitled> {
    const { account_id, site_id } = state.ref;
    if (await planIncludes(account_id, known, cause)) return { by: 'plan', takesCredit: false };
    if ((await activePro(site_id)) !== null) return { by: 'managed_pro', takesCredit: false };
    const { replaces_id } = state.placement;
    if (replaces_id !== null && (await paidFor(account_id, replaces_id))) return { by: 'boost', takesCredit: false };
    return (await credits.balance(account_id)) > 0
      ? { by: 'boost', takesCredit: true }
      : { by: null, takesCredit: false };
  }

  async function opening(
    state: KnownBacklink,
    because: OpenIndexing['because'],
    cause: Cause,
    known: Occasion = occasion(),
  ): Promise<OpenIndexing> {
    const name = cause.commandId;
    const { by, takesCredit } = await entitledOnce(state, known, cause);
    const { book } = await priceBook.current();
    const costs = book.indexing as Readonly<Record<string, { readonly booked?: number } | undefined>>;
    const services = indexing.order
      .filter((service) => indexing.services[service] !== undefined)
      .map((service) => ({ name: service, cost: costs[service]?.booked ?? 0 }));
    // An id is used up only where a request can be opened.
    const given = { entitled: by !== null, services: services.length };
    const opens = by !== null && (because === 'review' || indexingRefusal(state, given) === null);
    return {
      requestId: (opens
        ? await ids.allocate('indexing-request', uuidFrom('open-indexing', name))
        : 0) as IndexingRequestId,
      because,
      entitledBy: by,
      takesCredit,
      services,
      indexNow: indexing.indexNow.holds(state.placement.source_url),
    };
  }

  async function submit(id: number, cause: Cause, known: Occasion): Promise<Submitted> {
    const { state } = await load(id);
    if (state.status === 'none') return { id, refusal: { code: 'not_found', reason: 'there is no such backlink' } };
    const own = { ...cause, commandId: uuidFrom(cause.commandId, 'submit', id) };
    const open = await opening(state, 'submitted', own, known);
    const refusal = indexingRefusal(state, { entitled: open.entitledBy !== null, services: open.services.length });
    const whose = { ...own, accountId: state.ref.account_id, siteId: state.ref.site_id };
    const done = await on(id, { type: 'RequestIndexing', ...open }, whose);
    if (!done.ok) return { id, refusal: { code: done.refusal.code, reason: done.refusal.message } };
    const requested = done.events.find(({ type }) => type === 'IndexingRequested');
    if (requested?.type === 'IndexingRequested')
      return { id, requestId: requested.data.request_id, position: done.position };
    return { id, refusal: refusal ?? { code: 'already_requested', reason: 'a request was opened meanwhile' } };
  }

  return {
    load,
    run: on,

    /** The link's own stream, as its order's event says; written once, however often it is asked for. */
    open(placed: Placed, cause: Cause): Promise<BacklinkResult> {
      const { backlink_id, order_id, account_id, site_id, tier, dr_floor, campaign_id } = placed;
      const { vendor, vendor_reference, source_url, source_domain, target_url, anchor_text } = placed;
      const placement = {
        vendor,
        vendor_reference,
        source_url,
        source_domain,
        target_url,
        anchor_text,
        cost_cents: placed.cost_cents,
        replaces_id: placed.replaces_id,
      };
      const { guarantee } = placed;
      const ref = { backlink_id, order_id, account_id, site_id };
      return on(
        backlink_id,
        { type: 'Place', ref, placement, tier, drFloor: dr_floor, campaignId: campaign_id, guarantee },
        { ...cause, commandId: uuidFrom('open-backlink', backlink_id), accountId: account_id, siteId: site_id },
      );
    },

    /** Follows a correction that the order took, as its saga does; a command of its own, on a stream of its own. */
    correctCost: (id: number, cost: Cents, reason: string, cause: Cause): Promise<BacklinkResult> =>
      on(id, { type: 'CorrectCost', cost, reason }, { ...cause, commandId: uuidFrom(cause.commandId, 'link') }),

    /** For a job that goes through many links: what it finds out once holds for all of them. */
    occasion,

    /** Opens an indexing request for the link where nothing speaks against it; else keeps the reason. */
    async requestIndexing(
      id: number,
      because: OpenIndexing['because'],
      cause: Cause,
      known: Occasion = occasion(),
    ): Promise<BacklinkResult> {
      const { state } = await load(id);
      if (state.status === 'none')
        return { ok: false, refusal: { code: 'not_found', message: 'there is no such backlink' }, revision: -1 };
      const open = await opening(state, because, cause, known);
      const whose = { ...cause, accountId: state.ref.account_id, siteId: state.ref.site_id };
      return on(id, { type: 'RequestIndexing', ...open }, whose);
    },

    /** The same for many, some at a time; each is answered with its request, or with why it has none. */
    async requestMany(ids: readonly number[], cause: Cause): Promise<Submitted[]> {
      const known = occasion();
      const answers: Submitted[] = [];
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const slice = ids.slice(from, from + AT_ONCE);
        answers.push(...(await Promise.all(slice.map((id) => submit(id, cause, known)))));
      }
      return answers;
    },

    async review(
      id: number,
      input: { requestId: IndexingRequestId; outcome: 'accept_failure' | 'retry'; note: string | null },
      cause: Cause,
    ): Promise<BacklinkResult> {
      const { state } = await load(id);
      const open = input.outcome === 'retry' && state.status !== 'none' ? await opening(state, 'review', cause) : null;
      return on(id, { type: 'ReviewIndexing', ...input, open }, cause);
    },

    flagService: (service: string, error: string, cause: Cause) =>
      handler.handle(
        indexingService,
        `indexing-service-${service}`,
        { type: 'Flag', service, error, now: clock.now() },
        cause,
      ),
    clearService: (service: string, cause: Cause) =>
      handler.handle(
        indexingService,
        `indexing-service-${service}`,
        { type: 'Clear', service, now: clock.now() },
        cause,
      ),
  };
}
