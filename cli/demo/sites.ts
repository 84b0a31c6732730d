import type { Day } from '#domain/kernel/time';

/** A site of the demo: what it is about, how much it is found, and how it fares. */
export type DemoSite = {
  readonly site_id: number;
  readonly account_id: number;
  readonly account: string;
  readonly email: string;
  readonly domain: string;
  readonly brand: string;
  readonly place: string;
  readonly country: string;
  readonly tier: 'lite' | 'pro';
  /** Clicks a day when it all begins. */
  readonly clicks: number;
  /** When the dip begins. */
  readonly dip: Day;
  readonly topics: readonly [string, ...string[]];
  /** What visitors are meant to do, and what that is worth in dollars. */
  readonly goals: readonly (readonly [name: string, share: number, value: number | null])[];
  readonly agency: number | null;
};

const day = (text: string): Day => text as Day;

export const ACORN: DemoSite = {
  site_id: 11,
  account_id: 1,
  account: 'Acorn Dental',
  email: 'office@acorn.example',
  domain: 'acorn.example',
  brand: 'acorn dental',
  place: 'Leeds',
  country: 'United Kingdom',
  tier: 'pro',
  clicks: 74,
  dip: day('2026-04-02'),
  topics: [
    'dental implants',
    'invisible braces',
    'teeth whitening',
    'root canal treatment',
    'emergency dentist',
    'dental hygienist',
    'wisdom teeth removal',
    'dental crowns',
    'childrens dentist',
    'gum disease',
    'veneers',
    'dentures',
  ],
  goals: [
    ['appointment request', 0.021, 85],
    ['phone call', 0.012, null],
  ],
  agency: null,
};

const of = (site: Omit<DemoSite, 'email' | 'brand'>): DemoSite => ({
  ...site,
  email: `office@${site.domain}`,
  brand: site.account.toLowerCase(),
});

/** Two clients of each of three agencies. */
export const AGENCY_SITES: readonly DemoSite[] = [
  of({
    site_id: 31,
    account_id: 31,
    account: 'Nordraum Furniture',
    domain: 'nordraum.example',
    place: 'Berlin',
    country: 'Germany',
    tier: 'pro',
    clicks: 210,
    dip: day('2026-03-20'),
    topics: ['standing desk', 'office chair', 'meeting table', 'acoustic panel', 'desk lamp', 'filing cabinet'],
    goals: [
      ['quote request', 0.011, 240],
      ['catalogue download', 0.03, null],
    ],
    agency: 21,
  }),
  of({
    site_id: 32,
    account_id: 32,
    account: 'Lindenhof Hotel',
    domain: 'lindenhof.example',
    place: 'Freiburg',
    country: 'Germany',
    tier: 'lite',
    clicks: 38,
    dip: day('2026-05-04'),
    topics: ['black forest hotel', 'spa weekend', 'wedding venue', 'hiking holiday', 'family holiday'],
    goals: [['booking', 0.018, 310]],
    agency: 21,
  }),
  of({
    site_id: 41,
    account_id: 41,
    account: 'Vaultline Security',
    domain: 'vaultline.example',
    place: 'Austin',
    country: 'United States',
    tier: 'pro',
    clicks: 120,
    dip: day('2026-04-18'),
    topics: ['penetration test', 'security audit', 'soc 2 compliance', 'incident response', 'phishing training'],
    goals: [['demo request', 0.009, 400]],
    agency: 22,
  }),
  of({
    site_id: 42,
    account_id: 42,
    account: 'Harbor Legal',
    domain: 'harborlegal.example',
    place: 'Boston',
    country: 'United States',
    tier: 'lite',
    clicks: 29,
    dip: day('2026-02-24'),
    topics: ['estate planning', 'small business lawyer', 'lease agreement', 'probate', 'trademark filing'],
    goals: [['consultation', 0.016, 150]],
    agency: 22,
  }),
  of({
    site_id: 51,
    account_id: 51,
    account: 'Grove Garden Centre',
    domain: 'grovegarden.example',
    place: 'Dublin',
    country: 'Ireland',
    tier: 'pro',
    clicks: 160,
    dip: day('2026-05-11'),
    topics: ['fruit trees', 'raised beds', 'lawn care', 'hedge plants', 'garden furniture', 'compost'],
    goals: [
      ['shop order', 0.02, 64],
      ['newsletter', 0.025, null],
    ],
    agency: 23,
  }),
  of({
    site_id: 52,
    account_id: 52,
    account: 'Peak Cycles',
    domain: 'peakcycles.example',
    place: 'Sheffield',
    country: 'United Kingdom',
    tier: 'lite',
    clicks: 55,
    dip: day('2026-04-07'),
    topics: ['gravel bike', 'bike repair', 'mountain bike hire', 'e-bike', 'bike fitting'],
    goals: [['workshop booking', 0.017, 70]],
    agency: 23,
  }),
];

/** Whose clients they are, and how reports in their name look: one pale, one dark, one loud. */
export const AGENCIES = [
  {
    account_id: 21,
    name: 'Halden & Partner',
    domain: 'halden-partner.example',
    colors: ['#fff3b0', '#7a6a1f'],
    theme: 'light',
  },
  {
    account_id: 22,
    name: 'Blackwell Search',
    domain: 'blackwell.example',
    colors: ['#0b0b12', '#4b5563'],
    theme: 'dark',
  },
  {
    account_id: 23,
    name: 'Cormorant Media',
    domain: 'cormorant.example',
    colors: ['#d4001a', '#1f2937'],
    theme: 'light',
  },
] as const;
