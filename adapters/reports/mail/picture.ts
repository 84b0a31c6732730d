import { type Box, box } from '#adapters/render/box';
import { setDocument } from '#adapters/render/document';
import type { Block } from '#adapters/render/pages';
import { toPng } from '#adapters/render/png';
import type { Formats } from '#domain/reports/language/formats';
import { chartDrawing } from '../charts/draw.ts';
import { tileRows } from '../pages/first.ts';
import type { Sheet } from '../pages/sheet.ts';
import type { Theme } from '../theme.ts';
import type { ChartPart, ReportTree } from '../tree/tree.ts';

const WIDTH = 563;
const MARGIN = 16;
/** Twice as many pixels as are shown, for sharp screens. */
const PIXELS = 1200;

/** The chart that a mail shows: that of search traffic, else the first there is. */
export function chartOf({ parts }: ReportTree): ChartPart | null {
  const sections = parts.filter((part) => part.kind === 'section');
  const traffic = sections.filter(({ key }) => key === 'organic_traffic');
  const charts = [...traffic, ...sections].flatMap(({ parts: inside }) =>
    inside.filter((part) => part.kind === 'chart'),
  );
  return charts[0] ?? null;
}

/** Chart and figures as a picture, since mails show no drawings. */
export async function figuresPicture(tree: ReportTree, theme: Theme, formats: Formats): Promise<Uint8Array> {
  const sheet: Sheet = { theme, width: WIDTH, page: WIDTH };
  const chart = chartOf(tree);
  const tiles = tree.parts.flatMap((part) => (part.kind === 'tiles' ? part.figures : []));
  const drawn = chart === null ? null : chartDrawing({ part: chart, theme, formats, width: WIDTH });
  const blocks: readonly Block[] = drawn === null ? tileRows(tiles.slice(0, 4), sheet) : [{ box: chartBox(drawn) }];
  const set = await setDocument({
    blocks,
    header: () => null,
    footer: () => null,
    info: { title: tree.title, author: tree.look.name, subject: '', lang: tree.language, made: new Date(0) },
    size: 'A4',
    margin: { top: MARGIN, bottom: MARGIN, sides: MARGIN },
    direction: tree.direction,
    ground: theme.page,
    style: { color: theme.ink, fontSize: 9.5 },
  });
  const height = drawn === null ? WITHOUT_CHART : drawn.height + 2 * MARGIN;
  return toPng({ ...set, height }, 1, PIXELS);
}
const WITHOUT_CHART = 130;
const chartBox = ({
  svg,
  width,
  height,
}: {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}): Box => box({ width, height }, undefined, { 'data-chart': svg });
