import type { LinkIndexing } from '#domain/links/backlink-order-messages';
import type { LinkIndexingState } from '#domain/links/backlink-state';
import {
  checkLinkQuality,
  correctLinkCost,
  lookAtLink,
  markLinkReplaced,
  openBacklink,
  openRenewedOrder,
  requestIndexing,
  tellOrderOfLink,
} from '#domain/links/effects';
import type { Cause } from '#runtime/metadata';
import {
  again,
  type CallOf,
  done,
  type Handlers,
  handlersOf,
  internally,
  outcomeOf,
  together,
} from '#runtime/typed-effects';
import type { BacklinkOrderCommands } from './backlink-order.ts';
import { type IndexingEffectDeps, indexingEffects } from './indexing-effects.ts';

/** What Ahrefs says of a page's domain; null where the account has no connection or its budget is used up. */
export type SourceMetrics = (
  accountId: number,
  domain: string,
  cause: Cause,
) => Promise<
  | { readonly outcome: 'known'; readonly dr: number | null; readonly traffic: number | null }
  | { readonly outcome: 'not_available' }
  | { readonly outcome: 'temporary'; readonly error: string }
>;

export type BacklinkEffectDeps = IndexingEffectDeps & {
  readonly orders: BacklinkOrderCommands;
  readonly sourceMetrics: SourceMetrics;
  readonly neighbours: (link: {
    id: number;
    siteId: number;
    sourceDomain: string;
    anchorText: string;
  }) => Promise<{ domainUsed: boolean; anchorUses: number; siteLinks: number }>;
  readonly upToDate: () => Promise<void>;
};

/** How each kind of effect of links, orders and indexing is carried out. */
export const backlinkEffects = (deps: BacklinkEffectDeps): Handlers =>
  together(linkEffects(deps), indexingEffects(deps));

const KINDS = [
  openBacklink,
  checkLinkQuality,
  markLinkReplaced,
  lookAtLink,
  correctLinkCost,
  tellOrderOfLink,
  requestIndexing,
  openRenewedOrder,
] as const;

function linkEffects(deps: BacklinkEffectDeps): Handlers {
  const { orders, backlinks, checkPage } = deps;
  return handlersOf(KINDS, {
    open_backlink: internally(async ({ payload, cause }) => outcomeOf(await backlinks.open(payload.placed, cause))),
    check_link_quality: internally((call) => checkQuality(deps, call)),
    mark_link_replaced: internally(async ({ payload: { replaces_id, backlink_id: by }, cause }) =>
      outcomeOf(await backlinks.run(replaces_id, { type: 'MarkReplaced', by }, cause)),
    ),
    look_at_link: internally(async ({ payload: { backlink_id, step }, cause }) => {
      const { state } = await backlinks.load(backlink_id);
      if (state.status !== 'placed' && state.status !== 'live') return done({});
      const { source_url: url, target_url: target } = state.placement;
      const evidence = await checkPage({ url, target });
      return outcomeOf(await backlinks.run(backlink_id, { type: 'RecordLiveCheck', step, evidence }, cause));
    }),
    correct_link_cost: internally(async ({ payload: { backlink_id, cost_cents: cost, reason }, cause }) =>
      outcomeOf(await backlinks.run(backlink_id, { type: 'CorrectCost', cost, reason }, cause)),
    ),
    tell_order_of_link: internally((call) => tellOrder(deps, call)),
    request_indexing: internally(async ({ payload, cause }) =>
      outcomeOf(await backlinks.requestIndexing(payload.backlink_id, 'live', cause)),
    ),
    open_renewed_order: internally(async ({ payload: { order_id, successor_id, on }, cause }) =>
      outcomeOf(await orders.openSuccessor(order_id, successor_id, on, cause)),
    ),
  });
}

async function checkQuality(deps: BacklinkEffectDeps, { payload, cause }: CallOf<typeof checkLinkQuality>) {
  const { backlinks, sourceMetrics, neighbours, upToDate } = deps;
  const { backlink_id: id, without_metrics } = payload;
  const { state } = await backlinks.load(id);
  if (state.status === 'none') return again('the link is not there yet');
  const { source_domain: sourceDomain, anchor_text: anchorText } = state.placement;
  const known = without_metrics
    ? { outcome: 'not_available' as const }
    : await sourceMetrics(state.ref.account_id, sourceDomain, cause);
  if (known.outcome === 'temporary') return again(known.error);
  await upToDate();
  const beside = await neighbours({ id, siteId: state.ref.site_id, sourceDomain, anchorText });
  const metrics = known.outcome === 'known' ? known : { dr: null, traffic: null };
  const facts = { dr: metrics.dr, traffic: metrics.traffic, ...beside };
  return outcomeOf(await backlinks.run(id, { type: 'RecordQuality', facts }, cause));
}

/** Of its indexing the order is told how it stands now, whichever of several news arrives first. */
async function tellOrder(
  { orders, backlinks }: BacklinkEffectDeps,
  { payload, cause }: CallOf<typeof tellOrderOfLink>,
) {
  const { order_id, backlink_id } = payload;
  let { news } = payload;
  if (news.what === 'indexing') {
    const { state } = await backlinks.load(backlink_id);
    if (state.status === 'none') return done({});
    news = { what: 'indexing', indexing: INDEXING[state.indexing.status] };
  }
  return outcomeOf(await orders.tell(order_id, backlink_id, news, cause));
}

const INDEXING: Readonly<Record<LinkIndexingState['status'], LinkIndexing>> = {
  none: 'none',
  refused: 'not_entitled',
  open: 'open',
  indexed: 'indexed',
  failed: 'failed',
  reviewed: 'reviewed',
  cancelled: 'cancelled',
};
