import type { Plan } from '#domain/plans/plan';
import { type BriefQuestion, STARTING_QUESTIONS } from './brief.ts';
import { type GuaranteeTerms, STARTING_GUARANTEE } from './guarantee.ts';

/** From the lowest to the highest, in cents. */
export type CentsRange = { readonly low: number; readonly high: number };

export const TIERS = [
  'basic_guest_post',
  'standard_guest_post',
  'premium_guest_post',
  'pr_basic',
  'pr_premium',
] as const;
export type LinkTier = (typeof TIERS)[number];
export const PACKAGES = ['starter', 'growth', 'authority', 'enterprise'] as const;
export type LinkPackage = (typeof PACKAGES)[number];
export const NICHES = ['general', 'tech_saas', 'finance_insurance', 'health_medical', 'crypto_casino'] as const;
export type Niche = (typeof NICHES)[number];
export const PAID_INDEXERS = ['speedyindex', 'omega', 'colossus', 'linkcentaur'] as const;

export type TierPrices = {
  readonly what: string;
  readonly cost: CentsRange;
  readonly price: CentsRange;
  /** Domain rating over which the price is interpolated; null for press releases. */
  readonly dr: { readonly from: number; readonly to: number } | null;
};
export type PackagePrices = {
  readonly what: string;
  /** Links a month; null where it is agreed each time. */
  readonly links: { readonly from: number; readonly to: number } | null;
  /** The lowest domain rating that its links may have. */
  readonly dr_floor: number;
  /** A month; null where it is agreed each time. */
  readonly price: CentsRange | null;
  readonly cost_per_link: CentsRange | null;
  /** Placements that come on top of the links' cost. */
  readonly cost_extra: { readonly tier: LinkTier; readonly quantity: number } | null;
  readonly plans: readonly Plan[];
  /** Orders of it ask their client for a brief; books of earlier releases do not say. */
  readonly brief_required?: boolean;
};
/** One submission, in ten-thousandths of a US dollar; `booked` is what a submission is recorded at. */
export type IndexingCost = { readonly low: number; readonly high: number; readonly booked: number };
/** A thousand units, in ten-thousandths of a US dollar: nothing where the account's own plan pays for them. */
export type UnitCost = { readonly low: number; readonly high: number; readonly booked: number };

export type PriceBook = {
  readonly tiers: Readonly<Record<LinkTier, TierPrices>>;
  readonly packages: Readonly<Record<LinkPackage, PackagePrices>>;
  /** Multiplies the client price; in hundredths. */
  readonly niches: Readonly<Record<Niche, { readonly low: number; readonly high: number }>>;
  readonly pass_through: { readonly markup_percent: number };
  readonly indexing: Readonly<Record<(typeof PAID_INDEXERS)[number], IndexingCost>> & {
    /** What a client pays for one URL with an Indexing Boost, in cents. */
    readonly boost: CentsRange;
    /** One look of the checker at one page. */
    readonly check: IndexingCost;
  };
  readonly ahrefs: { readonly thousand_units: UnitCost };
  /** What orders that ask for a brief ask. */
  readonly brief: { readonly questions: readonly BriefQuestion[] };
  /** Frozen by the approval of an order. */
  readonly guarantee: GuaranteeTerms;
};

const range = (low: number, high: number): CentsRange => ({ low: low * 100, high: high * 100 });

/** Source: spec 3.1; costs of packages and of indexing: rulings 1.11 and 2.6. */
export const STARTING_BOOK: PriceBook = {
  tiers: {
    basic_guest_post: {
      what: 'DR 30–50 via FatGrid',
      cost: range(30, 80),
      price: range(150, 300),
      dr: { from: 30, to: 50 },
    },
    standard_guest_post: {
      what: 'DR 50–70 via FatGrid',
      cost: range(100, 300),
      price: range(400, 800),
      dr: { from: 50, to: 70 },
    },
    premium_guest_post: {
      what: 'DR 70+ via FatGrid',
      cost: range(500, 2000),
      price: range(1500, 5000),
      dr: { from: 70, to: 100 },
    },
    pr_basic: { what: '300+ outlets via EIN Presswire', cost: range(99, 499), price: range(500, 1500), dr: null },
    pr_premium: {
      what: 'Yahoo/Bloomberg/Fox via PRNews.io or Linking News',
      cost: range(500, 5000),
      price: range(2000, 15_000),
      dr: null,
    },
  },
  packages: {
    starter: {
      what: 'DR 30–50',
      links: { from: 5, to: 8 },
      dr_floor: 30,
      price: range(800, 1500),
      cost_per_link: range(30, 80),
      cost_extra: null,
      plans: ['growth', 'scale'],
      brief_required: false,
    },
    growth: {
      what: 'DR 30–70 mix',
      links: { from: 10, to: 15 },
      dr_floor: 30,
      price: range(2000, 4000),
      cost_per_link: range(30, 300),
      cost_extra: null,
      plans: ['growth', 'scale'],
      brief_required: false,
    },
    authority: {
      what: 'DR 40–70+ mix and PR',
      links: { from: 15, to: 25 },
      dr_floor: 40,
      price: range(4000, 8000),
      cost_per_link: range(100, 300),
      cost_extra: { tier: 'pr_basic', quantity: 1 },
      plans: ['scale'],
      brief_required: false,
    },
    enterprise: {
      what: 'agreed each time',
      links: null,
      dr_floor: 0,
      price: null,
      cost_per_link: null,
      cost_extra: null,
      plans: ['scale'],
      brief_required: false,
    },
  },
  niches: {
    general: { low: 100, high: 100 },
    tech_saas: { low: 120, high: 150 },
    finance_insurance: { low: 150, high: 200 },
    health_medical: { low: 150, high: 200 },
    crypto_casino: { low: 200, high: 300 },
  },
  pass_through: { markup_percent: 20 },
  indexing: {
    speedyindex: { low: 75, high: 75, booked: 75 },
    omega: { low: 200, high: 500, booked: 300 },
    colossus: { low: 300, high: 700, booked: 500 },
    linkcentaur: { low: 200, high: 200, booked: 200 },
    boost: { low: 10, high: 20 },
    check: { low: 15, high: 15, booked: 15 },
  },
  // No price of a unit is published, and an account's own plan pays for its units: nothing is booked until somebody sets one.
  ahrefs: { thousand_units: { low: 0, high: 150_000, booked: 0 } },
  brief: { questions: STARTING_QUESTIONS },
  guarantee: STARTING_GUARANTEE,
};

/** A book of an earlier release, with the figures that came later as they start. */
export const completed = (book: PriceBook): PriceBook => {
  const kept: Partial<PriceBook> = book;
  return {
    ...book,
    indexing: { ...book.indexing, check: kept.indexing?.check ?? STARTING_BOOK.indexing.check },
    ahrefs: kept.ahrefs ?? STARTING_BOOK.ahrefs,
    brief: kept.brief ?? STARTING_BOOK.brief,
    guarantee: kept.guarantee ?? STARTING_BOOK.guarantee,
    packages: briefed(book.packages),
  };
};

const briefed = (packages: PriceBook['packages']): PriceBook['packages'] => {
  const asks = (name: LinkPackage) => ({ ...packages[name], brief_required: packages[name].brief_required ?? false });
  return {
    starter: asks('starter'),
    growth: asks('growth'),
    authority: asks('authority'),
    enterprise: asks('enterprise'),
  };
};
