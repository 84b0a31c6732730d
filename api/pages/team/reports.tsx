import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { type ListSpec, listCsv, listed } from '../list.tsx';
import { withNames } from '../names.ts';
import { definePage, type Visit } from '../page.ts';
import { Badge, Tabs } from '../parts/show.tsx';
import { spoken } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { clientFilter } from './choosing.tsx';
import { periodText, REPORTS_AT, reportAt } from './report-head.tsx';
import { dayText } from './service-head.tsx';

type Row = Schemas['ReportListed'] & { readonly domain: string; readonly client: string };
const STATES = [
  ['in_review', 'To review'],
  ['approved', 'To send'],
  ['sent', 'Sent'],
  ['rejected', 'Rejected'],
  ['generating', 'Being made'],
] as const;
const TYPES = ['weekly', 'monthly', 'quarterly'] as const;

async function reports(visit: Visit): Promise<ListSpec<Row>> {
  const { backend, formats, search } = visit;
  const site = search.get('site_id');
  const sites = site === null ? [] : (await backend.list('services/sites/', { id: site })).results;
  return {
    name: 'reports',
    caption: 'Reports',
    ordering: '-id',
    filters: [
      { name: 'state', label: 'State', choices: STATES },
      { name: 'report_type', label: 'Type', choices: TYPES.map((type) => [type, spoken(type)] as const) },
      ...(await clientFilter(visit)),
      ...(sites.length === 0
        ? []
        : [{ name: 'site_id', label: 'Site', choices: sites.map(({ id, domain }) => [String(id), domain] as const) }]),
    ],
    columns: [
      {
        key: 'id',
        label: 'Report',
        sort: 'period_start',
        value: ({ id }) => id,
        cell: (report) => (
          <>
            <a href={reportAt(report.id)}>{`${report.domain}, ${periodText(visit, report)}`}</a>
            <span class="sub">{`${report.report_type}, version ${report.version}`}</span>
          </>
        ),
      },
      {
        key: 'client',
        label: 'Client',
        value: ({ client }) => client,
        cell: ({ client, account_id }) => (
          <a class="quiet-link" href={AT.client(account_id)}>
            {client}
          </a>
        ),
      },
      {
        key: 'state',
        label: 'State',
        value: ({ state }) => state,
        cell: ({ state, problem, status }) => (
          <>
            <Badge status={state} label={STATES.find(([each]) => each === state)?.[1] ?? state} />
            {problem !== null && <span class="sub down">{problem.detail}</span>}
            {problem === null && status !== 'ready' && <span class="sub">{status}</span>}
          </>
        ),
      },
      {
        key: 'due_on',
        label: 'Due',
        sort: 'due_on',
        figure: true,
        value: ({ due_on }) => due_on,
        cell: ({ due_on }) => (due_on === null ? '' : formats.shortDay(dayText(due_on))),
      },
      {
        key: 'sent_at',
        label: 'Sent',
        sort: 'sent_at',
        figure: true,
        value: ({ sent_at }) => sent_at,
        cell: ({ sent_at, sent_to = [] }) =>
          sent_at === null ? (
            ''
          ) : (
            <>
              {formats.shortDay(dayText(sent_at))}
              <span class="sub">{`to ${sent_to.length}`}</span>
            </>
          ),
      },
    ],
    async fetch(query) {
      const { count, results } = await backend.list('services/reports/', query);
      return { count, results: await withNames(backend, results) };
    },
    empty: {
      title: 'No reports yet',
      text: 'They are made by themselves when a month or a week has ended; one of a period that is over can be made now.',
      next: { href: `${REPORTS_AT}generate/`, label: 'Make a report' },
    },
  };
}

/** Every report: what is to be read, what goes out next, what went out. */
export const reportsPage = definePage({
  name: 'reports',
  path: REPORTS_AT,
  roles: ANYONE_OF.staff,
  summary: 'Reports to review, to send, and sent',
  nav: { at: 40, label: () => 'Reports' },
  async show(visit) {
    const state = visit.search.get('state');
    const tabs = [
      ...STATES.slice(0, 3).map(([each, label]) => ({ href: `${REPORTS_AT}?state=${each}`, label })),
      { href: REPORTS_AT, label: 'All' },
    ];
    return {
      title: 'Reports',
      actions: (
        <a class="button main" href={`${REPORTS_AT}generate/`}>
          Make a report
        </a>
      ),
      body: (
        <div>
          <Tabs
            tabs={tabs}
            at={state === null ? REPORTS_AT : `${REPORTS_AT}?state=${state}`}
            label="Reports by what is next"
          />
          {await listed(visit, await reports(visit))}
        </div>
      ),
    };
  },
  csv: async (visit) => listCsv(visit, await reports(visit)),
});
