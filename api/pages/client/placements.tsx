import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import { reasonWords } from '../language/reasons.ts';
import { type Column, Table } from '../list.tsx';
import type { Visit } from '../page.ts';
import { Live } from '../parts/live.tsx';
import { Badge, Card, Empty, type Tone } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { dayOf } from './common.ts';
import { claimAt } from './guarantee-claim.tsx';
import type { Order } from './orders.tsx';
import { Outward } from './outward.tsx';

type Link = Schemas['Backlink'];
type Claim = Schemas['GuaranteeClaim'];
/** What belongs to an order, as the reader may see it. */
export type OrderParts = {
  readonly links: readonly Link[];
  readonly proposals: readonly Schemas['PlacementProposal'][];
  readonly claims: readonly Claim[];
};

export async function partsOf({ backend }: Visit, { id }: Order): Promise<OrderParts> {
  const path = { id };
  const [links, proposals, claims] = await Promise.all([
    backend.all('services/backlink-orders/{id}/links/', { path, query: { ordering: 'id' } }, 1_000),
    backend.all('services/backlink-orders/{id}/links/proposals/', { path, query: { status: 'proposed' } }, 200),
    backend.all('services/backlink-orders/{id}/guarantee-claims/', { path, query: { ordering: '-id' } }, 200),
  ]);
  return { links, proposals, claims };
}

type Props = { readonly visit: Visit; readonly parts: OrderParts };

/** Placements that wait for a yes or a no, each with a way to it. */
export const Proposed: FC<Props> = ({ visit, parts: { proposals } }) => {
  const { say, may, moment } = visit;
  if (proposals.length === 0) return null;
  return (
    <Live of={visit.live} id="proposals" as="section" class="card">
      <div class="card-head">
        <h2>{say('orders.placements.waiting')}</h2>
      </div>
      <ul class="items">
        {proposals.map(({ id, source_domain, silent_on }) => (
          <li>
            {may('approve') ? <a href={AT.approval('placement', id)}>{source_domain}</a> : <span>{source_domain}</span>}
            <span class="when">{silent_on === null ? '' : say('overview.silent', { moment: moment(silent_on) })}</span>
          </li>
        ))}
      </ul>
    </Live>
  );
};

const TONES: Readonly<Record<string, Tone>> = { placed: 'accent', live: 'good', lost: 'bad', rejected: 'bad' };
const indexWord = ({ is_indexed, indexing_submitted }: Link) =>
  is_indexed ? 'orders.link.indexed' : indexing_submitted ? 'orders.link.submitted' : 'orders.link.not_indexed';
/** Of these something can be wrong that the guarantee covers. */
const CLAIMABLE = new Set(['live', 'lost']);

export const Links: FC<Props & { readonly order: Order }> = ({ visit, order, parts: { links } }) => {
  const { say, formats } = visit;
  const columns: readonly Column<Link>[] = [
    {
      key: 'link',
      label: say('orders.link'),
      cell: ({ source_url, source_domain, target_url, anchor_text }) => (
        <>
          <Outward href={source_url} label={source_domain} />
          <span class="sub">
            <bdi>{anchor_text}</bdi>{' '}
            <span class="mirrors" aria-hidden="true">
              →
            </span>{' '}
            <Outward href={target_url} />
          </span>
        </>
      ),
    },
    {
      key: 'status',
      label: say('orders.status'),
      cell: ({ status, live_at, lost_at, replacement, replaces_id }) => (
        <>
          <Badge status={status} label={say(`orders.link.${status}`)} tone={TONES[status] ?? 'plain'} />
          {status === 'live' && live_at !== null && (
            <span class="sub">{say('orders.link.since', { day: dayOf(visit, live_at.slice(0, 10)) })}</span>
          )}
          {status === 'lost' && lost_at !== null && (
            <span class="sub">{say('orders.link.since', { day: dayOf(visit, lost_at.slice(0, 10)) })}</span>
          )}
          {replacement.owed && <span class="sub">{say('orders.link.replacement_owed')}</span>}
          {replaces_id !== null && <span class="sub">{say('orders.link.replaces')}</span>}
        </>
      ),
    },
    { key: 'index', label: say('orders.index'), cell: (link) => say(indexWord(link)) },
    {
      key: 'dr',
      label: say('placement.rating'),
      figure: true,
      cell: ({ source_dr: dr }) => (dr === null ? <span class="none">–</span> : formats.number(dr, 'count')),
    },
    {
      key: 'guarantee',
      label: say('orders.guarantee'),
      cell: ({ id, status, source_domain }) =>
        order.guarantee !== null && CLAIMABLE.has(status) ? (
          <a href={claimAt(order.id, id)} aria-label={`${say('orders.guarantee.claim')}: ${source_domain}`}>
            {say('orders.guarantee.claim')}
          </a>
        ) : (
          <span class="none">–</span>
        ),
    },
  ];
  return (
    <Live of={visit.live} id="links" as="section" class="card">
      <div class="card-head">
        <h2>{say('orders.placements')}</h2>
      </div>
      {links.length === 0 ? (
        <Empty title={say('orders.placements.none')} text={say('orders.placements.none.text')} />
      ) : (
        <Table caption={say('orders.placements')} columns={columns} rows={links} />
      )}
    </Live>
  );
};

/** Its terms, and what was claimed. */
export const Guarantee: FC<Props & { readonly order: Order }> = ({ visit, order, parts: { claims, links } }) => {
  const { say, formats } = visit;
  const terms = order.guarantee;
  if (order.status === 'cancelled' && claims.length === 0) return null;
  const hostOf = (id: number): string => links.find((link) => link.id === id)?.source_domain ?? '';
  return (
    <Card title={say('orders.guarantee')}>
      <div class="stack">
        <p>
          {terms === null
            ? say('orders.guarantee.none')
            : say('orders.guarantee.text', {
                count: terms.days,
                covers: formats.list(terms.covers.map((reason) => say(`claim.reason.${reason}`))),
                remedy: say(`orders.guarantee.${terms.remedy}`),
              })}
        </p>
        {terms !== null && links.length > 0 && claims.length === 0 && (
          <p class="quiet small">{say('orders.guarantee.no_claims')}</p>
        )}
        {claims.length > 0 && (
          <ul class="items">
            {claims.map((claim) => (
              <li>
                <span>
                  <Badge status={claim.status} label={say(`claim.status.${claim.status}`)} />{' '}
                  {hostOf(claim.backlink_id)}: {say(`claim.reason.${claim.reason}`)}
                  {claim.refused_because !== null && (
                    <span class="quiet">
                      {' '}
                      {say('claim.refused_because', { reason: reasonWords(claim.refused_because, say) })}
                    </span>
                  )}
                  {claim.amount !== null && (
                    <span class="quiet"> {say('claim.credit', { amount: formats.number(claim.amount, 'usd') })}</span>
                  )}
                </span>
                <span class="when">{say('claim.on', { day: dayOf(visit, claim.claimed_on) })}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
};
