import type { Figure, ReportData, Unit } from '#domain/reports/report-data';
import type { Shade } from '../theme.ts';
import type { Change, FigureShown } from './tree.ts';
import type { Words } from './words.ts';

type Amount = number | string | null | undefined;
type Better = 'up' | 'down';

/** Green for what is better, red for what is worse, whichever way it moved. */
export const shadeOfChange = (change: number, better: Better): Shade =>
  change === 0 ? 'plain' : change > 0 === (better === 'up') ? 'good' : 'bad';
export const directionOf = (change: number): Change['direction'] =>
  change === 0 ? 'same' : change > 0 ? 'up' : 'down';

/** A change of a number in its own unit; of percentages it is points. */
function absolute(change: number, unit: Unit, words: Words): string {
  if (change === 0) return words.say('change.same');
  if (unit !== 'percent') return words.formats.signed(change, unit);
  return words.say('change.points', { value: words.formats.signed(change, 'score') });
}

function changeOf(change: number, percent: number | null, { unit, better }: Figure, words: Words): Change {
  const shade = shadeOfChange(change, better);
  return {
    direction: directionOf(change),
    shade,
    absolute: absolute(change, unit, words),
    percent: percent === null || change === 0 ? null : words.formats.signedPercent(percent),
    word: better === 'up' || change === 0 ? null : words.say(shade === 'good' ? 'change.better' : 'change.worse'),
  };
}

/** What changed against a number of before; null where either is not known. */
function moved(value: Amount, before: Amount, given: Amount, percent: number | null | undefined) {
  if (value === null || value === undefined || before === null || before === undefined) return null;
  const change = given === null || given === undefined ? Number(value) - Number(before) : Number(given);
  const share =
    percent !== undefined ? percent : Number(before) === 0 ? null : (100 * change) / Math.abs(Number(before));
  return { change, share };
}

/** A number with what it is compared to: the period before, and the same period a year ago. */
export function figureShown(figure: Figure, compared: ReportData['compared'], words: Words): FigureShown {
  const { value, unit } = figure;
  const before = moved(value, figure.before, figure.change, figure.percent);
  const year = moved(value, figure.year_before, figure.year_change, undefined);
  const against = (days: ReportData['compared']['before']) =>
    words.say('change.against', { period: words.formats.period(days) });
  return {
    name: words.name('figure', figure.key),
    value: value === null ? '–' : words.formats.number(value, unit),
    compared: compares(figure)
      ? [
          before === null
            ? { change: null, against: words.say('change.no_before') }
            : { change: changeOf(before.change, before.share, figure, words), against: against(compared.before) },
          year === null
            ? { change: null, against: words.say('change.no_year') }
            : { change: changeOf(year.change, year.share, figure, words), against: against(compared.year_before) },
        ]
      : [],
  };
}

/** Of what is not compared at all nothing is said; null is what is not known. */
const compares = ({ before, year_before }: Figure): boolean => before !== undefined || year_before !== undefined;
