import { type Fraction, fraction, interpolated, tell, times, toCents } from '#domain/kernel/fraction';
import { add, type Cents, cents, formatMoney, MOST_MONEY } from '#domain/kernel/money';
import { counted } from '#domain/kernel/words';
import type { CentsRange, LinkPackage, LinkTier, Niche, PriceBook, TierPrices } from './price-book-data.ts';
import { checkShape, invalid, type QuoteRefusal, type QuoteRequest, Refused } from './quote-request.ts';

export type QuoteLine = {
  /** From 1, in the order asked. */
  readonly id: number;
  readonly tier: LinkTier | null;
  readonly package: LinkPackage | null;
  readonly quantity: number;
  readonly dr: number | null;
  /** Before the surcharge, rounded for information; null for pass-through. */
  readonly unit_price_cents: Cents | null;
  readonly niche_surcharge: number;
  readonly amount_cents: Cents;
};
export type Step = { readonly text: string; readonly value: string };
export type Quote = {
  readonly lines: readonly QuoteLine[];
  readonly client_price_cents: Cents;
  readonly links_ordered: number;
  readonly niche: Niche;
  readonly niche_surcharge: number;
  readonly expected_cost: CentsRange | null;
  readonly steps: readonly Step[];
};

export type Quoted =
  | { readonly ok: true; readonly quote: Quote }
  | { readonly ok: false; readonly refusal: QuoteRefusal };

/**
 * Client price and expected cost of an order, with each step of the arithmetic. Amounts stay exact
 * until quantity and surcharge are applied and are rounded once a line; ranges are checked before
 * the surcharge. Source: spec 3.1, rulings 1.9 to 1.11.
 */
export function quote(book: PriceBook, request: QuoteRequest): Quoted {
  try {
    return { ok: true, quote: quoteOf(book, request) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function quoteOf(book: PriceBook, request: QuoteRequest): Quote {
  checkShape(request);
  const steps: Step[] = [];
  const niche = request.niche ?? 'general';
  const surcharge = request.pricing_mode === 'pass_through' ? 100 : surchargeOf(book, niche, request);
  const priced =
    request.pricing_mode === 'package'
      ? [packageLine(book, request, surcharge, niche, steps)]
      : (request.lines ?? []).map((_, index) => tierLine(book, request, index, surcharge, niche, steps));
  const lines = priced.map(({ line }) => line);
  const price = add(...lines.map((line) => line.amount_cents));
  if (price > MOST_MONEY) throw tooMuch('/lines');
  const costs = priced.map(({ cost }) => cost);
  const expected = costs.includes(null)
    ? null
    : costs.reduce<CentsRange>(
        (sum, cost) => ({ low: sum.low + (cost?.low ?? 0), high: sum.high + (cost?.high ?? 0) }),
        {
          low: 0,
          high: 0,
        },
      );
  if (request.pricing_mode === 'pass_through')
    steps.push({
      text: `pass-through: cost of the delivered links × ${(100 + book.pass_through.markup_percent) / 100}, reckoned as costs are recorded${request.budget_cents === undefined ? '' : `, at most the budget of ${formatMoney(request.budget_cents)}`}`,
      value: formatMoney(price),
    });
  else if (lines.length > 1)
    steps.push({
      text: `client price: ${lines.map((line) => formatMoney(line.amount_cents)).join(' + ')}`,
      value: formatMoney(price),
    });
  if (expected) steps.push(...costSteps(expected, price, request.pricing_mode === 'pass_through'));
  return {
    lines,
    client_price_cents: price,
    links_ordered: lines.reduce((sum, line) => sum + line.quantity, 0),
    niche,
    niche_surcharge: surcharge,
    expected_cost: expected,
    steps,
  };
}

function surchargeOf(
  book: PriceBook,
  niche: Niche,
  { niche_surcharge: surcharge, override_reason: overrideReason }: QuoteRequest,
): number {
  const { low, high } = book.niches[niche];
  if (surcharge === undefined) return low;
  if ((surcharge < low || surcharge > high) && overrideReason === null)
    throw new Refused(
      'override_required',
      '/niche_surcharge',
      `the surcharge of ${niche} is ${low / 100} to ${high / 100}; another one needs an override_reason`,
    );
  return surcharge;
}

type Priced = { readonly line: QuoteLine; readonly cost: CentsRange | null };

function tierLine(
  book: PriceBook,
  request: QuoteRequest,
  index: number,
  surcharge: number,
  niche: Niche,
  steps: Step[],
): Priced {
  const asked = (request.lines ?? [])[index];
  if (!asked) throw new Error('a line that was not asked for');
  const prices = book.tiers[asked.tier];
  const cost = { low: prices.cost.low * asked.quantity, high: prices.cost.high * asked.quantity };
  checkDr(prices, asked.tier, asked.dr, index);
  const base = { id: index + 1, tier: asked.tier, package: null, quantity: asked.quantity, dr: asked.dr ?? null };
  if (request.pricing_mode === 'pass_through') {
    const line = { ...base, unit_price_cents: null, niche_surcharge: 100, amount_cents: cents(0) };
    return { line, cost };
  }
  const unit = unitPrice(prices, asked, index, request.override_reason, steps);
  const amount = payable(times(times(unit, fraction(asked.quantity)), fraction(surcharge, 100)), `/lines/${index}`);
  steps.push(lineStep(base.id, `${asked.quantity} × ${tell(unit)}`, surcharge, niche, amount));
  return {
    line: { ...base, unit_price_cents: toCents(unit), niche_surcharge: surcharge, amount_cents: toCents(amount) },
    cost,
  };
}

function checkDr({ dr }: TierPrices, tier: LinkTier, asked: number | undefined, index: number): void {
  if (asked === undefined) return;
  if (dr === null) throw invalid(`/lines/${index}/dr`, `${tier} has no domain rating`);
  if (asked < dr.from || asked > dr.to)
    throw invalid(`/lines/${index}/dr`, `the domain rating of ${tier} is ${dr.from} to ${dr.to}`);
}

function unitPrice(
  { price, dr }: TierPrices,
  asked: { readonly tier: LinkTier; readonly dr?: number | undefined; readonly unit_price_cents?: Cents | undefined },
  index: number,
  overrideReason: string | null,
  steps: Step[],
): Fraction {
  const { tier, unit_price_cents: given } = asked;
  const id = index + 1;
  if (given !== undefined) {
    checkRange(given, price, `/lines/${index}/unit_price`, tier, overrideReason);
    steps.push({ text: `line ${id}: ${tier} at the unit price given`, value: formatMoney(given) });
    return fraction(given);
  }
  if (dr === null || asked.dr === undefined) {
    steps.push({ text: `line ${id}: ${tier}, low end of its price range`, value: formatMoney(cents(price.low)) });
    return fraction(price.low);
  }
  const unit = interpolated(price.low, price.high, asked.dr, dr.from, dr.to);
  const [low, high] = [formatMoney(cents(price.low)), formatMoney(cents(price.high))];
  steps.push({
    text: `line ${id}: ${tier} at DR ${asked.dr}: ${low} + (${high} − ${low}) × (${asked.dr} − ${dr.from}) ÷ (${dr.to} − ${dr.from})`,
    value: tell(unit),
  });
  return unit;
}

function packageLine(book: PriceBook, request: QuoteRequest, surcharge: number, niche: Niche, steps: Step[]): Priced {
  const name = request.package ?? 'starter';
  const prices = book.packages[name];
  const links = request.links ?? prices.links?.from;
  if (links === undefined) throw invalid('/links', `${name} needs the number of links`);
  const monthly = packagePrice(request, name, links, book, steps);
  const amount = payable(times(monthly, fraction(surcharge, 100)), '/price');
  steps.push(lineStep(1, tell(monthly), surcharge, niche, amount));
  const { cost_per_link: perLink, cost_extra: extra } = prices;
  const beside = extra ? book.tiers[extra.tier].cost : { low: 0, high: 0 };
  const placements = extra?.quantity ?? 0;
  const cost = perLink && {
    low: perLink.low * links + beside.low * placements,
    high: perLink.high * links + beside.high * placements,
  };
  const line = {
    id: 1,
    tier: null,
    package: name,
    quantity: links,
    dr: null,
    niche_surcharge: surcharge,
    unit_price_cents: toCents(times(monthly, fraction(1, links))),
    amount_cents: toCents(amount),
  };
  return { line, cost };
}

function packagePrice(
  request: QuoteRequest,
  name: LinkPackage,
  links: number,
  book: PriceBook,
  steps: Step[],
): Fraction {
  const { links: bounds, price } = book.packages[name];
  if (request.price_cents !== undefined) {
    if (price) checkRange(request.price_cents, price, '/price', name, request.override_reason);
    if (bounds && (links < bounds.from || links > bounds.to) && request.override_reason === null)
      throw outsideBounds(name, bounds);
    steps.push({
      text: `${name}, ${counted(links, 'link')} at the price given`,
      value: formatMoney(request.price_cents),
    });
    return fraction(request.price_cents);
  }
  if (!price || !bounds) throw invalid('/price', `${name} needs a price`);
  if (links < bounds.from || links > bounds.to) throw outsideBounds(name, bounds);
  const monthly = interpolated(price.low, price.high, links, bounds.from, bounds.to);
  const [low, high] = [formatMoney(cents(price.low)), formatMoney(cents(price.high))];
  steps.push({
    text: `${name}, ${links} links: ${low} + (${high} − ${low}) × (${links} − ${bounds.from}) ÷ (${bounds.to} − ${bounds.from})`,
    value: tell(monthly),
  });
  return monthly;
}

/** Beyond ten billion dollars a line somebody has mistyped. */
function payable(amount: Fraction, pointer: string): Fraction {
  if (amount.numerator > amount.denominator * BigInt(MOST_MONEY)) throw tooMuch(pointer);
  return amount;
}
const tooMuch = (pointer: string): Refused =>
  invalid(pointer, `comes to more than ${formatMoney(MOST_MONEY)}, which is the most that an order may be`);

const outsideBounds = (name: string, { from, to }: { readonly from: number; readonly to: number }) =>
  invalid('/links', `${name} has ${from} to ${to} links; another number needs a price and an override_reason`);

function checkRange(given: Cents, range: CentsRange, pointer: string, what: string, reason: string | null): void {
  if (given === 0 && reason === null)
    throw new Refused('override_required', pointer, 'a price of 0.00 needs an override_reason');
  if ((given < range.low || given > range.high) && reason === null)
    throw new Refused(
      'price_out_of_range',
      pointer,
      `the price of ${what} is ${formatMoney(cents(range.low))} to ${formatMoney(cents(range.high))}; another one needs an override_reason`,
    );
}

const lineStep = (id: number, before: string, surcharge: number, niche: Niche, amount: Fraction): Step => ({
  text: `line ${id}: ${before} × ${surcharge / 100} (${niche}), rounded once`,
  value: formatMoney(toCents(amount)),
});

function costSteps(expected: CentsRange, price: Cents, passThrough: boolean): Step[] {
  const told = (low: number, high: number) => `${formatMoney(cents(low))} to ${formatMoney(cents(high))}`;
  return [
    { text: 'expected cost of the placements', value: told(expected.low, expected.high) },
    ...(passThrough
      ? []
      : [
          {
            text: 'expected margin: price − cost, with the highest and with the lowest cost',
            value: told(price - expected.high, price - expected.low),
          },
        ]),
  ];
}
