import type { FC } from 'hono/jsx';
import { notFound } from '#api/http/problem';
import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { Table } from '../list.tsx';
import { definePage, type Page, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { ButtonForm, Form, Wrong } from '../parts/form.tsx';
import { Live } from '../parts/live.tsx';
import { Amount, Badge, Card, Confirm, Empty, Facts } from '../parts/show.tsx';
import { fieldsOf, spoken } from '../schema-fields.ts';
import { once } from './once.ts';
import { type Link, linkAt, orderAt } from './order-head.tsx';
import { dayText } from './service-head.tsx';

const LINK = 'linker/backlinks/{id}/';
type Found = { readonly link: Link; readonly etag: string | null };
async function linkOf({ backend, id }: Visit): Promise<Found> {
  const found = await backend.find(LINK, { path: { id } });
  if (found === null) throw notFound('page');
  return { link: found.data, etag: found.etag };
}
const crumbsOf = ({ id, order_id, source_domain }: Link, below = false) => [
  { label: 'Orders', href: '/app/orders/' },
  { label: `Order ${order_id}`, href: orderAt(order_id) },
  ...(below ? [{ label: source_domain, href: linkAt(id) }] : []),
];

/** One link: its quality and what was decided about it, every look at its page, its indexing day by day, its guarantee. */
export const backlinkPage = definePage({
  name: 'backlink',
  path: '/app/backlinks/{id}/',
  roles: ANYONE_OF.staff,
  summary: 'One link: quality warnings, live checks, indexing day by day, guarantee, cost',
  live: true,
  async show(visit) {
    const { backend, id } = visit;
    const { link, etag } = await linkOf(visit);
    const request = link.indexing.request_id;
    const indexing =
      request === null ? null : await backend.find('linker/indexing/requests/{id}/', { path: { id: request } });
    const { status } = link;
    return {
      title: link.source_domain,
      crumbs: crumbsOf(link),
      actions: (
        <>
          {(status === 'placed' || status === 'live') && <ButtonForm of={visit.form('check')} label="Look at it now" />}
          {status === 'live' && indexing === null && <ButtonForm of={visit.form('index')} label="Have it indexed" />}
          {link.replacement.owed && (
            <a class="button main" href={`${orderAt(link.order_id)}place/?replaces=${id}`}>
              Place the replacement
            </a>
          )}
          {status === 'live' && (
            <a class="button danger" href={`${linkAt(id)}lost/`}>
              Mark it lost
            </a>
          )}
        </>
      ),
      body: (
        <div class="stack">
          <Wrong of={visit.form('check')} say={visit.say} />
          <Wrong of={visit.form('index')} say={visit.say} />
          <Head visit={visit} link={link} />
          <Warnings visit={visit} link={link} etag={etag} />
          <Looks visit={visit} link={link} />
          <Days visit={visit} indexing={indexing?.data ?? null} />
        </div>
      ),
    };
  },
  forms: {
    async check({ backend, id }, sent) {
      await backend.patch(LINK, { path: { id }, body: { check_now: true }, idempotencyKey: sent.key });
      return { to: linkAt(id), notice: 'The page is looked at now; what is found shows here.' };
    },
    async index({ backend, id }, sent) {
      const body = { backlink_ids: [id] };
      const { data } = await backend.post('linker/indexing/submit/', { body, idempotencyKey: sent.key });
      const refused = data.refused[0];
      return {
        to: linkAt(id),
        notice: refused === undefined ? 'It is submitted for indexing.' : `It is not submitted: ${refused.message}.`,
      };
    },
    async warnings(visit, sent) {
      const { backend, id } = visit;
      const { link } = await linkOf(visit);
      const warnings = link.warnings.flatMap(({ code }) => {
        const decision = sent.text(`/warnings/${code}`);
        return decision === 'accept' || decision === 'reject' ? [{ code, decision } as const] : [];
      });
      await backend.patch(LINK, { path: { id }, body: { warnings }, ...once(sent) });
      return { to: linkAt(id), notice: 'Decided.' };
    },
  },
});

const Head: FC<{ readonly visit: Visit; readonly link: Link }> = ({ visit, link }) => {
  const { formats, id } = visit;
  const { replacement, vendor, vendor_reference: reference, cost, rel } = link;
  const day = (text: string | null): string => (text === null ? '—' : formats.day(dayText(text)));
  const why = link.lost_because ?? link.rejected_because;
  return (
    <Live of={visit.live} id="head" as="section" class="card">
      <Facts
        facts={[
          [
            'Status',
            <>
              <Badge status={link.status} />
              {why !== null && <span class="sub quiet small">{` ${String(why).replaceAll('_', ' ')}`}</span>}
            </>,
          ],
          ['Tier', link.tier === null ? '—' : spoken(link.tier)],
          ['DR', link.source_dr ?? '—'],
          ['Traffic', link.source_traffic === null ? '—' : formats.number(link.source_traffic, 'count')],
          ['Quality', link.quality_score ?? '—'],
          ['Vendor', [vendor ?? '—', reference ?? ''].filter(Boolean).join(', ')],
          ['Cost', cost === undefined ? '—' : <Amount visit={visit} value={cost} explain={`${linkAt(id)}cost/`} />],
          ['Placed', day(link.placed_at)],
          ['Live since', day(link.live_at)],
          [
            'Guarantee',
            replacement.owed ? (
              <Badge status="owed" tone="bad" label="replacement owed" />
            ) : replacement.replaced_by !== null ? (
              <a href={linkAt(replacement.replaced_by)}>{`replaced by ${replacement.replaced_by}`}</a>
            ) : replacement.until === null ? (
              '—'
            ) : (
              `until ${day(replacement.until)}`
            ),
          ],
        ]}
      />
      <dl class="lines small">
        <div>
          <dt>Page</dt>
          <dd>
            <a href={link.source_url} rel="noreferrer nofollow">
              {link.source_url}
            </a>
          </dd>
        </div>
        <div>
          <dt>Links to</dt>
          <dd>{link.target_url}</dd>
        </div>
        <div>
          <dt>Anchor</dt>
          <dd>{[link.anchor_text, rel ?? ''].filter(Boolean).join(' · ')}</dd>
        </div>
      </dl>
    </Live>
  );
};

/** What is doubtful about the link, each to be accepted or not: one that is rejected takes the link out of the order. */
const Warnings: FC<{ readonly visit: Visit; readonly link: Link; readonly etag: string | null }> = ({
  visit,
  link,
  etag,
}) => {
  const form = visit.form('warnings');
  const open = link.warnings.filter(({ decision }) => decision === undefined);
  const decided = link.warnings.filter(({ decision }) => decision !== undefined);
  return (
    <Card title="Quality">
      {link.warnings.length === 0 ? (
        <Empty title="Nothing is doubtful about it" text="Warnings stand here with what can be decided about each." />
      ) : (
        <div class="stack">
          {decided.length > 0 && (
            <ul class="items">
              {decided.map(({ code, message, decision }) => (
                <li>
                  <span>
                    <Badge
                      status={decision ?? ''}
                      tone={decision === 'reject' ? 'bad' : 'good'}
                      label={decision === 'reject' ? 'rejected' : 'accepted'}
                    />
                    {message}
                  </span>
                  <span class="when">{code.replaceAll('_', ' ')}</span>
                </li>
              ))}
            </ul>
          )}
          {open.length > 0 && (
            <Form of={form} say={visit.say} submit="Decide" etag={etag}>
              <p class="quiet small">A warning that is rejected takes the link out of the order: it is not owed.</p>
              {open.map(({ code, message }) => (
                <Field
                  form={form}
                  say={visit.say}
                  label={message}
                  hint={code.replaceAll('_', ' ')}
                  saysOptional={false}
                  words={{ accept: 'Accept it', reject: 'Reject the link' }}
                  field={{
                    name: `/warnings/${code}`,
                    label: message,
                    kind: 'choice',
                    required: false,
                    nullable: false,
                    choices: ['accept', 'reject'],
                  }}
                />
              ))}
            </Form>
          )}
        </div>
      )}
    </Card>
  );
};

const Looks: FC<{ readonly visit: Visit; readonly link: Link }> = ({ visit, link: { live_checks: looks } }) => (
  <Live of={visit.live} id="looks" as="section" class="card">
    <div class="card-head">
      <h2>Live checks</h2>
      <span class="quiet small">
        {looks.at(-1)?.next_at == null ? '' : `next ${visit.moment(looks.at(-1)?.next_at ?? '')}`}
      </span>
    </div>
    {looks.length === 0 ? (
      <Empty title="Not looked at yet" text="The first look comes minutes after the link was placed." />
    ) : (
      <Table
        caption="Looks at the page"
        rows={[...looks].reverse()}
        columns={[
          { key: 'at', label: 'When', cell: ({ at }) => visit.moment(at) },
          { key: 'step', label: 'Look', cell: ({ step }) => step.replaceAll('_', ' ') },
          {
            key: 'found',
            label: 'Link',
            cell: ({ link_found, error }) => (
              <>
                <Badge status={link_found ? 'live' : 'lost'} label={link_found ? 'found' : 'not found'} />
                {error !== null && <span class="sub">{error}</span>}
              </>
            ),
          },
          { key: 'http', label: 'Status', figure: true, cell: ({ http_status }) => http_status ?? '—' },
          {
            key: 'flags',
            label: 'Noticed',
            cell: ({ flags, signals, rel, redirects }) =>
              [
                ...flags,
                ...signals,
                rel.length > 0 ? `rel ${rel.join(' ')}` : '',
                redirects > 0 ? `${redirects} redirects` : '',
              ]
                .filter(Boolean)
                .join(', ')
                .replaceAll('_', ' '),
          },
        ]}
      />
    )}
  </Live>
);

type Indexing = Schemas['IndexingRequest'];
/** How the page came into the index: what was submitted where, and what was found on which day. */
export const Days: FC<{ readonly visit: Visit; readonly indexing: Indexing | null }> = ({ visit, indexing }) => (
  <Live of={visit.live} id="indexing" as="section" class="card">
    <div class="card-head">
      <h2>Indexing, day by day</h2>
      {indexing !== null && <a href={`/app/indexing/${indexing.id}/`}>{`Request ${indexing.id}`}</a>}
    </div>
    {indexing === null ? (
      <Empty title="Not asked for yet" text="Live links are submitted by themselves where the plan contains it." />
    ) : (
      <ol class="timeline">
        {daysOf(indexing).map(({ at, day, status, text }) => (
          <li>
            <time datetime={at}>{visit.moment(at)}</time>
            <span>
              <Badge status={status} /> {day === null ? text : `Day ${day}: ${text}`}
            </span>
          </li>
        ))}
        {indexing.next_step !== null && (
          <li>
            <time>{indexing.next_step.due_at === null ? '' : visit.moment(indexing.next_step.due_at)}</time>
            <span class="quiet">{`next: ${indexing.next_step.name.replaceAll('_', ' ')}`}</span>
          </li>
        )}
      </ol>
    )}
  </Live>
);

type Happened = { readonly at: string; readonly day: number | null; readonly status: string; readonly text: string };
const daysOf = ({ attempts, checks, review }: Indexing): readonly Happened[] =>
  [
    ...attempts.map(({ step, at, service = 'a service', outcome, error, cost }) => ({
      at,
      day: null,
      status: outcome === 'accepted' ? 'submitted' : outcome === 'refused' ? 'failed' : 'retrying',
      text: `${step === 'resubmit' ? 'once more to' : 'to'} ${service}: ${outcome.replaceAll('_', ' ')}${error === undefined ? '' : `, ${error}`}${cost === undefined ? '' : ` ($${cost})`}`,
    })),
    ...checks.map(({ at, day, indexed }) => ({
      at,
      day,
      status: indexed === true ? 'indexed' : indexed === false ? 'waiting' : 'unknown',
      text: indexed === true ? 'in the index' : indexed === false ? 'not in the index' : 'could not be told',
    })),
    ...(review === null
      ? []
      : [{ at: review.at, day: null, status: 'done', text: `reviewed: ${review.outcome.replaceAll('_', ' ')}` }]),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));

const costPage = definePage({
  name: 'backlinkCost',
  path: '/app/backlinks/{id}/cost/',
  roles: ANYONE_OF.staff,
  summary: 'What a link cost, corrected with a reason',
  async show(visit) {
    const { link, etag } = await linkOf(visit);
    const { data: order } = await visit.backend.get('services/backlink-orders/{id}/', { path: { id: link.order_id } });
    const form = visit.form('cost');
    const { formats, say } = visit;
    const passes = order.pricing_mode === 'pass_through';
    return {
      title: `Cost of ${link.source_domain}`,
      crumbs: crumbsOf(link, true),
      body: (
        <Confirm
          says={`The link is booked at ${formats.number(link.cost ?? '0.00', 'usd')}. ${
            passes
              ? 'Its client pays the cost and the markup on top, so the price of the order follows it.'
              : `The client’s price stays ${formats.number(order.client_price, 'usd')}; the margin, now ${formats.number(order.margin ?? '0.00', 'usd')}, follows it.`
          }`}
        >
          <Form
            of={form}
            say={say}
            submit="Correct the cost"
            etag={etag}
            back={{ href: linkAt(visit.id), label: 'Leave it as it is' }}
          >
            {fieldsOf(visit.schema('patch', LINK), ['/cost', '/reason', ...(passes ? ['/override_reason'] : [])]).map(
              (field) => (
                <Field
                  form={form}
                  field={field.name === '/cost' ? { ...field, required: true } : field}
                  say={say}
                  value={field.name === '/cost' ? [link.cost ?? ''] : []}
                />
              ),
            )}
          </Form>
        </Confirm>
      ),
    };
  },
  forms: {
    async cost({ backend, id }, sent) {
      const [reason, override] = [sent.text('/reason'), sent.text('/override_reason')];
      await backend.patch(LINK, {
        path: { id },
        body: {
          cost: sent.text('/cost'),
          ...(reason === '' ? {} : { reason }),
          ...(override === '' ? {} : { override_reason: override }),
        },
        ...once(sent),
      });
      return { to: linkAt(id), notice: 'Corrected. The order and its margin follow it.' };
    },
  },
});

const lostPage = definePage({
  name: 'backlinkLost',
  path: '/app/backlinks/{id}/lost/',
  roles: ANYONE_OF.staff,
  summary: 'Mark a live link lost by hand',
  async show(visit) {
    const { link, etag } = await linkOf(visit);
    const form = visit.form('lost');
    const { until } = link.replacement;
    const guaranteed =
      until === null
        ? 'It stands under no guarantee.'
        : `It is under the guarantee until ${visit.formats.day(dayText(until))}: until then its client is owed a remedy.`;
    return {
      title: `Lost: ${link.source_domain}`,
      crumbs: crumbsOf(link, true),
      body: (
        <Confirm says={`Mark the link on ${link.source_domain} lost? ${guaranteed}`}>
          <Form
            of={form}
            say={visit.say}
            submit="It is lost"
            danger
            etag={etag}
            back={{ href: linkAt(visit.id), label: 'Leave it as it is' }}
          >
            {fieldsOf(visit.schema('patch', LINK), ['/reason']).map((field) => (
              <Field form={form} field={field} say={visit.say} />
            ))}
          </Form>
        </Confirm>
      ),
    };
  },
  forms: {
    async lost({ backend, id }, sent) {
      const reason = sent.text('/reason');
      await backend.patch(LINK, {
        path: { id },
        body: { status: 'lost', ...(reason === '' ? {} : { reason }) },
        ...once(sent),
      });
      return { to: linkAt(id), notice: 'The link is marked lost.' };
    },
  },
});

export const backlinkPages: readonly Page[] = [backlinkPage, costPage, lostPage];
