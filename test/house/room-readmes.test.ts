import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const ROOMS = readdirSync(join(ROOT, 'domain'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
/** What fits on one screen. */
const SCREEN = 50;

const readme = (room: string): string => readFileSync(join(ROOT, 'domain', room, 'README.md'), 'utf8');
const named = (text: string): string[] => [...text.matchAll(/`(test\/[^`]+)`/g)].map(([, file]) => file ?? '');
/** Points of a README that claim something: those under any heading but its words. */
const claims = (text: string): string[] =>
  text
    .split(/^## /m)
    .slice(1)
    .filter((part) => !part.startsWith('Words'))
    .flatMap((part) => part.split(/^- /m).slice(1));

describe('the README of a room', () => {
  it.each(ROOMS)('of %s is there, and is of one screen', (room) => {
    expect(existsSync(join(ROOT, 'domain', room, 'README.md'))).toBe(true);
    expect(readme(room).split('\n').length).toBeLessThanOrEqual(SCREEN);
  });

  it.each(ROOMS)('of %s names a test for each of its claims, and each is there', (room) => {
    const made = claims(readme(room));
    expect(made.length).toBeGreaterThan(4);
    expect(made.filter((claim) => named(claim).length === 0)).toEqual([]);
    expect(named(readme(room)).filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it('that claims without a test, or names one that is not there, is found', () => {
    const bad = '# x\n## Words\n- a\n## Money\n- all is well\n- so is this: `test/nowhere.test.ts`\n';
    expect(claims(bad).filter((claim) => named(claim).length === 0)).toEqual(['all is well\n']);
    expect(named(bad).filter((file) => !existsSync(join(ROOT, file)))).toEqual(['test/nowhere.test.ts']);
  });
});
