import { type Month, nextMonth, parseMonth } from '#domain/kernel/time';

/** Columns of a sheet of contracts; the first five must be there. */
export const SHEET_COLUMNS = [
  'reference',
  'account_id',
  'site_id',
  'tier',
  'started_on',
  'billed_months',
  'months_to_bill',
  'monthly_price',
  'override_reason',
  'currency',
  'delivered_articles',
  'account_manager_id',
] as const;
const NEEDED = SHEET_COLUMNS.slice(0, 5);
type Column = (typeof SHEET_COLUMNS)[number];
const NUMBERS: ReadonlySet<Column> = new Set(['account_id', 'site_id', 'delivered_articles', 'account_manager_id']);
const MONTHS: ReadonlySet<Column> = new Set(['billed_months', 'months_to_bill']);

/** A contract as the API takes it; what its cells hold is checked there. */
export type SheetContract = { readonly [column in Column]?: string | number | readonly string[] };
export type SheetProblem = { readonly line: number; readonly message: string };
export type Sheet = {
  readonly contracts: readonly SheetContract[];
  /** The line of each contract in the text. */
  readonly lines: readonly number[];
  readonly problems: readonly SheetProblem[];
};

/** Contracts from CSV with a head line: commas, semicolons or tabs; cells in quotes; months as `2026-03 2026-04` or `2026-03..2026-05`. */
export function contractsOfSheet(text: string): Sheet {
  const [head, ...rows] = rowsOf(text.replace(/^\uFEFF/, ''));
  if (!head) return { contracts: [], lines: [], problems: [{ line: 1, message: 'it is empty' }] };
  const names = head.cells.map((cell) => cell.trim().toLowerCase());
  const strange = names.filter((name) => !isColumn(name));
  const missing = NEEDED.filter((name) => !names.includes(name));
  const problems: SheetProblem[] = [
    ...strange.map((name) => ({
      line: head.line,
      message: `there is no column ${name === '' ? 'without a name' : name}`,
    })),
    ...missing.map((name) => ({ line: head.line, message: `the column ${name} is missing` })),
    ...rows
      .filter(({ cells }) => cells.length !== names.length)
      .map(({ line, cells }) => ({ line, message: `it has ${cells.length} cells, and the head ${names.length}` })),
  ];
  if (problems.length > 0) return { contracts: [], lines: [], problems };
  return {
    contracts: rows.map(({ cells }) => contractOf(names, cells)),
    lines: rows.map(({ line }) => line),
    problems,
  };
}

const isColumn = (name: string): name is Column => SHEET_COLUMNS.some((each) => each === name);

function contractOf(names: readonly string[], cells: readonly string[]): SheetContract {
  const filled = names.flatMap((name, index) => {
    const cell = (cells[index] ?? '').trim();
    return cell === '' || !isColumn(name) ? [] : [[name, cellOf(name, cell)] as const];
  });
  return Object.fromEntries(filled);
}

function cellOf(name: Column, cell: string): string | number | readonly string[] {
  if (MONTHS.has(name)) return cell.split(/[\s|]+/).flatMap(monthsOf);
  return NUMBERS.has(name) && /^\d{1,15}$/.test(cell) ? Number(cell) : cell;
}

/** A month, or all from one to another; whatever is neither stays as it is written, and is refused by name. */
function monthsOf(text: string): readonly string[] {
  const [from, to, ...more] = text.split('..').map(parseMonth);
  if (from == null || to == null || more.length > 0 || to < from) return [text];
  const months: Month[] = [];
  for (let month = from; month <= to && months.length < 600; month = nextMonth(month)) months.push(month);
  return months;
}

type Row = { readonly line: number; readonly cells: readonly string[] };

/** The rows of a CSV text, by RFC 4180; empty lines are none. What stands most often in the first line parts the cells. */
function rowsOf(text: string): Row[] {
  const first = text.split(/\r?\n/, 1)[0] ?? '';
  const often = (mark: string) => first.split(mark).length;
  const mark = [',', ';', '\t'].reduce((best, each) => (often(each) > often(best) ? each : best));
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let begun = 1;
  const end = () => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== '')) rows.push({ line: begun, cells });
    cells = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '\n') line += 1;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (char === mark) {
      cells.push(cell);
      cell = '';
    } else if (char === '\n') {
      end();
      begun = line;
    } else if (char !== '\r') cell += char;
  }
  end();
  return rows;
}
