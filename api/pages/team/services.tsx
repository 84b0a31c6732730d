import type { FC } from 'hono/jsx';
import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { parseInstant } from '#domain/kernel/time';
import { accountNames } from '../names.ts';
import { definePage, type Visit } from '../page.ts';
import { Chart, type Figure, Tiles } from '../parts/figures.tsx';
import { Live } from '../parts/live.tsx';
import { Badge, Card, Empty } from '../parts/show.tsx';
import { AT, pageFor } from '../where.ts';

/** So many of what waits are shown; the rest is one click away. */
const SHOWN = 12;
const KINDS: Readonly<Record<string, string>> = {
  report: 'Report',
  report_review: 'Report to review',
  content: 'Content',
  links: 'Links',
  replacement: 'Replacement',
  onboarding: 'Onboarding',
  renewal: 'Renewal',
  indexing_review: 'Indexing',
  invoice: 'Invoice',
  dispute: 'Dispute',
  placement: 'Placement',
  brief: 'Brief',
  claim: 'Claim',
  effect: 'Operation',
};
export const kindWord = (kind: string): string =>
  KINDS[kind] ?? kind.slice(0, 1).toUpperCase() + kind.slice(1).replaceAll('_', ' ');

/** What the delivery team steers by: figures, the trend, and what waits for a person. */
export const servicesPage = definePage({
  name: 'services',
  path: AT.services,
  roles: ANYONE_OF.staff,
  summary: 'Clients, MRR, revenue, margin, the trend of twelve months, and what waits',
  nav: { at: 10, label: () => 'Services' },
  live: true,
  async show(visit) {
    const { backend, search } = visit;
    const kind = search.get('kind') || undefined;
    const [{ data: figures }, { overdue, names }] = await Promise.all([
      backend.get('services/dashboard/'),
      waitingOf(backend, kind),
    ]);
    return {
      title: 'Services',
      actions: (
        <>
          <a class="button" href={AT.tiers}>
            Change tiers
          </a>{' '}
          {visit.role === 'admin' && (
            <a class="button" href="/app/services/import/">
              Import contracts
            </a>
          )}
          <a class="button main" href="/app/services/new/">
            New service
          </a>
        </>
      ),
      body: (
        <div class="stack">
          <Tiles figures={tiles(visit, figures)} live={visit.live} />
          <Trend visit={visit} trend={figures.trend} />
          <Upcoming visit={visit} overdue={overdue} kind={kind ?? null} names={names} />
        </div>
      ),
    };
  },
});

/** What waits, and whose it is: asked for while the figures are being reckoned up. */
async function waitingOf(backend: Visit['backend'], kind: string | undefined) {
  const overdue = await backend.list('services/dashboard/overdue/', { page_size: SHOWN, kind });
  const accounts = overdue.results.map(({ account_id }) => account_id);
  return { overdue, names: await accountNames(backend, accounts) };
}

function tiles({ formats }: Visit, { clients, mrr, revenue, margin }: Schemas['Dashboard']): readonly Figure[] {
  const money = (value: string) => formats.number(value, 'usd');
  const others = [`${clients.pending} starting`, `${clients.paused} paused`].join(' · ');
  return [
    {
      id: 'clients',
      label: 'Active services',
      value: String(clients.active),
      note: others,
      explain: `${AT.clients}?status=active`,
    },
    {
      id: 'mrr',
      label: 'MRR',
      value: money(mrr),
      note: 'monthly, as agreed today',
      explain: `${AT.clients}?ordering=-mrr`,
    },
    {
      id: 'revenue',
      label: 'Revenue this month',
      value: money(revenue.this_month),
      note: `${money(revenue.last_month)} last month`,
      explain: `${AT.margin}?by=service`,
    },
    {
      id: 'margin',
      label: 'Margin this month',
      value: money(margin.amount),
      note: margin.percent === null ? 'nothing earned yet' : `${margin.percent.toFixed(1)} % of revenue`,
      explain: `${AT.margin}?by=order`,
    },
  ];
}

const Trend: FC<{ readonly visit: Visit; readonly trend: Schemas['Dashboard']['trend'] }> = ({ visit, trend }) => {
  const isEmpty = trend.every(({ revenue, mrr }) => Number(revenue) === 0 && Number(mrr) === 0);
  const last = trend.at(-1);
  if (isEmpty || !last)
    return (
      <Card title="Twelve months">
        <Empty
          title="Nothing was earned yet"
          text="As soon as a service runs or an order is delivered, the trend stands here."
        />
      </Card>
    );
  const line = (key: string, values: readonly string[]) =>
    ({ key, style: key === 'mrr' ? 'dashed' : 'solid', values: values.map(Number) }) as const;
  return (
    <Live of={visit.live} id="trend" as="section" class="card">
      <div class="card-head">
        <h2>Twelve months</h2>
        <a href={`${AT.margin}?by=month`}>Month by month</a>
      </div>
      <Chart
        visit={visit}
        asked={{
          id: 'trend',
          title: 'Revenue, margin and MRR of twelve months',
          alt: `In ${visit.formats.month(last.month)}: revenue ${visit.formats.number(last.revenue, 'usd')}, margin ${visit.formats.number(last.margin, 'usd')}, MRR ${visit.formats.number(last.mrr, 'usd')}.`,
          series: ['Revenue', 'Margin', 'MRR'],
          width: 760,
          chart: {
            key: 'trend',
            kind: 'line',
            unit: 'usd',
            better: 'up',
            x: trend.map(({ month }) => month),
            x_kind: 'month',
            markers: [],
            series: [
              line(
                'revenue',
                trend.map(({ revenue }) => revenue),
              ),
              line(
                'margin',
                trend.map(({ margin }) => margin),
              ),
              line(
                'mrr',
                trend.map(({ mrr }) => mrr),
              ),
            ],
          },
        }}
      />
    </Live>
  );
};

type Overdue = Schemas['OverdueItemList'];
type UpcomingProps = {
  readonly visit: Visit;
  readonly overdue: Overdue;
  readonly kind: string | null;
  readonly names: (id: number | null) => string;
};
const Upcoming: FC<UpcomingProps> = ({ visit, overdue, kind, names }) => {
  const counts = Object.entries(overdue.counts).filter(([, count]) => count > 0);
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  return (
    <Live of={visit.live} id="upcoming" as="section" class="card">
      <div class="card-head">
        <h2>Upcoming actions</h2>
        <span class="quiet small">{all === 0 ? '' : `${all} waiting`}</span>
      </div>
      {counts.length > 1 && (
        <nav class="tabs" aria-label="Kinds of actions">
          <ul>
            {[['', all] as const, ...counts].map(([each, count]) => (
              <li>
                <a
                  href={each === '' ? AT.services : `${AT.services}?kind=${each}`}
                  aria-current={(kind ?? '') === each ? 'true' : undefined}
                >
                  {each === '' ? 'All' : kindWord(each)} <span class="quiet">{count}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {overdue.results.length === 0 ? (
        <Empty
          title="Nothing waits for you"
          text="What is late or needs a person stands here, oldest first, with its age."
        />
      ) : (
        <ul class="items">
          {overdue.results.map((each) => (
            <Live of={visit.live} id={`wait-${each.kind}-${each.id}`} as="li">
              <span>
                <Badge
                  status={each.kind}
                  label={kindWord(each.kind)}
                  tone={each.waiting_for === 'client' ? 'plain' : 'warn'}
                />{' '}
                <Waiting each={each} name={names(each.account_id)} />
              </span>
              <span class="when">
                {each.waiting_for === 'client' ? 'client’s turn · ' : ''}
                {age(each.since, visit.now)}
              </span>
            </Live>
          ))}
        </ul>
      )}
    </Live>
  );
};

const Waiting: FC<{ readonly each: Overdue['results'][number]; readonly name: string }> = ({ each, name }) => {
  const to = pageFor(each.href);
  const text = each.account_id === null ? each.detail : `${name}: ${each.detail}`;
  return to === null ? <span>{text}</span> : <a href={to}>{text}</a>;
};

const DAY_MS = 86_400_000;
/** How long something has waited: `today`, `1 day`, `12 days`. */
export function age(since: string, now: string): string {
  const from = parseInstant(since.length === 10 ? `${since}T00:00:00Z` : since);
  if (from === null) return '';
  const days = Math.floor((Date.parse(now) - Date.parse(from)) / DAY_MS);
  return days <= 0 ? 'today' : days === 1 ? '1 day' : `${days} days`;
}
