import type { Month } from '#domain/kernel/time';
import type { AhrefsEvent } from '#domain/links/ahrefs-connection';
import type { AhrefsSnapshotEvent, Snapshot } from '#domain/links/ahrefs-snapshot';
import { SITES } from '#projections/platform/platform-directory';
import { type Projected, type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import {
  bigint,
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

export const AHREFS_CONNECTIONS = table(
  'igny8_ahrefs_connections',
  {
    id: integer,
    account_id: integer,
    plan_type: text,
    credits_remaining: integer.orNull,
    monthly_unit_budget: integer.orNull,
    units_spent: integer,
    units_month: text.of<Month>().orNull,
    last_synced: instant.orNull,
    status: oneOf('active', 'expired', 'error', 'disconnected'),
    error: text.orNull,
    revision: integer,
    ...stamps,
  },
  { key: ['id'], indexes: [['account_id'], ['status']], tenant: true },
);
export type AhrefsConnectionRow = Stored<typeof AHREFS_CONNECTIONS>;

export const AHREFS_SNAPSHOTS = table(
  'igny8_ahrefs_domain_snapshots',
  {
    id: bigint,
    account_id: integer,
    site_id: integer,
    domain: text,
    domain_rating: decimal.orNull,
    referring_domains: integer.orNull,
    organic_keywords: integer.orNull,
    organic_traffic: bigint.orNull,
    backlinks_total: bigint.orNull,
    snapshot_date: day,
    raw_data: json<Snapshot['raw_data']>(),
    created_at: instant,
  },
  { key: ['id'], indexes: [['account_id'], ['site_id', 'snapshot_date']], tenant: true },
);
export type AhrefsSnapshotRow = Stored<typeof AHREFS_SNAPSHOTS>;

/** Connections to Ahrefs (never their keys), and the snapshots of sites' domains. */
export const ahrefsConnections: Projection = projection<AhrefsEvent | AhrefsSnapshotEvent>({
  name: AHREFS_CONNECTIONS.name,
  version: 2,
  tables: [AHREFS_CONNECTIONS, AHREFS_SNAPSHOTS],
  on: {
    async AhrefsConnected(rows, { data, at, revision }) {
      const known = await rows.get(AHREFS_CONNECTIONS, { id: data.account_id });
      rows.put(AHREFS_CONNECTIONS, {
        id: data.account_id,
        account_id: data.account_id,
        plan_type: data.plan_type,
        credits_remaining: data.units_remaining,
        monthly_unit_budget: data.monthly_unit_budget,
        units_spent: known?.units_spent ?? 0,
        units_month: known?.units_month ?? null,
        last_synced: known?.last_synced ?? null,
        status: 'active',
        error: null,
        revision,
        created_at: known?.created_at ?? at,
        updated_at: at,
      });
    },
    AhrefsDisconnected: (rows, event) => change(rows, event, () => ({ status: 'disconnected', error: null })),
    AhrefsUnitsSpent: (rows, event) =>
      change(rows, event, (row) => {
        const { units, month } = event.data;
        const before = row.units_month;
        // A call that was begun in the month before does not bring that month back.
        if (before !== null && month < before) return { last_synced: event.at };
        const same = before === month;
        const remaining = row.credits_remaining;
        const anew = before !== null && !same;
        return {
          units_month: month,
          units_spent: same ? row.units_spent + units : units,
          last_synced: event.at,
          credits_remaining: remaining === null || anew ? null : Math.max(0, remaining - units),
        };
      }),
    // What is put aside is not spent yet; only the revision goes on.
    AhrefsUnitsReserved: (rows, event) => change(rows, event, () => ({})),
    AhrefsUnitsReleased: (rows, event) => change(rows, event, () => ({})),
    AhrefsConnectionFailed: (rows, event) =>
      change(rows, event, () => ({ status: event.data.status, error: event.data.error })),
    AhrefsConnectionRestored: (rows, event) => change(rows, event, () => ({ status: 'active', error: null })),
    AhrefsSnapshotTaken(rows, { data, at, position }) {
      rows.add(AHREFS_SNAPSHOTS, {
        id: position,
        account_id: data.account_id,
        site_id: data.site_id,
        domain: data.domain,
        snapshot_date: data.snapshot_date,
        domain_rating: data.domain_rating === null ? null : String(data.domain_rating),
        referring_domains: data.referring_domains,
        organic_keywords: data.organic_keywords,
        organic_traffic: data.organic_traffic,
        backlinks_total: data.backlinks_total,
        raw_data: data.raw_data,
        created_at: at,
      });
    },
  },
});

type Own = Projected<AhrefsEvent>;
const change = (
  rows: UnitOfWork,
  event: Own,
  to: (row: RowOf<typeof AHREFS_CONNECTIONS>) => Partial<RowOf<typeof AHREFS_CONNECTIONS>>,
) =>
  rows.change(AHREFS_CONNECTIONS, { id: event.data.account_id }, (row) => ({
    ...row,
    ...to(row),
    revision: event.revision,
    updated_at: event.at,
  }));

/**
 * Sites of accounts that are connected, for the weekly jobs. A connection in error is tried again, as its units come back
 * with the month; one that has expired waits for a new key.
 */
export async function ahrefsSites(tables: ReadTables) {
  const connected = await typed(tables).find(AHREFS_CONNECTIONS, { status: { in: ['active', 'error'] } });
  const accounts = connected.map(({ id }) => id);
  if (accounts.length === 0) return [];
  const sites = await typed(tables).find(SITES, { account_id: { in: accounts } });
  return sites.map(({ id, account_id, domain }) => ({ id, account_id, domain }));
}
