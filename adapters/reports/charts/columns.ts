import { axisWidth, lanesHeight, lanesOf, markers, marksOf, type Plot, timeAxis, valueAxis } from './axes.ts';
import { colorsOf, type Drawn } from './drawn.ts';
import { legend } from './legend.ts';
import { widthOf } from './measure.ts';
import { scaleOf } from './scale.ts';
import { bar, label } from './svg.ts';

const SIZE = 9;
/** Columns over time, side by side or one on the other. */
export function columnChart({ part, theme, formats, width, height }: Drawn): string {
  const { chart, series } = part;
  const stacked = chart.kind === 'stacked';
  const colors = colorsOf(chart, theme);
  const key = legend(
    series.map((name, n) => ({ name, color: colors[n] ?? theme.accent, mark: 'box' })),
    width,
    theme,
  );
  const sums = chart.x.map((_, at) => chart.series.reduce((sum, { values }) => sum + Math.max(0, values[at] ?? 0), 0));
  const tops = stacked ? sums : chart.series.flatMap(({ values }) => values.map((value) => value ?? 0));
  const ticked = scaleOf(tops, chart.unit, 0, 1).ticks.map((tick) => formats.axis(tick, chart.unit));
  const sides = { left: axisWidth(ticked) + 9, right: width - 2 };
  const slot = (sides.right - sides.left) / Math.max(1, chart.x.length);
  const xOf = (n: number): number => sides.left + slot * (n + 0.5);
  const marks = marksOf(chart);
  const lanes = lanesOf(marks.map(({ at }) => xOf(at)));
  const plot: Plot = { ...sides, top: key.height + 16 + lanesHeight(lanes), bottom: height - 22 };
  const scale = scaleOf(tops, chart.unit, plot.bottom, plot.top);
  const wide = Math.min(34, slot * 0.64);
  const each = stacked ? wide : wide / chart.series.length;
  const inColumns = chart.x.map((_, at) => {
    let base = 0;
    return chart.series
      .map(({ values }, s) => {
        const value = values[at] ?? 0;
        if (value <= 0) return '';
        const [from, to] = stacked ? [scale.at(base), scale.at(base + value)] : [scale.at(0), scale.at(value)];
        base += value;
        const x = stacked ? xOf(at) - wide / 2 : xOf(at) - wide / 2 + s * each;
        const gap = stacked && s > 0 && from - to > 2 ? 1 : 0;
        return bar(
          x,
          to,
          Math.max(1, each - (stacked ? 0 : 1)),
          from - to - gap,
          colors[s] ?? theme.accent,
          stacked ? 'none' : 'top',
        );
      })
      .join('');
  });
  const named = chart.series.length === 1 || stacked;
  const texts = sums.map((sum) => formats.axis(sum, chart.unit));
  const fits = named && Math.max(...texts.map((text) => widthOf(text, SIZE))) + 4 <= slot;
  const values = fits
    ? sums.map((sum, at) =>
        label(texts[at] ?? '', xOf(at), scale.at(sum) - 4, {
          size: SIZE,
          color: theme.ink,
          anchor: 'middle',
          weight: 600,
        }),
      )
    : [];
  return [
    key.svg,
    valueAxis(scale, ticked, plot, theme),
    timeAxis(chart, formats, plot, xOf, theme),
    ...inColumns,
    markers(
      marks.map(({ number, at }, n) => ({ number, x: xOf(at), lane: lanes[n] ?? 0 })),
      plot,
      theme,
    ),
    ...values,
  ].join('');
}
