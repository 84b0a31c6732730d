import type { DomainEvent } from '#domain/kernel/decider';
import type { Instant } from '#domain/kernel/time';
import type { ChecklistItem } from './checklist.ts';

/** The one plugin that is given out here. */
export const PLUGIN_SLUG = 'igny8-seo';

/** A picture of the plugin's page, as it lies beside the plugin's folder. */
export type ReleaseAsset = {
  readonly name: string;
  /** Of what is in it, such as `image/png`. */
  readonly type: string;
  readonly size: number;
  readonly width: number | null;
  readonly height: number | null;
};

/** What the plugin says of itself. */
export type ReleaseAbout = {
  readonly name: string;
  /** As WordPress knows it: `igny8-seo/igny8-seo.php`. */
  readonly plugin_file: string;
  readonly homepage: string | null;
  readonly author: string | null;
  readonly author_homepage: string | null;
  readonly description: string | null;
  readonly requires: string | null;
  readonly tested: string | null;
  readonly requires_php: string | null;
  /** The text of its `readme.txt`, of which the first 64 KiB are kept. */
  readonly readme: string;
};

/** What sites download, and what was found of it. */
export type CheckedRelease = {
  readonly version: string;
  /** Of the package that sites download: the plugin's folder alone, hex. */
  readonly sha256: string;
  readonly size: number;
  /** Of what was uploaded, where it had the directory's pictures beside the folder. */
  readonly upload_sha256: string;
  /** Ed25519 over `releaseText`, base64, by the key of the log. */
  readonly signature: string;
  readonly key_id: string;
  readonly errors: number;
  readonly warnings: number;
  readonly checklist: readonly ChecklistItem[];
  readonly about: ReleaseAbout;
  readonly assets: readonly ReleaseAsset[];
};

type OfRelease = { readonly slug: string; readonly version: string };
type Reasoned = OfRelease & { readonly reason: string };

export type PluginReleaseEvent =
  | DomainEvent<'PluginReleaseChecked', CheckedRelease & { readonly slug: string }>
  /** `share`: percent of sites that it is offered to; 100 is everybody. */
  | DomainEvent<'PluginReleasePublished', OfRelease & { readonly share: number }>
  | DomainEvent<'PluginRolloutChanged', Reasoned & { readonly share: number }>
  /** Offered to nobody from here on; who has it keeps it. */
  | DomainEvent<'PluginRolloutStopped', Reasoned & { readonly by: 'hand' | 'errors' }>
  /** What sites reported of it, counted since the share was last set. */
  | DomainEvent<'PluginErrorsNoted', OfRelease & { readonly sites: number; readonly errors: number }>
  | DomainEvent<'PluginReleaseWithdrawn', Reasoned>;

export type PluginReleaseCommand = { readonly now: Instant } & (
  | { readonly type: 'Check'; readonly release: CheckedRelease }
  | { readonly type: 'Publish'; readonly share: number }
  | { readonly type: 'RollOut'; readonly share: number; readonly reason: string }
  | { readonly type: 'Stop'; readonly reason: string }
  | { readonly type: 'NoteErrors'; readonly sites: number; readonly errors: number }
  | { readonly type: 'Withdraw'; readonly reason: string }
);

export type PluginReleaseRefusal =
  | { readonly code: 'not_found'; readonly message: string }
  | { readonly code: 'duplicate'; readonly message: string }
  | { readonly code: 'checklist_errors'; readonly message: string; readonly currentState: string }
  | { readonly code: 'invalid_state'; readonly message: string; readonly currentState: string };

/**
 * The very text that is signed, as UTF-8: five lines, each ended by a line feed. It names the version, so that bytes of one release
 * are not taken for another one's.
 */
export const releaseText = ({
  version,
  sha256,
  size,
}: {
  readonly version: string;
  readonly sha256: string;
  readonly size: number;
}): string => ['igny8-business plugin release v1', PLUGIN_SLUG, version, sha256, String(size), ''].join('\n');
