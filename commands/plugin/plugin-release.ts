import type { ObjectStore } from '#commands/platform/ports-files';
import { type PluginRelease, pluginRelease } from '#domain/plugin/plugin-release';
import {
  type CheckedRelease,
  PLUGIN_SLUG,
  type PluginReleaseCommand,
  type PluginReleaseEvent,
  type PluginReleaseRefusal,
  releaseText,
} from '#domain/plugin/plugin-release-messages';
import { LONGEST_VERSION, RELEASE_VERSION } from '#domain/plugin/version-compare';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, Handled, HandleOptions } from '#runtime/command-handler';
import type { Cause } from '#runtime/metadata';
import type { CheckUpload } from './ports-plugin.ts';

export type PluginReleaseCommands = ReturnType<typeof pluginReleaseCommands>;
export type PluginReleaseResult = Handled<PluginRelease, PluginReleaseEvent, PluginReleaseRefusal>;
type Command = PluginReleaseCommand extends infer C ? (C extends PluginReleaseCommand ? Omit<C, 'now'> : never) : never;

export const releaseStream = (version: string): string => `plugin-release-${PLUGIN_SLUG}-${version}`;
/** Packages and pictures are named by what is in them: another upload of a version leaves those of the first alone. */
const packageKey = (sha256: string): string => `plugin/packages/${sha256}.zip`;
const assetKey = (upload: string, name: string): string => `plugin/assets/${upload}/${name}`;

export function pluginReleaseCommands(deps: {
  readonly handler: CommandHandler;
  readonly clock: Clock;
  readonly objects: ObjectStore;
  readonly check: CheckUpload;
  /** Ed25519, by the key that heads of the log are signed with. */
  readonly sign: (text: string) => { readonly key_id: string; readonly signature: string };
}) {
  const { handler, clock, objects, check, sign } = deps;

  const run = (
    version: string,
    command: Command,
    cause: Cause,
    options?: HandleOptions,
  ): Promise<PluginReleaseResult> =>
    handler.handle(pluginRelease, releaseStream(version), { ...command, now: clock.now() }, cause, options);

  return {
    run,
    load: (version: string) => handler.load(pluginRelease, releaseStream(version)),

    /**
     * Looks an archive through and keeps what is in it, errors or not: the bytes first, so that what the log tells of is there.
     * `refused` where it cannot be read, in words and with the part that it is about.
     */
    async upload(
      bytes: Uint8Array,
      cause: Cause,
    ): Promise<{ readonly refused: string; readonly entry: string | null } | PluginReleaseResult> {
      const found = await check(bytes);
      if ('refused' in found) return found;
      const { version, about, checklist, assets, sha256: uploaded } = found;
      const { sha256, size } = found.package;
      const { key_id, signature } = sign(releaseText({ version, sha256, size }));
      await objects.put(packageKey(sha256), found.package.bytes ?? bytes, 'application/zip');
      for (const { name, type, bytes: picture } of assets) await objects.put(assetKey(uploaded, name), picture, type);
      const release: CheckedRelease = {
        version,
        sha256,
        size,
        upload_sha256: uploaded,
        signature,
        key_id,
        errors: checklist.errors,
        warnings: checklist.warnings,
        checklist: checklist.items,
        about,
        assets: assets.map(({ bytes: _, ...asset }) => asset),
      };
      return run(version, { type: 'Check', release }, cause);
    },

    /** What sites download; null where the store has none of that hash. */
    package: (sha256: string) => objects.get(packageKey(sha256)),
    asset: (upload: string, name: string) => objects.get(assetKey(upload, name)),
  };
}

/** Whether a text can be the version of a release at all. */
export const isVersion = (text: string): boolean => text.length <= LONGEST_VERSION && RELEASE_VERSION.test(text);
