import type { Cents } from '#domain/kernel/money';
import type { LinkPackage, LinkTier, Niche } from './price-book-data.ts';

export type PricingMode = 'tiers' | 'package' | 'pass_through';

/** What is asked for, as it was given; what is left out takes its default (ruling 1.11). */
export type QuoteRequest = {
  readonly pricing_mode: PricingMode;
  readonly package?: LinkPackage | undefined;
  readonly links?: number | undefined;
  readonly price_cents?: Cents | undefined;
  readonly lines?:
    | readonly {
        readonly tier: LinkTier;
        readonly quantity: number;
        readonly dr?: number | undefined;
        readonly unit_price_cents?: Cents | undefined;
      }[]
    | undefined;
  readonly niche?: Niche | undefined;
  /** In hundredths: 150 multiplies by 1.5. */
  readonly niche_surcharge?: number | undefined;
  readonly budget_cents?: Cents | undefined;
  readonly override_reason: string | null;
};

export type QuoteRefusal = {
  readonly code: 'invalid_values' | 'override_required' | 'price_out_of_range';
  readonly message: string;
  readonly pointer: string;
};
/** Thrown inside the quote, answered by it. */
export class Refused extends Error {
  readonly refusal: QuoteRefusal;
  constructor(code: QuoteRefusal['code'], pointer: string, message: string) {
    super(message);
    this.refusal = { code, pointer, message };
  }
}
export const invalid = (pointer: string, message: string) => new Refused('invalid_values', pointer, message);

/** What belongs together: lines with tiers and pass-through, a package with packages. */
export function checkShape(request: QuoteRequest): void {
  const { pricing_mode: mode, lines = [] } = request;
  if (mode === 'package') {
    if (request.package === undefined) throw invalid('/package', 'name the package');
    if (lines.length > 0) throw invalid('/lines', 'a package has no lines of its own');
  } else {
    if (lines.length === 0) throw invalid('/lines', 'give at least one line');
    for (const [key, given] of [
      ['package', request.package],
      ['links', request.links],
      ['price', request.price_cents],
    ] as const)
      if (given !== undefined) throw invalid(`/${key}`, 'only a package has it');
  }
  if (mode === 'pass_through') {
    if (request.budget_cents === undefined)
      throw invalid('/budget', 'a pass-through order needs the budget that the client approves');
    if (request.niche_surcharge !== undefined)
      throw invalid('/niche_surcharge', 'a pass-through price has no surcharge');
    lines.forEach((line, index) => {
      if (line.unit_price_cents !== undefined)
        throw invalid(`/lines/${index}/unit_price`, 'a pass-through price follows from the cost');
    });
  } else if (request.budget_cents !== undefined) throw invalid('/budget', 'only a pass-through order has a budget');
}
