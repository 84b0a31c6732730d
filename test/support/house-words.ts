import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { readPdf } from './pdf-reader.ts';

/** What leaves for a white-labelled client, by what it is. */
export type Leaving = Readonly<Record<string, string | Uint8Array>>;

const WORDS = /igny8|alorig/gi;
/** In both alphabets: what is a letter in one parts words in the other. */
const LONG_BASE64 = [/[A-Za-z0-9+/]{16,}=*/g, /[\w-]{16,}/g];
const DEEP = 4;

/** The same text as everybody reads it who undoes what was done to carry it; each with how it was undone. */
function* readings(bytes: Buffer, depth = 0): Generator<readonly [how: string, text: string]> {
  const latin = bytes.toString('latin1');
  const told: (readonly [string, string])[] = [
    ['as it is', latin],
    ['as UTF-16', bytes.toString('utf16le')],
    ['as UTF-16, turned', bytes.subarray(1).toString('utf16le')],
    ['without gaps', latin.replaceAll(/[\s\0]+/g, '')],
    ['quoted-printable', latin.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_, hex) => charOf(hex, 16))],
    ['percent signs', latin.replaceAll(/%([0-9a-f]{2})/gi, (_, hex) => charOf(hex, 16))],
    ['character references', latin.replaceAll(/&#(\d+);/g, (_, number) => charOf(number, 10))],
    ['hexadecimal', Buffer.from(/^[0-9a-f]+$/i.test(latin) ? latin : '', 'hex').toString('latin1')],
  ];
  yield* told;
  if (depth === DEEP) return;
  // Lines of a mail's parts belong together.
  const joined = latin.replaceAll(/([A-Za-z0-9+/]{76})\r?\n/g, '$1');
  for (const [whole] of LONG_BASE64.flatMap((form) => [...joined.matchAll(form)]))
    for (const [how, text] of readings(Buffer.from(whole, 'base64'), depth + 1)) yield [`in base64, ${how}`, text];
  if (latin.startsWith('%PDF-')) for (const [how, text] of partsOfPdf(bytes)) yield [`in the PDF, ${how}`, text];
  for (const [how, part] of chunksOfPng(bytes))
    for (const [inside, text] of readings(part, DEEP)) yield [`in the PNG, ${how}, ${inside}`, text];
}
const charOf = (text: string, base: number): string => String.fromCharCode(Number.parseInt(text, base) % 65_536);

function* partsOfPdf(bytes: Buffer): Generator<readonly [string, string]> {
  const pdf = readPdf(new Uint8Array(bytes));
  for (const [number, { value, stream }] of pdf.objects) {
    yield [
      `object ${number}`,
      JSON.stringify(value, (_, each) => (each instanceof Map ? Object.fromEntries(each) : each)),
    ];
    if (stream !== null)
      for (const [how, text] of readings(Buffer.from(stream, 'latin1'), DEEP)) yield [`stream ${number}, ${how}`, text];
  }
  yield [
    'what is read',
    pdf.pieces
      .map(({ text }) => text)
      .join('')
      .replaceAll(/\s+/g, ''),
  ];
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
function* chunksOfPng(bytes: Buffer): Generator<readonly [string, Buffer]> {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return;
  for (let at = 8; at + 8 <= bytes.byteLength; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    // Pixels say nothing; compressed text stands behind its key and the way it is compressed.
    if (type !== 'IDAT') yield [type, data];
    if (type === 'zTXt' || type === 'iTXt') yield [`${type}, unpacked`, unpacked(data)];
    at += 12 + length;
  }
}
function unpacked(data: Buffer): Buffer {
  for (let at = data.indexOf(0); at >= 0 && at < data.byteLength; at++)
    if (data[at] === 0x78)
      try {
        return inflateSync(data.subarray(at));
      } catch {
        // Not the beginning of it.
      }
  return Buffer.alloc(0);
}

/** Where a word of the house stands in what leaves: of what, how it was read, and what is around it. */
export function houseWordsIn(leaving: Leaving): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const [name, content] of Object.entries(leaving)) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
    // The same file by many addresses is read once.
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (seen.has(hash)) continue;
    seen.add(hash);
    for (const [how, text] of readings(bytes))
      for (const { index, 0: word } of text.matchAll(WORDS))
        found.add(`${name}, ${how}: …${text.slice(Math.max(0, index - 40), index + word.length + 40)}…`);
  }
  return [...found];
}
