import type { FC } from 'hono/jsx';
import { ANYONE_OF } from '#api/http/routes';
import { Table } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { Conversation, conversationOf, MESSAGE_BYTES, sendMessage } from '../parts/conversation.tsx';
import { Tiles } from '../parts/figures.tsx';
import { ButtonForm, Wrong } from '../parts/form.tsx';
import { Live } from '../parts/live.tsx';
import { Amount, Badge, Card, Empty, Facts, Notice } from '../parts/show.tsx';
import { spoken } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { isRunning, type Order, type OrderFound, orderAt, orderCrumbs, orderOf, soldAs } from './order-head.tsx';
import { Claims, Links, Proposals } from './order-parts.tsx';
import { dayText } from './service-head.tsx';
import { entriesOfOrder, Timeline } from './timeline.tsx';

const ALL = { page_size: 200 } as const;

/** One order: what was agreed, link by link how it goes, what it earns, and what can be done with it. */
export const orderPage = definePage({
  name: 'order',
  path: '/app/orders/{id}/',
  roles: ANYONE_OF.staff,
  summary: 'One order, link by link: proposals, quality, live checks, indexing, guarantee, margin',
  live: true,
  filesUpTo: MESSAGE_BYTES,
  async show(visit) {
    const { backend, id } = visit;
    const found = await orderOf(visit, id);
    const { order } = found;
    const path = { id };
    const [links, proposals, claims, entries, said] = await Promise.all([
      backend.get('services/backlink-orders/{id}/links/', { path, query: { ...ALL, ordering: 'id' } }),
      backend.get('services/backlink-orders/{id}/links/proposals/', { path, query: { ...ALL, ordering: '-id' } }),
      backend.get('services/backlink-orders/{id}/guarantee-claims/', { path, query: { ...ALL, ordering: '-id' } }),
      entriesOfOrder(backend, id),
      conversationOf(visit, 'order', id),
    ]);
    const { links_ordered, links_delivered, links_live, links_indexed } = order;
    return {
      title: `Order ${id} for ${found.domain}`,
      crumbs: orderCrumbs(found),
      actions: <Actions visit={visit} order={order} />,
      body: (
        <div class="stack">
          <Waits visit={visit} order={order} />
          <Head visit={visit} found={found} />
          <Tiles
            live={visit.live}
            figures={[
              { id: 'ordered', label: 'Ordered', value: String(links_ordered) },
              { id: 'delivered', label: 'Delivered', value: String(links_delivered) },
              { id: 'live', label: 'Live', value: String(links_live) },
              { id: 'indexed', label: 'Indexed', value: String(links_indexed) },
            ]}
          />
          {(order.placement_approval === 'client' || proposals.data.count > 0) && (
            <Proposals visit={visit} order={order} proposals={proposals.data.results} />
          )}
          <Links visit={visit} order={order} links={links.data.results} />
          <div class="columns">
            <Agreed visit={visit} order={order} />
            <Margin visit={visit} order={order} />
          </div>
          {(order.guarantee !== null || claims.data.count > 0) && (
            <Claims visit={visit} order={order} claims={claims.data.results} />
          )}
          <Conversation visit={visit} said={said} />
          <Card title="What happened">
            <Timeline visit={visit} of={entries} empty="It begins with the draft." />
          </Card>
        </div>
      ),
    };
  },
  forms: {
    async goOn({ backend, id }, sent) {
      const path = { id };
      await backend.post('services/backlink-orders/{id}/links/proposals/continue/', {
        path,
        body: {},
        idempotencyKey: sent.key,
      });
      return { to: orderAt(id), notice: 'The order goes on; silence and deadlines count again.' };
    },
    async message(visit, sent) {
      const { id, say } = visit;
      const { order } = await orderOf(visit, id);
      await sendMessage(visit, sent, { kind: 'order', id, account: order.account_id });
      return { to: `${orderAt(id)}#conversation`, notice: say('talk.sent') };
    },
  },
});

const Actions: FC<{ readonly visit: Visit; readonly order: Order }> = ({ visit, order }) => {
  const at = orderAt(order.id);
  const isDraft = order.status === 'draft';
  const canPlace = isRunning(order) || order.status === 'delivered' || order.status === 'completed';
  return (
    <>
      {isDraft && visit.role === 'admin' && (
        <a class="button main" href={`${at}approve/`}>
          Approve on behalf
        </a>
      )}
      {isRunning(order) && order.placement_approval === 'client' && (
        <a class="button main" href={`${at}propose/`}>
          Propose a placement
        </a>
      )}
      {canPlace && (
        <a class={order.placement_approval === 'client' ? 'button' : 'button main'} href={`${at}place/`}>
          Place a link
        </a>
      )}
      <a class="button" href={`${at}change/`}>
        Notes and due date
      </a>
      {isRunning(order) && visit.role === 'admin' && (
        <a class="button" href={`${at}complete/`}>
          Complete
        </a>
      )}
      {(isDraft || isRunning(order) || order.renews_on !== null) && (
        <a class="button danger" href={`${at}cancel/`}>
          Cancel
        </a>
      )}
    </>
  );
};

/** What keeps the order from going on, and whose turn it is. */
const Waits: FC<{ readonly visit: Visit; readonly order: Order }> = ({ visit, order }) => {
  const { status, brief_status: brief, placements_halted: halted, behind, renewal_held: held } = order;
  const isOver = status === 'completed' || status === 'cancelled';
  const form = visit.form('goOn');
  const lines = [
    status === 'draft' && 'It waits for its client’s approval. The quote is frozen by it.',
    brief === 'waiting' &&
      !isOver &&
      'It waits for its client’s brief. Its due date is counted from the complete brief.',
    behind.links &&
      !isOver &&
      `It is behind${behind.since === null ? '' : ` since ${visit.formats.day(dayText(behind.since))}`}.`,
    held !== null && `It is not renewed: ${held.replaceAll('_', ' ')}.`,
  ].filter((line) => line !== false);
  return (
    <>
      <Wrong of={form} say={visit.say} />
      {lines.map((line) => (
        <Notice tone="warn">{line}</Notice>
      ))}
      {halted && !isOver && (
        <div class="notice bad">
          <p id="halted">
            Twice as many placements were rejected as were ordered. Silence and deadlines stand still until the team
            goes on.
          </p>
          <ButtonForm of={form} label="Go on with it" describedBy="halted" />
        </div>
      )}
    </>
  );
};

const Head: FC<{ readonly visit: Visit; readonly found: OrderFound }> = ({
  visit,
  found: { order, client, domain },
}) => {
  const { formats } = visit;
  const day = (text: string | null): string => (text === null ? '—' : formats.day(dayText(text)));
  const { approved_by: by, on_behalf_of_client: behalf, managed_subscription_id: service } = order;
  return (
    <Live of={visit.live} id="head" as="section" class="card">
      <Facts
        facts={[
          ['Status', <Badge status={order.status} />],
          ['Client', <a href={AT.client(order.account_id)}>{client}</a>],
          ['Site', service === null ? domain : <a href={AT.service(service)}>{domain}</a>],
          ['Sold as', `${soldAs(order)}, ${order.order_type === 'monthly' ? 'monthly' : 'once'}`],
          ['Niche', `${spoken(order.niche)}${order.niche_surcharge === 1 ? '' : ` × ${order.niche_surcharge}`}`],
          ['Due', day(order.due_date)],
          ['Approved by', by === null ? '—' : `${by.role.replaceAll('_', ' ')}${behalf ? ', for the client' : ''}`],
          ['Placements', order.placement_approval === 'client' ? 'the client is asked first' : 'placed at once'],
          ...(order.renews_on === null ? [] : [['Renews', day(order.renews_on)] as const]),
          ...(order.predecessor_id === null
            ? []
            : [['Renewal of', <a href={orderAt(order.predecessor_id)}>{`Order ${order.predecessor_id}`}</a>] as const]),
          ...(order.successor_id === null
            ? []
            : [['Renewed by', <a href={orderAt(order.successor_id)}>{`Order ${order.successor_id}`}</a>] as const]),
          [
            'Invoice',
            order.invoice_id === null ? (
              'not yet'
            ) : (
              <a href={`/app/invoices/${order.invoice_id}/`}>{`Invoice ${order.invoice_id}`}</a>
            ),
          ],
        ]}
      />
      {order.notes !== null && <p class="quiet small">{order.notes}</p>}
    </Live>
  );
};

/** What the client pays, line by line: the explanation of the order's price. */
const Agreed: FC<{ readonly visit: Visit; readonly order: Order }> = ({ visit, order }) => {
  const money = (value: string): string => visit.formats.number(value, 'usd');
  const { lines, niche_surcharge: surcharge } = order;
  return (
    <section class="card" id="agreed">
      <div class="card-head">
        <h2>What was agreed</h2>
      </div>
      {lines.length === 0 ? (
        <Empty
          title="Priced by what is placed"
          text={`Each link costs its client what it costs, and the markup on top${order.budget === null ? '' : `, up to ${money(order.budget)}`}.`}
        />
      ) : (
        <Table
          caption="Lines of the order"
          rows={lines}
          columns={[
            {
              key: 'what',
              label: 'Line',
              cell: ({ tier, package: name, dr, quantity, unit_price, niche_surcharge: factor }) => (
                <>
                  {name === undefined ? spoken(tier ?? 'line') : `${spoken(name)} package`}
                  <span class="sub">
                    {`${quantity}${unit_price === null ? ' links' : ` × ${money(unit_price)}`}${factor === 1 ? '' : ` × ${factor} (niche)`}${dr === undefined ? '' : ` · DR ${dr}`}`}
                  </span>
                </>
              ),
            },
            {
              key: 'delivered',
              label: 'Delivered',
              figure: true,
              cell: ({ delivered = 0, quantity }) => `${delivered} of ${quantity}`,
            },
            { key: 'amount', label: 'Amount', figure: true, cell: ({ amount }) => money(amount) },
          ]}
          total={{ what: surcharge === 1 ? 'Price' : 'Price, surcharge included', amount: money(order.client_price) }}
        />
      )}
    </section>
  );
};

const Margin: FC<{ readonly visit: Visit; readonly order: Order }> = ({ visit, order }) => {
  const { actual_cost: cost, margin, margin_percent: percent, margin_multiple: multiple } = order;
  if (cost === undefined || margin === undefined) return null;
  return (
    <Live of={visit.live} id="margin" as="section" class="card">
      <div class="card-head">
        <h2>Margin</h2>
        <a href={`${AT.margin}?by=order`}>All orders</a>
      </div>
      <Facts
        facts={[
          ['Price', <Amount visit={visit} value={order.client_price} explain="#agreed" />],
          ['Cost so far', <Amount visit={visit} value={cost} explain="#links" />],
          ['Margin', visit.formats.number(margin, 'usd')],
          ['Of the price', percent == null ? '—' : `${percent.toFixed(1)} %`],
          ['Price ÷ cost', multiple == null ? '—' : `${multiple} ×`],
        ]}
      />
      <p class="quiet small">
        The cost is that of the links above, rejected ones left out; replacements under the guarantee are in it.
      </p>
    </Live>
  );
};
