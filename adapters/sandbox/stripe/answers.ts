import { createHash } from 'node:crypto';
import { type Form, list, onlyNamed } from './form.ts';
import type { Call, Done, Operation } from './operation.ts';
import { type Refusal, refused } from './refusal.ts';
import type { Doc, Kind, Tx } from './store.ts';

export type Asked = Call & { readonly body: string; readonly path: string };
export type Answer = { readonly status: number; readonly body: unknown; readonly replayed: boolean };

/** Stripe may forget a key after that; this one does, to the second. */
const KEY_HOURS = 24;

/** Runs an operation, at most once for one key. */
export async function answered(operation: Operation, asked: Asked): Promise<Answer> {
  const { tx, key } = asked;
  if (key === null || operation.method !== 'post') return { ...(await run(operation, asked)), replayed: false };
  const { rows: free } = await tx.client.query<{ free: boolean }>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS free',
    [`stripe:${key}`],
  );
  if (!free[0]?.free) throw inUse(key);
  const hash = createHash('sha256').update(`${operation.method} ${asked.path} ${asked.body}`).digest('hex');
  const kept = await keptUnder(tx, key);
  if (kept && kept.hash !== hash) throw otherParameters(key);
  if (kept) return { status: kept.status, body: kept.body, replayed: true };
  const done = await run(operation, asked);
  await tx.client.query('INSERT INTO sandbox.stripe_keys (key, hash, status, body, at) VALUES ($1, $2, $3, $4, $5)', [
    key,
    hash,
    done.status,
    JSON.stringify(done.body),
    tx.now,
  ]);
  return { ...done, replayed: false };
}

type Kept = { readonly hash: string; readonly status: number; readonly body: unknown };

async function keptUnder({ client, now }: Tx, key: string): Promise<Kept | undefined> {
  await client.query(
    `DELETE FROM sandbox.stripe_keys WHERE key = $1 AND at <= $2::timestamptz - make_interval(hours => ${KEY_HOURS})`,
    [key, now],
  );
  const { rows } = await client.query<Kept>('SELECT hash, status, body FROM sandbox.stripe_keys WHERE key = $1', [key]);
  return rows[0];
}

const inUse = (key: string): Refusal =>
  refused(409, `There is currently another in-progress request using this Stripe Idempotent Key: ${key}.`, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
  });
const otherParameters = (key: string): Refusal =>
  refused(
    400,
    `Keys for idempotent requests can only be used with the same parameters they were first used with: ${key}`,
    {
      type: 'idempotency_error',
    },
  );

async function run(operation: Operation, asked: Asked): Promise<Done> {
  onlyNamed(asked.form, operation.params);
  const { status, body } = await operation.run(asked);
  return { status, body: status === 200 ? await presented(asked.tx, body, asked.form) : body };
}

const isList = (body: object): body is { readonly data: Doc[] } => 'data' in body && Array.isArray(body.data);

async function presented(tx: Tx, body: object, form: Form): Promise<object> {
  const fields = list(form, 'expand');
  if (!isList(body)) return expanded(tx, body, fields);
  const inner = fields.map((field) => {
    if (!field.startsWith('data.')) throw notExpandable(field);
    return field.slice('data.'.length);
  });
  const data: object[] = [];
  for (const doc of body.data) data.push(await expanded(tx, doc, inner));
  return { ...body, data };
}

/** Fields that hold an id, and of what. */
const EXPANDABLE: Readonly<Record<string, Kind>> = {
  customer: 'customer',
  payment_method: 'payment_method',
  payment_intent: 'payment_intent',
  charge: 'charge',
  latest_charge: 'charge',
};

async function expanded(tx: Tx, doc: object, fields: readonly string[]): Promise<object> {
  // The payments of an invoice are there for those who ask for them.
  const { payments, ...shown } = doc as Readonly<Record<string, unknown>>;
  const more: Record<string, unknown> = {};
  for (const field of fields) {
    const kind = EXPANDABLE[field];
    if (field === 'payments' && payments !== undefined) more[field] = payments;
    else if (kind === undefined || !(field in shown)) throw notExpandable(field);
    else if (typeof shown[field] === 'string') more[field] = await tx.find(kind, shown[field]);
  }
  return { ...shown, ...more };
}

const notExpandable = (field: string): Refusal =>
  refused(400, `This property cannot be expanded (${field}).`, { param: 'expand' });
