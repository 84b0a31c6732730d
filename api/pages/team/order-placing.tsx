import type { FC } from 'hono/jsx';
import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { definePage, type Page, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Badge, Card, Confirm, Facts, Notice } from '../parts/show.tsx';
import { type FieldSpec, fieldsOf, typedValue } from '../schema-fields.ts';
import { claimsPage } from './order-claims.tsx';
import { linkAt, orderAt, orderCrumbs, orderOf } from './order-head.tsx';
import { Proposals } from './order-parts.tsx';
import { dayText } from './service-head.tsx';

type Proposal = Schemas['PlacementProposal'];
const LINKS = 'services/backlink-orders/{id}/links/';
const PROPOSALS = 'services/backlink-orders/{id}/links/proposals/';
const ALL = { page_size: 200 } as const;

async function proposalsOf({ backend, id }: Visit): Promise<readonly Proposal[]> {
  return (await backend.get(PROPOSALS, { path: { id }, query: { ...ALL, ordering: '-id' } })).data.results;
}
const numberIn = (search: URLSearchParams, name: string): number => Number(search.get(name) ?? 0);

const HINTS: Readonly<Record<string, string>> = {
  '/cost': 'What the vendor charges, in dollars. The client never sees it.',
  '/vendor_reference': 'The vendor’s own number of the placement.',
  '/source_url': 'The page that the link stands on.',
  '/domain': 'Only where the page is not known yet.',
  '/override_reason': 'For a cost beyond the budget of a pass-through order.',
  '/tier': 'Of an order by tiers: which line it is for.',
  '/replaces_id': 'The number of the lost link that it is owed for.',
  '/proposal_id': 'What the client approved; another host, target or anchor is refused.',
};
/** An anchor may be long, and is still one line. */
const inOneLine = (field: FieldSpec): FieldSpec => (field.name === '/anchor_text' ? { ...field, kind: 'text' } : field);
/** Of a link that is owed or was approved, what is known of it already. */
const FROM_PROPOSAL = ['/vendor', '/source_url', '/target_url', '/anchor_text', '/cost'];

const placePage = definePage({
  name: 'orderPlace',
  path: '/app/orders/{id}/place/',
  roles: ANYONE_OF.staff,
  summary: 'Place a link of an order; its quality and live checks run by themselves',
  async show(visit) {
    const found = await orderOf(visit, visit.id);
    const form = visit.form('place');
    const chosen = numberIn(visit.search, 'proposal');
    const proposals = found.order.placement_approval === 'client' ? await proposalsOf(visit) : [];
    const proposal = proposals.find(({ id }) => id === chosen);
    const ready = proposals.filter(({ status }) => status === 'approved');
    const fields = fieldsOf(visit.schema('post', LINKS)).filter(
      ({ name }) => name !== '/proposal_id' || ready.length > 0,
    );
    return {
      title: `Place a link: order ${visit.id}`,
      crumbs: orderCrumbs(found, true),
      body: (
        <section class="card">
          <Form
            of={form}
            say={visit.say}
            submit="Place the link"
            back={{ href: orderAt(visit.id), label: visit.say('form.back') }}
          >
            {fields.map((field) => (
              <Field
                form={form}
                field={
                  field.name === '/proposal_id'
                    ? { ...field, kind: 'choice', choices: ready.map(({ id }) => String(id)) }
                    : inOneLine(field)
                }
                say={visit.say}
                words={Object.fromEntries(ready.map(({ id, source_domain }) => [id, source_domain]))}
                value={
                  field.name === '/proposal_id'
                    ? [proposal === undefined ? '' : String(proposal.id)]
                    : field.name === '/replaces_id'
                      ? [visit.search.get('replaces') ?? '']
                      : FROM_PROPOSAL.includes(field.name)
                        ? typedValue(proposal ?? {}, field.name)
                        : []
                }
                {...(HINTS[field.name] === undefined ? {} : { hint: HINTS[field.name] ?? '' })}
              />
            ))}
          </Form>
        </section>
      ),
    };
  },
  forms: {
    async place({ backend, schema, id }, sent) {
      const body = sent.body(schema('post', LINKS));
      const { data } = await backend.post(LINKS, {
        path: { id },
        body: body as Parameters<typeof backend.post<typeof LINKS>>[1]['body'],
        idempotencyKey: sent.key,
      });
      return {
        to: linkAt(data.id),
        notice: 'Placed. Its quality and its page are looked at now; what is found shows here.',
      };
    },
  },
});

const proposePage = definePage({
  name: 'orderPropose',
  path: '/app/orders/{id}/propose/',
  roles: ANYONE_OF.staff,
  summary: 'Propose a placement to the client of an order',
  async show(visit) {
    const found = await orderOf(visit, visit.id);
    const form = visit.form('propose');
    return {
      title: `Propose a placement: order ${visit.id}`,
      crumbs: orderCrumbs(found, true),
      body: (
        <section class="card">
          {found.order.placement_approval !== 'client' && (
            <Notice tone="warn">The client of this order is not asked; links are placed at once.</Notice>
          )}
          <Form
            of={form}
            say={visit.say}
            submit="Propose it"
            back={{ href: orderAt(visit.id), label: visit.say('form.back') }}
          >
            {fieldsOf(visit.schema('post', PROPOSALS)).map((field) => (
              <Field
                form={form}
                field={inOneLine(field)}
                say={visit.say}
                {...(HINTS[field.name] === undefined ? {} : { hint: HINTS[field.name] ?? '' })}
              />
            ))}
          </Form>
        </section>
      ),
    };
  },
  forms: {
    async propose({ backend, schema, id }, sent) {
      const body = sent.body(schema('post', PROPOSALS));
      const { data } = await backend.post(PROPOSALS, {
        path: { id },
        body: body as Parameters<typeof backend.post<typeof PROPOSALS>>[1]['body'],
        idempotencyKey: sent.key,
      });
      return {
        to: `${orderAt(id)}#proposals`,
        notice: `${data.source_domain} is proposed; the client is told by mail.`,
      };
    },
  },
});

const proposalsPage = definePage({
  name: 'orderProposals',
  path: '/app/orders/{id}/proposals/',
  roles: ANYONE_OF.staff,
  summary: 'Placements that a client is asked about; one of them decided or withdrawn',
  async show(visit) {
    const found = await orderOf(visit, visit.id);
    const proposals = await proposalsOf(visit);
    const chosen = numberIn(visit.search, 'proposal');
    const proposal = proposals.find(({ id }) => id === chosen);
    return {
      title: proposal === undefined ? `Proposals: order ${visit.id}` : proposal.source_domain,
      crumbs: orderCrumbs(found, true),
      body: (
        <div class="stack">
          {proposal === undefined ? (
            <Proposals visit={visit} order={found.order} proposals={proposals} />
          ) : (
            <One visit={visit} proposal={proposal} client={found.client} />
          )}
        </div>
      ),
    };
  },
  forms: {
    async approve({ backend, id }, sent) {
      const path = { id, proposal_id: Number(sent.text('proposal')) };
      await backend.post(`${PROPOSALS}{proposal_id}/approve/`, { path, body: {}, idempotencyKey: sent.key });
      return { to: orderAt(id), notice: 'Approved. It can be placed.' };
    },
    async reject({ backend, id }, sent) {
      const path = { id, proposal_id: Number(sent.text('proposal')) };
      const body = { reason: sent.text('/reason') };
      await backend.post(`${PROPOSALS}{proposal_id}/reject/`, { path, body, idempotencyKey: sent.key });
      return { to: orderAt(id), notice: 'Rejected. It does not count.' };
    },
    async withdraw({ backend, id }, sent) {
      const path = { id, proposal_id: Number(sent.text('proposal')) };
      const reason = sent.text('/reason');
      const body = reason === '' ? {} : { reason };
      await backend.post(`${PROPOSALS}{proposal_id}/withdraw/`, { path, body, idempotencyKey: sent.key });
      return { to: orderAt(id), notice: 'Withdrawn.' };
    },
  },
});

const One: FC<{ readonly visit: Visit; readonly proposal: Proposal; readonly client: string }> = ({
  visit,
  proposal,
  client,
}) => {
  const { source_url: url, source_domain: domain, target_url, anchor_text, metrics, vendor, cost, status } = proposal;
  const { formats, say } = visit;
  const isOpen = status === 'proposed' || status === 'approved';
  const deciding = (name: 'reject' | 'withdraw', submit: string) => {
    const form = visit.form(name);
    return (
      <Form of={form} say={say} submit={submit} danger>
        <input type="hidden" name="proposal" value={String(proposal.id)} />
        {fieldsOf(visit.schema('post', `${PROPOSALS}{proposal_id}/${name}/`)).map((field) => (
          <Field form={form} field={field} say={say} />
        ))}
      </Form>
    );
  };
  return (
    <>
      <Card>
        <Facts
          facts={[
            ['Status', <Badge status={status} tone={status === 'proposed' ? 'accent' : undefined} />],
            ['Page', url ?? domain],
            ['Links to', target_url],
            ['Anchor', anchor_text],
            ['DR', metrics?.dr ?? '—'],
            ['Traffic', metrics?.traffic === undefined ? '—' : formats.number(metrics.traffic, 'count')],
            ['Vendor', vendor ?? '—'],
            ['Cost', cost === undefined ? '—' : formats.number(cost, 'usd')],
            ['Proposed', formats.day(dayText(proposal.proposed_on))],
          ]}
        />
      </Card>
      {status === 'proposed' && visit.role === 'admin' && (
        <Confirm says={`Has ${client} said yes to it? The event keeps that you approved it.`}>
          <Form of={visit.form('approve')} say={say} submit="Approve for the client">
            <input type="hidden" name="proposal" value={String(proposal.id)} />
          </Form>
        </Confirm>
      )}
      {status === 'proposed' && visit.role === 'admin' && (
        <Confirm says={`Has ${client} said no? Why it was is read by the team.`}>
          {deciding('reject', 'Reject for the client')}
        </Confirm>
      )}
      {isOpen && (
        <Confirm says="Withdraw it? The client sees that it is withdrawn, not why.">
          {deciding('withdraw', 'Withdraw')}
        </Confirm>
      )}
    </>
  );
};

export const orderPlacing: readonly Page[] = [placePage, proposePage, proposalsPage, claimsPage];
