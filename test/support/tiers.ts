import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
/** Whoever wants a database asks for it there. */
const DATABASE = 'test/support/postgres.ts';

/** Of the folders of the fast tier, what lives through whole worlds of events, and so takes its time. */
export const WORLDS = [
  'test/billing/sagas/provider-notices.test.ts',
  'test/billing/sagas/reissue.test.ts',
  'test/billing/sagas/small-amounts.test.ts',
  'test/billing/commands/payment-effects.test.ts',
  'test/services/sagas/onboarding.test.ts',
  'test/platform/commands/session.test.ts',
];
const FAST = /^test\/(house|[a-z]+\/(domain|sagas|commands))\//;

const imported = (file: string): string[] => {
  const from = [...readFileSync(join(ROOT, file), 'utf8').matchAll(/ from '(#test\/|\.\.?\/)([^']+)'/g)];
  const place = (base = '', path = '') =>
    base === '#test/' ? `test/${path}.ts` : relative(ROOT, join(ROOT, dirname(file), base, path));
  return from.map(([, base, path]) => place(base, path)).filter((each) => existsSync(join(ROOT, each)));
};

/** The files that reach `DATABASE` by their imports, however far. */
function reaching(files: readonly string[]): Set<string> {
  const known = new Map<string, boolean>([[DATABASE, true]]);
  const reaches = (file: string): boolean => {
    const found = known.get(file);
    if (found !== undefined) return found;
    known.set(file, false);
    const answer = imported(file).some(reaches);
    known.set(file, answer);
    return answer;
  };
  return new Set(files.filter(reaches));
}

export type Tier = 'fast' | 'memory' | 'postgres';

/**
 * Every test file by what it needs: `fast` and `memory` need nothing but themselves, `postgres` a server, which is started
 * only where a file of that tier is run. A file finds its tier by its folder and its imports; there is no list to keep.
 */
export function tiers(): Readonly<Record<Tier, string[]>> {
  const files = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts'))
    .sort();
  const stored = reaching(files);
  const quick = (file: string) => FAST.test(file) && !stored.has(file) && !WORLDS.includes(file);
  return {
    fast: files.filter(quick),
    memory: files.filter((file) => !stored.has(file) && !quick(file)),
    postgres: files.filter((file) => stored.has(file)),
  };
}
