import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { type ListSpec, listCsv, listed } from '../list.tsx';
import { definePage, type Page, type Visit } from '../page.ts';
import { type Figure, Tiles } from '../parts/figures.tsx';
import { Badge, Card } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { serviceOf, serviceTab } from './service-head.tsx';
import { entriesOf, Timeline } from './timeline.tsx';

/** Events that are about articles, from their planning to their being out. */
const ABOUT_CONTENT = [
  'ArticleAwaitingReview',
  'ArticlePinged',
  'ArticlePublished',
  'ArticleReviewed',
  'CampaignPlanned',
  'CaughtUpOnContent',
  'ContentQueued',
  'DeliveryMonthEnded',
  'DeliveryRunSkipped',
  'DeliveryRunStarted',
  'FellBehindOnContent',
  'ServiceMonthClosed',
  'ServiceMonthStarted',
];

const contentPage = definePage({
  name: 'serviceContent',
  path: '/app/services/{id}/content/',
  roles: ANYONE_OF.staff,
  summary: 'Articles of a managed service: what is due, what waits for a yes, what is out',
  live: true,
  async show(visit) {
    const { backend, id } = visit;
    const happening = entriesOf(backend, id, { limit: 50, type: ABOUT_CONTENT });
    const [service, happened] = await Promise.all([serviceOf(visit), happening]);
    const { subscription } = service;
    const { site_id } = subscription;
    const waiting = await backend.all('services/approvals/', { query: { kind: 'content', site_id } }, 200);
    const { article_target: target, current_month_articles_published: published } = subscription;
    const figures: readonly Figure[] = [
      { id: 'published', label: 'Published this month', value: String(published) },
      {
        id: 'due',
        label: 'Due this month',
        value: String(target),
        note: `${subscription.articles_per_month} in a whole one`,
      },
      { id: 'left', label: 'Still to come', value: String(Math.max(0, target - published)) },
      { id: 'waiting', label: 'Wait for a yes', value: String(waiting.length) },
    ];
    return serviceTab(
      visit,
      service,
      'content/',
      <div class="stack">
        <Tiles figures={figures} live={visit.live} />
        {waiting.length > 0 && (
          <Card title="Waiting to be approved">
            <ul class="items">
              {waiting.map(({ title, since, waiting_for }) => (
                <li>
                  <span>
                    <Badge
                      status={waiting_for}
                      label={waiting_for === 'client' ? 'client’s turn' : 'our turn'}
                      tone="warn"
                    />
                    {title}
                  </span>
                  <span class="when">{visit.moment(since)}</span>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Card title="What happened">
          <Timeline visit={visit} of={happened} empty="The first articles are asked for once onboarding is complete." />
        </Card>
      </div>,
    );
  },
});

type Backlink = Schemas['Backlink'];
const STATUSES = ['placed', 'live', 'lost', 'rejected', 'replaced'] as const;
const links = (visit: Visit, site: number): ListSpec<Backlink> => ({
  name: 'backlinks',
  caption: 'Backlinks of the site',
  ordering: '-placed_at',
  filters: [{ name: 'status', label: 'Status', choices: STATUSES.map((status) => [status, status]) }],
  columns: [
    {
      key: 'source',
      label: 'Link',
      value: ({ source_url }) => source_url,
      cell: ({ source_domain, anchor_text, order_id }) => (
        <>
          <a href={`/app/orders/${order_id}/`}>{source_domain}</a>
          <span class="sub">{anchor_text}</span>
        </>
      ),
    },
    {
      key: 'status',
      label: 'Status',
      sort: 'status',
      value: ({ status }) => status,
      cell: ({ status }) => <Badge status={status} />,
    },
    {
      key: 'dr',
      label: 'DR',
      figure: true,
      value: ({ source_dr }) => source_dr,
      cell: ({ source_dr }) => source_dr ?? '',
    },
    {
      key: 'indexed',
      label: 'Indexed',
      value: ({ is_indexed }) => is_indexed,
      cell: ({ is_indexed, indexing }) =>
        is_indexed ? <Badge status="indexed" /> : (indexing.status?.replaceAll('_', ' ') ?? ''),
    },
    {
      key: 'placed_at',
      label: 'Placed',
      sort: 'placed_at',
      figure: true,
      value: ({ placed_at }) => placed_at,
      cell: ({ placed_at }) => visit.moment(placed_at),
    },
  ],
  fetch: (query) => visit.backend.list('linker/backlinks/', { ...query, site_id: site }),
  empty: { title: 'No links yet', text: 'Links stand here as soon as an order places them.' },
});

const backlinksPage = definePage({
  name: 'serviceBacklinks',
  path: '/app/services/{id}/backlinks/',
  roles: ANYONE_OF.staff,
  summary: 'Links of a managed service: ordered, delivered, live, indexed',
  async show(visit) {
    const service = await serviceOf(visit);
    const { site_id } = service.subscription;
    const orders = await visit.backend.all('services/backlink-orders/', { query: { site_id } }, 1_000);
    const sum = (of: (order: (typeof orders)[number]) => number): string =>
      String(orders.filter(({ status }) => status !== 'cancelled').reduce((all, order) => all + of(order), 0));
    const figures: readonly Figure[] = [
      { id: 'ordered', label: 'Ordered', value: sum(({ links_ordered }) => links_ordered) },
      { id: 'delivered', label: 'Delivered', value: sum(({ links_delivered }) => links_delivered) },
      { id: 'live', label: 'Live', value: sum(({ links_live }) => links_live) },
      { id: 'indexed', label: 'Indexed', value: sum(({ links_indexed }) => links_indexed) },
    ];
    return serviceTab(
      visit,
      service,
      'backlinks/',
      <div class="stack">
        <Tiles figures={figures} />
        {await listed(visit, links(visit, site_id))}
      </div>,
    );
  },
  async csv(visit) {
    const { subscription } = await serviceOf(visit);
    return listCsv(visit, links(visit, subscription.site_id));
  },
});

const timelinePage = definePage({
  name: 'serviceTimeline',
  path: '/app/services/{id}/timeline/',
  roles: ANYONE_OF.staff,
  summary: 'Every event of a managed service, in sentences',
  live: true,
  async show(visit) {
    const given = visit.search.get('before') ?? '';
    const before = /^\d{1,15}$/.test(given) ? Number(given) : 0;
    const [service, happened] = await Promise.all([serviceOf(visit), entriesOf(visit.backend, visit.id, { before })]);
    const address = `${AT.service(visit.id)}timeline/`;
    return serviceTab(
      visit,
      service,
      'timeline/',
      <section class="card">
        {before > 0 && (
          <p>
            <a href={address}>Back to the newest</a>
          </p>
        )}
        <Timeline visit={visit} of={happened} olderAt={address} empty="It begins with the creation of the service." />
      </section>,
    );
  },
});

export const serviceTabs: readonly Page[] = [contentPage, backlinksPage, timelinePage];
