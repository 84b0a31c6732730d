import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { type ListSpec, listCsv, listed, Table } from '../list.tsx';
import { domainsOf } from '../names.ts';
import { definePage, type Page, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Tiles } from '../parts/figures.tsx';
import { Form } from '../parts/form.tsx';
import { Badge, Card, Confirm, Facts, Notice } from '../parts/show.tsx';
import { fieldsOf, spoken } from '../schema-fields.ts';
import { Days } from './backlink-parts.tsx';
import { submitPage } from './indexing-submit.tsx';
import { linkAt, orderAt } from './order-head.tsx';
import { dayText } from './service-head.tsx';

const AT = '/app/indexing/';
const STATUSES = ['queued', 'submitted', 'checking', 'resubmitted', 'indexed', 'failed'] as const;
type Row = Schemas['IndexingRequest'] & { readonly domain: string };

async function requests(visit: Visit): Promise<ListSpec<Row>> {
  const { backend, formats, search } = visit;
  const site = search.get('site_id');
  const sites = site === null ? [] : (await backend.list('services/sites/', { id: site })).results;
  return {
    name: 'indexing',
    caption: 'Indexing requests',
    ordering: '-created_at',
    filters: [
      { name: 'status', label: 'Status', choices: STATUSES.map((each) => [each, spoken(each)] as const) },
      {
        name: 'needs_review',
        label: 'Review',
        choices: [
          ['true', 'Needs review'],
          ['false', 'Needs none'],
        ],
      },
      ...(sites.length === 0
        ? []
        : [{ name: 'site_id', label: 'Site', choices: sites.map(({ id, domain }) => [String(id), domain] as const) }]),
    ],
    columns: [
      {
        key: 'id',
        label: 'Page',
        sort: 'id',
        value: ({ url }) => url,
        cell: ({ id, url, domain }) => (
          <>
            <a href={`${AT}${id}/`}>{url.replace(/^https?:\/\//, '')}</a>
            <span class="sub">{`for ${domain}`}</span>
          </>
        ),
      },
      {
        key: 'status',
        label: 'Status',
        value: ({ status }) => status,
        cell: ({ status, needs_review: review, failure }) => (
          <>
            <Badge status={status} /> {review && <Badge status="needs_review" />}
            {failure !== null && <span class="sub">{spoken(failure)}</span>}
          </>
        ),
      },
      {
        key: 'service',
        label: 'Service',
        value: ({ indexing_service: service }) => service ?? null,
        cell: ({ indexing_service: service }) => service ?? '',
      },
      {
        key: 'checks',
        label: 'Checks',
        figure: true,
        value: ({ check_count }) => check_count,
        cell: ({ check_count, indexed_on_day: on }) => (
          <>
            {check_count}
            {on !== null && <span class="sub">{`indexed on day ${on}`}</span>}
          </>
        ),
      },
      {
        key: 'cost',
        label: 'Cost',
        figure: true,
        value: ({ cost }) => cost ?? null,
        cell: ({ id, cost }) => (cost === undefined ? '' : <a class="amount" href={`${AT}${id}/`}>{`$${cost}`}</a>),
      },
      {
        key: 'submitted_at',
        label: 'Submitted',
        sort: 'submitted_at',
        figure: true,
        value: ({ submitted_at }) => submitted_at,
        cell: ({ submitted_at }) => (submitted_at === null ? '' : formats.shortDay(dayText(submitted_at))),
      },
    ],
    async fetch(query) {
      const { count, results } = await backend.list('linker/indexing/requests/', query);
      const domains = await domainsOf(
        backend,
        results.map(({ site_id }) => site_id),
      );
      return { count, results: results.map((each) => ({ ...each, domain: domains(each.site_id) })) };
    },
    empty: {
      title: 'Nothing was submitted yet',
      text: 'Live links are submitted by themselves where the plan contains it; all of a site can be submitted at once.',
      next: { href: `${AT}submit/`, label: 'Submit the links of a site' },
    },
  };
}

const indexingPage = definePage({
  name: 'indexing',
  path: '/app/indexing/',
  roles: ANYONE_OF.staff,
  summary: 'Indexing by status and service: success, median days, cost, what needs review',
  nav: { at: 35, label: () => 'Indexing' },
  live: true,
  async show(visit) {
    const { data: stats } = await visit.backend.get('linker/indexing/stats/');
    const review = await visit.backend.list('linker/indexing/requests/', { needs_review: 'true', page_size: 1 });
    const {
      success_rate: rate,
      median_days_to_index: median,
      cost_total: cost,
      by_service = [],
      problems = [],
    } = stats;
    return {
      title: 'Indexing',
      actions: (
        <a class="button main" href={`${AT}submit/`}>
          Submit the links of a site
        </a>
      ),
      body: (
        <div class="stack">
          {problems.map(({ service, problem, since }) => (
            <Notice tone="bad">{`${service}: ${problem.replaceAll('_', ' ')}, since ${visit.moment(since)}.`}</Notice>
          ))}
          <Tiles
            live={visit.live}
            figures={[
              { id: 'pending', label: 'On their way', value: String(stats.pending), note: `${stats.total} in all` },
              {
                id: 'rate',
                label: 'Success',
                value: rate === null ? '–' : `${(rate * 100).toFixed(1)} %`,
                note: 'of those that ended',
                explain: `${AT}?status=indexed`,
              },
              {
                id: 'median',
                label: 'Median days',
                value: median === null ? '–' : String(median),
                note: 'until indexed',
              },
              { id: 'cost', label: 'Cost', value: cost === undefined ? '–' : `$${cost}`, explain: '#services' },
              {
                id: 'review',
                label: 'Need review',
                value: String(review.count),
                explain: `${AT}?needs_review=true`,
              },
            ]}
          />
          {await listed(visit, await requests(visit))}
          {by_service.length > 0 && (
            <section class="card" id="services">
              <div class="card-head">
                <h2>By service</h2>
              </div>
              <Table
                caption="Indexing services"
                rows={by_service}
                columns={[
                  { key: 'service', label: 'Service', cell: ({ service }) => service },
                  { key: 'submitted', label: 'Submitted', figure: true, cell: ({ submitted }) => submitted },
                  { key: 'indexed', label: 'Indexed', figure: true, cell: ({ indexed }) => indexed },
                  { key: 'failed', label: 'Failed', figure: true, cell: ({ failed }) => failed },
                  { key: 'cost', label: 'Cost', figure: true, cell: ({ cost: paid }) => `$${paid}` },
                ]}
              />
            </section>
          )}
        </div>
      ),
    };
  },
  csv: async (visit) => listCsv(visit, await requests(visit)),
});

const REVIEW = 'linker/indexing/requests/{id}/review/';
const WORDS = { accept_failure: 'Accept that it failed', retry: 'Try again with a new request' };
const requestPage = definePage({
  name: 'indexingRequest',
  path: '/app/indexing/{id}/',
  roles: ANYONE_OF.staff,
  summary: 'One indexing request: attempts and checks day by day; reviewed where it failed',
  live: true,
  async show(visit) {
    const { data } = await visit.backend.get('linker/indexing/requests/{id}/', { path: { id: visit.id } });
    const domains = await domainsOf(visit.backend, [data.site_id]);
    const form = visit.form('review');
    return {
      title: data.url.replace(/^https?:\/\//, ''),
      crumbs: [{ label: 'Indexing', href: AT }],
      body: (
        <div class="stack">
          <Card>
            <Facts
              facts={[
                ['Status', <Badge status={data.status} />],
                ['Site', domains(data.site_id)],
                ['Link', <a href={linkAt(data.backlink_id)}>{`Link ${data.backlink_id}`}</a>],
                ['Order', <a href={orderAt(data.order_id)}>{`Order ${data.order_id}`}</a>],
                ['Service', data.indexing_service ?? '—'],
                ['Cost', data.cost === undefined ? '—' : `$${data.cost}`],
                ['Entitled by', data.entitled_by === null ? '—' : spoken(String(data.entitled_by))],
              ]}
            />
          </Card>
          {data.needs_review && (
            <Confirm
              says={`It failed${data.failure === null ? '' : `: ${data.failure.replaceAll('_', ' ')}`}. Accept that, or try again with a new request, which is paid for anew?`}
            >
              <Form of={form} say={visit.say} submit="Decide">
                {fieldsOf(visit.schema('post', REVIEW)).map((field) => (
                  <Field form={form} field={field} say={visit.say} words={WORDS} />
                ))}
              </Form>
            </Confirm>
          )}
          <Days visit={visit} indexing={data} />
        </div>
      ),
    };
  },
  forms: {
    async review({ backend, schema, id }, sent) {
      const body = sent.body(schema('post', REVIEW)) as Parameters<typeof backend.post<typeof REVIEW>>[1]['body'];
      await backend.post(REVIEW, { path: { id }, body, idempotencyKey: sent.key });
      return { to: AT, notice: body.outcome === 'retry' ? 'A new request is on its way.' : 'Accepted.' };
    },
  },
});

export const indexingPages: readonly Page[] = [indexingPage, submitPage, requestPage];
