import type { Client } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { tries } from '#test/support/depth';

/** Four months are walked on every run, half a year by `npm run test:deep`: April and June end on the 30th. */
export const MONTHS = tries(4, 6);

/** Whole cents of decimal text. */
const cents = (text: string): number => Math.round(Number(text) * 100);
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

type Line = {
  readonly kind: string;
  readonly amount: string;
  readonly inputs: { readonly [key: string]: unknown };
  readonly subscription_id: number | null;
  readonly order_id: number | null;
};
type Payment = {
  readonly id: number;
  readonly gateway: string;
  readonly amount: string;
  readonly status: string;
  readonly reference: string | null;
};
type Invoice = {
  readonly id: number;
  readonly account_id: number;
  readonly number: string;
  readonly kind: string;
  readonly status: string;
  readonly billing_date: string;
  readonly subtotal: string;
  readonly tax_rate: string;
  readonly tax: string;
  readonly total: string;
  readonly amount_due: string;
  readonly lines: readonly Line[];
  readonly payments: readonly Payment[];
  readonly refunds: readonly { readonly id: number; readonly amount: string; readonly status: string }[];
  readonly credit_notes: readonly {
    readonly number: string;
    readonly total: string;
    readonly applied: string;
    readonly refunded: string;
  }[];
};
type LedgerEntry = {
  readonly operation: string;
  readonly outcome: string;
  readonly charged?: string;
  readonly reference: string;
  readonly request: { readonly payment_id?: number | string; readonly refund_id?: number | string };
};
type Moment = { readonly type: string; readonly data: { readonly on: string; readonly monthly_price_cents?: number } };

/** All that the API says of the half year, and what the gateway says it did. */
export type Books = {
  readonly invoices: readonly Invoice[];
  readonly payments: readonly Payment[];
  readonly creditNotes: readonly Invoice['credit_notes'][number][];
  readonly ledger: readonly LedgerEntry[];
  readonly accountCredit: number;
  readonly timelines: ReadonlyMap<number, readonly Moment[]>;
};

async function all<T>(api: Client, path: string): Promise<T[]> {
  const found: T[] = [];
  for (let next: string | null = `/api/v1/${path}`; next !== null; ) {
    const page = (await must(api.get(next))) as { results: T[]; next: string | null };
    found.push(...page.results);
    next = page.next;
  }
  return found;
}

/** The whole of it, page by page. */
async function timelineOf(api: Client, id: number): Promise<readonly Moment[]> {
  const moments: Moment[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: { results: Moment[]; next_after: number | null } = await must(
      api.get(`services/subscriptions/${id}/timeline/?after=${after}`),
    );
    moments.push(...page.results);
    after = page.next_after;
  }
  return moments;
}

export async function readBooks(api: Client): Promise<Books> {
  const invoices = await all<Invoice>(api, 'billing/invoices/?page_size=200');
  const accounts = await all<{ id: number }>(api, 'services/accounts/?page_size=200');
  const balances = await Promise.all(accounts.map(({ id }) => must(api.get(`billing/accounts/${id}/balance/`))));
  const subscriptions = await all<{ id: number }>(api, 'services/subscriptions/?page_size=200');
  const timelines = new Map<number, readonly Moment[]>();
  for (const { id } of subscriptions) timelines.set(id, await timelineOf(api, id));
  return {
    invoices,
    payments: invoices.flatMap(({ payments }) => payments),
    creditNotes: invoices.flatMap(({ credit_notes }) => credit_notes),
    ledger: (await must(api.get('sandbox/ledger/?provider=stripe'))).results as LedgerEntry[],
    accountCredit: sum(balances.map(({ account_credit }) => cents(account_credit))),
    timelines,
  };
}

const TAKEN = ['succeeded', 'refunded', 'reversed'];
const valid = (books: Books) => books.invoices.filter(({ status }) => status !== 'void');

/** Money that stayed: received, less what was given back or taken back. */
function kept(books: Books): number {
  const received = sum(
    books.payments.filter(({ status }) => TAKEN.includes(status)).map(({ amount }) => cents(amount)),
  );
  const back = sum(
    books.invoices.flatMap(({ refunds }) =>
      refunds.filter(({ status }) => status !== 'failed').map(({ amount }) => cents(amount)),
    ),
  );
  const lost = sum(
    books.ledger
      .filter(({ operation, outcome }) => operation === 'dispute_closed' && outcome === 'lost')
      .map(disputed(books)),
  );
  return received - back - lost;
}
const disputed = (books: Books) => (closed: LedgerEntry) =>
  -cents(
    books.ledger.find(({ operation, reference }) => operation === 'dispute' && reference === closed.reference)
      ?.charged ?? '0',
  );

function sums(books: Books): string[] {
  const lines = sum(
    valid(books).flatMap((invoice) =>
      invoice.lines.filter(({ kind }) => kind !== 'credit').map(({ amount }) => cents(amount)),
    ),
  );
  const open = sum(valid(books).map(({ amount_due }) => cents(amount_due)));
  const notes = sum(books.creditNotes.map(({ total }) => cents(total)));
  const accounted = kept(books) + open + notes - books.accountCredit;
  return lines === accounted
    ? []
    : [
        `lines ${lines} are not payments ${kept(books)} + open ${open} + credit notes ${notes} - unspent credit ${books.accountCredit}`,
      ];
}

const totals = (books: Books): string[] =>
  books.invoices.flatMap((invoice) => {
    const of = (...kinds: string[]) =>
      sum(invoice.lines.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => cents(amount)));
    const tax = of('tax');
    const net = of('subscription', 'order', 'pass_through', 'add_on');
    const wanted = Math.round((net * Number(invoice.tax_rate)) / 100);
    const whole = net + tax + of('credit');
    const right = net === cents(invoice.subtotal) && tax === wanted && whole === cents(invoice.total) && whole >= 0;
    return right ? [] : [`${invoice.number}: ${net} + ${tax} + credit ${of('credit')} is not ${invoice.total}`];
  });

const numbers = (books: Books): string[] => {
  const gapless = (found: readonly string[], series: string) =>
    [...found].sort().flatMap((number, n) => {
      const wanted = `${series}-2026-${String(n + 1).padStart(6, '0')}`;
      return number === wanted ? [] : [`${number} stands where ${wanted} should`];
    });
  return [
    ...gapless(
      books.invoices.map(({ number }) => number),
      'INV',
    ),
    ...gapless(
      books.creditNotes.map(({ number }) => number),
      'CN',
    ),
  ];
};

/** What the gateway took and gave is, one to one, what we say. */
function ledgers(books: Books): string[] {
  const ours = books.payments
    .filter(({ gateway, status }) => gateway === 'stripe' && TAKEN.includes(status))
    .map(({ id, amount }) => `${id} ${cents(amount)}`);
  const theirs = books.ledger
    .filter(({ operation, outcome }) => operation === 'charge' && outcome === 'paid')
    .map(({ request, charged }) => `${request.payment_id} ${cents(charged ?? '0')}`);
  const refunds = books.invoices.flatMap((invoice) =>
    invoice.payments.some(({ gateway }) => gateway === 'stripe')
      ? invoice.refunds.filter(({ status }) => status === 'succeeded').map(({ id, amount }) => `${id} ${cents(amount)}`)
      : [],
  );
  const given = books.ledger
    .filter(({ operation }) => operation === 'refund')
    .map(({ request, charged }) => `${request.refund_id} ${-cents(charged ?? '0')}`);
  const differ = (name: string, a: readonly string[], b: readonly string[]) =>
    JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())
      ? []
      : [`${name}: ours ${a.length}, theirs ${b.length}`];
  return [...differ('charges', ours, theirs), ...differ('refunds', refunds, given)];
}

const days = (from: string, to: string): string[] => {
  const found: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    found.push(new Date(at).toISOString().slice(0, 10));
  return found;
};

/** Each subscription's bill of each month, reckoned anew, day by day, from nothing but its timeline. */
function reckoned(books: Books): string[] {
  const broken: string[] = [];
  const billed = new Map<string, number>();
  const seen = new Map<string, string>();
  for (const invoice of valid(books))
    for (const line of invoice.lines) {
      if (line.kind !== 'subscription') continue;
      const key = `${line.subscription_id} ${String(line.inputs['from']).slice(0, 7)}`;
      billed.set(key, (billed.get(key) ?? 0) + cents(line.amount));
      const other = seen.get(key);
      if (other !== undefined && other !== invoice.number)
        broken.push(`${key} is billed by ${other} and ${invoice.number}`);
      seen.set(key, invoice.number);
    }
  for (const [id, moments] of books.timelines)
    for (const [month, wanted] of feesOf(moments)) {
      const key = `${id} ${month}`;
      if ((billed.get(key) ?? 0) !== wanted) broken.push(`${key}: billed ${billed.get(key) ?? 0}, should be ${wanted}`);
      billed.delete(key);
    }
  for (const [key, amount] of billed) if (amount !== 0) broken.push(`${key}: ${amount} billed for nothing`);
  return broken;
}

/** Cents by month, up to the last that is walked. The price of a day is the last one set on it; neighbours of one price are one line. */
function feesOf(moments: readonly Moment[]): Map<string, number> {
  const active = new Set<string>();
  const price = new Map<string, number>();
  let since: string | null = null;
  const stop = (on: string) => {
    if (since !== null) for (const day of days(since, on)) active.add(day);
    since = null;
  };
  for (const { type, data } of moments) {
    if (data.monthly_price_cents !== undefined) price.set(data.on, data.monthly_price_cents);
    if (type === 'ManagedSubscriptionActivated' || type === 'ManagedSubscriptionResumed') since = data.on;
    if (type === 'ManagedSubscriptionPaused' || type === 'ManagedSubscriptionCancelled') stop(data.on);
  }
  stop(`2026-0${MONTHS}-30`);
  const fees = new Map<string, number>();
  for (let month = 1; month <= MONTHS; month++) {
    const name = `2026-0${month}`;
    const last = new Date(Date.UTC(2026, month, 0)).getUTCDate();
    let current =
      [...price]
        .filter(([day]) => day < `${name}-01`)
        .sort()
        .at(-1)?.[1] ?? 0;
    const periods: { price: number; days: number }[] = [];
    for (const day of days(`${name}-01`, `${name}-${last}`)) {
      current = price.get(day) ?? current;
      if (periods.at(-1)?.price !== current) periods.push({ price: current, days: 0 });
      const period = periods.at(-1);
      if (period && active.has(day)) period.days += 1;
    }
    const fee = sum(periods.map((period) => Math.floor((2 * period.price * period.days + last) / (2 * last))));
    if (fee > 0) fees.set(name, fee);
  }
  return fees;
}

/** One regular invoice an account and billing date that is not void. */
const onceADate = (books: Books): string[] => {
  const seen = new Map<string, string>();
  return valid(books)
    .filter(({ kind }) => kind === 'regular')
    .flatMap(({ account_id, billing_date, number }) => {
      const key = `${account_id} ${billing_date}`;
      const other = seen.get(key);
      seen.set(key, number);
      return other === undefined ? [] : [`${key} has ${other} and ${number}`];
    });
};

export const audited: [name: string, broken: (books: Books) => string[]][] = [
  ['lines are payments, what is open and credit notes', sums],
  ['every invoice adds up, its tax rounded once', totals],
  ['no number is missing', numbers],
  ['the gateway’s ledger is ours', ledgers],
  ['every month is billed once, to the cent', reckoned],
  ['one invoice an account and billing date', onceADate],
];
