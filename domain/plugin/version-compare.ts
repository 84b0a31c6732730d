/**
 * PHP's `version_compare`, as every WordPress site does it: an update is offered where the site's own comparison will say so too.
 * Source: `ext/standard/versioning.c` of PHP.
 */

/** Forms in the order in which they come; anything else comes before all of them. `#` stands for a number. */
const FORMS: readonly (readonly [form: string, order: number])[] = [
  ['dev', 0],
  ['alpha', 1],
  ['a', 1],
  ['beta', 2],
  ['b', 2],
  ['RC', 3],
  ['rc', 3],
  ['#', 4],
  ['pl', 5],
  ['p', 5],
];
const NUMBER = '#N#';

const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9';
const isNoDigit = (sign: string): boolean => !isDigit(sign) && sign !== '.';
const isSeparator = (sign: string): boolean => sign === '-' || sign === '_' || sign === '+';
const isPlain = (sign: string): boolean => /^[0-9A-Za-z]$/.test(sign);

/** `1.0-rc2` as PHP takes it apart: `1.0.rc.2`. */
function canonical(version: string): string {
  let out = version.charAt(0);
  let last = out;
  for (const sign of version.slice(1)) {
    const dot = out.endsWith('.') ? '' : '.';
    const turns = (isNoDigit(last) && !isSeparator(last) && isDigit(sign)) || (isDigit(last) && isNoDigit(sign));
    if (isSeparator(sign)) out += dot;
    else if (turns) out += dot + sign;
    else out += isPlain(sign) ? sign : dot;
    last = sign;
  }
  return out;
}

const orderOf = (form: string): number => FORMS.find(([known]) => form.startsWith(known))?.[1] ?? -1;
const bySpecialForm = (a: string, b: string): number => Math.sign(orderOf(a) - orderOf(b));

function byPart(a: string, b: string): number {
  const [left, right] = [isDigit(a.charAt(0)), isDigit(b.charAt(0))];
  if (left && right) return Math.sign(Number.parseInt(a, 10) - Number.parseInt(b, 10));
  return bySpecialForm(left ? NUMBER : a, right ? NUMBER : b);
}

/** -1, 0 or 1, like `version_compare($a, $b)`: `1.0` comes before `1.0.0`, and `1.0rc1` before `1.0`. */
export function compareVersions(a: string, b: string): -1 | 0 | 1 {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? -1 : 1;
  const left = (a.startsWith('#') ? a : canonical(a)).split('.');
  const right = (b.startsWith('#') ? b : canonical(b)).split('.');
  const shared = Math.min(left.length, right.length);
  for (let at = 0; at < shared; at++) {
    // An empty part ends the comparison there, as it does in PHP.
    const [one, other] = [left[at] ?? '', right[at] ?? ''];
    if (one === '' || other === '') return restOf(left.slice(at), 1);
    const order = byPart(one, other);
    if (order !== 0) return asSign(order);
  }
  if (left.length > shared) return restOf(left.slice(shared), 1);
  if (right.length > shared) return restOf(right.slice(shared), -1);
  return 0;
}

/** One version goes on where the other has ended: with a number it is later, with a word as that word says. */
function restOf(rest: readonly string[], side: 1 | -1): -1 | 0 | 1 {
  if (isDigit(rest[0]?.charAt(0) ?? '')) return side;
  return asSign(side * compareVersions(rest.join('.'), NUMBER));
}
const asSign = (value: number): -1 | 0 | 1 => (value > 0 ? 1 : value < 0 ? -1 : 0);

/** `numbers, with an ending such as beta2`: what a release may be called. */
export const RELEASE_VERSION = /^\d{1,6}(\.\d{1,6}){1,3}(-?(alpha|beta|rc)\.?\d{0,4})?$/;
export const LONGEST_VERSION = 40;
