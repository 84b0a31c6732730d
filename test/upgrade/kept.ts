/** The days of the story that a kept store tells. */
export const DAY = {
  begin: '2026-06-01T08:00:00Z',
  order: '2026-06-22T08:00:00Z',
  /** Two indexing requests are on day 11, the invoice of June has been past due for three days. */
  keep: '2026-07-03T18:00:00Z',
  end: '2026-07-04T09:00:00Z',
} as const;
/** Accounts; the site of account n is 11 n. */
export const SUBSCRIPTION = { linked: 1, dunned: 2 } as const;
/** Of this throw-away store only. */
export const KEYS = {
  SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
  SIGNING_KEY: 'MC4CAQAwBQYDK2VwBCIEIAcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH',
} as const;
