import { type Cents, formatMoney, MOST_MONEY, parseMoney } from '#domain/kernel/money';
import { parseQuestions } from './brief.ts';
import { GUARANTEE_REASONS, REMEDIES, REPLACEMENT_WINDOWS } from './guarantee.ts';
import type { PriceBook } from './price-book-data.ts';

/** One figure of the book, named by its path: `tiers.basic_guest_post.price.low`. Values as people write them. */
export type Changed = { readonly path: string; readonly from: string; readonly to: string };
export type Edited =
  | { readonly ok: true; readonly book: PriceBook; readonly changed: readonly Changed[] }
  | { readonly ok: false; readonly path: string; readonly message: string };

/** In ten-thousandths of a dollar: as wide as the platform's column of what an indexing request costs, 6 digits. */
const MOST_UNIT_COST = 999_999;

type Unit = 'money' | 'factor' | 'dollars_4' | 'number' | 'days';

/** What a figure is measured in follows from where it stands. */
function unitOf(path: string): Unit {
  if (path === 'guarantee.days') return 'days';
  if (path.startsWith('niches.')) return 'factor';
  if (path.startsWith('indexing.') && !path.startsWith('indexing.boost')) return 'dollars_4';
  if (path.startsWith('ahrefs.')) return 'dollars_4';
  return /\.(cost|price|cost_per_link|boost)\.(low|high)$/.test(path) ? 'money' : 'number';
}

const decimals = (digits: number, most = 999_999_999) => ({
  parse(text: string): number | null {
    const match = /^(\d{1,9})(?:\.(\d+))?$/.exec(text);
    if (!match || (match[2] ?? '').length > digits) return null;
    const value = Number(match[1]) * 10 ** digits + Number((match[2] ?? '').padEnd(digits, '0'));
    return value > most ? null : value;
  },
  tell: (value: number): string => (value / 10 ** digits).toFixed(digits),
});
type Written<T> = { parse(text: string): T | null; tell(value: T): string; readonly what: string };
const UNITS: Readonly<Record<Unit, Written<number>>> = {
  money: {
    parse(text) {
      const value = parseMoney(text);
      return value !== null && value > MOST_MONEY ? null : value;
    },
    tell: (value) => formatMoney(value as Cents),
    what: `an amount such as "150.00", at most ${formatMoney(MOST_MONEY)}`,
  },
  factor: { ...decimals(2, 99_999), what: 'a factor such as "1.50", at most 999.99' },
  dollars_4: {
    ...decimals(4, MOST_UNIT_COST),
    what: 'an amount with up to four decimals such as "0.0075", at most 99.9999',
  },
  number: { ...decimals(0), what: 'a whole number' },
  days: { ...decimals(0, 3650), what: 'a whole number of days, at most 3650' },
};

const oneOf = <T extends string>(words: readonly T[]): Written<T> => ({
  parse: (text) => words.find((word) => word === text) ?? null,
  tell: (value) => value,
  what: `one of ${words.join(', ')}`,
});
const flag: Written<boolean> = {
  parse: (text) => (text === 'true' ? true : text === 'false' ? false : null),
  tell: String,
  what: 'true or false',
};
const REASONS: Written<readonly string[]> = {
  parse(text) {
    const given = text.split(',').map((each) => each.trim());
    const known = GUARANTEE_REASONS.filter((reason) => given.includes(reason));
    return known.length === given.length ? known : null;
  },
  tell: (value) => value.join(', '),
  what: `reasons such as "lost, page_dead", of ${GUARANTEE_REASONS.join(', ')}`,
};
const QUESTIONS: Written<readonly object[]> = {
  parse: parseQuestions,
  tell: (value) => JSON.stringify(value),
  what: 'a JSON list of questions {key, label, kind: text|url|list|choice, required, max, options?}, keys being unique',
};

/** What is no figure and can be edited all the same. */
function wordOf(path: string): Written<unknown> | null {
  const known = {
    'guarantee.covers': REASONS,
    'guarantee.remedy': oneOf(REMEDIES),
    'guarantee.replacement_window': oneOf(REPLACEMENT_WINDOWS),
    'brief.questions': QUESTIONS,
  }[path];
  const word = known ?? (/^packages\.[a-z]+\.brief_required$/.test(path) ? flag : null);
  return word as Written<unknown> | null;
}
const writtenAs = (path: string): Written<unknown> => wordOf(path) ?? (UNITS[unitOf(path)] as Written<unknown>);

type Tree = { readonly [key: string]: unknown };

/** Every figure that can be edited, as text by its path. */
export function figures(book: PriceBook): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (node: Tree, at: string) => {
    for (const [key, value] of Object.entries(node)) {
      const path = at === '' ? key : `${at}.${key}`;
      if (typeof value === 'number' || wordOf(path) !== null) found.set(path, writtenAs(path).tell(value));
      else if (typeof value === 'object' && value !== null && !Array.isArray(value)) walk(value as Tree, path);
    }
  };
  walk(book, '');
  return found;
}

/** The book with these figures put in place; refuses unknown paths, unreadable values and ranges upside down. */
export function edited(book: PriceBook, changes: Readonly<Record<string, string>>): Edited {
  const known = figures(book);
  let next: Tree = book;
  const changed: Changed[] = [];
  for (const [path, text] of Object.entries(changes)) {
    const from = known.get(path);
    if (from === undefined) return { ok: false, path, message: `the price book has no figure ${path}` };
    const unit = writtenAs(path);
    const value = unit.parse(text);
    if (value === null || (typeof value === 'number' && value < 0))
      return { ok: false, path, message: `${path} must be ${unit.what}` };
    const to = unit.tell(value);
    if (to === from) continue;
    next = put(next, path.split('.'), value);
    changed.push({ path, from, to });
  }
  const wrong = upsideDown(next, '');
  if (wrong) return { ok: false, path: wrong, message: `${wrong}: the low end must not be above the high end` };
  return { ok: true, book: next as PriceBook, changed };
}

function put(node: Tree, [key = '', ...rest]: readonly string[], value: unknown): Tree {
  return { ...node, [key]: rest.length === 0 ? value : put(node[key] as Tree, rest, value) };
}

/** The path of a range whose ends are the wrong way round, or whose booked figure is outside of it. */
function upsideDown(node: Tree, at: string): string | null {
  const [first, last] = [node['low'] ?? node['from'], node['high'] ?? node['to']];
  if (typeof first === 'number' && typeof last === 'number') {
    const booked = node['booked'];
    if (first > last || (typeof booked === 'number' && (booked < first || booked > last))) return at;
  }
  for (const [key, value] of Object.entries(node)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    const wrong = upsideDown(value as Tree, at === '' ? key : `${at}.${key}`);
    if (wrong) return wrong;
  }
  return null;
}
