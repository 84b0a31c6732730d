import type { Instant } from '#domain/kernel/time';
import { PLUGIN_SLUG, type ReleaseAbout, type ReleaseAsset } from './plugin-release-messages.ts';
import { captions, listed, parseReadme, type Readme, subsections } from './readme.ts';
import { escaped, readmeHtml } from './readme-html.ts';

/** What is told of a release to whoever may install it. */
export type ShownRelease = {
  readonly version: string;
  readonly about: ReleaseAbout;
  readonly assets: readonly ReleaseAsset[];
  readonly sha256: string;
  readonly size: number;
  readonly signature: string;
  readonly key_id: string;
  readonly published_at: Instant | null;
};
/** Where things lie, as absolute addresses. */
export type Places = {
  readonly download: (version: string) => string;
  readonly asset: (version: string, name: string) => string;
  readonly home: string;
};
/** As wordpress.org tells of it; null where it does not. */
export type Standing = {
  readonly rating: number | null;
  readonly num_ratings: number | null;
  readonly active_installs: number | null;
  readonly downloaded: number | null;
};

/** `2026-06-17 3:04pm GMT`, as the directory writes moments. */
export function asDirectoryTime(at: Instant): string {
  const [hour, minute] = [Number(at.slice(11, 13)), at.slice(14, 16)];
  return `${at.slice(0, 10)} ${hour % 12 === 0 ? 12 : hour % 12}:${minute}${hour < 12 ? 'am' : 'pm'} GMT`;
}

/** Sections that WordPress shows as tabs, by their names there. */
function sectionsOf(readme: Readme, shown: ShownRelease, places: Places): Record<string, string> {
  const html: Record<string, string> = {};
  for (const [name, { text }] of readme.sections)
    if (name !== 'screenshots' && name !== 'upgrade_notice') html[name] = readmeHtml(text);
  const pictures = screenshotsOf(readme, shown, places);
  const items = Object.values(pictures).map(
    ({ src, caption }) =>
      `<li><a href="${escaped(src)}"><img src="${escaped(src)}" alt="${escaped(caption)}" /></a><p>${escaped(caption)}</p></li>`,
  );
  if (items.length > 0) html['screenshots'] = `<ol>${items.join('')}</ol>`;
  return { description: readmeHtml(shown.about.description ?? ''), ...html };
}

type Screenshots = Record<string, { readonly src: string; readonly caption: string }>;
function screenshotsOf(readme: Readme, { version, assets }: ShownRelease, places: Places): Screenshots {
  const told = captions(readme.sections.get('screenshots')?.text ?? '');
  const numbered = assets.flatMap(({ name }) => {
    const number = /^screenshot-(\d+)\./.exec(name)?.[1];
    return number === undefined ? [] : [{ name, number: Number(number) }];
  });
  return Object.fromEntries(
    numbered
      .sort((a, b) => a.number - b.number)
      .map(({ name, number }) => [number, { src: places.asset(version, name), caption: told.get(number) ?? '' }]),
  );
}

/** `1x` and `2x`, `low` and `high`: those that are there. */
function picturesOf({ version, assets }: ShownRelease, places: Places, names: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(names).flatMap(([key, start]): [string, string][] => {
      const asset = assets.find(({ name }) => name.replace(/\.[^.]+$/, '') === start);
      return asset === undefined ? [] : [[key, places.asset(version, asset.name)]];
    }),
  );
}
export const iconsOf = (shown: ShownRelease, places: Places) =>
  picturesOf(shown, places, { '1x': 'icon-128x128', '2x': 'icon-256x256' });
export const bannersOf = (shown: ShownRelease, places: Places) =>
  picturesOf(shown, places, { low: 'banner-772x250', high: 'banner-1544x500' });

/** What stands below `= 1.2.0 =` of the upgrade notices, as plain text. */
export function upgradeNotice({ about, version }: ShownRelease): string | null {
  const notices = subsections(parseReadme(about.readme).sections.get('upgrade_notice')?.text ?? '');
  return notices.find(({ title }) => title === version)?.text ?? null;
}

const authorOf = ({ author, author_homepage: page }: ReleaseAbout): string =>
  page === null ? escaped(author ?? '') : `<a href="${escaped(page)}">${escaped(author ?? page)}</a>`;

/**
 * The object that WordPress's `plugins_api` answers for `plugin_information`, which is at once what update checkers read: both
 * names stand for what they call differently (`download_link` and `download_url`).
 */
export function pluginInformation(
  shown: ShownRelease,
  all: readonly Pick<ShownRelease, 'version' | 'published_at'>[],
  places: Places,
  standing: Standing | null,
) {
  const { version, about } = shown;
  const readme = parseReadme(about.readme);
  const header = (name: string) => readme.headers.get(name)?.text;
  const download = places.download(version);
  const contributors = listed(header('contributors')).map((name) => [
    name,
    { profile: `https://profiles.wordpress.org/${encodeURIComponent(name)}/`, avatar: '', display_name: name },
  ]);
  const [first] = all.flatMap(({ published_at: at }) => at ?? []).sort();
  const changed = shown.published_at;
  return {
    name: about.name,
    slug: PLUGIN_SLUG,
    version,
    author: authorOf(about),
    author_profile: about.author_homepage ?? places.home,
    author_homepage: about.author_homepage,
    contributors: Object.fromEntries(contributors),
    requires: about.requires ?? '',
    tested: about.tested ?? '',
    requires_php: about.requires_php ?? '',
    requires_plugins: [] as string[],
    rating: standing?.rating ?? 0,
    num_ratings: standing?.num_ratings ?? 0,
    active_installs: standing?.active_installs ?? 0,
    downloaded: standing?.downloaded ?? 0,
    last_updated: changed === null ? '' : asDirectoryTime(changed),
    added: first?.slice(0, 10) ?? '',
    homepage: about.homepage ?? places.home,
    short_description: readme.short?.text ?? about.description ?? '',
    sections: sectionsOf(readme, shown, places),
    download_link: download,
    download_url: download,
    trunk: download,
    screenshots: screenshotsOf(readme, shown, places),
    tags: Object.fromEntries(listed(header('tags')).map((tag) => [tag.toLowerCase().replace(/\s+/g, '-'), tag])),
    versions: Object.fromEntries(all.map((each) => [each.version, places.download(each.version)])),
    donate_link: header('donate link') ?? '',
    banners: bannersOf(shown, places),
    icons: iconsOf(shown, places),
    upgrade_notice: upgradeNotice(shown) ?? '',
    sha256: shown.sha256,
    size: shown.size,
    signature: shown.signature,
    key_id: shown.key_id,
  };
}

/** The object that WordPress keeps of an update that is there, and update checkers compare. */
export function updateOffer(shown: ShownRelease, places: Places, rollback: boolean) {
  const { version, about } = shown;
  const download = places.download(version);
  return {
    update: true as const,
    id: places.home,
    slug: PLUGIN_SLUG,
    plugin: about.plugin_file,
    name: about.name,
    version,
    new_version: version,
    url: about.homepage ?? places.home,
    homepage: about.homepage ?? places.home,
    package: download,
    download_url: download,
    requires: about.requires ?? '',
    tested: about.tested ?? '',
    requires_php: about.requires_php ?? '',
    requires_plugins: [] as string[],
    icons: iconsOf(shown, places),
    banners: bannersOf(shown, places),
    banners_rtl: {},
    translations: [] as string[],
    upgrade_notice: upgradeNotice(shown) ?? '',
    last_updated: shown.published_at === null ? '' : asDirectoryTime(shown.published_at),
    /** The site's own version was withdrawn, and this one is older: the way back. */
    rollback,
    sha256: shown.sha256,
    size: shown.size,
    signature: shown.signature,
    key_id: shown.key_id,
  };
}
