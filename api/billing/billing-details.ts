import { z } from 'zod';
import type { TenantScope } from '#api/http/principal';
import { accepted, notFound } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { email, idSchema, text } from '#api/http/schemas';
import type { BillingAccountCommands } from '#commands/billing/billing-account';
import type { BillingDetailsCommands } from '#commands/billing/billing-details';
import type { BillingDetails } from '#domain/billing/billing-account-messages';
import type { Seller } from '#domain/billing/seller';
import type { BillingReader } from '#projections/billing/billing-reader';

const BASE = '/api/v1/billing/';
const TAG = 'Billing';
const EXAMPLE = {
  name: 'شركة النخيل للتجارة',
  address_lines: ['12 Palm Street', 'Dubai'],
  tax_id: 'AE100200300400500',
  email: 'accounts@palm.example',
  country: 'AE',
};
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be two capital letters of ISO 3166-1, such as DE')
  .meta({ example: 'DE' });
const detailsBody = z.strictObject({
  name: text(200).nullable().default(null),
  address_lines: z.array(text(120)).max(6).default([]),
  tax_id: text(40).nullable().default(null),
  email: email.nullable().default(null),
  country: country.nullable().default(null),
});
const detailsSchema = z
  .object({
    account_id: idSchema,
    name: z.string().nullable(),
    address_lines: z.array(z.string()),
    tax_id: z.string().nullable(),
    email: z.string().nullable(),
    country: z.string().nullable(),
  })
  .meta({ id: 'BillingDetails' });
const sellerSchema = z
  .object({
    name: z.string(),
    address_lines: z.array(z.string()),
    tax_id: z.string().nullable(),
    bank: z.array(z.string()),
    email: z.string(),
  })
  .meta({ id: 'Seller' });
const NONE: BillingDetails = { name: null, address_lines: [], tax_id: null, email: null, country: null };

/** Who issues the invoices, and whom an account wants them made out to. */
export function billingDetailsApi({
  billing,
  details,
  reader,
  seller,
}: {
  readonly billing: BillingAccountCommands;
  readonly details: BillingDetailsCommands;
  readonly reader: BillingReader;
  readonly seller: Seller;
}): FeatureRoutes {
  /** Names and addresses are tokens here: they are opened when the answer leaves. */
  const shown = async (id: number) => {
    const loaded = await billing.load(id);
    return { body: { account_id: id, ...(loaded.state.details ?? NONE) }, revision: loaded.revision };
  };
  const resource = async ({ id, scope }: { readonly id: number; readonly scope: TenantScope }) => {
    const found = await reader.account(scope, id);
    if (!found) throw notFound('account');
    return found;
  };
  return {
    name: 'billing-details',
    routes: [
      defineRoute({
        method: 'get',
        path: `${BASE}seller/`,
        operationId: 'getSeller',
        needs: 'invoices',
        tag: TAG,
        summary: 'Who issues the invoices',
        description:
          'Name, address, tax id and bank details as invoices and credit notes print them. Settings: `SELLER_NAME` and the like.',
        roles: ANYONE_OF.readers,
        answers: [{ status: 200, description: 'the seller', schema: sellerSchema }],
        handle: async () => ({ status: 200, body: seller }),
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}accounts/{id}/billing-details/`,
        operationId: 'getBillingDetails',
        needs: 'invoices',
        tag: TAG,
        summary: 'Whom an account’s invoices are made out to',
        description:
          'What was not given is null: then invoices have the name and the address of the account. What was erased reads `[erased]`.',
        roles: ANYONE_OF.readers,
        answers: [{ status: 200, description: 'the details', schema: detailsSchema }],
        resource,
        handle: async ({ id }) => ({ status: 200, ...(await shown(id)) }),
      }),
      defineRoute({
        method: 'put',
        path: `${BASE}accounts/{id}/billing-details/`,
        operationId: 'setBillingDetails',
        needs: 'invoices',
        tag: TAG,
        summary: 'Say whom an account’s invoices are made out to',
        description:
          'The details are replaced as a whole and stand on every invoice that is issued from then on; one that was issued stays as it is. `email` is printed, mail goes where it went.',
        roles: ANYONE_OF.readers,
        body: detailsBody,
        bodyExample: EXAMPLE,
        answers: [{ status: 200, description: 'the details', schema: detailsSchema }],
        resource,
        handle: async ({ id, body, cause }) => {
          const { state, revision, position } = accepted(await details.set(id, body, cause));
          return { status: 200, body: { account_id: id, ...(state.details ?? NONE) }, revision, position };
        },
      }),
    ],
  };
}
