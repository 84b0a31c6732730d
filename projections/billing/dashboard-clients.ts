import { type Kysely, type RawBuilder, sql } from 'kysely';
import { ORDERS } from '#projections/links/backlink-order-table';
import { cut, idsByName, type Open, whoseNameHas, withOpenNames } from '#projections/platform/by-name';
import { ACCOUNTS } from '#projections/platform/platform-directory';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import { type Listed, over, type Paging, type ReadScope, type RunReads } from '#runtime/table-reads';
import { mine } from './billing-scope.ts';
import { INVOICES } from './invoice-tables.ts';
import { MRR_CHANGES } from './margin.ts';

export type ClientRow = {
  readonly account_id: number;
  readonly name: string;
  readonly plan: string;
  readonly statuses: Readonly<Record<string, number>>;
  readonly mrr: string;
  readonly open: string;
  readonly past_due: string;
  readonly behind: boolean;
};
export type ClientFilter = {
  readonly account_id?: number | undefined;
  /** With a managed service of that status. */
  readonly status?: string | undefined;
  readonly plan?: string | undefined;
  readonly behind?: boolean | undefined;
  readonly past_due?: boolean | undefined;
  /** A part of the name, in whatever case. */
  readonly search?: string | undefined;
};
type Db = Kysely<unknown>;
type Named = { readonly id: number; readonly name: string };

const of = ({ name }: { readonly name: string }) => sql.id('igny8', name);
const dollars = (sum: RawBuilder<unknown>) => sql`coalesce(${sum}, 0)::numeric(14, 2)`;
const owed = (statuses: readonly string[]) =>
  dollars(
    sql`(SELECT sum(amount_due) FROM ${of(INVOICES)} WHERE account_id = a.id AND status = ANY(${[...statuses]}::text[]))`,
  );
/** Figures of an account `a`. */
const MRR = dollars(sql`(SELECT sum(change) FROM ${of(MRR_CHANGES)} WHERE account_id = a.id)`);
const OPEN = owed(['open', 'past_due']);
const PAST_DUE = owed(['past_due']);
const BEHIND = sql`(EXISTS (SELECT 1 FROM ${of(SUBSCRIPTIONS)} WHERE account_id = a.id AND behind_since IS NOT NULL)
  OR EXISTS (SELECT 1 FROM ${of(ORDERS)} WHERE account_id = a.id AND behind_since IS NOT NULL))`;
const BY: Readonly<Record<string, RawBuilder<unknown>>> = { mrr: MRR, open: OPEN, past_due: PAST_DUE };

/**
 * Accounts that have, or had, something with us. Only those of the page that is asked for are reckoned up; their names are sealed, so
 * for a search or an order by them the names of all that are left have to be opened, and nothing else of them.
 */
export function dashboardClients(run: RunReads, open: Open) {
  const reads = over(run, ACCOUNTS, SUBSCRIPTIONS, ORDERS, INVOICES, MRR_CHANGES);
  async function byName(db: Db, found: RawBuilder<unknown>, search: string, paging: Paging) {
    const { rows } = await sql<Named>`SELECT a.id, a.name ${found} ORDER BY a.id`.execute(db);
    const named = whoseNameHas(await withOpenNames(open, rows), search);
    const ordered = await inOrder(db, named, paging);
    return { count: named.length, ids: cut(ordered, paging) };
  }
  async function inOrder(db: Db, named: readonly Named[], { ordering }: Paging): Promise<number[]> {
    const ids = named.map(({ id }) => id);
    if (!ordering.endsWith('name')) return idsBy(db, sql`${ACCOUNT} WHERE a.id = ANY(${ids})`, ordering);
    return idsByName(named, ordering);
  }

  return (scope: ReadScope, filter: ClientFilter, paging: Paging): Promise<Listed<ClientRow>> =>
    reads(scope, async (typed) => {
      const db = typed as Db;
      const found = sql`${ACCOUNT} WHERE ${mine(scope)} AND ${isClient} AND ${wanted(filter)}`;
      const { search = '' } = filter;
      const { count, ids } =
        search !== '' || paging.ordering.endsWith('name')
          ? await byName(db, found, search, paging)
          : await byFigures(db, found, paging);
      const rows = await withOpenNames(open, await figuresOf(db, ids));
      const byId = new Map(rows.map((row) => [row.account_id, row]));
      return { count, rows: ids.flatMap((id) => byId.get(id) ?? []) };
    });
}

const ACCOUNT = sql`FROM (SELECT id, id AS account_id, name, plan FROM ${of(ACCOUNTS)}) a`;
const isClient = sql`(EXISTS (SELECT 1 FROM ${of(SUBSCRIPTIONS)} WHERE account_id = a.id)
  OR EXISTS (SELECT 1 FROM ${of(INVOICES)} WHERE account_id = a.id)
  OR EXISTS (SELECT 1 FROM ${of(ORDERS)} WHERE account_id = a.id))`;

function wanted({ account_id, status, plan, behind, past_due }: ClientFilter): RawBuilder<unknown> {
  const all = [
    ...(account_id === undefined ? [] : [sql`a.id = ${account_id}`]),
    ...(plan === undefined ? [] : [sql`a.plan = ${plan}`]),
    ...(status === undefined
      ? []
      : [sql`EXISTS (SELECT 1 FROM ${of(SUBSCRIPTIONS)} WHERE account_id = a.id AND status = ${status})`]),
    ...(behind === undefined ? [] : [sql`${BEHIND} = ${behind}`]),
    ...(past_due === undefined ? [] : [sql`(${PAST_DUE} > 0) = ${past_due}`]),
  ];
  return all.length === 0 ? sql`true` : sql.join(all, sql` AND `);
}

/** One that comes to the same as another stands by its id, the other way round where the order is. */
async function idsBy(db: Db, found: RawBuilder<unknown>, ordering: string, page = sql``): Promise<number[]> {
  const direction = ordering.startsWith('-') ? sql`DESC` : sql`ASC`;
  const by = BY[ordering.replace(/^-/, '')] ?? sql`a.id`;
  const { rows } = await sql<{ id: number }>`
    SELECT a.id ${found} ORDER BY ${by} ${direction}, a.id ${direction} ${page}`.execute(db);
  return rows.map(({ id }) => id);
}
async function byFigures(db: Db, found: RawBuilder<unknown>, { page, page_size: size, ordering }: Paging) {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count ${found}`.execute(db);
  const ids = await idsBy(db, found, ordering, sql`LIMIT ${size} OFFSET ${(page - 1) * size}`);
  return { count: rows[0]?.count ?? 0, ids };
}

async function figuresOf(db: Db, ids: readonly number[]): Promise<ClientRow[]> {
  const { rows } = await sql<ClientRow>`
    SELECT a.id AS account_id, a.name, a.plan,
      coalesce((SELECT json_object_agg(s.status, s.n) FROM
        (SELECT status, count(*)::int AS n FROM ${of(SUBSCRIPTIONS)} WHERE account_id = a.id GROUP BY 1) s), '{}') AS statuses,
      ${MRR}::text AS mrr, ${OPEN}::text AS open, ${PAST_DUE}::text AS past_due, ${BEHIND} AS behind
    ${ACCOUNT} WHERE a.id = ANY(${[...ids]})`.execute(db);
  return rows;
}
