import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { Table } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { Card, Empty, Tabs } from '../parts/show.tsx';
import { AT } from '../where.ts';

type Row = Schemas['Margin']['results'][number];
const BY = [
  ['service', 'By service'],
  ['client', 'By client'],
  ['order', 'By order'],
  ['month', 'By month'],
] as const;
type By = (typeof BY)[number][0];
const byOf = ({ search }: Visit): By => BY.find(([by]) => by === search.get('by'))?.[0] ?? 'service';

/** What a row is made of: the thing itself, where it has a page. */
function placeOf(by: By, key: string): string | null {
  if (!/^\d+$/.test(key)) return null;
  return by === 'client' ? AT.client(Number(key)) : by === 'order' ? `/app/orders/${key}/` : null;
}

/** Revenue, cost and margin of twelve months, by what brings them. */
export const marginPage = definePage({
  name: 'margin',
  path: AT.margin,
  roles: ANYONE_OF.staff,
  summary: 'Revenue, cost and margin by service, client, order or month',
  nav: { at: 70, label: () => 'Margin' },
  async show(visit) {
    const by = byOf(visit);
    const { data } = await visit.backend.get('services/dashboard/margin/', { query: { by } });
    const { formats } = visit;
    const money = (value: string) => formats.number(value, 'usd');
    const figures = (['revenue', 'cost', 'margin'] as const).map((key) => ({
      key,
      label: { revenue: 'Revenue', cost: 'Cost', margin: 'Margin' }[key],
      figure: true,
      cell: (row: Row) => money(row[key]),
    }));
    const percent = (value: number | null) => (value === null ? '–' : `${value.toFixed(1)} %`);
    return {
      title: 'Margin',
      crumbs: [{ label: 'Services', href: AT.services }],
      actions: (
        <a class="button" href={`${AT.margin}csv/?by=${by}`} download>
          {visit.say('list.csv')}
        </a>
      ),
      body: (
        <div>
          <Tabs
            tabs={BY.map(([each, label]) => ({ href: `${AT.margin}?by=${each}`, label }))}
            at={`${AT.margin}?by=${by}`}
            label="By what"
          />
          <Card title={`${formats.month(data.from.slice(0, 7))} to ${formats.month(data.to.slice(0, 7))}`}>
            {data.results.length === 0 ? (
              <Empty
                title="Nothing was earned or spent yet"
                text="Revenue counts when it is earned, cost when it is booked."
              />
            ) : (
              <Table
                caption={`Margin ${by}`}
                rows={data.results}
                columns={[
                  {
                    key: 'label',
                    label: { service: 'Service', client: 'Client', order: 'Order', month: 'Month' }[by],
                    cell: ({ key, label }) => {
                      const place = placeOf(by, key);
                      const text = by === 'month' ? formats.month(key) : label;
                      return place === null ? text : <a href={place}>{text}</a>;
                    },
                  },
                  ...figures,
                  {
                    key: 'percent',
                    label: 'Of revenue',
                    figure: true,
                    cell: ({ margin_percent }) => percent(margin_percent),
                  },
                  ...(by === 'service'
                    ? [
                        {
                          key: 'planned',
                          label: 'Planned',
                          figure: true,
                          cell: ({ planned }: Row) => (planned === null ? '–' : `${planned.low}–${planned.high} %`),
                        },
                      ]
                    : []),
                ]}
                total={{
                  label: 'All',
                  revenue: money(data.totals.revenue),
                  cost: money(data.totals.cost),
                  margin: money(data.totals.margin),
                  percent: percent(data.totals.margin_percent),
                }}
              />
            )}
          </Card>
        </div>
      ),
    };
  },
  async csv(visit) {
    const by = byOf(visit);
    const { data } = await visit.backend.get('services/dashboard/margin/', { query: { by } });
    const columns = [
      'key',
      'label',
      'revenue',
      'revenue_invoiced',
      'revenue_accrued',
      'cost',
      'margin',
      'margin_percent',
    ];
    return { name: `margin-by-${by}`, columns, rows: data.results };
  },
});
