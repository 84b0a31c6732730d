import { columnChart } from './columns.ts';
import { donutChart, donutHeight } from './donut.ts';
import type { Drawn } from './drawn.ts';
import { lineChart } from './line.ts';
import { rowChart, rowsHeight } from './rows.ts';
import { drawing } from './svg.ts';

type Asked = Omit<Drawn, 'height'>;

const OVER_TIME = 132;
/** How high a chart is at that width: what has rows is as high as they are. */
function heightOf(asked: Asked): number {
  const { kind, x_kind } = asked.part.chart;
  if (kind === 'donut') return donutHeight(asked);
  return kind !== 'line' && x_kind === 'name' ? rowsHeight(asked) : OVER_TIME;
}

export type ChartDrawing = { readonly svg: string; readonly width: number; readonly height: number };

/** A chart as SVG, of that width in points or pixels. The same chart makes the same text. */
export function chartDrawing(asked: Asked): ChartDrawing {
  const { part, width } = asked;
  const { kind, x_kind } = part.chart;
  const height = Math.ceil(heightOf(asked));
  const drawn: Drawn = { ...asked, height };
  const inside =
    kind === 'donut'
      ? donutChart(drawn)
      : kind === 'line'
        ? lineChart(drawn)
        : x_kind === 'name'
          ? rowChart(drawn)
          : columnChart(drawn);
  return { svg: drawing(width, height, part.title, part.alt, inside), width, height };
}
