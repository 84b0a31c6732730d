import type { FC } from 'hono/jsx';
import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { type ListSpec, listCsv, listed } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { Chart, type Figure, Tiles } from '../parts/figures.tsx';
import { ButtonForm, Wrong } from '../parts/form.tsx';
import { Badge, Card, Facts } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { dayText, serviceOf, serviceTab } from './service-head.tsx';

type Snapshot = Schemas['KeptAhrefsSnapshot'];
type Connection = Schemas['AhrefsConnection'];
/** Two years of weeks. */
const CHARTED = 104;
const FIGURES = [
  ['domain_rating', 'Domain rating'],
  ['referring_domains', 'Referring domains'],
  ['organic_keywords', 'Organic keywords'],
  ['organic_traffic', 'Organic traffic'],
  ['backlinks_total', 'Backlinks'],
] as const;
type Key = (typeof FIGURES)[number][0];
/** What is drawn: one line a chart, as they are of different sizes. */
const DRAWN: readonly Key[] = ['domain_rating', 'referring_domains', 'organic_keywords', 'organic_traffic'];

const written = ({ formats }: Visit, value: number | null): string =>
  value === null ? '–' : formats.number(value, 'count');

const history = (visit: Visit, site_id: number): ListSpec<Snapshot> => ({
  name: 'ahrefs',
  caption: 'Figures of Ahrefs as they were kept',
  ordering: '-snapshot_date',
  columns: [
    {
      key: 'snapshot_date',
      label: 'Day',
      sort: 'snapshot_date',
      value: ({ snapshot_date }) => snapshot_date,
      cell: ({ snapshot_date }) => visit.formats.day(dayText(snapshot_date)),
    },
    ...FIGURES.map(([key, label]) => ({
      key,
      label,
      figure: true,
      value: (row: Snapshot) => row[key],
      cell: (row: Snapshot) => written(visit, row[key]),
    })),
  ],
  fetch: (query) => visit.backend.list('integration/ahrefs/snapshots/', { ...query, site_id }),
  empty: {
    title: 'Nothing was kept yet',
    text: 'Once the client’s account is connected to Ahrefs, the figures of the site are kept every Monday.',
  },
});

export const serviceAhrefsPage = definePage({
  name: 'serviceAhrefs',
  path: '/app/services/{id}/ahrefs/',
  roles: ANYONE_OF.staff,
  summary: 'What Ahrefs knows of the site of a managed service, week by week',
  live: true,
  async show(visit) {
    const service = await serviceOf(visit);
    const { site_id, account_id } = service.subscription;
    const { backend } = visit;
    const spec = history(visit, site_id);
    const [drawn, connection, list] = await Promise.all([
      backend.list('integration/ahrefs/snapshots/', { site_id, ordering: '-snapshot_date', page_size: CHARTED }),
      backend.find('integration/ahrefs/status/', { query: { account_id } }),
      listed(visit, spec),
    ]);
    const snapshots = drawn.results;
    return serviceTab(
      visit,
      service,
      'ahrefs/',
      <div class="stack">
        {snapshots.length > 0 && <Tiles figures={tiles(visit, snapshots)} live={visit.live} />}
        {snapshots.length > 1 && (
          <div class="columns">
            {FIGURES.filter(([key]) => DRAWN.includes(key)).map(([key, label]) => (
              <Line visit={visit} of={key} label={label} snapshots={[...snapshots].reverse()} />
            ))}
          </div>
        )}
        <Connected visit={visit} connection={connection?.data ?? null} />
        {list}
      </div>,
    );
  },
  forms: {
    async snapshot(visit, sent) {
      const { subscription } = await serviceOf(visit);
      const body = { site_id: subscription.site_id };
      await visit.backend.post('integration/ahrefs/snapshot/', { body, idempotencyKey: sent.key });
      return { to: `${AT.service(visit.id)}ahrefs/`, notice: 'Kept as of today.' };
    },
  },
  async csv(visit) {
    const { subscription } = await serviceOf(visit);
    return listCsv(visit, history(visit, subscription.site_id));
  },
});

/** The newest figures, each with what it was before. */
function tiles(visit: Visit, [newest, before]: readonly Snapshot[]): readonly Figure[] {
  return FIGURES.map(([key, label]) => {
    const [now, then] = [newest?.[key] ?? null, before?.[key] ?? null];
    const moved = now === null || then === null ? 0 : Math.round((now - then) * 10) / 10;
    const since = before === undefined ? '' : ` since ${visit.formats.shortDay(dayText(before.snapshot_date))}`;
    const sign = moved > 0 ? '+' : '−';
    return {
      id: key.replaceAll('_', '-'),
      label,
      value: written(visit, now),
      ...(before === undefined || now === null || then === null
        ? {}
        : {
            note:
              moved === 0
                ? `as it was${since.replace('since', 'on')}`
                : `${sign}${written(visit, Math.abs(moved))}${since}`,
          }),
      ...(moved === 0 ? {} : { trend: moved > 0 ? ('up' as const) : ('down' as const) }),
    };
  });
}

type LineProps = {
  readonly visit: Visit;
  readonly of: Key;
  readonly label: string;
  /** Oldest first. */
  readonly snapshots: readonly Snapshot[];
};
const Line: FC<LineProps> = ({ visit, of, label, snapshots }) => {
  const [first, last] = [snapshots[0], snapshots.at(-1)];
  const told = (each: Snapshot | undefined) =>
    each === undefined ? '–' : `${written(visit, each[of])} on ${visit.formats.day(dayText(each.snapshot_date))}`;
  return (
    <Card title={label}>
      <Chart
        visit={visit}
        asked={{
          id: of.replaceAll('_', '-'),
          title: label,
          alt: `From ${told(first)} to ${told(last)}.`,
          series: [label],
          width: 420,
          chart: {
            key: of,
            kind: 'line',
            unit: of === 'domain_rating' ? 'score' : 'count',
            better: 'up',
            x: snapshots.map(({ snapshot_date }) => snapshot_date),
            x_kind: 'day',
            markers: [],
            series: [{ key: of, style: 'solid', values: snapshots.map((each) => each[of]) }],
          },
        }}
      />
    </Card>
  );
};

const Connected: FC<{ readonly visit: Visit; readonly connection: Connection | null }> = ({ visit, connection }) => {
  const form = visit.form('snapshot');
  const isThere = connection !== null && connection.status !== 'disconnected';
  return (
    <section class="card">
      <div class="card-head">
        <h2>Connection</h2>
        {isThere && <ButtonForm of={form} label="Keep today’s figures" class="tiny" describedBy="costs" />}
      </div>
      <Wrong of={form} say={visit.say} />
      {isThere ? (
        <div class="stack">
          <Facts facts={facts(visit, connection)} />
          <p class="quiet small" id="costs">
            Keeping figures by hand costs units of the client’s plan at Ahrefs, as it does on Mondays.
          </p>
        </div>
      ) : (
        <p class="quiet">The client’s account is not connected to Ahrefs, so nothing is asked there.</p>
      )}
    </section>
  );
};

function facts(visit: Visit, connection: Connection) {
  const { status, error, units_spent, monthly_unit_budget: budget, credits_remaining: left, last_synced } = connection;
  return [
    [
      'Status',
      <>
        <Badge status={status} tone={status === 'active' ? 'good' : 'bad'} />
        {error !== null && <span class="sub down small">{error}</span>}
      </>,
    ],
    [
      'Units spent this month',
      `${written(visit, units_spent)}${budget === null ? '' : ` of ${written(visit, budget)}`}`,
    ],
    ['Units left', left === null ? 'not limited, or not known yet' : written(visit, left)],
    ['Last asked', last_synced === null ? '–' : visit.moment(last_synced)],
  ] as const;
}
