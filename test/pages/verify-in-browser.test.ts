import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forBrowsers, verifierFile } from '#api/pages/verifier';
import { CONTAINER_BREAKS } from '#test/proof/synthetic-breaks';
import { syntheticBundle } from '#test/proof/synthetic-bundle';
import { CONTENT_BREAKS } from '#test/proof/synthetic-content-breaks';
import { type Answer, type Kept, verify } from '../../docs/verify/verify.mjs';

type Program = (bytes: Uint8Array, kept?: Kept) => Answer;
type Host = {
  judged(program: Program, bytes: Uint8Array, kept: Kept): Promise<Answer>;
  createHash(): { update(part: Uint8Array | string): { digest(): { toString(as: 'hex'): string } } };
};
const folder = mkdtempSync(join(tmpdir(), 'in-browser-'));
let host: Host;
let program: Program;
const judged = (bytes: Uint8Array, kept: Kept = {}) => host.judged(program, bytes, kept);

/** The files as pages load them, in a process that gives them nothing but what browsers have, too. */
beforeAll(async () => {
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'host.js'), verifierFile('in-browser.js'));
  writeFileSync(join(folder, 'verify.js'), forBrowsers(verifierFile('verify.mjs'), './host.js'));
  host = (await import(pathToFileURL(join(folder, 'host.js')).href)) as Host;
  program = ((await import(pathToFileURL(join(folder, 'verify.js')).href)) as { verify: Program }).verify;
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the offline verifier in a browser', () => {
  it('is the published program, but for the lines that take something of Node', () => {
    const lines = (text: string) => text.split('\n').filter((line) => !line.startsWith('import '));
    expect(lines(readFileSync(join(folder, 'verify.js'), 'utf8'))).toEqual(lines(verifierFile('verify.mjs')));
    expect(readFileSync(join(folder, 'verify.js'), 'utf8')).not.toContain('node:');
    expect(verifierFile('in-browser.js')).not.toMatch(/node:|require\(|eval\(|new Function/);
  });

  it('hashes as SHA-256 does', () => {
    const same = (bytes: Uint8Array): void => {
      const told = createHash('sha256').update(bytes).digest('hex');
      expect(host.createHash().update(bytes).digest().toString('hex')).toBe(told);
    };
    for (const length of [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 1_000]) same(new Uint8Array(length).fill(0xa5));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), same), { numRuns: 60 });
  });

  it('holds what holds, with the same summary', async () => {
    const { bytes } = syntheticBundle();
    const told = verify(bytes);
    expect(told.verdict).toBe('holds');
    expect(await judged(new Uint8Array(bytes))).toEqual(told);
    expect(await judged(new Uint8Array(bytes), { key: 'nobodys-key' })).toEqual(verify(bytes, { key: 'nobodys-key' }));
  });

  it('finds whatever the program finds by itself, in the same words', async () => {
    // Every third: all of them are tried with the program itself elsewhere.
    const some = [...CONTAINER_BREAKS, ...CONTENT_BREAKS].filter((_, index) => index % 3 === 0);
    for (const { name, bytes: made } of some) {
      const bytes = made();
      const told = verify(bytes);
      expect(told.verdict, name).not.toBe('holds');
      expect(await judged(new Uint8Array(bytes)), name).toEqual(told);
    }
  }, 60_000);

  it('finds one byte that was changed anywhere', async () => {
    const { bytes } = syntheticBundle();
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const other = new Uint8Array(bytes);
        other[at] = (other[at] ?? 0) ^ by;
        const told = await judged(other);
        expect(told).toEqual(verify(other));
        expect(told.verdict).toBe('broken');
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
