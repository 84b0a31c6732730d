import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import type { PageWord } from '../language/index.ts';
import { definePage, type Visit } from '../page.ts';
import { Tiles } from '../parts/figures.tsx';
import { Live } from '../parts/live.tsx';
import { Badge, Card, Empty, Facts, Progress } from '../parts/show.tsx';
import { spoken, typedValue } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { dayOf, ifMay, periodOf, sitesOf, THEIRS } from './common.ts';
import { Needs, needsOf } from './needs.tsx';

type Subscription = Schemas['ManagedSubscription'];
type Sites = (id: number | null) => string;

/** What is included, how the month goes, and what waits for whoever looks. */
export const overviewPage = definePage({
  ...THEIRS,
  name: 'overview',
  path: AT.overview,
  summary: 'What is included, the running month against its target, and what we need from the client',
  nav: { at: 10, label: (say) => say('overview.title') },
  live: true,
  async show(visit) {
    const { backend, may, say } = visit;
    const [all, orders, reports, needs] = await Promise.all([
      backend.all('services/subscriptions/', { query: { ordering: 'id' } }, 200),
      ifMay(may('orders'), () => backend.all('services/backlink-orders/', { query: { ordering: '-id' } }, 500)),
      ifMay(may('reports'), async () => {
        const { data } = await backend.get('services/reports/', { query: { ordering: '-period_start', page_size: 1 } });
        return data.results;
      }),
      needsOf(visit),
    ]);
    const going = all.filter(({ status }) => status !== 'cancelled');
    const sites = await sitesOf(
      visit,
      [...going, ...reports].map(({ site_id }) => site_id),
    );
    const isEmpty = going.length === 0 && orders.length === 0;
    return {
      title: say('overview.title'),
      body: (
        <div class="stack">
          <Needs visit={visit} needs={needs} />
          {isEmpty && (
            <div class="table-box">
              <Empty title={say('overview.empty')} text={say('overview.empty.text')} />
            </div>
          )}
          {going.length > 0 && (
            <div class="columns">
              {going.map((each) => (
                <Service visit={visit} subscription={each} sites={sites} />
              ))}
            </div>
          )}
          {orders.length > 0 && <Links visit={visit} orders={orders} />}
          {going.length > 0 && may('reports') && <Latest visit={visit} report={reports[0] ?? null} sites={sites} />}
        </div>
      ),
    };
  },
});

type ServiceProps = { readonly visit: Visit; readonly subscription: Subscription; readonly sites: Sites };
export const Service: FC<ServiceProps> = ({ visit, subscription, sites }) => {
  const { say, formats, may } = visit;
  const { id, site_id, tier, status, article_target: target, current_month_articles_published: done } = subscription;
  const { behind, monthly_price, next_billing_date } = subscription;
  return (
    <Live of={visit.live} id={`service-${id}`} as="section" class="card">
      <div class="card-head">
        <h2>
          <a href={AT.subscription(id)}>{say('overview.service', { site: sites(site_id) })}</a>
        </h2>
        <span>
          {say(`overview.tier.${tier}`)} <Badge status={status} label={say(`overview.status.${status}`)} />
        </span>
      </div>
      <div class="stack">
        <Setup visit={visit} subscription={subscription} />
        {target > 0 && (
          <div>
            <h3>{say('overview.articles')}</h3>
            <Progress
              value={done}
              of={target}
              label={say('overview.articles')}
              text={say('overview.articles.text', { done, target })}
              behind={behind.content}
            />
            {behind.content && <p class="quiet small">{say('overview.behind')}</p>}
          </div>
        )}
        <div>
          <h3>{say('overview.includes')}</h3>
          <ul class="ticked">
            {includedIn(visit, subscription).map((text) => (
              <li>{text}</li>
            ))}
          </ul>
        </div>
        {may('invoices') && status !== 'paused' && (
          <Facts
            facts={[
              [say('overview.price'), formats.number(monthly_price, 'usd')],
              [say('overview.next_invoice'), dayOf(visit, next_billing_date)],
            ]}
          />
        )}
      </div>
    </Live>
  );
};

const Setup: FC<Pick<ServiceProps, 'visit' | 'subscription'>> = ({ visit: { say }, subscription }) => {
  const { status, blocked_reason: reason } = subscription.onboarding;
  if (subscription.status !== 'active' && subscription.status !== 'pending') return null;
  if (status === 'blocked')
    return <p class="notice warn">{say(BLOCKED.find((word) => word.endsWith(`.${reason}`)) ?? BLOCKED[0])}</p>;
  return status === 'running' ? <p class="notice">{say('overview.onboarding')}</p> : null;
};

const BLOCKED = [
  'overview.blocked.effect_failed',
  'overview.blocked.integration_missing',
  'overview.blocked.blueprint_missing',
] as const;

/** Names of platforms are the same in every language. */
const NAMES: Readonly<Record<string, string>> = {
  facebook: 'Facebook',
  linkedin: 'LinkedIn',
  instagram: 'Instagram',
  pinterest: 'Pinterest',
  x: 'X',
  youtube: 'YouTube',
  tiktok: 'TikTok',
};
const platformName = (key: string): string => NAMES[key] ?? spoken(key);

/** What the agreement holds, in the reader's words. */
function includedIn({ say, formats }: Visit, { articles_per_month: count, service_config }: Subscription): string[] {
  const told = (pointer: string): string => typedValue(service_config, pointer)[0] ?? '';
  const isOn = (pointer: string): boolean => told(pointer) === 'on';
  const budget = Number(told('/backlinks/monthly_budget') || '0');
  const cadence: PageWord | undefined = (
    ['overview.includes.reports.weekly', 'overview.includes.reports.monthly', 'overview.includes.reports.both'] as const
  ).find((word) => word.endsWith(`.${told('/reporting/cadence')}`));
  const parts = [
    count > 0 && say('overview.includes.articles', { count }),
    isOn('/review_required') && say('overview.includes.review'),
    isOn('/backlinks/enabled') &&
      (budget === 0
        ? say('overview.includes.links')
        : say('overview.includes.backlinks', { amount: formats.number(budget, 'usd') })),
    isOn('/social/enabled') &&
      say('overview.includes.social', {
        platforms: formats.list(typedValue(service_config, '/social/platforms').map(platformName)),
      }),
    isOn('/schema/enabled') && say('overview.includes.schema'),
    isOn('/gsc/enabled') && say('overview.includes.gsc'),
    cadence !== undefined && say(cadence),
  ];
  return parts.filter((part) => part !== false);
}

const Links: FC<{ readonly visit: Visit; readonly orders: readonly Schemas['BacklinkOrder'][] }> = ({
  visit,
  orders,
}) => {
  const { say, formats } = visit;
  const counted = orders.filter(({ status }) => status !== 'draft' && status !== 'cancelled');
  const sum = (of: (order: Schemas['BacklinkOrder']) => number): string =>
    formats.number(
      counted.reduce((total, order) => total + of(order), 0),
      'count',
    );
  const figure = (id: string, label: string, value: string) => ({ id, label, value, explain: AT.orders });
  return (
    <section>
      <div class="card-head">
        <h2>{say('overview.orders')}</h2>
        <a href={AT.orders}>{say('common.all')}</a>
      </div>
      <Tiles
        live={visit.live}
        figures={[
          figure(
            'ordered',
            say('overview.orders.ordered'),
            sum(({ links_ordered: n }) => n),
          ),
          figure(
            'delivered',
            say('overview.orders.delivered'),
            sum(({ links_delivered: n }) => n),
          ),
          figure(
            'live',
            say('overview.orders.live'),
            sum(({ links_live: n }) => n),
          ),
          figure(
            'indexed',
            say('overview.orders.indexed'),
            sum(({ links_indexed: n }) => n),
          ),
        ]}
      />
    </section>
  );
};

type LatestProps = { readonly visit: Visit; readonly report: Schemas['ReportListed'] | null; readonly sites: Sites };
const Latest: FC<LatestProps> = ({ visit, report, sites }) => {
  const { say } = visit;
  return (
    <Card title={say('overview.report')} more={{ href: AT.reports, label: say('common.all') }}>
      {report === null ? (
        <p class="quiet">{say('overview.report.none')}</p>
      ) : (
        <p>
          <a href={AT.report(report.id)}>
            {say('common.pair', {
              first: sites(report.site_id),
              second: periodOf(visit, report.period_start, report.period_end),
            })}
          </a>
        </p>
      )}
    </Card>
  );
};
