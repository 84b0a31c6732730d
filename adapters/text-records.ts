import { Resolver } from 'node:dns/promises';
import type { HasTextRecord } from '#commands/reports/ports-white-label';

/** Answers that say for sure that there is no such record. */
const NONE = new Set(['ENODATA', 'ENOTFOUND']);

/** Asks the servers that this machine asks, or those that are named. */
export function createTextRecords(servers?: readonly string[]): HasTextRecord {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  if (servers) resolver.setServers(servers);
  return async (name, text) => {
    try {
      const records = await resolver.resolveTxt(name);
      // A long record comes in pieces.
      return records.some((pieces) => pieces.join('').trim() === text);
    } catch (error) {
      return NONE.has(String((error as { code?: unknown }).code)) ? false : null;
    }
  };
}
