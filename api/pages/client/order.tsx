import type { FC } from 'hono/jsx';
import { definePage, type Visit } from '../page.ts';
import { Conversation, conversationOf, MESSAGE_BYTES, sendMessage } from '../parts/conversation.tsx';
import { Tiles } from '../parts/figures.tsx';
import { Badge, Card, Facts, Notice } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { dayOf, sitesOf, THEIRS } from './common.ts';
import { dueOf, type Order, orderedAs } from './orders.tsx';
import { Guarantee, Links, Proposed, partsOf } from './placements.tsx';

/** One order: how far it is, link by link, what we wait for, and the guarantee. */
export const orderPage = definePage({
  ...THEIRS,
  name: 'ownOrder',
  path: '/app/orders/{id}/',
  summary: 'One order: placements, guarantee claims, what waits',
  may: 'orders',
  live: true,
  filesUpTo: MESSAGE_BYTES,
  async show(visit) {
    const { backend, say, id } = visit;
    const { data: order } = await backend.get('services/backlink-orders/{id}/', { path: { id } });
    const [parts, sites, said] = await Promise.all([
      partsOf(visit, order),
      sitesOf(visit, [order.site_id]),
      conversationOf(visit, 'order', id),
    ]);
    return {
      title: say('orders.one', { id }),
      crumbs: [{ label: say('orders.title'), href: AT.orders }],
      actions: <Badge status={order.status} label={say(`orders.status.${order.status}`)} />,
      body: (
        <div class="stack">
          <Turns visit={visit} order={order} />
          {order.status !== 'draft' && <Counts visit={visit} order={order} />}
          <Agreed visit={visit} order={order} site={sites(order.site_id)} />
          <Proposed visit={visit} parts={parts} />
          <Links visit={visit} order={order} parts={parts} />
          <Guarantee visit={visit} order={order} parts={parts} />
          <Conversation visit={visit} said={said} />
        </div>
      ),
    };
  },
  forms: {
    async message(visit, sent) {
      const { backend, id, say } = visit;
      const { data } = await backend.get('services/backlink-orders/{id}/', { path: { id } });
      await sendMessage(visit, sent, { kind: 'order', id, account: data.account_id });
      return { to: `${AT.order(id)}#conversation`, notice: say('talk.sent') };
    },
  },
});

/** Whose turn it is, where something waits. */
const Turns: FC<{ readonly visit: Visit; readonly order: Order }> = ({ visit: { say, may }, order }) => {
  const { id, status, brief_status, behind, placements_halted: halted } = order;
  const isOver = status === 'cancelled' || status === 'completed';
  return (
    <>
      {status === 'draft' && (
        <Notice tone="warn">
          {say('orders.needs_approval')}{' '}
          {may('approve') && <a href={AT.approval('order', id)}>{say('orders.needs_approval.decide')}</a>}
        </Notice>
      )}
      {brief_status === 'waiting' && !isOver && (
        <Notice tone="warn">
          {say('orders.your_turn')} <a href={AT.brief(id)}>{say('orders.your_turn.answer')}</a>
        </Notice>
      )}
      {halted && !isOver && <Notice tone="plain">{say('orders.halted')}</Notice>}
      {behind.links && !isOver && <Notice tone="plain">{say('orders.behind')}</Notice>}
    </>
  );
};

const Counts: FC<{ readonly visit: Visit; readonly order: Order }> = ({ visit, order }) => {
  const { say, formats } = visit;
  const { links_ordered, links_delivered, links_live, links_indexed } = order;
  const figure = (id: string, label: string, value: number) => ({ id, label, value: formats.number(value, 'count') });
  return (
    <Tiles
      live={visit.live}
      figures={[
        figure('ordered', say('overview.orders.ordered'), links_ordered),
        figure('delivered', say('overview.orders.delivered'), links_delivered),
        figure('live', say('overview.orders.live'), links_live),
        figure('indexed', say('overview.orders.indexed'), links_indexed),
      ]}
    />
  );
};

type AgreedProps = { readonly visit: Visit; readonly order: Order; readonly site: string };
const Agreed: FC<AgreedProps> = ({ visit, order, site }) => {
  const { say, formats, moment, may } = visit;
  const price = formats.number(order.client_price, 'usd');
  const { invoice_id: invoice, ordered_at, notes, brief_status, id, renews_on } = order;
  return (
    <Card
      title={say('orders.agreed')}
      {...(brief_status === 'complete' ? { more: { href: AT.brief(id), label: say('brief.title', { id }) } } : {})}
    >
      <Facts
        facts={[
          [say('orders.site'), site],
          [say('orders.kind'), orderedAs(visit, order)],
          [
            say('orders.price'),
            invoice !== null && may('invoices') ? (
              <a class="amount" href={AT.invoice(invoice)}>
                {price}
              </a>
            ) : (
              price
            ),
          ],
          [say('orders.due'), dueOf(visit, order)],
          ...(renews_on === null
            ? []
            : [
                [
                  say('orders.renews'),
                  <>
                    {dayOf(visit, renews_on)} <a href={`${AT.order(id)}cancel/`}>{say('orders.end')}</a>
                  </>,
                ] as const,
              ]),
          ...(ordered_at === null ? [] : [[say('orders.ordered_at'), moment(ordered_at)] as const]),
          ...(notes === null ? [] : [[say('orders.notes'), <bdi>{notes}</bdi>] as const]),
        ]}
      />
    </Card>
  );
};
