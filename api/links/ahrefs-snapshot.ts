import { listSchema, page, pageQuery } from '#api/http/pagination';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute } from '#api/http/routes';
import type { AhrefsReader } from '#projections/links/ahrefs-reader';
import { keptSchema } from './ahrefs-schemas.ts';

/** What was kept of a site, for the team: no gate, as nobody is asked anything for it. */
export const keptRoute = (reader: Pick<AhrefsReader, 'kept'>) =>
  defineRoute({
    method: 'get',
    path: '/api/v1/integration/ahrefs/snapshots/',
    operationId: 'listAhrefsSnapshots',
    tag: 'Ahrefs',
    summary: 'Figures of a site’s domain as they were kept, week by week; asks Ahrefs nothing',
    roles: ANYONE_OF.staff,
    query: pageQuery({ site_id: idParam }, ['snapshot_date']),
    answers: [{ status: 200, description: 'a page of snapshots', schema: listSchema(keptSchema) }],
    handle: async (call) => {
      const { count, rows } = await reader.kept(call.scope, call.query.site_id, call.query);
      const results = rows.map(({ raw_data: _, ...row }) => row);
      return { status: 200, body: page(call, call.query, count, results) };
    },
  });
