import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import type { Visit } from '../page.ts';
import { Facts } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { sitesOf } from './common.ts';
import { Outward } from './outward.tsx';

export type Approval = Schemas['Approval'];
type Order = Schemas['BacklinkOrder'];
type Proposal = Schemas['PlacementProposal'];

/** What waits, with what it is about: the order, or the link that is proposed. */
export type Waiting = {
  readonly approval: Approval;
  readonly site: string;
  readonly order: Order | null;
  readonly proposal: Proposal | null;
};
/** Kinds that somebody who buys decides; reports only agencies do. */
export const DECIDED = ['order', 'placement', 'blueprint', 'content', 'report'] as const;
export type DecidedKind = (typeof DECIDED)[number];
export const kindOf = ({ kind }: Approval): DecidedKind | undefined => DECIDED.find((each) => each === kind);

const ORDER_OF = /\/backlink-orders\/(\d+)\//;

/** Each with its details; what cannot be had any more is left out, as somebody has decided it meanwhile. */
export async function withDetails(visit: Visit, approvals: readonly Approval[]): Promise<readonly Waiting[]> {
  const { backend } = visit;
  const orderOf = ({ href }: Approval): number => Number(ORDER_OF.exec(href)?.[1] ?? 0);
  const of = (kind: DecidedKind): number[] => [...new Set(approvals.filter((each) => each.kind === kind).map(orderOf))];
  const [sites, orders, proposals] = await Promise.all([
    sitesOf(
      visit,
      approvals.map(({ site_id }) => site_id),
    ),
    Promise.all(of('order').map((id) => backend.find('services/backlink-orders/{id}/', { path: { id } }))),
    Promise.all(
      of('placement').map((id) =>
        backend.all('services/backlink-orders/{id}/links/proposals/', { path: { id }, query: { status: 'proposed' } }),
      ),
    ),
  ]);
  return approvals.map((approval) => ({
    approval,
    site: sites(approval.site_id),
    order: approval.kind === 'order' ? (orders.find((order) => order?.data.id === approval.id)?.data ?? null) : null,
    proposal: approval.kind === 'placement' ? (proposals.flat().find(({ id }) => id === approval.id) ?? null) : null,
  }));
}

/** What it is called in the reader's language. */
export function titleOf({ say }: Visit, { approval, site, proposal }: Waiting): string {
  const what = proposal?.source_domain ?? approval.title;
  switch (kindOf(approval)) {
    case 'order':
      return say('approvals.order', { id: approval.id });
    case 'placement':
      return say('approvals.placement', { what });
    case 'blueprint':
      return say('approvals.blueprint', { site });
    case 'content':
      return say('approvals.content', { what });
    case 'report':
      return say('approvals.report', { site });
    case undefined:
      return approval.title;
  }
}

/** What it is and what a yes does, with its price where it has one. */
export const About: FC<{ readonly visit: Visit; readonly waiting: Waiting }> = ({ visit, waiting }) => {
  const { say, formats, moment } = visit;
  const { approval, site, order, proposal } = waiting;
  const kind = kindOf(approval);
  return (
    <>
      {kind !== undefined && kind !== 'order' && <p>{say(`approvals.${kind}.says`, { site })}</p>}
      {kind === 'order' && order !== null && (
        <p>
          {say('approvals.order.says', {
            links: say('orders.links.count', { count: order.links_ordered }),
            site,
            price: formats.number(order.client_price, 'usd'),
            when: say(`approvals.order.${order.billing}`),
          })}
        </p>
      )}
      {proposal !== null && <Placement visit={visit} proposal={proposal} />}
      {kind === 'report' && (
        <p>
          <a href={AT.report(approval.id)}>{say('approvals.report.read')}</a>
        </p>
      )}
      {approval.silent_on != null && (
        <p class="quiet small">{say('approvals.silent', { moment: moment(approval.silent_on) })}</p>
      )}
    </>
  );
};

export const Placement: FC<{ readonly visit: Visit; readonly proposal: Proposal }> = ({ visit, proposal }) => {
  const { say, formats } = visit;
  const { source_domain, source_url, anchor_text, target_url, metrics } = proposal;
  const { dr, traffic } = metrics ?? {};
  return (
    <Facts
      facts={[
        source_url === null
          ? ([say('placement.site'), source_domain] as const)
          : ([say('placement.page'), <Outward href={source_url} />] as const),
        [say('placement.anchor'), <bdi>{anchor_text}</bdi>],
        [say('placement.target'), <Outward href={target_url} />],
        ...(dr === undefined ? [] : [[say('placement.rating'), formats.number(dr, 'count')] as const]),
        ...(traffic === undefined ? [] : [[say('placement.traffic'), formats.number(traffic, 'count')] as const]),
      ]}
    />
  );
};
