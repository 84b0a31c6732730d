import { ANYONE_OF } from '#api/http/routes';
import type { Item, Operations } from '#client/types';
import { REPORT_TYPES } from '#domain/reports/report-document';
import { REPORT_STATES } from '#domain/reports/report-messages';
import { type ListSpec, listCsv, listed } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { Badge } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { dayText, serviceOf, serviceTab } from './service-head.tsx';

type Report = Item<Operations<'get'>['services/reports/']>;
const word = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1).replaceAll('_', ' ');

const reports = (visit: Visit): ListSpec<Report> => ({
  name: 'reports',
  caption: 'Reports of the service',
  ordering: '-period_start',
  filters: [
    { name: 'state', label: 'State', choices: REPORT_STATES.map((state) => [state, word(state)]) },
    { name: 'report_type', label: 'Type', choices: REPORT_TYPES.map((type) => [type, word(type)]) },
  ],
  columns: [
    {
      key: 'period',
      label: 'Period',
      sort: 'period_start',
      value: ({ period_start, period_end }) => `${period_start}/${period_end}`,
      cell: ({ id, period_start: from, period_end: to }) => (
        <a href={AT.report(id)}>{visit.formats.period([dayText(from), dayText(to)])}</a>
      ),
    },
    {
      key: 'type',
      label: 'Type',
      value: ({ report_type }) => report_type,
      cell: ({ report_type }) => word(report_type),
    },
    {
      key: 'state',
      label: 'State',
      value: ({ state }) => state,
      cell: ({ state, problem }) => (
        <>
          <Badge status={state} />
          {problem != null && <span class="sub down small">{problem.detail}</span>}
        </>
      ),
    },
    {
      key: 'due_on',
      label: 'Due',
      sort: 'due_on',
      figure: true,
      value: ({ due_on }) => due_on,
      cell: ({ due_on }) => (due_on === null ? <span class="none">–</span> : visit.formats.day(dayText(due_on))),
    },
    {
      key: 'sent_at',
      label: 'Sent',
      sort: 'sent_at',
      figure: true,
      value: ({ sent_at }) => sent_at,
      cell: ({ sent_at }) => (sent_at === null ? <span class="none">–</span> : visit.moment(sent_at)),
    },
  ],
  fetch: (query) => visit.backend.list('services/reports/', { ...query, managed_subscription_id: visit.id }),
  empty: { title: 'No reports yet', text: 'The first one is made when its first month has ended.' },
});

export const serviceReportsPage = definePage({
  name: 'serviceReports',
  path: '/app/services/{id}/reports/',
  roles: ANYONE_OF.staff,
  summary: 'Reports of a managed service, from being made to being sent',
  async show(visit) {
    const [service, list] = await Promise.all([serviceOf(visit), listed(visit, reports(visit))]);
    return serviceTab(visit, service, 'reports/', list);
  },
  async csv(visit) {
    await serviceOf(visit);
    return listCsv(visit, reports(visit));
  },
});
