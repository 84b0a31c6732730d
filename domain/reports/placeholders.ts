import type { ReportDocument } from './report-document.ts';

/** Everything that a template can name, with what stands there. Nothing else is known, and nothing is looked up by name. */
const VALUES = {
  'client.name': ({ client_name }) => client_name,
  'site.name': ({ site_name }) => site_name,
  'site.domain': ({ site_domain }) => site_domain,
  'report.id': ({ id }) => String(id),
  'report.version': ({ version }) => String(version),
  'report.type': ({ type }) => type,
  'report.period_start': ({ period_start }) => period_start,
  'report.period_end': ({ period_end }) => period_end,
  'report.made_on': ({ made_at }) => made_at.slice(0, 10),
  'report.position': ({ position }) => String(position),
  'report.verdict_reason': ({ data }) => data.first_page.reason,
  'report.win': ({ data }) => data.first_page.win ?? '',
  'report.priority': ({ data }) => data.first_page.priority ?? '',
  'brand.name': ({ look }) => look.name,
  'brand.contact_email': ({ look }) => look.contact_email ?? '',
  'brand.contact_phone': ({ look }) => look.contact_phone ?? '',
  'brand.website_url': ({ look }) => look.website_url ?? '',
  'brand.footer_text': ({ look }) => look.footer_text ?? '',
} as const satisfies Readonly<Record<string, (document: ReportDocument) => string>>;

export type Placeholder = keyof typeof VALUES;
export const PLACEHOLDERS = Object.keys(VALUES) as readonly Placeholder[];
export const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(VALUES, name);

/** `{{ client.name }}` */
const MARK = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The text with every placeholder filled in; it is text still, and is escaped by whoever writes it down. */
export const filledIn = (text: string, document: ReportDocument): string =>
  text.replace(MARK, (mark, name: string) => (isPlaceholder(name) ? VALUES[name](document) : mark));

/** Where a text names what there is not, or does not close what it opens; `at` counts its characters from 0. */
export function placeholderFaults(text: string): readonly { readonly at: number; readonly message: string }[] {
  const strange = [...text.matchAll(MARK)].flatMap(({ index, 1: name = '' }) =>
    isPlaceholder(name)
      ? []
      : [
          {
            at: index,
            message: `there is no placeholder ${JSON.stringify(name.slice(0, 60))}; there are ${PLACEHOLDERS.join(', ')}`,
          },
        ],
  );
  // Marks that are whole leave their place behind, so that what is left over keeps its own.
  const rest = text.replace(MARK, (mark) => ' '.repeat(mark.length));
  const open = rest.search(/\{\{|\}\}/);
  return open < 0
    ? strange
    : [...strange, { at: open, message: 'a placeholder is not closed, or closes nothing: write {{ client.name }}' }];
}
