import { colorsOf, type Drawn } from './drawn.ts';
import { legend } from './legend.ts';
import { widthOf, wrapped } from './measure.ts';
import { bar, label } from './svg.ts';

const SIZE = 9;
const LINE = 12;
const THICK = 11;
const THIN = 6;
const GAP = 7;

type Sizes = Pick<Drawn, 'part' | 'width' | 'formats' | 'theme'>;
function measured({ part, width, formats, theme }: Sizes) {
  const { chart, series, names } = part;
  const stacked = chart.kind === 'stacked';
  const colors = colorsOf(chart, theme);
  const key = legend(
    series.map((name, n) => ({ name, color: colors[n] ?? theme.accent, mark: 'box' })),
    width,
    theme,
  );
  const room = width * 0.34;
  const lines = names.map((name) => wrapped(name, SIZE, room));
  const left = Math.max(...lines.flat().map((line) => widthOf(line, SIZE)), 0) + 10;
  const bars = stacked ? THICK + 2 : THICK + (chart.series.length - 1) * (THIN + 4);
  const heights = lines.map((own) => Math.max(own.length * LINE, bars) + GAP);
  return {
    chart,
    stacked,
    colors,
    key,
    lines,
    left,
    bars,
    heights,
    format: (v: number) => formats.number(v, chart.unit),
  };
}
export const rowsHeight = (sizes: Sizes): number => {
  const { key, heights } = measured(sizes);
  return key.height + heights.reduce((sum, height) => sum + height, 0) + 2;
};

/** What is compared by name: a row each, its bars from the left, its numbers at their ends; long names are broken, never cut. */
export function rowChart(drawn: Drawn): string {
  const { theme, width } = drawn;
  const { chart, stacked, colors, key, lines, left, bars, heights, format } = measured(drawn);
  const sums = chart.x.map((_, at) => chart.series.reduce((sum, { values }) => sum + Math.max(0, values[at] ?? 0), 0));
  const all = stacked ? sums : chart.series.flatMap(({ values }) => values.map((value) => value ?? 0));
  const texts = all.map(format);
  const right = width - Math.max(...texts.map((text) => widthOf(text, SIZE))) - 10;
  const most = Math.max(...all, 0) || 1;
  const long = (value: number): number => ((right - left) * Math.max(0, value)) / most;
  let y = key.height;
  let svg = key.svg;
  for (const [at, own] of lines.entries()) {
    const high = (heights[at] ?? 0) - GAP;
    const middle = y + high / 2;
    own.forEach((line, n) => {
      svg += label(line, left - 10, middle + 3.2 + (n - (own.length - 1) / 2) * LINE, {
        size: SIZE,
        color: theme.ink,
        anchor: 'end',
      });
    });
    let [top, x] = [middle - bars / 2, left];
    for (const [s, { values }] of chart.series.entries()) {
      const value = values[at] ?? null;
      const thick = stacked ? THICK + 2 : s === 0 ? THICK : THIN;
      const color = colors[s] ?? theme.accent;
      const wide = long(value ?? 0);
      if (wide > 0)
        svg += bar(x, top, Math.max(1.5, wide - (stacked ? 1 : 0)), thick, color, stacked ? 'none' : 'right');
      if (stacked) {
        x += wide;
        continue;
      }
      const style = {
        size: s === 0 ? SIZE : 7.5,
        color: s === 0 ? theme.ink : theme.quiet,
        weight: s === 0 ? 600 : 400,
      } as const;
      svg += label(
        value === null ? '–' : format(value),
        left + wide + 5,
        top + thick / 2 + (s === 0 ? 3.2 : 2.7),
        style,
      );
      top += thick + 4;
    }
    if (stacked)
      svg += label(format(sums[at] ?? 0), x + 5, middle + 3.2, { size: SIZE, color: theme.ink, weight: 600 });
    y += high + GAP;
  }
  return svg;
}
