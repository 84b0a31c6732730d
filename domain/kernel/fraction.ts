import { type Cents, cents, divideRounded, formatMoney } from './money.ts';

/** An exact amount or factor on its way to one rounding; the denominator is positive. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

export const fraction = (numerator: number | bigint, denominator: number | bigint = 1): Fraction => {
  if (BigInt(denominator) <= 0n) throw new Error(`not a denominator: ${denominator}`);
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
};

export const times = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});

/** The value at `at` on the straight line from (`from`, `low`) to (`to`, `high`). */
export function interpolated(low: number, high: number, at: number, from: number, to: number): Fraction {
  if (to === from) return fraction(low);
  return {
    numerator: BigInt(low) * BigInt(to - from) + BigInt(high - low) * BigInt(at - from),
    denominator: BigInt(to - from),
  };
}

/** Rounded to whole cents, half away from zero. */
export const toCents = ({ numerator, denominator }: Fraction): Cents =>
  cents(Number(divideRounded(numerator, denominator)));

/** For people: `225.00`, or `1033.33 (exactly 3100/3)` where cents do not hold it. Of an amount in cents. */
export function tell(amount: Fraction): string {
  const rounded = formatMoney(toCents(amount));
  if (amount.numerator % amount.denominator === 0n) return rounded;
  const [n, d] = [amount.numerator, amount.denominator * 100n];
  const common = gcd(n < 0n ? -n : n, d);
  return `${rounded} (exactly ${n / common}/${d / common})`;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
