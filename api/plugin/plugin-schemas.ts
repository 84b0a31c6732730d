import { z } from 'zod';
import { instantText } from '#api/http/schemas';
import { CHECKLIST, type ChecklistItemName } from '#domain/plugin/checklist';

const pictures = z.record(z.string(), z.string());

export const informationSchema = z
  .object({
    name: z.string(),
    slug: z.string(),
    version: z.string(),
    author: z.string().meta({ description: 'HTML: a link to whoever made it' }),
    author_profile: z.string(),
    author_homepage: z.string().nullable(),
    contributors: z.record(z.string(), z.object({ profile: z.string(), avatar: z.string(), display_name: z.string() })),
    requires: z.string(),
    tested: z.string(),
    requires_php: z.string(),
    requires_plugins: z.array(z.string()),
    rating: z.int(),
    num_ratings: z.int(),
    active_installs: z.int(),
    downloaded: z.int(),
    last_updated: z.string(),
    added: z.string(),
    homepage: z.string(),
    short_description: z.string(),
    sections: z.record(z.string(), z.string()).meta({ description: 'safe HTML of the readme, by section' }),
    download_link: z.string(),
    download_url: z.string(),
    trunk: z.string(),
    screenshots: z.record(z.string(), z.object({ src: z.string(), caption: z.string() })),
    tags: z.record(z.string(), z.string()),
    versions: z.record(z.string(), z.string()),
    donate_link: z.string(),
    banners: pictures,
    icons: pictures,
    upgrade_notice: z.string(),
    sha256: z.string(),
    size: z.int(),
    signature: z.string().meta({ description: 'Ed25519, base64, over five lines: see docs/plugin.md' }),
    key_id: z.string(),
  })
  .meta({ id: 'PluginInformation' });

export const offerSchema = z
  .union([
    z.object({ update: z.literal(false) }),
    z.object({
      update: z.literal(true),
      id: z.string(),
      slug: z.string(),
      plugin: z.string(),
      name: z.string(),
      version: z.string(),
      new_version: z.string(),
      url: z.string(),
      homepage: z.string(),
      package: z.string(),
      download_url: z.string(),
      requires: z.string(),
      tested: z.string(),
      requires_php: z.string(),
      requires_plugins: z.array(z.string()),
      icons: pictures,
      banners: pictures,
      banners_rtl: pictures,
      translations: z.array(z.string()),
      upgrade_notice: z.string(),
      last_updated: z.string(),
      rollback: z.boolean().meta({ description: 'the installed version was withdrawn, and this one is older' }),
      sha256: z.string(),
      size: z.int(),
      signature: z.string(),
      key_id: z.string(),
    }),
  ])
  .meta({ id: 'PluginUpdate' });

const ITEMS = Object.keys(CHECKLIST) as [ChecklistItemName, ...ChecklistItemName[]];
const status = z.enum(['checked', 'published', 'withdrawn']);
const checklistSchema = z.array(
  z.object({
    item: z.enum(ITEMS),
    severity: z.enum(['error', 'warning', 'ok']),
    findings: z.array(z.object({ file: z.string(), line: z.int().optional(), message: z.string() })),
  }),
);

/** What an upload is answered (spec 13, 2.17). */
export const uploadedSchema = z
  .object({
    version: z.string(),
    status,
    sha256: z.string(),
    signature: z.string(),
    size: z.int(),
    errors: z.int(),
    warnings: z.int(),
    checklist: checklistSchema,
  })
  .meta({ id: 'PluginUpload' });

export const releaseSchema = z
  .object({
    ...uploadedSchema.shape,
    key_id: z.string(),
    signed_text: z.string().meta({ description: 'what the signature is over' }),
    upload_sha256: z.string(),
    name: z.string(),
    requires: z.string().nullable(),
    tested: z.string().nullable(),
    requires_php: z.string().nullable(),
    assets: z.array(
      z.object({
        name: z.string(),
        type: z.string(),
        size: z.int(),
        width: z.int().nullable(),
        height: z.int().nullable(),
      }),
    ),
    share: z.int().nullable().meta({ description: 'percent of sites that it is offered to; null unless published' }),
    stopped: z.object({ by: z.enum(['hand', 'errors']), reason: z.string() }).nullable(),
    reported: z
      .object({ sites: z.int(), errors: z.int() })
      .nullable()
      .meta({ description: 'what sites reported since the share was last set' }),
    checked_at: instantText,
    published_at: instantText.nullable(),
    withdrawn_at: instantText.nullable(),
    withdrawn_reason: z.string().nullable(),
  })
  .meta({ id: 'PluginRelease' });

export const listedSchema = z
  .object({
    version: z.string(),
    status,
    sha256: z.string(),
    size: z.int(),
    errors: z.int(),
    warnings: z.int(),
    share: z.int(),
    stopped_by: z.enum(['hand', 'errors']).nullable(),
    checked_at: instantText,
    published_at: instantText.nullable(),
    withdrawn_at: instantText.nullable(),
  })
  .meta({ id: 'PluginReleaseListed' });

const number = z.int().nullable();
export const wporgSchema = z
  .object({
    slug: z.string(),
    active_installs: number,
    rating: number.meta({ description: '0 to 100' }),
    num_ratings: number,
    downloaded: number,
    days: z.array(
      z.object({
        day: z.string(),
        downloads: number,
        rating: number,
        num_ratings: number,
        active_installs: number,
        downloaded: number,
      }),
    ),
  })
  .meta({ id: 'PluginStats' });

export const checksSchema = z
  .object({
    days: z.array(
      z.object({
        day: z.string(),
        version: z.string().meta({ description: 'that sites have, or `other`' }),
        checks: z.int(),
        sites: z.int().meta({ description: 'at most so many different ones, of each process' }),
        offered: z.int(),
        downloads: z.int(),
      }),
    ),
  })
  .meta({ id: 'PluginChecks' });
