import type { BrandingId } from '#domain/kernel/ids';
import { ofBilled } from '#projections/billing/billing-scope';
import { ACCOUNTS } from '#projections/platform/platform-directory';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import type { ReadTables } from '#runtime/read-model';
import { type FilterOf, tableReads } from '#runtime/scoped-reads';
import { over, type Paging, type ReadScope, type RunReads, typed } from '#runtime/table-reads';
import { BRANDINGS } from './branding.ts';
import { LOGOS } from './logo.ts';
import { REPORT_DOMAINS } from './report-domain.ts';
import { TEMPLATES } from './report-template.ts';

export type WhiteLabelReader = ReturnType<typeof whiteLabelReader>;

/** Questions about brandings and templates, each asked inside the caller's scope. */
export function whiteLabelReader(run: RunReads) {
  const { one, page } = tableReads(run, ofBilled);
  const ofAccount = over(run, ACCOUNTS);
  return {
    branding: (scope: ReadScope, id: number) => one(BRANDINGS, scope, { id }),
    brandings: (scope: ReadScope, filter: FilterOf<typeof BRANDINGS>, paging: Paging) =>
      page(BRANDINGS, scope, { ...filter, status: 'there' }, paging),
    logo: (scope: ReadScope, id: string) => one(LOGOS, scope, { id }),
    domain: (scope: ReadScope, domain: string) => one(REPORT_DOMAINS, scope, { domain }),
    template: (scope: ReadScope, id: number) => one(TEMPLATES, scope, { id }),
    templates: (scope: ReadScope, filter: FilterOf<typeof TEMPLATES>, paging: Paging) =>
      page(TEMPLATES, scope, { ...filter, status: 'there' }, paging),
    /** True for an account that the caller may act for. */
    account: (scope: ReadScope, id: number): Promise<boolean> =>
      ofAccount(scope, async (db) => {
        const known = db.selectFrom(ACCOUNTS.name).select('account_id').where('id', '=', id);
        return (await ofBilled(known, scope).executeTakeFirst()) !== undefined;
      }),
  };
}

/** Subscriptions that go on and whose reports are under that branding, or in that template. */
export const namedInConfigs =
  (tables: ReadTables, field: 'branding_id' | 'template_id') =>
  async (id: number): Promise<string[]> => {
    const rows = await typed(tables).find(SUBSCRIPTIONS, {});
    const naming = rows.filter(
      ({ status, service_config }) => status !== 'cancelled' && service_config.reporting[field] === id,
    );
    return naming.map((row) => `subscription ${row.id}`);
  };

/**
 * The brand that the people of an account know us by: the one that reports of theirs are under, else the first of their agency;
 * null where that is the house's own. An agency itself knows whose customer it is.
 */
export const brandingOfAccount =
  (tables: ReadTables) =>
  async (accountId: number): Promise<BrandingId | null> => {
    const { get, find } = typed(tables);
    const account = await get(ACCOUNTS, { id: accountId });
    const rows = await find(SUBSCRIPTIONS, { account_id: accountId });
    // Of services that have ended people remember whose they were.
    const going = rows.filter(({ status }) => status !== 'cancelled');
    const named = [...going, ...rows.filter(({ status }) => status === 'cancelled')].flatMap(
      ({ service_config }) => service_config.reporting.branding_id ?? [],
    );
    const parent = account?.parent_account_id ?? null;
    const ofAgency = parent === null ? null : await ownBranding(tables)(parent);
    const brands = await Promise.all(named.map((id) => get(BRANDINGS, { id })));
    const own = brands.find((brand) => brand?.status === 'there' && brand.account_id !== accountId);
    return (own?.id ?? ofAgency) as BrandingId | null;
  };

/** The brand that an agency goes by: the first of its own that is active; null where it has none. */
export const ownBranding =
  (tables: ReadTables) =>
  async (accountId: number): Promise<BrandingId | null> => {
    const rows = await typed(tables).find(BRANDINGS, { account_id: accountId, status: 'there' });
    const [first] = rows.filter(({ is_active }) => is_active).sort((a, b) => a.id - b.id);
    return (first?.id ?? null) as BrandingId | null;
  };
