import type { Schemas } from '#client/types';
import { Table } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { type Figure, Tiles } from '../parts/figures.tsx';
import { Empty, Tabs } from '../parts/show.tsx';
import { spoken } from '../schema-fields.ts';

type Week = Schemas['FeatureUsageWeek'];
const AT = '/app/gate-usage/';
const BY = [
  ['feature', 'By feature'],
  ['plan', 'By plan'],
  ['week', 'By week'],
] as const;
type By = (typeof BY)[number][0];
const byOf = ({ search }: Visit): By => BY.find(([by]) => by === search.get('by'))?.[0] ?? 'feature';
const DAY = /^\d{4}-\d\d-\d\d$/;

/** What was refused, summed by what is asked for; what each would have needed is kept beside. */
type Row = {
  readonly key: string;
  readonly checks: number;
  readonly refusals: number;
  readonly accounts: number;
  readonly needed: readonly string[];
};

async function weeks({ backend, search }: Visit) {
  const day = (name: 'from' | 'to') => (DAY.test(search.get(name) ?? '') ? { [name]: search.get(name) ?? '' } : {});
  const { data } = await backend.get('billing/features/usage/report/', { query: { ...day('from'), ...day('to') } });
  if (!('results' in data)) throw new Error('the report on gates has weeks');
  return data;
}

function summed(results: readonly Week[], by: By): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const week of results) {
    const key = week[by];
    const row = rows.get(key) ?? { key, checks: 0, refusals: 0, accounts: 0, needed: [] };
    const needs = week.refusals > 0 && week.plan_needed !== null && !row.needed.includes(week.plan_needed);
    rows.set(key, {
      key,
      checks: row.checks + week.checks,
      refusals: row.refusals + week.refusals,
      // Of weeks and levels the highest: whoever was refused twice is one account.
      accounts: Math.max(row.accounts, week.accounts_refused),
      needed: needs && week.plan_needed !== null ? [...row.needed, week.plan_needed] : row.needed,
    });
  }
  return [...rows.values()].sort((a, b) => (by === 'week' ? (a.key < b.key ? 1 : -1) : b.refusals - a.refusals));
}

/** What was refused by feature, plan and week, and which plan would have allowed it. */
export const gateUsagePage = definePage({
  name: 'gateUsage',
  path: '/app/gate-usage/',
  roles: ['admin'],
  summary: 'Refusals by feature, plan and week, and what each would have needed',
  nav: { at: 80, label: () => 'Gate usage' },
  async show(visit) {
    const by = byOf(visit);
    const { from, to, results } = await weeks(visit);
    const rows = summed(results, by);
    const sum = (of: (week: Week) => number): number => results.reduce((all, week) => all + of(week), 0);
    const [checks, refusals] = [sum((week) => week.checks), sum((week) => week.refusals)];
    const figures: readonly Figure[] = [
      { id: 'checks', label: 'Checks', value: visit.formats.number(checks, 'count') },
      {
        id: 'refusals',
        label: 'Refused',
        value: visit.formats.number(refusals, 'count'),
        note: checks === 0 ? '' : `${((refusals / checks) * 100).toFixed(1)} % of them`,
      },
    ];
    const asked = new URLSearchParams({ from, to });
    return {
      title: 'Gate usage',
      actions: (
        <a class="button" href={`${AT}csv/?${asked}`} download>
          {visit.say('list.csv')}
        </a>
      ),
      body: (
        <div class="stack">
          <form class="filters" method="get" action={AT}>
            <input type="hidden" name="by" value={by} />
            <div class="field">
              <label for="from">From</label>
              <input type="date" id="from" name="from" value={from} />
            </div>
            <div class="field">
              <label for="to">To</label>
              <input type="date" id="to" name="to" value={to} />
            </div>
            <button type="submit">{visit.say('list.show')}</button>
          </form>
          <Tiles figures={figures} />
          <div>
            <Tabs
              tabs={BY.map(([each, label]) => ({ href: `${AT}?by=${each}&${asked}`, label }))}
              at={`${AT}?by=${by}&${asked}`}
              label="By what"
            />
            {rows.length === 0 ? (
              <section class="card">
                <Empty title="Nothing was asked" text="Each check of what a plan contains is counted here." />
              </section>
            ) : (
              <Table
                caption={`Refusals by ${by}`}
                rows={rows}
                columns={[
                  { key: 'key', label: spoken(by), cell: ({ key }) => (by === 'week' ? key : spoken(key)) },
                  { key: 'checks', label: 'Checks', figure: true, cell: (row) => row.checks },
                  { key: 'refusals', label: 'Refused', figure: true, cell: (row) => row.refusals },
                  { key: 'accounts', label: 'Accounts a week, at most', figure: true, cell: (row) => row.accounts },
                  {
                    key: 'needed',
                    label: 'Would have needed',
                    cell: ({ needed }) => needed.map(spoken).join(', '),
                  },
                ]}
              />
            )}
          </div>
        </div>
      ),
    };
  },
  async csv(visit) {
    const { results } = await weeks(visit);
    const columns = ['week', 'plan', 'feature', 'level', 'checks', 'refusals', 'accounts_refused', 'plan_needed'];
    return { name: 'gate-usage', columns, rows: results };
  },
});
