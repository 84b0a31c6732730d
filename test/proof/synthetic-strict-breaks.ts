import { asCause, type Break, breaks, event, put, setAt, told } from './synthetic-breaks.ts';
import type { Edits } from './synthetic-bundle.ts';
import { canonical, type Json, sha256 } from './synthetic-parts.ts';
import { eventOf, type Line, linesOf, type Story } from './synthetic-story.ts';

/** A bundle in which one thing does not hold, what the product's verifier says of it, and at which point. */
export type StrictBreak = Break & { readonly product: RegExp; readonly at: number };
type Case = readonly [name: string, edits: Edits | (() => Buffer), why: RegExp, product: RegExp];
export const strict = (point: Break['point'], cases: readonly Case[]): StrictBreak[] =>
  breaks(
    point,
    cases.map(([name, edits, why]) => [name, edits, why] as const),
  ).map((each, index) => ({
    ...each,
    product: cases[index]?.[3] as RegExp,
    at: point === 'rules' ? 5 : point,
  }));

const issued = (path: string, value?: Json) => event('issued', `data/${path}`, value);
const manifest = (path: string, value?: Json): Edits => ({ manifest: (made) => setAt(made, path, value) });
const line = (story: Story, index: number): Line => linesOf(story)[index] as Line;
const nested = (levels: number): Json => (levels === 0 ? 0 : [nested(levels - 1)]);
const many = (count: number): Edits => ({
  files: (files) => {
    for (let n = files.size + 1; n < count; n++) files.set(`deliverables/${n}`, Buffer.of());
  },
});
const also = (name: string): Edits => ({ files: (files) => void files.set(name, Buffer.of()) });
/** As deep as a value may lie, and deeper. */
const deep = (levels: number): Edits => put('stripe-evidence', 'stated_by_issuer/about', nested(levels - 2));

const OF_CONTAINER = strict(1, [
  [
    'a value that lies too deep',
    deep(256),
    /evidence.json" is not JSON: .* deeper/,
    /evidence.json" is nested too deeply/,
  ],
  ['a file that no bundle has', also('deliverables/more.json'), /is no file of a bundle/, /is no file of a bundle/],
  ['a folder', also('deliverables/'), /is no file of a bundle/, /is no file of a bundle/],
  ['too many files', many(10_001), /more than 10,000 entries/, /not a ZIP in the canonical form/],
  ['no dispute', manifest('dispute_id'), /dispute_id of manifest.json is missing/, /manifest.json .*\/dispute_id/],
  [
    'no instant',
    manifest('stated_by_issuer/generated_at'),
    /generated_at of stated_by_issuer of manifest.json is missing/,
    /manifest.json .*\/stated_by_issuer\/generated_at/,
  ],
]);

const named = (field: 'log_id' | 'issued_at', value: string): Edits => {
  if (field === 'issued_at') return put('tree-head', 'issued_at', value);
  return told((story) => {
    story.logId = value;
  });
};
const OF_SIGNATURES = strict(2, [
  ['a head of no instant', named('issued_at', ''), /issued_at of tree-head.json/, /tree-head.json .*\/issued_at/],
  ['a head of two lines', named('issued_at', 'a\nb'), /issued_at of tree-head.json/, /tree-head.json .*\/issued_at/],
  ['a carriage return', named('issued_at', 'a\r'), /issued_at of tree-head.json/, /tree-head.json .*\/issued_at/],
  [
    'too many keys',
    put('tree-head', 'keys', Array(1001).fill(null)),
    /tree-head.json has more than 1,000 keys/,
    /tree-head.json .*\/keys/,
  ],
  [
    'a key of no day',
    put('tree-head', 'keys/0/stated_by_issuer/since'),
    /since of stated_by_issuer of key 1 of the log/,
    /tree-head.json .*\/keys\/0\/stated_by_issuer\/since/,
  ],
]);
/** Another rate in the event of the invoice and in that of the tax, with what it comes to of 1898.31. */
function taxed(rate: number, tax: number) {
  return (story: Story) => {
    const { data } = eventOf(story, 'issued');
    line(story, 8).amount_cents = tax;
    eventOf(story, 'tax').data['tax_rate'] = rate;
    Object.assign(data, { tax_rate: rate, tax_cents: tax, total_cents: 189_831 + tax - 6000 });
  };
}
/** Another rate for the whole invoice than the one that its tax line goes by. */
const ratedAs = (rate: number) =>
  told((story: Story) => {
    eventOf(story, 'issued').data['tax_rate'] = rate;
  });
/** The invoice of a client who owes tax, without its tax line. */
const untaxed = told((story: Story) => {
  linesOf(story).splice(8, 1);
  line(story, 8).id = 9;
  Object.assign(eventOf(story, 'issued').data, { tax_cents: 0, total_cents: 189_831 - 6000 });
});
/** The log's name stands in the manifest first. */
export const NAMELESS = [named('log_id', ''), named('log_id', 'a\nb'), named('log_id', 'a\r')];

const OF_EVENTS = strict(3, [
  ['no schema version', event('paid', 'schema_version'), /schema_version of line 24/, /event 24 .*\/schema_version/],
  ['no stored', event('paid', 'stored'), /stored of line 24/, /event 24 .*\/stored/],
  [
    'no cause',
    event('paid', 'metadata/causation_id'),
    /causation_id of metadata of line 24/,
    /event 24 .*\/causation_id/,
  ],
]);

const withheld = (salt: string, value: Json) => ({
  withheld: sha256(`${salt}\n${canonical(value)}`).toString('hex'),
});
/** The cost of an order is withheld and opened in another way. */
const opening = (field: Json, ...openings: { salt: string; value: Json; pointer?: string }[]): Edits =>
  told((story) => {
    eventOf(story, 'repriced').data['cost_cents'] = field;
    story.openings = openings.map((each) => ({ event_id: 'repriced', pointer: '/cost_cents', ...each }));
  });
const inner = withheld('22', 1003);
const OF_OPENINGS = strict(4, [
  ['half a byte of salt', opening(withheld('5a1', 1003), { salt: '5a1', value: 1003 }), /salt or value/, /\/0\/salt/],
  [
    'something beside what is withheld',
    opening({ ...withheld('5a', 1003), also: 1 }, { salt: '5a', value: 1003 }),
    /opening 1 opens no field that is withheld/,
    /opening of event "repriced" does not fit/,
  ],
  [
    'an opening inside of what is opened',
    opening(
      withheld('11', { in: inner }),
      { salt: '11', value: { in: inner } },
      { salt: '22', value: 1003, pointer: '/cost_cents/in' },
    ),
    /opening 2 opens no field that is withheld/,
    /opening of event "repriced" does not fit/,
  ],
  [
    'a field opened twice',
    opening(withheld('11', inner), { salt: '11', value: inner }, { salt: '22', value: 1003 }),
    /opening 2 opens .* for a second time/,
    /"\/cost_cents" of event "repriced" is opened twice/,
  ],
]);
/** Whatever its name, a withheld field may be opened. */
export const OPENED_ELSEWHERE: Edits = told((story) => {
  eventOf(story, 'paid').data['fee'] = [withheld('33', { of: 1 })];
  story.openings.push({ event_id: 'paid', pointer: '/fee/0', salt: '33', value: { of: 1 } });
});

const OF_INVOICE = strict(5, [
  ['another account', put('invoice', 'account_id', 2), /account_id of invoice.json/, /says "2" as account/],
  ['another day', put('invoice', 'issued_on', '2026-07-02'), /issued_on of invoice.json/, /as day of issue/],
  ['another due day', put('invoice', 'due_on', '2026-07-16'), /due_on of invoice.json/, /as day on which it is due/],
  ['another tax rate', put('invoice', 'tax_rate', '19.0'), /tax_rate of invoice.json/, /says "19.0" as tax rate/],
  ['a tax of another rate', ratedAs(20_000), /its rate makes it 379.66/, /its rate makes it 379.66/],
  ['no tax line', untaxed, /is 0.00, but its rate makes it 360.68/, /is 0.00, but its rate makes it 360.68/],
  ['no account', issued('account_id', -1), /account_id of the data of InvoiceIssued/, /invoice.json .*\/account_id/],
  ['another dispute', put('dispute', 'id', 2), /dispute.json says 2 at "\/id"/, /dispute.json says 2 at "\/id"/],
  [
    'a line of too many causes',
    told((story) => {
      const ids = Array.from({ length: 1000 }, (_, index) => `note-${index}`);
      for (const [index, id] of ids.entries())
        story.events.push({ ...eventOf(story, 'other'), id, stream: 'notes', revision: index, position: 1000 + index });
      line(story, 5).causes.push(...ids);
    }),
    /line 6 of the invoice names more than 1,000 events/,
    /invoice.json .*\/lines\/5\/causes/,
  ],
  ['no dispute', put('dispute', 'id'), /dispute.json says nothing at "\/id"/, /dispute.json says nothing at "\/id"/],
  [
    'a line of another subscription',
    issued('lines/0/subscription_id', 2),
    /line 1 .* for subscription 2, but its events are of stream "managed-subscription-1"/,
    /line 1 is for subscription "2", its events are of "managed-subscription-1"/,
  ],
  [
    'a line of another subscription by its inputs',
    issued('lines/0/inputs/subscription_id', '1'),
    /line 1 .* for subscription "1", but its events/,
    /line 1 is for subscription "1", its events/,
  ],
  [
    'a subscription that is none',
    issued('lines/0/subscription_id', '1'),
    /subscription_id of line 1/,
    /InvoiceIssued .*\/lines\/0\/subscription_id/,
  ],
  [
    'the same price of a month twice',
    told((story) => {
      const { data } = eventOf(story, 'issued');
      const { inputs, causes, amount_cents } = line(story, 0);
      Object.assign(line(story, 1), { inputs: { ...inputs }, causes: [...causes], amount_cents });
      data['subtotal_cents'] = Number(data['subtotal_cents']) + amount_cents - 9000;
    }),
    /line 2 .* a line before it is for the same price in 2026-06/,
    /line 2 is for the same price in 2026-06 .* as a line before it/,
  ],
]);

const causes = (index: number, ids: readonly string[]): Edits => issued(`lines/${index}/causes`, [...ids]);
const ACTIVITY = ['activated', 'paused', 'resumed'];
const OF_RULES = strict('rules', [
  [
    'two of what one is needed of',
    causes(5, ['boost', 'package']),
    /line 6 .* names 2 events AddOnPurchased/,
    /line 6 .* 2 of AddOnPurchased are named/,
  ],
  [
    'a package as it was revised',
    causes(7, ['order-2-revised']),
    /line 8 .* names 0 events BacklinkOrderDrafted/,
    /line 8 .* no BacklinkOrderDrafted is named/,
  ],
  ['no credits', event('used-5', 'data/credits'), /data\/credits of InvoiceDrafted is missing/, /rows are missing/],
  [
    'less than nothing',
    told((story) => {
      setAt(eventOf(story, 'order-1'), 'data/terms/quote/lines/0/quantity', -7);
      setAt(eventOf(story, 'order-1-cancelled'), 'data/lines/0/delivered', -3);
    }),
    /line 3 .* quantity is not above zero/,
    /line 3 .* no quantity/,
  ],
  ['a line named by text', issued('lines/2/inputs/line', '1'), /line 3 .*data\/line .* malformed/, /line 3 .* missing/],
  ['a day before all days', issued('lines/0/inputs/from', '1969-06-01'), /line 1 .*data\/from/, /line 1 .* no day/],
]);
/** What must hold as well. */
export const HOLDING: readonly (readonly [string, Edits])[] = [
  ['starts and stops in another order', causes(0, ['created', 'changed', ...ACTIVITY.toReversed()])],
  ['what was used and given back in another order', causes(9, ['released-6', 'used-6', 'used-5', 'granted'])],
  ['a cause that bears on nothing and has no day', causes(0, ['created', 'changed', ...ACTIVITY, 'closed'])],
  ['an order without a quantity', event('order-2-revised', 'data/terms/quote/lines/0/quantity')],
  ['a line that names no subscription', issued('lines/0/subscription_id', null)],
  ['a value as deep as may be', deep(255)],
  ['a withheld field of any name, opened', OPENED_ELSEWHERE],
  ['a tax rate below a percent', told(taxed(125, 237))],
];

const explained = (path: string, value?: Json) => put('explanation', path, value);
const [TAX, CREATED] = [asCause('tax'), asCause('created')];
const BECAUSE = 'lines/0/causes/2/because';
const IS_CAUSE = /because of a cause in line 1 of explanation.json/;
const OTHERS = /names other causes of line 6/;
const OF_EXPLANATION = strict(6, [
  [
    'another input',
    explained('lines/0/inputs/from', '2026-06-02'),
    /line 1 of explanation.json says .* at "\/inputs\/from"/,
    /inputs of line 1/,
  ],
  ['no inputs', explained('lines/0/inputs'), /inputs of line 1 of explanation.json is missing/, /\/lines\/0\/inputs/],
  ['two that caused one', explained(BECAUSE, [CREATED, CREATED]), IS_CAUSE, /\/causes\/2\/because/],
  ['one outside of a list', explained(BECAUSE, CREATED), IS_CAUSE, /\/causes\/2\/because/],
  ['no list of what caused it', explained(BECAUSE), IS_CAUSE, /\/causes\/2\/because/],
  [
    'an id by another name',
    explained('lines/0/causes/0', { ...(CREATED as object), event_id: 7 }),
    /event_id of a cause in line 1/,
    /\/causes\/0\/event_id/,
  ],
  ['another cause', explained('lines/5/causes', [TAX]), /causes of line 6 of expl/, OTHERS],
  ['no cause', explained('lines/5/causes', []), /causes of line 6 of expl/, OTHERS],
  ['a cause too many', explained('lines/5/causes/1', TAX), /causes of line 6 of expl/, OTHERS],
]);

export const STRICT_BREAKS: readonly StrictBreak[] = [
  ...OF_CONTAINER,
  ...OF_SIGNATURES,
  ...OF_EVENTS,
  ...OF_OPENINGS,
  ...OF_INVOICE,
  ...OF_RULES,
  ...OF_EXPLANATION,
];
