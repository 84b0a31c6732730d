import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { AccountId, BrandingId, TemplateId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';

/** In bytes of UTF-8, of HTML and of CSS each (spec 13, 2.13). */
export const MOST_TEMPLATE_BYTES = 64 * 1024;
/** Characters of one event: at most three bytes each, so that an event stays below what a store takes. */
const PART = 12_000;

export type TemplateText = 'html' | 'css';
type Of<Type extends string, Data = unknown> = DomainEvent<
  Type,
  { readonly template_id: TemplateId; readonly account_id: AccountId } & Data
>;
export type TemplateEvent =
  /** Texts are larger than an event may be: they come in parts, before what saves them. */
  | Of<'ReportTemplateTextGiven', { readonly source: TemplateText; readonly part: number; readonly text: string }>
  | Of<
      'ReportTemplateSaved',
      {
        readonly name: string;
        readonly branding_id: BrandingId | null;
        /** Of its branding, in place of the one before. */
        readonly is_default: boolean;
        /** The length of each text in characters. */
        readonly html_length: number;
        readonly css_length: number;
      }
    >
  | Of<'ReportTemplateRemoved'>;

export type TemplateFields = {
  readonly name: string;
  readonly html: string;
  readonly css: string;
  readonly isDefault: boolean;
  readonly brandingId: BrandingId | null;
};
export type Template =
  | { readonly status: 'none'; readonly given: Given }
  | (TemplateFields & {
      readonly status: 'there' | 'removed';
      readonly id: TemplateId;
      readonly accountId: AccountId;
      readonly given: Given;
    });
type Given = { readonly html: string; readonly css: string };
export type TemplateCommand = { readonly now: Instant } & (
  | { readonly type: 'Save'; readonly id: TemplateId; readonly accountId: AccountId; readonly fields: TemplateFields }
  | { readonly type: 'Remove' }
);
export type TemplateRefusal = { readonly code: 'not_found'; readonly message: string };

/** An agency's own frame of a report; one stream each. It was checked before it is saved. */
export const reportTemplate: Decider<TemplateCommand, Template, TemplateEvent, TemplateRefusal> = {
  initial: { status: 'none', given: { html: '', css: '' } },
  evolve: (state, event): Template => {
    switch (event.type) {
      case 'ReportTemplateTextGiven': {
        const { source, part, text } = event.data;
        return { ...state, given: { ...state.given, [source]: part === 0 ? text : state.given[source] + text } };
      }
      case 'ReportTemplateSaved': {
        const {
          template_id: id,
          account_id: accountId,
          name,
          branding_id: brandingId,
          is_default: isDefault,
        } = event.data;
        const { html, css } = textsOf(state.given, event.data);
        return { status: 'there', id, accountId, name, brandingId, isDefault, html, css, given: state.given };
      }
      case 'ReportTemplateRemoved':
        return state.status === 'none' ? state : { ...state, status: 'removed' };
    }
  },
  decide: (command, state) => {
    const at = command.now;
    if (command.type === 'Remove')
      return state.status === 'there'
        ? accept({ type: 'ReportTemplateRemoved', at, data: { template_id: state.id, account_id: state.accountId } })
        : refuse({ code: 'not_found', message: 'there is no such template' });
    if (state.status === 'removed') return refuse({ code: 'not_found', message: 'there is no such template' });
    const { id: template_id, accountId: account_id, fields } = command;
    if (state.status === 'there' && isSame(fields, state)) return accept();
    const { name, brandingId: branding_id, isDefault: is_default, html, css } = fields;
    const ids = { template_id, account_id };
    const parts = (['html', 'css'] as const).flatMap((source) =>
      partsOf(fields[source]).map(
        (text, part): TemplateEvent => ({ type: 'ReportTemplateTextGiven', at, data: { ...ids, source, part, text } }),
      ),
    );
    const lengths = { html_length: html.length, css_length: css.length };
    return accept(...parts, {
      type: 'ReportTemplateSaved',
      at,
      data: { ...ids, name, branding_id, is_default, ...lengths },
    });
  },
};

/** Texts that were given, where there is one: a text of no length has no parts. */
export const textsOf = (given: Given, told: { readonly html_length: number; readonly css_length: number }): Given => ({
  html: told.html_length === 0 ? '' : given.html,
  css: told.css_length === 0 ? '' : given.css,
});

/** A character of two halves is never cut. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + PART, text.length);
    if (to < text.length && /[\uD800-\uDBFF]/.test(text[to - 1] ?? '')) to -= 1;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}

const isSame = (one: TemplateFields, other: TemplateFields): boolean =>
  one.name === other.name &&
  one.html === other.html &&
  one.css === other.css &&
  one.isDefault === other.isDefault &&
  one.brandingId === other.brandingId;
