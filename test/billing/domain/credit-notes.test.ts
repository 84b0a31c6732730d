import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InvoiceContent } from '#domain/billing/billing-account-messages';
import { invoice } from '#domain/billing/invoice';
import type { InvoiceCommand } from '#domain/billing/invoice-commands';
import { wholeOf } from '#domain/billing/invoice-give-back';
import { type BillableLine, parseTaxRate, type TaxRate, taxOn, totalled } from '#domain/billing/invoice-lines';
import type { InvoiceEvent, IssuedInvoice } from '#domain/billing/invoice-messages';
import { balance } from '#domain/billing/invoice-state';
import { cents } from '#domain/kernel/money';
import type { Day, Instant } from '#domain/kernel/time';
import { spec } from '#test/support/spec';

const { given, lived } = spec(invoice);
const NOW = { now: '2026-07-01T10:00:00.000Z' as Instant, today: '2026-07-01' as Day };
const rateOf = (percent: string) => parseTaxRate(percent) as TaxRate;
const line = (amount: number): BillableLine => ({
  site_id: 11,
  subscription_id: null,
  order_id: 12,
  purchase_id: null,
  month: null,
  kind: 'pass_through',
  description: 'links',
  rule: 'order.pass_through',
  inputs: {},
  causes: [],
  steps: [],
  amount_cents: cents(amount),
});
function issue(amounts: readonly number[], rate: TaxRate): InvoiceCommand {
  const content: InvoiceContent = {
    invoice_id: 1 as never,
    account_id: 1 as never,
    kind: 'regular',
    billing_date: NOW.today,
    period_start: NOW.today,
    period_end: NOW.today,
    tax_rate: rate,
    collection: null,
    ...totalled(amounts.map(line), { rate, cause: null }, []),
    purchase_id: null,
    order_id: null,
  };
  return { type: 'Issue', content, number: 'INV-2026-000001', recipient: null, paymentId: 1 as never, ...NOW };
}
let notes = 0;
const note = (amount: number | null, lines: readonly (readonly [line: number, amount: number])[]): InvoiceCommand => ({
  type: 'IssueCreditNote',
  noteId: ++notes as never,
  refundIds: [],
  amount: amount === null ? null : cents(amount),
  lines: lines.map(([lineId, of]) => ({ lineId, amount: cents(of) })),
  reason: 'late',
  refund: false,
  ...NOW,
});
const byLine = (id: number, amount: number) => note(null, [[id, amount]]);
const gross = (amount: number) => note(amount, []);
const correction = (id: number, amount: number): InvoiceCommand => ({
  type: 'GiveBack',
  noteId: ++notes as never,
  refundIds: [],
  give: { lineId: id, amount: cents(amount) },
  reason: 'cost less',
  refund: false,
  ...NOW,
});
const stateOf = (events: readonly InvoiceEvent[]) => given(...events).state as IssuedInvoice;
const summed = ({ notes: all }: IssuedInvoice) => ({
  net: all.reduce((sum, { net_cents }) => sum + net_cents, 0),
  tax: all.reduce((sum, { tax_cents }) => sum + tax_cents, 0),
  total: all.reduce((sum, { total_cents }) => sum + total_cents, 0),
});
const whole = (state: IssuedInvoice) => ({
  net: state.content.subtotal_cents,
  tax: state.content.tax_cents,
  total: wholeOf(state),
});

describe('credit notes', () => {
  it('line by line come to their invoice, whichever way each would round', () => {
    for (const [percent, ...amounts] of [
      ['20', 6833, 6833, 5750, 8500],
      ['7.7', 2473, 2473, 2473],
      ['19', 1, 1, 1, 1, 1, 1, 1, 1],
      ['77', 1, 1, 1, 1, 1],
      ['8.125', 333, 333, 333, 334],
    ] as const) {
      const commands = amounts.map((amount, index) => byLine(index + 1, amount));
      const state = stateOf(lived(issue(amounts, rateOf(percent)), ...commands));
      expect(summed(state)).toEqual(whole(state));
      expect(balance(state).amountDue).toBe(0);
      expect(state.status).toBe('paid');
    }
  });

  it('the first is taxed as it would be alone', () => {
    given(...lived(issue([6833, 20_000], rateOf('20'))))
      .when(byLine(1, 6833))
      .answers({ type: 'CreditNoteIssued', data: { net_cents: 6833, tax_cents: 1367, total_cents: 8200 } });
    given(...lived(issue([10_000], rateOf('19'))))
      .when(gross(1190))
      .answers({ type: 'CreditNoteIssued', data: { net_cents: 1000, tax_cents: 190, total_cents: 1190 } });
  });

  it('of many small corrections leave the tax of what is left', () => {
    for (const [percent, by, times] of [
      ['19', 1, 10],
      ['77', 1, 10],
      ['20', 3, 33],
      ['7.7', 2, 50],
    ] as const) {
      const commands = Array.from({ length: times }, () => correction(1, by));
      const state = stateOf(lived(issue([8000], rateOf(percent)), ...commands));
      const { net, tax } = summed(state);
      expect(net).toBe(by * times);
      expect(tax).toBe(taxOn(cents(by * times), rateOf(percent)));
      expect(Math.abs(state.content.tax_cents - tax - taxOn(cents(8000 - net), rateOf(percent)))).toBeLessThanOrEqual(
        1,
      );
    }
  });

  it('of any split, in any order and of any kind, sum to the invoice in net, tax and total', () => {
    const rate = fc.integer({ min: 0, max: 100_000 }).map((value) => value as TaxRate);
    const amounts = fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 6 });
    const step = fc.record({
      kind: fc.constantFrom('line', 'gross', 'correction', 'keep'),
      at: fc.nat(5),
      share: fc.integer({ min: 1, max: 100 }),
    });
    fc.assert(
      fc.property(amounts, rate, fc.array(step, { maxLength: 25 }), fc.boolean(), (of, tax, steps, byHand) => {
        const events = lived(issue(of, tax));
        const next = (command: InvoiceCommand) => {
          const { decision } = given(...events).when(command);
          if (decision.accepted) events.push(...decision.events);
          return decision.accepted;
        };
        for (const { kind, at, share } of steps) {
          const state = stateOf(events);
          const id = (at % of.length) + 1;
          const taken = state.notes.flatMap(({ lines }) => lines).filter(({ line_id }) => line_id === id);
          const left = (of[id - 1] ?? 0) - taken.reduce((sum, { amount_cents }) => sum + amount_cents, 0);
          const part = Math.ceil((left * share) / 100);
          const rest = wholeOf(state) - balance(state).credited;
          if (kind === 'line' && part > 0) next(byLine(id, part));
          else if (kind === 'correction') next(correction(id, part));
          else if (kind === 'gross' && rest > 0) next(gross(Math.ceil((rest * share) / 200)));
          else if (kind === 'keep') next(keeping(Math.ceil((state.content.subtotal_cents * share) / 100)));
        }
        const left = wholeOf(stateOf(events)) - balance(stateOf(events)).credited;
        if (left > 0) expect(next(byHand ? gross(left) : keeping(0))).toBe(true);
        const state = stateOf(events);
        expect(summed(state)).toEqual(whole(state));
        expect(balance(state).amountDue).toBe(0);
        for (const each of state.notes) {
          expect(each.net_cents).toBeGreaterThanOrEqual(0);
          expect(each.tax_cents).toBeGreaterThanOrEqual(0);
          expect(each.net_cents + each.tax_cents).toBe(each.total_cents);
        }
      }),
    );
  });

  it('line by line, in any order and in any number of parts, are never refused for a rounding', () => {
    const rate = fc.integer({ min: 0, max: 100_000 }).map((value) => value as TaxRate);
    const amounts = fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        amounts,
        rate,
        fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 99 })), { maxLength: 12 }),
        (of, tax, cuts) => {
          const left = [...of];
          const commands: InvoiceCommand[] = [];
          for (const [at, share] of cuts) {
            const index = at % of.length;
            const part = Math.floor(((left[index] ?? 0) * share) / 100);
            if (part === 0) continue;
            commands.push(byLine(index + 1, part));
            left[index] = (left[index] ?? 0) - part;
          }
          for (const [index, rest] of [...left.entries()].reverse())
            if (rest > 0) commands.push(byLine(index + 1, rest));
          const state = stateOf(lived(issue(of, tax), ...commands));
          expect(summed(state)).toEqual(whole(state));
        },
      ),
    );
  });
});

function keeping(amount: number): InvoiceCommand {
  return {
    type: 'GiveBack',
    noteId: ++notes as never,
    refundIds: [],
    give: { keep: cents(amount) },
    reason: 'cancelled',
    refund: false,
    ...NOW,
  };
}
