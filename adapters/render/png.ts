import { Resvg } from '@resvg/resvg-js';
import type { SetDocument } from './document.ts';
import { fontOf } from './fonts.ts';
import type { Clip, Color, Fill, Gradient, Item, Matrix, TextItem } from './item.ts';
import { glyphsOf } from './shaping.ts';

/** A page, from 1, as a PNG of that width in pixels. Letters are drawn as their outlines: no font is looked for. */
export function toPng({ pages, width, height, ground }: SetDocument, number: number, pixels: number): Uint8Array {
  const page = pages[number - 1];
  if (page === undefined) throw new RangeError(`there is no page ${number} of ${pages.length}`);
  const parts = createParts();
  const body = page.drawn.map(({ item }) => parts.draw(item)).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${ground}"/><defs>${parts.defs.join('')}</defs>${body}</svg>`;
  const picture = new Resvg(svg, { fitTo: { mode: 'width', value: pixels }, font: { loadSystemFonts: false } });
  return new Uint8Array(picture.render().asPng());
}

const round = (value: number): string => String(Math.round(value * 1000) / 1000 || 0);
const placed = (matrix: Matrix | null): string =>
  matrix === null ? '' : ` transform="matrix(${matrix.map((n) => String(n)).join(' ')})"`;
const hex = (color: Color): string =>
  `#${color
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

function createParts() {
  const defs: string[] = [];
  const clips = new Map<string, string>();
  const named = (make: (id: string) => string): string => {
    const id = `n${defs.length}`;
    defs.push(make(id));
    return id;
  };
  const clipId = ({ d, matrix, evenOdd }: Clip): string => {
    const inner = `<path d="${d}"${placed(matrix)} clip-rule="${evenOdd ? 'evenodd' : 'nonzero'}"/>`;
    const known = clips.get(inner) ?? named((id) => `<clipPath id="${id}">${inner}</clipPath>`);
    clips.set(inner, known);
    return known;
  };
  const gradientId = ({ from, to, stops }: Gradient): string =>
    named(
      (id) =>
        `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}">${stops
          .map(
            ({ at, color, opacity }) => `<stop offset="${at}" stop-color="${hex(color)}" stop-opacity="${opacity}"/>`,
          )
          .join('')}</linearGradient>`,
    );
  const paint = (what: 'fill' | 'stroke', fill: Fill | null): string => {
    if (fill === null) return ` ${what}="none"`;
    const value = fill.kind === 'color' ? hex(fill.color) : `url(#${gradientId(fill.gradient)})`;
    return ` ${what}="${value}" ${what}-opacity="${fill.opacity}"`;
  };
  const shape = (item: Item): string => {
    const where = placed(item.matrix);
    const [x, y] = item.at;
    if (item.kind === 'text')
      return `<path d="${outlinesOf(item)}"${where} fill="${hex(item.color)}" fill-opacity="${item.opacity}"/>`;
    if (item.kind === 'image')
      return `<image x="${x}" y="${y}" width="${item.width}" height="${item.height}"${where} preserveAspectRatio="${item.stretched ? 'none' : 'xMidYMid'}" href="data:${item.type};base64,${item.base64}"/>`;
    if (item.kind === 'rect')
      return `<rect x="${x}" y="${y}" width="${item.width}" height="${item.height}"${where}${paint('fill', item.fill)}/>`;
    const { stroke } = item;
    const line =
      stroke === null
        ? ''
        : `${paint('stroke', stroke.fill)} stroke-width="${stroke.width}" stroke-linecap="${stroke.cap}" stroke-linejoin="${stroke.join}"${stroke.dash.length > 0 ? ` stroke-dasharray="${stroke.dash.join(' ')}"` : ''}`;
    return `<path d="${item.d}"${where} fill-rule="${item.evenOdd ? 'evenodd' : 'nonzero'}"${paint('fill', item.fill)}${line}/>`;
  };
  const draw = (item: Item): string =>
    item.clips.reduceRight((inner, clip) => `<g clip-path="url(#${clipId(clip)})">${inner}</g>`, shape(item));
  return { defs, draw };
}

/** The outlines of a text's letters, as its fonts shape them. */
function outlinesOf({ at: [left, y], runs, size, spacing }: TextItem): string {
  let d = '';
  for (const { font, text, features, x } of runs) {
    const scale = size / fontOf(font).unitsPerEm;
    let pen = left + x;
    for (const { commands, xAdvance, xOffset, yOffset } of glyphsOf(font, text, features)) {
      const [atX, atY] = [pen + xOffset * scale, y - yOffset * scale];
      for (const { command, args } of commands)
        d +=
          LETTERS[command] +
          args.map((value, n) => round(n % 2 === 0 ? atX + value * scale : atY - value * scale)).join(' ');
      pen += xAdvance * scale + spacing;
    }
  }
  return d;
}
const LETTERS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const;
