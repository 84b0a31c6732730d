import { z } from 'zod';
import { csvReply } from '#api/http/csv';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { Call, Reply } from '#api/http/routes';
import { dayText, idSchema, moneyText } from '#api/http/schemas';
import type { Change } from '#domain/billing/dry-run';
import { cents, formatMoney } from '#domain/kernel/money';
import type { OutlookReader } from '#projections/billing/outlook-reader';
import { nextSchema } from './next-invoice.ts';
import { type Outlook, type ServicesThen, sideOf } from './outlook.ts';

const changeSchema = z
  .object({
    subject: z.enum(['feature', 'service', 'order']),
    id: idSchema.nullable(),
    key: z.string().meta({ description: 'the feature, or what of the service or the order' }),
    from: z.string(),
    to: z.string(),
    loses: z.boolean().meta({ description: 'the account has less of it afterwards' }),
    note: z.string().nullable(),
    in_use: z.array(z.string()),
  })
  .meta({ id: 'TriedChange' });
const triedSchema = z
  .object({
    account_id: idSchema,
    name: z.string(),
    plan: z.string(),
    changes: z.array(changeSchema),
    next_invoice: nextSchema,
    difference: moneyText.meta({
      description: 'by how much the next invoice would be more; negative where it is less',
    }),
    renewals: z
      .array(
        z.object({
          order_id: idSchema,
          on: dayText,
          total: moneyText.nullable().meta({ description: 'of its own invoice, which no change of these moves' }),
          held: z.string().nullable().meta({ description: 'why it does not renew as things stand' }),
        }),
      )
      .meta({ description: 'prepaid orders that are billed by invoices of their own before that date' }),
  })
  .meta({ id: 'TriedForAccount' });
/** The page of accounts beside what the whole change comes to. */
export const dryRunSchema = z
  .object({
    ...listSchema(triedSchema).shape,
    concerned: z.int().meta({ description: 'accounts for which something would be different' }),
    losing: z.int().meta({ description: 'of these, accounts that would have less of something' }),
  })
  .meta({ id: 'DryRun' });
export const dryRunQuery = pageQuery(
  {
    which: z
      .enum(['concerned', 'all'])
      .default('concerned')
      .meta({ description: 'accounts for which something would be different, or every account there is' }),
    format: z.enum(['json', 'csv']).optional(),
  },
  ['account_id'],
);
type Query = z.output<typeof dryRunQuery>;

/** A change that is tried: for whom what would be different. */
export type Trial = {
  /** Of the file. */
  readonly name: string;
  readonly changes: ReadonlyMap<number, readonly Change[]>;
  /** Services of the account as they would be; left out, none changes. */
  readonly services?: (accountId: number) => ServicesThen;
  /** What of it is in use, looked up for the accounts that are answered alone. */
  readonly inUse?: (accountId: number, changes: readonly Change[]) => Promise<readonly Change[]>;
};
export type DryRunDeps = {
  readonly rows: OutlookReader;
  readonly outlook: (accountId: number) => Promise<Outlook>;
};
type Asked = Pick<Call<Query>, 'c' | 'query'>;
type Tried = Awaited<ReturnType<typeof tried>>;

/** By `?format=csv`, or by the Accept of whoever asks for nothing else. */
export const wantsCsv = ({ c, query }: Asked): boolean =>
  query.format === undefined ? /^\s*text\/csv\s*(;|,|$)/.test(c.req.header('accept') ?? '') : query.format === 'csv';

/** A page of the accounts in order of their ids, or all of them as a table. */
export async function triedFor(deps: DryRunDeps, asked: Asked, trial: Trial) {
  const { query } = asked;
  const every =
    query.which === 'all' ? await deps.rows.everyAccount() : [...trial.changes.keys()].sort((a, b) => a - b);
  const ids = query.ordering === '-account_id' ? [...every].reverse() : every;
  const from = (query.page - 1) * query.page_size;
  const shown = wantsCsv(asked) ? ids : ids.slice(from, from + query.page_size);
  const results = await eachTried(deps, shown, trial);
  const losing = [...trial.changes.values()].filter((changes) => changes.some(({ loses }) => loses)).length;
  return { ...page(asked, query, ids.length, results), concerned: trial.changes.size, losing };
}

/** So many accounts are looked up at once. */
const AT_ONCE = 8;
async function eachTried(deps: DryRunDeps, ids: readonly number[], trial: Trial): Promise<Tried[]> {
  const results: Tried[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const names = await deps.rows.accounts(some);
    results.push(...(await Promise.all(some.map((id) => tried(deps, id, trial, names.get(id))))));
  }
  return results;
}

type Named = { readonly name: string; readonly plan: string } | undefined;
async function tried({ outlook }: DryRunDeps, id: number, trial: Trial, known: Named) {
  const found = trial.changes.get(id) ?? [];
  const [standing, changes] = await Promise.all([outlook(id), trial.inUse ? trial.inUse(id, found) : found]);
  const { prepaid, next: before } = standing.invoices();
  const { next: after } = standing.invoices(standing.account, trial.services?.(id));
  return {
    account_id: id,
    name: known?.name ?? `account ${id}`,
    plan: known?.plan ?? '',
    changes,
    next_invoice: {
      currency: 'USD' as const,
      billing_date: standing.billingDate,
      before: sideOf(before),
      after: sideOf(after),
    },
    difference: formatMoney(cents(after.total - before.total)),
    renewals: prepaid,
  };
}

const COLUMNS = [
  'account_id',
  'name',
  'plan',
  'billing_date',
  'before',
  'after',
  'difference',
  'carried_over',
] as const;
const MORE = ['changes', 'loses', 'in_use', 'renewals'] as const;
/** A line an account. */
export function triedCsv(name: string, results: readonly Tried[]): Reply {
  const rows = results.map(({ next_invoice: { billing_date, before, after }, ...row }) => ({
    account_id: row.account_id,
    name: row.name,
    plan: row.plan,
    billing_date,
    before: before.total,
    after: after.total,
    difference: row.difference,
    carried_over: after.carried_over,
    changes: row.changes.map(told).join('; '),
    loses: row.changes
      .filter(({ loses }) => loses)
      .map(told)
      .join('; '),
    in_use: row.changes.flatMap(({ key, in_use }) => in_use.map((each) => `${key}: ${each}`)).join('; '),
    renewals: row.renewals
      .map(({ order_id, on, total, held }) => `order ${order_id} on ${on}: ${total ?? held ?? ''}`)
      .join('; '),
  }));
  return csvReply(`${name}.csv`, [...COLUMNS, ...MORE], rows);
}
const told = ({ subject, id, key, from, to }: Tried['changes'][number]): string =>
  `${id === null ? '' : `${subject} ${id} `}${key}: ${from} → ${to}`;

/** The whole answer of a route that only tries. */
export async function dryRunReply(deps: DryRunDeps, asked: Asked, trial: Trial): Promise<Reply> {
  const body = await triedFor(deps, asked, trial);
  return wantsCsv(asked) ? triedCsv(trial.name, body.results) : { status: 200, body };
}

/** A file that leaves with names and money of many is told of in the log, as every export is; an answer on the screen is not. */
export const asExport = {
  what: 'export',
  of: (call: Call<Query>) => (wantsCsv(call) ? { ids: [], account: call.principal.accountId } : null),
} as const;
