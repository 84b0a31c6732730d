import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCrypto } from '#adapters/proof/bundle-crypto';
import { utf8 } from '#adapters/proof/digest';
import { verified } from '#cli/verify';
import { canonicalJson } from '#domain/kernel/canonical-json';
import type { Bytes } from '#domain/log/merkle';
import { packed, unpacked } from '#domain/proof/bundle-zip';
import { checked } from '#domain/proof/evidence-bundle-check';
import { tries } from '#test/support/depth';
import { keyOf, LOG, type Log, type Loose, logOf, set, signedAnew, withEvent } from './evidence-bundle-log.ts';

const check = (bytes: Bytes) => checked(bytes, {}, checkCrypto);

let log: Log;
let bundle: Bytes;
beforeAll(async () => {
  log = await logOf();
  bundle = await log.bundle();
});

/** The value with one of the values in it, counted in its order, put in place of another. */
function replaced(value: Loose, at: number, by: unknown): Loose {
  const places: [Loose, string][] = [];
  const visit = (inner: Loose): void => {
    if (typeof inner !== 'object' || inner === null) return;
    for (const key of Object.keys(inner)) {
      places.push([inner, key]);
      visit(inner[key]);
    }
  };
  visit(value);
  const place = places[at % (places.length + 1)];
  if (!place) return by;
  place[0][place[1]] = by;
  return value;
}

/** What a rule may stumble over. */
const ODD = ['2026-06-12', '9999-12-31', '+010000-01', ['9999-12-31'], -1, 0, 2 ** 53 - 1, 1e21, null, '__proto__'];

describe('whatever comes', () => {
  it('finds every byte that was changed', () => {
    const change = fc.tuple(fc.nat(bundle.length - 1), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(change, ([at, by]) => {
        const bytes = Uint8Array.from(bundle);
        bytes[at] = (bytes[at] as number) ^ by;
        expect(check(bytes).verdict).toBe('broken');
      }),
      { numRuns: tries(80, 400) },
    );
  });

  it('finds every character that was changed in the one text that nothing signs', () => {
    const files = unpacked(bundle) as Map<string, Bytes>;
    const manifest = Buffer.from(files.get('manifest.json') as Bytes).toString();
    const begins = manifest.indexOf('"signature":"') + '"signature":"'.length;
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_ '];
    // The last ones hold bits that a lenient decoder drops.
    for (let at = 0; at < 88; at++)
      for (const letter of at < 84 ? ['-', 'A', 'B'] : letters) {
        if (manifest[begins + at] === letter) continue;
        const edited = `${manifest.slice(0, begins + at)}${letter}${manifest.slice(begins + at + 1)}`;
        const verdict = check(packed(new Map(files).set('manifest.json', utf8(edited))));
        expect(verdict, `${letter} at ${at}`).toMatchObject({ verdict: 'broken' });
      }
  });

  it('answers any values in any file, signed as they are', async () => {
    const parts = ['invoice', 'explanation', 'openings', 'proofs', 'head', 'dispute'] as const;
    const edit = fc.record({ part: fc.constantFrom(...parts), at: fc.nat(), value: fc.jsonValue() });
    await fc.assert(
      fc.asyncProperty(edit, async ({ part, at, value }) => {
        const edited = await log.bundle((made) => {
          const { key_id, log_id } = made.head;
          set(part, (before: Loose) => replaced(before, at, value))(made);
          // The manifest is made from the head, which must be one for that.
          if (part === 'head') set(part, (head: Loose) => ({ ...head, key_id, log_id }))(made);
        });
        const { verdict } = check(edited);
        expect(['holds', 'broken']).toContain(verdict);
      }),
      { numRuns: tries(100, 500) },
    );
  });

  it('finds every value of an event that was changed', async () => {
    const edit = fc.record({ index: fc.nat(), at: fc.nat(), value: fc.jsonValue() });
    await fc.assert(
      fc.asyncProperty(edit, async ({ index, at, value }) => {
        const edited = await log.bundle((made) =>
          set(`leaves/${index % made.leaves.length}`, (leaf: string) => {
            const text = canonicalJson(replaced(JSON.parse(leaf), at, value));
            return text === leaf ? `${text} ` : text;
          })(made),
        );
        expect(check(edited)).toMatchObject({ verdict: 'broken', point: 3 });
      }),
      { numRuns: tries(60, 300) },
    );
  });

  it('answers any values in an event that was sealed so', async () => {
    const edit = fc.record({ position: fc.integer({ min: 2, max: 16 }), at: fc.nat(), value: fc.jsonValue() });
    await fc.assert(
      fc.asyncProperty(edit, async ({ position, at, value }) => {
        const some = at % 3 === 0 ? ODD[at % ODD.length] : value;
        const odd = await logOf(withEvent(position, (data) => void replaced(data, at, some)));
        expect(['holds', 'broken']).toContain(check(await odd.bundle()).verdict);
      }),
      { numRuns: tries(40, 200) },
    );
  });

  it('takes any bytes', async () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => check(bytes).verdict === 'broken'),
      { numRuns: tries(40, 200) },
    );
    const links = (content: Bytes) => signedAnew(bundle, { 'deliverables/links.json': content }, keyOf(2));
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(check(links(utf8(deep)))).toMatchObject({ point: 1, why: expect.stringContaining('too deeply') });
    expect(check(links(Uint8Array.of(0xff)))).toMatchObject({ point: 1, why: expect.stringContaining('UTF-8') });
    const blank = await log.bundle(
      set(
        'leaves',
        Array.from({ length: 100_000 }, () => ''),
      ),
    );
    expect(check(blank)).toMatchObject({ verdict: 'broken', point: 3 });
    expect(check(await log.bundle(set('leaves', [])))).toMatchObject({ verdict: 'broken', point: 3 });
  });
});

describe('igny8-business verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: Bytes | string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it('tells what was checked, line by line', () => {
    const { code, text } = verified(file('holds.zip', bundle), { key: keyOf(1).keyId });
    expect(code).toBe(0);
    expect(text).toMatch(/✓ 3 events: 15 events/);
    expect(text).toMatch(/ +2 +line 2 +order.pass_through +148.14 +148.14 +2/);
    expect(text).toMatch(/The bundle holds\.\nThe verify.mjs that it carries is not the one of this version\.$/);
    expect(text).toMatch(/✓ 6 documents/);
    expect(text).toMatch(/paid at .*: 0.00 paid, 350.01 due/);
    expect(text).toMatch(/Stated by the issuer.*:\n {2}FORMAT.md, VERIFY.md, summary.pdf, verify.mjs: all of them/);
    expect(text).toContain(LOG);
  });

  it('has an exit code for each answer', async () => {
    const good = file('good.zip', bundle);
    const head = file('head.json', JSON.stringify(await log.head(7)));
    const answer = file('answer.json', JSON.stringify(await log.consistency(7, 19)));
    expect(verified(good, { head: [head] })).toMatchObject({ code: 3, text: expect.stringContaining('?from=7&to=19') });
    const { code, text } = verified(good, { head: [head], consistency: [answer] });
    expect([code, text]).toEqual([0, expect.stringMatching(/✓ 7 older heads: .* of 7 events/)]);
    const told = verified(file('bad.zip', await log.bundle(set('openings/0/value', 21))), {});
    expect(told.code).toBe(1);
    expect(told.text).toMatch(/✓ 3 events\n✗ 4 openings: .*\n\nThe bundle does not hold\./);
    expect(verified(join(folder, 'none.zip'), {})).toMatchObject({ code: 2 });
    expect(verified(good, { head: [answer] })).toMatchObject({ code: 2, text: expect.stringContaining('tree head') });
    expect(verified(good, { consistency: [file('x.json', '{')] })).toMatchObject({ code: 2 });
  });

  it('prints nothing that moves the cursor or begins a line', async () => {
    const events = withEvent(15, set('lines/0/description', 'a\u001b[2J\n✓ b\u202e'));
    const { code, text } = verified(file('odd.zip', await (await logOf(events)).bundle()), {});
    expect(code).toBe(0);
    expect(text).toContain('a\\u001b[2J\\u000a✓ b\\u202e');
  });
});
