import { type Box, box } from '#adapters/render/box';
import { setDocument } from '#adapters/render/document';
import { printable } from '#adapters/render/fonts';
import { type Block, columnOf, type Pages } from '#adapters/render/pages';
import { toPdf } from '#adapters/render/pdf';

/** What the documents on paper have in common: the sheet with its head and foot, colours, and small pieces. */
export const MARGIN = 52;
const HEADER = 58;
const FOOTER = 46;
export const COLUMN = Math.floor(
  columnOf({ size: 'A4', margin: { top: HEADER, bottom: FOOTER, sides: MARGIN } }).width,
);
export const INK = '#1c2430';
export const SOFT = '#5d6878';
const RULE = '#dfe4ea';
export const ACCENT = '#1f4f8f';
/** What every page is set in. */
const BASE = { color: INK, fontSize: 9.5 };
/** Of badges and cards: the text's colour and the ground's. */
export const TONES = {
  quiet: ['#5d6878', '#eef1f4'],
  blue: ['#1f4f8f', '#e6eefa'],
  green: ['#1c6b3c', '#e5f5eb'],
  red: ['#a4262c', '#fdecec'],
  solid: ['#ffffff', '#a4262c'],
} as const;
export type Tone = keyof typeof TONES;
type Style = Box['props']['style'];

export type Letterhead = {
  readonly issuer: { readonly name: string; readonly email: string };
  /** Stands on top of every page but the first. */
  readonly running: string;
};

/** Sets blocks on pages of this sheet. Equal ones make equal bytes. */
export async function written(
  blocks: readonly Block[],
  head: Letterhead,
  info: Omit<Pages['info'], 'author' | 'lang'>,
): Promise<Uint8Array> {
  const set = await setDocument({
    blocks,
    header: (page) => headOf(head, page),
    footer: (page, of) => footOf(head, page, of),
    info: { ...info, author: printable(head.issuer.name), lang: 'en' },
    size: 'A4',
    margin: { top: HEADER, bottom: FOOTER, sides: MARGIN },
    direction: 'ltr',
    ground: '#ffffff',
    style: BASE,
  });
  return toPdf(set);
}

const SMALL = { fontSize: 8, color: SOFT };
const BAR = {
  paddingLeft: MARGIN,
  paddingRight: MARGIN,
  alignItems: 'center',
  justifyContent: 'space-between',
};

const headOf = ({ issuer, running }: Letterhead, page: number): Box =>
  box({ flexDirection: 'column' }, [
    box({ height: 6, background: ACCENT }),
    box({ height: HEADER - 6, ...BAR }, [
      box({ fontSize: 11, fontWeight: 700, color: ACCENT, maxWidth: COLUMN - 160 }, printable(issuer.name)),
      box(SMALL, page === 1 ? '' : printable(running)),
    ]),
  ]);

const footOf = ({ issuer }: Letterhead, page: number, of: number): Box =>
  box({ height: FOOTER, ...BAR }, [
    box({ ...SMALL, maxWidth: COLUMN - 60 }, `${printable(issuer.name)} · ${printable(issuer.email)}`),
    box(SMALL, `${page} / ${of}`),
  ]);

/** `1,033.33` of decimal text. */
export const figure = (amount: string): string => {
  const [whole = '0', part = '00'] = amount.replace('-', '').split('.');
  return `${amount.startsWith('-') ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`;
};
export const isZero = (amount: string): boolean => amount === '0.00' || amount === '-0.00';

export const rule = (color = RULE): Box => box({ width: COLUMN, height: 1, background: color });
export const gap = (height: number): Box => box({ width: COLUMN, height });

/** Digits of one width, at the right edge of their column. */
export const amountCell = (text: string, style: Style = {}): Box =>
  box({ width: 104, justifyContent: 'flex-end', fontVariantNumeric: 'tabular-nums', ...style }, text, {
    'data-tag': 'TD',
    'data-num': true,
  });

/** A document's name, its number below, and what has become of it. */
export function titleBlock(
  title: string,
  number: string,
  badge: readonly [text: string, tone: Tone],
  letterSpacing = 0.6,
): Box {
  const [color, background] = TONES[badge[1]];
  return box({ width: COLUMN, justifyContent: 'space-between', alignItems: 'flex-start', paddingBottom: 20 }, [
    box({ flexDirection: 'column' }, [
      box({ fontSize: 24, fontWeight: 700 }, title, { 'data-tag': 'H1' }),
      box({ fontSize: 12, color: SOFT, paddingTop: 3 }, printable(number), { 'data-tag': 'P' }),
    ]),
    box(
      {
        background,
        color,
        borderRadius: 4,
        fontSize: 9,
        fontWeight: 700,
        letterSpacing,
        padding: '5px 10px',
      },
      badge[0],
      { 'data-tag': 'P' },
    ),
  ]);
}

export const label = (text: string): Box =>
  box({ fontSize: 8, color: SOFT, paddingBottom: 4 }, text, { 'data-tag': 'P' });

/** Who a document is from or for. */
export const party = (role: string, name: string, lines: readonly string[], width = 178): Box =>
  box({ flexDirection: 'column', width, ...(width === COLUMN ? { paddingBottom: 12 } : { paddingRight: 14 }) }, [
    label(role),
    box({ fontWeight: 600, wordBreak: 'break-word' }, printable(name), { 'data-tag': 'P' }),
    ...lines.map((line) =>
      box({ color: SOFT, paddingTop: 2, wordBreak: 'break-word' }, printable(line), { 'data-tag': 'P' }),
    ),
  ]);

/** A short value beside what it is. */
export const fact = (name: string, value: string, width: number): Box =>
  box({ width, justifyContent: 'space-between', paddingBottom: 3 }, [
    box({ color: SOFT }, name, { 'data-tag': 'P' }),
    box({ fontVariantNumeric: 'tabular-nums' }, printable(value), { 'data-tag': 'P', 'data-num': true }),
  ]);

/** One of the sums below a table. */
export const sumLine = (name: string, amount: string, strong = false): Box =>
  box(
    {
      width: 240,
      justifyContent: 'space-between',
      ...(strong ? { fontWeight: 700, fontSize: 11 } : { color: SOFT }),
    },
    [
      box({}, printable(name), { 'data-tag': 'TH', 'data-scope': 'Row' }),
      amountCell(figure(amount), strong ? {} : { color: INK }),
    ],
    { 'data-tag': 'TR' },
  );
