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

/** Refuses a body whose content type is not among those; JSON in any of its forms where none are named. */
export function checkContentType(request: Request, accepted: readonly string[] | null): void {
  const header = request.headers.get('content-type') ?? '';
  const type = (header.split(';')[0] ?? '').trim().toLowerCase();
  const charset = /;\s*charset=\s*"?([^";\s]+)/i.exec(header)?.[1]?.toLowerCase() ?? 'utf-8';
  const fits = accepted === null ? JSON_TYPE.test(type) && charset === 'utf-8' : accepted.includes(type);
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
    throw new Problem('malformed', 'the body is not JSON in UTF-8');
  }
}
