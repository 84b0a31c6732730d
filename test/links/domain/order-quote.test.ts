import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, interpolated, tell, toCents } from '#domain/kernel/fraction';
import { type Cents, cents, formatMoney } from '#domain/kernel/money';
import { quote } from '#domain/links/order-quote';
import {
  type LinkPackage,
  type LinkTier,
  NICHES,
  type Niche,
  STARTING_BOOK,
  TIERS,
} from '#domain/links/price-book-data';
import type { QuoteRequest } from '#domain/links/quote-request';

const tiers = (...lines: NonNullable<QuoteRequest['lines']>[number][]): QuoteRequest => ({
  pricing_mode: 'tiers',
  lines,
  override_reason: null,
});
const pack = (name: LinkPackage, more: Partial<QuoteRequest> = {}): QuoteRequest => ({
  pricing_mode: 'package',
  package: name,
  override_reason: null,
  ...more,
});
const price = (request: QuoteRequest): string => {
  const quoted = quote(STARTING_BOOK, request);
  if (!quoted.ok) throw new Error(quoted.refusal.message);
  return formatMoney(quoted.quote.client_price_cents);
};
const refusal = (request: QuoteRequest): [string, string] => {
  const quoted = quote(STARTING_BOOK, request);
  if (quoted.ok) throw new Error(`quoted at ${quoted.quote.client_price_cents}`);
  return [quoted.refusal.code, quoted.refusal.pointer];
};
const money = (text: string): Cents => cents(Math.round(Number(text) * 100));

describe('the price of tier lines', () => {
  it.each<[LinkTier, number | undefined, string]>([
    ['basic_guest_post', undefined, '150.00'],
    ['basic_guest_post', 30, '150.00'],
    ['basic_guest_post', 40, '225.00'],
    ['basic_guest_post', 50, '300.00'],
    ['standard_guest_post', 60, '600.00'],
    ['premium_guest_post', 70, '1500.00'],
    ['premium_guest_post', 85, '3250.00'],
    ['premium_guest_post', 100, '5000.00'],
    ['pr_basic', undefined, '500.00'],
    ['pr_premium', undefined, '2000.00'],
  ])('%s at DR %s is %s', (tier, dr, expected) =>
    expect(price(tiers({ tier, quantity: 1, ...(dr === undefined ? {} : { dr }) }))).toBe(expected),
  );

  it('is exact until the surcharge is applied, and rounded once a line', () => {
    const line = { tier: 'premium_guest_post' as const, quantity: 3, dr: 71 };
    // 3 × (1500 + 3500/30) × 1.5 = 7275
    expect(price({ ...tiers(line), niche: 'finance_insurance' })).toBe('7275.00');
    expect(price(tiers({ ...line, quantity: 1 }))).toBe('1616.67');
    expect(price(tiers(line))).toBe('4850.00');
    expect(price(tiers({ ...line, quantity: 1 }, { ...line, quantity: 1 }, { ...line, quantity: 1 }))).toBe('4850.01');
  });

  it.each<[Niche, string]>([
    ['general', '150.00'],
    ['tech_saas', '180.00'],
    ['finance_insurance', '225.00'],
    ['health_medical', '225.00'],
    ['crypto_casino', '300.00'],
  ])('in %s takes the low end of the surcharge: %s', (niche, expected) =>
    expect(price({ ...tiers({ tier: 'basic_guest_post', quantity: 1 }), niche })).toBe(expected),
  );

  it('is what was given where it is in the range, and out of it with a reason', () => {
    const given = (text: string, reason: string | null = null) => ({
      ...tiers({ tier: 'basic_guest_post', quantity: 2, unit_price_cents: money(text) }),
      override_reason: reason,
    });
    expect([price(given('150.00')), price(given('300.00')), price(given('180.50'))]).toEqual([
      '300.00',
      '600.00',
      '361.00',
    ]);
    expect(refusal(given('149.99'))).toEqual(['price_out_of_range', '/lines/0/unit_price']);
    expect(refusal(given('300.01'))).toEqual(['price_out_of_range', '/lines/0/unit_price']);
    expect(price(given('10.00', 'old contract'))).toBe('20.00');
    expect(refusal(given('0.00'))).toEqual(['override_required', '/lines/0/unit_price']);
    expect(price(given('0.00', 'gift'))).toBe('0.00');
  });

  it('is refused for what does not fit', () => {
    const line = { tier: 'basic_guest_post' as const, quantity: 1 };
    expect(refusal(tiers({ ...line, dr: 29 }))).toEqual(['invalid_values', '/lines/0/dr']);
    expect(refusal(tiers(line, { ...line, dr: 51 }))).toEqual(['invalid_values', '/lines/1/dr']);
    expect(refusal(tiers({ tier: 'pr_basic', quantity: 1, dr: 50 }))).toEqual(['invalid_values', '/lines/0/dr']);
    expect(refusal(tiers())).toEqual(['invalid_values', '/lines']);
    expect(refusal({ ...tiers(line), package: 'starter' })).toEqual(['invalid_values', '/package']);
    expect(refusal({ ...tiers(line), budget_cents: money('1') })).toEqual(['invalid_values', '/budget']);
    expect(refusal({ ...tiers(line), niche: 'tech_saas', niche_surcharge: 151 })).toEqual([
      'override_required',
      '/niche_surcharge',
    ]);
    expect(price({ ...tiers(line), niche: 'tech_saas', niche_surcharge: 151, override_reason: 'hard niche' })).toBe(
      '226.50',
    );
  });
});

it('an amount that nobody can mean is refused, not reckoned wrongly', () => {
  const huge = { tier: 'basic_guest_post' as const, quantity: 1000, unit_price_cents: cents(99_999_999_999_999) };
  expect(refusal({ ...tiers(huge), override_reason: 'x' })).toEqual(['invalid_values', '/lines/0']);
  const dear = pack('enterprise', { links: 1, price_cents: cents(99_999_999_999_999) });
  expect(refusal(dear)).toEqual(['invalid_values', '/price']);
});

describe('the price of a package', () => {
  it.each<[Partial<QuoteRequest>, string]>([
    [{}, '800.00'],
    [{ links: 5 }, '800.00'],
    [{ links: 6 }, '1033.33'],
    [{ links: 7 }, '1266.67'],
    [{ links: 8 }, '1500.00'],
    [{ links: 6, niche: 'crypto_casino' }, '2066.67'],
    [{ links: 6, price_cents: money('1200.00') }, '1200.00'],
    [{ links: 9, price_cents: money('1500.00'), override_reason: 'one more' }, '1500.00'],
    [{ links: 6, price_cents: money('700.00'), override_reason: 'pilot' }, '700.00'],
  ])('starter with %j is %s', (more, expected) => expect(price(pack('starter', more))).toBe(expected));

  it('is refused out of its bounds', () => {
    expect(refusal(pack('starter', { links: 9 }))).toEqual(['invalid_values', '/links']);
    expect(refusal(pack('starter', { links: 9, price_cents: money('1500') }))).toEqual(['invalid_values', '/links']);
    expect(refusal(pack('starter', { price_cents: money('799.99') }))).toEqual(['price_out_of_range', '/price']);
    expect(refusal(pack('enterprise', { price_cents: money('9000') }))).toEqual(['invalid_values', '/links']);
    expect(refusal(pack('enterprise', { links: 40 }))).toEqual(['invalid_values', '/price']);
    expect(price(pack('enterprise', { links: 40, price_cents: money('9000') }))).toBe('9000.00');
    expect(refusal({ ...pack('starter'), lines: [{ tier: 'pr_basic', quantity: 1 }] })).toEqual([
      'invalid_values',
      '/lines',
    ]);
    expect(refusal({ pricing_mode: 'package', override_reason: null })).toEqual(['invalid_values', '/package']);
  });

  it('expects the cost that the book says; not interpolated, not surcharged', () => {
    const cost = (request: QuoteRequest) => {
      const quoted = quote(STARTING_BOOK, request);
      return quoted.ok ? quoted.quote.expected_cost : null;
    };
    expect(cost(pack('starter', { links: 6, niche: 'crypto_casino' }))).toEqual({ low: 18_000, high: 48_000 });
    expect(cost(pack('growth', { links: 10 }))).toEqual({ low: 30_000, high: 300_000 });
    expect(cost(pack('authority', { links: 15 }))).toEqual({ low: 159_900, high: 499_900 });
    expect(cost(pack('enterprise', { links: 40, price_cents: money('9000') }))).toBeNull();
  });
});

describe('a pass-through order', () => {
  const request: QuoteRequest = {
    pricing_mode: 'pass_through',
    lines: [{ tier: 'basic_guest_post', quantity: 2 }],
    budget_cents: money('500'),
    override_reason: null,
  };
  it('has no price until costs are recorded', () => expect(price(request)).toBe('0.00'));
  it('needs a budget, and takes neither prices nor a surcharge', () => {
    const { budget_cents: _, ...without } = request;
    expect(refusal(without)).toEqual(['invalid_values', '/budget']);
    expect(refusal({ ...request, niche_surcharge: 150 })).toEqual(['invalid_values', '/niche_surcharge']);
    const line = { tier: 'basic_guest_post' as const, quantity: 1, unit_price_cents: money('200') };
    expect(refusal({ ...request, lines: [line] })).toEqual(['invalid_values', '/lines/0/unit_price']);
  });
});

describe('for any lines', () => {
  const line = fc.constantFrom(...TIERS).chain((tier) => {
    const { dr } = STARTING_BOOK.tiers[tier];
    const base = { tier: fc.constant(tier), quantity: fc.integer({ min: 1, max: 50 }) };
    return dr === null ? fc.record(base) : fc.record({ ...base, dr: fc.integer({ min: dr.from, max: dr.to }) });
  });
  const request = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    niche: fc.constantFrom(...NICHES),
  });

  it('the price is the sum of the lines, each the exact amount rounded once', () => {
    fc.assert(
      fc.property(request, ({ lines, niche }) => {
        const quoted = quote(STARTING_BOOK, { ...tiers(...lines), niche });
        if (!quoted.ok) throw new Error(quoted.refusal.message);
        const amounts = quoted.quote.lines.map(({ amount_cents }) => amount_cents);
        expect(quoted.quote.client_price_cents).toBe(amounts.reduce((sum, amount) => sum + amount, 0));
        for (const [index, asked] of lines.entries()) {
          const { price: range, dr } = STARTING_BOOK.tiers[asked.tier];
          const at = 'dr' in asked && typeof asked.dr === 'number' ? asked.dr : null;
          // In 1/100 of a cent times the width of the DR range, so that nothing is lost.
          const width = dr ? dr.to - dr.from : 1;
          const unit = range.low * width + (dr && at !== null ? (range.high - range.low) * (at - dr.from) : 0);
          const exact = BigInt(unit) * BigInt(asked.quantity) * BigInt(STARTING_BOOK.niches[niche].low);
          const divisor = BigInt(width) * 100n;
          expect(BigInt(amounts[index] ?? -1)).toBe((2n * exact + divisor) / (2n * divisor));
        }
      }),
    );
  });

  it('a higher domain rating never costs less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 49 }), fc.integer({ min: 1, max: 40 }), (dr, quantity) => {
        const at = (rating: number) => Number(price(tiers({ tier: 'basic_guest_post', quantity, dr: rating })));
        expect(at(dr + 1)).toBeGreaterThanOrEqual(at(dr));
      }),
    );
  });
});

describe('an exact amount', () => {
  it('is rounded half away from zero, once', () => {
    expect(toCents(fraction(5, 2))).toBe(3);
    expect(toCents(fraction(-5, 2))).toBe(-3);
    expect(toCents(interpolated(0, 100, 1, 0, 3))).toBe(33);
    expect(toCents(interpolated(7, 9, 1, 4, 4))).toBe(7);
    expect(() => fraction(1, 0)).toThrow();
  });
  it('is told with its fraction where cents do not hold it', () => {
    expect(tell(interpolated(80_000, 150_000, 6, 5, 8))).toBe('1033.33 (exactly 3100/3)');
    expect(tell(fraction(22_500))).toBe('225.00');
  });
});
