import { canonical, type Json, type KeyEntry, keyEntries, type LogKey, logKey, sha256 } from './synthetic-parts.ts';

type Data = { [key: string]: Json };
export type StoryEvent = {
  id: string;
  position: number;
  stream: string;
  revision: number;
  type: string;
  schema_version: number;
  data: Data;
  metadata: Data;
  stored: string;
};
type Opening = { event_id: string; pointer: string; salt: string; value: Json };

/** A whole log, and what a bundle shows of it. Everything may be changed before it is hashed and signed. */
export type Story = {
  logId: string;
  invoiceId: number;
  events: StoryEvent[];
  /** How many events the head covers, where the log has gone on since. */
  size: number | null;
  /** Sizes from which the bundle carries a consistency proof. */
  consistencyFrom: number[];
  /** Ids of events that are in the log and not in the bundle. */
  hidden: Set<string>;
  openings: Opening[];
  keys: LogKey[];
  /** PDFs of reports. */
  pdfs: Buffer[];
  keyEntries: (logId: string, keys: readonly LogKey[]) => KeyEntry[];
  /** The documents; by default what follows from `InvoiceIssued`. */
  documents: (told: Story) => { [name: string]: Json };
};

export type Line = {
  id: number;
  kind: string;
  rule: string;
  description: string;
  inputs: Data;
  amount_cents: number;
  causes: string[];
  steps: Json[];
  subscription_id?: number;
  site_id?: number;
};

const withheld = (salt: string, value: Json): Json => ({
  withheld: sha256(`${salt}\n${canonical(value)}`).toString('hex'),
});
const money = (cents: number): string => (cents / 100).toFixed(2);
export const eventOf = (told: Story, id: string): StoryEvent => {
  const found = told.events.find((event) => event.id === id);
  if (!found) throw new Error(`the story has no event ${id}`);
  return found;
};
export const linesOf = (told: Story): Line[] => eventOf(told, 'issued').data['lines'] as unknown as Line[];

type Teller = (id: string, stream: string, type: string, data: Data, because?: string) => void;

/** Each rule of lines once or twice, with what the amounts follow from; the sums are worked out by hand. */
export function story(): Story {
  const events: StoryEvent[] = [];
  const tell: Teller = (id, stream, type, data, because = 'request') => {
    const revision = events.filter((event) => event.stream === stream).length;
    const at = `2026-06-01T08:00:${String(events.length).padStart(2, '0')}.000Z`;
    events.push({
      id,
      position: 100 + events.length,
      stream,
      revision,
      type,
      schema_version: 1,
      data,
      metadata: {
        causation_id: because,
        correlation_id: 'c',
        command_id: 'c',
        actor: { kind: 'system', id: 'test' },
        occurred_at: at,
        recorded_at: at,
      },
      stored: sha256(`stored ${id}`).toString('hex'),
    });
  };
  subscription(tell);
  orders(tell);
  credits(tell);
  tell('closed', 'managed-subscription-1', 'ServiceMonthClosed', { month: '2026-06', next_billing_date: '2026-08-01' });
  tell('due', 'saga-invoice-money-7', 'TimerFired', {});
  tell(
    'drafted',
    'invoice-draft-7',
    'InvoiceDrafted',
    { invoice_id: 7, credits: [{ note_id: 2, amount_cents: 6000 }] },
    'due',
  );
  const sums = { subtotal_cents: 189_831, tax_cents: 36_068, total_cents: 219_899, tax_rate: 19_000 };
  const dated = {
    account_id: 1,
    issued_on: '2026-07-01',
    due_on: '2026-07-15',
    period_start: '2026-06-01',
    period_end: '2026-06-30',
    recipient: { name: 'sealed:bmFtZQ', email: 'sealed:bWFpbA' },
  };
  tell(
    'issued',
    'invoice-7',
    'InvoiceIssued',
    { invoice_id: 7, number: 'INV-2026-000007', ...dated, ...sums, lines: lines() },
    'drafted',
  );
  tell('paid', 'invoice-7', 'InvoicePaid', { invoice_id: 7, on: '2026-07-02', payer: 'sealed:Zm9v' }, 'issued');
  tell('other', 'invoice-8', 'InvoicePaid', { invoice_id: 8 });
  money7(tell);
  delivery(tell);
  reports(tell);
  tell('after', 'invoice-8', 'InvoiceVoided', { invoice_id: 8 });
  return {
    logId: 'log-1',
    invoiceId: 7,
    events,
    size: null,
    consistencyFrom: [9, 16],
    hidden: new Set(['other', 'article', 'after']),
    openings: [{ event_id: 'repriced', pointer: '/cost_cents', salt: '5a17', value: 1003 }],
    keys: [logKey('first')],
    pdfs: [REPORT_PDF],
    keyEntries,
    documents,
  };
}

/** What came of the invoice's money, and the dispute: 21.98 of 2198.99 was credited and given back, 300.00 the bank took. */
function money7(tell: Teller): void {
  const tellOwn = (id: string, type: string, data: Data) => tell(id, 'invoice-7', type, { invoice_id: 7, ...data });
  tellOwn('charged', 'InvoicePaymentStarted', { payment_id: 4, amount_cents: 219_899, gateway: 'stripe' });
  tellOwn('received', 'InvoicePaymentSucceeded', { payment_id: 4, amount_cents: 219_899, received_on: '2026-07-02' });
  tellOwn('noted', 'CreditNoteIssued', { note_id: 3, total_cents: 2198, credit_cents: 0, refund_cents: 2198 });
  tellOwn('refunding', 'InvoiceRefundStarted', { refund_id: 5, payment_id: 4, amount_cents: 2198 });
  tellOwn('refunded', 'InvoiceRefundSucceeded', { refund_id: 5, amount_cents: 2198 });
  tellOwn('reversed', 'InvoicePaymentReversed', { payment_id: 4, amount_cents: 30_000, dispute_id: 2 });
  tellOwn('disputed', 'InvoiceDisputeOpened', {
    dispute_id: 1,
    payment_id: 4,
    amount_cents: 40_000,
    reason: 'fraudulent',
    opened_by: 'card_network',
    due_by: '2026-07-20T00:00:00.000Z',
    on: '2026-07-05',
    gateway: 'stripe',
    provider_dispute: 'dp_1',
  });
  tellOwn('prepared', 'DisputeEvidencePrepared', { dispute_id: 1, size_bytes: 9 });
}

/** A link of order 2 that was checked and lost, and two articles, one of them of a site that is not on the invoice. */
function delivery(tell: Teller): void {
  const placed = { source_url: 'https://press.example/a', target_url: 'https://client.example/', anchor_text: 'tea' };
  tell('placed', 'backlink-3', 'BacklinkPlaced', {
    backlink_id: 3,
    order_id: 2,
    ...placed,
    cost_cents: withheld('1f', 9),
  });
  tell('live', 'backlink-3', 'BacklinkWentLive', { backlink_id: 3 }, 'placed');
  const check = { http_status: 404, link_found: false, final_url: 'https://press.example/gone' };
  tell('checked', 'backlink-3', 'BacklinkLiveChecked', { backlink_id: 3, ...check });
  tell('lost', 'backlink-3', 'BacklinkLost', { backlink_id: 3 }, 'checked');
  tell('elsewhere', 'backlink-4', 'BacklinkPlaced', { backlink_id: 4, order_id: 99, ...placed });
  tell('written', 'facts-1', 'ArticlePublished', {
    site_id: 3,
    content_id: 'a-1',
    title: 'Tea',
    url: 'https://client.example/tea',
  });
  tell('untitled', 'facts-1', 'ArticlePublished', { site_id: 3, content_id: 77 });
  tell('foreign', 'facts-1', 'ArticlePublished', { site_id: 4, content_id: 'b-1' });
}

export const REPORT_PDF = Buffer.from('%PDF-1.7 of June\n');
const JUNE = { site_id: 3, report_type: 'monthly', period_start: '2026-06-01', period_end: '2026-06-30' };

/** Two versions of June, of which one was sent and opened twice and the other only read; May, and June of another site. */
function reports(tell: Teller): void {
  const stream = 'report-5';
  const made = { sha256: sha256(REPORT_PDF).toString('hex'), size_bytes: REPORT_PDF.length, pages: 4 };
  const asked = (version: number, of: Data = JUNE): Data => ({ report_id: 5, version, position: 90 + version, ...of });
  const sent = { to: 'sealed:dG8', outcome: 'accepted', again: false };
  tell('asked', stream, 'ReportRequested', asked(1));
  tell('made', stream, 'ReportRendered', { report_id: 5, version: 1, ...made });
  tell('refused', stream, 'ReportDelivered', { report_id: 5, version: 1, ...sent, outcome: 'refused' });
  tell('sent', stream, 'ReportDelivered', { report_id: 5, version: 1, ...sent });
  tell('opened', stream, 'ReportShareViewed', { version: 1, share_id: 6, on: '2026-07-02', count: 1 });
  tell('opened-again', stream, 'ReportShareViewed', { version: 1, share_id: 6, on: '2026-07-02', count: 4 });
  tell('asked-2', stream, 'ReportRequested', asked(2));
  tell('made-2', stream, 'ReportRendered', { report_id: 5, version: 2, ...made });
  tell(
    'asked-may',
    'report-4',
    'ReportRequested',
    asked(1, { ...JUNE, period_start: '2026-05-01', period_end: '2026-05-31' }),
  );
  tell('sent-may', 'report-4', 'ReportDelivered', { version: 1, ...sent });
  tell('asked-4', 'report-9', 'ReportRequested', asked(1, { ...JUNE, site_id: 4 }));
  tell('sent-4', 'report-9', 'ReportDelivered', { version: 1, ...sent });
}

function subscription(tell: Teller): void {
  const stream = 'managed-subscription-1';
  tell('created', stream, 'ManagedSubscriptionCreated', { on: '2026-05-20', tier: 'pro', monthly_price_cents: 39_900 });
  tell('activated', stream, 'ManagedSubscriptionActivated', { on: '2026-05-25' }, 'created');
  tell('paused', stream, 'ManagedSubscriptionPaused', { on: '2026-06-10' });
  tell('article', 'managed-subscription-2', 'ArticlePublished', { words: 900 });
  tell('resumed', stream, 'ManagedSubscriptionResumed', { on: '2026-06-21' });
  tell('changed', stream, 'ManagedSubscriptionPriceChanged', { on: '2026-06-25', monthly_price_cents: 45_000 });
}

function orders(tell: Teller): void {
  const terms = (lines: Json, price: number, rest: Data = {}): Data => ({
    terms: { quote: { lines, client_price_cents: price, expected_cost: withheld('00ff', 12_000) }, ...rest },
  });
  const placed = [{ id: 1, quantity: 7, amount_cents: 100_000 }];
  tell('order-1', 'backlink-order-1', 'BacklinkOrderDrafted', terms(placed, 100_000));
  tell('order-1-cancelled', 'backlink-order-1', 'BacklinkOrderCancelled', { lines: [{ id: 1, delivered: 3 }] });
  tell(
    'order-2',
    'backlink-order-2',
    'BacklinkOrderDrafted',
    terms([{ id: 2, quantity: 4, amount_cents: 90_000 }], 90_000),
  );
  const revised = [{ id: 2, quantity: 3, amount_cents: 67_500 }];
  tell('order-2-revised', 'backlink-order-2', 'BacklinkOrderRevised', terms(revised, 67_500));
  tell('order-3', 'backlink-order-3', 'BacklinkOrderDrafted', terms([], 0, { markup_percent: 20 }));
  tell('repriced', 'backlink-order-3', 'BacklinkOrderRepriced', { cost_cents: withheld('5a17', 1003) }, 'order-3');
  tell('order-4', 'backlink-order-4', 'BacklinkOrderDrafted', terms([], 20_500));
  const boost = { quantity: 10, unit_price_cents: 15 };
  tell('boost', 'add-on-1', 'AddOnPurchased', { terms: boost });
  tell('package', 'add-on-2', 'AddOnPurchased', { terms: { price_cents: 30_000 } });
}

function credits(tell: Teller): void {
  tell('tax', 'billing-account-1', 'TaxRateSet', { tax_rate: 19_000 });
  tell('granted', 'billing-account-1', 'AccountCreditGranted', { note_id: 2, amount_cents: 10_000 });
  const used = (invoice_id: number, amount_cents: number): Data => ({
    invoice_id,
    credits: [
      { note_id: 1, amount_cents: 50 },
      { note_id: 2, amount_cents },
    ],
  });
  tell('used-5', 'billing-account-1', 'InvoiceDrafted', used(5, 4000));
  tell('used-6', 'billing-account-1', 'InvoiceDrafted', used(6, 3000));
  tell('released-6', 'billing-account-1', 'InvoiceReleased', { invoice_id: 6 });
}

function lines(): Json {
  const made: Line[] = [];
  const line = (rule: string, amount_cents: number, causes: string[], inputs: Data = {}) => {
    const kind = { 'tax.percent': 'tax', 'credit.account_credit': 'credit' }[rule] ?? 'service';
    const steps = [{ text: `all of ${rule}`, value: money(amount_cents) }];
    made.push({ id: made.length + 1, kind, rule, description: `By ${rule}`, inputs, amount_cents, causes, steps });
  };
  const activity = ['activated', 'paused', 'resumed'];
  // 399.00 for June 1 to 10 and 21 to 24; 450.00 from June 25, when the price changed.
  line('subscription.prorated_days', 18_620, ['created', 'changed', ...activity], { from: '2026-06-01' });
  line('subscription.full_month', 9000, ['changed', ...activity], { from: '2026-06-25' });
  line('order.cancelled_part', 42_857, ['order-1', 'order-1-cancelled'], { line: 1 });
  line('order.completed', 67_500, ['order-2-revised'], { line: 2 });
  line('order.pass_through', 1204, ['order-3', 'repriced']);
  line('add_on.indexing_boost', 150, ['boost']);
  line('add_on.backlink_package', 30_000, ['package']);
  line('add_on.backlink_package', 20_500, ['order-4']);
  line('tax.percent', 36_068, ['tax']);
  line('credit.account_credit', -6000, ['granted', 'used-5', 'used-6', 'released-6']);
  for (const each of made)
    if (each.rule.startsWith('subscription.'))
      Object.assign(each, { kind: 'subscription', subscription_id: 1, site_id: 3 });
  return made as unknown as Json;
}

/** What the product would write about the invoice, from what its events say; how it stands was worked out by hand. */
function documents(told: Story): { [name: string]: Json } {
  const { number, account_id, issued_on, due_on, tax_rate, period_start, period_end, recipient, ...sums } = eventOf(
    told,
    'issued',
  ).data as { [key: string]: Json };
  const { subtotal_cents, tax_cents, total_cents } = sums;
  const total = money(Number(total_cents));
  const of = (id: string): Data => {
    const event = told.events.find((other) => other.id === id);
    const before = told.events.find(
      (other) => other.id === event?.metadata['causation_id'] && !told.hidden.has(other.id) && other.id !== id,
    );
    const { occurred_at = null, recorded_at = null, actor = null } = event?.metadata ?? {};
    return {
      event_id: id,
      type: event?.type ?? 'Unknown',
      stream: event?.stream ?? '',
      position: event?.position ?? 0,
      occurred_at,
      recorded_at,
      actor,
      because: before ? [of(before.id)] : [],
      stated_by_issuer: before ? { summary: 'told' } : { summary: null, begun_by: 'request' },
    };
  };
  const shown = linesOf(told).map(({ id, kind, rule, description, inputs, amount_cents, causes }) => ({
    id,
    kind,
    rule,
    description,
    inputs,
    causes,
    amount: money(amount_cents),
  }));
  const at = (id: string): Json => told.events.find((event) => event.id === id)?.metadata['occurred_at'] ?? null;
  const { links, articles, reports } = delivered(told);
  const due = Math.max(0, Number(total_cents) - 2198 - (219_899 - 2198 - 30_000));
  return {
    'invoice.json': {
      ...({ id: told.invoiceId, number, account_id, currency: 'USD', status: 'paid', issued_on, due_on } as Data),
      ...({ period_start, period_end, recipient: recipient ?? null, tax_rate: `${Number(tax_rate) / 1000}` } as Data),
      lines: shown,
      total,
      subtotal: money(Number(subtotal_cents)),
      tax: money(Number(tax_cents)),
      paid: '2198.99',
      credited: '21.98',
      refunded: '21.98',
      amount_due: money(due),
    },
    'explanation.json': {
      lines: linesOf(told).map(({ id, kind, rule, description, inputs, steps, amount_cents, causes }) => ({
        line_id: id,
        kind,
        rule,
        description,
        inputs,
        steps,
        amount: money(amount_cents),
        recomputed: money(amount_cents),
        equal: true,
        causes: causes.map(of),
      })),
      ...({ invoice_id: told.invoiceId, number, total, recomputed_total: total, equal: true } as Data),
    },
    'dispute.json': {
      ...({ id: 1, invoice_id: told.invoiceId, account_id, status: 'evidence_ready', reason: 'fraudulent' } as Data),
      opened_by: 'card_network',
      opened_at: at('disputed'),
      amount: '400.00',
      due_by: '2026-07-20T00:00:00.000Z',
    },
    'stripe-evidence.json': network(told, total),
    'deliverables/links.json': links,
    'deliverables/articles.json': articles,
    'deliverables/reports.json': reports,
  };
}

/** The link where its order is on the invoice, and the articles and the report where their site's subscription is. */
function delivered(told: Story): { links: Json[]; articles: Json[]; reports: Json[] } {
  const at = (id: string): Json => told.events.find((event) => event.id === id)?.metadata['occurred_at'] ?? null;
  const isOrdered = linesOf(told).some(({ causes }) => causes.some((id) => id.startsWith('order-2')));
  const isServed = linesOf(told).some(({ kind, site_id }) => kind === 'subscription' && site_id === 3);
  const link = {
    backlink_id: 3,
    order_id: 2,
    source_url: 'https://press.example/a',
    target_url: 'https://client.example/',
    anchor_text: 'tea',
    status: 'lost',
    live_at: at('live'),
    event_ids: ['placed', 'live', 'lost', 'checked'],
    last_check: {
      at: at('checked'),
      http_status: 404,
      link_found: false,
      final_url: 'https://press.example/gone',
    },
  };
  const written = {
    site_id: 3,
    content_id: 'a-1',
    title: 'Tea',
    url: 'https://client.example/tea',
    published_at: at('written'),
    event_id: 'written',
  };
  const untitled = {
    site_id: 3,
    content_id: 77,
    title: null,
    url: null,
    published_at: at('untitled'),
    event_id: 'untitled',
  };
  const delivery = { to: 'sealed:dG8', again: false };
  const report = {
    report_id: 5,
    ...JUNE,
    version: 1,
    position: 91,
    rendered_at: at('made'),
    sha256: sha256(REPORT_PDF).toString('hex'),
    size_bytes: REPORT_PDF.length,
    pages: 4,
    deliveries: [
      { ...delivery, at: at('refused'), outcome: 'refused', event_id: 'refused' },
      { ...delivery, at: at('sent'), outcome: 'accepted', event_id: 'sent' },
    ],
    opened: [
      { share_id: 6, on: '2026-07-02', count: 1, event_id: 'opened' },
      { share_id: 6, on: '2026-07-02', count: 4, event_id: 'opened-again' },
    ],
    event_ids: ['asked', 'made'],
  };
  return {
    links: isOrdered ? [link] : [],
    articles: isServed ? [written, untitled] : [],
    reports: isServed ? [report] : [],
  };
}

const LINKS_IN_WORDS = [
  '',
  'Links that were placed',
  'https://press.example/a links to https://client.example/: lost, live since 2026-06-01',
];
const ARTICLES_IN_WORDS = [
  '',
  'Articles that were published',
  '2026-06-01: Tea (https://client.example/tea)',
  '2026-06-01: article 77',
];
const REPORTS_IN_WORDS = [
  '',
  'Reports that were sent',
  'Report 5 of 2026-06-01 to 2026-06-30, version 1: sent 2026-06-01, opened on 2026-07-02',
];
function network(told: Story, total: string): Json {
  const all = linesOf(told);
  const { number, recipient } = eventOf(told, 'issued').data as { number: string; recipient?: Data };
  const { links, articles, reports } = delivered(told);
  const lines = all.flatMap(({ description, amount_cents, steps }) => [
    `${description}: ${money(amount_cents)} USD`,
    ...steps.map((step) => `  ${(step as Data)['text']} = ${(step as Data)['value']}`),
  ]);
  return {
    product_description: `Search engine optimisation, as invoiced: ${all.map(({ description }) => description).join('; ')}`,
    service_date: '2026-06-01 to 2026-06-30',
    uncategorized_text: [
      `How invoice ${number} over ${total} USD came about`,
      ...lines,
      ...(links.length === 0 ? [] : LINKS_IN_WORDS),
      ...(articles.length === 0 ? [] : ARTICLES_IN_WORDS),
      ...(reports.length === 0 ? [] : REPORTS_IN_WORDS),
    ].join('\n'),
    ...(recipient
      ? { customer_name: recipient['name'] ?? null, customer_email_address: recipient['email'] ?? null }
      : {}),
    stated_by_issuer: { refund_policy_disclosure: 'Ask us.', uncategorized_text: 'What happened' },
  };
}
