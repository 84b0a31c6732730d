import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Piece, packed } from '#adapters/render/pack';

const ROOM = 700;
const piece = (more: Partial<Piece> = {}): Piece => ({
  height: 100,
  lead: 0,
  keep: 0,
  breaks: 'no',
  bleed: false,
  head: null,
  cuts: [],
  lastCuts: [],
  least: 1,
  ...more,
});
/** Lines of 14 points. */
const lines = (count: number, around: number): number[] =>
  Array.from({ length: count - 1 }, (_, n) => (n + 1) * 14).filter(
    (_, n) => n + 1 >= around && count - n - 1 >= around,
  );
const text = (count: number): Piece => piece({ height: count * 14, cuts: lines(count, 2), lastCuts: lines(count, 1) });
const numbers = (pages: ReturnType<typeof packed>): number[][] =>
  pages.map(({ parts }) => parts.map((part) => part.piece));

describe('packing', () => {
  const any = fc.oneof(
    fc
      .record({
        height: fc.integer({ min: 1, max: 650 }),
        keep: fc.integer({ min: 0, max: 2 }),
        breaks: fc.constantFrom('no', 'no', 'no', 'yes'),
      })
      .map((more) => piece(more as Partial<Piece>)),
    fc.integer({ min: 1, max: 120 }).map(text),
    fc.integer({ min: 51, max: 200 }).map((count) => ({ ...text(count), cuts: [] })),
    fc.integer({ min: 10, max: 90 }).map((height) => piece({ height, head: { of: 0, height: 20 } })),
    fc.integer({ min: 100, max: 690 }).map((height) => piece({ height, least: 0.75 })),
    fc.constant(piece({ bleed: true, height: 800 })),
  );
  it('leaves nothing out, shows nothing twice, keeps the order, and never goes over the end of a page', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (pieces) => {
        const pages = packed(pieces, ROOM);
        const shown = pieces.map(() => 0);
        let last = -1;
        for (const { parts, bleed } of pages) {
          let from = 0;
          for (const part of parts) {
            expect(part.piece).toBeGreaterThanOrEqual(last);
            last = part.piece;
            expect(part.y).toBeGreaterThanOrEqual(from - 0.1);
            from = part.y + (part.to - part.from) * part.scale;
            if (!bleed) expect(from).toBeLessThanOrEqual(ROOM + 0.1);
            shown[part.piece] = (shown[part.piece] ?? 0) + part.to - part.from;
          }
        }
        for (const [n, { height }] of pieces.entries()) expect(shown[n]).toBeCloseTo(height, 1);
      }),
    );
  });

  it('leaves two lines of a paragraph on either page at least', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 690 }), fc.integer({ min: 4, max: 90 }), (above, count) => {
        const pages = packed([piece({ height: above }), text(count)], ROOM);
        for (const { parts } of pages)
          for (const { piece: n, from, to } of parts)
            if (n === 1) expect(Math.round((to - from) / 14)).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('keeps a heading with the two blocks after it, and with less where a page cannot hold them', () => {
    const heading = piece({ height: 30, keep: 2 });
    expect(numbers(packed([piece({ height: 500 }), heading, piece(), piece()], ROOM))).toEqual([[0], [1, 2, 3]]);
    expect(numbers(packed([piece({ height: 500 }), heading, piece(), piece({ height: 650 })], ROOM))).toEqual([
      [0, 1, 2],
      [3],
    ]);
  });

  it('repeats the head of a table, not where the table begins', () => {
    const row = piece({ height: 60, head: { of: 3, height: 40 } });
    const pages = packed(
      [piece({ height: 600 }), piece({ height: 40, keep: 2 }), ...Array.from({ length: 14 }, () => row)],
      ROOM,
    );
    expect(pages.map(({ heads }) => heads.map(({ of }) => of))).toEqual([[], [], [3]]);
    expect(numbers(pages)[1]?.[0]).toBe(1);
    expect(pages[2]?.parts[0]?.y).toBe(40);
  });

  it('draws a chart a little smaller rather than alone on the next page', () => {
    const chart = piece({ height: 200, least: 0.75 });
    const [page, ...more] = packed([piece({ height: 540 }), chart], ROOM);
    expect(more).toEqual([]);
    expect(page?.parts[1]?.scale).toBeCloseTo(0.8);
    expect(packed([piece({ height: 560 }), chart], ROOM)).toHaveLength(2);
  });

  it('leaves out the room above a block at the top of a page, and gives a cover a page without', () => {
    const pages = packed(
      [piece({ bleed: true, height: 842 }), piece({ height: 690, lead: 20 }), piece({ height: 50, lead: 20 })],
      ROOM,
    );
    expect(pages.map(({ bleed }) => bleed)).toEqual([true, false, false]);
    expect(pages.map(({ parts }) => parts[0]?.from)).toEqual([0, 20, 20]);
  });

  it('refuses what would be too small to be read', () => {
    expect(packed([piece({ height: 1700 })], ROOM)[0]?.parts[0]?.scale).toBeCloseTo(700 / 1700);
    expect(() => packed([piece({ height: 1800 })], ROOM)).toThrow(
      'a block of 1800 points does not fit on a page of 700',
    );
  });
});
