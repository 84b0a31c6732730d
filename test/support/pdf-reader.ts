import { inflateSync } from 'node:zlib';

/** Reads PDFs as this system writes them: enough to see what a reader with a screen reader is told. */
export type Ref = { readonly ref: number };
export type Value = null | boolean | number | string | Ref | readonly Value[] | Dict;
export type Dict = { readonly dict: ReadonlyMap<string, Value> };
/** A name stands with its slash, text without one. */
export type Piece = {
  readonly page: number;
  /** What it is marked as: the number of its content, or the type of the artifact; null where nothing marks it. */
  readonly mark: number | string | null;
  readonly text: string;
  readonly at: readonly [x: number, y: number];
};
export type Structure = {
  readonly tag: string;
  readonly dict: Dict;
  readonly text: string;
  readonly kids: readonly Structure[];
};

const isRef = (value: Value | undefined): value is Ref => typeof value === 'object' && value !== null && 'ref' in value;
export const isDict = (value: Value | undefined): value is Dict =>
  typeof value === 'object' && value !== null && 'dict' in value;

const TOKEN =
  /\s+|%[^\n]*|<<|>>|\[|\]|(\d+) (\d+) R\b|\/[^\s/<>[\]()]*|<([0-9a-fA-F\s]*)>|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[A-Za-z'"*]+/gy;

/** Text in brackets ends at the bracket that closes it. */
function literal(source: string, from: number): { readonly text: string; readonly to: number } {
  let depth = 0;
  let text = '';
  for (let at = from; ; at++) {
    const sign = source[at];
    if (sign === '\\') {
      at += 1;
      text += ESCAPED[source[at] ?? ''] ?? source[at];
    } else {
      if (sign === '(') depth += 1;
      if (sign === ')') depth -= 1;
      if (depth === 0) return { text: text.slice(1), to: at + 1 };
      text += sign;
    }
  }
}
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const decoded = (raw: string): string =>
  raw.startsWith('\u00fe\u00ff') ? Buffer.from(raw.slice(2), 'latin1').swap16().toString('utf16le') : raw;

/** Values and operators of a source, in order; operators as `!name`. */
function* tokensOf(source: string): Generator<Value> {
  const stack: { kind: 'array' | 'dict'; values: Value[] }[] = [];
  for (let at = 0; at < source.length; ) {
    let value: Value | undefined;
    if (source[at] === '(') {
      const { text, to } = literal(source, at);
      [value, at] = [decoded(text), to];
    } else {
      TOKEN.lastIndex = at;
      const match = TOKEN.exec(source);
      if (match === null) {
        at += 1;
        continue;
      }
      const [whole, ref, , hex] = match;
      at = TOKEN.lastIndex;
      if (/^\s|^%/.test(whole)) continue;
      if (whole === '<<' || whole === '[') {
        stack.push({ kind: whole === '[' ? 'array' : 'dict', values: [] });
        continue;
      }
      if (whole === '>>' || whole === ']') {
        const { kind, values } = stack.pop() ?? { kind: 'array', values: [] };
        value = kind === 'array' ? values : dictOf(values);
      } else if (ref !== undefined) value = { ref: Number(ref) };
      else if (hex !== undefined) value = `<${hex}>`;
      else if (whole.startsWith('/')) value = whole;
      else if (whole === 'true' || whole === 'false') value = whole === 'true';
      else if (whole === 'null') value = null;
      else value = Number.isNaN(Number(whole)) ? `!${whole}` : Number(whole);
    }
    const open = stack.at(-1);
    if (open) open.values.push(value);
    else yield value;
  }
}
function dictOf(values: readonly Value[]): Dict {
  const dict = new Map<string, Value>();
  for (let n = 0; n < values.length; n += 2) dict.set(String(values[n]).slice(1), values[n + 1] ?? null);
  return { dict };
}

export type Pdf = ReturnType<typeof readPdf>;

export function readPdf(bytes: Uint8Array) {
  const source = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, { readonly value: Value; readonly stream: string | null }>();
  for (const match of source.matchAll(/(?:^|\n)(\d+) 0 obj\r?\n([\s\S]*?)(?:\nendobj|stream\r?\n)/g)) {
    const [whole, number = '', head = ''] = match;
    const value = [...tokensOf(head)][0] ?? null;
    const stream = whole.endsWith('endobj') ? null : streamAt(bytes, (match.index ?? 0) + whole.length, value);
    objects.set(Number(number), { value, stream });
  }
  const get = (value: Value | undefined): Value =>
    isRef(value) ? (objects.get(value.ref)?.value ?? null) : (value ?? null);
  const at = (value: Value | undefined, ...path: readonly string[]): Value =>
    path.reduce<Value>((found, name) => {
      const inside = get(found);
      return isDict(inside) ? get(inside.dict.get(name)) : null;
    }, get(value));
  const list = (value: Value | undefined): readonly Value[] => {
    const found = get(value);
    return Array.isArray(found) ? found : found === null ? [] : [value as Value];
  };
  const streamOf = (value: Value | undefined): string => (isRef(value) ? (objects.get(value.ref)?.stream ?? '') : '');
  const trailer = [...tokensOf(source.slice(source.lastIndexOf('trailer') + 7))][0];
  const catalog = at(trailer, 'Root');
  const pages = list(at(catalog, 'Pages', 'Kids'));
  const raw = (value: Value, name: string): Value | undefined => {
    const inside = get(value);
    return isDict(inside) ? inside.dict.get(name) : undefined;
  };
  const fonts = new Map<number, ReadonlyMap<string, string>>();
  const fontOf = (page: Value, name: string): ReadonlyMap<string, string> => {
    const ref = raw(at(page, 'Resources', 'Font'), name);
    if (!isRef(ref)) return new Map();
    const known = fonts.get(ref.ref) ?? charactersOf(streamOf(raw(ref, 'ToUnicode')));
    fonts.set(ref.ref, known);
    return known;
  };
  const pieces = pages.flatMap((page, n) => piecesOf(streamOf(raw(page, 'Contents')), n, (name) => fontOf(page, name)));
  const said = new Map<string, string>();
  for (const { page, mark, text } of pieces)
    if (typeof mark === 'number') said.set(`${page} ${mark}`, (said.get(`${page} ${mark}`) ?? '') + text);
  const pageNumber = (value: Value | undefined): number =>
    pages.findIndex((page) => isRef(page) && isRef(value) && page.ref === value.ref);

  function structureOf(value: Value): Structure {
    const dict = get(value);
    if (!isDict(dict)) throw new Error('an element of the structure is a dictionary');
    const own = dict.dict.get('Pg');
    const kids: Structure[] = [];
    let text = '';
    for (const kid of list(dict.dict.get('K'))) {
      const inside = get(kid);
      if (typeof inside === 'number') text += said.get(`${pageNumber(own)} ${inside}`) ?? '';
      else if (at(inside, 'Type') === '/MCR')
        text += said.get(`${pageNumber(raw(inside, 'Pg'))} ${at(inside, 'MCID')}`) ?? '';
      else if (at(inside, 'Type') === '/OBJR') kids.push({ tag: 'OBJR', dict: inside as Dict, text: '', kids: [] });
      else {
        const child = structureOf(kid);
        kids.push(child);
        text += child.text;
      }
    }
    return { tag: String(at(dict, 'S')).slice(1), dict, text, kids };
  }
  return {
    catalog,
    pages,
    pieces,
    get,
    at,
    raw,
    list,
    pageNumber,
    streamOf,
    structure: () =>
      structureOf(
        at(catalog, 'StructTreeRoot', 'K') === null ? null : (list(raw(at(catalog, 'StructTreeRoot'), 'K'))[0] ?? null),
      ),
    objects,
  };
}

function streamAt(bytes: Uint8Array, from: number, head: Value): string {
  const length = isDict(head) ? head.dict.get('Length') : null;
  const filtered = isDict(head) && head.dict.get('Filter') === '/FlateDecode';
  const all = Buffer.from(bytes).subarray(from, typeof length === 'number' ? from + length : undefined);
  return (filtered ? inflateSync(all) : all).toString('latin1');
}

function charactersOf(table: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, first = '', all = ''] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g))
    for (const [n, [, units = '']] of [...all.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const codes = units.replaceAll(' ', '').match(/.{4}/g) ?? [];
      const glyph = (Number.parseInt(first, 16) + n).toString(16).padStart(4, '0');
      found.set(glyph, String.fromCharCode(...codes.map((code) => Number.parseInt(code, 16))));
    }
  return found;
}

const PAINTS = new Set(['!f', '!f*', '!S', '!B', '!Do', '!sh', '!b', '!s']);

/** What a page shows, in the order in which it is drawn. Graphics are pieces without text. */
function piecesOf(content: string, page: number, fontOf: (name: string) => ReadonlyMap<string, string>): Piece[] {
  const pieces: Piece[] = [];
  const marks: { mark: Piece['mark']; told: string | null }[] = [];
  let font: ReadonlyMap<string, string> = new Map();
  let at: [number, number] = [0, 0];
  let before: Value[] = [];
  const mark = (): Piece['mark'] => marks.findLast((each) => each.mark !== null)?.mark ?? null;
  const show = (text: string): void => {
    const told = marks.findLast((each) => each.told !== null);
    const said = told === undefined ? text : (told.told ?? '');
    if (told) told.told = '';
    pieces.push({ page, mark: mark(), text: said, at });
  };
  for (const token of tokensOf(content)) {
    if (typeof token !== 'string' || !token.startsWith('!')) {
      before.push(token);
      continue;
    }
    if (token === '!BDC' || token === '!BMC') marks.push(markOf(before));
    else if (token === '!EMC') marks.pop();
    else if (token === '!Tf') font = fontOf(String(before[0]).slice(1));
    else if (token === '!Tm') at = [Number(before[4]), Number(before[5])];
    else if (token === '!TJ') {
      const codes = (before[0] as readonly Value[]).flatMap((each) =>
        typeof each === 'string' ? (each.slice(1, -1).match(/.{4}/g) ?? []) : [],
      );
      show(codes.map((code) => font.get(code) ?? '\ufffd').join(''));
    } else if (PAINTS.has(token)) pieces.push({ page, mark: mark(), text: '', at: [0, 0] });
    before = [];
  }
  return pieces;
}

function markOf([tag, properties]: readonly Value[]): { mark: Piece['mark']; told: string | null } {
  if (tag === '/Artifact')
    return { mark: `Artifact ${isDict(properties) ? properties.dict.get('Type') : ''}`, told: null };
  if (!isDict(properties)) return { mark: null, told: null };
  const number = properties.dict.get('MCID');
  const told = properties.dict.get('ActualText');
  const hex = typeof told === 'string' ? told.slice(5, -1) : null;
  return {
    mark: typeof number === 'number' ? number : null,
    told: hex === null ? null : Buffer.from(hex, 'hex').swap16().toString('utf16le'),
  };
}
