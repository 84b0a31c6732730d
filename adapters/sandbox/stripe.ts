import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type pg from 'pg';
import { plusHours } from '#domain/kernel/time';
import { faults, type StandInEnv } from './serve.ts';
import type { SandboxState } from './state.ts';
import { answered } from './stripe/answers.ts';
import { createDelivery, type DeliveryOptions } from './stripe/delivery.ts';
import { closeDispute, DISPUTES, openDispute } from './stripe/disputes.ts';
import { parseForm } from './stripe/form.ts';
import { INVOICES } from './stripe/invoices.ts';
import { listed, type Operation, retrieve } from './stripe/operation.ts';
import { PAYMENTS } from './stripe/payments.ts';
import { failRefund, REFUNDS, refundCharge } from './stripe/refunds.ts';
import { Refusal, refused } from './stripe/refusal.ts';
import { SET_UPS } from './stripe/set-ups.ts';
import { inTransaction, migrateStripe, type Tx } from './stripe/store.ts';
import { type PlanInput, planSubscription } from './stripe/subscriptions.ts';

type Ctx = Context<StandInEnv>;
export type SandboxStripeOptions = DeliveryOptions & {
  /** Milliseconds that Stripe takes when it is `slow`; longer than its callers wait. */
  readonly slowMs?: number;
};
const EVENT_DAYS = 30;

const operationsAt = (state: SandboxState): readonly Operation[] => [
  ...INVOICES,
  ...PAYMENTS,
  ...REFUNDS,
  ...SET_UPS,
  ...DISPUTES,
  retrieve('payment_intents', 'payment_intent'),
  retrieve('charges', 'charge'),
  retrieve('disputes', 'dispute'),
  retrieve('subscriptions', 'subscription'),
  {
    ...listed('events', 'event', ['type']),
    run: (call) => listed('events', 'event', ['type'], { from: plusHours(state.now(), -24 * EVENT_DAYS) }).run(call),
  },
  retrieve('events', 'event'),
];

/**
 * Stand-in of Stripe below /stripe: customers, set-ups, invoices that are paid with a saved card, refunds, disputes, events and
 * their webhooks. What it knows is in tables which the processes of a sandbox share; each operation is one transaction.
 */
export async function createSandboxStripe(pool: pg.Pool, state: SandboxState, options: SandboxStripeOptions) {
  await migrateStripe(pool);
  const app = new Hono<StandInEnv>();
  app.use('/stripe/*', faults(state, 'stripe', options.slowMs));
  app.use('/stripe/*', async (c, next) => {
    c.header('request-id', `req_${randomUUID()}`);
    const key = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    if (key === undefined) throw refused(401, 'You did not provide an API key.');
    if (key.includes('expired')) throw refused(401, `Expired API Key provided: ${key}`, { code: 'api_key_expired' });
    await next();
  });
  for (const operation of operationsAt(state))
    app[operation.method](`/stripe/v1${operation.path}`, (c) => answer(pool, state, operation, c));
  app.all('/stripe/*', (c) => {
    throw refused(404, `Unrecognized request URL (${c.req.method}: ${c.req.path}).`);
  });
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.json(error.body, error.status);
    return c.json({ error: { type: 'api_error', message: error.message } }, 500);
  });
  const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(pool, state, work);
  return {
    app,
    /** Sends the events that are due to the address that is set; whether there was any. */
    deliver: createDelivery(pool, state, options),
    /** What a bank, or the platform, does. */
    dispute: ({ payment_intent, ...input }: { payment_intent: string; amount?: number; reason?: string }) =>
      within(async (tx) => ({ id: (await openDispute(tx, payment_intent, input)).id })),
    closeDispute: (id: string, outcome: 'won' | 'lost'): Promise<void> => within((tx) => closeDispute(tx, id, outcome)),
    /** Somebody gives money back in the dashboard. */
    refund: ({ payment_intent, amount }: { payment_intent: string; amount?: number }): Promise<{ id: string }> =>
      within(async (tx) => {
        const wanted = { amount: amount ?? null, metadata: {}, reason: null, key: null };
        return { id: (await refundCharge(tx, payment_intent, wanted)).id };
      }),
    /** A refund that was done comes back. */
    failRefund: (id: string, why = 'lost_or_stolen_card'): Promise<void> => within((tx) => failRefund(tx, id, why)),
    /** An event of any type about any object, also one that has no id. */
    notify: (type: string, object: Readonly<Record<string, unknown>>): Promise<void> =>
      within((tx) => tx.emit(type, object)),
    planSubscription: (input: PlanInput): Promise<{ id: string }> =>
      within(async (tx) => ({ id: (await planSubscription(tx, input)).id })),
  };
}

async function answer(pool: pg.Pool, state: SandboxState, operation: Operation, c: Ctx): Promise<Response> {
  const body = operation.method === 'post' ? await c.req.text() : new URL(c.req.url).search.slice(1);
  const type = c.req.header('content-type') ?? '';
  if (operation.method === 'post' && body !== '' && !type.startsWith('application/x-www-form-urlencoded'))
    throw refused(400, 'A form is expected.');
  const {
    status,
    body: told,
    replayed,
  } = await inTransaction(pool, state, (tx) =>
    answered(operation, {
      tx,
      body,
      path: c.req.path,
      form: parseForm(body),
      id: c.req.param('id') ?? '',
      refuse: c.get('refuse'),
      key: c.req.header('idempotency-key') ?? null,
    }),
  );
  if (replayed) c.header('idempotent-replayed', 'true');
  return c.json(told as object, status as 200);
}
