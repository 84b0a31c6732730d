import { z } from 'zod';
import { formatMoney } from '#domain/kernel/money';
import { PLANS } from '#domain/plan';
import { bad, notFound } from './http/problem.ts';
import { ANYONE_OF, defineRoute } from './http/routes.ts';
import { idSchema, money } from './http/schemas.ts';

export type SandboxPayments = {
  readonly stripe: {
    dispute(input: { payment_intent: string; amount?: number; reason?: string }): Promise<{ id: string }>;
    closeDispute(id: string, outcome: 'won' | 'lost'): Promise<void>;
    planSubscription(input: { account_id: number; plan: string; status: string }): Promise<{ id: string }>;
  };
  readonly paypal: {
    dispute(input: { capture: string; amount?: string; reason?: string }): Promise<{ id: string }>;
    closeDispute(id: string, outcome: 'won' | 'lost'): Promise<void>;
  };
};

const providerSchema = z.enum(['stripe', 'paypal']);
/** What a cardholder's bank, or the platform's own billing, would do. */
export const paymentRoutes = (payments: SandboxPayments) => [
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
              ...{ capture: reference, ...why },
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
    summary: 'Have a dispute decided by its provider',
    roles: ANYONE_OF.admin,
    body: z.strictObject({ provider: providerSchema, outcome: z.enum(['won', 'lost']) }),
    bodyExample: { provider: 'stripe', outcome: 'lost' },
    answers: [{ status: 200, description: 'decided', schema: z.object({ id: z.string() }) }],
    handle: async ({ params, body: { provider, outcome } }) => {
      await payments[provider].closeDispute(params.dispute, outcome).catch(() => {
        throw notFound('dispute');
      });
      return { status: 200, body: { id: params.dispute } };
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
