import type { Schemas } from '#client/types';
import { Badge, type Tone } from '../parts/show.tsx';

export const PLUGIN_AT = '/app/plugin/';
export const RELEASE_AT = `${PLUGIN_AT}release/`;
export const RELEASES = 'plugins/igny8-seo/releases/';
export const RELEASE = 'plugins/igny8-seo/releases/{version}/';

export type Release = Schemas['PluginRelease'];
export const releaseAt = (version: string, what = ''): string =>
  `${RELEASE_AT}${what}?version=${encodeURIComponent(version)}`;

export const PLUGIN_TABS = [
  { href: PLUGIN_AT, label: 'Releases' },
  { href: `${PLUGIN_AT}numbers/`, label: 'Numbers' },
];

type Standing = {
  readonly status: Release['status'];
  readonly share: number | null;
  readonly stopped: string | null;
};
const TONES: Readonly<Record<Release['status'], Tone>> = { checked: 'plain', published: 'good', withdrawn: 'bad' };

/** How a release stands, in one word: one that not everybody is offered says so. */
export function ReleaseBadge({ status, share, stopped }: Standing) {
  if (status !== 'published') return <Badge status={status} tone={TONES[status]} />;
  if (stopped !== null) return <Badge status="stopped" tone="bad" />;
  return share !== null && share < 100 ? (
    <Badge status="rolling_out" label={`${share} % of sites`} tone="accent" />
  ) : (
    <Badge status={status} tone="good" />
  );
}

export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
/** What the checklist found, in few words. */
export const found = (errors: number, warnings: number): string =>
  errors + warnings === 0 ? 'nothing found' : `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
export const kilobytes = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
