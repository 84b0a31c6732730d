import { generateKeyPairSync } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type pg from 'pg';
import { migrate, transaction } from '#adapters/postgres';
import { cents, formatMoney, parseMoney } from '#domain/kernel/money';
import { epochMs, type Instant, plusHours } from '#domain/kernel/time';
import { type PayPalDeliveryOptions, paypalDelivery } from './paypal/delivery.ts';
import { centsOf, type Doc, leftOf, no, paypalMoney, type Reply } from './paypal/money.ts';
import { faults, type StandInEnv } from './serve.ts';
import type { SandboxState } from './state.ts';

type Ctx = Context<StandInEnv>;

export type SandboxPayPalOptions = PayPalDeliveryOptions & { readonly slowMs?: number };

/** Request ids are kept so long: of orders 6 hours, of money 45 days. */
const ORDER_HOURS = 6;
const MONEY_HOURS = 45 * 24;

const OUTCOMES: Readonly<Record<string, string>> = {
  lost: 'RESOLVED_BUYER_FAVOUR',
  won: 'RESOLVED_SELLER_FAVOUR',
};

/** One for every stand-in of a process: making it takes a fifth of a second. */
let pair: ReturnType<typeof generateKeyPairSync> | undefined;

/** A stand-in of PayPal's orders, payments, disputes and webhooks, by its published contract, with a truth of its own. */
export async function createSandboxPayPal(pool: pg.Pool, state: SandboxState, options: SandboxPayPalOptions) {
  await migrate(pool, [
    'CREATE SCHEMA IF NOT EXISTS sandbox',
    `CREATE TABLE IF NOT EXISTS sandbox.paypal_objects (
       n bigint GENERATED ALWAYS AS IDENTITY, id text PRIMARY KEY, kind text NOT NULL, doc json NOT NULL)`,
    'CREATE SEQUENCE IF NOT EXISTS sandbox.paypal_ids',
    `CREATE TABLE IF NOT EXISTS sandbox.paypal_keys (
       key text PRIMARY KEY, request text NOT NULL, status integer NOT NULL, body json NOT NULL, at timestamptz NOT NULL)`,
    `CREATE TABLE IF NOT EXISTS sandbox.paypal_events (
       n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id text NOT NULL, doc json NOT NULL, at timestamptz NOT NULL,
       due timestamptz, held boolean NOT NULL DEFAULT false)`,
    'CREATE TABLE IF NOT EXISTS sandbox.paypal_pem (one boolean PRIMARY KEY, private text NOT NULL, public text NOT NULL)',
  ]);
  pair ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
  await pool.query('INSERT INTO sandbox.paypal_pem VALUES (true, $1, $2) ON CONFLICT DO NOTHING', [
    pair.privateKey.export({ type: 'pkcs8', format: 'pem' }),
    pair.publicKey.export({ type: 'spki', format: 'pem' }),
  ]);
  const [pem] = (await pool.query<{ private: string; public: string }>('SELECT * FROM sandbox.paypal_pem')).rows;
  if (!pem) throw new Error('the stand-in has no key');

  type Tx = pg.PoolClient;
  const inTransaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transaction(pool, work);
  const newId = async (tx: Tx, prefix: string) =>
    `${prefix}${String((await tx.query<{ id: string }>("SELECT nextval('sandbox.paypal_ids') AS id")).rows[0]?.id).padStart(12, '0')}`;
  const get = async (tx: Tx | pg.Pool, kind: string, id: string, lock = false) =>
    (
      await tx.query<{ doc: Doc }>(
        `SELECT doc FROM sandbox.paypal_objects WHERE id = $1 AND kind = $2${lock ? ' FOR UPDATE' : ''}`,
        [id, kind],
      )
    ).rows[0]?.doc;
  const put = (tx: Tx, kind: string, id: string, doc: Doc) =>
    tx.query(
      'INSERT INTO sandbox.paypal_objects (id, kind, doc) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET doc = excluded.doc',
      [id, kind, JSON.stringify(doc)],
    );
  async function notice(tx: Tx, type: string, resource: Doc, kind = 'object'): Promise<void> {
    const id = await newId(tx, 'WH-');
    const at = state.now();
    const doc = {
      id,
      event_version: '1.0',
      create_time: at,
      resource_type: kind,
      event_type: type,
      resource,
      summary: type,
      links: [],
    };
    await tx.query('INSERT INTO sandbox.paypal_events (id, doc, at, due) VALUES ($1, $2, $3, $3)', [
      id,
      JSON.stringify(doc),
      at,
    ]);
  }
  const book = (
    tx: Tx,
    operation: string,
    reference: string,
    request: Doc,
    outcome: string,
    charged: string | null,
    key?: string,
  ) =>
    tx.query(
      `INSERT INTO sandbox.ledger (provider, operation, reference, idempotency_key, at, request, outcome, charged)
       VALUES ('paypal', $1, $2, $3, $4, $5, $6, $7)`,
      [operation, reference, key ?? null, state.now(), JSON.stringify(request), outcome, charged],
    );

  /** Answers a repeated request as it was answered first, while its id is remembered. */
  async function once(
    c: Ctx,
    hours: number,
    work: (tx: Tx, body: Doc, key: string) => Promise<Reply>,
  ): Promise<Response> {
    if (!c.req.header('authorization')?.startsWith('Bearer ')) return c.json({ name: 'AUTHENTICATION_FAILURE' }, 401);
    const key = c.req.header('paypal-request-id') ?? '';
    const text = await c.req.text();
    const request = `${c.req.path} ${text}`;
    const reply = await inTransaction(async (tx): Promise<Reply> => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`paypal ${key}`]);
      const [known] = (
        await tx.query<{ request: string; status: number; body: Doc; at: Instant }>(
          'SELECT * FROM sandbox.paypal_keys WHERE key = $1',
          [key],
        )
      ).rows;
      const fresh = known && epochMs(state.now()) - Date.parse(String(known.at)) < hours * 3_600_000;
      if (fresh && known.request !== request)
        return no(422, 'PREVIOUS_REQUEST_IN_PROGRESS', 'the id was used for another request');
      if (fresh) return { status: 200, body: known.body };
      let body: Doc;
      try {
        body = text === '' ? {} : (JSON.parse(text) as Doc);
      } catch {
        return no(400, 'MALFORMED_REQUEST_JSON', 'The request JSON is not well formed.');
      }
      const made = await work(tx, body, key);
      if (key !== '' && made.status < 300)
        await tx.query(
          `INSERT INTO sandbox.paypal_keys VALUES ($1, $2, $3, $4, $5) ON CONFLICT (key) DO UPDATE
           SET request = excluded.request, status = excluded.status, body = excluded.body, at = excluded.at`,
          [key, request, made.status, JSON.stringify(made.body), state.now()],
        );
      return made;
    });
    return c.json(reply.body, reply.status);
  }

  const { createOrder, captureOrder, refundCapture, giveBack, failRefund } = paypalMoney(
    state,
    { get, put, newId, notice, book },
    options.publicBase,
  );

  const shown = async (c: Ctx, kind: string, id: string) => {
    const doc = await get(pool, kind, id);
    const missing = no(404, 'INVALID_RESOURCE_ID', 'there is no such thing');
    return doc ? c.json(doc) : c.json(missing.body, missing.status);
  };
  const app = new Hono<StandInEnv>();
  app.get('/paypal/checkoutnow', async (c) => {
    const id = c.req.query('token') ?? '';
    const approved = await inTransaction(async (tx) => {
      const order = await get(tx, 'order', id, true);
      if (order?.['status'] !== 'PAYER_ACTION_REQUIRED') return false;
      const next = { ...order, status: 'APPROVED', declined: c.req.query('decline') === '1' };
      await put(tx, 'order', id, next);
      await notice(tx, 'CHECKOUT.ORDER.APPROVED', next);
      return true;
    });
    return c.html(
      `<!doctype html><title>PayPal sandbox</title><p>${approved ? 'Approved. You may close this page.' : 'Nothing is to be approved here.'}</p>`,
    );
  });
  app.get('/paypal/certs/sandbox.pem', (c) => c.text(pem.public));
  app.use('/paypal/*', faults(state, 'paypal', options.slowMs));
  app.post('/paypal/v1/oauth2/token', (c) =>
    c.req.header('authorization')?.startsWith('Basic ')
      ? c.json({ access_token: 'sandbox-token', token_type: 'Bearer', expires_in: 32_400 })
      : c.json({ error: 'invalid_client' }, 401),
  );
  app.post('/paypal/v2/checkout/orders', (c) => once(c, ORDER_HOURS, createOrder));
  app.get('/paypal/v2/checkout/orders/:id', (c) => shown(c, 'order', c.req.param('id')));
  app.post('/paypal/v2/checkout/orders/:id/capture', (c) =>
    once(c, MONEY_HOURS, (tx, _, key) => captureOrder(tx, c.req.param('id'), c.get('refuse'), key)),
  );
  app.get('/paypal/v2/payments/captures/:id', (c) => shown(c, 'capture', c.req.param('id')));
  app.post('/paypal/v2/payments/captures/:id/refund', (c) =>
    once(c, MONEY_HOURS, (tx, body, key) => refundCapture(tx, c.req.param('id'), body, key)),
  );
  app.get('/paypal/v2/payments/refunds/:id', (c) => shown(c, 'refund', c.req.param('id')));
  app.get('/paypal/v1/customer/disputes/:id', (c) => shown(c, 'dispute', c.req.param('id')));
  app.get('/paypal/v1/notifications/webhooks-events', async (c) => {
    const { start_time: from, end_time: to, page_size: size = '10', after = '0' } = c.req.query();
    const { rows } = await pool.query<{ n: string; doc: Doc }>(
      'SELECT n, doc FROM sandbox.paypal_events WHERE at >= $1 AND at <= $2 AND n > $3 ORDER BY n LIMIT $4',
      [from, to, after, Number(size)],
    );
    const query = `page_size=${size}&start_time=${from}&end_time=${to}&after=${rows.at(-1)?.n}`;
    const next =
      rows.length < Number(size)
        ? []
        : [{ rel: 'next', href: `${options.publicBase()}/v1/notifications/webhooks-events?${query}` }];
    return c.json({ events: rows.map(({ doc }) => doc), count: rows.length, links: next });
  });

  const deliver = paypalDelivery(pool, state, options, pem.private);

  return {
    app,
    /** Sends what is due to be sent; answers whether anything was. */
    deliver,
    dispute: (input: { capture: string; amount?: string; reason?: string }): Promise<{ id: string }> =>
      inTransaction(async (tx) => {
        const capture = await get(tx, 'capture', input.capture);
        if (!capture) throw new Error(`there is no capture ${input.capture}`);
        const id = await newId(tx, 'PP-D-');
        const amount = input.amount ?? formatMoney(centsOf(capture['amount']) ?? cents(0));
        const dispute = {
          dispute_id: id,
          create_time: state.now(),
          status: 'WAITING_FOR_SELLER_RESPONSE',
          reason: (input.reason ?? 'MERCHANDISE_OR_SERVICE_NOT_RECEIVED').toUpperCase(),
          dispute_amount: { currency_code: 'USD', value: amount },
          disputed_transactions: [{ seller_transaction_id: input.capture, custom: capture['custom_id'] }],
          seller_response_due_date: plusHours(state.now(), 10 * 24),
        };
        await put(tx, 'dispute', id, dispute);
        await book(tx, 'dispute', input.capture, { dispute: id, amount }, 'opened', `-${amount}`);
        await notice(tx, 'CUSTOMER.DISPUTE.CREATED', dispute);
        return { id };
      }),
    /** `outcome`: won, lost, or one of PayPal's own codes with what was refunded by it. */
    closeDispute: (id: string, outcome: string, refunded?: string): Promise<void> =>
      inTransaction(async (tx) => {
        const dispute = await get(tx, 'dispute', id, true);
        if (!dispute || dispute['status'] === 'RESOLVED') throw new Error(`there is no open dispute ${id}`);
        const code = OUTCOMES[outcome] ?? outcome;
        const back = refunded === undefined ? {} : { amount_refunded: { currency_code: 'USD', value: refunded } };
        const closed = { ...dispute, status: 'RESOLVED', dispute_outcome: { outcome_code: code, ...back } };
        await put(tx, 'dispute', id, closed);
        const { value } = dispute['dispute_amount'] as { value: string };
        const [transaction] = dispute['disputed_transactions'] as { seller_transaction_id: string }[];
        const reference = transaction?.seller_transaction_id ?? '';
        // The hold ends: what was not refunded is ours again.
        const lost = parseMoney(refunded ?? (code === 'RESOLVED_BUYER_FAVOUR' ? value : '0.00')) ?? 0;
        const kept = formatMoney(cents((parseMoney(value) ?? 0) - lost));
        await book(tx, 'dispute_closed', reference, { dispute: id, code }, outcome, kept);
        await notice(tx, 'CUSTOMER.DISPUTE.RESOLVED', closed, 'dispute');
      }),
    /** Somebody gives money of a capture back in the dashboard, or PayPal or a bank takes it (`reversed`). */
    refund: (input: { capture: string; amount?: string; reversed?: boolean }): Promise<{ id: string }> =>
      inTransaction(async (tx) => {
        const capture = await get(tx, 'capture', input.capture, true);
        if (!capture) throw new Error(`there is no capture ${input.capture}`);
        const left = leftOf(capture);
        const amount = input.amount === undefined ? left : parseMoney(input.amount);
        if (amount === null || amount === 0 || amount > left)
          throw new Error(`of capture ${input.capture} ${formatMoney(left)} is left`);
        const type = input.reversed === true ? 'PAYMENT.CAPTURE.REVERSED' : 'PAYMENT.CAPTURE.REFUNDED';
        return { id: String((await giveBack(tx, capture, amount, { type }))['id']) };
      }),
    failRefund: (id: string): Promise<void> => inTransaction((tx) => failRefund(tx, id)),
    /** A notice of any type about any resource, also one that has no id. */
    notify: (type: string, resource: Readonly<Record<string, unknown>>): Promise<void> =>
      inTransaction((tx) => notice(tx, type, { ...resource })),
  };
}
