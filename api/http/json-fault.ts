/** Where a text stops being JSON (RFC 8259), from 1 as editors count: columns are characters, not bytes. */
export type Fault = { readonly line: number; readonly column: number; readonly why: string };

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
// A string up to its end, or up to the first character that may not stand in one.
const INSIDE = /(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;

/**
 * The first place at which the text is not JSON; null where it is. For texts that `JSON.parse` refused: it names no
 * line, and for short texts no place at all. Walks without recursion, so depth does not matter.
 */
export function jsonFault(text: string): Fault | null {
  const open: ('{' | '[')[] = [];
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found !== '';
  };
  const takes = (char: string): boolean => {
    skip(SPACE);
    if (text[at] !== char) return false;
    at++;
    return true;
  };
  const wanted = (what: string): Fault => ({ ...placeOf(text, at), why: whyNot(text, at, what) });
  const string = (): Fault | null => {
    skip(INSIDE);
    if (text[at] === '"') {
      at++;
      return null;
    }
    if (text[at] === '\\') return wanted('an escape such as \\n or \\u00e9');
    return wanted(
      at < text.length ? 'no control character inside text (write \\n, \\t, …)' : 'the " that ends the text',
    );
  };
  /** A name and its colon, inside an object. */
  const name = (): Fault | null => {
    if (!takes('"')) return wanted('a name in double quotes');
    return string() ?? (takes(':') ? null : wanted(':'));
  };

  for (;;) {
    // Here a value begins.
    if (takes('{')) {
      if (!takes('}')) {
        open.push('{');
        const fault = name();
        if (fault) return fault;
        continue;
      }
    } else if (takes('[')) {
      if (!takes(']')) {
        open.push('[');
        continue;
      }
    } else if (takes('"')) {
      const fault = string();
      if (fault) return fault;
    } else if (!skip(WORD) && !skip(NUMBER)) return wanted('a value');
    // Here one has ended: whatever it stands in goes on, or ends too.
    for (let inner = open.at(-1); ; inner = open.at(-1)) {
      if (inner === undefined) {
        skip(SPACE);
        return at === text.length ? null : wanted('nothing more after the end');
      }
      if (takes(',')) {
        const fault = inner === '{' ? name() : null;
        if (fault) return fault;
        break;
      }
      if (!takes(inner === '{' ? '}' : ']')) return wanted(inner === '{' ? ', or }' : ', or ]');
      open.pop();
    }
  }
}

/** The first byte that is not UTF-8, as a place in the text around it; null where all is well. */
export function utf8Fault(bytes: Uint8Array): Fault | null {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf(REPLACED); at !== -1; at = text.indexOf(REPLACED, from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    if (buffer.toString('hex', offset, offset + 3) !== 'efbfbd')
      return { ...placeOf(text, at), why: 'a byte that is not UTF-8' };
    offset += 3;
    from = at + 1;
  }
  return null;
}
const REPLACED = '\ufffd';

function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split(/\r\n|\n|\r/);
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}

function whyNot(text: string, at: number, what: string): string {
  const found = at < text.length ? JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0)) : 'the end';
  return `expected ${what}, found ${found}`;
}
