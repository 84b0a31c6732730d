import type { Schemas } from '#client/types';
import { type ListSpec, listCsv, listed } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { Badge } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { periodOf, sitesOf, THEIRS } from './common.ts';
import { type Accounts, accountFilter, accountsOf } from './of-agency.ts';

type Report = Schemas['ReportListed'];
const TYPES = ['weekly', 'monthly', 'quarterly'] as const;

const reports = (visit: Visit, sites: Map<number, string>, accounts: Accounts): ListSpec<Report> => {
  const { say, moment } = visit;
  const site = ({ site_id }: Report): string => sites.get(site_id) ?? '';
  return {
    name: 'reports',
    caption: say('reports.caption'),
    ordering: '-period_start',
    filters: [
      ...accountFilter(accounts, say('members.account')),
      {
        name: 'report_type',
        label: say('reports.type'),
        choices: TYPES.map((type) => [type, say(`reports.type.${type}`)]),
      },
    ],
    columns: [
      {
        key: 'report',
        label: say('reports.report'),
        sort: 'period_start',
        value: ({ period_start, period_end }) => `${period_start}/${period_end}`,
        cell: ({ id, period_start, period_end }) => (
          <a href={AT.report(id)}>{periodOf(visit, period_start, period_end)}</a>
        ),
      },
      { key: 'site', label: say('reports.site'), value: site, cell: site },
      {
        key: 'type',
        label: say('reports.type'),
        value: ({ report_type }) => report_type,
        cell: ({ report_type }) => say(`reports.type.${report_type}`),
      },
      {
        key: 'state',
        label: say('reports.state'),
        value: ({ state }) => state,
        cell: ({ state }) => <Badge status={state} label={say(`reports.state.${state}`)} />,
      },
      {
        key: 'sent',
        label: say('reports.sent'),
        sort: 'sent_at',
        value: ({ sent_at }) => sent_at,
        cell: ({ sent_at }) => (sent_at === null ? <span class="none">–</span> : moment(sent_at)),
      },
    ],
    async fetch(query) {
      const found = await visit.backend.list('services/reports/', query);
      const names = await sitesOf(
        visit,
        found.results.map(({ site_id }) => site_id),
      );
      for (const { site_id } of found.results) sites.set(site_id, names(site_id));
      return found;
    },
    empty: { title: say('reports.none'), text: say('reports.none.text') },
  };
};

/** Reports of the reader's own, newest first. */
export const ownReportsPage = definePage({
  ...THEIRS,
  name: 'ownReports',
  path: AT.reports,
  summary: 'Own reports, to be read, downloaded and shared',
  nav: { at: 40, label: (say) => say('reports.title') },
  may: 'reports',
  async show(visit) {
    return {
      title: visit.say('reports.title'),
      body: await listed(visit, reports(visit, new Map(), await accountsOf(visit))),
    };
  },
  csv: async (visit) => listCsv(visit, reports(visit, new Map(), await accountsOf(visit))),
});
