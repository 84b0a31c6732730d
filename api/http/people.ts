import { createHash } from 'node:crypto';

/** Whose name stands in the address that a request came to. */
export type Host =
  | { readonly neutral: false }
  /** One that names nobody, or an agency by its branding; `open` where something is served there. */
  | { readonly neutral: true; readonly branding: number | null; readonly open: boolean };

/** Hosts of agencies, and what people read there where something is wrong. */
export type Hosts = {
  of(host: string): Promise<Host>;
  /** A page that says what the status means, in one of the languages that are asked for (as `Accept-Language` has them). */
  errorPage(host: Host, status: number, languages: string): Promise<string>;
};

/** What looks different wherever it is read may be read there: of no branding only on the house's own hosts. */
export const fits = (host: Host | undefined, branding: number | null): boolean =>
  !host?.neutral || (host.branding === null ? branding !== null : host.branding === branding);

/** The policy of a page of ours: its own styles by their hash, its own pictures, no script, and forms to itself where it has any. */
export function pagePolicy(html: string, forms = false): string {
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `style-src ${styles.join(' ') || "'none'"}`,
    'img-src data:',
    `form-action ${forms ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Of whatever is for people and for nobody else: found by no search engine, told to no other site. */
export const FOR_PEOPLE = { 'X-Robots-Tag': 'noindex, nofollow', 'Referrer-Policy': 'no-referrer' } as const;
