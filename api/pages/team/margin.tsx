import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import type { MARGIN_SERVICES } from '#domain/billing/margin';
import { Table } from '../list.tsx';
import { accountNames } from '../names.ts';
import { definePage, type Visit } from '../page.ts';
import { Amount, Card, Empty, Tabs } from '../parts/show.tsx';
import { AT } from '../where.ts';

type Row = Schemas['Margin']['results'][number];
const BY = [
  ['service', 'By service'],
  ['client', 'By client'],
  ['order', 'By order'],
  ['month', 'By month'],
] as const;
type By = (typeof BY)[number][0] | 'subscription';
type Only = {
  readonly account_id?: number;
  readonly service?: Service;
  readonly from?: string;
  readonly to?: string;
};
type Asked = { readonly by: By; readonly only: Only };
type Service = (typeof MARGIN_SERVICES)[number];
const SERVICES: { readonly [S in Service]: string } = {
  managed_lite: 'Managed Lite',
  managed_pro: 'Managed Pro',
  backlinks: 'Backlinks',
  indexing_boost: 'Indexing Boost',
  other: 'Other',
};
const isService = (text: string | null): text is Service => text !== null && Object.hasOwn(SERVICES, text);
const HEADS: { readonly [B in By]: string } = {
  service: 'Service',
  client: 'Client',
  order: 'Order',
  month: 'Month',
  subscription: 'Managed service',
};

/** What the address asks for; what it says wrongly is not asked for. */
function askedOf({ search }: Visit): Asked {
  const [by, account, service] = [search.get('by'), search.get('account_id') ?? '', search.get('service')];
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? ''];
  const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
  return {
    by: by === 'subscription' ? by : (BY.find(([each]) => each === by)?.[0] ?? 'service'),
    only: {
      ...(/^[1-9]\d{0,8}$/.test(account) ? { account_id: Number(account) } : {}),
      ...(isService(service) ? { service } : {}),
      ...(isMonth(from) && isMonth(to) && from <= to ? { from, to } : {}),
    },
  };
}
const addressOf = (by: By, only: Only, path: string = AT.margin): string => {
  const query = new URLSearchParams({ by });
  for (const [name, value] of Object.entries(only)) query.set(name, String(value));
  return `${path}?${query}`;
};

/** What the amounts of a row are made of: the same, told apart by what comes next, down to the order or the service itself. */
function madeOf({ by, only }: Asked, key: string): string {
  const inside = (account: number, service: Service): string =>
    service === 'backlinks'
      ? addressOf('order', { ...only, account_id: account, service })
      : service === 'managed_lite' || service === 'managed_pro'
        ? addressOf('subscription', { ...only, account_id: account, service })
        : `${AT.invoices}?account_id=${account}`;
  switch (by) {
    case 'order':
      return AT.order(Number(key));
    case 'subscription':
      return `${AT.service(Number(key))}billing/`;
    case 'month':
      return addressOf('service', { ...only, from: key, to: key });
    case 'client':
      return only.service === undefined
        ? addressOf('service', { ...only, account_id: Number(key) })
        : inside(Number(key), only.service);
    case 'service':
      if (!isService(key)) return AT.margin;
      return only.account_id === undefined
        ? addressOf('client', { ...only, service: key })
        : inside(only.account_id, key);
  }
}

/** Revenue, cost and margin of twelve months, by what brings them. */
export const marginPage = definePage({
  name: 'margin',
  path: AT.margin,
  roles: ANYONE_OF.staff,
  summary: 'Revenue, cost and margin by service, client, order or month',
  nav: { at: 70, label: () => 'Margin' },
  async show(visit) {
    const asked = askedOf(visit);
    const { by, only } = asked;
    const account = only.account_id ?? null;
    const [{ data }, names] = await Promise.all([
      visit.backend.get('services/dashboard/margin/', { query: { by, ...only } }),
      accountNames(visit.backend, [account]),
    ]);
    const { formats } = visit;
    const money = (value: string) => formats.number(value, 'usd');
    const alone = [
      account === null ? [] : names(account),
      only.service === undefined ? [] : SERVICES[only.service],
    ].flat();
    const figures = (['revenue', 'cost', 'margin'] as const).map((key) => ({
      key,
      label: { revenue: 'Revenue', cost: 'Cost', margin: 'Margin' }[key],
      figure: true,
      cell: (row: Row) => <Amount visit={visit} value={row[key]} explain={madeOf(asked, row.key)} />,
    }));
    const percent = (value: number | null) => (value === null ? '–' : `${value.toFixed(1)} %`);
    return {
      title: 'Margin',
      crumbs: [{ label: 'Services', href: AT.services }],
      actions: (
        <a class="button" href={addressOf(by, only, `${AT.margin}csv/`)} download>
          {visit.say('list.csv')}
        </a>
      ),
      body: (
        <div>
          <Tabs
            tabs={BY.map(([each, label]) => ({ href: addressOf(each, only), label }))}
            at={addressOf(by, only)}
            label="By what"
          />
          <Card
            title={spanOf(visit, data)}
            {...(alone.length + Number(only.from !== undefined) === 0 ? {} : { more: ALL })}
          >
            {alone.length > 0 && <p class="quiet">{`Only ${alone.join(', ')}.`}</p>}
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
                    label: HEADS[by],
                    cell: ({ key, label }) => {
                      const text =
                        by === 'month' ? formats.month(key) : by === 'subscription' ? `Service ${key}` : label;
                      return <a href={by === 'client' ? AT.client(Number(key)) : madeOf(asked, key)}>{text}</a>;
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
    const { by, only } = askedOf(visit);
    const { data } = await visit.backend.get('services/dashboard/margin/', { query: { by, ...only } });
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

const ALL = { href: AT.margin, label: 'Everything' };
function spanOf({ formats }: Visit, { from, to }: Schemas['Margin']): string {
  const [first, last] = [formats.month(from.slice(0, 7)), formats.month(to.slice(0, 7))];
  return first === last ? first : `${first} to ${last}`;
}
