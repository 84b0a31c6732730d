import { jsonFault, utf8Fault } from './json-fault.ts';
import { Problem } from './problem.ts';

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json$/;

/** Reads at most `limit` bytes, whether or not a length was announced. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new Problem('too_large', `at most ${limit} bytes are taken`);
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > limit) throw tooLarge();
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Problem('malformed', 'the body ended before it was complete');
    });
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel().catch(() => {});
      throw tooLarge();
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks, size);
}

/** True for a JSON media type, with or without parameters, whose charset is UTF-8 or not said. */
export function isJsonType(header: string): boolean {
  const type = (header.split(';')[0] ?? '').trim().toLowerCase();
  const charset = /;\s*charset=\s*"?([^";\s]+)/i.exec(header)?.[1]?.toLowerCase() ?? 'utf-8';
  return JSON_TYPE.test(type) && charset === 'utf-8';
}

/** Refuses a body whose content type is not among those; JSON in any of its forms where none are named. */
export function checkContentType(request: Request, accepted: readonly string[] | null): void {
  const header = request.headers.get('content-type') ?? '';
  const type = (header.split(';')[0] ?? '').trim().toLowerCase();
  const fits = accepted === null ? isJsonType(header) : accepted.includes(type);
  const wanted = accepted === null ? 'application/json (UTF-8)' : accepted.join(', ');
  if (!fits) throw new Problem('unsupported_media_type', `the body must be ${wanted}`);
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding.toLowerCase() !== 'identity')
    throw new Problem('unsupported_media_type', 'the body must not be compressed');
}

/** The JSON in those bytes. An empty body is an empty object: then the schema says what is missing. */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return {};
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const fault = utf8Fault(bytes) ?? jsonFault(new TextDecoder().decode(bytes));
    const where = fault === null ? '' : `: line ${fault.line}, column ${fault.column}: ${fault.why}`;
    throw new Problem('malformed', `the body is not JSON in UTF-8${where}`);
  }
}
