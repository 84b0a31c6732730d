import { type Box, box } from '#adapters/render/box';
import type { Block } from '#adapters/render/pages';
import { widthOf } from '../charts/measure.ts';
import { isLink } from '../html/element.ts';
import type { Cell, TablePart } from '../tree/tree.ts';
import { icon, type Sheet, words } from './sheet.ts';

const BETWEEN = 8;

const SIZE = 8.5;
/** No column that does not wrap gets more than this part of the table. */
const MOST = 0.3;
/** What a cell needs to stand in one line, with its arrow or sign. */
const needOf = ({ text, arrow, state }: Cell): number =>
  widthOf(text, SIZE) * 1.06 + (arrow === undefined ? 0 : 10) + (state ? 13 : 0);
/** A table of so few rows is not broken. */
const WHOLE = 5;
/** Numbers stand clear of each other. */
const LEAST = 36;
const longestWord = (text: string): number => Math.max(...text.split(/\s+/).map((word) => widthOf(word, 7.5) * 1.08));

/** Numbers, days and states get what they need; what is left is shared by texts, each by how long it is. */
function widths({ columns, rows }: TablePart, width: number): readonly number[] {
  const room = width - BETWEEN * (columns.length - 1);
  const needs = columns.map(({ name, wraps }, n) =>
    wraps
      ? 0
      : Math.min(
          width * MOST,
          Math.max(LEAST, longestWord(name), ...rows.map((row) => needOf(row[n] ?? { text: '' }))),
        ),
  );
  const needed = needs.reduce((sum, need) => sum + need, 0);
  const weights = columns.map(({ weight, wraps }) => (wraps ? weight : 0));
  const shared = weights.reduce((sum, weight) => sum + weight, 0);
  if (shared === 0) return needs.map((need) => (need * room) / needed);
  const scale = Math.min(1, (room * 0.7) / needed);
  return needs.map((need, n) => need * scale + ((room - needed * scale) * (weights[n] ?? 0)) / shared);
}

function inside(
  { text, href, shade, arrow, state }: Cell,
  width: number,
  numeric: boolean,
  first: boolean,
  sheet: Sheet,
): Box {
  const { theme } = sheet;
  const color = shade === undefined ? theme.ink : theme.tones[shade].ink;
  const style = {
    fontSize: href === undefined ? SIZE : 7.8,
    color,
    lineHeight: 1.4,
    width: arrow === undefined ? width : undefined,
    ...(first ? { fontWeight: 600 } : {}),
    ...(arrow === undefined ? {} : { fontWeight: 600 }),
    ...(numeric ? { justifyContent: 'flex-end', textAlign: 'right', fontVariantNumeric: 'tabular-nums' } : {}),
  };
  const said = words(
    Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined)) as typeof style & {
      width: number;
    },
    text,
    {
      tag: 'P',
      num: numeric,
      href: isLink(href) ? href : null,
    },
  );
  if (state && shade)
    return box({ width, alignItems: 'flex-start' }, [
      box({ width: 10, paddingTop: 2.6, flexShrink: 0 }, [icon(shade, 6.5, color)]),
      words({ fontSize: SIZE, fontWeight: 600, color, lineHeight: 1.4, width: width - 10 }, text),
    ]);
  if (arrow === undefined) return said;
  return box({ width, justifyContent: 'flex-end', alignItems: 'center' }, [
    icon(arrow, 5.5, color),
    box({ width: 3 }),
    said,
  ]);
}

/** A table in rows that pages break between; its head stands again on top of each further page. */
export function table(part: TablePart, sheet: Sheet): Block[] {
  const { columns, rows, remark } = part;
  const { theme, width } = sheet;
  const wide = widths(part, width);
  const line = (cells: readonly Box[], rule: string): Box =>
    box({ flexDirection: 'column', width }, [
      box({ width, paddingTop: 2.6, paddingBottom: 2.6, alignItems: 'flex-start' }, cells, { 'data-tag': 'TR' }),
      box({ width, height: 0.75, backgroundColor: rule }),
    ]);
  const cell = (n: number, content: Box, tag: 'TH' | 'TD', scope?: 'Row' | 'Column'): Box =>
    box(
      {
        width: wide[n] ?? 0,
        marginLeft: n === 0 ? 0 : BETWEEN,
        justifyContent: columns[n]?.numeric ? 'flex-end' : 'flex-start',
        flexShrink: 0,
      },
      [content],
      { 'data-tag': tag, ...(scope ? { 'data-scope': scope } : {}) },
    );
  const header = line(
    columns.map(({ name, numeric }, n) =>
      cell(
        n,
        words(
          {
            fontSize: 7.5,
            fontWeight: 600,
            color: theme.quiet,
            lineHeight: 1.3,
            width: wide[n] ?? 0,
            ...(numeric ? { justifyContent: 'flex-end', textAlign: 'right' } : {}),
          },
          name,
        ),
        'TH',
        'Column',
      ),
    ),
    theme.quiet,
  );
  const body = rows.map((row, at): Block => {
    const cells = columns.map(({ numeric }, n) => {
      const content = inside(row[n] ?? { text: '' }, wide[n] ?? 0, numeric, n === 0, sheet);
      return n === 0 ? cell(n, content, 'TH', 'Row') : cell(n, content, 'TD');
    });
    // A short table stands whole, and no row stands alone on a page.
    const last = rows.length - 1;
    const keeps = at === last ? remark !== null : rows.length <= WHOLE || at === last - 1;
    return { box: line(cells, theme.rule), header, ...(keeps ? { keepNext: true } : {}) };
  });
  const said: Block[] =
    remark === null ? [] : [{ box: words({ fontSize: 8, color: theme.quiet, width, paddingTop: 5 }, remark) }];
  return rows.length === 0 ? said : [{ box: header, keepNext: true }, ...body, ...said];
}
