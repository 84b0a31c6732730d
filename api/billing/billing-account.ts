import { z } from 'zod';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { TenantScope } from '#api/http/principal';
import { accepted, notFound, Problem } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, moneyText, text } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import { askedAccount } from '#api/plans/feature-gate';
import type { BillingAccountCommands } from '#commands/billing/billing-account';
import { TEST_CARDS } from '#commands/billing/ports-payments';
import { defaultMethod } from '#domain/billing/billing-account-drafts';
import type { BillingAccount, MethodGateway, PaymentMethod } from '#domain/billing/billing-account-messages';
import { parseTaxRate, type TaxRate } from '#domain/billing/invoice-lines';
import type { PaymentMethodId } from '#domain/kernel/ids';
import type { BillingReader } from '#projections/billing/billing-reader';
import { CREDIT_LEDGER } from '#projections/plans/indexing-credit';

/** What is told of a change of the credits. */
const CREDIT = ['at', 'change', 'balance_after', 'reason', 'event_id'] as const;

const BASE = '/api/v1/billing/';
const TAG = 'Billing';
const methodSchema = z
  .object({
    id: idSchema,
    gateway: z.enum(['stripe', 'paypal', 'manual']),
    label: z.string(),
    last4: z.string().nullable(),
    expires: z.string().nullable(),
    is_default: z.boolean(),
    status: z.enum(['pending', 'proven', 'failed']),
    error: z.string().nullable(),
    client_secret: z.string().optional(),
  })
  .meta({ id: 'PaymentMethod' });
export const taxRateInput = z
  .string()
  .max(8)
  .transform((value, context): TaxRate => {
    const rate = parseTaxRate(value);
    if (rate !== null) return rate;
    context.addIssue({ code: 'custom', message: 'must be a percentage such as "19" or "7.7", from 0 to 100' });
    return z.NEVER;
  })
  .meta({ type: 'string', example: '19' });
const balanceSchema = z
  .object({
    account_id: idSchema,
    account_credit: moneyText,
    open: moneyText,
    past_due: moneyText,
    tax_rate: z.string(),
  })
  .meta({ id: 'AccountBalance' });

export type BillingAccountApi = {
  readonly billing: BillingAccountCommands;
  readonly reader: BillingReader;
  /** What a browser finishes a set-up with; null where the gateway is not to be had. */
  readonly setUpSecret: (object: string) => Promise<string | null>;
  /** Waits a moment for something to come about; answers whether it did. */
  readonly eventually: (holds: () => Promise<boolean>) => Promise<boolean>;
  /** Whether payments can be made by it here. */
  readonly takes: (gateway: MethodGateway) => boolean;
  readonly sandbox: boolean;
};

/** How accounts pay, what they owe, and their credits. */
export function billingAccountApi({
  billing,
  reader,
  setUpSecret,
  eventually,
  takes,
  sandbox,
}: BillingAccountApi): FeatureRoutes {
  const account = async ({ id, scope }: { readonly id: number; readonly scope: TenantScope }) => {
    const found = await reader.account(scope, id);
    if (!found) throw notFound('account');
    return found;
  };
  const stateOf = async (id: number): Promise<BillingAccount> => (await billing.load(id)).state;
  async function shown(method: PaymentMethod, state: BillingAccount) {
    const { id, gateway, label, last4, expires, status, error, object } = method;
    const secret = status === 'pending' && object !== null ? await setUpSecret(object).catch(() => null) : null;
    return {
      id,
      gateway,
      label,
      last4,
      expires,
      is_default: defaultMethod(state)?.id === id,
      status,
      error,
      ...(secret === null ? {} : { client_secret: secret }),
    };
  }
  const money = async (scope: TenantScope, id: number) => {
    const row = await reader.billing(scope, id);
    const owed = await reader.owed(scope, id);
    const tax_rate = row?.tax_rate ?? '0';
    return { account_id: id, account_credit: row?.account_credit ?? '0.00', ...owed, tax_rate };
  };

  return {
    name: 'billing-account',
    routes: [
      defineRoute({
        method: 'get',
        path: `${BASE}accounts/{id}/payment-methods/`,
        operationId: 'listPaymentMethods',
        needs: 'buy',
        tag: TAG,
        summary: 'How an account pays',
        roles: ANYONE_OF.readers,
        answers: [{ status: 200, description: 'the methods', schema: z.object({ results: z.array(methodSchema) }) }],
        resource: account,
        handle: async ({ id }) => {
          const state = await stateOf(id);
          return { status: 200, body: { results: await Promise.all(state.methods.map((each) => shown(each, state))) } };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}accounts/{id}/payment-methods/`,
        operationId: 'addPaymentMethod',
        needs: 'buy',
        tag: TAG,
        summary: 'Save a way to pay',
        description:
          'A card is entered in the customer’s browser with the `client_secret` that is answered. `manual` is for admins. In a sandbox `test_card` proves or fails a card at once.',
        roles: ['admin', 'agency', 'client'],
        body: z.strictObject({
          gateway: z.enum(['stripe', 'paypal', 'manual']),
          test_card: z.enum(TEST_CARDS).optional(),
        }),
        bodyExample: { gateway: 'stripe' },
        answers: [{ status: 201, description: 'the method', schema: methodSchema }],
        resource: account,
        handle: async ({ id, body, principal, cause }) => {
          const { gateway, test_card: testCard = null } = body;
          const bad = (pointer: string, message: string) =>
            new Problem('invalid_values', message, { errors: [{ pointer, message }] });
          if (gateway === 'manual' && principal.role !== 'admin')
            throw new Problem('forbidden', 'only an admin accepts payment by hand');
          if (gateway === 'paypal')
            throw bad('/gateway', 'PayPal asks its payer each time: choose it when you pay, nothing is saved');
          if (!takes(gateway)) throw bad('/gateway', `${gateway} is not configured here`);
          if (testCard !== null && !sandbox) throw bad('/test_card', 'test cards are for sandboxes');
          const done = await billing.addMethod(id, gateway, testCard, cause);
          const { position } = accepted(done);
          const method = async () => (await stateOf(id)).methods.find((each) => each.id === done.methodId);
          // The gateway is asked in the background; mostly its answer is there at once.
          await eventually(async () => {
            const known = await method();
            return known === undefined || known.status !== 'pending' || known.object !== null;
          });
          const known = await method();
          if (!known) throw notFound('payment method');
          return {
            status: 201,
            body: await shown(known, await stateOf(id)),
            position,
            location: `${BASE}accounts/${id}/payment-methods/`,
          };
        },
      }),
      defineRoute({
        method: 'delete',
        path: `${BASE}accounts/{id}/payment-methods/{method_id}/`,
        operationId: 'removePaymentMethod',
        needs: 'buy',
        tag: TAG,
        summary: 'Forget a way to pay',
        roles: ['admin', 'agency', 'client'],
        answers: [{ status: 204, description: 'forgotten' }],
        resource: account,
        handle: async ({ id, params, cause }) => {
          const methodId = params.method_id as PaymentMethodId;
          const { position } = accepted(await billing.run(id, { type: 'RemoveMethod', methodId }, cause));
          return { status: 204, position };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}accounts/{id}/balance/`,
        operationId: 'getAccountBalance',
        needs: 'invoices',
        tag: TAG,
        summary: 'What an account owes, and what it has as credit',
        roles: ANYONE_OF.readers,
        answers: [{ status: 200, description: 'the balance', schema: balanceSchema }],
        resource: account,
        handle: async ({ id, scope }) => ({ status: 200, body: await money(scope, id) }),
      }),
      defineRoute({
        method: 'put',
        path: `${BASE}accounts/{id}/tax-rate/`,
        operationId: 'setTaxRate',
        tag: TAG,
        summary: 'Set the tax rate of an account, in percent; it holds from the next invoice on',
        roles: ANYONE_OF.admin,
        body: z.strictObject({ tax_rate: taxRateInput, reason: text().optional() }),
        bodyExample: { tax_rate: '19', reason: 'German VAT' },
        answers: [{ status: 200, description: 'the balance', schema: balanceSchema }],
        resource: account,
        handle: async ({ id, body, cause }) => {
          const { tax_rate: rate, reason = null } = body;
          const done = accepted(await billing.run(id, { type: 'SetTaxRate', rate, reason }, cause));
          const balance = (scope: TenantScope) => money(scope, id);
          return { status: 200, body: balance, revision: done.revision, position: done.position };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}credits/`,
        operationId: 'listIndexingCredits',
        needs: 'orders',
        tag: TAG,
        summary: 'Indexing credits: the balance and every change of it',
        roles: ANYONE_OF.readers,
        query: pageQuery({ account_id: idParam.optional() }, ['position', 'at']),
        answers: [
          {
            status: 200,
            description: 'the ledger, oldest first',
            schema: listSchema(z.object(columnSchemas(CREDIT_LEDGER, ...CREDIT))).extend({
              account_id: idSchema,
              balance: z.int(),
            }),
          },
        ],
        handle: async (call) => {
          const { principal, query, scope } = call;
          const visible =
            query.account_id !== undefined && (await reader.account(scope, query.account_id)) !== undefined;
          const id = visible ? (query.account_id ?? 0) : askedAccount(principal, query.account_id, '/query/account_id');
          if (!(await reader.account(scope, id))) throw notFound('account');
          const { count, rows, balance } = await reader.credits(scope, id, query);
          const results = rows.map((row) => pick(row, CREDIT));
          return { status: 200, body: { account_id: id, balance, ...page(call, query, count, results) } };
        },
      }),
    ],
  };
}
