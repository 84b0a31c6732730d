import type { FC } from 'hono/jsx';
import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { Table } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { Chart, Tiles } from '../parts/figures.tsx';
import { Card, Empty, Tabs } from '../parts/show.tsx';
import { PLUGIN_AT, PLUGIN_TABS } from './plugin-head.tsx';
import { dayText } from './service-head.tsx';

const AT = `${PLUGIN_AT}numbers/`;
type Numbers = Schemas['PluginStats'];
type Checks = Schemas['PluginChecks'];

/** How the plugin is doing: downloads and ratings at wordpress.org over time, and what sites ask here. */
export const pluginNumbersPage = definePage({
  name: 'pluginNumbers',
  path: AT,
  roles: ANYONE_OF.staff,
  summary: 'Downloads, ratings and installs of the plugin over time',
  flagged: false,
  async show(visit) {
    const [{ data: numbers }, { data: checks }] = await Promise.all([
      visit.backend.get('plugins/igny8-seo/stats/', { query: { days: 90 } }),
      visit.backend.get('plugins/igny8-seo/checks/', { query: { days: 30 } }),
    ]);
    const told = (value: number | null) => (value === null ? '–' : visit.formats.number(value, 'count'));
    return {
      title: 'Plugin',
      body: (
        <div>
          <Tabs tabs={PLUGIN_TABS} at={AT} label="The plugin" />
          <div class="stack">
            <Tiles
              figures={[
                { id: 'installs', label: 'Active installs', value: told(numbers.active_installs) },
                {
                  id: 'rating',
                  label: 'Rating',
                  value: numbers.rating === null ? '–' : `${numbers.rating} %`,
                  note: `${told(numbers.num_ratings)} ratings`,
                },
                { id: 'downloads', label: 'Downloads', value: told(numbers.downloaded) },
              ]}
            />
            <Card title="wordpress.org, day by day">
              <Downloads visit={visit} numbers={numbers} />
              <Ratings visit={visit} numbers={numbers} />
            </Card>
            <Card title="Sites that ask for updates here">
              <p class="quiet small">
                Counted by the version that they have. Who asks is kept nowhere: sites are told apart within a day
                alone.
              </p>
              <Asked visit={visit} checks={checks} />
            </Card>
          </div>
        </div>
      ),
    };
  },
});

type Line = {
  readonly visit: Visit;
  readonly id: string;
  readonly title: string;
  readonly label: string;
  readonly points: readonly { readonly day: string; readonly value: number }[];
};
/** One number over days; nothing with less than two of them. */
const Over: FC<Line> = ({ visit, id, title, label, points }) => {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return null;
  const on = ({ day, value }: typeof first) =>
    `${visit.formats.number(value, 'count')} on ${visit.formats.day(dayText(day))}`;
  return (
    <Chart
      visit={visit}
      asked={{
        id,
        title,
        alt: `From ${on(first)} to ${on(last)}.`,
        series: [label],
        width: 760,
        chart: {
          key: id,
          kind: 'line',
          unit: 'count',
          better: 'up',
          x: points.map(({ day }) => day),
          x_kind: 'day',
          markers: [],
          series: [{ key: id, style: 'solid', values: points.map(({ value }) => value) }],
        },
      }}
    />
  );
};

type OfNumbers = { readonly visit: Visit; readonly numbers: Numbers };
const pointsOf = ({ days }: Numbers, key: 'downloads' | 'rating' | 'active_installs') =>
  days.flatMap(({ day, [key]: value }) => (value === null ? [] : [{ day, value }]));

const Downloads: FC<OfNumbers> = ({ visit, numbers }) =>
  pointsOf(numbers, 'downloads').length < 2 ? (
    <Empty
      title="Nothing is known of wordpress.org yet"
      text="It is asked every day at 05:30 once the plugin is listed there."
    />
  ) : (
    <Over
      visit={visit}
      id="downloads"
      title="Downloads at wordpress.org by day"
      label="Downloads"
      points={pointsOf(numbers, 'downloads')}
    />
  );

const Ratings: FC<OfNumbers> = ({ visit, numbers }) => (
  <>
    <Over
      visit={visit}
      id="installs"
      title="Active installs by day"
      label="Active installs"
      points={pointsOf(numbers, 'active_installs')}
    />
    <Over
      visit={visit}
      id="rating"
      title="Rating by day, 0 to 100"
      label="Rating"
      points={pointsOf(numbers, 'rating')}
    />
  </>
);

/** Of each version the newest day on which sites that have it asked. */
const Asked: FC<{ readonly visit: Visit; readonly checks: Checks }> = ({ visit, checks }) => {
  const versions = new Map(checks.days.map((row) => [row.version, row]));
  const sums = new Map<string, number>();
  for (const { version, downloads } of checks.days) sums.set(version, (sums.get(version) ?? 0) + downloads);
  if (versions.size === 0)
    return <Empty title="No site has asked yet" text="What sites ask is told once an hour, in sums." />;
  const number = (value: number) => visit.formats.number(value, 'count');
  return (
    <Table
      caption="Sites by version"
      rows={[...versions.values()].sort((a, b) => b.sites - a.sites)}
      columns={[
        { key: 'version', label: 'Version', cell: ({ version }) => (version === 'other' ? 'others' : version) },
        { key: 'day', label: 'Day', figure: true, cell: ({ day }) => visit.formats.shortDay(dayText(day)) },
        { key: 'sites', label: 'Sites', figure: true, cell: ({ sites }) => number(sites) },
        { key: 'checks', label: 'Checks', figure: true, cell: ({ checks: count }) => number(count) },
        { key: 'offered', label: 'Offered an update', figure: true, cell: ({ offered }) => number(offered) },
        {
          key: 'downloads',
          label: 'Downloads in 30 days',
          figure: true,
          cell: ({ version }) => number(sums.get(version) ?? 0),
        },
      ]}
    />
  );
};
