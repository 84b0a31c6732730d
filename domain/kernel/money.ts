/** US dollars in integer cents. Never a float: every figure that leaves is a decimal string. */
export type Cents = number & { readonly __brand: 'Cents' };

export const cents = (amount: number): Cents => {
  if (!Number.isSafeInteger(amount)) throw new Error(`not a whole number of cents: ${amount}`);
  return amount as Cents;
};

export const ZERO: Cents = cents(0);

/** Parses `"399.00"`, `"399"` or `"-12.5"`; null for anything that is not exact to the cent. */
export function parseMoney(text: string): Cents | null {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const amount = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return cents(match[1] === '-' && amount !== 0 ? -amount : amount);
}

/** Two decimals, no thousands separator: `"79.80"`. */
export function formatMoney(amount: Cents): string {
  const sign = amount < 0 ? '-' : '';
  const abs = Math.abs(amount);
  return `${sign}${Math.floor(abs / 100)}.${String(abs % 100).padStart(2, '0')}`;
}

/**
 * `amount × numerator ÷ denominator` in exact arithmetic, rounded once, half away from zero
 * (spec 1: one rounding per invoice line). Throws for a zero denominator.
 */
export function mulDiv(amount: Cents, numerator: number, denominator: number): Cents {
  return cents(Number(divideRounded(BigInt(amount) * BigInt(numerator), BigInt(denominator))));
}

/** Integer division rounded half away from zero. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new Error('division by zero');
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * n + d) / (2n * d);
  return negative ? -rounded : rounded;
}

/** The product of two decimals as text with `places` decimals, exact and rounded once, half away from zero. */
export function decimalProduct(a: string, b: string, places: number): string {
  const parts = [a, b].map((text) => {
    const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
    if (!match) throw new Error(`not a decimal: ${text}`);
    const [, sign, whole, part = ''] = match;
    return { digits: BigInt(`${sign}${whole}${part}`), scale: part.length };
  });
  const [x, y] = parts as [(typeof parts)[0], (typeof parts)[0]];
  const rounded = divideRounded(x.digits * y.digits * 10n ** BigInt(places), 10n ** BigInt(x.scale + y.scale));
  const text = (rounded < 0n ? -rounded : rounded).toString().padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  return `${rounded < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${text.slice(-places)}`}`;
}

/** The most that a column of so many digits holds, two of them behind the point: 10 digits are 99999999.99. */
export const mostOf = (digits: number): Cents => cents(10 ** digits - 1);
/** As wide as the platform's columns of orders, invoices and payments. */
export const MOST_MONEY = mostOf(10);
/** As wide as its columns of a subscription's monthly price and of what one link costs. */
export const MOST_PRICE = mostOf(8);

export const add = (...amounts: readonly Cents[]): Cents => cents(amounts.reduce((sum, a) => sum + a, 0));
