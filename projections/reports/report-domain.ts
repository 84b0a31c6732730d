import type { ReportDomainEvent } from '#domain/reports/report-domain';
import { type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import { instant, integer, oneOf, stamps, table, text } from '#runtime/table';
import { typed } from '#runtime/table-reads';
import { BRANDINGS } from './branding.ts';

export const REPORT_DOMAINS = table(
  'igny8_report_domains',
  {
    domain: text,
    branding_id: integer,
    account_id: integer,
    state: oneOf('claimed', 'proved', 'lapsed', 'released'),
    token: text,
    /** Since when it has been in that state. */
    since: instant,
    ...stamps,
  },
  { key: ['domain'], indexes: [['branding_id']], tenant: true },
);

/** Hosts of brandings, and whether they are proved. */
export const reportDomains: Projection = projection<ReportDomainEvent>({
  name: REPORT_DOMAINS.name,
  version: 1,
  tables: [REPORT_DOMAINS],
  on: {
    async ReportDomainClaimed(rows, { data, at }) {
      const known = await rows.get(REPORT_DOMAINS, { domain: data.domain });
      const { domain, branding_id, account_id, token } = data;
      rows.put(REPORT_DOMAINS, {
        domain,
        branding_id,
        account_id,
        state: 'claimed',
        token,
        since: at,
        created_at: known?.created_at ?? at,
        updated_at: at,
      });
    },
    ReportDomainProved: (rows, { data, at }) =>
      rows.change(REPORT_DOMAINS, { domain: data.domain }, (row) => ({
        ...row,
        state: 'proved',
        since: at,
        updated_at: at,
      })),
    ReportDomainLapsed: (rows, { data, at }) =>
      rows.change(REPORT_DOMAINS, { domain: data.domain }, (row) => ({
        ...row,
        state: 'lapsed',
        since: at,
        updated_at: at,
      })),
    ReportDomainReleased: (rows, { data, at }) =>
      rows.change(REPORT_DOMAINS, { domain: data.domain }, (row) => ({
        ...row,
        state: 'released',
        since: at,
        updated_at: at,
      })),
  },
});

export function reportDomainVisits(tables: ReadTables) {
  return {
    /** Those that somebody claims. */
    async claimed() {
      const rows = await typed(tables).find(REPORT_DOMAINS, {});
      return rows.flatMap(({ domain, token, state }) => (state === 'released' ? [] : [{ domain, token, state }]));
    },
    /** Of a domain that was proved for a branding, also where its proof is gone meanwhile; null for any other name. */
    async provedFor(domain: string): Promise<{ readonly branding: number; readonly open: boolean } | null> {
      const row = await typed(tables).get(REPORT_DOMAINS, { domain });
      if (row?.state !== 'proved' && row?.state !== 'lapsed') return null;
      return { branding: row.branding_id, open: await this.isServed(domain) };
    },
    /** True for a proved domain of an active branding, and for no other name. */
    async isServed(domain: string): Promise<boolean> {
      const row = await typed(tables).get(REPORT_DOMAINS, { domain });
      if (row?.state !== 'proved') return false;
      const branding = await typed(tables).get(BRANDINGS, { id: row.branding_id });
      return branding?.status === 'there' && branding.is_active && branding.report_domain === domain;
    },
  };
}
