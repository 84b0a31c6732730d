import { createHmac } from 'node:crypto';
import type { PlaceInRollout } from '#commands/plugin/ports-plugin';

/** Places are told to a hundredth of a percent. */
const PLACES = 10_000;

/**
 * Where a site stands in the roll-out of a version: by a secret of that version and the site's address as its updater sends it. Nothing
 * is kept of it, and it is the same every day; of another version the order is another one. `root` is kept in the vault.
 */
export const createPlaces =
  (root: Buffer): PlaceInRollout =>
  (version, address) => {
    const secret = createHmac('sha256', root).update(`plugin release ${version}`).digest();
    const place = createHmac('sha256', secret).update(address).digest();
    return (place.readUIntBE(0, 6) % PLACES) / (PLACES / 100);
  };
