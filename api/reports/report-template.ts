import type { z } from 'zod';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { TenantScope } from '#api/http/principal';
import { accepted, bad, notFound, Problem } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { defineRoute, type FeatureRoutes } from '#api/http/routes';
import { pick } from '#api/http/table-schema';
import type { TemplateFault } from '#commands/reports/ports-white-label';
import type { TemplateCommands } from '#commands/reports/report-template';
import type { BrandingId, TemplateId } from '#domain/kernel/ids';
import { PLACEHOLDERS } from '#domain/reports/placeholders';
import type { TemplateFields } from '#domain/reports/report-template';
import type { WhiteLabelReader } from '#projections/reports/white-label-reader';
import { ownerOf, WHITE_LABEL_ROLES } from './branding.ts';
import { TEMPLATE_COLUMNS, templateBody, templateSchema } from './white-label-schemas.ts';

const BASE = '/api/v1/services/report-templates/';
const TAG = 'White label';
/** A template that is as short as one can be. */
export const EXAMPLE = {
  name: 'Monthly',
  template_html: '<header><h1>{{ client.name }}</h1></header><section data-section="organic_traffic"></section>',
  template_css: 'h1 { color: #14532d }',
};
const RULES = `HTML and CSS of at most 64 KiB each, 2,000 nodes, 32 deep. \`<section data-section="organic_traffic"></section>\` is where a
section of the report stands, \`<img data-asset="logo" alt="…">\` the logo, \`data-break="before"\` begins a page, \`data-keep\` keeps an
element on one page. Placeholders: ${PLACEHOLDERS.map((name) => `\`{{ ${name} }}\``).join(', ')}. What is not supported is 422, with line and column.`;

/** What is wrong with a template, as the field that it stands in and its place there. */
const unfit = (faults: readonly TemplateFault[]): Problem => {
  const [first] = faults;
  const errors = faults.map(({ source, line, column, message }) => ({
    pointer: `/template_${source}`,
    line,
    column,
    message,
  }));
  const where = first ? `template_${first.source}, line ${first.line}, column ${first.column}: ${first.message}` : '';
  return new Problem('invalid_values', where, { errors });
};
const done = (result: Awaited<ReturnType<TemplateCommands['change']>>) => {
  if (result.ok === 'unfit') throw unfit(result.faults);
  return accepted(result);
};
const fieldsOf = (body: z.output<typeof templateBody>): TemplateFields => ({
  name: body.name,
  html: body.template_html,
  css: body.template_css,
  isDefault: body.is_default,
  brandingId: (body.branding_id ?? null) as BrandingId | null,
});

/** Frames of reports that agencies write themselves (spec 5.2). */
export function reportTemplateApi(deps: {
  readonly commands: TemplateCommands;
  readonly reader: WhiteLabelReader;
  /** The template with a made-up report in it, as a page. */
  readonly preview: (template: { readonly html: string; readonly css: string }) => string;
}): FeatureRoutes {
  const { commands, reader } = deps;
  const resource = async ({ id, scope }: { readonly id: number; readonly scope: TenantScope }) => {
    const row = await reader.template(scope, id);
    if (row?.status !== 'there') throw notFound('template');
    return row;
  };
  const shown = (id: number) => async (scope: TenantScope) => {
    const row = await reader.template(scope, id);
    if (!row) throw notFound('template');
    return pick(row, TEMPLATE_COLUMNS);
  };
  /** A template of one account is not written for another's brand. */
  async function checkBranding(
    scope: TenantScope,
    account: number,
    body: z.output<typeof templateBody>,
  ): Promise<void> {
    if (body.branding_id == null) {
      if (body.is_default) throw bad('/is_default', 'a template is the default of a branding: name one');
      return;
    }
    const branding = await reader.branding(scope, body.branding_id);
    if (branding?.status !== 'there' || branding.account_id !== account)
      throw bad('/branding_id', 'must be a branding of the same account');
  }

  return {
    name: 'report-template',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listReportTemplates',
        needs: 'reports',
        tag: TAG,
        summary: 'Templates of reports',
        roles: WHITE_LABEL_ROLES,
        query: pageQuery({ account_id: idParam.optional(), branding_id: idParam.optional() }, [
          'id',
          'name',
          'created_at',
        ]),
        answers: [{ status: 200, description: 'a page of templates', schema: listSchema(templateSchema) }],
        handle: async (call) => {
          const { account_id, branding_id } = call.query;
          const { count, rows } = await reader.templates(call.scope, { account_id, branding_id }, call.query);
          return {
            status: 200,
            body: page(
              call,
              call.query,
              count,
              rows.map((row) => pick(row, TEMPLATE_COLUMNS)),
            ),
          };
        },
      }),
      defineRoute({
        method: 'post',
        path: BASE,
        operationId: 'createReportTemplate',
        needs: 'reports',
        tag: TAG,
        summary: 'Write a template of reports',
        description: RULES,
        roles: WHITE_LABEL_ROLES,
        body: templateBody,
        bodyExample: EXAMPLE,
        answers: [{ status: 201, description: 'the template', schema: templateSchema }],
        handle: async (call) => {
          const account = await ownerOf(reader, call, call.body.account_id);
          await checkBranding(call.scope, account, call.body);
          const result = await commands.create(account, fieldsOf(call.body), call.cause);
          const { position, revision } = done(result);
          return { status: 201, body: shown(result.id), position, revision, location: `${BASE}${result.id}/` };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}preview/`,
        operationId: 'previewReportTemplate',
        needs: 'reports',
        tag: TAG,
        summary: 'A template with a made-up report in it, as a page; saves nothing',
        roles: WHITE_LABEL_ROLES,
        scope: 'read',
        body: templateBody.pick({ template_html: true, template_css: true }),
        bodyExample: { template_html: EXAMPLE.template_html, template_css: EXAMPLE.template_css },
        answers: [{ status: 200, description: 'the page', contentType: 'text/html' }],
        handle: async ({ body: { template_html: html, template_css: css } }) => {
          const faults = commands.check({ html, css });
          if (faults.length > 0) throw unfit(faults);
          const headers = {
            'Content-Type': 'text/html; charset=utf-8',
            'Content-Security-Policy': "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
            'X-Content-Type-Options': 'nosniff',
          };
          return { status: 200, raw: deps.preview({ html, css }), headers };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/`,
        operationId: 'getReportTemplate',
        needs: 'reports',
        tag: TAG,
        summary: 'One template',
        roles: WHITE_LABEL_ROLES,
        answers: [{ status: 200, description: 'the template', schema: templateSchema }],
        resource,
        handle: async ({ resource: row }) => ({
          status: 200,
          body: pick(row, TEMPLATE_COLUMNS),
          revision: row.revision,
        }),
      }),
      defineRoute({
        method: 'put',
        path: `${BASE}{id}/`,
        operationId: 'changeReportTemplate',
        needs: 'reports',
        tag: TAG,
        summary: 'Change a template; versions of reports that are made already stay as they are',
        roles: WHITE_LABEL_ROLES,
        body: templateBody,
        bodyExample: EXAMPLE,
        answers: [{ status: 200, description: 'as it is now', schema: templateSchema }],
        resource,
        handle: async (call) => {
          const { account_id } = call.body;
          const owner = call.resource.account_id;
          if (account_id !== undefined && account_id !== owner)
            throw bad('/account_id', 'a template stays with its account');
          await checkBranding(call.scope, owner, call.body);
          const result = await commands.change(call.id as TemplateId, fieldsOf(call.body), call.cause, call.ifMatch);
          const { position, revision } = done(result);
          return { status: 200, body: shown(call.id), position, revision };
        },
      }),
      defineRoute({
        method: 'delete',
        path: `${BASE}{id}/`,
        operationId: 'removeReportTemplate',
        needs: 'reports',
        tag: TAG,
        summary: 'Remove a template that no config names any more',
        roles: WHITE_LABEL_ROLES,
        answers: [{ status: 204, description: 'removed' }],
        resource,
        handle: async ({ id, cause }) => ({
          status: 204,
          position: accepted(await commands.remove(id as TemplateId, cause)).position,
        }),
      }),
    ],
  };
}
