import { z } from 'zod';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import { accepted, notFound, Problem } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes, type Reply } from '#api/http/routes';
import { text } from '#api/http/schemas';
import { pick } from '#api/http/table-schema';
import { isVersion, type PluginReleaseCommands, type PluginReleaseResult } from '#commands/plugin/plugin-release';
import { EVERYBODY, type PluginRelease } from '#domain/plugin/plugin-release';
import { releaseText } from '#domain/plugin/plugin-release-messages';
import type { PluginReleaseRow } from '#projections/plugin/plugin-release';
import { PLUGIN_BASE, PLUGIN_TAG } from './plugin-distribution.ts';
import { listedSchema, releaseSchema, uploadedSchema } from './plugin-schemas.ts';

const BASE = `${PLUGIN_BASE}releases/`;
const ONE = `${BASE}{version}/` as const;
export const LARGEST_UPLOAD = 20 * 1024 * 1024;

type Known = Exclude<PluginRelease, { status: 'none' }>;
const LISTED = [
  'version',
  'status',
  'sha256',
  'size',
  'errors',
  'warnings',
  'share',
  'stopped_by',
  'checked_at',
  'published_at',
  'withdrawn_at',
] as const;

const uploadedBody = ({ status, release }: Known) => ({
  version: release.version,
  status,
  sha256: release.sha256,
  signature: release.signature,
  size: release.size,
  errors: release.errors,
  warnings: release.warnings,
  checklist: release.checklist,
});

function releaseBody(state: Known) {
  const { release } = state;
  const { about } = release;
  const isOut = state.status === 'published';
  return {
    ...uploadedBody(state),
    key_id: release.key_id,
    signed_text: releaseText(release),
    upload_sha256: release.upload_sha256,
    name: about.name,
    requires: about.requires,
    tested: about.tested,
    requires_php: about.requires_php,
    assets: release.assets,
    share: isOut ? state.share : null,
    stopped: isOut ? state.stopped : null,
    reported: isOut ? state.noted : null,
    checked_at: state.checkedAt,
    published_at: state.status === 'checked' ? null : state.publishedAt,
    withdrawn_at: state.status === 'withdrawn' ? state.withdrawnAt : null,
    withdrawn_reason: state.status === 'withdrawn' ? state.reason : null,
  };
}

function answer(done: PluginReleaseResult): Reply {
  const { state, revision, position } = accepted(done);
  if (state.status === 'none') throw new Error('a release that is not there was changed');
  return { status: 200, body: releaseBody(state), revision, position };
}

/** Releases of the plugin as the team makes them (spec 7.3; 13, 2.17). */
export function pluginReleaseApi({
  releases,
  rows,
}: {
  readonly releases: PluginReleaseCommands;
  readonly rows: () => Promise<readonly PluginReleaseRow[]>;
}): FeatureRoutes {
  const resource = async ({ params: { version } }: { readonly params: { readonly version: string } }) => {
    const found = isVersion(version) ? await releases.load(version) : null;
    if (found === null || found.state.status === 'none') throw notFound('release');
    return { state: found.state, revision: found.revision };
  };
  const answers = [{ status: 200, description: 'the release as it is now', schema: releaseSchema }];
  const common = { tag: PLUGIN_TAG, roles: ANYONE_OF.admin, looksUp: false, resource, answers } as const;
  const share = z.int().min(1).max(EVERYBODY).meta({ description: 'percent of sites that it is offered to' });
  return {
    name: 'plugin-release',
    routes: [
      defineRoute({
        method: 'post',
        path: BASE,
        operationId: 'uploadPluginRelease',
        tag: PLUGIN_TAG,
        summary: 'Upload a ZIP of the plugin, and have it looked through',
        description:
          'At most 20 MiB: the plugin’s folder `igny8-seo/`, with the directory’s pictures in `assets/` beside it. The answer is the checklist, item by item, with file and line. What has errors is kept and cannot be published. The same version may be uploaded anew until it is published. SHA-256, size and signature are of what sites download: the folder alone.',
        roles: ANYONE_OF.admin,
        rawBody: ['application/zip'],
        bodyLimit: LARGEST_UPLOAD,
        looksUp: false,
        patient: true,
        answers: [{ status: 201, description: 'the checklist', schema: uploadedSchema }],
        handle: async ({ bytes, cause }) => {
          const uploaded = await releases.upload(bytes, cause);
          if ('refused' in uploaded) {
            const { refused, entry } = uploaded;
            const message = entry === null ? refused : `${entry}: ${refused}`;
            throw new Problem('invalid_values', message, { errors: [{ pointer: '', message }] });
          }
          const { state, revision, position } = accepted(uploaded);
          if (state.status === 'none') throw new Error('what was uploaded is not there');
          const location = `${BASE}${state.release.version}/`;
          return { status: 201, body: uploadedBody(state), revision, position, location };
        },
      }),
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listPluginReleases',
        tag: PLUGIN_TAG,
        summary: 'Releases of the plugin, the newest version first',
        roles: ANYONE_OF.staff,
        query: pageQuery({ status: z.enum(['checked', 'published', 'withdrawn']).optional() }, ['version']),
        answers: [{ status: 200, description: 'a page of releases', schema: listSchema(listedSchema) }],
        handle: async (call) => {
          const { query } = call;
          const all = (await rows()).filter(({ status }) => query.status === undefined || status === query.status);
          // By default the newest comes first: that is what `version` means where versions are listed.
          const ordered = query.ordering === '-version' ? [...all].reverse() : all;
          const from = (query.page - 1) * query.page_size;
          const results = ordered.slice(from, from + query.page_size).map((row) => pick(row, LISTED));
          return { status: 200, body: page(call, query, all.length, results) };
        },
      }),
      defineRoute({
        ...common,
        method: 'get',
        path: ONE,
        operationId: 'getPluginRelease',
        summary: 'A release, with its checklist, signature and roll-out',
        roles: ANYONE_OF.staff,
        handle: async ({ resource: { state, revision } }) => ({ status: 200, body: releaseBody(state), revision }),
      }),
      defineRoute({
        ...common,
        method: 'post',
        path: `${ONE}publish/`,
        operationId: 'publishPluginRelease',
        summary: 'Publish a release whose checklist has no errors, for all sites or a share of them',
        body: z.strictObject({ share: share.default(EVERYBODY) }),
        bodyExample: { share: 10 },
        handle: async ({ params, body, cause, ifMatch }) =>
          answer(
            await releases.run(params.version, { type: 'Publish', share: body.share }, cause, { expected: ifMatch }),
          ),
      }),
      defineRoute({
        ...common,
        method: 'post',
        path: `${ONE}roll-out/`,
        operationId: 'rollOutPluginRelease',
        summary: 'Offer a published release to a larger or smaller share of sites; takes up what was stopped',
        body: z.strictObject({ share, reason: text() }),
        bodyExample: { share: 50, reason: 'quiet for two days' },
        handle: async ({ params, body, cause, ifMatch }) =>
          answer(await releases.run(params.version, { type: 'RollOut', ...body }, cause, { expected: ifMatch })),
      }),
      defineRoute({
        ...common,
        method: 'post',
        path: `${ONE}stop/`,
        operationId: 'stopPluginRollOut',
        summary: 'Offer a release to nobody from here on; who has it keeps it',
        body: z.strictObject({ reason: text() }),
        bodyExample: { reason: 'menus are reported broken' },
        handle: async ({ params, body, cause, ifMatch }) =>
          answer(await releases.run(params.version, { type: 'Stop', ...body }, cause, { expected: ifMatch })),
      }),
      defineRoute({
        ...common,
        method: 'post',
        path: `${ONE}withdraw/`,
        operationId: 'withdrawPluginRelease',
        summary: 'Withdraw a release for good; sites that have it are offered the newest good one',
        body: z.strictObject({ reason: text() }),
        bodyExample: { reason: 'breaks menus' },
        handle: async ({ params, body, cause, ifMatch }) =>
          answer(await releases.run(params.version, { type: 'Withdraw', ...body }, cause, { expected: ifMatch })),
      }),
    ],
  };
}
