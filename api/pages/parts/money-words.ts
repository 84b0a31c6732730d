import type { Schemas } from '#client/types';

/** What money is called where people work with it; in English, for the team. */
export const GATEWAYS: Readonly<Record<string, string>> = { stripe: 'Card', paypal: 'PayPal', manual: 'By hand' };
export const KINDS: Readonly<Record<string, string>> = { regular: 'Monthly', prepaid: 'Prepaid' };

/** Rules of lines in one phrase each, as docs/billing.md has them. */
const RULES: Readonly<Record<string, string>> = {
  'subscription.full_month': 'the monthly price',
  'subscription.prorated_days': 'price × billable days ÷ days in the month',
  'order.completed': 'the price of the line as approved',
  'order.cancelled_part': 'price of the line × delivered ÷ quantity',
  'order.pass_through': 'cost of the delivered links, with the markup',
  'add_on.indexing_boost': 'quantity × unit price',
  'add_on.backlink_package': 'the price as bought',
  'tax.percent': 'subtotal × the account’s tax rate',
  'credit.account_credit': 'credit of the account, at most what is owed',
};
export const ruleWords = (rule: string): string => RULES[rule] ?? rule.replaceAll(/[._]/g, ' ');

const ACTORS: Readonly<Record<string, string>> = {
  admin: 'Admin',
  account_manager: 'Account manager',
  agency: 'Agency',
  client: 'Client',
  platform: 'The platform',
  saga: 'By itself',
  job: 'Job',
  timer: 'Timer',
  system: 'The system',
  provider: 'Payment provider',
};
/** Who did it: `Admin (token-1)`, `Client 7`, `By itself (dunning)`. */
export function whoDid({ kind, id, name }: Schemas['Actor']): string {
  const said = ACTORS[kind] ?? kind.replaceAll('_', ' ');
  const text = name?.replaceAll('_', ' ');
  if (text !== undefined) return `${said} (${text})`;
  return id === undefined ? said : `${said} ${id}`;
}

/** `InvoicePaymentSucceeded` as it is read: `invoice payment succeeded`. */
export const eventWords = (type: string): string => {
  const text = type.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return text.slice(0, 1).toUpperCase() + text.slice(1);
};
