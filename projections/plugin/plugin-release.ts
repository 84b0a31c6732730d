import type { ChecklistItem } from '#domain/plugin/checklist';
import type { PluginReleaseEvent, ReleaseAbout, ReleaseAsset } from '#domain/plugin/plugin-release-messages';
import { compareVersions } from '#domain/plugin/version-compare';
import { type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import { instant, integer, json, oneOf, type RowOf, table, text } from '#runtime/table';
import { typed } from '#runtime/table-reads';

export const PLUGIN_RELEASES = table(
  'igny8_plugin_releases',
  {
    version: text,
    status: oneOf('checked', 'published', 'withdrawn'),
    sha256: text,
    size: integer,
    upload_sha256: text,
    signature: text,
    key_id: text,
    errors: integer,
    warnings: integer,
    checklist: json<readonly ChecklistItem[]>(),
    about: json<ReleaseAbout>(),
    assets: json<readonly ReleaseAsset[]>(),
    share: integer,
    stopped_by: oneOf('hand', 'errors').orNull,
    stopped_why: text.orNull,
    error_sites: integer,
    error_count: integer,
    withdrawn_why: text.orNull,
    checked_at: instant,
    published_at: instant.orNull,
    withdrawn_at: instant.orNull,
  },
  { key: ['version'] },
);
export type PluginReleaseRow = RowOf<typeof PLUGIN_RELEASES>;

/** Every version, as it stands. */
export const pluginReleases: Projection = projection<PluginReleaseEvent>({
  name: PLUGIN_RELEASES.name,
  version: 1,
  tables: [PLUGIN_RELEASES],
  on: {
    PluginReleaseChecked(rows, { data: { slug: _, ...release }, at }) {
      rows.put(PLUGIN_RELEASES, {
        ...release,
        status: 'checked',
        share: 0,
        stopped_by: null,
        stopped_why: null,
        error_sites: 0,
        error_count: 0,
        withdrawn_why: null,
        checked_at: at,
        published_at: null,
        withdrawn_at: null,
      });
    },
    PluginReleasePublished: (rows, { data: { version, share }, at }) =>
      rows.change(PLUGIN_RELEASES, { version }, (row) => ({ ...row, status: 'published', share, published_at: at })),
    PluginRolloutChanged: (rows, { data: { version, share } }) =>
      rows.change(PLUGIN_RELEASES, { version }, (row) => ({
        ...row,
        share,
        stopped_by: null,
        stopped_why: null,
        error_sites: 0,
        error_count: 0,
      })),
    PluginRolloutStopped: (rows, { data: { version, by, reason } }) =>
      rows.change(PLUGIN_RELEASES, { version }, (row) => ({ ...row, stopped_by: by, stopped_why: reason })),
    PluginErrorsNoted: (rows, { data: { version, sites, errors } }) =>
      rows.change(PLUGIN_RELEASES, { version }, (row) => ({
        ...row,
        error_sites: row.error_sites + sites,
        error_count: row.error_count + errors,
      })),
    PluginReleaseWithdrawn: (rows, { data: { version, reason }, at }) =>
      rows.change(PLUGIN_RELEASES, { version }, (row) => ({
        ...row,
        status: 'withdrawn',
        withdrawn_why: reason,
        withdrawn_at: at,
      })),
  },
});

/** All versions, the newest first, as PHP compares them. */
export const releaseRows = (tables: ReadTables) => async (): Promise<readonly PluginReleaseRow[]> =>
  [...(await typed(tables).find(PLUGIN_RELEASES, {}))].sort((a, b) => compareVersions(b.version, a.version));
