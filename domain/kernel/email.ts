/**
 * What Django's `validate_email` accepts, which is what the platform lets its accounts register with: an address that
 * it has taken must not be refused here. Source: django/core/validators.py, `EmailValidator` and `DomainNameValidator`.
 */
const LOCAL = /^[-!#$%&'*+/=?^_`{}|~0-9A-Z]+(\.[-!#$%&'*+/=?^_`{}|~0-9A-Z]+)*$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a quoted local part may hold them (RFC 5321).
const QUOTED = /^"([\x01-\x08\x0b\x0c\x0e-\x1f!#-[\]-\x7f]|\\[\x01-\x09\x0b\x0c\x0e-\x7f])*"$/;
const LETTER = 'a-z\u00a1-\uffff';
const HOST = `[${LETTER}0-9](?:[${LETTER}0-9-]{0,61}[${LETTER}0-9])?`;
const LABELS = `(?:\\.(?!-)[${LETTER}0-9-]{1,63}(?<!-))*`;
const TOP = `\\.(?!-)(?:[${LETTER}-]{2,63}|xn--[a-z0-9]{1,59})(?<!-)`;
const DOMAIN = new RegExp(`^${HOST}${LABELS}${TOP}$`, 'i');
const LITERAL = /^\[([A-F0-9:.]+)\]$/i;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
const IPV6_GROUP = /^[0-9a-f]{1,4}$/i;

/** The longest address that is taken, in characters (RFC 3696: 64 of the local part, 255 of the domain, and the @). */
export const MAX_EMAIL = 320;

/** True for an e-mail address as the platform takes it: international domains, `xn--` names, and all of `!#$%&'*+/=?^_{|}~`. */
export function isEmail(text: string): boolean {
  if (text.length > MAX_EMAIL) return false;
  const at = text.lastIndexOf('@');
  if (at < 1) return false;
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (!LOCAL.test(local) && !QUOTED.test(local)) return false;
  if (domain.toLowerCase() === 'localhost' || DOMAIN.test(domain)) return true;
  const literal = LITERAL.exec(domain)?.[1];
  return literal !== undefined && (IPV4.test(literal) || isIpv6(literal));
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const dotted = last.includes('.') && IPV4.test(last);
  const plain = dotted ? groups.slice(0, -1) : groups;
  const count = plain.length + (dotted ? 2 : 0);
  return plain.every((group) => IPV6_GROUP.test(group)) && (halves.length === 2 ? count < 8 : count === 8);
}
