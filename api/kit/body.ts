import type { Context } from 'hono';
import { Problem } from './problem.ts';

export const BODY_LIMIT = 256 * 1024;
const MAX_DEPTH = 32;

/** The body's bytes, read up to the limit whatever Content-Length says. */
export async function readBody(c: Context, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new Problem('too_large', `the body may have at most ${limit} bytes`);
  if (Number(c.req.header('content-length') ?? 0) > limit) throw tooLarge();
  const stream = c.req.raw.body;
  if (!stream) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The body as JSON; undefined where there is none. */
export function parseJson(c: Context, bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return undefined;
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && !/^application\/[a-z0-9.-]+\+json$/.test(type)) {
    throw new Problem('unsupported_media_type', `the body must be application/json, not ${type || 'without a type'}`);
  }
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new Problem('malformed', 'the body is not valid JSON in UTF-8');
  }
  check(value, '', 0);
  return value;
}

/** What JSON allows but no store of ours keeps: NUL in text, lone surrogates, endless nesting. */
function check(value: unknown, pointer: string, depth: number): void {
  if (depth > MAX_DEPTH) throw new Problem('malformed', `the body is nested deeper than ${MAX_DEPTH}`);
  if (typeof value === 'string') checkText(value, pointer);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    checkText(key, pointer);
    check(member, `${pointer}/${key}`, depth + 1);
  }
}

function checkText(text: string, pointer: string): void {
  if (text.includes('\u0000') || /\p{Surrogate}/u.test(text)) {
    const errors = [{ pointer, message: 'text may not hold NUL characters or lone surrogates' }];
    throw new Problem('invalid_values', `${pointer}: text may not hold NUL characters or lone surrogates`, { errors });
  }
}
