import type { FC } from 'hono/jsx';
import type { PageWord } from '../language/index.ts';
import type { Visit } from '../page.ts';
import { Live } from '../parts/live.tsx';
import { Badge, Empty } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { dayOf, ifMay } from './common.ts';

export const NEED_KINDS = [
  'order',
  'placement',
  'blueprint',
  'content',
  'report',
  'brief',
  'connection',
  'invoice',
] as const;
export type NeedKind = (typeof NEED_KINDS)[number];
export type Need = {
  readonly kind: NeedKind;
  readonly id: number;
  readonly text: string;
  readonly href: string | null;
  readonly since: string | null;
  readonly silentOn: string | null;
};
const kindOf = (kind: string): NeedKind | undefined => NEED_KINDS.find((each) => each === kind);
const WORDS = {
  order: 'overview.need.order',
  placement: 'overview.need.placement',
  blueprint: 'overview.need.blueprint',
  content: 'overview.need.content',
  report: 'overview.need.report',
} as const satisfies Partial<Record<NeedKind, PageWord>>;

/** What waits for the reader of the page, as far as they may do something about it. */
export async function needsOf(visit: Visit): Promise<readonly Need[]> {
  const { backend, may, say, formats } = visit;
  const [approvals, orders, invoices, sites] = await Promise.all([
    ifMay(may('approve'), () => backend.all('services/approvals/', {}, 200)),
    ifMay(may('orders'), () => backend.all('services/backlink-orders/', { query: { ordering: 'id' } }, 500)),
    ifMay(may('invoices'), () => backend.all('billing/invoices/', { query: { status: 'past_due' } }, 200)),
    backend.all('services/sites/', {}, 200),
  ]);
  const domains = (id: number | null): string =>
    sites.find((site) => site.id === id)?.domain ?? say('site.number', { id: id ?? 0 });
  const waiting = orders.filter((order) => order.brief_status === 'waiting' && order.status !== 'cancelled');
  const unconnected = await unconnectedOf(visit, sites);
  const need = (kind: NeedKind, id: number, text: string, href: string | null, since: string | null): Need => ({
    kind,
    id,
    text,
    href,
    since,
    silentOn: null,
  });
  return [
    ...invoices.map(({ id, number, amount_due: due, due_on }) => {
      const values = { what: number ?? String(id), amount: formats.number(due, 'usd') };
      return need('invoice', id, say('overview.need.invoice', values), AT.invoice(id), due_on);
    }),
    ...approvals.flatMap((each): Need[] => {
      const kind = kindOf(each.kind);
      if (kind === undefined || !(kind in WORDS) || each.waiting_for !== 'client') return [];
      const word = WORDS[kind as keyof typeof WORDS];
      const what = OF_SITES.has(kind) ? domains(each.site_id) : titleOf(each.title);
      const text = say(word, { id: each.id, what });
      return [
        {
          kind,
          id: each.id,
          text,
          href: AT.approval(kind, each.id),
          since: each.since,
          silentOn: each.silent_on ?? null,
        },
      ];
    }),
    ...waiting.map(({ id, created_at }) =>
      need('brief', id, say('overview.need.brief', { id }), AT.brief(id), created_at),
    ),
    ...unconnected.map(({ id, domain }) =>
      need('connection', id, say('overview.need.connection', { what: domain }), null, null),
    ),
  ];
}
/** They are called by the site that they are about. */
const OF_SITES: ReadonlySet<NeedKind> = new Set(['blueprint', 'report']);
/** Of a placement the host alone: the rest of its title is said in the reader's own words. */
export const titleOf = (title: string): string => title.replace(/^Order \d+: a link on /, '');

type Site = { readonly id: number; readonly domain: string; readonly connected: boolean };
/** Only sites that a service works on need to be connected. */
async function unconnectedOf({ backend }: Visit, sites: readonly Site[]): Promise<readonly Site[]> {
  if (sites.every(({ connected }) => connected)) return [];
  const going = await backend.all('services/subscriptions/', {}, 200);
  const served = new Set(going.filter(({ status }) => status !== 'cancelled').map(({ site_id }) => site_id));
  return sites.filter(({ id, connected }) => !connected && served.has(id));
}

export const Needs: FC<{ readonly visit: Visit; readonly needs: readonly Need[] }> = ({ visit, needs }) => {
  const { say } = visit;
  return (
    <Live of={visit.live} id="needs" as="section" class="card">
      <div class="card-head">
        <h2>{say('overview.needs')}</h2>
        {needs.length > 0 && <span class="quiet small">{visit.formats.number(needs.length, 'count')}</span>}
      </div>
      {needs.length === 0 ? (
        <Empty title={say('overview.needs.none')} text={say('overview.needs.none.text')} />
      ) : (
        <ul class="items">
          {needs.map((need) => (
            <Live of={visit.live} id={`need-${need.kind}-${need.id}`} as="li">
              <span>
                <Badge status={need.kind} label={say(`overview.kind.${need.kind}`)} tone={toneOf(need.kind)} />{' '}
                {need.href === null ? need.text : <a href={need.href}>{need.text}</a>}
              </span>
              <When visit={visit} need={need} />
            </Live>
          ))}
        </ul>
      )}
    </Live>
  );
};
const toneOf = (kind: NeedKind) => (kind === 'invoice' ? 'bad' : 'warn');

const When: FC<{ readonly visit: Visit; readonly need: Need }> = ({ visit, need: { silentOn, since } }) => {
  const { say, moment } = visit;
  if (silentOn !== null) return <span class="when">{say('overview.silent', { moment: moment(silentOn) })}</span>;
  if (since === null) return <span class="when" />;
  return <span class="when">{say('overview.since', { day: dayOf(visit, since.slice(0, 10)) })}</span>;
};
