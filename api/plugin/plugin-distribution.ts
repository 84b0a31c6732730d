import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';
import { notFound, Problem } from '#api/http/problem';
import { defineRoute, type FeatureRoutes, type HttpEnv, type Reply } from '#api/http/routes';
import type { PluginChecks } from '#commands/plugin/plugin-checks';
import type { PluginReleaseCommands } from '#commands/plugin/plugin-release';
import type { PlaceInRollout } from '#commands/plugin/ports-plugin';
import { type Places, pluginInformation, type Standing, updateOffer } from '#domain/plugin/info';
import { type AskingSite, newestFor, type Offered, offerFor, updaterOf } from '#domain/plugin/offer';
import { EVERYBODY } from '#domain/plugin/plugin-release';
import { PLUGIN_SLUG } from '#domain/plugin/plugin-release-messages';
import type { PluginReleaseRow } from '#projections/plugin/plugin-release';
import { names, partAsked } from './byte-range.ts';
import { informationSchema, offerSchema } from './plugin-schemas.ts';

export const PLUGIN_BASE = `/api/v1/plugins/${PLUGIN_SLUG}/`;
export const PLUGIN_TAG = 'Plugin';
/** What does not depend on who asks may be kept so long by whatever stands between (seconds). */
const KEPT_SECONDS = 300;
/** A package and its pictures stay what they are; that a version was withdrawn is learnt within the hour. */
const PACKAGE_SECONDS = 3600;

export type PluginDistributionApi = {
  /** Every version, the newest first; shared by all who ask meanwhile. */
  readonly releases: () => Promise<readonly PluginReleaseRow[]>;
  readonly package: (sha256: string) => Promise<Uint8Array | null>;
  readonly asset: PluginReleaseCommands['asset'];
  readonly standing: () => Promise<Standing | null>;
  readonly placeOf: PlaceInRollout;
  readonly counts: Pick<PluginChecks, 'check' | 'download'>;
  readonly publicUrl: string | null;
};
type Ctx = Context<HttpEnv>;
type Release = PluginReleaseRow & Offered;

/** What sites say of themselves is at most that long; anything longer counts as not said. */
const told = z.string().max(100).optional();
const siteQuery = z.strictObject({
  version: told.meta({ description: 'the version that is installed', example: '1.1.0' }),
  installed_version: told.meta({ description: 'the same, as update checkers call it' }),
  php: told.meta({ description: 'the version of PHP', example: '8.2.1' }),
  wp: told.meta({ description: 'the version of WordPress; by default that of the User-Agent', example: '6.6' }),
});
type SiteQuery = z.output<typeof siteQuery>;

const published = (rows: readonly PluginReleaseRow[]): readonly Release[] =>
  rows.flatMap((row): Release[] =>
    row.status === 'checked'
      ? []
      : [
          {
            ...row,
            status: row.status,
            stopped: row.stopped_by !== null,
            requires: row.about.requires,
            requires_php: row.about.requires_php,
          },
        ],
  );
/** What is answered depends on which site asks. */
const isStaged = (releases: readonly Release[]): boolean =>
  releases.some(({ status, stopped, share }) => status === 'published' && !stopped && share < EVERYBODY);

/** What sites and WordPress ask of the plugin: public, and nothing is kept of who asks (spec 7.3). */
export function pluginDistributionApi(api: PluginDistributionApi): FeatureRoutes {
  const { releases, placeOf, counts, standing } = api;

  const placesFor = (c: Ctx): Places => {
    const origin = api.publicUrl ?? new URL(c.req.url).origin;
    const base = `${origin}${PLUGIN_BASE}`;
    return {
      download: (version) => `${base}download/?version=${encodeURIComponent(version)}`,
      asset: (version, name) => `${base}assets/${encodeURIComponent(version)}/${encodeURIComponent(name)}/`,
      home: `${origin}/`,
    };
  };
  const siteOf = (c: Ctx, { version, installed_version, php, wp }: SiteQuery): AskingSite => {
    const updater = updaterOf(c.req.header('user-agent'));
    const said = (text: string | undefined) => (text === undefined || text.trim() === '' ? null : text.trim());
    return {
      version: said(version) ?? said(installed_version),
      php: said(php),
      wp: said(wp) ?? updater.wp,
      place: (of) => (updater.address === null ? null : placeOf(of, updater.address)),
    };
  };

  async function check(c: Ctx, query: SiteQuery): Promise<Reply> {
    const all = published(await releases());
    const site = siteOf(c, query);
    const offer = offerFor(all, site);
    const known = all.find(({ version }) => version === site.version)?.version ?? null;
    counts.check(known, updaterOf(c.req.header('user-agent')).address, offer !== null);
    const body = offer === null ? { update: false } : updateOffer(offer.release, placesFor(c), offer.rollback);
    // Whose WordPress is told by the User-Agent alone is answered for itself.
    return shared(c, body, isStaged(all) || query.wp === undefined);
  }

  const common = { roles: 'public', tag: PLUGIN_TAG } as const;
  const asksForUpdate = {
    ...common,
    query: siteQuery,
    laxQuery: true,
    answers: [{ status: 200, description: 'what the site is offered', schema: offerSchema }, NOT_MODIFIED],
  };
  return {
    name: 'plugin-distribution',
    routes: [
      defineRoute({
        ...common,
        method: 'get',
        path: `${PLUGIN_BASE}info/`,
        operationId: 'getPluginInfo',
        summary: 'What WordPress shows of the plugin',
        description:
          'The object that `plugins_api` answers for `plugin_information`, and what update checkers read, with SHA-256 and signature. Of a staged release a site sees what it is offered; everybody else the newest full one.',
        query: siteQuery,
        laxQuery: true,
        answers: [{ status: 200, description: 'the plugin', schema: informationSchema }, NOT_MODIFIED],
        handle: async ({ c, query }) => {
          const all = published(await releases());
          const shown = newestFor(all, { ...siteOf(c, query), php: null, wp: null });
          if (shown === null) throw notFound('release');
          const open = all.filter(
            ({ status, share, stopped }) => status === 'published' && share === EVERYBODY && !stopped,
          );
          return shared(c, pluginInformation(shown, open, placesFor(c), await standing()), isStaged(all));
        },
      }),
      defineRoute({
        ...asksForUpdate,
        method: 'get',
        path: `${PLUGIN_BASE}check-update/`,
        operationId: 'checkPluginUpdate',
        summary: 'Whether there is something newer for a site',
        description:
          'The newest release that the site can run, by `version_compare` of PHP, and may have in a staged roll-out by the address in its User-Agent; `{"update": false}` where it has it. A site on a withdrawn version is offered the newest good one, with `rollback` where that is older. Nothing is kept of who asks.',
        handle: ({ c, query }) => check(c, query),
      }),
      defineRoute({
        ...asksForUpdate,
        method: 'get',
        path: '/api/plugins/{slug}/check-update/',
        operationId: 'checkPluginUpdateOfOld',
        summary: 'The same, where sites of old ask',
        handle: ({ c, query, params }) => {
          if (params.slug !== PLUGIN_SLUG) throw notFound('plugin');
          return check(c, query);
        },
      }),
      defineRoute({
        ...common,
        method: 'get',
        path: `${PLUGIN_BASE}download/`,
        operationId: 'downloadPlugin',
        summary: 'The ZIP that sites install: the newest full release, or a version',
        description:
          'Answers `ETag`, `If-None-Match`, `Range` of one part with `If-Range`, and HEAD. A withdrawn version is 410.',
        query: z.strictObject({ version: told.meta({ description: 'by default the newest full release' }) }),
        laxQuery: true,
        answers: [
          { status: 200, description: 'the ZIP', contentType: 'application/zip' },
          { status: 206, description: 'a part of it', contentType: 'application/zip' },
          NOT_MODIFIED,
        ],
        handle: async ({ c, query }) => {
          const all = published(await releases());
          const asked = query.version?.trim() ?? '';
          const release =
            asked === ''
              ? newestFor(all, { ...siteOf(c, {}), wp: null })
              : all.find(({ version }) => version === asked);
          if (!release) throw notFound('release');
          if (release.status === 'withdrawn') throw new Problem('gone', `version ${release.version} was withdrawn`);
          return zipReply(c, release, asked === '', isStaged(all));
        },
      }),
      defineRoute({
        ...common,
        method: 'get',
        path: `${PLUGIN_BASE}assets/{version}/{name}/`,
        operationId: 'getPluginAsset',
        summary: 'A banner, an icon or a screenshot of a release',
        answers: [{ status: 200, description: 'the picture', contentType: 'image/png' }, NOT_MODIFIED],
        handle: async ({ c, params }) => {
          const release = published(await releases()).find(({ version }) => version === params.version);
          const asset = release?.assets.find(({ name }) => name === params.name);
          if (!release || release.status === 'withdrawn' || !asset) throw notFound('picture');
          const etag = `"${release.upload_sha256}-${asset.name}"`;
          const headers = { ETag: etag, 'Cache-Control': `public, max-age=${PACKAGE_SECONDS}` };
          if (names(c.req.header('if-none-match'), etag)) return { status: 304, headers };
          const bytes = await api.asset(release.upload_sha256, asset.name);
          if (bytes === null) throw notFound('picture');
          return { status: 200, raw: bytes, headers: { ...headers, 'Content-Type': asset.type } };
        },
      }),
    ],
  };

  async function zipReply(c: Ctx, release: Release, isNewest: boolean, staged: boolean): Promise<Reply> {
    const { sha256, size, version, published_at: at } = release;
    const etag = `"${sha256}"`;
    const lasting = isNewest ? cacheOf(staged) : { 'Cache-Control': `public, max-age=${PACKAGE_SECONDS}` };
    const headers = {
      ...lasting,
      ETag: etag,
      'Accept-Ranges': 'bytes',
      ...(at === null ? {} : { 'Last-Modified': new Date(at).toUTCString() }),
    };
    if (names(c.req.header('if-none-match'), etag)) return { status: 304, headers };
    const part = partAsked(size, c.req.header('range'), c.req.header('if-range'), etag);
    if (part === 'none')
      throw new Problem('range_not_satisfiable', `there are ${size} bytes`, {}, { 'Content-Range': `bytes */${size}` });
    const whole = part === 'whole' ? { first: 0, last: size - 1 } : part;
    const about = {
      ...headers,
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${PLUGIN_SLUG}.${version}.zip"`,
      'Content-Length': String(whole.last - whole.first + 1),
      'Repr-Digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    };
    if (c.req.raw.method === 'HEAD')
      return { status: part === 'whole' ? 200 : 206, raw: '', headers: rangeOf(about, part, size) };
    const bytes = await api.package(sha256);
    if (bytes === null || bytes.byteLength !== size) throw new Error(`the package of ${version} is not as it was kept`);
    // Whoever comes back for the rest has been counted.
    if (whole.first === 0) counts.download(version);
    return {
      status: part === 'whole' ? 200 : 206,
      raw: bytes.subarray(whole.first, whole.last + 1),
      headers: rangeOf(about, part, size),
    };
  }
}

const NOT_MODIFIED = { status: 304, description: 'it is as it was' } as const;

const rangeOf = (headers: Readonly<Record<string, string>>, part: ReturnType<typeof partAsked>, size: number) =>
  typeof part === 'string' ? headers : { ...headers, 'Content-Range': `bytes ${part.first}-${part.last}/${size}` };

/** Where answers differ from site to site, as while a release is rolled out, nobody in between keeps them. */
const cacheOf = (bySite: boolean): Record<string, string> =>
  bySite
    ? { 'Cache-Control': 'private, no-cache', Vary: 'User-Agent' }
    : { 'Cache-Control': `public, max-age=${KEPT_SECONDS}, stale-if-error=86400` };

/** JSON that whatever stands between may keep, and ask after. */
function shared(c: Ctx, body: object, bySite: boolean): Reply {
  const text = JSON.stringify(body);
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const headers = { ...cacheOf(bySite), ETag: etag };
  return names(c.req.header('if-none-match'), etag) ? { status: 304, headers } : { status: 200, body, headers };
}
