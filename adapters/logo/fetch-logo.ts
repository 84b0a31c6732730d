import { createEgress, type EgressAnswer, EgressFailed, type EgressOptions, EgressRefused } from '#adapters/egress';
import type { FetchLogo } from '#commands/reports/ports-white-label';
import { isJpeg, plainJpeg } from './jpeg.ts';
import { NotAPicture, type Picture } from './picture.ts';
import { isPng, plainPng } from './png.ts';

/** In bytes, as the spec has it. */
const MOST_BYTES = 2 * 1024 * 1024;
const TIMEOUT_MS = 10_000;
const MOST_REDIRECTS = 3;

/** Fetches logos through the guard that stands before all addresses of others: https only, and at every hop. */
export function createLogoFetch(options: EgressOptions = {}): FetchLogo {
  const egress = createEgress({
    timeoutMs: TIMEOUT_MS,
    ...options,
    maxBytes: MOST_BYTES,
    ports: [443],
    secureOnly: true,
  });
  return async (url) => {
    try {
      const { bytes, ...picture } = pictureIn(await egress.get(url, { maxRedirects: MOST_REDIRECTS }));
      return { outcome: 'fetched', bytes: new Uint8Array(bytes), picture };
    } catch (error) {
      if (error instanceof NotAPicture || error instanceof EgressRefused)
        return { outcome: 'refused', reason: error.message };
      if (error instanceof EgressFailed)
        return error.kind === 'too_large'
          ? { outcome: 'refused', reason: 'the picture is larger than 2 MiB' }
          : error.kind === 'too_many_redirects' || error.kind === 'bad_redirect'
            ? { outcome: 'refused', reason: error.message }
            : { outcome: 'temporary', error: error.message };
      throw error;
    }
  };
}

function pictureIn({ status, body }: Pick<EgressAnswer, 'status' | 'body'>): Picture {
  if (status === 429 || status >= 500) throw new EgressFailed('connection', `the server answered ${status}`);
  if (status !== 200) throw new NotAPicture(`the server answered ${status}`);
  return checkedPicture(body);
}

/** By what is in it, whatever it is called. Throws `NotAPicture`. */
export function checkedPicture(bytes: Buffer): Picture {
  if (bytes.byteLength > MOST_BYTES) throw new NotAPicture('the picture is larger than 2 MiB');
  if (isPng(bytes)) return plainPng(bytes);
  if (isJpeg(bytes)) return plainJpeg(bytes);
  if (/<svg[\s>]/i.test(bytes.toString('latin1', 0, 64 * 1024)))
    throw new NotAPicture('SVG is not taken, as it can hold scripts and read files; give a PNG or a JPEG');
  throw new NotAPicture('this is neither a PNG nor a JPEG');
}
