import { type Cents, formatMoney } from '#domain/kernel/money';
import type { FigureKey } from './keys.ts';
import type { Figure, Unit } from './report-data.ts';

/** A number in a period, in the one before and in the same one a year before; null where it is not known. */
export type Measured = { readonly now: number | null; readonly before: number | null; readonly year: number | null };

/** So many decimals are shown of a unit. */
const DECIMALS: Readonly<Record<Unit, number>> = { count: 0, words: 0, percent: 2, position: 1, score: 1, usd: 2 };

export const rounded = (value: number, decimals: number): number => {
  const scale = 10 ** decimals;
  return Math.round((value + Number.EPSILON * Math.sign(value)) * scale) / scale;
};

/** By how much of itself a number changed, in percent: 12.5 is 12.5 %. Null where the base is nothing, or one of them is not known. */
export const percentOf = (now: number | null, before: number | null): number | null =>
  now === null || before === null || before === 0 ? null : ((now - before) / Math.abs(before)) * 100;

/** Changes are of the numbers as they are shown, so that a reader who subtracts gets the same. */
export function figure(key: FigureKey, unit: Unit, better: Figure['better'], measured: Measured): Figure {
  const shown = (value: number | null) => (value === null ? null : rounded(value, DECIMALS[unit]));
  const [now, before, year] = [shown(measured.now), shown(measured.before), shown(measured.year)];
  const change = (base: number | null) => (now === null || base === null ? null : rounded(now - base, DECIMALS[unit]));
  const percent = percentOf(now, before);
  return {
    key,
    value: now,
    unit,
    better,
    before,
    change: change(before),
    percent: percent === null ? null : rounded(percent, 1),
    year_before: year,
    year_change: change(year),
  };
}

/** A number that is not compared. */
export const plain = (key: FigureKey, unit: Unit, value: number | null, better: Figure['better'] = 'up'): Figure => ({
  key,
  value: value === null ? null : rounded(value, DECIMALS[unit]),
  unit,
  better,
});

type Amounts = { readonly [K in keyof Measured]: Cents | null };
const usd = (amount: Cents | null) => (amount === null ? null : formatMoney(amount));
const usdChange = (now: Cents | null, base: Cents | null) =>
  now === null || base === null ? null : formatMoney((now - base) as Cents);

/** An amount, as decimal text of dollars. */
export function amountFigure(key: FigureKey, { now, before, year }: Amounts): Figure {
  const percent = percentOf(now, before);
  return {
    key,
    value: usd(now),
    unit: 'usd',
    better: 'up',
    before: usd(before),
    change: usdChange(now, before),
    percent: percent === null ? null : rounded(percent, 1),
    year_before: usd(year),
    year_change: usdChange(now, year),
  };
}
export const plainAmount = (key: FigureKey, value: Cents | null): Figure => ({
  key,
  value: usd(value),
  unit: 'usd',
  better: 'up',
});

/** Of measures taken of lists: the measure of each list. */
export const measured = <T>(
  of: { readonly now: T; readonly before: T; readonly year: T },
  measure: (each: T) => number | null,
): Measured => ({ now: measure(of.now), before: measure(of.before), year: measure(of.year) });
