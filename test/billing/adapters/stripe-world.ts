import { createPool } from '#adapters/postgres';
import { serveStandIns } from '#adapters/sandbox/serve';
import { createSandboxState, type FaultMode } from '#adapters/sandbox/state';
import { createSandboxStripe } from '#adapters/sandbox/stripe';
import { createStripeGateway } from '#adapters/stripe';
import type { Charge, PaymentGateway, Refund, SetUp, TestCard } from '#commands/billing/ports-payments';
import { cents } from '#domain/kernel/money';
import { instantOf, plusHours } from '#domain/kernel/time';
import { TestClock } from '#runtime/clock';
import { testDatabase } from '#test/support/postgres';

export const KEY = 'sk_test_51secret';
export const SECRET = 'whsec_one';
const START = instantOf(Date.UTC(2026, 10, 20, 10));

export type StripeWorld = Awaited<ReturnType<typeof stripeWorld>>;

/** The adapter over real HTTP against the sandbox's stand-in, whose ledger is the truth. */
export async function stripeWorld() {
  const database = await testDatabase();
  const pool = createPool(database.config);
  const clock = new TestClock(START);
  const state = await createSandboxState(pool, clock);
  const notify: { url: string | null } = { url: null };
  const stripe = await createSandboxStripe(pool, state, { webhookSecret: SECRET, notifyUrl: () => notify.url });
  const planned = new Map<number, FaultMode>();
  const calls: string[] = [];
  const served = await serveStandIns({
    async fetch(request, env) {
      const mode = planned.get(calls.push(`${request.method} ${new URL(request.url).pathname}`));
      if (mode) await state.setFault('stripe', mode, 1);
      return stripe.app.fetch(request, env);
    },
  });
  const gatewayAt = (options: Partial<Parameters<typeof createStripeGateway>[0]> = {}): PaymentGateway =>
    createStripeGateway({
      key: KEY,
      webhookSecrets: [SECRET],
      base: `${served.url}/stripe`,
      now: () => clock.now(),
      ...options,
    });
  return {
    pool,
    clock,
    state,
    stripe,
    notify,
    calls,
    gatewayAt,
    url: served.url,
    gateway: gatewayAt(),
    pass: (hours: number) => clock.set(plusHours(clock.now(), hours)),
    /** The calls that fail: 1 is the next. */
    plan(faults: Readonly<Record<number, FaultMode>>): void {
      calls.length = 0;
      planned.clear();
      for (const [call, mode] of Object.entries(faults)) planned.set(Number(call), mode);
    },
    /** A customer whose card is saved. */
    async saved(testCard: TestCard = 'ok') {
      const done = await setUp(gatewayAt(), { ...aSetUp(clock), testCard });
      if (done.outcome !== 'proven') throw new Error(`the card is ${done.outcome}`);
      return { customer: done.customer, method: done.method };
    },
    /** What became of the money, by the stand-in's own book. */
    async moved(): Promise<string[]> {
      const rows = await state.ledger('stripe');
      return rows.map(({ operation, outcome, charged = '' }) => `${operation} ${outcome} ${charged}`.trim());
    },
    async statuses(kind: string): Promise<string[]> {
      const { rows } = await pool.query<{ status: string }>(
        `SELECT doc ->> 'status' AS status FROM sandbox.stripe_objects WHERE kind = $1 ORDER BY n`,
        [kind],
      );
      return rows.map(({ status }) => status);
    },
    async clear(): Promise<void> {
      planned.clear();
      notify.url = null;
      clock.set(START);
      await pool.query(`TRUNCATE sandbox.ledger, sandbox.faults, sandbox.stripe_keys, sandbox.stripe_objects,
        sandbox.stripe_deliveries`);
    },
    async close(): Promise<void> {
      await served.close();
      await pool.end();
      await database.drop();
    },
  };
}

let made = 0;
export const aSetUp = (clock: TestClock): SetUp => {
  const methodId = ++made;
  return {
    key: `method-${methodId}`,
    intendedAt: clock.now(),
    methodId,
    accountId: 7,
    customer: null,
    testCard: 'ok',
  };
};

export const aCharge = (clock: TestClock, saved: Pick<Charge, 'customer' | 'method'>): Charge => {
  const paymentId = ++made;
  return {
    key: `payment-${paymentId}`,
    intendedAt: clock.now(),
    paymentId,
    accountId: 7,
    ...saved,
    invoiceId: 12,
    invoiceNumber: 'INV-2026-000012',
    amount: cents(12_345),
    description: 'INV-2026-000012',
  };
};

export const aRefund = (clock: TestClock, reference: string, amount: number): Refund => {
  const refundId = ++made;
  return {
    key: `refund-${refundId}`,
    intendedAt: clock.now(),
    refundId,
    paymentId: 3,
    invoiceId: 12,
    reference,
    amount: cents(amount),
    reason: 'cancelled in time',
  };
};

export async function setUp({ setUp }: PaymentGateway, wanted: SetUp) {
  if (!setUp) throw new Error('nothing can be set up');
  return setUp(wanted);
}
export async function findSetUp({ findSetUp }: PaymentGateway, wanted: SetUp) {
  if (!findSetUp) throw new Error('nothing can be set up');
  return findSetUp(wanted);
}

type Answer = { readonly outcome: string };
const OPEN = ['unknown', 'temporary', 'not_found'];

/** As the system goes about it: what is not certain is looked up, and what is not there is done again. */
export async function carriedThrough<T extends Answer>(act: () => Promise<T>, find: () => Promise<Answer>) {
  let answer: Answer = await act();
  for (let i = 0; i < 10 && OPEN.includes(answer.outcome); i++)
    answer = answer.outcome === 'unknown' ? await find() : await act();
  return answer;
}
