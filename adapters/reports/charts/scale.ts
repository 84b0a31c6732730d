import type { Unit } from '#domain/reports/report-data';

/** From numbers to where they stand, and the numbers that an axis names. */
export type Scale = {
  readonly ticks: readonly number[];
  at(value: number): number;
};

const STEPS = [1, 2, 2.5, 5, 10] as const;
function stepOf(span: number, count: number, whole: boolean): number {
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = whole && power <= 1 ? [1, 2, 5, 10] : STEPS;
  const step = (steps.find((each) => each * power >= rough * 0.999) ?? 10) * power;
  return whole ? Math.max(1, step) : step;
}

const SHARES: readonly Unit[] = ['percent', 'score'];

/**
 * A scale for those values between two places. It begins at zero, save for positions, whose best stands on top; where all values
 * are alike there is room around them.
 */
export function scaleOf(values: readonly number[], unit: Unit, from: number, to: number, count = 4): Scale {
  const turned = unit === 'position';
  const low = turned ? Math.max(1, Math.floor(Math.min(...values))) : Math.min(0, ...values);
  const high = Math.max(...values);
  const span = high - low <= 0 ? Math.max(1, Math.abs(high)) : high - low;
  const step = stepOf(span, count, !SHARES.includes(unit));
  const first = turned ? Math.max(1, Math.floor(low / step) * step) : Math.floor(low / step) * step;
  const steps = Math.max(1, Math.ceil((low + span - first) / step - 1e-9));
  const ticks = Array.from({ length: steps + 1 }, (_, n) => first + n * step);
  const last = ticks.at(-1) ?? high;
  const at = (value: number): number => {
    const part = (Math.min(Math.max(value, first), last) - first) / (last - first);
    return turned ? to + (from - to) * part : from + (to - from) * part;
  };
  return { ticks, at };
}

export type Point = readonly [x: number, y: number];
const n = (value: number): string => String(Math.round(value * 100) / 100);

/** Pieces of a line between which something is not known. */
export function pieces(points: readonly (Point | null)[]): readonly (readonly Point[])[] {
  const made: Point[][] = [[]];
  for (const point of points)
    if (point === null) made.push([]);
    else made.at(-1)?.push(point);
  return made.filter((piece) => piece.length > 0);
}

/** A curve through points that goes beyond none of them (Fritsch and Carlson): no dip that the data do not have. */
export function curve(points: readonly Point[]): string {
  const [start] = points;
  if (!start) return '';
  const slopes = points.slice(1).map(([x, y], k) => {
    const [px, py] = points[k] ?? start;
    return x === px ? 0 : (y - py) / (x - px);
  });
  const tangents = points.map((_, k) => {
    const [a, b] = [slopes[k - 1], slopes[k]];
    if (a === undefined || b === undefined) return a ?? b ?? 0;
    return a * b <= 0 ? 0 : (2 * a * b) / (a + b);
  });
  let d = `M${n(start[0])} ${n(start[1])}`;
  for (const [k, [x, y]] of points.entries()) {
    const before = points[k - 1];
    if (!before) continue;
    const third = (x - before[0]) / 3;
    d += `C${n(before[0] + third)} ${n(before[1] + third * (tangents[k - 1] ?? 0))} ${n(x - third)} ${n(y - third * (tangents[k] ?? 0))} ${n(x)} ${n(y)}`;
  }
  return d;
}
