import { EVERYBODY } from './plugin-release.ts';
import { compareVersions } from './version-compare.ts';

/** What an offer goes by, of a release that was published once. */
export type Offered = {
  readonly version: string;
  readonly status: 'published' | 'withdrawn';
  /** Percent of sites that it is offered to. */
  readonly share: number;
  readonly stopped: boolean;
  readonly requires: string | null;
  readonly requires_php: string | null;
};

/** A site that asks, as far as it says who it is; null where it does not. */
export type AskingSite = {
  readonly version: string | null;
  readonly php: string | null;
  readonly wp: string | null;
  /** Its place in that version's roll-out, 0 to 99.99; null without an address: it waits for the full release. */
  readonly place: (version: string) => number | null;
};
export const NOBODY: AskingSite = { version: null, php: null, wp: null, place: () => null };

/** Whether a version is enough for what is demanded; what nobody says stands in nobody's way. */
const isEnough = (given: string | null, demanded: string | null): boolean =>
  given === null || demanded === null || demanded === '' || compareVersions(given, demanded) >= 0;

function mayHave(release: Offered, { php, wp, place }: AskingSite): boolean {
  if (release.status !== 'published' || release.stopped) return false;
  // WordPress leaves out what stands behind a dash when it compares its own version: `6.7-beta1` is enough for 6.7.
  const plainWp = wp?.split('-')[0] ?? null;
  if (!isEnough(php, release.requires_php) || !isEnough(plainWp, release.requires)) return false;
  if (release.share >= EVERYBODY) return true;
  const at = place(release.version);
  return at !== null && at < release.share;
}

/** The newest release that the site may have and can run; null where there is none. */
export function newestFor<R extends Offered>(releases: readonly R[], site: AskingSite): R | null {
  const fitting = releases.filter((release) => mayHave(release, site));
  return fitting.reduce<R | null>(
    (best, each) => (best === null || compareVersions(each.version, best.version) > 0 ? each : best),
    null,
  );
}

/**
 * What a site is offered: something newer than it has. A site on a withdrawn version is offered the newest good one, also where that
 * is an older one: then it is a way back.
 */
export function offerFor<R extends Offered>(
  releases: readonly R[],
  site: AskingSite,
): { readonly release: R; readonly rollback: boolean } | null {
  const release = newestFor(releases, site);
  if (release === null) return null;
  const order = site.version === null ? 1 : compareVersions(release.version, site.version);
  if (order > 0) return { release, rollback: false };
  const own = releases.find(({ version }) => site.version !== null && compareVersions(version, site.version) === 0);
  return order < 0 && own?.status === 'withdrawn' ? { release, rollback: true } : null;
}

/** `WordPress/6.6.1; https://site.example`: who a site says it is, by whatever asks for updates; nothing else is read of it. */
export function updaterOf(agent: string | undefined): { readonly wp: string | null; readonly address: string | null } {
  const [, wp, address] = /^WordPress\/([\w.+-]{1,40})(?:;\s*(https?:\/\/\S{1,300}))?/.exec(agent ?? '') ?? [];
  return { wp: wp ?? null, address: address ?? null };
}
