/** What part of so many bytes is asked for: the whole, a part by its first and last byte, or none that there is. */
export type Part = { readonly first: number; readonly last: number } | 'whole' | 'none';

/**
 * Reads a `Range` header. Several ranges at once, and what is not of bytes, are answered with the whole: nobody need split an answer
 * (RFC 9110, 14.2). A range is only good for the bytes that it was made for: `If-Range` must name them.
 */
export function partAsked(size: number, range: string | undefined, ifRange: string | undefined, etag: string): Part {
  if (range === undefined || (ifRange !== undefined && ifRange.trim() !== etag)) return 'whole';
  const [, from, to] = /^bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(range) ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return 'whole';
  if (from === '') {
    const length = Math.min(size, Number(to));
    return length === 0 ? 'none' : { first: size - length, last: size - 1 };
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(size - 1, Number(to));
  if (to !== '' && Number(to) < first) return 'whole';
  return first >= size ? 'none' : { first, last };
}

/** Whether a list of entity tags, or `*`, names this one. */
export const names = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((each) => each.trim().replace(/^W\//, '') === etag));
