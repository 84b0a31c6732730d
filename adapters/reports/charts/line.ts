import type { Color } from '#domain/reports/colors';
import { axisWidth, lanesHeight, lanesOf, markers, marksOf, type Plot, timeAxis, valueAxis } from './axes.ts';
import type { Drawn } from './drawn.ts';
import { legend } from './legend.ts';
import { widthOf } from './measure.ts';
import { curve, type Point, pieces, scaleOf } from './scale.ts';
import { element, label } from './svg.ts';

const END_SIZE = 9.5;
const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

/** The last known values, at the end of their lines, those that stand clear of each other. */
function ends(all: readonly { text: string; y: number; color: Color; bold: boolean }[], x: number): string {
  const placed: number[] = [];
  return all
    .map(({ text, y, color, bold }) => {
      if (placed.some((other) => Math.abs(other - y) < END_SIZE + 2)) return '';
      placed.push(y);
      return label(text, x, y + 3.3, { size: END_SIZE, color, weight: bold ? 700 : 400 });
    })
    .join('');
}

/** Lines over time: the first with a gradient below it, the period before dashed, the last value named. */
export function lineChart({ part, theme, formats, width, height }: Drawn): string {
  const { chart, series, id } = part;
  const first = chart.series.findIndex(({ style }) => style === 'solid');
  const lines = chart.series.map(({ style, values }, n) => {
    const solid = chart.series.slice(0, n).filter((each) => each.style === 'solid').length;
    const color = style === 'solid' ? (theme.palette[solid % theme.palette.length] ?? theme.accent) : theme.quiet;
    return { values, color, style, name: series[n] ?? '', main: n === first };
  });
  const key = legend(
    lines.map(({ name, color, style }) => ({ name, color, mark: style === 'solid' ? 'line' : 'dashes' })),
    width,
    theme,
  );
  const marks = marksOf(chart);
  const all = chart.series.flatMap(({ values }) => known(values));
  const lastTexts = chart.series.map(({ values }) => formats.number(known(values).at(-1) ?? 0, chart.unit));
  const ticked = scaleOf(all, chart.unit, 0, 1).ticks.map((tick) => formats.axis(tick, chart.unit));
  const sides = {
    left: axisWidth(ticked) + 9,
    right: width - Math.max(...lastTexts.map((t) => widthOf(t, END_SIZE))) - 12,
  };
  const across = Math.max(1, chart.x.length - 1);
  const xOf = (n: number): number =>
    chart.x.length === 1 ? (sides.left + sides.right) / 2 : sides.left + ((sides.right - sides.left) * n) / across;
  const lanes = lanesOf(marks.map(({ at }) => xOf(at)));
  const plot: Plot = { ...sides, top: key.height + 8 + lanesHeight(lanes), bottom: height - 22 };
  const scale = scaleOf(all, chart.unit, plot.bottom, plot.top);
  const body = [...lines].reverse().map((line) => {
    const points = line.values.map((value, n): Point | null => (value === null ? null : [xOf(n), scale.at(value)]));
    return pieces(points)
      .map((piece) => drawn(piece, line, plot, id))
      .join('');
  });
  const lasts = lines
    .map(({ values, color, main }, n) => {
      const at = values.findLastIndex((value) => value !== null);
      return { n, at, color, main, y: scale.at(values[at] ?? 0) };
    })
    .filter(({ at }) => at >= 0)
    .sort((a, b) => Number(b.main) - Number(a.main));
  const dots = lasts
    .filter(({ main }) => main)
    .map(({ at, y, color }) =>
      element('circle', { cx: xOf(at), cy: y, r: 3.4, fill: color, stroke: theme.page, 'stroke-width': 1.5 }),
    );
  return [
    element(
      'defs',
      {},
      element(
        'linearGradient',
        { id: `g-${id}`, x1: 0, y1: 0, x2: 0, y2: 1 },
        [0.26, 0.02]
          .map((opacity, n) =>
            element('stop', { offset: n, 'stop-color': lines[first]?.color ?? theme.accent, 'stop-opacity': opacity }),
          )
          .join(''),
      ),
    ),
    key.svg,
    valueAxis(scale, ticked, plot, theme),
    timeAxis(chart, formats, plot, xOf, theme),
    ...body,
    markers(
      marks.map(({ number, at }, n) => ({ number, x: xOf(at), lane: lanes[n] ?? 0 })),
      plot,
      theme,
    ),
    ...dots,
    ends(
      lasts.map(({ n, y, main }) => ({
        text: lastTexts[n] ?? '',
        y,
        color: main ? theme.ink : theme.quiet,
        bold: main,
      })),
      sides.right + 8,
    ),
  ].join('');
}

type Line = { readonly color: Color; readonly style: 'solid' | 'dashed'; readonly main: boolean };
function drawn(piece: readonly Point[], { color, style, main }: Line, plot: Plot, id: string): string {
  const [start, end] = [piece[0], piece.at(-1)];
  if (!start || !end) return '';
  if (piece.length === 1) return element('circle', { cx: start[0], cy: start[1], r: 2.4, fill: color });
  const d = curve(piece);
  const area = `${d}L${end[0].toFixed(2)} ${plot.bottom}L${start[0].toFixed(2)} ${plot.bottom}Z`;
  const line = element('path', {
    d,
    fill: 'none',
    stroke: color,
    'stroke-width': style === 'solid' ? 2.2 : 1.5,
    'stroke-linecap': style === 'solid' ? 'round' : undefined,
    'stroke-linejoin': 'round',
    'stroke-dasharray': style === 'solid' ? undefined : '4 3',
  });
  return (main ? element('path', { d: area, fill: `url(#g-${id})` }) : '') + line;
}
