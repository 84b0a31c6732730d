import { asCause, type Break, breaks, documentsStay, event, put, setAt, text, told } from './synthetic-breaks.ts';
import { type Edits, jsonOf, setJson } from './synthetic-bundle.ts';
import { canonical, type Json, sha256 } from './synthetic-parts.ts';
import { eventOf, type Line, linesOf } from './synthetic-story.ts';

const lines = (change: (lines: string[]) => string[]): Edits =>
  text('events.jsonl', (all) => `${change(all.trimEnd().split('\n')).join('\n')}\n`);
/** Both of the proofs of two events, or both of their lines, in each other's place. */
const swapped = (list: readonly string[], a: number, b: number): string[] =>
  list.map((item, at) => (at === a ? list[b] : at === b ? list[a] : item) ?? '');
const proofs = (change: (proofs: Json[]) => Json[]): Edits => ({
  files: (files) => {
    const document = jsonOf(files, 'proofs.json');
    setAt(document, 'proofs', change((document as { proofs: Json[] }).proofs));
    setJson(files, 'proofs.json', document);
  },
});
const HASH = 'ab'.repeat(32);

const OF_EVENTS = breaks(3, [
  ['a line with a space', lines(([first = '', ...rest]) => [`${first} `, ...rest]), /line 1 .* is not canonical JSON/],
  ['a line that is no event', lines(([, ...rest]) => ['7', ...rest]), /line 1 of events.jsonl is not an object/],
  ['no last line feed', text('events.jsonl', (all) => all.trimEnd()), /no line feed/],
  ['no events', text('events.jsonl', () => ''), /exactly one proof for each event/],
  [
    'an event changed',
    text('events.jsonl', (all) => all.replace('39900', '39901')),
    /leaf_hash of the proof for line 1/,
  ],
  ['an event too few', lines((all) => all.slice(1)), /exactly one proof for each event/],
  ['an event twice', lines((all) => [...all, ...all.slice(-1)]), /exactly one proof for each event/],
  ['two events in another order', lines((all) => swapped(all, 0, 1)), /proof for line 1 .* names another event/],
  ['a proof too few', proofs((all) => all.slice(1)), /exactly one proof for each event/],
  ['proofs in another order', proofs(([a, b, ...rest]) => [b as Json, a as Json, ...rest]), /names another event/],
  ['a proof of another event', put('proofs', 'proofs/0/event_id', 'x'), /line 1 .* names another event/],
  ['a proof that is none', proofs(([, ...rest]) => [null, ...rest]), /proof for line 1 .* is not an object/],
  ['proofs that are none', put('proofs', 'proofs', 'x'), /proofs of proofs.json is missing or malformed/],
  ['the same position twice', event('activated', 'position', 100), /position in line 2 of events.jsonl does not rise/],
  ['a position that falls', event('activated', 'position', 1), /position in line 2 of events.jsonl does not rise/],
  ['a position that is none', event('activated', 'position', -1), /position of line 2 .* malformed/],
  ['the same revision twice', event('activated', 'revision', 0), /revision in line 2 .* does not rise in its stream/],
  ['a revision that falls', event('paused', 'revision', 0), /revision in line 3 .* does not rise in its stream/],
  ['a gap in the stream of the invoice', event('paid', 'revision', 2), /invoice-7 is not whole: revision 1/],
  [
    'an invoice without its begin',
    told((story) => void story.hidden.add('issued')),
    /invoice-7 is not whole: revision 0/,
  ],
  ['the same id twice', event('paid', 'id', 'due'), /id in line 24 of events.jsonl was there before/],
  ['another tree_size', put('proofs', 'tree_size', 9), /tree_size/],
  ['another leaf_hash', put('proofs', 'proofs/0/leaf_hash', HASH), /leaf_hash of the proof for line 1/],
  ['a leaf_index that does not rise', put('proofs', 'proofs/1/leaf_index', 0), /leaf_index .* line 2 .* does not rise/],
  ['another leaf_index', put('proofs', 'proofs/0/leaf_index', 0.5), /leaf_index of the proof for line 1 .* malformed/],
  ['a leaf_index past the tree', put('proofs', 'proofs/23/leaf_index', 99), /line 24 .* does not lead to root_hash/],
  ['another step of a path', put('proofs', 'proofs/0/path/1', HASH), /line 1 .* does not lead to root_hash/],
  ['a step too few', put('proofs', 'proofs/0/path/0'), /line 1 .* does not lead to root_hash/],
  ['a step too many', put('proofs', 'proofs/0/path/5', HASH), /line 1 .* does not lead to root_hash/],
  ['a step that is no hash', put('proofs', 'proofs/0/path/0', 'AB'), /path of the proof for line 1 .* malformed/],
]);

const commitment = (value: Json): Json => ({ withheld: sha256(`5a17\n${canonical(value)}`).toString('hex') });
const twice = told((story) => void story.openings.push(...story.openings));
const OF_OPENINGS = breaks(4, [
  ['another value', put('openings', '0/value', 1004), /does not fit its commitment/],
  ['another salt', put('openings', '0/salt', '5a18'), /does not fit its commitment/],
  ['no salt', put('openings', '0/salt', ''), /salt or value .* malformed/],
  ['no value', put('openings', '0/value'), /value of opening 1 is missing/],
  ['an event that is not there', put('openings', '0/event_id', 'nowhere'), /names an event that is not in/],
  ['a field that is not withheld', put('openings', '0/event_id', 'boost'), /opens no field that is withheld/],
  ['a field that is not there', put('openings', '0/pointer', '/__proto__/x'), /opens no field that is withheld/],
  ['no pointer', put('openings', '0/pointer', 'cost_cents'), /not a JSON pointer/],
  ['the same opening twice', twice, /opening 2 opens no field that is withheld/],
  ['no list', text('openings.json', () => '{}'), /not a list/],
]);

const issued = (path: string, value?: Json) => event('issued', `data/${path}`, value);
/** A sum in the event alone. */
const sums = (name: string, cents: number): Edits =>
  told((story) => {
    documentsStay(story);
    eventOf(story, 'issued').data[`${name}_cents`] = cents;
  });
/** A line of another kind, with sums that agree with that. */
const miscalled = (index: number, from?: string): Edits =>
  told((story) => {
    const { data } = eventOf(story, 'issued');
    const line = linesOf(story)[index] as Line;
    line.kind = 'service';
    data['subtotal_cents'] = Number(data['subtotal_cents']) + line.amount_cents;
    if (from) data[from] = Number(data[from]) - line.amount_cents;
  });
const notFirst = told((story) => {
  eventOf(story, 'issued').revision = 1;
  eventOf(story, 'paid').revision = 0;
  const at = story.events.findIndex(({ id }) => id === 'issued');
  story.events.splice(at, 2, ...story.events.slice(at, at + 2).reverse());
  for (const [index, each] of story.events.entries()) each.position = 100 + index;
});
const OF_INVOICE = breaks(5, [
  ['another event first', notFirst, /first event of stream invoice-7 is not InvoiceIssued/],
  ['another invoice in the event', issued('invoice_id', 8), /InvoiceIssued of stream invoice-7 is of another invoice/],
  ['another invoice', put('invoice', 'id', 8), /not the invoice that manifest.json names/],
  ['an id that is no number', put('invoice', 'id', '7'), /not the invoice that manifest.json names/],
  ['another number', put('invoice', 'number', 'INV-2'), /number of invoice.json/],
  ['a line too few', put('invoice', 'lines/9'), /not as many lines/],
  ['a line too many', put('invoice', 'lines/10', {}), /not as many lines/],
  ['another id of a line', put('invoice', 'lines/0/id', 9), /id of line 1 in invoice.json/],
  ['another kind of a line', put('invoice', 'lines/0/kind', 'x'), /kind of line 1 in invoice.json/],
  ['another rule of a line', put('invoice', 'lines/1/rule', 'subscription.prorated_days'), /rule of line 2/],
  ['another description', put('invoice', 'lines/2/description', 'x'), /description of line 3 in invoice.json/],
  ['another input', put('invoice', 'lines/2/inputs/line', 2), /inputs of line 3 in invoice.json/],
  ['another cause', put('invoice', 'lines/2/causes/0', 'order-2'), /causes of line 3 in invoice.json/],
  ['another amount', put('invoice', 'lines/2/amount', '428.58'), /amount of line 3 in invoice.json/],
  ['an amount of three digits', put('invoice', 'lines/2/amount', '428.570'), /amount of line 3 in invoice.json/],
  ['a line that is none', put('invoice', 'lines/0', null), /id of line 1 in invoice.json/],
  ['another subtotal', put('invoice', 'subtotal', '1.00'), /subtotal of invoice.json is not the sum/],
  ['another tax', put('invoice', 'tax', '1.00'), /tax of invoice.json is not the sum/],
  ['another total', put('invoice', 'total', '1.00'), /total of invoice.json is not the sum/],
  ['another subtotal in the event', sums('subtotal', 189_832), /subtotal of InvoiceIssued is not the sum/],
  ['another tax in the event', sums('tax', 1), /tax of InvoiceIssued is not the sum/],
  ['another total in the event', sums('total', 1), /total of InvoiceIssued is not the sum/],
  ['a cause that is withheld', told((story) => void story.hidden.add('boost')), /line 6 .* names event "boost"/],
  ['no cause', issued('lines/5/causes', []), /line 6 .* names 0 events AddOnPurchased/],
  ['a cause twice', issued('lines/0/causes/5', 'paused'), /line 1 .* names an event twice/],
  ['a rule that nobody knows', issued('lines/5/rule', 'toString'), /line 6 .* rule that is not known/],
  ['a tax that is none by its kind', miscalled(8, 'tax_cents'), /line 9 .* tax by its rule or by its kind/],
  ['a credit that is none by its kind', miscalled(9), /line 10 .* credit by rule or kind/],
]);

const amount = (index: number, id: string, path: string, value: Json): readonly [string, Edits, RegExp] => {
  const why = new RegExp(`line ${index + 1} of the invoice .*its events make it`);
  return [`line ${index + 1}: another ${path} of ${id}`, event(id, `data/${path}`, value), why];
};
const QUOTE = 'terms/quote/lines/0';
const OF_RULES = breaks('rules', [
  amount(0, 'created', 'monthly_price_cents', 40_000),
  amount(0, 'created', 'on', '2026-06-02'),
  amount(0, 'activated', 'on', '2026-06-02'),
  amount(0, 'paused', 'on', '2026-06-09'),
  amount(0, 'resumed', 'on', '2026-06-22'),
  amount(0, 'changed', 'on', '2026-06-24'),
  amount(1, 'changed', 'monthly_price_cents', 45_300),
  ['line 1: of another month', issued('lines/0/inputs/from', '2026-07-01'), /line 1 .* its events make it/],
  ['line 1: no pause', event('paused', 'type', 'ManagedSubscriptionNoted'), /line 1 .* its events make it/],
  ['line 1: no activation', event('activated', 'type', 'ManagedSubscriptionNoted'), /line 1 .* its events make it/],
  ['line 1: no price at all', issued('lines/0/causes', ['paused']), /line 1 .* names 0 events with a monthly/],
  ['line 1: three prices', event('paused', 'data/monthly_price_cents', 1), /line 1 .* names 3 events with a monthly/],
  ['line 1: no day', issued('lines/0/inputs/from', '2026-02-30'), /line 1 .*data\/from of the line .*malformed/],
  ['line 1: no price', event('created', 'data/monthly_price_cents', 399.5), /monthly_price_cents .* malformed/],
  amount(2, 'order-1', `${QUOTE}/amount_cents`, 100_010),
  amount(2, 'order-1', `${QUOTE}/quantity`, 8),
  amount(2, 'order-1-cancelled', 'lines/0/delivered', 4),
  ['line 3: of nothing', event('order-1', `data/${QUOTE}/quantity`, 0), /quantity is not above zero/],
  ['line 3: of two', event('order-1', 'data/terms/quote/lines/1', { id: 1 }), /line 3 .* two rows of the same id/],
  ['line 3: of no line', issued('lines/2/inputs/line', 5), /line 3 .* does not follow from its events/],
  amount(3, 'order-2-revised', `${QUOTE}/amount_cents`, 67_501),
  ['line 4: of no order', issued('lines/3/causes', []), /line 4 .* names 0 events BacklinkOrderDrafted or/],
  ['line 4: of both', issued('lines/3/causes/1', 'order-2'), /line 4 .* names 2 events BacklinkOrderDrafted or/],
  ['line 4: as first drafted', issued('lines/3/causes', ['order-2']), /line 4 .* its events make it 900.00/],
  amount(4, 'order-3', 'terms/markup_percent', 21),
  ['line 5: of a cost withheld', told((story) => void story.openings.pop()), /line 5 .* is withheld/],
  [
    'line 5: of another cost',
    told((story) => {
      eventOf(story, 'repriced').data['cost_cents'] = commitment(1010);
      setAt(story.openings, '0/value', 1010);
    }),
    /line 5 .* its events make it 12.12/,
  ],
  amount(5, 'boost', 'terms/quantity', 11),
  amount(5, 'boost', 'terms/unit_price_cents', 16),
  amount(6, 'package', 'terms/price_cents', 30_001),
  amount(7, 'order-4', 'terms/quote/client_price_cents', 1),
  amount(8, 'tax', 'tax_rate', 20_000),
  amount(9, 'granted', 'amount_cents', 10_001),
  amount(9, 'used-5', 'credits/1/amount_cents', 4001),
  amount(9, 'used-5', 'credits/1/note_id', 3),
  amount(9, 'released-6', 'invoice_id', 9),
  ['line 10: of two notes', issued('lines/9/causes/0', 'tax'), /line 10 .* names 0 events AccountCreditGranted/],
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((index): readonly [string, Edits, RegExp] => [
    `line ${index + 1}: a cent more, in every document`,
    told((story) => {
      const line = linesOf(story)[index];
      if (line) line.amount_cents += 1;
    }),
    new RegExp(`line ${index + 1} of the invoice .* its events make it`),
  ]),
]);

const explained = (path: string, value?: Json) => put('explanation', path, value);
const OF_EXPLANATION = breaks(6, [
  ['another invoice', explained('invoice_id', 8), /explanation.json is of another invoice/],
  ['a line too few', explained('lines/0'), /not as many lines/],
  ['a line too many', explained('lines/10', {}), /not as many lines/],
  ['another line', explained('lines/0/line_id', 2), /line 1 of explanation.json says 2 at "\/line_id"/],
  ['another amount', explained('lines/0/amount', '1.00'), /line 1 .* "1.00" at "\/amount", .* "186.20"/],
  ['another amount made', explained('lines/0/recomputed', '1.00'), /line 1 .* "1.00" at "\/recomputed", .* "186.20"/],
  ['another total made', explained('recomputed_total', '1.00'), /recomputed_total/],
  ['amounts that differ', explained('lines/0/equal', false), /equal of line 1/],
  ['equal by half', explained('lines/0/equal', 'true'), /equal of line 1/],
  ['a total that differs', explained('equal', false), /equal of explanation.json/],
  ['no causes', explained('lines/0/causes'), /causes of line 1 .* missing/],
  ['a cause that is none', explained('lines/0/causes/0', null), /a cause in line 1 .* is not an object/],
  ['a cause that is not there', explained('lines/0/causes/0/event_id', 'other'), /names event "other"/],
  ['a cause of another type', explained('lines/0/causes/0/type', 'Fact'), /event "created" is "Fact"/],
  ['a because of another type', explained('lines/0/causes/2/because/0/type', 'Fact'), /event "created" is "Fact"/],
  ['a because that is not there', explained('lines/0/causes/2/because/0/event_id', 'other'), /names event "other"/],
  [
    'a because that was not it',
    explained('lines/0/causes/2/because/0', asCause('tax')),
    /event "tax" caused another one/,
  ],
]);

export const CONTENT_BREAKS: readonly Break[] = [
  ...OF_EVENTS,
  ...OF_OPENINGS,
  ...OF_INVOICE,
  ...OF_RULES,
  ...OF_EXPLANATION,
];
