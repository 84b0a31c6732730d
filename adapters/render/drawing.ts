import { colorOf } from './color.ts';
import { isAscii, isPlain, subsetOf, type Weight } from './fonts.ts';
import { type Clip, type Fill, flat, type Gradient, type Item, type Matrix, type Stroke, times } from './item.ts';
import { type LineRun, linesOf, runIn } from './lines.ts';
import { beginOf, boundsOf, matrixOf, namedIn, numberOf, numbersOf, pathOf, readSvg, type SvgElement } from './svg.ts';

type Inherited = {
  readonly attributes: Readonly<Record<string, string>>;
  readonly matrix: Matrix | null;
  readonly clips: readonly Clip[];
  readonly opacity: number;
};
type Named = ReadonlyMap<string, SvgElement>;

/** What children have of the elements around them. */
const PASSED = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-size',
  'font-weight',
  'letter-spacing',
  'text-anchor',
];
/** What is referred to, says something about the picture, or is drawn by another way. */
const SILENT = new Set([
  'defs',
  'mask',
  'clipPath',
  'linearGradient',
  'radialGradient',
  'pattern',
  'title',
  'desc',
  'filter',
  'metadata',
  'style',
]);

/** A picture that stands within that box: a chart. Texts may be in any script. Throws at elements that cannot be drawn. */
export function chartItems(svg: string, at: { left: number; top: number; width: number; height: number }): Item[] {
  const root = readSvg(svg);
  const [x = 0, y = 0, width, height] = numbersOf(root.attributes['viewBox']);
  const wide = width ?? numberOf(root.attributes['width'], at.width);
  const high = height ?? numberOf(root.attributes['height'], at.height);
  const scale = Math.min(at.width / wide, at.height / high);
  const left = at.left + (at.width - wide * scale) / 2 - x * scale;
  return itemsIn(root, [scale, 0, 0, scale, left, at.top - y * scale]);
}

/** A page or part of one as the layout engine draws it. */
export const drawnItems = (svg: string): Item[] => itemsIn(readSvg(svg), null);

function itemsIn(root: SvgElement, matrix: Matrix | null): Item[] {
  const named = namedIn(root);
  const items: Item[] = [];
  const { 'font-size': size, fill } = root.attributes;
  const attributes = { ...(size === undefined ? {} : { 'font-size': size }), ...(fill === undefined ? {} : { fill }) };
  const start: Inherited = { attributes, matrix, clips: [], opacity: 1 };
  for (const child of root.children) draw(child, start, named, items);
  return items;
}

function draw(element: SvgElement, around: Inherited, named: Named, items: Item[]): void {
  if (SILENT.has(element.name) || element.attributes['filter'] !== undefined) return;
  const own = inside(element, around, named);
  if (element.name === 'g' || element.name === 'svg') {
    for (const child of element.children) draw(child, own, named, items);
    return;
  }
  if (element.name === 'text') items.push(...textItems(element, own));
  else if (element.name === 'image') items.push(...imageItems(element, own));
  else items.push(...shapeItems(element, own, named));
}

function inside(element: SvgElement, around: Inherited, named: Named): Inherited {
  const { attributes: own } = element;
  const attributes: Record<string, string> = {};
  for (const name of PASSED) {
    const value = own[name] ?? around.attributes[name];
    if (value !== undefined) attributes[name] = value;
  }
  const matrix = times(around.matrix, matrixOf(own['transform']));
  const clips = [...around.clips, ...clipsOf(own['clip-path'], matrix, named)];
  return { attributes, matrix, clips, opacity: around.opacity * numberOf(own['opacity'], 1) };
}

const referred = (value: string | undefined, named: Named): SvgElement | null => {
  const name = /^url\(["']?#([^"')]+)["']?\)$/.exec(value ?? '')?.[1];
  return name === undefined ? null : (named.get(name) ?? null);
};

/** A clip may be clipped itself: what is drawn lies within all of them. */
function clipsOf(value: string | undefined, matrix: Matrix | null, named: Named): Clip[] {
  const element = referred(value, named);
  if (element === null) return [];
  const paths = element.children.flatMap((child) => {
    const d = pathOf(child);
    return d === null
      ? []
      : [{ d, evenOdd: child.attributes['clip-rule'] === 'evenodd', own: matrixOf(child.attributes['transform']) }];
  });
  const outer = clipsOf(element.attributes['clip-path'], matrix, named);
  const [first] = paths;
  if (first === undefined) return outer;
  const d = paths.map((path) => path.d).join(' ');
  return [...outer, { d, matrix: times(matrix, first.own), evenOdd: first.evenOdd }];
}

function fillOf(value: string | undefined, opacity: number, d: string, named: Named): Fill | null {
  const plain = value?.startsWith('url') ? null : colorOf(value);
  if (plain) return { kind: 'color', color: plain.color, opacity: plain.opacity * opacity };
  const element = referred(value, named);
  if (element === null) return null;
  if (element.name === 'pattern') {
    const [last] = element.children.filter(({ name }) => name === 'rect').slice(-1);
    return fillOf(last?.attributes['fill'], opacity, d, named);
  }
  const gradient = gradientOf(element, d);
  const [first] = gradient.stops;
  if (first === undefined) return null;
  if (element.name !== 'linearGradient') return { kind: 'color', color: first.color, opacity: first.opacity * opacity };
  return { kind: 'gradient', gradient, opacity };
}

function gradientOf({ attributes, children }: SvgElement, d: string): Gradient {
  const part = (name: string, otherwise: number): number => {
    const value = attributes[name];
    return value?.endsWith('%') ? numberOf(value) / 100 : numberOf(value, otherwise);
  };
  const ends = [part('x1', 0), part('y1', 0), part('x2', 1), part('y2', 0)] as const;
  const box = attributes['gradientUnits'] === 'userSpaceOnUse' ? null : boundsOf(d);
  const x = (n: number): number => (box === null ? n : box.x + n * box.width);
  const y = (n: number): number => (box === null ? n : box.y + n * box.height);
  const stops = children.flatMap(({ name, attributes: stop }) => {
    const color = colorOf(stop['stop-color'] ?? 'black');
    if (name !== 'stop') return [];
    const offset = stop['offset'] ?? '0';
    const at = offset.endsWith('%') ? numberOf(offset) / 100 : numberOf(offset);
    return [
      {
        at,
        color: color?.color ?? ([0, 0, 0] as const),
        opacity: (color?.opacity ?? 0) * numberOf(stop['stop-opacity'], 1),
      },
    ];
  });
  return { from: [x(ends[0]), y(ends[1])], to: [x(ends[2]), y(ends[3])], stops };
}

function strokeOf(a: Readonly<Record<string, string>>, opacity: number, d: string, named: Named): Stroke | null {
  const fill = fillOf(a['stroke'], opacity * numberOf(a['stroke-opacity'], 1), d, named);
  const width = numberOf(a['stroke-width'], 1);
  if (fill === null || width <= 0) return null;
  const cap = a['stroke-linecap'];
  const join = a['stroke-linejoin'];
  return {
    fill,
    width,
    dash: a['stroke-dasharray'] === 'none' ? [] : numbersOf(a['stroke-dasharray']),
    cap: cap === 'round' || cap === 'square' ? cap : 'butt',
    join: join === 'round' || join === 'bevel' ? join : 'miter',
  };
}

function shapeItems(element: SvgElement, { attributes: a, matrix, clips, opacity }: Inherited, named: Named): Item[] {
  const d = pathOf(element);
  if (d === null) {
    if (!['path', 'rect', 'circle', 'ellipse', 'polyline', 'polygon', 'line'].includes(element.name))
      throw new Error(`a picture cannot hold <${element.name}>`);
    return [];
  }
  const painted = element.name === 'line' ? 'none' : (a['fill'] ?? 'black');
  const fill = fillOf(painted, opacity * numberOf(a['fill-opacity'], 1), d, named);
  const stroke = strokeOf(a, opacity, d, named);
  if (fill === null && stroke === null) return [];
  const { attributes: own } = element;
  const common = { matrix, clips };
  if (
    element.name === 'rect' &&
    stroke === null &&
    fill?.kind === 'color' &&
    !numberOf(own['rx']) &&
    !numberOf(own['ry'])
  ) {
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => numberOf(own[name])) as [
      number,
      number,
      number,
      number,
    ];
    return [{ ...common, kind: 'rect', at: [x, y], width, height, fill }];
  }
  return [{ ...common, kind: 'path', at: beginOf(d), d, evenOdd: a['fill-rule'] === 'evenodd', fill, stroke }];
}

function imageItems({ attributes: a }: SvgElement, { matrix, clips }: Inherited): Item[] {
  const [, type, base64] = /^data:(image\/(?:png|jpeg));base64,(.+)$/.exec(a['href'] ?? a['xlink:href'] ?? '') ?? [];
  if (base64 === undefined || (type !== 'image/png' && type !== 'image/jpeg')) return [];
  const at = [numberOf(a['x']), numberOf(a['y'])] as const;
  const stretched = a['preserveAspectRatio'] === 'none';
  return [
    {
      kind: 'image',
      matrix,
      clips,
      at,
      width: numberOf(a['width']),
      height: numberOf(a['height']),
      stretched,
      type,
      base64,
    },
  ];
}

const weightOf = (text: string | undefined): Weight => {
  const weight = text === 'bold' ? 700 : numberOf(text, 400);
  return weight >= 700 ? 700 : weight >= 600 ? 600 : 400;
};

function textItems(
  { attributes: own, text }: SvgElement,
  { attributes: a, matrix, clips, opacity }: Inherited,
): Item[] {
  const paint = colorOf(a['fill'] ?? 'black');
  if (text === '' || paint === null) return [];
  const size = numberOf(a['font-size'], 16);
  const weight = weightOf(a['font-weight']);
  const runs = isPlain(text)
    ? plainRuns(text, size, weight)
    : (linesOf(text, Number.POSITIVE_INFINITY, { size, weight })[0]?.runs ?? []);
  const wide = runs.reduce((sum, { width }) => sum + width, 0);
  const anchor = a['text-anchor'];
  const x = numberOf(own['x']) + numberOf(own['dx']) - (anchor === 'middle' ? wide / 2 : anchor === 'end' ? wide : 0);
  const at = [x, numberOf(own['y']) + numberOf(own['dy'])] as const;
  const spacing = numberOf(a['letter-spacing']);
  return [
    flat({
      kind: 'text',
      matrix,
      clips,
      at,
      text,
      runs,
      size,
      color: paint.color,
      opacity: paint.opacity * opacity * numberOf(a['fill-opacity'], 1),
      spacing,
    }),
  ];
}

/** Text in Inter alone, in those of its files that have the characters. */
export function plainRuns(text: string, size: number, weight: Weight, tabular = false): LineRun[] {
  if (isAscii(text)) return [runIn(`inter/latin/${weight}`, text, size, 0, tabular)];
  const pieces: { readonly subset: string; part: string }[] = [];
  for (const character of text) {
    const subset = subsetOf(character.codePointAt(0) ?? 0) ?? 'latin';
    const last = pieces.at(-1);
    if (last?.subset === subset) last.part += character;
    else pieces.push({ subset, part: character });
  }
  let x = 0;
  return pieces.map(({ subset, part }) => {
    const run = runIn(`inter/${subset}/${weight}`, part, size, x, tabular);
    x += run.width;
    return run;
  });
}
