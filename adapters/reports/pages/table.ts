import { type Box, box } from '#adapters/render/box';
import type { Block } from '#adapters/render/pages';
import { isLink } from '../html/element.ts';
import type { Cell, Column, TablePart } from '../tree/tree.ts';
import { badge, icon, type Sheet, words } from './sheet.ts';

const BETWEEN = 8;

/** Widths of columns: each its part, and no number, day or word less than it needs. */
function widths(columns: readonly Column[], width: number): readonly number[] {
  const room = width - BETWEEN * (columns.length - 1);
  const all = columns.reduce((sum, { weight }) => sum + weight, 0);
  return columns.map(({ weight }) => (room * weight) / all);
}

function inside(
  { text, href, shade, arrow, state }: Cell,
  width: number,
  numeric: boolean,
  first: boolean,
  sheet: Sheet,
): Box {
  const { theme } = sheet;
  if (state && shade) return badge({ word: text, shade }, sheet, width);
  const color = shade === undefined ? theme.ink : theme.tones[shade].ink;
  const style = {
    fontSize: 8.5,
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
  if (arrow === undefined) return said;
  return box({ width, justifyContent: 'flex-end', alignItems: 'center' }, [
    icon(arrow, 5.5, color),
    box({ width: 3 }),
    said,
  ]);
}

/** A table in rows that pages break between; its head stands again on top of each further page. */
export function table({ columns, rows, remark }: TablePart, sheet: Sheet): Block[] {
  const { theme, width } = sheet;
  const wide = widths(columns, width);
  const line = (cells: readonly Box[], rule: string): Box =>
    box({ flexDirection: 'column', width }, [
      box({ width, paddingTop: 4.5, paddingBottom: 4.5, alignItems: 'flex-start' }, cells, { 'data-tag': 'TR' }),
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
  const body = rows.map((row): Block => {
    const cells = columns.map(({ numeric }, n) => {
      const content = inside(row[n] ?? { text: '' }, wide[n] ?? 0, numeric, n === 0, sheet);
      return n === 0 ? cell(n, content, 'TH', 'Row') : cell(n, content, 'TD');
    });
    return { box: line(cells, theme.rule), header };
  });
  const said: Block[] =
    remark === null ? [] : [{ box: words({ fontSize: 8, color: theme.quiet, width, paddingTop: 5 }, remark) }];
  return rows.length === 0 ? said : [{ box: header, keepNext: true }, ...body, ...said];
}
