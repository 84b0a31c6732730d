import { formatMoney } from '#domain/kernel/money';
import type { Instant } from '#domain/kernel/time';
import type { KnownOrder } from '#domain/links/backlink-order-state';
import { quote } from '#domain/links/order-quote';
import type { PriceBook } from '#domain/links/price-book-data';
import type { Changed } from '#domain/links/price-book-edit';
import type { EntitlementBook } from '#domain/plans/entitlement-book';
import { FEATURES, levelText, rankOf } from '#domain/plans/feature';
import type { ManagedSubscription } from '#domain/services/managed-subscription';

/** What would be different for one account, or for a service or an order of it, if a change were made. */
export type Change = {
  readonly subject: 'feature' | 'service' | 'order';
  /** Of the service or the order; features are the account's. */
  readonly id: number | null;
  /** The feature, or what of the service or the order: `monthly_price`, `quote`. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** The account has less of it afterwards. */
  readonly loses: boolean;
  readonly note: string | null;
  /** What of it is in use now, each in words. */
  readonly in_use: readonly string[];
};

/** What the account would have of each feature, where that is another level than now. */
export function featureChanges(before: EntitlementBook, after: EntitlementBook, id: number, now: Instant): Change[] {
  return FEATURES.flatMap((feature): Change[] => {
    const [has, gets] = [before.entitled(id, feature, now), after.entitled(id, feature, now)];
    const [from, to] = [levelText(has.level), levelText(gets.level)];
    if (from === to) return [];
    const loses = (rankOf(feature, gets.level) ?? 0) < (rankOf(feature, has.level) ?? 0);
    return [{ subject: 'feature', id: null, key: feature, from, to, loses, note: null, in_use: [] }];
  });
}

/** What a running order would cost by the edited book, where that is not what it costs by this one. It keeps its price all the same. */
export function orderChanges(order: KnownOrder, before: PriceBook, after: PriceBook): Change[] {
  const { request } = order.terms;
  const [now, then] = [quote(before, request), quote(after, request)];
  const of = (quoted: typeof now): string =>
    quoted.ok ? formatMoney(quoted.quote.client_price_cents) : quoted.refusal.message;
  if (of(now) === of(then)) return [];
  const isDraft = order.status === 'draft';
  const note = `agreed at ${formatMoney(order.terms.quote.client_price_cents)}: ${isDraft ? 'the draft keeps that until it is revised' : 'it renews at that until a new price is approved'}`;
  const subject = { subject: 'order' as const, id: order.orderId, key: isDraft ? 'quote' : 'renewal' };
  return [{ ...subject, from: of(now), to: of(then), loses: false, note, in_use: [] }];
}

/** A draft takes the guarantee that stands in the book on the day of its approval. */
export function guaranteeChanges(order: KnownOrder, changed: readonly Changed[]): Change[] {
  if (order.status !== 'draft') return [];
  return changed
    .filter(({ path }) => path.startsWith('guarantee.'))
    .map(({ path: key, from, to }) => ({
      subject: 'order' as const,
      id: order.orderId,
      key,
      from,
      to,
      loses: isLess(from, to),
      note: 'it is frozen when the draft is approved',
      in_use: [],
    }));
}

/** What would be different of a service: its tier, its price, its articles, and what of its configuration follows the tier. */
export function serviceChanges(before: ManagedSubscription, after: ManagedSubscription): Change[] {
  if (before.status === 'none' || after.status === 'none') return [];
  const of = (key: string, from: unknown, to: unknown, loses: boolean): Change[] => {
    const [a, b] = [said(from), said(to)];
    const id = before.subscriptionId;
    return a === b ? [] : [{ subject: 'service', id, key, from: a, to: b, loses, note: null, in_use: [] }];
  };
  const articles = [before.articlesPerMonth, after.articlesPerMonth] as const;
  const [had, has] = [leavesOf(before.config, ''), leavesOf(after.config, '')];
  return [
    ...of('tier', before.tier, after.tier, before.tier === 'pro'),
    ...of('monthly_price', formatMoney(before.monthlyPrice), formatMoney(after.monthlyPrice), false),
    ...of('articles_per_month', ...articles, articles[1] < articles[0]),
    ...[...new Set([...had.keys(), ...has.keys()])]
      // Who is written to is personal, and follows no tier.
      .filter((key) => key !== 'reporting.recipients')
      .flatMap((key) => of(key, had.get(key) ?? '', has.get(key) ?? '', isLess(had.get(key), has.get(key)))),
  ];
}

const said = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));

/** Every value of the configuration by its path: `reporting.cadence`. */
function leavesOf(node: object, at: string): Map<string, unknown> {
  return new Map(
    Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
      const path = at === '' ? key : `${at}.${key}`;
      const isInner = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isInner ? [...leavesOf(value, path)] : [[path, value]];
    }),
  );
}

/** Reports come less often. */
const RARER = new Set(['both>monthly', 'weekly>monthly', 'both>weekly']);
/** Whether what was is more than what will be: switched off, fewer of a list, or a smaller number. */
function isLess(from: unknown, to: unknown): boolean {
  if (from === true) return to === false;
  if (Array.isArray(from)) return Array.isArray(to) && from.some((each) => !to.includes(each));
  if (typeof from === 'string' && typeof to === 'string' && /^\d+$/.test(from)) return Number(to) < Number(from);
  return typeof from === 'number' ? Number(to) < from : RARER.has(`${String(from)}>${String(to)}`);
}
