import type { Day } from '#domain/kernel/time';
import type { ColumnKind, Table, Unit } from '#domain/reports/report-data';
import type { Shade } from '../theme.ts';
import { directionOf, shadeOfChange } from './figures.ts';
import type { Cell, TablePart } from './tree.ts';
import type { Words } from './words.ts';

type ColumnOf = Table['columns'][number];
type Value = string | number | null;

const UNITS: { readonly [K in ColumnKind]?: Unit } = {
  count: 'count',
  percent: 'percent',
  position: 'position',
  usd: 'usd',
  score: 'score',
};
/** How much of a table's width a column of that kind wants. */
const WEIGHTS: { readonly [K in ColumnKind]: number } = {
  text: 3,
  url: 3.4,
  day: 1.35,
  count: 1.1,
  percent: 1.1,
  position: 1,
  change: 1.1,
  usd: 1.25,
  score: 0.9,
  word: 1.3,
};
/** States that say by their word how things stand. */
const STATES: { readonly [word: string]: Shade } = {
  live: 'good',
  indexed: 'good',
  replaced: 'good',
  approved: 'good',
  delivered: 'good',
  completed: 'good',
  reviewed: 'good',
  pending: 'warn',
  placed: 'warn',
  in_progress: 'warn',
  open: 'warn',
  replacement_owed: 'warn',
  lost: 'bad',
  error: 'bad',
  failed: 'bad',
  refused: 'bad',
  rejected: 'bad',
};

const ADDRESS = /^https?:\/\//i;
/** An address is shown without its scheme and last slash, one of the site itself as its path alone, and is a link. */
function addressed(text: string, site: string): Cell {
  if (!ADDRESS.test(text)) return { text };
  const whole = text.replace(ADDRESS, '');
  const own = whole.toLowerCase().startsWith(`${site.toLowerCase()}/`) ? whole.slice(site.length) : whole;
  return { text: own.length > 1 ? own.replace(/\/$/, '') : own, href: text };
}

function cellOf(value: Value, { kind, better = 'up' }: ColumnOf, site: string, words: Words): Cell {
  if (value === null || value === '') return { text: '–', shade: 'plain' };
  if (kind === 'change') {
    const change = Number(value);
    const text = change === 0 ? words.say('change.same') : words.formats.signed(change, 'score');
    return { text, shade: shadeOfChange(change, better), arrow: directionOf(change) };
  }
  if (kind === 'word') {
    const shade = STATES[String(value)];
    return { text: words.own('word', String(value)), ...(shade ? { shade, state: true as const } : {}) };
  }
  if (kind === 'day') return { text: words.formats.day(String(value) as Day) };
  if (kind === 'url') return addressed(String(value), site);
  const unit = UNITS[kind];
  return { text: unit === undefined ? String(value) : words.formats.number(value, unit) };
}

/** Texts and addresses get as much as the longer of them want, within limits. */
function weightOf(kind: ColumnKind, cells: readonly Cell[]): number {
  if (kind !== 'text' && kind !== 'url') return WEIGHTS[kind];
  const lengths = cells.map(({ text }) => text.length).sort((a, b) => a - b);
  const longer = lengths[Math.floor(lengths.length * 0.8)] ?? 0;
  return Math.min(WEIGHTS[kind], Math.max(1.3, longer * 0.085));
}

export function tableShown(table: Table, site: string, words: Words): TablePart {
  const { columns, rows, total } = table;
  const { formats } = words;
  const more = { shown: formats.number(rows.length, 'count'), total: formats.number(total, 'count') };
  const cells = rows.map((row) => columns.map((column, n) => cellOf(row[n] ?? null, column, site, words)));
  return {
    kind: 'table',
    title: words.name('table', table.key),
    columns: columns.map(({ key, kind }, n) => ({
      name: words.name('column', key),
      numeric: UNITS[kind] !== undefined || kind === 'change',
      weight: weightOf(
        kind,
        cells.flatMap((row) => row[n] ?? []),
      ),
      wraps: kind === 'text' || kind === 'url',
      whole: kind === 'day',
    })),
    rows: cells,
    remark:
      rows.length === 0 ? words.say('part.no_rows') : total > rows.length ? words.say('part.more_rows', more) : null,
  };
}
