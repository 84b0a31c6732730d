import type { Schemas } from '#client/types';
import type { Visit } from '../page.ts';
import { typedValue } from '../schema-fields.ts';
import { dayOf } from './common.ts';

type Line = Pick<
  Schemas['InvoiceLine'],
  'kind' | 'rule' | 'inputs' | 'amount' | 'description' | 'site_id' | 'order_id' | 'subscription_id'
>;

/** What a line is for, in the reader's words. */
export function lineTitle({ say }: Visit, line: Line, site: (id: number | null) => string): string {
  if (line.rule === 'add_on.indexing_boost') return say('line.add_on.indexing_boost');
  if (line.rule === 'add_on.backlink_package') return say('line.add_on.backlink_package', { site: site(line.site_id) });
  return say(`line.${line.kind}`, { site: site(line.site_id), order: line.order_id ?? '' });
}

const RULES = [
  'subscription.full_month',
  'subscription.prorated_days',
  'order.completed',
  'order.cancelled_part',
  'order.pass_through',
  'add_on.indexing_boost',
  'add_on.backlink_package',
  'tax.percent',
  'credit.account_credit',
] as const;

/** How its amount comes about, as one sentence with its arithmetic; never what something cost us. */
export function lineWords(visit: Visit, line: Line): string {
  const { say, formats } = visit;
  const rule = RULES.find((each) => each === line.rule);
  if (rule === undefined) return line.description;
  const told = (name: string): string => typedValue(line.inputs, `/${name}`)[0] ?? '';
  const money = (...names: string[]): string => {
    const value = names.map(told).find((each) => each !== '');
    return value === undefined ? '' : formats.number(value, 'usd');
  };
  return say(`rule.${rule}`, {
    price: money('monthly_price', 'unit_price', 'price'),
    subtotal: money('subtotal'),
    amount: formats.number(line.amount, 'usd'),
    days: told('billable_days'),
    all: told('days_in_month'),
    from: dayOf(visit, told('from') || null),
    to: dayOf(visit, told('to') || null),
    quantity: told('quantity'),
    delivered: told('delivered'),
    links: told('links'),
    count: Number(told('links') || '0'),
    rate: formats.rate(told('tax_rate') || '0'),
    number: told('credit_note'),
  });
}
