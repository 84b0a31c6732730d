import { formatMoney } from '#domain/kernel/money';
import { type Instant, plusHours } from '#domain/kernel/time';
import type { BacklinkEvent } from '#domain/links/backlink-messages';
import { type Backlink, evolve, type KnownBacklink } from '#domain/links/backlink-state';
import { SAME_DOMAIN_DAYS } from '#domain/links/link-quality';
import { type Projected, type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import type { RowOf } from '#runtime/table';
import { typed } from '#runtime/table-reads';
import type { UnitOfWork } from '#runtime/unit-of-work';
import { ANCHORS, BACKLINKS, type LookShown } from './backlink-tables.ts';

/** So many looks at a page are kept with the link; every one is an event. */
const LOOKS_KEPT = 50;

type Own = Projected<BacklinkEvent>;

/** Backlinks as the API answers them, each folded by its aggregate's own evolve. */
export const backlinks: Projection = projection<BacklinkEvent>({
  name: BACKLINKS.name,
  version: 2,
  tables: [BACKLINKS, ANCHORS],
  on: {
    async BacklinkPlaced(rows, event) {
      const { data, at } = event;
      rows.add(BACKLINKS, {
        id: data.backlink_id,
        account_id: data.account_id,
        site_id: data.site_id,
        order_id: data.order_id,
        campaign_id: data.campaign_id,
        vendor: data.vendor,
        vendor_reference: data.vendor_reference,
        source_url: data.source_url,
        source_domain: data.source_domain,
        target_url: data.target_url,
        anchor_text: data.anchor_text,
        replaces_id: data.replaces_id,
        tier: data.tier,
        rel: null,
        source_traffic: null,
        quality_score: null,
        placed_at: at,
        lost_because: null,
        rejected_because: null,
        replacement_owed: false,
        is_indexed: false,
        indexed_at: null,
        ahrefs_verified: false,
        ahrefs_last_seen: null,
        indexing_submitted: false,
        flagged_because: null,
        flagged_at: null,
        live_checks: [],
        created_at: at,
        ...columnsOf(evolve({ status: 'none' }, event), event),
      });
      await countAnchor(rows, data.site_id, data.anchor_text, 1);
      if (data.replaces_id !== null)
        await rows.change(BACKLINKS, { id: data.replaces_id }, (row) => ({ ...row, replacement_owed: false }));
    },
    BacklinkQualityChecked: (rows, event) =>
      fold(rows, event, () => ({
        source_traffic: event.data.source_traffic,
        quality_score: event.data.quality_score,
      })),
    BacklinkWarningDecided: fold,
    BacklinkAccepted: fold,
    async BacklinkRejected(rows, event) {
      const { data } = event;
      await fold(rows, event, () => ({ rejected_because: data.reason }));
      const row = await rows.get(BACKLINKS, { id: data.backlink_id });
      if (!row) return;
      await countAnchor(rows, data.site_id, row.anchor_text, -1);
      if (row.replaces_id !== null)
        await rows.change(BACKLINKS, { id: row.replaces_id }, (before) => ({ ...before, replacement_owed: true }));
    },
    BacklinkLiveChecked: (rows, event) =>
      fold(rows, event, (row) => ({
        live_checks: [...row.live_checks, lookOf(event)].slice(-LOOKS_KEPT),
        ...(event.data.link_found ? { rel: event.data.rel.join(' ') } : {}),
      })),
    BacklinkWentLive: fold,
    BacklinkFlagged: (rows, event) =>
      fold(rows, event, () => ({ flagged_because: event.data.reason, flagged_at: event.at })),
    BacklinkLost: (rows, event) =>
      fold(rows, event, () => ({
        lost_because: event.data.because,
        replacement_owed: event.data.replacement_owed,
      })),
    BacklinkReplaced: (rows, event) => fold(rows, event, () => ({ replacement_owed: false })),
    BacklinkGuaranteeChecked: (rows, event) =>
      fold(rows, event, (row) => ({ replacement_owed: row.replacement_owed || event.data.replacement_owed })),
    BacklinkCostCorrected: fold,
    BacklinkCheckRequested: fold,
    BacklinkSeenByAhrefs: (rows, event) =>
      fold(rows, event, (row) => ({
        ahrefs_verified: event.data.verified,
        ahrefs_last_seen: event.data.last_seen ?? row.ahrefs_last_seen,
      })),
    IndexingRequested: fold,
    IndexingRefused: fold,
    IndexingCheckRequested: fold,
    BacklinkIndexed: (rows, event) => fold(rows, event, () => ({ is_indexed: true, indexed_at: event.at })),
    BacklinkIndexingFailed: fold,
    BacklinkIndexingCancelled: fold,
    IndexingReviewed: fold,
  },
});

function fold(
  rows: UnitOfWork,
  event: Own,
  more: (row: RowOf<typeof BACKLINKS>) => Partial<RowOf<typeof BACKLINKS>> = () => ({}),
): Promise<void> {
  return rows.change(BACKLINKS, { id: event.data.backlink_id }, (row) => ({
    ...row,
    ...columnsOf(evolve(row.state, event), event),
    ...more(row),
  }));
}

function columnsOf(state: Backlink, event: Own) {
  if (state.status === 'none') throw new Error(`${event.type} on a backlink that does not exist`);
  const known: KnownBacklink = state;
  return {
    cost: formatMoney(known.placement.cost_cents),
    source_dr: known.sourceDr === null ? null : String(known.sourceDr),
    status: known.status,
    live_at: known.liveAt,
    lost_at: known.lostAt,
    replaced_by: known.replacedBy,
    guaranteed_until: known.guaranteedUntil,
    indexing_request_id: known.indexing.requestId,
    indexing_status: known.indexing.status,
    ...(known.indexing.requestId === null ? {} : { indexing_submitted: true }),
    quality_warnings: known.warnings.map(({ code, message, decision }) => ({
      code,
      message,
      ...(decision === null ? {} : { decision }),
    })),
    flagged: known.flagged,
    state,
    revision: event.revision,
    updated_at: event.at,
  };
}

const lookOf = ({ at, data }: Extract<Own, { type: 'BacklinkLiveChecked' }>): LookShown => ({
  at,
  step: data.step,
  http_status: data.http_status,
  final_url: data.final_url,
  redirects: data.redirects,
  link_found: data.link_found,
  rel: [...data.rel],
  flags: [...data.flags],
  signals: [...data.signals],
  error: data.error,
  next_at: data.next_at,
});

async function countAnchor(rows: UnitOfWork, siteId: number, anchor: string, by: number): Promise<void> {
  for (const text of ['', anchor.toLowerCase()]) {
    const known = await rows.get(ANCHORS, { site_id: siteId, anchor: text });
    rows.put(ANCHORS, { site_id: siteId, anchor: text, uses: (known?.uses ?? 0) + by });
  }
}

/** What commands, effects and jobs ask of the links. */
export function backlinkVisits(tables: ReadTables, now: () => Instant) {
  const { get, find } = typed(tables);
  const uses = async (siteId: number, anchor: string) => (await get(ANCHORS, { site_id: siteId, anchor }))?.uses ?? 0;
  return {
    /** What the quality check must know of the site's other links. */
    async neighbours(link: { id: number; siteId: number; sourceDomain: string; anchorText: string }) {
      const since = plusHours(now(), -SAME_DOMAIN_DAYS * 24);
      const same = await find(BACKLINKS, { site_id: link.siteId, source_domain: link.sourceDomain });
      return {
        domainUsed: same.some((row) => row.id !== link.id && row.status !== 'rejected' && row.placed_at >= since),
        anchorUses: await uses(link.siteId, link.anchorText.toLowerCase()),
        siteLinks: await uses(link.siteId, ''),
      };
    },
    /** Live links that no request is open for, after that id; of one site, or of all. */
    unindexed: async (siteId: number | null, after: number, limit: number): Promise<number[]> =>
      (
        await find(
          BACKLINKS,
          {
            id: { gt: after },
            status: 'live',
            indexing_status: { in: ['none', 'refused', 'cancelled'] },
            ...(siteId === null ? {} : { site_id: siteId }),
          },
          { orderBy: ['id'], limit },
        )
      ).map(({ id }) => id),
    /** Placed and live links of a site, for Ahrefs to verify. */
    async ofSite(siteId: number) {
      const rows = await find(BACKLINKS, { site_id: siteId, status: { in: ['placed', 'live'] } });
      return rows.map((row) => ({
        backlink_id: row.id,
        source_url: row.source_url,
        placed_on: row.placed_at.slice(0, 10),
        source_dr: row.source_dr === null ? null : Number(row.source_dr),
      }));
    },
    sitesWithLinks: async (): Promise<number[]> => [
      ...new Set((await find(BACKLINKS, { status: { in: ['placed', 'live'] } })).map(({ site_id }) => site_id)),
    ],
  };
}
