import type { Measured } from './figures.ts';
import { percentOf } from './figures.ts';
import type { Flag } from './report-data.ts';

/** Red, amber and green by stated limits (spec 13, 3.4). */

/** Of a number that should grow: green down to −5 %, amber down to −20 %. From nothing it can only have grown. Null where it is not compared. */
export function growthFlag(now: number | null, before: number | null): Flag {
  if (now === null || before === null) return null;
  const percent = percentOf(now, before) ?? 0;
  return percent >= -5 ? 'green' : percent >= -20 ? 'amber' : 'red';
}
/** `share` in percent of the inspected pages. */
export const errorFlag = (share: number): Flag => (share <= 2 ? 'green' : share <= 5 ? 'amber' : 'red');
export function contentFlag(published: number, target: number): Flag {
  if (target === 0) return 'green';
  const percent = (published / target) * 100;
  return percent >= 100 ? 'green' : percent >= 80 ? 'amber' : 'red';
}
/** `waiting`: orders behind and replacements owed; an order past its due date is red by itself. */
export const linksFlag = (waiting: number, pastDue: number): Flag =>
  pastDue > 0 || waiting > 1 ? 'red' : waiting === 1 ? 'amber' : 'green';
export const healthFlag = (completion: number): Flag =>
  completion >= 80 ? 'green' : completion >= 50 ? 'amber' : 'red';

export type Verdict = {
  readonly verdict: 'improving' | 'stable' | 'declining' | null;
  readonly clicks: -2 | 0 | 2;
  readonly position: -1 | 0 | 1;
  readonly links: -1 | 0 | 1;
  /** The clicks went the other way than against the year before. */
  readonly opposed: boolean;
};

/** Fewer clicks than this in both periods say nothing. */
const FEW_CLICKS = 20;

/** How the site does, of clicks, position and links (spec 13, 3.1). `links`: net links gone live; null where there are none at all. */
export function verdictOf(clicks: Measured, position: Measured, links: number | null): Verdict {
  const unknown = clicks.now === null || clicks.before === null;
  const positionKnown = position.now !== null && position.before !== null;
  if (unknown || (!positionKnown && links === null))
    return { verdict: null, clicks: 0, position: 0, links: 0, opposed: false };
  const byClicks = clicksScore(clicks.now ?? 0, clicks.before ?? 0);
  const byPosition = positionKnown ? positionScore(position.now ?? 0, position.before ?? 0) : 0;
  const byLinks = links === null ? 0 : (Math.sign(links) as -1 | 0 | 1);
  const total = byClicks + byPosition + byLinks;
  const yearOn = clicks.year === null ? 0 : Math.sign((clicks.now ?? 0) - clicks.year);
  return {
    verdict: total >= 2 ? 'improving' : total <= -2 ? 'declining' : 'stable',
    clicks: byClicks,
    position: byPosition,
    links: byLinks,
    opposed: byClicks !== 0 && yearOn !== 0 && yearOn !== Math.sign(byClicks),
  };
}

function clicksScore(now: number, before: number): -2 | 0 | 2 {
  if (now < FEW_CLICKS && before < FEW_CLICKS) return 0;
  const change = now - before;
  // From nothing to at least so many: moved, whatever the percentage.
  if (before > 0 && Math.abs(change) * 100 < before * 5) return 0;
  return change > 0 ? 2 : -2;
}

/** Less is better. Reckoned in hundredths, so that 0.3 is 0.3. */
function positionScore(now: number, before: number): -1 | 0 | 1 {
  const change = Math.round((before - now) * 100);
  return change >= 30 ? 1 : change <= -30 ? -1 : 0;
}
