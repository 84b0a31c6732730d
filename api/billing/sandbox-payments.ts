import { z } from 'zod';
import { bad, notFound } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, money } from '#api/http/schemas';
import { formatMoney } from '#domain/kernel/money';
import { PLANS } from '#domain/plans/plan';

export type SandboxPayments = {
  readonly stripe: {
    dispute(input: { payment_intent: string; amount?: number; reason?: string }): Promise<{ id: string }>;
    closeDispute(id: string, outcome: 'won' | 'lost'): Promise<void>;
    refund(input: { payment_intent: string; amount?: number }): Promise<{ id: string }>;
    failRefund(id: string): Promise<void>;
    notify(type: string, object: Readonly<Record<string, unknown>>): Promise<void>;
    planSubscription(input: { account_id: number; plan: string; status: string }): Promise<{ id: string }>;
  };
  readonly paypal: {
    dispute(input: { capture: string; amount?: string; reason?: string }): Promise<{ id: string }>;
    closeDispute(id: string, outcome: string, refunded?: string): Promise<void>;
    refund(input: { capture: string; amount?: string; reversed?: boolean }): Promise<{ id: string }>;
    failRefund(id: string): Promise<void>;
    notify(type: string, resource: Readonly<Record<string, unknown>>): Promise<void>;
  };
};

const providerSchema = z.enum(['stripe', 'paypal']);
/** Exists in a sandbox only: what a cardholder's bank, or the platform's own billing, would do. */
export const sandboxPaymentsApi = (payments: SandboxPayments): FeatureRoutes => ({
  name: 'sandbox-payments',
  routes: routesOf(payments),
});

const routesOf = (payments: SandboxPayments) => [
  defineRoute({
    method: 'post',
    path: '/api/v1/sandbox/disputes/',
    operationId: 'openSandboxDispute',
    tag: 'Sandbox',
    summary: 'Have a payment disputed at its provider; `reference` is the payment’s',
    roles: ANYONE_OF.admin,
    body: z.strictObject({
      provider: providerSchema,
      reference: z.string().min(1).max(100),
      amount: money.optional(),
      reason: z.string().max(100).optional(),
    }),
    bodyExample: { provider: 'stripe', reference: 'pi_1', reason: 'product_not_received' },
    answers: [{ status: 201, description: 'opened', schema: z.object({ id: z.string() }) }],
    handle: async ({ body: { provider, reference, amount, reason } }) => {
      const why = reason === undefined ? {} : { reason };
      const opened =
        provider === 'stripe'
          ? payments.stripe.dispute({ payment_intent: reference, ...(amount === undefined ? {} : { amount }), ...why })
          : payments.paypal.dispute({
              capture: reference,
              ...why,
              ...(amount === undefined ? {} : { amount: formatMoney(amount) }),
            });
      const { id } = await opened.catch((error: unknown) => {
        throw bad('/reference', error instanceof Error ? error.message : String(error));
      });
      return { status: 201, body: { id } };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/v1/sandbox/disputes/{dispute}/close/',
    operationId: 'closeSandboxDispute',
    tag: 'Sandbox',
    summary: 'Have a dispute decided by its provider; PayPal’s own outcome may be named, with what was refunded by it',
    roles: ANYONE_OF.admin,
    body: z
      .strictObject({
        provider: providerSchema,
        outcome: z.enum(['won', 'lost']).optional(),
        outcome_code: z
          .string()
          .regex(/^[0-9A-Z_]{1,255}$/)
          .optional(),
        amount_refunded: money.optional(),
      })
      .refine((body) => (body.outcome === undefined) !== (body.outcome_code === undefined), {
        message: 'name one of outcome and outcome_code',
        path: ['outcome'],
      })
      .refine((body) => body.provider === 'paypal' || (body.outcome_code ?? body.amount_refunded) === undefined, {
        message: 'is PayPal’s',
        path: ['outcome_code'],
      }),
    bodyExample: { provider: 'stripe', outcome: 'lost' },
    answers: [{ status: 200, description: 'decided', schema: z.object({ id: z.string() }) }],
    handle: async ({ params, body: { provider, outcome = 'won', outcome_code, amount_refunded: refunded } }) => {
      const back = refunded === undefined ? undefined : formatMoney(refunded);
      const closed =
        provider === 'stripe'
          ? payments.stripe.closeDispute(params.dispute, outcome)
          : payments.paypal.closeDispute(params.dispute, outcome_code ?? outcome, back);
      await closed.catch(() => {
        throw notFound('dispute');
      });
      return { status: 200, body: { id: params.dispute } };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/v1/sandbox/refunds/',
    operationId: 'makeSandboxRefund',
    tag: 'Sandbox',
    summary: 'Have money given back in the provider’s dashboard, or taken back by PayPal; `reference` is the payment’s',
    roles: ANYONE_OF.admin,
    body: z
      .strictObject({
        provider: providerSchema,
        reference: z.string().min(1).max(100),
        amount: money.optional(),
        reversed: z.boolean().default(false),
      })
      .refine((body) => body.provider === 'paypal' || !body.reversed, {
        message: 'only PayPal takes money back without a dispute',
        path: ['reversed'],
      }),
    bodyExample: { provider: 'stripe', reference: 'pi_1', amount: '5.00' },
    answers: [{ status: 201, description: 'made', schema: z.object({ id: z.string() }) }],
    handle: async ({ body: { provider, reference, amount, reversed } }) => {
      const made =
        provider === 'stripe'
          ? payments.stripe.refund({ payment_intent: reference, ...(amount === undefined ? {} : { amount }) })
          : payments.paypal.refund({
              capture: reference,
              reversed,
              ...(amount === undefined ? {} : { amount: formatMoney(amount) }),
            });
      const { id } = await made.catch((error: unknown) => {
        throw bad('/reference', error instanceof Error ? error.message : String(error));
      });
      return { status: 201, body: { id } };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/v1/sandbox/refunds/{refund}/fail/',
    operationId: 'failSandboxRefund',
    tag: 'Sandbox',
    summary: 'Have a refund come back that its provider had reported as done; `refund` is the provider’s id',
    roles: ANYONE_OF.admin,
    body: z.strictObject({ provider: providerSchema }),
    bodyExample: { provider: 'stripe' },
    answers: [{ status: 200, description: 'failed', schema: z.object({ id: z.string() }) }],
    handle: async ({ params, body: { provider } }) => {
      await payments[provider].failRefund(params.refund).catch(() => {
        throw notFound('refund');
      });
      return { status: 200, body: { id: params.refund } };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/v1/sandbox/notices/',
    operationId: 'sendSandboxNotice',
    tag: 'Sandbox',
    summary: 'Have a provider tell of anything, also of what has no id or is of an unknown type',
    roles: ANYONE_OF.admin,
    body: z.strictObject({
      provider: providerSchema,
      type: z.string().min(1).max(100),
      object: z.record(z.string(), z.json()).default({}),
    }),
    bodyExample: { provider: 'stripe', type: 'balance.available', object: { object: 'balance' } },
    answers: [{ status: 201, description: 'queued', schema: z.object({ type: z.string() }) }],
    handle: async ({ body: { provider, type, object } }) => {
      await payments[provider].notify(type, object);
      return { status: 201, body: { type } };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/v1/sandbox/plan-subscriptions/',
    operationId: 'setSandboxPlanSubscription',
    tag: 'Sandbox',
    summary: 'Have the platform’s own plan subscription of an account change at Stripe',
    roles: ANYONE_OF.admin,
    body: z.strictObject({
      account_id: idSchema,
      plan: z.enum(PLANS),
      status: z.enum(['active', 'past_due', 'canceled']),
    }),
    bodyExample: { account_id: 1, plan: 'growth', status: 'past_due' },
    answers: [{ status: 201, description: 'changed', schema: z.object({ id: z.string() }) }],
    handle: async ({ body }) => ({ status: 201, body: await payments.stripe.planSubscription(body) }),
  }),
];
