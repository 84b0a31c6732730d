import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { verify } from '../../../docs/verify/verify.mjs';
import { audited, type Books, MONTHS, readBooks } from './half-year-audit.ts';
import { named, unequal, unexplained } from './half-year-proof.ts';

const CLIENTS = 24;
const START = '2026-01-05T09:00:00Z';
const END = `2026-0${MONTHS + 1}-02T09:00:00Z`;
const siteOf = (account: number): number => 100 + account;
/** Who pays how: most by card, every eighth by transfer, three with cards that turn bad. */
const cardOf = (account: number): string | null => {
  if (account % 8 === 0) return null;
  if ([5, 13, 21].includes(account)) return 'fails_later';
  return 'ok';
};

describe(`${MONTHS} months of two dozen clients`, () => {
  let api: SandboxApi;
  let books: Books;
  const at = async (day: string, what: () => Promise<unknown>) => {
    await api.advance(`${day}T12:00:00Z`);
    await what();
  };
  /** The subscription of an account: bought in the order of the accounts. */
  const subscription = (account: number): string => `services/subscriptions/${account}/`;

  async function founded() {
    for (let account = 1; account <= CLIENTS; account++) {
      await must(
        api.post('platform/facts/', clientFacts(account, siteOf(account), account % 3 === 0 ? 'growth' : 'scale')),
      );
      const card = cardOf(account);
      const method = card === null ? { gateway: 'manual' } : { gateway: 'stripe', test_card: card };
      await must(api.post(`billing/accounts/${account}/payment-methods/`, method), 201);
      const tier = account % 3 === 1 ? 'pro' : 'lite';
      // A report a month, of one section: what reports hold is not looked at here, and every replay would read it.
      const service_config = { reporting: { cadence: 'monthly', sections: ['executive_summary'] } };
      const wanted = { account_id: account, site_id: siteOf(account), tier, service_config };
      const priced = account % 10 === 7 ? { monthly_price: '250.00', override_reason: 'negotiated' } : {};
      await must(api.post('services/subscriptions/', { ...wanted, ...priced }), 201);
      if (account % 9 === 0) await must(api.put(`billing/accounts/${account}/tax-rate/`, { tax_rate: '19' }));
    }
  }

  async function order(account: number, deliver: boolean): Promise<void> {
    const lines = [{ tier: 'basic_guest_post', quantity: 2, dr: 40 }];
    const wanted = { site_id: siteOf(account), order_type: 'one_time', pricing_mode: 'tiers', niche: 'general', lines };
    const { id } = await must(api.post('services/backlink-orders/', wanted), 201);
    await must(api.post(`services/backlink-orders/${id}/approve/`, { on_behalf_of_client: true }));
    const url = `https://blog${account}.example/post`;
    const target = `https://site${siteOf(account)}.example/`;
    await api.post('sandbox/pages/', { url, html: `<a href="${target}">anchor</a>` });
    const link = { vendor: 'direct', source_url: url, target_url: target, anchor_text: 'anchor', cost: '61.50' };
    await must(api.post(`services/backlink-orders/${id}/links/`, { ...link, tier: 'basic_guest_post' }), 201);
    await api.advance((await must(api.get('sandbox/clock/'))).now);
    const end = deliver ? ['complete/', { reason: 'one link is enough' }] : ['cancel/', { reason: 'changed plans' }];
    await must(api.post(`services/backlink-orders/${id}/${end[0]}`, end[1]));
  }

  async function paidByTransfer(): Promise<void> {
    const { results } = await must(api.get('billing/invoices/?status=open&kind=regular&page_size=200'));
    for (const invoice of results as { id: number; account_id: number; amount_due: string }[])
      if (invoice.account_id % 8 === 0 && invoice.account_id !== 24)
        await must(
          api.post(`billing/invoices/${invoice.id}/payments/`, { gateway: 'manual', amount: invoice.amount_due }),
          201,
        );
  }
  const invoicesOf = async (account: number) =>
    (await must(api.get(`billing/invoices/?account_id=${account}&page_size=200`))).results as {
      id: number;
      status: string;
      total: string;
      payments: { reference: string; status: string }[];
      lines: { id: number; kind: string; amount: string }[];
    }[];

  beforeAll(async () => {
    api = await sandboxApi(START);
    await founded();
    await at('2026-01-14', async () => {
      for (const account of [2, 11, 16]) await must(api.post(`${subscription(account)}pause/`, { reason: 'holiday' }));
      await must(
        api.post('billing/add-ons/indexing-boost/', { account_id: 3, quantity: 40, payment_method: 'stripe' }),
        201,
      );
      await order(4, true);
      await order(10, false);
    });
    await at('2026-01-23', async () => {
      for (const account of [2, 11]) await must(api.post(`${subscription(account)}resume/`, {}));
      const price = { monthly_price: '349.50', override_reason: 'loyalty' };
      for (const account of [1, 19, 10]) await must(api.patch(subscription(account), price));
    });
    await at('2026-02-03', paidByTransfer);
    await at('2026-02-10', async () => {
      await must(api.patch(subscription(4), { tier: 'lite' }));
      await must(api.post(`${subscription(16)}resume/`, {}));
      const pack = { account_id: 22, site_id: siteOf(22), package: 'starter', payment_method: 'stripe' };
      await must(api.post('billing/add-ons/backlink-package/', pack), 201);
      // The answer of Stripe is lost while money moves, and notices get lost and come twice.
      await api.post('sandbox/faults/', { provider: 'stripe_webhooks', mode: 'lose_answer', times: 20 });
      await must(
        api.post('billing/add-ons/indexing-boost/', { account_id: 6, quantity: 10, payment_method: 'stripe' }),
        201,
      );
    });
    await at('2026-02-12', async () => {
      // Who saves another card pays what is open, and what was paused goes on.
      await must(api.post('billing/accounts/5/payment-methods/', { gateway: 'stripe', test_card: 'ok' }), 201);
    });
    await at('2026-02-28', async () => {
      await api.post('sandbox/faults/', { provider: 'stripe', mode: 'lose_answer', times: 12 });
      await api.post('sandbox/faults/', { provider: 'stripe_webhooks', mode: 'down', times: 30 });
    });
    await at('2026-03-04', paidByTransfer);
    await at('2026-03-09', async () => {
      const [paid] = (await invoicesOf(1)).filter(({ status }) => status === 'paid');
      const credit = { amount: '20.00', reason: 'ten days without delivery' };
      await must(api.post(`billing/invoices/${paid?.id}/credit-notes/`, { ...credit, refund: true }), 201);
      await must(api.post(`billing/invoices/${paid?.id}/credit-notes/`, { ...credit, refund: false }), 201);
      const [taxed] = (await invoicesOf(9)).filter(({ status }) => status === 'paid');
      const line = taxed?.lines.find(({ kind }) => kind === 'subscription');
      const lines = [{ line_id: line?.id, amount: '15.00' }];
      await must(
        api.post(`billing/invoices/${taxed?.id}/credit-notes/`, { lines, reason: 'late', refund: false }),
        201,
      );
      await order(12, true);
      await must(api.post(`${subscription(20)}cancel/`, { reason: 'leaves' }));
    });
    await at('2026-03-18', async () => {
      const [paid] = (await invoicesOf(14)).filter(({ status }) => status === 'paid');
      const reference = paid?.payments.find(({ status }) => status === 'succeeded')?.reference;
      const { id } = await must(api.post('sandbox/disputes/', { provider: 'stripe', reference }), 201);
      await api.advance('2026-03-25T12:00:00Z');
      await must(api.post(`sandbox/disputes/${id}/close/`, { provider: 'stripe', outcome: 'lost' }));
    });
    await at('2026-04-02', paidByTransfer);
    await at('2026-04-15', async () => {
      await must(api.patch(subscription(2), { monthly_price: '120.00', override_reason: 'more sites' }));
      await must(api.post(`${subscription(23)}pause/`, { reason: 'relaunch' }));
      await must(
        api.post('billing/add-ons/indexing-boost/', { account_id: 13, quantity: 10, payment_method: 'stripe' }),
        201,
      );
      const cost = {
        account_id: 1,
        site_id: siteOf(1),
        kind: 'human_time',
        quantity: '2.5',
        unit_cost: '40.00',
        incurred_on: '2026-04-15',
      };
      await must(api.post('platform/facts/', fact('CostRecorded', cost)));
    });
    if (END > '2026-06') for (const day of ['2026-05-02', '2026-06-02']) await at(day, paidByTransfer);
    await api.advance(END);
    await paidByTransfer();
    await api.advance(END.replace('T09', 'T10'));
    books = await readBooks(api);
  }, 900_000);
  afterAll(() => api.stop());

  it('has more than a hundred invoices, and some of every kind', () => {
    expect(books.invoices.length).toBeGreaterThan(85);
    const statuses = new Set(books.invoices.map(({ status }) => status));
    for (const status of ['paid', 'void', 'uncollectible']) expect(statuses).toContain(status);
    expect(books.creditNotes.length).toBe(3);
    expect(books.ledger.some(({ operation }) => operation === 'refund')).toBe(true);
  });

  it.each(audited)('%s', (_, broken) => {
    expect(broken(books)).toEqual([]);
  });

  it('is audited by checks that find what is wrong', () => {
    const [first] = books.invoices.filter(
      ({ status, lines }) => status === 'paid' && lines[0]?.kind === 'subscription',
    );
    const altered = (change: (invoice: (typeof books.invoices)[number]) => object): Books => ({
      ...books,
      invoices: books.invoices.map((invoice) =>
        invoice.id === first?.id ? { ...invoice, ...change(invoice) } : invoice,
      ),
    });
    const dearer = altered(({ lines }) => ({
      lines: lines.map((line, n) => (n === 0 ? { ...line, amount: '0.01' } : line)),
    }));
    const taken = {
      operation: 'charge',
      outcome: 'paid',
      charged: '1.00',
      reference: 'pi_x',
      request: { payment_id: 9999 },
    };
    const wrong: Record<string, Books> = {
      [audited[0]?.[0] ?? '']: dearer,
      [audited[1]?.[0] ?? '']: dearer,
      [audited[2]?.[0] ?? '']: { ...books, invoices: books.invoices.filter(({ id }) => id !== first?.id) },
      [audited[3]?.[0] ?? '']: { ...books, ledger: [...books.ledger, taken] },
      [audited[4]?.[0] ?? '']: dearer,
      [audited[5]?.[0] ?? '']: {
        ...books,
        invoices: [...books.invoices, ...books.invoices.filter(({ id }) => id === first?.id)],
      },
    };
    for (const [name, broken] of audited) expect(broken(wrong[name] ?? books), name).not.toEqual([]);
  });

  it('leaves nothing unsettled', async () => {
    expect(books.payments.filter(({ status }) => status === 'pending' || status === 'unknown')).toEqual([]);
    const overdue = await must(api.get('services/dashboard/overdue/?page_size=200'));
    expect(overdue.results.filter(({ kind }: { kind: string }) => kind === 'effect')).toEqual([]);
  });

  it('adds up on the dashboard', async () => {
    const by = async (what: string) =>
      (await must(api.get(`services/dashboard/margin/?by=${what}&from=2026-01`))).results;
    const total = (rows: { revenue: string }[]) =>
      rows.reduce((sum, row) => sum + Math.round(Number(row.revenue) * 100), 0);
    const [clients, months, services] = [await by('client'), await by('month'), await by('service')];
    expect(total(clients)).toBe(total(months));
    expect(total(services)).toBe(total(months));
    const { trend } = await must(api.get('services/dashboard/'));
    expect(trend).toHaveLength(12);
  });

  it('explains every line of every invoice from the events that it names, back to a request, a fact or a timer', async () => {
    const issued = books.invoices.filter(({ status }) => status !== 'draft');
    expect(issued.length).toBeGreaterThan(85);
    expect(await unexplained(api, issued)).toEqual([]);
  }, 300_000);

  it('replays every read model equal, and names exactly the row that was changed by hand', async () => {
    expect(await unequal(api)).toEqual([]);
    // Numbers of rows have gaps where two wanted the same one at once.
    const [invoice, payment] = [books.invoices[16]?.id ?? 0, books.payments[4]?.id ?? 0];
    const cases = [
      [
        'igny8_invoices',
        'igny8_invoices',
        `id = ${invoice}`,
        'amount_due',
        '0.01',
        `/igny8_invoices/[${invoice}]/amount_due`,
      ],
      ['igny8_payments', 'igny8_invoices', `id = ${payment}`, 'amount', '1.00', `/igny8_payments/[${payment}]/amount`],
      ['igny8_costs', 'igny8_costs', `kind = 'human_time'`, 'amount', '1.0000', /^\/igny8_costs\/\[.+\]\/amount$/],
    ] as const;
    for (const [table, model, key, column, to, path] of cases) {
      const found = await named(api, table, model, key, column, to);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(path);
    }
    expect(await unequal(api, [...new Set(cases.map(([, model]) => model))])).toEqual([]);
  }, 300_000);

  it('holds as a log, and in a bundle about any of its invoices', async () => {
    const head = await must(api.get('audit/tree-head/'));
    const kept = [{ size: head.size, root_hash: head.root_hash }];
    expect(await must(api.post('audit/verify/', { heads: kept }))).toMatchObject({ holds: true });
    const kinds = new Set<string>();
    for (const invoice of books.invoices) {
      const rules = invoice.lines.map(({ kind }) => kind).filter((kind) => !kinds.has(kind));
      const open = invoice.status === 'paid' || invoice.status === 'open';
      if (rules.length === 0 || !open || Number(invoice.total) === 0) continue;
      for (const kind of rules) kinds.add(kind);
      const { id } = await must(api.post('audit/disputes/', { invoice_id: invoice.id, reason: 'asked' }), 201);
      await must(api.post(`audit/disputes/${id}/evidence/`, {}));
      const answer = await fetch(`${api.url}/api/v1/audit/disputes/${id}/bundle/`, {
        headers: { authorization: `Bearer ${ADMIN}` },
      });
      const verdict = verify(new Uint8Array(await answer.arrayBuffer()), { heads: [head] });
      expect(verdict, `invoice ${invoice.id}`).toMatchObject({ verdict: 'holds' });
    }
    expect([...kinds].sort()).toEqual(['add_on', 'credit', 'order', 'subscription', 'tax']);
  }, 300_000);
});
