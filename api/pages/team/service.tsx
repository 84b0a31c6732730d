import type { FC } from 'hono/jsx';
import { ANYONE_OF } from '#api/http/routes';
import type { Item, Operations, Schemas } from '#client/types';
import { definePage, type Visit } from '../page.ts';
import { ButtonForm, Wrong } from '../parts/form.tsx';
import { Live } from '../parts/live.tsx';
import { Amount, Badge, Card, Empty } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { PreviewTable } from './preview.tsx';
import { dayText, type Service, type Subscription, serviceOf, serviceTab } from './service-head.tsx';

const STEPS: Readonly<Record<string, string>> = { gsc: 'GSC' };
const stepName = (step: string): string =>
  step
    .split('_')
    .map((word, n) => STEPS[word] ?? (n === 0 ? word.slice(0, 1).toUpperCase() + word.slice(1) : word))
    .join(' ');

/** A managed service: how it stands, what its running month comes to, its orders and reports. */
export const servicePage = definePage({
  name: 'service',
  path: '/app/services/{id}/',
  roles: ANYONE_OF.staff,
  summary: 'One managed service: progress, onboarding, the running month, orders and reports',
  live: true,
  async show(visit) {
    const service = await serviceOf(visit);
    const { id, site_id, account_id } = service.subscription;
    const { backend } = visit;
    const [{ data: preview }, orders, reports] = await Promise.all([
      backend.get('services/subscriptions/{id}/invoice-preview/', { path: { id } }),
      backend.list('services/backlink-orders/', { site_id, page_size: 5, ordering: '-id' }),
      backend.list('services/reports/', { site_id, account_id, page_size: 5, ordering: '-id' }),
    ]);
    const isOnboarded = service.subscription.onboarding.status === 'completed';
    return serviceTab(
      visit,
      service,
      '',
      <div class="stack">
        {!isOnboarded && <Onboarding visit={visit} service={service} />}
        <div class="columns">
          <Live of={visit.live} id="invoice" as="section" class="card">
            <div class="card-head">
              <h2>Running month</h2>
              <span class="quiet small">
                {visit.formats.period([dayText(preview.period_start), dayText(preview.period_end)])}
              </span>
            </div>
            <PreviewTable visit={visit} preview={preview} id="month" />
            <p class="quiet small">
              {`Through ${visit.formats.day(dayText(preview.accrued.through))}: ${visit.formats.number(preview.accrued.total, 'usd')}`}
            </p>
          </Live>
          <Orders visit={visit} orders={orders.results} site={site_id} />
          <Reports visit={visit} reports={reports.results} />
        </div>
        {isOnboarded && <Onboarding visit={visit} service={service} />}
      </div>,
    );
  },
  forms: {
    async onboard({ backend, id, address }, sent) {
      await backend.post('services/subscriptions/{id}/onboard/', { path: { id }, body: {}, idempotencyKey: sent.key });
      return {
        to: address,
        notice: 'Onboarding goes on from the first step that is not done. It shows here as it does.',
      };
    },
  },
});

/** Before the service runs it stands first, afterwards last: a part that were gone when the last step is done could not show that it is. */
const Onboarding: FC<{ readonly visit: Visit; readonly service: Service }> = ({ visit, service }) => {
  const { onboarding, status }: Subscription = service.subscription;
  const form = visit.form('onboard');
  return (
    <section class="card onboarding">
      <div class="card-head">
        <h2>Onboarding</h2>
        {status === 'pending' && <ButtonForm of={form} label="Go on from here" class="tiny" />}
      </div>
      <Wrong of={form} say={visit.say} />
      <Live of={visit.live} id="onboarding" as="div">
        {onboarding.blocked_reason !== null && (
          <p class="notice warn">{`It waits: ${onboarding.blocked_reason.replaceAll('_', ' ')}.`}</p>
        )}
        <ol class={onboarding.status === 'completed' ? 'items all-done' : 'items'}>
          {onboarding.steps.map(({ step, status: at, attempts, error, at: when, next_retry_at: next }) => (
            <li>
              <span>
                <Badge status={at} tone={at === 'started' ? 'accent' : at === 'pending' ? 'plain' : undefined} />
                {stepName(step)}
                {error !== null && <span class="sub down small">{error}</span>}
              </span>
              <span class="when">
                {next !== null ? `again at ${visit.moment(next)}` : when !== null ? visit.moment(when) : ''}
                {attempts > 1 ? ` · ${attempts} tries` : ''}
              </span>
            </li>
          ))}
        </ol>
      </Live>
    </section>
  );
};

type OrdersProps = {
  readonly visit: Visit;
  readonly orders: readonly Schemas['BacklinkOrder'][];
  readonly site: number;
};
const Orders: FC<OrdersProps> = ({ visit, orders, site }) => (
  <Card title="Orders" more={{ href: `/app/orders/?site_id=${site}`, label: 'All orders' }}>
    {orders.length === 0 ? (
      <Empty title="No orders yet" text="Backlink orders for this site stand here, newest first." />
    ) : (
      <Live of={visit.live} id="orders" as="ul" class="items">
        {orders.map(({ id, status, links_ordered, links_delivered, client_price, behind }) => (
          <li>
            <span>
              <Badge status={status} />
              <a href={`/app/orders/${id}/`}>{`Order ${id}: ${links_delivered} of ${links_ordered} links`}</a>{' '}
              {behind.links && <Badge status="behind" label="behind on links" />}
            </span>
            <span class="when">
              <Amount visit={visit} value={client_price} explain={AT.order(id)} />
            </span>
          </li>
        ))}
      </Live>
    )}
  </Card>
);

type ReportsProps = {
  readonly visit: Visit;
  readonly reports: readonly Item<Operations<'get'>['services/reports/']>[];
};
const Reports: FC<ReportsProps> = ({ visit, reports }) => (
  <Card title="Reports" more={{ href: `${AT.service(visit.id)}reports/`, label: 'All reports' }}>
    {reports.length === 0 ? (
      <Empty title="No reports yet" text="The first one is made when its first month has ended." />
    ) : (
      <Live of={visit.live} id="reports" as="ul" class="items">
        {reports.map(({ id, state, report_type: type, period_start: from, period_end: to }) => (
          <li>
            <span>
              <Badge status={state} />
              <a href={`/app/reports/${id}/`}>{visit.formats.period([dayText(from), dayText(to)])}</a>
            </span>
            <span class="when">{type}</span>
          </li>
        ))}
      </Live>
    )}
  </Card>
);
