import type { Day } from '#domain/kernel/time';
import type { Checklist } from '#domain/plugin/checklist';
import type { ReleaseAbout, ReleaseAsset } from '#domain/plugin/plugin-release-messages';

/** What an uploaded archive is, once it was looked through. */
export type CheckedUpload = {
  readonly version: string;
  readonly about: ReleaseAbout;
  readonly checklist: Checklist;
  readonly assets: readonly (ReleaseAsset & { readonly bytes: Uint8Array })[];
  /** Of what was uploaded, hex. */
  readonly sha256: string;
  /** What sites download: one folder. Its bytes are null where that is what was uploaded, byte by byte. */
  readonly package: { readonly bytes: Uint8Array | null; readonly sha256: string; readonly size: number };
};
/**
 * Looks an archive through, beside everything else. `refused` says in words why it cannot be read, and of which part; throws
 * `RenderingFailed` where it takes too long, or too many wait.
 */
export type CheckUpload = (
  bytes: Uint8Array,
) => Promise<CheckedUpload | { readonly refused: string; readonly entry: string | null }>;

/** A site's place in the roll-out of a version: 0 to 99.99, the same every day. */
export type PlaceInRollout = (version: string, address: string) => number;

/** What wordpress.org tells of a plugin at a moment; null where it does not know the plugin. */
export type WporgNumbers = {
  readonly version: string | null;
  readonly rating: number | null;
  readonly num_ratings: number;
  readonly active_installs: number | null;
  readonly downloaded: number | null;
  readonly downloads: readonly { readonly day: Day; readonly downloads: number }[];
};
export type AskWporg = (slug: string) => Promise<WporgNumbers | null>;
