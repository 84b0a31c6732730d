import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { names, partAsked } from '#api/plugin/byte-range';

const ETAG = '"abc"';
const part = (range: string | undefined, ifRange?: string, size = 100) => partAsked(size, range, ifRange, ETAG);

describe('what part is asked for', () => {
  it.each([
    [undefined, 'whole'],
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=0-', { first: 0, last: 99 }],
    ['bytes=99-', { first: 99, last: 99 }],
    ['bytes=10-19', { first: 10, last: 19 }],
    ['bytes=90-1000', { first: 90, last: 99 }],
    ['bytes=-1', { first: 99, last: 99 }],
    ['bytes=-100', { first: 0, last: 99 }],
    ['bytes=-1000', { first: 0, last: 99 }],
    ['BYTES = 1 - 2 ', { first: 1, last: 2 }],
    ['bytes=100-', 'none'],
    ['bytes=100-200', 'none'],
    ['bytes=-0', 'none'],
    ['bytes=2-1', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=a-b', 'whole'],
    ['bytes=0-1,4-5', 'whole'],
    ['pages=1-2', 'whole'],
    ['', 'whole'],
  ] as const)('%s', (range, expected) => expect(part(range)).toEqual(expected));

  it('is a part only of the bytes that If-Range names', () => {
    expect(part('bytes=0-9', ETAG)).toEqual({ first: 0, last: 9 });
    for (const other of ['"other"', `W/${ETAG}`, 'Wed, 17 Jun 2026 08:00:00 GMT', ''])
      expect(part('bytes=0-9', other)).toBe('whole');
  });

  it('lies within the whole, whatever is asked', () => {
    const number = fc.oneof(fc.constant(''), fc.nat(300).map(String));
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 200 }), (from, to, size) => {
        const asked = part(`bytes=${from}-${to}`, undefined, size);
        if (typeof asked === 'string') return;
        expect(asked.first).toBeGreaterThanOrEqual(0);
        expect(asked.last).toBeLessThan(size);
        expect(asked.first).toBeLessThanOrEqual(asked.last);
      }),
    );
  });

  it('knows a tag in a list, weak or not, and everything by a star', () => {
    expect(names(undefined, ETAG)).toBe(false);
    for (const header of [ETAG, `"x", W/${ETAG}`, ' * ']) expect(names(header, ETAG), header).toBe(true);
    for (const header of ['abc', '"x"', '']) expect(names(header, ETAG), header).toBe(false);
  });
});
