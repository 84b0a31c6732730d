import { ENTITLEMENT_BOOK_TYPES, EntitlementBook, type EntitlementBookEvent } from '#domain/entitlement-book';
import { FEATURES } from '#domain/feature';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import { type CanonicalJson, canonicalJson } from '#domain/kernel/canonical-json';
import { add, type Cents, formatMoney, parseMoney, ZERO } from '#domain/kernel/money';
import type { Instant } from '#domain/kernel/time';
import type { EventCodec } from '#runtime/event-codec';
import type { EventStore, JsonObject, JsonValue, RecordedEvent } from '#runtime/event-store';
import { metadataOf } from '#runtime/metadata';
import { foldPage, type Projection } from '#runtime/projection';
import type { Comparison } from '#runtime/projector';
import type { ReadModelStore, ReadTables, Row } from '#runtime/read-model';
import { eventsOf } from './audit-log.ts';
import type { ProofLog } from './ports-proof.ts';

export const REPLAYED_KINDS = ['subscription', 'order', 'invoice'] as const;
export type ReplayedKind = (typeof REPLAYED_KINDS)[number];
export const AS_OF_KINDS = [...REPLAYED_KINDS, 'entitlement', 'dashboard'] as const;
export type AsOfKind = (typeof AS_OF_KINDS)[number];

/** `path` is `/table/key/column`. */
export type ReplayDifference = { readonly path: string; readonly stored: JsonValue; readonly replayed: JsonValue };
export type Replayed = {
  readonly equal: boolean;
  readonly position: number;
  readonly differences: readonly ReplayDifference[];
};
export type AsOf = { readonly position: number; readonly state: JsonObject };
/** What had happened, and what of it was known. */
export type Instants = { readonly asOf: Instant; readonly knownAt: Instant };

type Part = { readonly table: string; readonly column: string; readonly name: string };
type Subject = { readonly stream: (id: number) => string; readonly model: string; readonly parts: readonly Part[] };
/** Where each kind's rows are; the first part is the thing itself. */
const SUBJECTS: Readonly<Record<ReplayedKind, Subject>> = {
  subscription: {
    stream: (id) => `managed-subscription-${id}`,
    model: 'igny8_managed_service_subscriptions',
    parts: [{ table: 'igny8_managed_service_subscriptions', column: 'id', name: '' }],
  },
  order: {
    stream: (id) => `backlink-order-${id}`,
    model: 'igny8_backlink_service_orders',
    parts: [{ table: 'igny8_backlink_service_orders', column: 'id', name: '' }],
  },
  invoice: {
    stream: (id) => `invoice-${id}`,
    model: 'igny8_invoices',
    parts: [
      { table: 'igny8_invoices', column: 'id', name: '' },
      { table: 'igny8_invoice_lines', column: 'invoice_id', name: 'lines' },
      { table: 'igny8_payments', column: 'invoice_id', name: 'payments' },
      { table: 'igny8_credit_notes', column: 'invoice_id', name: 'credit_notes' },
    ],
  },
};
/** Columns that are the machinery's own. */
const INNER = new Set(['state', 'keys', 'revision']);

/** Shown of a comparison at most; `equal` tells of all. */
const MOST_DIFFERENCES = 200;

export type ReplayCommands = ReturnType<typeof replayCommands>;

/** Rebuilds what is asked for from events alone, apart from everything that is live. */
export function replayCommands(deps: {
  readonly store: EventStore;
  readonly log: ProofLog;
  readonly codec: EventCodec;
  readonly projections: readonly Projection[];
  /** Empty tables of their own for every replay. */
  readonly scratch: () => ReadModelStore;
  readonly live: ReadTables;
  readonly compare: (model: string) => Promise<Comparison>;
  readonly upToDate: () => Promise<void>;
  readonly zone: Zone;
}) {
  const { store, log, codec, projections, scratch, live, compare, upToDate, zone } = deps;
  const model = (name: string): Projection => {
    const found = projections.find((each) => each.name === name);
    if (!found) throw new Error(`there is no read model ${name}`);
    return found;
  };

  const found = eventsOf(store, log);
  /** Events of an account (of all where null) of these types, in the order of the log. */
  const events = (types: readonly string[], account: number | null, counts: (event: RecordedEvent) => boolean) =>
    found({ types, ...(account === null ? {} : { accounts: [account] }) }, counts);

  /** From the events of the account, and of the thing's own stream whoever they say they are of. */
  async function rebuilt(
    of: Projection,
    account: number | null,
    counts: (event: RecordedEvent) => boolean,
    stream?: string,
  ) {
    const types = [...new Set(Object.keys(of.on))];
    const own = stream === undefined ? [] : await found({ types, stream }, counts);
    const all = new Map([...(await events(types, account, counts)), ...own].map((event) => [event.id, event]));
    const folded = [...all.values()].sort((a, b) => a.position - b.position);
    const empty = scratch();
    await empty.setUp([of]);
    const { uow } = await foldPage(of, folded, empty.tables('live'), codec, new Set());
    return { rows: uow as ReadTables, position: folded.at(-1)?.position ?? 0 };
  }

  const accountOf = async (stream: string): Promise<number | null | undefined> => {
    await sealed();
    return (await log.entries({ stream }, 0, 1))[0]?.account_id;
  };
  const sealed = async () => log.sealThrough((await store.head()).position);
  const everything = () => true;

  async function compareOnce(subject: Subject, id: number, account: number | null): Promise<Replayed> {
    await upToDate();
    const of = model(subject.model);
    const { rows, position } = await rebuilt(of, account, everything, subject.stream(id));
    const differences: ReplayDifference[] = [];
    for (const { table, column } of subject.parts) {
      const key = of.tables.find(({ name }) => name === table)?.key ?? ['id'];
      const [stored, replayed] = [await live.find(table, { [column]: id }), await rows.find(table, { [column]: id })];
      differences.push(...differ(table, key, stored, replayed));
    }
    return { equal: differences.length === 0, position, differences: differences.slice(0, MOST_DIFFERENCES) };
  }

  return {
    /** The account that something belongs to; undefined where there is no such thing. */
    accountOf: (kind: ReplayedKind, id: number) => accountOf(SUBJECTS[kind].stream(id)),

    /** Rebuilds one thing from its events and compares it with its rows. What was just being written is looked at twice. */
    async one(kind: ReplayedKind, id: number): Promise<Replayed | null> {
      const subject = SUBJECTS[kind];
      const account = await accountOf(subject.stream(id));
      if (account === undefined) return null;
      const first = await compareOnce(subject, id, account);
      if (first.equal) return first;
      await sealed();
      return compareOnce(subject, id, account);
    },

    knows: (name: string): boolean => projections.some((each) => each.name === name),

    /** Rebuilds a whole read model and compares every row. Throws for a name that `knows` does not. */
    async whole(name: string): Promise<Replayed> {
      const { position, differences } = await compare(model(name).name);
      const found = differences.flatMap(({ table, key, stored, replayed }) =>
        differ(
          table,
          model(name).tables.find((each) => each.name === table)?.key ?? [],
          stored ? [stored] : [],
          replayed ? [replayed] : [],
          key,
        ),
      );
      return { equal: found.length === 0, position, differences: found.slice(0, MOST_DIFFERENCES) };
    },

    /** A whole read model as it was at an instant, or after the event at a position, beside how it is now. */
    async wholeAsOf(name: string, at: Instants | { readonly through: number }): Promise<Replayed> {
      await sealed();
      await upToDate();
      const of = model(name);
      const counts = 'through' in at ? (event: RecordedEvent) => event.position <= at.through : happened(at);
      const { rows, position } = await rebuilt(of, null, counts);
      const found: ReplayDifference[] = [];
      for (const { name: table, key } of of.tables)
        found.push(...differ(table, key, await live.find(table, {}), await rows.find(table, {})));
      return { equal: found.length === 0, position, differences: found.slice(0, MOST_DIFFERENCES) };
    },

    /** How it was at an instant, by what was known at another. Null where there was nothing yet. */
    async asOf(kind: AsOfKind, id: number, at: Instants): Promise<AsOf | null> {
      await sealed();
      if (kind === 'entitlement') return entitlementAsOf(id, at);
      if (kind === 'dashboard') return dashboardAsOf(id, at);
      const subject = SUBJECTS[kind];
      const account = await accountOf(subject.stream(id));
      if (account === undefined) return null;
      const { rows, position } = await rebuilt(model(subject.model), account, happened(at), subject.stream(id));
      const [main, ...parts] = subject.parts;
      const [row] = main ? await rows.find(main.table, { [main.column]: id }) : [];
      if (!row) return null;
      const inside = await Promise.all(
        parts.map(
          async ({ table, column, name }) => [name, (await rows.find(table, { [column]: id })).map(outer)] as const,
        ),
      );
      return { position, state: { ...outer(row), ...Object.fromEntries(inside) } };
    },
  };

  async function entitlementAsOf(account: number, at: Instants): Promise<AsOf | null> {
    const own = await events([...ENTITLEMENT_BOOK_TYPES], account, happened(at));
    if (own.length === 0) return null;
    const plans = await events(['PlanFeaturesRevised'], null, happened(at));
    const both = [...own, ...plans].sort((a, b) => a.position - b.position);
    const book = new EntitlementBook();
    for (const event of both) book.apply(codec.decode<EntitlementBookEvent>(event));
    if (!book.account(account)) return null;
    const { plan, version } = book.planOf(account, at.asOf);
    const features = FEATURES.map((feature) => {
      const { level, source } = book.entitled(account, feature, at.asOf);
      return [feature, { level, source }] as const;
    });
    return {
      position: both.at(-1)?.position ?? 0,
      state: {
        account_id: account,
        plan,
        plan_version: version,
        features: Object.fromEntries(features),
      } as unknown as JsonObject,
    };
  }

  /** Of one account, or of all where it is 0. */
  async function dashboardAsOf(account: number, at: Instants): Promise<AsOf> {
    const whose = account === 0 ? null : account;
    const counts = happened(at);
    const today = dayOf(at.asOf, zone);
    const [mrr, subscriptions, bills, costs] = await Promise.all(
      ['igny8_mrr_changes', 'igny8_managed_service_subscriptions', 'igny8_invoices', 'igny8_costs'].map((name) =>
        rebuilt(model(name), whose, counts),
      ),
    );
    const sum = async (of: typeof mrr, table: string, column: string, where: Row = {}) => {
      const rows = (await of?.rows.find(table, where as never)) ?? [];
      return add(...rows.map((row) => parseMoney(Number(row[column]).toFixed(2)) ?? ZERO));
    };
    const changes = (await mrr?.rows.find('igny8_mrr_changes', { on_day: { lte: today } })) ?? [];
    const clients = await Promise.all(
      ['pending', 'active', 'paused', 'cancelled'].map(async (status) => {
        const found = await subscriptions?.rows.find('igny8_managed_service_subscriptions', { status });
        return [status, found?.length ?? 0] as const;
      }),
    );
    const money = (amount: Cents): string => formatMoney(amount);
    const issued = (await bills?.rows.find('igny8_invoices', {})) ?? [];
    const valid = issued.filter(({ status }) => status !== 'void' && status !== 'draft');
    const over = (column: string) => money(add(...valid.map((row) => parseMoney(String(row[column])) ?? ZERO)));
    return {
      position: Math.max(...[mrr, subscriptions, bills, costs].map((each) => each?.position ?? 0)),
      state: {
        mrr: money(add(...changes.map((row) => parseMoney(String(row['change'])) ?? ZERO))),
        clients: Object.fromEntries(clients),
        invoices: {
          issued: valid.length,
          total: over('total'),
          paid: over('paid'),
          credited: over('credited'),
          open: over('amount_due'),
        },
        cost: money(await sum(costs, 'igny8_costs', 'amount')),
      },
    };
  }
}

/** What had happened by then, as far as it was in the log by the other instant. */
const happened =
  ({ asOf, knownAt }: Instants) =>
  (event: RecordedEvent): boolean => {
    const { occurred_at, recorded_at } = metadataOf(event);
    return occurred_at <= asOf && recorded_at <= knownAt;
  };

const outer = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([column]) => !INNER.has(column)));

/** Column by column; rows that only one side has differ as a whole. */
function differ(
  table: string,
  key: readonly string[],
  stored: readonly Row[],
  replayed: readonly Row[],
  named?: string,
): ReplayDifference[] {
  const nameOf = (row: Row) => named ?? JSON.stringify(key.map((column) => row[column]));
  const same = (a: JsonValue | undefined, b: JsonValue | undefined) =>
    canonicalJson((a ?? null) as CanonicalJson) === canonicalJson((b ?? null) as CanonicalJson);
  const others = new Map(replayed.map((row) => [nameOf(row), row]));
  const found: ReplayDifference[] = [];
  for (const row of stored) {
    const path = `/${table}/${nameOf(row)}`;
    const other = others.get(nameOf(row));
    others.delete(nameOf(row));
    if (!other) found.push({ path, stored: row, replayed: null });
    else
      for (const column of Object.keys(row))
        if (!same(row[column], other[column]))
          found.push({ path: `${path}/${column}`, stored: row[column] ?? null, replayed: other[column] ?? null });
  }
  for (const [name, row] of others) found.push({ path: `/${table}/${name}`, stored: null, replayed: row });
  return found;
}
