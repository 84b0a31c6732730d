import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { summarize, told } from '#app/events';
import { SHOWN_OF_INVOICES } from '#domain/billing/shown';
import { UTC } from '#domain/kernel/calendar';
import { kept, type Shape, type Shapes } from '#domain/kernel/shape';
import { SHOWN_OF_ORDERS } from '#domain/links/shown';
import { SHOWN_AS_OF } from '#domain/proof/as-of-shown';
import { SHOWN_OF_SUBSCRIPTIONS } from '#domain/services/shown';
import { invoices } from '#projections/billing/invoice';
import { backlinkOrders } from '#projections/links/backlink-order';
import { managedSubscriptions } from '#projections/services/managed-subscription';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Golden = { readonly type: string; readonly data: { [key: string]: Json } };

const FOLDER = join(import.meta.dirname, '../../golden-events');
const GOLDEN = readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Golden);
const LISTS: Readonly<Record<string, Shapes>> = {
  subscriptions: SHOWN_OF_SUBSCRIPTIONS,
  orders: SHOWN_OF_ORDERS,
  invoices: SHOWN_OF_INVOICES,
};
/** Fields that go out as a whole: the customer's settings and answers, and what the platform was asked and answered. */
const WHOLE = new Set(['service_config', 'given_config', 'payload', 'result', 'answers']);
/** What a timeline tells: events with a sentence, and articles, which have theirs in the projection. */
const isTelling = (event: Golden): boolean => event.type === 'ArticlePublished' || summarize(event) !== null;

/** The same value with a field that nobody knows in every object of it. */
function withUnknown(value: Json, field = ''): Json {
  if (Array.isArray(value)) return value.map((each) => withUnknown(each));
  if (typeof value !== 'object' || value === null || WHOLE.has(field)) return value;
  const inner = Object.entries(value).map(([key, each]) => [key, withUnknown(each, key)] as const);
  return Object.fromEntries([...inner, ['vendor_margin_of_tomorrow', 'inside']]);
}

/** Every field of `whole` that `part` lacks, by its path; members of a list are as one. */
function missing(whole: Json, part: Json | undefined, at = ''): string[] {
  if (Array.isArray(whole))
    return [...new Set(whole.flatMap((each, index) => missing(each, Array.isArray(part) ? part[index] : part, at)))];
  if (typeof whole !== 'object' || whole === null) return [];
  const there = part as { [key: string]: Json };
  return Object.entries(whole).flatMap(([key, inner]) =>
    Object.hasOwn(there, key) ? missing(inner, there[key], `${at}${key}/`) : [`${at}${key}`],
  );
}

/** What is withheld of each event as the golden files have it; all the rest is shown, in its order. */
const TERMS = ['request/override_reason', 'quote/expected_cost', 'quote/steps', 'markup_percent', 'override_reason'];
const INVOICE = ['lines/steps', 'collection'];
const MESSAGE = ['account_id', 'site_id', 'number', 'author', 'author_name', 'text', 'files'];
const WITHHELD: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  subscriptions: {
    MessagePosted: MESSAGE,
    ReportDelivered: ['account_id', 'delivery_id', 'to', 'key', 'again', 'share_id', 'error'],
  },
  orders: {
    BacklinkGuaranteeChecked: ['evidence'],
    BacklinkOrderDrafted: TERMS.map((field) => `terms/${field}`),
    BacklinkOrderRevised: TERMS.map((field) => `terms/${field}`),
    BacklinkOrderRepriced: ['cost_cents'],
    BacklinkPlaced: ['vendor', 'vendor_reference', 'cost_cents'],
    IndexingChecked: ['evidence'],
    IndexingRequested: ['services'],
    IndexingReviewed: ['note'],
    IndexingSubmitted: ['service'],
    InvoiceDrafted: INVOICE,
    InvoiceIssued: INVOICE,
    MessagePosted: MESSAGE,
    PlacementProposed: ['vendor', 'cost_cents'],
    PlacementWithdrawn: ['reason'],
  },
  invoices: {
    MessagePosted: MESSAGE,
    InvoiceDrafted: INVOICE,
    InvoiceIssued: INVOICE,
    InvoicePaymentApproved: ['object'],
    InvoicePaymentAwaitingPayer: ['object'],
    InvoicePaymentStarted: ['customer', 'method'],
    InvoicePaymentSucceeded: ['reference', 'object'],
    InvoiceRefundStarted: ['reference'],
    InvoiceRefundSucceeded: ['reference'],
  },
};

describe.each(Object.entries(LISTS))('what those who buy see of %s', (name, list) => {
  const told = GOLDEN.filter((event) => Object.hasOwn(list, event.type) && isTelling(event));

  it('is every field of the events as they were once stored, but for those withheld', () => {
    expect(told.length).toBeGreaterThan(20);
    const found = told.map(({ type, data }) => [type, missing(data, kept(data, list[type] ?? []) as Json)] as const);
    expect(Object.fromEntries(found.filter(([, fields]) => fields.length > 0))).toEqual(WITHHELD[name]);
  });

  it('is in the order in which it was stored', () => {
    const bare = told.filter(({ type }) => !Object.hasOwn(WITHHELD[name] ?? {}, type));
    expect(bare.map(({ type, data }) => JSON.stringify(kept(data, list[type] ?? [])))).toEqual(
      bare.map(({ data }) => JSON.stringify(data)),
    );
  });

  it.each(GOLDEN.map((event) => [event.type, event] as const))(
    'has no field of %s that nobody named',
    (type, event) => {
      const shape = list[type] ?? [];
      expect(kept(withUnknown(event.data), shape)).toEqual(kept(event.data, shape));
    },
  );

  it('has a list for every event that such a timeline tells', () => {
    const subject = { subscriptions: 'subscription_id', orders: 'order_id', invoices: 'invoice_id' }[name] ?? '';
    const telling = GOLDEN.filter((event) => typeof event.data[subject] === 'number' && isTelling(event));
    expect(telling.filter(({ type }) => (list[type] ?? []).length === 0).map(({ type }) => type)).toEqual([]);
  });
});

describe('what customers’ systems are told', () => {
  it('has no field that nobody named', () => {
    const whole = (data: Json) => withUnknown(data) as Golden['data'];
    for (const { type, data } of GOLDEN)
      if (told.has(type)) expect(told.data(type, whole(data)), type).toEqual(told.data(type, data));
  });
});

describe('what those who buy see of a thing as it was', () => {
  const INNER = ['state', 'keys', 'revision'];
  const named = (shape: Shape): string[] => shape.map((field) => (typeof field === 'string' ? field : field[0]));
  const within = (shape: Shape, name: string): Shape =>
    shape.flatMap((field) => (typeof field !== 'string' && field[0] === name ? field[1] : []));
  const [order] = backlinkOrders.tables;
  const [subscription] = managedSubscriptions(UTC).tables;
  const [invoice, line, payment, note] = invoices.tables;

  it.each([
    ['an order', SHOWN_AS_OF.order, order, ['actual_cost', 'margin']],
    ['a subscription', SHOWN_AS_OF.subscription, subscription, ['import_reference']],
    ['an invoice', SHOWN_AS_OF.invoice, invoice, []],
    ['a line', within(SHOWN_AS_OF.invoice, 'lines'), line, ['steps']],
    ['a payment', within(SHOWN_AS_OF.invoice, 'payments'), payment, ['reference', 'object']],
    ['a credit note', within(SHOWN_AS_OF.invoice, 'credit_notes'), note, []],
  ])('is every column of %s but for those withheld', (_, shape, table, withheld) => {
    const columns = Object.keys(table?.columns ?? {}).filter((column) => !INNER.includes(column));
    const open = named(shape).filter((name) => !['lines', 'payments', 'credit_notes'].includes(name));
    const shown = columns.filter((column) => named(shape).includes(column));
    expect(columns.filter((column) => !shown.includes(column)).sort()).toEqual([...withheld].sort());
    expect(open.filter((name) => !columns.includes(name))).toEqual([]);
  });

  it.each(Object.entries(SHOWN_AS_OF))('has no column of %s that nobody named', (_, shape) => {
    const row = Object.fromEntries(named(shape).map((name) => [name, [{ unknown: 1 }, 2]]));
    const seen = kept({ ...row, unknown: 1 }, shape) as { [key: string]: unknown };
    expect(Object.keys(seen)).toEqual(named(shape));
    const deep = shape.flatMap((field) => (typeof field === 'string' ? [] : [field[0]]));
    expect(deep.map((name) => seen[name])).toEqual(deep.map(() => [{}, 2]));
  });
});
