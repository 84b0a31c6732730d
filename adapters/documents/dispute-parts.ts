import { type Box, box } from '#adapters/render/box';
import { printable } from '#adapters/render/fonts';
import type { Block } from '#adapters/render/pages';
import { ACCENT, COLUMN, rule, SOFT, TONES, type Tone } from './sheet.ts';

/** Pieces that the sections of a dispute's summary are made of. */

type Style = Box['props']['style'];
/** Columns stand this far apart. */
const BETWEEN = 14;

export type Section = { readonly title: string; readonly blocks: readonly Block[] };

/** Of a table: what stands above a column, how wide it is, and whether it stands at the column's right edge. */
export type Column = { readonly head: string; readonly width: number; readonly right?: boolean };

const cellStyle = ({ width, right }: Column, last: boolean): Style => ({
  width: right || last ? width : width - BETWEEN,
  ...(right || last ? {} : { marginRight: BETWEEN }),
  ...(right ? { fontVariantNumeric: 'tabular-nums' } : {}),
});
const atEdge = ({ right }: Column): Style => (right ? { justifyContent: 'flex-end' } : {});

export const tableHead = (columns: readonly Column[]): Box =>
  box({ flexDirection: 'column', width: COLUMN }, [
    box(
      { width: COLUMN, fontSize: 8, color: SOFT, paddingBottom: 6 },
      columns.map((column, n) =>
        box({ ...cellStyle(column, n === columns.length - 1), ...atEdge(column) }, column.head, { 'data-tag': 'TH' }),
      ),
      { 'data-tag': 'TR' },
    ),
    rule(ACCENT),
  ]);

/** What a cell holds: text, a picture of it, or several of those one below the other. */
export type Cell = string | Box | readonly Box[];

export const tableRow = (columns: readonly Column[], cells: readonly Cell[], style: Style = {}): Box =>
  box({ flexDirection: 'column', width: COLUMN }, [
    box(
      { width: COLUMN, paddingTop: 6, paddingBottom: 6, fontSize: 8.5, ...style },
      columns.map((column, n) => {
        const cell = cells[n] ?? '';
        const more = { 'data-tag': 'TD' as const, ...(column.right ? { 'data-num': true } : {}) };
        const place = { ...cellStyle(column, n === columns.length - 1), wordBreak: 'break-word' };
        if (typeof cell === 'string') return box({ ...place, ...atEdge(column) }, cell, more);
        return box(
          { ...place, flexDirection: 'column', alignItems: column.right ? 'flex-end' : 'flex-start' },
          'type' in cell ? [cell] : cell,
          more,
        );
      }),
      { 'data-tag': 'TR' },
    ),
    rule(),
  ]);

/** A short word on a coloured ground. */
export const pill = (text: string, tone: Tone): Box => {
  const [color, background] = TONES[tone];
  return box(
    { background, color, borderRadius: 3, fontSize: 7.5, fontWeight: 700, padding: '2px 6px' },
    printable(text),
  );
};

export const paragraph = (text: string, style: Style = {}): Box =>
  box({ width: COLUMN, wordBreak: 'break-word', lineHeight: 1.45, ...style }, text, { 'data-tag': 'P' });

/** A section's title with what is said about it; `more` stands directly below, such as the head of a table. */
export const sectionHead = (title: string, about: string, more: readonly Box[] = []): Box =>
  box({ flexDirection: 'column', width: COLUMN, paddingTop: 26 }, [
    box({ fontSize: 15, fontWeight: 700, paddingBottom: 5 }, title, { 'data-tag': 'H2' }),
    paragraph(about, { color: SOFT, paddingBottom: 12 }),
    ...more,
  ]);

/** A table's own name inside a section. */
export const subhead = (title: string, more: readonly Box[] = []): Box =>
  box({ flexDirection: 'column', width: COLUMN, paddingTop: 16 }, [
    box({ fontSize: 10.5, fontWeight: 700, paddingBottom: 8 }, title, { 'data-tag': 'P' }),
    ...more,
  ]);

/** Rows under a head that comes again on every page; `opening` stands once above, and never alone. */
export function table(
  columns: readonly Column[],
  opening: (head: readonly Box[]) => Box,
  rows: readonly Box[],
  nothing: string,
): Block[] {
  if (rows.length === 0) return [{ box: opening([]), keepNext: true }, { box: paragraph(nothing, { color: SOFT }) }];
  const header = tableHead(columns);
  return [{ box: opening([header]), keepNext: true }, ...rows.map((each) => ({ box: each, header }))];
}

/** Blocks that stay on one page; for few of them. */
export const together = (blocks: readonly Block[]): Block => ({
  box: box(
    { flexDirection: 'column', width: COLUMN },
    blocks.map((each) => each.box),
  ),
});

/** The same without the room above it, for where nothing stands above. */
export function onTop(each: Box): Box {
  const { style, children } = each.props;
  if (style['paddingTop'] !== undefined)
    return { ...each, props: { ...each.props, style: { ...style, paddingTop: 0 } } };
  if (typeof children !== 'object' || children[0] === undefined) return each;
  return { ...each, props: { ...each.props, children: [onTop(children[0]), ...children.slice(1)] } };
}

/** The first and the last of a list that is too long for paper, and a row between that says how many more there are and where. */
export function shortened<T>(
  all: readonly T[],
  most: { readonly first: number; readonly last: number },
  row: (each: T) => Box | readonly Box[],
  file: string,
): Box[] {
  const left = all.length - most.first - most.last;
  if (left <= 0) return all.flatMap(row);
  const end = most.last === 0 ? [] : all.slice(-most.last);
  return [...all.slice(0, most.first).flatMap(row), leftOut(left, file), ...end.flatMap(row)];
}

const leftOut = (count: number, file: string): Box =>
  box({ flexDirection: 'column', width: COLUMN }, [
    paragraph(`… and ${count} more, in ${file}`, { paddingTop: 7, paddingBottom: 7, fontWeight: 600, color: SOFT }),
    rule(),
  ]);
