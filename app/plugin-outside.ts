import { createChecking } from '#adapters/plugin/checking';
import { createPlaces } from '#adapters/plugin/rollout';
import { createWporg } from '#adapters/plugin/wporg';
import type { createVault } from '#adapters/vault';
import type { ObjectStore } from '#commands/platform/ports-files';

type Deps = {
  readonly vault: Pick<ReturnType<typeof createVault>, 'establish'>;
  readonly objects: ObjectStore;
  readonly closing: (() => Promise<unknown>)[];
};

/** What releases of the plugin need outside; `base` is where wordpress.org is asked, itself where it is left out. */
export async function openPluginOutside({ vault, objects, closing }: Deps) {
  const placeOf = createPlaces(await vault.establish('system/plugin-rollouts'));
  const checking = createChecking();
  closing.push(checking.close);
  return (base: string | undefined, timeoutMs?: number) => ({
    objects,
    check: checking.check,
    placeOf,
    askWporg: createWporg(base, timeoutMs),
  });
}
