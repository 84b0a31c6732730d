import { type TemplateEvent, textsOf } from '#domain/reports/report-template';
import { type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import { boolean, integer, oneOf, stamps, table, text } from '#runtime/table';
import { typed } from '#runtime/table-reads';

export const TEMPLATES = table(
  'igny8_report_templates',
  {
    id: integer,
    account_id: integer,
    name: text,
    template_html: text,
    template_css: text,
    is_default: boolean,
    branding_id: integer.orNull,
    status: oneOf('there', 'removed'),
    revision: integer,
    ...stamps,
  },
  { key: ['id'], indexes: [['account_id'], ['branding_id']], tenant: true },
);
/** Parts of texts as they come, before they are saved. */
const TEXTS = table(
  'igny8_report_template_texts',
  { template_id: integer, html: text, css: text },
  { key: ['template_id'] },
);

/** Frames of reports that agencies wrote; of one branding only the last that was made its default is. */
export const reportTemplates: Projection = projection<TemplateEvent>({
  name: TEMPLATES.name,
  version: 1,
  tables: [TEMPLATES, TEXTS],
  on: {
    async ReportTemplateTextGiven(rows, { data }) {
      const { template_id, source, part, text: given } = data;
      const before = (await rows.get(TEXTS, { template_id })) ?? { template_id, html: '', css: '' };
      rows.put(TEXTS, { ...before, [source]: part === 0 ? given : before[source] + given });
    },
    async ReportTemplateSaved(rows, { data, at, revision }) {
      const { template_id: id, account_id, name, branding_id, is_default } = data;
      const given = (await rows.get(TEXTS, { template_id: id })) ?? { html: '', css: '' };
      const { html: template_html, css: template_css } = textsOf(given, data);
      const known = await rows.get(TEMPLATES, { id });
      const stamped = { created_at: known?.created_at ?? at, updated_at: at };
      if (is_default)
        for (const other of await rows.find(TEMPLATES, { account_id }))
          if (other.id !== id && other.branding_id === branding_id && other.is_default)
            rows.put(TEMPLATES, { ...other, is_default: false, updated_at: at });
      rows.put(TEMPLATES, {
        id,
        account_id,
        name,
        template_html,
        template_css,
        is_default,
        branding_id,
        status: 'there',
        revision,
        ...stamped,
      });
    },
    ReportTemplateRemoved: (rows, { data, at, revision }) =>
      rows.change(TEMPLATES, { id: data.template_id }, (row) => ({
        ...row,
        status: 'removed',
        is_default: false,
        revision,
        updated_at: at,
      })),
  },
});

export const templateVisits = (tables: ReadTables) => ({
  /** The default one of a branding; null where it has none. */
  async defaultOf(brandingId: number) {
    const rows = await typed(tables).find(TEMPLATES, { branding_id: brandingId });
    return rows.find(({ is_default, status }) => is_default && status === 'there') ?? null;
  },
  /** Templates that were written for a branding, by name. */
  async ofBranding(brandingId: number) {
    const rows = await typed(tables).find(TEMPLATES, { branding_id: brandingId });
    return rows.filter(({ status }) => status === 'there').map(({ id }) => `template ${id}`);
  },
});
