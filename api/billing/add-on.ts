import { z } from 'zod';
import { there } from '#api/http/look-ups';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { TenantScope } from '#api/http/principal';
import { accepted, notFound, Problem } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, moneyText, text } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import { askedAccount } from '#api/plans/feature-gate';
import type { AddOnCommands } from '#commands/billing/add-on';
import type { Wanted } from '#commands/billing/add-on-prices';
import type { BillingAccountCommands } from '#commands/billing/billing-account';
import type { PriceBookCommands } from '#commands/links/price-book';
import { ADD_ON_KINDS, BOOST_LEAST, BOOST_PLANS, BOOST_UNIT_PRICE } from '#domain/billing/add-on';
import type { MethodGateway } from '#domain/billing/billing-account-messages';
import type { AccountId, SiteId, UserId } from '#domain/kernel/ids';
import { type Cents, formatMoney } from '#domain/kernel/money';
import { NICHES, PACKAGES } from '#domain/links/price-book-data';
import { PLANS } from '#domain/plans/plan';
import type { LaunchFlag } from '#domain/platform/launch-flag';
import { TIER_TERMS } from '#domain/services/service-config';
import { PURCHASES, type PurchaseRow } from '#projections/billing/add-on';
import type { BillingReader } from '#projections/billing/billing-reader';

const BASE = '/api/v1/billing/add-ons/';
const TAG = 'Add-ons';
const STAMPS = ['created_by', 'created_at', 'updated_at'] as const;
const WHAT = ['id', 'account_id', 'kind', 'status', 'payment_method'] as const;
const CAME_OF = [
  'invoice_id',
  'managed_subscription_id',
  'order_id',
  'credits',
  'expires_at',
  'reason',
  ...STAMPS,
] as const;
const purchaseSchema = z
  .object({
    ...columnSchemas(PURCHASES, ...WHAT),
    terms: z.object({}).loose(),
    ...columnSchemas(PURCHASES, ...CAME_OF),
    client_secret: z.string().optional(),
    approve_url: z.string().optional(),
  })
  .meta({ id: 'AddOnPurchase' });
const offerSchema = z
  .object({
    key: z.enum(ADD_ON_KINDS),
    option: z.string().nullable(),
    price: z.object({ low: moneyText, high: moneyText }).nullable(),
    unit: z.string(),
    plans: z.array(z.string()),
  })
  .meta({ id: 'AddOn' });
const common = z.strictObject({
  payment_method: z.enum(['stripe', 'paypal', 'manual']),
  account_id: idSchema.optional(),
  override_reason: text().optional(),
});
type Common = z.output<typeof common>;

export type AddOnApi = {
  readonly addOns: AddOnCommands;
  readonly billing: BillingAccountCommands;
  readonly priceBook: PriceBookCommands;
  readonly reader: BillingReader;
  readonly setUpSecret: (object: string) => Promise<string | null>;
  /** Waits a moment for something to come about; answers whether it did. */
  readonly eventually: (holds: () => Promise<boolean>) => Promise<boolean>;
  /** Whether payments can be made by it here. */
  readonly takes: (gateway: MethodGateway) => boolean;
  /** Whether a part of the product is launched for an account. */
  readonly flag: (flag: LaunchFlag, account: number) => Promise<boolean>;
};

/** What can be bought on top of a plan (spec 4.3). A purchase is an event before any money moves. */
export function addOnApi(feature: AddOnApi): FeatureRoutes {
  const { addOns, billing, priceBook, reader, setUpSecret, eventually, takes, flag } = feature;
  async function answer(scope: TenantScope, row: PurchaseRow) {
    const waits = row.status === 'pending';
    const payments = waits && row.invoice_id !== null ? (await reader.parts(scope, [row.invoice_id])).payments : [];
    const approve = payments.findLast((each) => each.status === 'awaiting_payer')?.approve_url ?? null;
    const methods = waits && row.payment_method === 'stripe' ? (await billing.load(row.account_id)).state.methods : [];
    const object = methods.findLast((each) => each.status === 'pending')?.object ?? null;
    const secret = object === null ? null : await setUpSecret(object).catch(() => null);
    return {
      ...pick(row, [...WHAT, ...CAME_OF]),
      terms: termsAnswer(row.terms),
      ...(secret === null ? {} : { client_secret: secret }),
      ...(approve === null ? {} : { approve_url: approve }),
    };
  }
  const resource = async ({ id, scope }: { readonly id: number; readonly scope: TenantScope }) => {
    const row = await reader.purchase(scope, id);
    if (!row) throw notFound('purchase');
    return row;
  };
  const buying = <G extends Common>(
    kind: (typeof ADD_ON_KINDS)[number],
    shape: z.ZodType<G>,
    example: object,
    wanted: (body: G) => Wanted,
  ) =>
    defineRoute({
      method: 'post',
      path: `${BASE}${kind}/`,
      operationId: `buy${kind
        .split('-')
        .map((part) => part[0]?.toUpperCase() + part.slice(1))
        .join('')}`,
      needs: 'buy',
      tag: TAG,
      summary: `Buy: ${kind.replace('-', ' ')}`,
      description:
        kind === 'managed-service'
          ? 'Billed in arrears: it begins once a payment method is proven. Not for PayPal.'
          : 'Prepaid: its invoice is charged at once, and void if it is not paid within 24 hours.',
      roles: ['admin', 'agency', 'client'],
      body: shape,
      bodyExample: { payment_method: 'stripe', ...example },
      answers: [{ status: 201, description: 'the purchase', schema: purchaseSchema }],
      handle: async ({ body, principal, scope, cause }) => {
        const visible = body.account_id !== undefined && (await reader.account(scope, body.account_id)) !== undefined;
        const account = visible ? (body.account_id ?? 0) : askedAccount(principal, body.account_id, '/account_id');
        if (!(await reader.account(scope, account))) throw notFound('account');
        if (kind === 'managed-service' && !(await flag('managed_services_enabled', account))) throw notFound('address');
        const admin = principal.role === 'admin';
        if (!admin && body.override_reason !== undefined)
          throw new Problem('forbidden', 'only an admin sells what the plan does not include');
        if (body.payment_method === 'manual' && !admin)
          throw new Problem('forbidden', 'payment by hand has to be accepted by an admin');
        if (!takes(body.payment_method)) {
          const message = `${body.payment_method} is not configured here`;
          throw new Problem('invalid_values', message, { errors: [{ pointer: '/payment_method', message }] });
        }
        if (body.payment_method === 'manual' && kind === 'managed-service') await acceptManual(account, cause);
        const done = await addOns.buy(
          {
            accountId: account as AccountId,
            wanted: wanted(body),
            paymentMethod: body.payment_method,
            overrideReason: body.override_reason ?? null,
            boughtBy: principal.userId as UserId | null,
          },
          cause,
        );
        const { position } = accepted(done);
        const id = done.id ?? 0;
        // Its charge is on its way; mostly what became of it is known at once.
        await eventually(async () => {
          const row = await reader.purchase(scope, id);
          if (row?.status !== 'pending') return row !== undefined;
          return Object.keys(await answer(scope, row)).some((key) => key === 'approve_url' || key === 'client_secret');
        });
        const made = async (all: TenantScope) => answer(all, there(await reader.purchase(all, id)));
        return { status: 201, body: made, location: `${BASE}purchases/${id}/`, position };
      },
    });
  /** An admin who sells a managed service for payment by hand accepts that way of payment for the account. */
  async function acceptManual(account: number, cause: Parameters<typeof addOns.buy>[1]): Promise<void> {
    const { state } = await billing.load(account);
    if (state.methods.some(({ gateway }) => gateway === 'manual')) return;
    await billing.addMethod(account, 'manual', null, cause);
  }

  return {
    name: 'add-on',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listAddOns',
        needs: 'buy',
        tag: TAG,
        summary: 'What can be bought on top of a plan, and by which plans',
        roles: ANYONE_OF.all,
        answers: [{ status: 200, description: 'the offers', schema: z.object({ results: z.array(offerSchema) }) }],
        handle: async () => {
          const { book } = await priceBook.current();
          const fixed = (amount: Cents) => ({ low: formatMoney(amount), high: formatMoney(amount) });
          const tiers = (['lite', 'pro'] as const).map((tier) => ({
            key: 'managed-service',
            option: tier,
            price: fixed(TIER_TERMS[tier].monthlyPrice),
            unit: 'a site a month',
            plans: tier === 'pro' ? ['scale'] : ['growth', 'scale'],
          }));
          const packages = (['starter', 'growth', 'authority'] as const).map((name) => {
            const { price, plans } = book.packages[name];
            const range = price && { low: formatMoney(price.low as Cents), high: formatMoney(price.high as Cents) };
            const sold = PLANS.filter((plan) => plans.includes(plan));
            return { key: 'backlink-package', option: name, price: range, unit: 'a month', plans: sold };
          });
          const boost = {
            key: 'indexing-boost',
            option: null,
            price: fixed(BOOST_UNIT_PRICE),
            plans: BOOST_PLANS,
            unit: `a URL, from ${BOOST_LEAST}`,
          };
          return { status: 200, body: { results: [...tiers, ...packages, boost] } };
        },
      }),
      buying(
        'managed-service',
        common.extend({ site_id: idSchema, tier: z.enum(['lite', 'pro']) }),
        { site_id: 11, tier: 'lite' },
        (body) => ({ kind: 'managed-service', siteId: body.site_id as SiteId, tier: body.tier }),
      ),
      buying(
        'backlink-package',
        common.extend({
          site_id: idSchema,
          package: z.enum(PACKAGES).exclude(['enterprise']),
          links: z.int().min(1).max(1000).optional(),
          niche: z.enum(NICHES).optional(),
        }),
        { site_id: 11, package: 'starter' },
        (body) => ({
          kind: 'backlink-package',
          siteId: body.site_id as SiteId,
          package: body.package,
          links: body.links ?? null,
          niche: body.niche ?? null,
        }),
      ),
      buying('indexing-boost', common.extend({ quantity: z.int().min(1).max(100_000) }), { quantity: 100 }, (body) => ({
        kind: 'indexing-boost',
        quantity: body.quantity,
      })),
      defineRoute({
        method: 'get',
        path: `${BASE}purchases/`,
        operationId: 'listPurchases',
        needs: 'buy',
        tag: TAG,
        summary: 'Purchases of add-ons',
        roles: ANYONE_OF.readers,
        query: pageQuery(
          {
            account_id: idParam.optional(),
            status: z.enum(['pending', 'active', 'paid', 'expired', 'refunded']).optional(),
            kind: z.enum(ADD_ON_KINDS).optional(),
          },
          ['id', 'created_at', 'status'],
        ),
        answers: [{ status: 200, description: 'a page of purchases', schema: listSchema(purchaseSchema) }],
        handle: async (call) => {
          const { page: _, page_size: __, ordering: ___, ...filter } = call.query;
          const { count, rows } = await reader.purchases(call.scope, filter, call.query);
          const results = await Promise.all(rows.map((row) => answer(call.scope, row)));
          return { status: 200, body: page(call, call.query, count, results) };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}purchases/{id}/`,
        operationId: 'getPurchase',
        needs: 'buy',
        tag: TAG,
        summary: 'One purchase: what is still to be done, or what came of it',
        roles: ANYONE_OF.readers,
        answers: [{ status: 200, description: 'the purchase', schema: purchaseSchema }],
        resource,
        handle: async ({ resource: row, scope }) => ({
          status: 200,
          body: await answer(scope, row),
          revision: row.revision,
        }),
      }),
    ],
  };
}

/** Amounts in cents become decimal text. */
const termsAnswer = (terms: PurchaseRow['terms']) =>
  Object.fromEntries(
    Object.entries(terms).map(([key, value]) =>
      key.endsWith('_cents') ? [key.slice(0, -6), formatMoney(Number(value) as Cents)] : [key, value],
    ),
  );
