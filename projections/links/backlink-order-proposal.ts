import { formatMoney } from '#domain/kernel/money';
import type { ProposalEvent, ProposalMetrics } from '#domain/links/backlink-order-agreement-messages';
import type { Proposal } from '#domain/links/backlink-order-agreement-state';
import type { BacklinkOrderEvent, Vendor } from '#domain/links/backlink-order-messages';
import type { PlacementSilenceEvent } from '#domain/links/placement-silence';
import { type Heard, ignored, type Projected, type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import {
  day,
  decimal,
  instant,
  integer,
  json,
  oneOf,
  type RowOf,
  type Stored,
  stamps,
  table,
  text,
} from '#runtime/table';
import { typed } from '#runtime/table-reads';
import type { UnitOfWork } from '#runtime/unit-of-work';

/** Placements that clients are asked about before they are made. */
export const PROPOSALS = table(
  'igny8_backlink_placement_proposals',
  {
    id: integer,
    account_id: integer,
    site_id: integer,
    order_id: integer,
    source_url: text.orNull,
    source_domain: text,
    anchor_text: text,
    target_url: text,
    vendor: text.of<Vendor>(),
    cost: decimal,
    metrics: json<ProposalMetrics>().orNull,
    status: oneOf('proposed', 'approved', 'rejected', 'withdrawn', 'placed'),
    /** A role, or silence. */
    approved_by: text.orNull,
    reason: text.orNull,
    proposed_on: day,
    /** When silence approves it; null while it does not. */
    silent_on: instant.orNull,
    backlink_id: integer.orNull,
    decided_at: instant.orNull,
    ...stamps,
  },
  { key: ['id'], indexes: [['account_id', 'status'], ['order_id'], ['status']], tenant: true },
);
export type ProposalRow = Stored<typeof PROPOSALS>;

type Ended = Extract<
  ProposalEvent,
  { type: 'PlacementApproved' | 'PlacementApprovedBySilence' | 'PlacementRejected' | 'PlacementWithdrawn' }
>;
const ended =
  <E extends Ended>(status: Proposal['status'], more: (event: Projected<E>) => Partial<RowOf<typeof PROPOSALS>>) =>
  (rows: UnitOfWork, event: Projected<E>): Promise<void> =>
    rows.change(PROPOSALS, { id: event.data.proposal_id }, (row) => ({
      ...row,
      status,
      silent_on: null,
      decided_at: event.at,
      updated_at: event.at,
      ...more(event),
    }));

export const placementProposals: Projection = projection<
  ProposalEvent | PlacementSilenceEvent | Heard<BacklinkOrderEvent, 'OrderLinkPlaced'>
>({
  name: PROPOSALS.name,
  version: 1,
  tables: [PROPOSALS],
  on: {
    PlacementProposed: (rows, { data, at }) =>
      rows.put(PROPOSALS, {
        id: data.proposal_id,
        account_id: data.account_id,
        site_id: data.site_id,
        order_id: data.order_id,
        source_url: data.source_url,
        source_domain: data.source_domain,
        anchor_text: data.anchor_text,
        target_url: data.target_url,
        vendor: data.vendor,
        cost: formatMoney(data.cost_cents),
        metrics: data.metrics,
        status: 'proposed',
        approved_by: null,
        reason: null,
        proposed_on: data.on,
        silent_on: null,
        backlink_id: null,
        decided_at: null,
        created_at: at,
        updated_at: at,
      }),
    PlacementApproved: ended('approved', ({ data }) => ({ approved_by: data.approved_by.role })),
    PlacementApprovedBySilence: ended('approved', () => ({ approved_by: 'silence' })),
    PlacementRejected: ended('rejected', ({ data }) => ({ reason: data.reason })),
    PlacementWithdrawn: ended('withdrawn', ({ data }) => ({ reason: data.reason ?? data.because })),
    PlacementSilenceStarted: (rows, event) => silence(rows, event, event.data.ends_at),
    PlacementSilenceHeld: (rows, event) => silence(rows, event, null),
    // Of the order: whoever waits shows it by what stands still there.
    PlacementsHalted: ignored,
    PlacementsContinued: ignored,
    async OrderLinkPlaced(rows, { data, at }) {
      const { proposal_id: id, backlink_id } = data;
      if (id === undefined) return;
      await rows.change(PROPOSALS, { id }, (row) => ({ ...row, status: 'placed', backlink_id, updated_at: at }));
    },
  },
});

/** Told by a process, which may be late: what is decided already shows no end of silence. */
const silence = (
  rows: UnitOfWork,
  { data, at }: Projected<PlacementSilenceEvent>,
  ends: RowOf<typeof PROPOSALS>['silent_on'],
) =>
  rows.change(PROPOSALS, { id: data.proposal_id }, (row) =>
    row.status === 'proposed' ? { ...row, silent_on: ends, updated_at: at } : row,
  );

/** What effects ask of the proposals. */
export function proposalVisits(tables: ReadTables) {
  const { find } = typed(tables);
  return {
    /** Those of an account that wait for its client. */
    openOf: async (account: number) =>
      (await find(PROPOSALS, { account_id: account, status: 'proposed' }, { orderBy: ['id'] })).map(
        ({ id, order_id, source_domain }) => ({ id, order_id, source_domain }),
      ),
  };
}
