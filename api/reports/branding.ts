import { z } from 'zod';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { Principal, TenantScope } from '#api/http/principal';
import { accepted, bad, notFound } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { defineRoute, type FeatureRoutes } from '#api/http/routes';
import { pick } from '#api/http/table-schema';
import { askedAccount } from '#api/plans/feature-gate';
import type { BrandingCommands } from '#commands/reports/branding';
import { logoIdOf } from '#commands/reports/logo';
import type { AccountId, BrandingId } from '#domain/kernel/ids';
import type { BrandingFields } from '#domain/reports/branding';
import { proofName, proofText } from '#domain/reports/report-domain';
import type { BrandingRow } from '#projections/reports/branding';
import type { WhiteLabelReader } from '#projections/reports/white-label-reader';
import { brandingBody, brandingSchema, reportDomain } from './white-label-schemas.ts';

const BASE = '/api/v1/services/branding/';
const TAG = 'White label';
export const WHITE_LABEL_ROLES = ['admin', 'account_manager', 'agency'] as const;

/** The account that a brand or a template is for: an agency's own, or one that staff name and may act for. */
export async function ownerOf(
  reader: Pick<WhiteLabelReader, 'account'>,
  { principal, scope }: { readonly principal: Principal; readonly scope: TenantScope },
  given: number | undefined,
): Promise<AccountId> {
  const isStaff = principal.role === 'admin' || principal.role === 'account_manager';
  if (isStaff && given === undefined) throw bad('/account_id', 'is required');
  const account = isStaff ? (given ?? 0) : askedAccount(principal, given, '/account_id');
  if (!(await reader.account(scope, account))) throw notFound('account');
  return account as AccountId;
}

const fieldsOf = ({ account_id: _, ...given }: z.output<typeof brandingBody>): BrandingFields => ({
  ...given,
  brand_logo_url: given.brand_logo_url ?? null,
  contact_email: given.contact_email ?? null,
  contact_phone: given.contact_phone ?? null,
  website_url: given.website_url ?? null,
  footer_text: given.footer_text ?? null,
  report_domain: given.report_domain ?? null,
});

/** How the reports of agencies look (spec 5.2). */
export function brandingApi(deps: {
  readonly commands: BrandingCommands;
  readonly reader: WhiteLabelReader;
  /** Looks for the proof of a domain now. */
  readonly prove: (domain: string, cause: Parameters<BrandingCommands['remove']>[1]) => Promise<number | null>;
  readonly isServed: (domain: string) => Promise<boolean>;
}): FeatureRoutes {
  const { commands, reader } = deps;
  const resource = async ({ id, scope }: { readonly id: number; readonly scope: TenantScope }) => {
    const row = await reader.branding(scope, id);
    if (row?.status !== 'there') throw notFound('branding');
    return row;
  };
  async function answer(scope: TenantScope, row: BrandingRow) {
    const { brand_logo_url: url, account_id, report_domain: domain } = row;
    const logo = url === null ? undefined : await reader.logo(scope, logoIdOf(account_id, url));
    const claim = domain === null ? undefined : await reader.domain(scope, domain);
    return {
      ...pick(row, COLUMNS),
      logo:
        url === null
          ? null
          : {
              state: logo?.state ?? 'pending',
              reason: logo?.reason ?? null,
              width: logo?.file?.width ?? null,
              height: logo?.file?.height ?? null,
            },
      domain:
        domain === null || claim?.branding_id !== row.id
          ? null
          : {
              state: claim.state,
              since: claim.since,
              record: { name: proofName(domain), type: 'TXT' as const, value: proofText(claim.token) },
            },
    };
  }
  const shown = (id: number) => async (scope: TenantScope) => {
    const row = await reader.branding(scope, id);
    if (!row) throw notFound('branding');
    return answer(scope, row);
  };

  return {
    name: 'branding',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listBrandings',
        needs: 'reports',
        tag: TAG,
        summary: 'Brands under which reports go out',
        roles: WHITE_LABEL_ROLES,
        query: pageQuery({ account_id: idParam.optional() }, ['id', 'brand_name', 'created_at']),
        answers: [{ status: 200, description: 'a page of brandings', schema: listSchema(brandingSchema) }],
        handle: async (call) => {
          const { account_id } = call.query;
          const { count, rows } = await reader.brandings(call.scope, { account_id }, call.query);
          const results = await Promise.all(rows.map((row) => answer(call.scope, row)));
          return { status: 200, body: page(call, call.query, count, results) };
        },
      }),
      defineRoute({
        method: 'post',
        path: BASE,
        operationId: 'createBranding',
        needs: 'reports',
        tag: TAG,
        summary: 'Make a brand for reports',
        description: `Needs the feature \`white_label\`. The logo (PNG or JPEG, at most 2 MiB and 4096 pixels a side) is fetched once, over https;
\`logo.state\` says what became of it. \`report_domain\` is proved by the TXT record that \`domain.record\` names.`,
        roles: WHITE_LABEL_ROLES,
        body: brandingBody,
        bodyExample: { brand_name: 'Acorn Agency', primary_color: '#14532d', report_domain: 'reports.acorn.example' },
        answers: [{ status: 201, description: 'the branding', schema: brandingSchema }],
        handle: async (call) => {
          const account = await ownerOf(reader, call, call.body.account_id);
          const done = await commands.create(account, fieldsOf(call.body), call.cause);
          const { position, revision } = accepted(done);
          return { status: 201, body: shown(done.id), position, revision, location: `${BASE}${done.id}/` };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/`,
        operationId: 'getBranding',
        needs: 'reports',
        tag: TAG,
        summary: 'One brand',
        roles: WHITE_LABEL_ROLES,
        answers: [{ status: 200, description: 'the branding', schema: brandingSchema }],
        resource,
        handle: async ({ resource: row, scope }) => ({
          status: 200,
          body: await answer(scope, row),
          revision: row.revision,
        }),
      }),
      defineRoute({
        method: 'put',
        path: `${BASE}{id}/`,
        operationId: 'changeBranding',
        needs: 'reports',
        tag: TAG,
        summary: 'Change a brand: what is left out is as in a new one',
        description: 'Versions of reports that are made already keep the brand as it was.',
        roles: WHITE_LABEL_ROLES,
        body: brandingBody,
        bodyExample: { brand_name: 'Acorn Agency', primary_color: '#14532d' },
        answers: [{ status: 200, description: 'as it is now', schema: brandingSchema }],
        resource,
        handle: async (call) => {
          const { account_id } = call.body;
          if (account_id !== undefined && account_id !== call.resource.account_id)
            throw bad('/account_id', 'a branding stays with its account');
          const done = await commands.change(call.id as BrandingId, fieldsOf(call.body), call.cause, call.ifMatch);
          const { position, revision } = accepted(done);
          return { status: 200, body: shown(call.id), position, revision };
        },
      }),
      defineRoute({
        method: 'delete',
        path: `${BASE}{id}/`,
        operationId: 'removeBranding',
        needs: 'reports',
        tag: TAG,
        summary: 'Remove a brand that nothing is under any more',
        roles: WHITE_LABEL_ROLES,
        answers: [{ status: 204, description: 'removed' }],
        resource,
        handle: async ({ id, cause }) => ({
          status: 204,
          position: accepted(await commands.remove(id as BrandingId, cause)).position,
        }),
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{id}/fetch-logo/`,
        operationId: 'fetchBrandingLogo',
        needs: 'reports',
        tag: TAG,
        summary: 'Fetch the logo once more, where another picture stands at its address now',
        roles: WHITE_LABEL_ROLES,
        body: z.strictObject({}),
        answers: [{ status: 202, description: 'as it is now', schema: brandingSchema }],
        resource,
        handle: async ({ id, cause }) => {
          const done = await commands.fetchAgain(id, cause);
          if (done === null) throw bad('/brand_logo_url', 'this branding has no logo');
          return { status: 202, body: shown(id), position: accepted(done).position };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{id}/check-domain/`,
        operationId: 'checkBrandingDomain',
        needs: 'reports',
        tag: TAG,
        summary: 'Look for the record that proves the domain, now',
        roles: WHITE_LABEL_ROLES,
        body: z.strictObject({}),
        answers: [{ status: 200, description: 'as it is now', schema: brandingSchema }],
        resource,
        handle: async ({ id, cause, resource: row }) => {
          if (row.report_domain === null) throw bad('/report_domain', 'this branding has no domain');
          const position = await deps.prove(row.report_domain, { ...cause, accountId: row.account_id });
          return { status: 200, body: shown(id), ...(position === null ? {} : { position }) };
        },
      }),
      defineRoute({
        method: 'get',
        path: '/api/v1/hosts/ask/',
        operationId: 'askForHost',
        tag: TAG,
        summary: 'Whether a certificate may be had for a host: for the server in front',
        description: '200 for a proved domain of an active brand; every other name is answered alike.',
        roles: 'public',
        query: z.strictObject({ domain: z.string().max(253) }),
        answers: [{ status: 200, description: 'it may', schema: z.object({}) }],
        handle: async ({ query }) => {
          const asked = reportDomain.safeParse(query.domain);
          if (!asked.success || !(await deps.isServed(asked.data))) throw notFound('host');
          return { status: 200, body: {}, headers: { 'Cache-Control': 'no-store' } };
        },
      }),
    ],
  };
}

const COLUMNS = [
  'id',
  'account_id',
  'brand_name',
  'brand_logo_url',
  'primary_color',
  'secondary_color',
  'contact_email',
  'contact_phone',
  'website_url',
  'footer_text',
  'report_domain',
  'is_active',
  'created_by',
  'created_at',
  'updated_at',
] as const;
