import { type Cents, formatMoney, ZERO } from '#domain/kernel/money';
import { type Day, daysBetween } from '#domain/kernel/time';
import { chartOf } from '../charts.ts';
import { figure, measured, plain, plainAmount } from '../figures.ts';
import { linksFlag } from '../judged.ts';
import type { ReportInputs } from '../report-inputs.ts';
import { emptySection, filledSection, type Section } from '../section.ts';
import { together } from '../sentences.ts';
import type { LinkShown, OrderShown } from '../shown-links.ts';
import { present, tableOf } from '../tables.ts';

const DR_STEPS = [
  { name: 'dr_0_19', from: 0, to: 20 },
  { name: 'dr_20_39', from: 20, to: 40 },
  { name: 'dr_40_59', from: 40, to: 60 },
  { name: 'dr_60_79', from: 60, to: 80 },
  { name: 'dr_80_100', from: 80, to: 101 },
] as const;

/** Orders that run, those past their due date, and those that have delivered less by now than the days gone by ask for. */
export function ordersBehind(
  orders: readonly OrderShown[],
  on: Day,
): { readonly behind: OrderShown[]; readonly pastDue: OrderShown[] } {
  const running = orders.filter(
    ({ status, ordered, delivered }) => (status === 'approved' || status === 'in_progress') && delivered < ordered,
  );
  const pastDue = running.filter(({ due_on: due }) => due !== null && due < on);
  const behind = running.filter(({ approved_on: from, due_on: due, ordered, delivered }) => {
    if (from === null || due === null) return false;
    const [elapsed, whole] = [daysBetween(from, on), daysBetween(from, due)];
    return (
      elapsed >= 3 && (due < on || (whole > 0 && delivered < Math.floor((ordered * Math.min(elapsed, whole)) / whole)))
    );
  });
  return { behind, pastDue };
}
export const owed = (links: readonly LinkShown[]): number => links.filter((link) => link.replacement_owed).length;

/** Client prices of what was delivered in the period, replacements left out (spec 13, 1.11). */
export const spentOf = ({ delivered }: Pick<ReportInputs, 'delivered'>): Cents =>
  delivered.now.filter(({ replacement }) => !replacement).reduce((sum, { price }) => (sum + price) as Cents, ZERO);

/** What may be spent: the budgets of approved orders that ran in the period, else the monthly one; null where neither is set. */
export function budgetOf({
  orders,
  subscription,
  windows: { period },
}: Pick<ReportInputs, 'orders' | 'subscription' | 'windows'>): Cents | null {
  const set = orders.filter(({ status, budget }) => budget !== null && status !== 'draft' && status !== 'cancelled');
  if (set.length > 0) return set.reduce((sum, { budget }) => (sum + (budget ?? 0)) as Cents, ZERO);
  const monthly = subscription?.monthly_budget ?? ZERO;
  if (monthly === 0) return null;
  const months = daysBetween(period[0], period[1]) > 31 ? 3 : 1;
  return (monthly * months) as Cents;
}

const average = (list: readonly (number | null)[]): number | null => {
  const known = list.filter((each): each is number => each !== null);
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length;
};

/** Links built, how strong they are, what was spent of the budget, and each link with its indexing and guarantee. */
export const backlinkCampaign: Section = ({ inputs, say }) => {
  const source = say('source_links');
  const { links, orders, domain, windows } = inputs;
  const after = windows.period[1];
  if (links.length === 0 && orders.length === 0)
    return emptySection(
      source,
      say('links_none'),
      say(inputs.subscription?.backlinks ? 'links_none_reason' : 'links_not_booked_reason'),
    );
  const built = links.filter(({ id }) => inputs.went_live.now.some(({ backlink_id }) => backlink_id === id));
  const { behind, pastDue } = ordersBehind(orders, after);
  const owing = owed(links);
  const spent = spentOf(inputs);
  const budget = budgetOf(inputs);
  const ratings = built.map(({ dr }) => dr);
  const live = measured(
    { now: inputs.links_live.now, before: inputs.links_live.before, year: inputs.links_live.year },
    (count) => count,
  );
  const shownOf = measured(domain, (snapshot) => snapshot?.referring_domains ?? null);
  return filledSection({
    flag: linksFlag(new Set(behind.map(({ id }) => id)).size + owing, pastDue.length),
    rule: say('links_rule'),
    claim: together(
      say,
      built.length === 0 ? say('links_none_built') : say('links_built', { count: built.length }),
      average(ratings) === null || built.length < 2
        ? null
        : say('links_average', { dr: say.formats.number(average(ratings) ?? 0, 'score') }),
      budget === null
        ? null
        : say(spent > budget ? 'links_over_budget' : 'links_spent', { spent: usd(spent), budget: usd(budget) }),
    ),
    next:
      owing > 0
        ? say('links_next_owed', { count: owing })
        : pastDue.length > 0
          ? say('links_next_past_due', { count: pastDue.length })
          : behind.length > 0
            ? say('links_next_behind', { count: behind.length })
            : say('links_next'),
    source,
    dataTo: after,
    figures: [
      figure('links_built', 'count', 'up', countsOf(inputs.went_live, inputs.links_live)),
      figure('links_lost', 'count', 'down', countsOf(inputs.lost, inputs.links_live)),
      figure('links_live', 'count', 'up', live),
      plainAmount('spent', spent),
      ...(budget === null ? [] : [plainAmount('budget', budget)]),
      ...(average(ratings) === null ? [] : [plain('average_dr', 'score', average(ratings))]),
      ...(average(built.map(({ quality }) => quality)) === null
        ? []
        : [plain('average_quality', 'score', average(built.map(({ quality }) => quality)))]),
      ...(shownOf.now === null ? [] : [figure('referring_domains', 'count', 'up', shownOf)]),
      ...(domain.now?.domain_rating == null
        ? []
        : [
            figure(
              'domain_rating',
              'score',
              'up',
              measured(domain, (each) => each?.domain_rating ?? null),
            ),
          ]),
      plain('replacements_owed', 'count', owing, 'down'),
    ],
    charts: present(
      ratings.every((dr) => dr === null)
        ? null
        : chartOf(
            'dr_distribution',
            'bar',
            'name',
            DR_STEPS.map(({ name }) => name),
            [
              {
                key: 'links',
                style: 'solid',
                values: DR_STEPS.map(
                  ({ from, to }) => ratings.filter((dr) => dr !== null && dr >= from && dr < to).length,
                ),
              },
            ],
          ),
      budget === null
        ? null
        : chartOf(
            'spend',
            'bar',
            'name',
            ['this_period'],
            [
              { key: 'spent', style: 'solid', values: [spent / 100] },
              { key: 'budget', style: 'solid', values: [budget / 100] },
            ],
            { unit: 'usd' },
          ),
    ),
    tables: present(ordersTable(orders), linksTable(links)),
  });

  function usd(amount: Cents): string {
    return say.formats.number(formatMoney(amount), 'usd');
  }
};

const countsOf = (of: ReportInputs['went_live'], live: ReportInputs['links_live']) => ({
  now: of.now.length,
  before: live.before === null ? null : of.before.length,
  year: live.year === null ? null : of.year.length,
});

const ordersTable = (orders: readonly OrderShown[]) =>
  tableOf(
    'orders',
    [
      ['order', 'text'],
      ['status', 'word'],
      ['ordered', 'count'],
      ['delivered', 'count'],
      ['live', 'count'],
      ['due', 'day'],
      ['price', 'usd'],
      ['budget', 'usd'],
    ],
    [...orders].sort((a, b) => a.id - b.id),
    (order) => [
      `#${order.id}`,
      order.status,
      order.ordered,
      order.delivered,
      order.live,
      order.due_on,
      formatMoney(order.price),
      order.budget === null ? null : formatMoney(order.budget),
    ],
  );

const linksTable = (links: readonly LinkShown[]) =>
  tableOf(
    'links',
    [
      ['source', 'url'],
      ['target', 'url'],
      ['anchor', 'text'],
      ['dr', 'score'],
      ['status', 'word'],
      ['indexing', 'word'],
      ['guaranteed_until', 'day'],
    ],
    [...links].sort((a, b) => a.id - b.id),
    (link) => [
      link.source_url,
      link.target_url,
      link.anchor_text,
      link.dr,
      link.replacement_owed ? 'replacement_owed' : link.status,
      link.indexing,
      link.guaranteed_until === null ? null : link.guaranteed_until.slice(0, 10),
    ],
  );
