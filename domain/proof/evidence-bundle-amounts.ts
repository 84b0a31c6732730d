import { formatTaxRate } from '#domain/billing/invoice-lines';
import { type CanonicalJson, canonicalJson } from '#domain/kernel/canonical-json';
import { add, type Cents, cents, divideRounded, formatMoney } from '#domain/kernel/money';
import type { LeafEvent } from '#domain/log/event-leaf';
import type { ExplainedCause, ExplanationFile, InvoiceFile } from './evidence-bundle.ts';
import { asIssued, fail, type IssuedData, quoted } from './evidence-bundle-shape.ts';
import { wholeSubscriptions } from './evidence-bundle-whole.ts';
import { recompute } from './line-proof.ts';

/** A line of the invoice with what its events come to. */
export type ProvedLine = {
  readonly line_id: number;
  readonly description: string;
  readonly rule: string;
  readonly amount: string;
  readonly recomputed: string;
  /** How many events it follows from. */
  readonly events: number;
};
export type Events = ReadonlyMap<string, LeafEvent>;

/** The lines of an invoice, each computed anew; `issued` is the first event of its stream. */
export function provedLines(invoice: InvoiceFile, issued: LeafEvent | undefined, events: Events): ProvedLine[] {
  if (issued?.type !== 'InvoiceIssued')
    return fail(`the first event of the invoice is ${issued ? quoted(issued.type) : 'not there'}, not its issuing`);
  const data = asIssued(issued.data);
  const shown: readonly (readonly [what: string, inInvoice: string, inEvent: string])[] = [
    ['id', String(invoice.id), String(data.invoice_id)],
    ['number', invoice.number, data.number],
    ['account', String(invoice.account_id), String(data.account_id)],
    ['day of issue', invoice.issued_on, data.issued_on],
    ['day on which it is due', invoice.due_on, data.due_on],
    ['tax rate', invoice.tax_rate, formatTaxRate(data.tax_rate)],
    ['subtotal', invoice.subtotal, money(data.subtotal_cents)],
    ['tax', invoice.tax, money(data.tax_cents)],
    ['total', invoice.total, money(data.total_cents)],
    ['count of lines', String(invoice.lines.length), String(data.lines.length)],
  ];
  for (const [what, inInvoice, inEvent] of shown)
    if (inInvoice !== inEvent) differs('invoice', what, inInvoice, inEvent);
  const before: { readonly kind: string; readonly amount: Cents }[] = [];
  const whole = wholeSubscriptions(events);
  const lines = data.lines.map((line, index) => {
    sameLine(invoice.lines[index] as InvoiceFile['lines'][number], line);
    if (line.id !== index + 1) fail(`line ${index + 1} of the invoice has the id ${line.id}`);
    const named = namedBy(line, events);
    const amount = computed(line, before, named);
    if (line.rule.startsWith('subscription.')) whole(line, named);
    before.push({ kind: line.kind, amount });
    const { id: line_id, description, rule, causes } = line;
    const told = formatMoney(amount);
    return { line_id, description, rule, amount: told, recomputed: told, events: causes.length };
  });
  sums(data, before);
  return lines;
}

const money = (amount: number): string => formatMoney(cents(amount));
const differs = (where: string, what: string, inFile: string, inEvents: string): never =>
  fail(`the ${where} says ${quoted(inFile)} as ${what}, its events ${quoted(inEvents)}`);

/** Where a document says other than its events do, or more, or less. Throws `Broken`. */
export function same(name: string, events: CanonicalJson | undefined, file: CanonicalJson | undefined, at = ''): void {
  const [isIn, wanted] = [partsOf(file), partsOf(events)];
  if (isIn && wanted && Array.isArray(file) === Array.isArray(events)) {
    for (const key of new Set([...Object.keys(wanted), ...Object.keys(isIn)]))
      same(name, own(wanted, key), own(isIn, key), `${at}/${key}`);
    return;
  }
  const [said, is] = [textOf(file), textOf(events)];
  if (said !== is) fail(`${name} says ${said.slice(0, 80)} at ${quoted(at)}, its events ${is.slice(0, 80)}`);
}
type Parts = { readonly [key: string]: CanonicalJson | undefined };
const partsOf = (value: CanonicalJson | undefined): Parts | null =>
  typeof value === 'object' && value !== null ? (value as Parts) : null;
const own = (value: Parts, key: string): CanonicalJson | undefined =>
  Object.hasOwn(value, key) ? value[key] : undefined;
const textOf = (value: CanonicalJson | undefined): string => (value === undefined ? 'nothing' : canonicalJson(value));

function sameLine(shown: InvoiceFile['lines'][number], line: IssuedData['lines'][number]): void {
  for (const field of ['id', 'kind', 'rule', 'description', 'inputs', 'causes'] as const)
    if (canonicalJson(shown[field]) !== canonicalJson(line[field]))
      differs('invoice', `${field} of line ${line.id}`, canonicalJson(shown[field]), canonicalJson(line[field]));
  const amount = money(line.amount_cents);
  if (shown.amount !== amount) differs('invoice', `amount of line ${line.id}`, shown.amount, amount);
}

/** What counts as tax and as credit, in sums and for the lines below. */
const OWN_RULES = { tax: 'tax.percent', credit: 'credit.account_credit' };

const namedBy = (line: IssuedData['lines'][number], events: Events): LeafEvent[] =>
  line.causes.map(
    (id) => events.get(id) ?? fail(`event ${quoted(id)}, a cause of line ${line.id}, is not in the bundle`),
  );

function computed(
  line: IssuedData['lines'][number],
  before: readonly { readonly kind: string; readonly amount: Cents }[],
  named: readonly LeafEvent[],
): Cents {
  for (const [kind, rule] of Object.entries(OWN_RULES))
    if ((line.kind === kind) !== (line.rule === rule)) fail(`line ${line.id} is ${kind} by its kind or its rule alone`);
  const done = attempted(() => recompute(line, before, named));
  if (!done.ok) return fail(`the amount of line ${line.id} does not follow from its events: ${done.why}`);
  if (done.amount !== line.amount_cents)
    fail(`line ${line.id} is ${money(line.amount_cents)}, but its events come to ${money(done.amount)}`);
  return cents(line.amount_cents);
}

/** Values that no rule can reckon with, such as a quantity of nought, are only found on the way. */
function attempted(work: () => ReturnType<typeof recompute>): ReturnType<typeof recompute> {
  try {
    const done = work();
    return !done.ok || Number.isSafeInteger(done.amount) ? done : { ok: false, why: 'its rule is not known' };
  } catch {
    return { ok: false, why: 'values that are needed cannot be reckoned with' };
  }
}

function sums(data: IssuedData, lines: readonly { readonly kind: string; readonly amount: Cents }[]): void {
  const of = (...kinds: readonly ((kind: string) => boolean)[]): Cents =>
    add(...lines.filter(({ kind }) => kinds.every((fits) => fits(kind))).map(({ amount }) => amount));
  const [isTax, isOwn] = [(kind: string) => kind === 'tax', (kind: string) => kind !== 'tax' && kind !== 'credit'];
  const totals = [
    ['subtotal', data.subtotal_cents, of(isOwn)],
    ['tax', data.tax_cents, of(isTax)],
    ['total', data.total_cents, of()],
  ] as const;
  for (const [what, said, sum] of totals)
    if (said !== sum) fail(`the ${what} is ${money(said)}, but its lines come to ${money(sum)}`);
  const tax = Number(divideRounded(BigInt(data.subtotal_cents) * BigInt(data.tax_rate), 100_000n));
  if (data.tax_cents !== tax) fail(`the tax is ${money(data.tax_cents)}, but its rate makes it ${money(tax)}`);
}

/** That the explanation says what was computed and nothing else, and names only events that are there. */
export function explained(
  explanation: ExplanationFile,
  { lines, number, total }: InvoiceFile,
  issued: IssuedData,
  events: Events,
): void {
  const counts = [explanation.lines.length, lines.length].map(String) as [string, string];
  if (counts[0] !== counts[1]) differs('explanation', 'count of lines', ...counts);
  for (const [index, told] of explanation.lines.entries()) {
    const line = lines[index] as InvoiceFile['lines'][number];
    const shown: readonly (readonly [what: string, told: CanonicalJson, inInvoice: CanonicalJson])[] = [
      ['line', told.line_id, line.id],
      [`kind of line ${line.id}`, told.kind, line.kind],
      [`rule of line ${line.id}`, told.rule, line.rule],
      [`description of line ${line.id}`, told.description, line.description],
      [`inputs of line ${line.id}`, canonicalJson(told.inputs), canonicalJson(line.inputs)],
      [`amount of line ${line.id}`, told.amount, line.amount],
      [`amount of line ${line.id}`, told.recomputed, line.amount],
      [`steps of line ${line.id}`, canonicalJson(told.steps), canonicalJson(issued.lines[index]?.steps ?? [])],
    ];
    for (const [what, said, is] of shown) if (said !== is) differs('explanation', what, String(said), String(is));
    if (!told.equal) fail(`the explanation calls line ${line.id} unequal`);
    if (canonicalJson(told.causes.map(({ event_id }) => event_id)) !== canonicalJson(line.causes))
      fail(`the explanation names other causes of line ${line.id} than the invoice`);
    for (const cause of told.causes) followed(cause, events);
    nothingElse(told, LINE_FIELDS, `line ${line.id} of the explanation`);
  }
  if (explanation.number !== number) differs('explanation', 'number', explanation.number, number);
  if (explanation.total !== total) differs('explanation', 'total', explanation.total, total);
  if (explanation.recomputed_total !== total)
    differs('explanation', 'total', String(explanation.recomputed_total), total);
  if (!explanation.equal) fail('the explanation calls the invoice unequal');
  nothingElse(explanation, FIELDS, 'the explanation');
}

/** No chain that is shown is longer, counted from the event that a line names. */
const LONGEST_CHAIN = 100;

/** Each event as it stands in the bundle, with the one that it follows from wherever that one is in the bundle too. */
function followed(cause: ExplainedCause, events: Events, depth = 0): void {
  const { event_id, because } = cause;
  const event = events.get(event_id);
  if (event?.type !== cause.type) {
    fail(`the explanation names a ${quoted(cause.type)} ${quoted(event_id)} that is not in the bundle`);
    return;
  }
  const { stream, position, metadata } = event;
  const { occurred_at = null, recorded_at = null, actor = null, causation_id } = metadata;
  for (const [what, is] of Object.entries({ stream, position, occurred_at, recorded_at, actor })) {
    const said = cause[what as 'stream'];
    if (canonicalJson(said) !== canonicalJson(is))
      differs('explanation', `${what} of event ${quoted(event_id)}`, canonicalJson(said), canonicalJson(is));
  }
  const [before] = because;
  if (before && before.event_id !== causation_id)
    fail(`the explanation has ${quoted(event_id)} follow from ${quoted(before.event_id)}, which did not cause it`);
  const goesOn = depth < LONGEST_CHAIN && causation_id !== event_id && events.has(String(causation_id));
  if (goesOn !== (before !== undefined))
    fail(`the explanation does not say what ${quoted(event_id)} follows from, or goes on where nothing does`);
  if (before) followed(before, events, depth + 1);
}

const LINE_FIELDS = new Set([
  'line_id',
  'kind',
  'rule',
  'description',
  'inputs',
  'steps',
  'amount',
  'recomputed',
  'equal',
  'causes',
]);
const FIELDS = new Set(['invoice_id', 'number', 'lines', 'total', 'recomputed_total', 'equal']);
function nothingElse(value: object, fields: ReadonlySet<string>, what: string): void {
  const more = Object.keys(value).find((key) => !fields.has(key));
  if (more !== undefined) fail(`${what} says ${quoted(more)} as well, which follows from nothing`);
}
