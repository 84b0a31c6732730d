import type { FC } from 'hono/jsx';
import { ANYONE_OF } from '#api/http/routes';
import { definePage, type Page, type Visit } from '../page.ts';
import { ButtonForm, Wrong } from '../parts/form.tsx';
import { Live } from '../parts/live.tsx';
import { Amount, Badge, Facts } from '../parts/show.tsx';
import { spoken } from '../schema-fields.ts';
import { backlinkActions } from './backlink-actions.tsx';
import { crumbsOf, LINK, linkOf } from './backlink-head.tsx';
import { Days, Looks, Warnings } from './backlink-parts.tsx';
import { once } from './once.ts';
import { type Link, linkAt, orderAt } from './order-head.tsx';
import { dayText } from './service-head.tsx';

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

export const backlinkPages: readonly Page[] = [backlinkPage, ...backlinkActions];
