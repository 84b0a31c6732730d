import { epochMs, type Instant, plusHours, plusMs } from '#domain/kernel/time';
import type { LinkGuarantee } from './guarantee.ts';

/** What a look at the page found; the evidence of a live check (spec 3.3, ruling 4.7). */
export type LiveEvidence = {
  /** Status of the last answer; null where there was none. */
  readonly http_status: number | null;
  /** The address of the last answer. */
  readonly final_url: string | null;
  /** How many redirects were followed, at most 5. */
  readonly redirects: number;
  /** An `<a href>` to the target is on the page. */
  readonly link_found: boolean;
  /** The link's `rel`, in lower case; of several links to the target the one with the fewest flags. */
  readonly rel: readonly string[];
  /** Those of `rel` that take the link's worth: nofollow, sponsored, ugc. */
  readonly flags: readonly string[];
  /** What keeps a page out of an index: `noindex` (meta or X-Robots-Tag), `canonical_elsewhere`. */
  readonly signals: readonly string[];
  /** Why the page could not be read; null where it could. An address that may not be fetched says so. */
  readonly error: string | null;
};

/** Looks at a link that is not live yet, in hours after the first one (spec 3.3). */
const FIRST_LOOKS = [
  ['at_once', 0],
  ['hour_1', 1],
  ['hour_6', 6],
  ['hour_24', 24],
  ['day_2', 48],
  ['day_3', 72],
  ['day_4', 96],
  ['day_5', 120],
  ['day_6', 144],
  ['day_7', 168],
] as const;

/** Once live: `weekly` in the time of the guarantee and every fourth week after it; `confirm` a day after it was missed. */
export type LiveCheckStep =
  | (typeof FIRST_LOOKS)[number][0]
  | 'weekly'
  | 'confirm'
  /** Asked for by a person. */
  | 'asked'
  /** Ahrefs reported the link lost. */
  | 'reported'
  /** Somebody claims its guarantee. */
  | 'claimed';

export type NextLook = { readonly step: LiveCheckStep; readonly at: Instant };

/** When the guarantee of a link ends that went live then. */
export const guaranteedUntil = (liveAt: Instant, { days, until }: LinkGuarantee): Instant =>
  until ?? plusHours(liveAt, days * 24);

/** The link is there and tells search engines not to follow it. */
export const takesWorth = ({ flags }: Pick<LiveEvidence, 'flags'>): boolean => flags.includes('nofollow');

export const isLive = (evidence: LiveEvidence): boolean => evidence.http_status === 200 && evidence.link_found;

/** The page certainly does not have the link now; a page that does not answer says nothing of it. */
export const isMissing = ({ http_status: status, link_found }: LiveEvidence): boolean =>
  !link_found && (status === 200 || status === 404 || status === 410);

/** The look after this one at a link that is not live; null after the last, when people are told. */
export function nextFirstLook(step: LiveCheckStep, first: Instant): NextLook | null {
  const index = FIRST_LOOKS.findIndex(([name]) => name === step);
  const next = index === -1 ? undefined : FIRST_LOOKS[index + 1];
  return next ? { step: next[0], at: plusHours(first, next[1]) } : null;
}

/** Weekly while the link is guaranteed, then every four weeks. */
export function nextRoutineLook(now: Instant, until: Instant): NextLook {
  return { step: 'weekly', at: plusHours(now, (now < until ? 7 : 28) * 24) };
}

/** The second look, a day after the link was first missed. */
export const confirmation = (missedAt: Instant): NextLook => ({ step: 'confirm', at: plusHours(missedAt, 24) });

export const aDayApart = (missedAt: Instant, now: Instant): boolean =>
  epochMs(now) >= epochMs(plusMs(missedAt, 86_400_000));
