import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditShares } from '#domain/billing/margin';

const line = (line_id: number, amount: bigint) => ({ line_id, amount, of: `line ${line_id}` });
const lines = [line(1, 100_0000n), line(2, 200_0000n), line(3, 33_3300n)];

describe('what a credit note takes from the lines of its invoice', () => {
  it('is what it says of those that it names', () => {
    const named = [
      { line_id: 3, amount_cents: 1234 },
      { line_id: 1, amount_cents: 100 },
    ];
    expect(creditShares(lines, { net: 13_3400n, lines: named })).toEqual([
      { of: 'line 3', amount: 12_3400n },
      { of: 'line 1', amount: 1_0000n },
    ]);
  });

  it('is else in proportion, in cents, the last taking what rounding left', () => {
    expect(creditShares(lines, { net: 10_0000n, lines: [] })).toEqual([
      { of: 'line 1', amount: 3_0000n },
      { of: 'line 2', amount: 6_0000n },
      { of: 'line 3', amount: 1_0000n },
    ]);
    expect(creditShares(lines, { net: 100n, lines: [] })).toEqual([{ of: 'line 3', amount: 100n }]);
    expect(creditShares([], { net: 100n, lines: [] })).toEqual([]);
  });

  it('comes to its net exactly, in whole cents, and raises no line', () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 100_000n }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 1n, max: 1_000_000n }), (each, net) => {
        const shares = creditShares(
          each.map((amount, n) => line(n + 1, amount * 100n)),
          { net: net * 100n, lines: [] },
        );
        expect(shares.reduce((sum, { amount }) => sum + amount, 0n)).toBe(net * 100n);
        expect(shares.every(({ amount }) => amount > 0n && amount % 100n === 0n)).toBe(true);
      }),
    );
  });
});
