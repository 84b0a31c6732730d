import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import { Table } from '../list.tsx';
import type { Visit } from '../page.ts';
import { Amount, Badge, Empty } from '../parts/show.tsx';
import { spoken } from '../schema-fields.ts';
import { type Link, linkAt, type Order, orderAt } from './order-head.tsx';
import { dayText } from './service-head.tsx';

type Of = { readonly visit: Visit; readonly order: Order };
type Proposal = Schemas['PlacementProposal'];
type Claim = Schemas['GuaranteeClaim'];

/** Warnings of a link that nobody has decided yet. */
export const undecided = ({ warnings }: Pick<Link, 'warnings'>): number =>
  warnings.filter(({ decision }) => decision === undefined).length;

/** How a link was found when its page was last looked at. */
export function lastLook({ live_checks: looks }: Pick<Link, 'live_checks'>): string {
  const look = looks.at(-1);
  if (!look) return 'not looked at yet';
  const what = look.link_found
    ? 'link found'
    : (look.error ?? `no link${look.http_status === null ? '' : ` (${look.http_status})`}`);
  return [what, ...look.flags.map((flag) => flag.replaceAll('_', ' '))].join(', ');
}

/** The links of an order, each with what it waits for. */
export const Links: FC<Of & { readonly links: readonly Link[] }> = ({ visit, order, links }) => (
  <section class="card" id="links">
    <div class="card-head">
      <h2>Links</h2>
      <span class="quiet small">{links.length === 0 ? '' : `${links.length} placed`}</span>
    </div>
    {links.length === 0 ? (
      <Empty
        title="No links yet"
        text={
          order.status === 'draft'
            ? 'Links are placed once the client has approved the order.'
            : 'Each link stands here from its placing on: its quality, whether it is live, its indexing and its guarantee.'
        }
      />
    ) : (
      <Table
        caption="Links of the order"
        rows={links}
        columns={[
          {
            key: 'source',
            label: 'Link',
            cell: ({ id, source_domain, anchor_text }) => (
              <>
                <a href={linkAt(id)}>{source_domain}</a>
                <span class="sub">{anchor_text}</span>
              </>
            ),
          },
          {
            key: 'tier',
            label: 'Tier',
            cell: ({ tier, source_dr, vendor }) => (
              <>
                {tier === null ? '' : spoken(tier)}
                <span class="sub">
                  {[source_dr === null ? '' : `DR ${source_dr}`, vendor ?? ''].filter(Boolean).join(' · ')}
                </span>
              </>
            ),
          },
          {
            key: 'status',
            label: 'Status',
            cell: (link) => (
              <>
                <Badge status={link.status} />{' '}
                {undecided(link) > 0 && <Badge status="warning" tone="warn" label={`${undecided(link)} to decide`} />}
                <span class="sub">{lastLook(link)}</span>
              </>
            ),
          },
          {
            key: 'indexing',
            label: 'Indexing',
            cell: ({ is_indexed, indexing, indexed_at }) => (
              <>
                {is_indexed ? (
                  <Badge status="indexed" />
                ) : indexing.status === null ? (
                  <span class="quiet">not asked for</span>
                ) : (
                  <Badge status={indexing.status} />
                )}
                {indexed_at !== null && <span class="sub">{visit.formats.shortDay(dayText(indexed_at))}</span>}
              </>
            ),
          },
          {
            key: 'guarantee',
            label: 'Guarantee',
            cell: ({ replacement: { owed, until, replaced_by } }) => (
              <>
                {owed ? (
                  <Badge status="owed" tone="bad" label="replacement owed" />
                ) : replaced_by !== null ? (
                  <a href={linkAt(replaced_by)}>{`replaced by ${replaced_by}`}</a>
                ) : (
                  ''
                )}
                {until !== null && <span class="sub">{`until ${visit.formats.shortDay(dayText(until))}`}</span>}
              </>
            ),
          },
          {
            key: 'cost',
            label: 'Cost',
            figure: true,
            cell: ({ id, cost, status }) =>
              cost === undefined ? (
                ''
              ) : (
                <>
                  <Amount visit={visit} value={cost} explain={`${linkAt(id)}cost/`} />
                  {status === 'rejected' && <span class="sub">not owed</span>}
                </>
              ),
          },
        ]}
      />
    )}
  </section>
);

/** Placements that the client of the order is asked about. */
export const Proposals: FC<Of & { readonly proposals: readonly Proposal[] }> = ({ visit, order, proposals }) => (
  <section class="card" id="proposals">
    <div class="card-head">
      <h2>Proposals</h2>
      <span class="quiet small">Seven days of silence after the mail approve one.</span>
    </div>
    {proposals.length === 0 ? (
      <Empty
        title="Nothing is proposed yet"
        text="The client of this order is asked about every placement before it is made."
      />
    ) : (
      <Table
        caption="Proposed placements"
        rows={proposals}
        columns={[
          {
            key: 'source',
            label: 'Placement',
            cell: ({ id, source_domain, anchor_text }) => (
              <>
                <a href={`${orderAt(order.id)}proposals/?proposal=${id}`}>{source_domain}</a>
                <span class="sub">{anchor_text}</span>
              </>
            ),
          },
          {
            key: 'status',
            label: 'Status',
            cell: ({ status, approved_by, reason, silent_on }) => (
              <>
                <Badge status={status} tone={status === 'proposed' ? 'accent' : undefined} />
                <span class="sub">
                  {reason ??
                    (approved_by !== null
                      ? `by ${approved_by}`
                      : status === 'proposed' && silent_on !== null
                        ? `by silence on ${visit.formats.shortDay(dayText(silent_on))}`
                        : '')}
                </span>
              </>
            ),
          },
          { key: 'vendor', label: 'Vendor', cell: ({ vendor = '' }) => vendor },
          {
            key: 'cost',
            label: 'Cost',
            figure: true,
            cell: ({ cost }) => (cost === undefined ? '' : visit.formats.number(cost, 'usd')),
          },
          {
            key: 'next',
            label: 'Next',
            cell: ({ id, status, backlink_id }) =>
              backlink_id !== null ? (
                <a href={linkAt(backlink_id)}>the link</a>
              ) : status === 'approved' ? (
                <a href={`${orderAt(order.id)}place/?proposal=${id}`}>place it</a>
              ) : (
                ''
              ),
          },
        ]}
      />
    )}
  </section>
);

/** What the guarantee covers, and what was claimed on it. */
export const Claims: FC<Of & { readonly claims: readonly Claim[] }> = ({ visit, order, claims }) => (
  <section class="card" id="guarantee">
    <div class="card-head">
      <h2>Guarantee</h2>
      {order.guarantee !== null && (
        <span class="quiet small">
          {`${order.guarantee.days} days · ${order.guarantee.covers.map((each) => each.replaceAll('_', ' ')).join(', ')} · ${order.guarantee.remedy.replaceAll('_', ' ')}`}
        </span>
      )}
    </div>
    {claims.length === 0 ? (
      <Empty title="Nothing was claimed" text="A look at a page that finds its link gone raises a claim by itself." />
    ) : (
      <ul class="items">
        {claims.map(({ id, backlink_id, reason, note, status, refused_because: refused, amount }) => (
          <li>
            <span>
              <Badge status={status} tone={status === 'accepted' || status === 'remedied' ? 'good' : undefined} />
              <a href={linkAt(backlink_id)}>{`Link ${backlink_id}`}</a>
              {`: ${reason.replaceAll('_', ' ')}`}
              {(refused ?? note) !== null && <span class="sub small quiet">{refused ?? note}</span>}
            </span>
            <span class="when">
              {status === 'open' ? (
                <a href={`${orderAt(order.id)}claims/?claim=${id}`}>decide by hand</a>
              ) : amount === null ? (
                ''
              ) : (
                visit.formats.number(amount, 'usd')
              )}
            </span>
          </li>
        ))}
      </ul>
    )}
  </section>
);
