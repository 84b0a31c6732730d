import { escaped } from '../charts/svg.ts';

/** HTML that is whole; a plain string is text and is escaped. */
export type Html = { readonly html: string };
type Inside = Html | string | null | false | readonly Inside[];
type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

export const raw = (html: string): Html => ({ html });
const written = (inside: Inside): string => {
  if (inside === null || inside === false) return '';
  if (typeof inside === 'string') return escaped(inside);
  return 'html' in inside ? inside.html : inside.map(written).join('');
};

const VOID = new Set(['meta', 'img', 'br', 'hr', 'link']);
export function el(name: string, attributes: Attributes, ...inside: readonly Inside[]): Html {
  const all = Object.entries(attributes)
    .map(([key, value]) =>
      value === null || value === undefined || value === false
        ? ''
        : value === true
          ? ` ${key}`
          : ` ${key}="${escaped(String(value))}"`,
    )
    .join('');
  return raw(VOID.has(name) ? `<${name}${all}>` : `<${name}${all}>${written(inside)}</${name}>`);
}

/** Where a link may lead; anything else is text. */
export const isLink = (href: string | null | undefined): href is string =>
  typeof href === 'string' && /^(https?:\/\/|mailto:|tel:|#)/i.test(href);
export const linked = (href: string | null | undefined, text: string, attributes: Attributes = {}): Html | string =>
  isLink(href)
    ? el('a', { href, rel: href.startsWith('http') ? 'noopener noreferrer' : null, ...attributes }, text)
    : text;
