import type { ProofLog } from '#commands/log/ports-proof-log';
import { eventsOf } from '#commands/log/sealed-events';
import type { Zone } from '#domain/kernel/calendar';
import { type CanonicalJson, canonicalJson } from '#domain/kernel/canonical-json';
import type { Comparison } from '#runtime/compare-rows';
import type { EventCodec } from '#runtime/event-codec';
import { type EventStore, type JsonValue, type RecordedEvent, START } from '#runtime/event-store';
import { foldPage, type Projection } from '#runtime/projection';
import type { ReadModelStore, ReadTables, Row } from '#runtime/read-model';
import { type AsOf, figuresAsOf, happened, type Instants } from './audit-as-of.ts';
import type { CompareReport, ReplayDifference, Replayed } from './ports-proof.ts';

export const REPLAYED_KINDS = ['subscription', 'order', 'invoice'] as const;
export type ReplayedKind = (typeof REPLAYED_KINDS)[number];
/** A report is no row: what its versions showed is collected anew. */
export const COMPARED_KINDS = [...REPLAYED_KINDS, 'report'] as const;
export type ComparedKind = (typeof COMPARED_KINDS)[number];
export const AS_OF_KINDS = [...REPLAYED_KINDS, 'entitlement', 'dashboard'] as const;
export type AsOfKind = (typeof AS_OF_KINDS)[number];

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

const PAGE = 1000;
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
  readonly compareReport: CompareReport;
}) {
  const { store, log, codec, projections, scratch, live, compare, upToDate, zone, compareReport } = deps;
  const model = (name: string): Projection => {
    const found = projections.find((each) => each.name === name);
    if (!found) throw new Error(`there is no read model ${name}`);
    return found;
  };

  const found = eventsOf(store, log);
  /** Events of an account (of all where null) of these types, in the order of the log. */
  const events = (types: readonly string[], account: number | null, counts: (event: RecordedEvent) => boolean) =>
    found({ types, ...(account === null ? {} : { accounts: [account] }) }, counts);

  /** Of all accounts: the log itself, page by page. */
  async function everybodys(types: readonly string[] | undefined, counts: (event: RecordedEvent) => boolean) {
    const wanted: RecordedEvent[] = [];
    for (let after = START; ; ) {
      const page = await store.readAll({ after, limit: PAGE, ...(types ? { types: new Set(types) } : {}) });
      for (const event of page.events) if (counts(event)) wanted.push(event);
      after = page.next;
      if (page.caughtUp) return wanted;
    }
  }
  /** Of one account, and of the thing's own stream whoever its events say they are of. */
  async function ofAccount(
    types: readonly string[] | undefined,
    account: number,
    counts: (event: RecordedEvent) => boolean,
    stream: string | undefined,
  ) {
    const own = stream === undefined ? [] : await found({ types, stream }, counts);
    const all = [...(await found({ types, accounts: [account] }, counts)), ...own];
    return [...new Map(all.map((event) => [event.id, event])).values()].sort((a, b) => a.position - b.position);
  }

  /** From the events of the account, and of the thing's own stream whoever they say they are of. */
  async function rebuilt(
    of: Projection,
    account: number | null,
    counts: (event: RecordedEvent) => boolean,
    stream?: string,
  ) {
    const types = of.onAny ? undefined : [...new Set(Object.keys(of.on))];
    const folded = account === null ? await everybodys(types, counts) : await ofAccount(types, account, counts, stream);
    const empty = scratch();
    await empty.setUp([of]);
    const { uow } = await foldPage(of, folded, empty.tables('live'), codec, new Set());
    return { rows: uow as ReadTables, position: folded.at(-1)?.position ?? 0 };
  }

  /** Several read models of an account, each folded by itself, asked as if they were one. */
  async function together(models: readonly string[], account: number): Promise<ReadTables> {
    await sealed();
    const owners = new Map<string, ReadTables>();
    for (const name of models) {
      const of = model(name);
      const { rows } = await rebuilt(of, account, everything);
      for (const table of of.tables) owners.set(table.name, rows);
    }
    const owner = (table: string): ReadTables => {
      const found = owners.get(table);
      if (!found) throw new Error(`${table} was not rebuilt`);
      return found;
    };
    return {
      get: (table, key) => owner(table).get(table, key),
      find: (table, filter, options) => owner(table).find(table, filter, options),
    };
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

  const figures = figuresAsOf({ events, rebuilt, model, codec, zone });

  return {
    /** The account that something belongs to; undefined where there is no such thing. */
    accountOf: (kind: ReplayedKind, id: number) => accountOf(SUBJECTS[kind].stream(id)),

    /** Rebuilds one thing from its events and compares it with its rows. What was just being written is looked at twice. */
    async one(kind: ComparedKind, id: number): Promise<Replayed | null> {
      if (kind === 'report') return compareReport(id, together);
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

    /** The position of the newest event. */
    head: async (): Promise<number> => (await store.head()).position,

    /** How it was at an instant, by what was known at another. Null where there was nothing yet. */
    async asOf(kind: AsOfKind, id: number, at: Instants): Promise<AsOf | null> {
      await sealed();
      if (kind === 'entitlement') return figures.entitlementAsOf(id, at);
      if (kind === 'dashboard') return figures.dashboardAsOf(id, at);
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
}

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
