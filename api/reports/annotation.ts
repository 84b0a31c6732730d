import { z } from 'zod';
import { there } from '#api/http/look-ups';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { Principal, TenantScope } from '#api/http/principal';
import { accepted, notFound } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { dayInput, idSchema, text } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import type { AnnotationCommands } from '#commands/reports/annotation';
import type { AccountId, SiteId } from '#domain/kernel/ids';
import { VISIBILITIES } from '#domain/reports/annotation';
import type { AimsReader } from '#projections/reports/aims-reader';
import { ANNOTATIONS } from '#projections/reports/annotation';

const BASE = '/api/v1/services/annotations/';
const TAG = 'Annotations';
const SHOWN = ['id', 'account_id', 'site_id', 'date', 'text', 'visibility', 'created_at'] as const;
const annotationSchema = z.object(columnSchemas(ANNOTATIONS, ...SHOWN)).meta({ id: 'Annotation' });

export type AnnotationApi = {
  readonly commands: AnnotationCommands;
  /** The text, sealed under whoever says it: people write of people (spec 13, 4.10). */
  readonly sealed: (principal: Principal, account: number, text: string) => Promise<string>;
  readonly reader: AimsReader;
  readonly site: (scope: TenantScope, id: number) => Promise<{ readonly account_id: number } | undefined>;
};

/** Notes on days of a site, which charts mark by number. A client reads those that are for clients (spec 11.1). */
export function annotationApi({ commands, sealed, reader, site }: AnnotationApi): FeatureRoutes {
  type Asked = { readonly id: number; readonly scope: TenantScope; readonly principal: Principal };
  const resource = async ({ id, scope, principal }: Asked) => {
    const row = await reader.annotation(scope, id);
    const hidden = principal.role === 'client' && row?.visibility !== 'client';
    if (!row || row.status === 'removed' || hidden) throw notFound('annotation');
    return row;
  };
  const writers = ['admin', 'account_manager', 'agency'] as const;

  return {
    name: 'annotation',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listAnnotations',
        needs: 'reports',
        tag: TAG,
        summary: 'Notes on days of sites',
        roles: ANYONE_OF.readers,
        query: pageQuery(
          {
            account_id: idParam.optional(),
            site_id: idParam.optional(),
            date: dayInput.optional().meta({ description: 'the day that is noted', example: '2026-11-09' }),
            visibility: z
              .enum(VISIBILITIES)
              .optional()
              .meta({ description: 'for whom it is; clients see their own only' }),
          },
          ['id', 'date', 'created_at'],
        ),
        answers: [{ status: 200, description: 'a page of notes', schema: listSchema(annotationSchema) }],
        handle: async (call) => {
          const { page: _, page_size: __, ordering: ___, ...asked } = call.query;
          const client = call.principal.role === 'client';
          // Those of the team are nobody else's: a client who asks for them finds none.
          if (client && asked.visibility === 'team') return { status: 200, body: page(call, call.query, 0, []) };
          const filter = client ? { ...asked, visibility: 'client' as const } : asked;
          const { count, rows } = await reader.annotations(call.scope, filter, call.query);
          return {
            status: 200,
            body: page(
              call,
              call.query,
              count,
              rows.map((row) => pick(row, SHOWN)),
            ),
          };
        },
      }),
      defineRoute({
        method: 'post',
        path: BASE,
        operationId: 'addAnnotation',
        needs: 'reports',
        tag: TAG,
        summary: 'Note something on a day of a site',
        roles: writers,
        body: z.strictObject({
          site_id: idSchema,
          date: dayInput,
          text: text(300),
          visibility: z.enum(VISIBILITIES).default('client'),
        }),
        bodyExample: { site_id: 11, date: '2026-11-09', text: 'Relaunch of the home page', visibility: 'client' },
        answers: [{ status: 201, description: 'the note', schema: annotationSchema }],
        handle: async ({ body, scope, principal, cause }) => {
          const found = await site(scope, body.site_id);
          if (!found) throw notFound('site');
          const { date, visibility } = body;
          const accountId = found.account_id as AccountId;
          const said = await sealed(principal, accountId, body.text);
          const result = await commands.add(
            { accountId, siteId: body.site_id as SiteId, date, text: said, visibility },
            cause,
          );
          const id = result.id ?? 0;
          const { revision, position } = accepted(result);
          const made = async (all: TenantScope) => pick(there(await reader.annotation(all, id)), SHOWN);
          return { status: 201, body: made, revision, position, location: `${BASE}${id}/` };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/`,
        operationId: 'getAnnotation',
        needs: 'reports',
        tag: TAG,
        summary: 'One note',
        roles: ANYONE_OF.readers,
        answers: [{ status: 200, description: 'the note', schema: annotationSchema }],
        resource,
        handle: async ({ resource: row }) => ({ status: 200, body: pick(row, SHOWN), revision: row.revision }),
      }),
      defineRoute({
        method: 'delete',
        path: `${BASE}{id}/`,
        operationId: 'removeAnnotation',
        needs: 'reports',
        tag: TAG,
        summary: 'Remove a note: reports made from now on do not show it',
        roles: writers,
        answers: [{ status: 204, description: 'removed' }],
        resource,
        handle: async ({ id, cause, ifMatch, resource: row }) => {
          const own = { ...cause, accountId: row.account_id, siteId: row.site_id };
          const { position } = accepted(await commands.remove(id, own, { expected: ifMatch }));
          return { status: 204, position };
        },
      }),
    ],
  };
}
