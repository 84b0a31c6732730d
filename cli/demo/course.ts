import { type Day, daysBetween } from '#domain/kernel/time';
import { type Dice, dice } from './random.ts';
import type { DemoSite } from './sites.ts';

/** The first day of the six months, and how far back a year before is known. */
export const FROM = '2026-01-01' as Day;
const DIP_DAYS = 24;
const RECOVERY_DAYS = 30;

/**
 * How a site fares on a day, where 1 is the first of January: growth, then a dip of a quarter that takes some weeks to come and as
 * long to go, and growth again. A year before it was smaller and flat.
 */
export function course(site: DemoSite, day: Day): number {
  const months = daysBetween(FROM, day) / 30.4;
  if (months < 0) return Math.max(0.45, 0.72 + months * 0.02);
  const grown = 1 + 0.085 * months;
  const into = daysBetween(site.dip, day);
  if (into < 0) return grown;
  const fallen = Math.min(1, into / DIP_DAYS) - Math.max(0, Math.min(1, (into - DIP_DAYS) / RECOVERY_DAYS));
  return grown * (1 - 0.26 * fallen);
}

const WEEK = [0.82, 1.08, 1.1, 1.07, 1.04, 0.96, 0.78] as const;
/** Sundays are quiet. */
export const weekday = (day: Day): number => WEEK[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 1;

/** Everything made up of a site on a day comes from this, so that it is the same whenever it is told. */
export const diceOf = (site: DemoSite, day: Day | '', what: string): Dice => dice(`${site.site_id} ${day} ${what}`);
