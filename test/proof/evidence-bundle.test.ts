import { beforeAll, describe, expect, it } from 'vitest';
import { assemblyCrypto, checkCrypto } from '#adapters/proof/bundle-crypto';
import { utf8 } from '#adapters/proof/digest';
import type { Bytes } from '#domain/log/merkle';
import { packed, unpacked } from '#domain/proof/bundle-zip';
import { assembled } from '#domain/proof/evidence-bundle';
import { checked } from '#domain/proof/evidence-bundle-check';
import type { Known } from '#domain/proof/evidence-bundle-keys';
import {
  type Draft,
  EVENTS,
  idOf,
  keyOf,
  LOG,
  type Log,
  type Loose,
  logOf,
  set,
  signedAnew,
  signerOf,
  swapped,
  withEvent,
  without,
} from './evidence-bundle-log.ts';

const check = (bytes: Bytes, known: Known = {}) => checked(bytes, known, checkCrypto);
const isBroken = (point: number, why: RegExp) => ({ verdict: 'broken', point, why: expect.stringMatching(why) });
type Edit = (parts: Loose) => void;

let log: Log;
let bundle: Bytes;
beforeAll(async () => {
  log = await logOf();
  bundle = await log.bundle();
});

/** Each edit is made before the bundle is put together and signed, and is found as that. */
async function found(point: number, edits: readonly (readonly [edit: Edit, why: RegExp])[]): Promise<void> {
  for (const [edit, why] of edits) expect(check(await log.bundle(edit))).toEqual(isBroken(point, why));
}
/** Each change is made to an event before it is sealed. */
async function foundSealed(changes: readonly (readonly [position: number, change: Edit, why: RegExp])[]) {
  for (const [position, change, why] of changes)
    expect(check(await (await logOf(withEvent(position, change))).bundle())).toEqual(isBroken(5, why));
}
/** Files changed without signing anew. */
const repacked = (edit: (files: Map<string, Bytes>) => void): Bytes => {
  const files = unpacked(bundle) as Map<string, Bytes>;
  edit(files);
  return packed(files);
};

describe('a bundle', () => {
  it('holds, and says what its lines come to', () => {
    const verdict = check(bundle, { firstKey: keyOf(1).keyId });
    expect(verdict).toMatchObject({
      verdict: 'holds',
      summary: { events: 15, openings: 3, files: 17, number: 'INV-2026-000004', total: '350.01', agreed: [] },
    });
    const { lines } = (verdict as Loose).summary;
    expect(lines.map((line: Loose) => [line.amount, line.recomputed, line.events])).toEqual([
      ['119.70', '119.70', 3],
      ['148.14', '148.14', 2],
      ['50.00', '50.00', 2],
      ['1.50', '1.50', 1],
      ['60.67', '60.67', 1],
      ['-30.00', '-30.00', 2],
    ]);
  });

  it('is the same bytes for the same parts, and is signed by the key of its head only', async () => {
    expect(await log.bundle()).toEqual(bundle);
    const parts = await log.parts();
    expect(() => assembled(parts, assemblyCrypto(signerOf(keyOf(1))))).toThrow(/the manifest by/);
  });
});

describe('what does not hold is named', () => {
  it('1: the container and the hashes of its files', async () => {
    const lacking = (name: string) => check(repacked((files) => void files.delete(name)));
    expect(check(new Uint8Array([...bundle, 0]))).toEqual(isBroken(1, /canonical form/));
    expect(lacking('manifest.json')).toEqual(isBroken(1, /manifest.json" is missing/));
    expect(lacking('VERIFY.md')).toEqual(isBroken(1, /VERIFY.md is missing/));
    expect(lacking('deliverables/links.json')).toEqual(isBroken(1, /links.json is missing/));
    expect(check(repacked((files) => files.set('extra', utf8(''))))).toEqual(
      isBroken(1, /"extra" is no file of a bundle/),
    );
    expect(check(repacked((files) => files.set('summary.pdf', utf8('x'))))).toEqual(
      isBroken(1, /"summary.pdf" is not/),
    );
    const bytes = (text: string) => signedAnew(bundle, { 'deliverables/links.json': utf8(text) }, keyOf(2));
    for (const text of [
      '[ ]',
      '[]\n',
      '\ufeff[]',
      '{"b":1,"a":1}',
      '{"a":1,"a":1}',
      '[1.0]',
      '[-0]',
      '["\\u0061"]',
      '["\\ud800"]',
    ])
      expect(check(bytes(text))).toEqual(isBroken(1, /links.json" is not (canonical )?JSON/));
    for (const text of ['["ä😀"]', '["\\\\ud800"]'])
      expect(check(bytes(text))).toEqual(isBroken(6, /links.json says .* its events nothing/));
  });

  it('2: signatures, ids of keys and handovers', async () => {
    await found(2, [
      [set('head/size', 20), /head is not signed/],
      [set('head/public_key', keyOf(3).publicKey), /is not the id/],
      [set('head/keys/0/key_id', 'f'.repeat(16)), /is not the id of its key/],
      [set('head/signature', (text: string) => text.replace('==', '')), /format has it, at \/signature/],
      [without('head/keys/1'), /last key/],
      [without('head/keys/0'), /does not come after/],
      [set('head/keys/1/previous', null), /does not come after/],
      [set('head/keys/1/handover', (await log.head(19)).signature), /handover/],
    ]);
    const manifest = (key: number, named: Loose) => check(signedAnew(bundle, {}, keyOf(key), named));
    expect(manifest(2, {})).toMatchObject({ verdict: 'holds' });
    expect(manifest(1, {})).toEqual(isBroken(2, /manifest is not signed/));
    expect(manifest(2, { key_id: keyOf(1).keyId })).toEqual(isBroken(2, /names key/));
    expect(manifest(2, { log_id: 'x' })).toEqual(isBroken(2, /another log/));
    expect(check(bundle, { firstKey: keyOf(2).keyId })).toMatchObject({ verdict: 'holds' });
    expect(check(bundle, { firstKey: keyOf(3).keyId })).toEqual(isBroken(2, /is no key of the log/));
  });

  it('3: events and their proofs', async () => {
    const both: Edit = (parts) => {
      for (const list of ['leaves', 'proofs/proofs']) set(list, swapped(2, 3))(parts);
    };
    await found(3, [
      [set('leaves/1', (leaf: string) => leaf.replace('06-12', '06-11')), /event 2 .* not what was sealed/],
      [set('leaves/0', (leaf: string) => `${leaf} `), /not canonical/],
      [set('leaves', swapped(2, 3)), /has no proof in its place/],
      [both, /^event 4 .* is not after/],
      [without('leaves/14'), /more proofs/],
      [without('leaves/0'), /no proof in its place/],
      [without('proofs/proofs/14'), /no proof/],
      [without('proofs/proofs/4/path/0'), /does not lead/],
      [set('proofs/proofs/4/leaf_index', 3), /not after the one before/],
      [set('proofs/tree_size', 18), /for 18 events/],
      [set('proofs/consistency/0/to', 18), /from 5 events to 18/],
      [without('leaves/13', 'proofs/proofs/13'), /invoice-4 is not whole/],
    ]);
    const odd = async (position: number, how: Loose) =>
      check(
        await (
          await logOf(EVENTS.map((event, at) => (at + 1 === position ? [...event, how] : event) as Draft))
        ).bundle(),
      );
    expect(await odd(8, { id: idOf(3) })).toEqual(isBroken(3, /event 6 .* has the id of another/));
    expect(await odd(8, { revision: 1 })).toEqual(isBroken(3, /event 6 .* out of order in its stream/));
    const lines = (unpacked(bundle) as Map<string, Bytes>).get('events.jsonl') as Bytes;
    const cut = signedAnew(bundle, { 'events.jsonl': lines.subarray(0, -1) }, log.key);
    expect(check(cut)).toEqual(isBroken(3, /event 15 .* does not end with a line feed/));
  });

  it('4: openings', async () => {
    await found(4, [
      [set('openings/0/value', 21), /does not fit/],
      [set('openings/0/salt', 'ab'), /does not fit/],
      [set('openings/0/pointer', '/on'), /does not fit/],
      [set('openings/0/event_id', idOf(6)), /not in the bundle/],
      [set('openings', ([first, ...rest]: Loose[]) => [first, first, ...rest]), /opened twice/],
    ]);
  });

  it('5: what the invoice says against its events', async () => {
    await found(5, [
      [set('invoice/id', 5), /is of invoice 5/],
      [set('invoice/number', 'INV-1'), /as number/],
      [set('invoice/subtotal', '1.00'), /as subtotal/],
      [set('invoice/tax', '1.00'), /as tax/],
      [set('invoice/total', '1.00'), /as total/],
      [set('invoice/lines/0/amount', '119.71'), /amount of line 1/],
      [set('invoice/lines/0/kind', 'order'), /kind of line 1/],
      [set('invoice/lines/0/causes', [idOf(2)]), /causes of line 1/],
      [set('invoice/lines/0/inputs', {}), /inputs of line 1/],
      [without('invoice/lines/5'), /count of lines/],
      [set('openings', []), /line 2 does not follow .* withheld/],
    ]);
  });

  it('5: amounts that do not follow, though everything is sealed and signed', async () => {
    const more = (amount: number) => amount + 1;
    await foundSealed([
      [15, set('lines/0/amount_cents', more), /line 1 is 119.71, but its events come to 119.70/],
      [15, set('invoice_id', 5), /"4" as id, its events "5"/],
      [15, set('lines/3/causes', [idOf(2)]), /no AddOnPurchased/],
      [15, set('lines/3/causes', [idOf(1)]), /not in the bundle/],
      [15, set('subtotal_cents', more), /subtotal is 319.35/],
      [15, set('tax_cents', more), /tax is 60.68/],
      [15, set('total_cents', more), /total is 350.02, but its lines come to 350.01/],
      [15, set('lines/0/inputs', {}), /line 1 does not follow .* says no day/],
      [15, set('lines/0/kind', 'tax'), /line 1 is tax by its kind or its rule alone/],
      [15, set('lines/5/kind', 'order'), /line 6 is credit by/],
      [7, set('cost_cents', more), /come to 148.15/],
      [9, set('terms/quote/lines/0/quantity', 0), /line 3 does not follow .* no quantity/],
      // Counting days up to this one would never end.
      [2, set('on', '9999-12-31'), /is of no day/],
    ]);
    for (const rule of ['constructor', 'toString', 'valueOf', '__proto__', 'nothing'])
      await foundSealed([[15, set('lines/3/rule', rule), /line 4/]]);
    const renamed = EVENTS.map((event, at) => (at === 14 ? event.with(1, 'InvoicePaid') : event)) as Draft[];
    expect(check(await (await logOf(renamed)).bundle())).toEqual(isBroken(5, /not its issuing/));
  });

  it('6: the explanation', async () => {
    const line = 'explanation/lines/0';
    await found(6, [
      [set(`${line}/recomputed`, '1.00'), /of line 1/],
      [set(`${line}/recomputed`, null), /of line 1/],
      [set(`${line}/line_id`, 2), /"2" as line/],
      [set(`${line}/rule`, 'order.completed'), /rule of line 1/],
      [set(`${line}/inputs`, {}), /inputs of line 1/],
      [set(`${line}/amount`, '1.00'), /amount of line 1/],
      [set(`${line}/equal`, false), /line 1 unequal/],
      [set('explanation/equal', false), /invoice unequal/],
      [set('explanation/recomputed_total', '1.00'), /as total/],
      [set('explanation/invoice_id', 5), /is of invoice 5/],
      [without('explanation/lines/5'), /count of lines/],
      [set(`${line}/causes/1/type`, 'InvoicePaid'), /not in the bundle/],
      [set(`${line}/causes/1/event_id`, idOf(17)), /names other causes of line 1/],
      [set(`${line}/causes/1/because/0/event_id`, idOf(4)), /did not cause it/],
      [set(`${line}/causes/1/because/0/type`, 'X'), /not in the bundle/],
    ]);
  });
});

describe('7: heads that were kept', () => {
  const holds = (...agreed: number[]) => ({ verdict: 'holds', summary: { agreed } });
  const undecided = (why: string) => ({ verdict: 'undecided', why: expect.stringContaining(why) });
  const elsewhere = () => logOf(withEvent(1, set('sandbox', false)));

  it('of the same size, or smaller', async () => {
    expect(check(bundle, { heads: await Promise.all([5, 16, 19].map((size) => log.head(size))) })).toMatchObject(
      holds(5, 16, 19),
    );
    expect(check(bundle, { heads: [await log.head(5, keyOf(1))] })).toMatchObject(holds(5));
    const head = await log.head(5);
    const against = (changed: Loose) => check(bundle, { heads: [changed] });
    expect(against({ ...head, size: 6 })).toEqual(isBroken(7, /signature .* does not hold/));
    expect(against({ ...head, log_id: 'x' })).toEqual(isBroken(7, /another log/));
    expect(against(await log.head(5, keyOf(3)))).toEqual(isBroken(7, /by no key of the log/));
    const empty = await log.head(0);
    expect(against(empty)).toMatchObject(holds(0));
    const { root_hash } = head;
    expect(against({ ...empty, ...signerOf(log.key).sign(LOG, { ...empty, root_hash }) })).toEqual(
      isBroken(7, /no empty log/),
    );
    const other = await elsewhere();
    for (const size of [5, 19]) expect(against(await other.head(size))).toEqual(isBroken(7, /the log was changed/));
  });

  it('are asked for where the bundle has no proof from them', async () => {
    const heads = [await log.head(7)];
    const consistency = [await log.consistency(7, 19)];
    const other = await elsewhere();
    expect(check(bundle, { heads })).toMatchObject(undecided('?from=7&to=19'));
    expect(check(bundle, { heads, consistency })).toMatchObject(holds(7));
    expect(check(bundle, { heads: [await other.head(7)], consistency })).toEqual(isBroken(7, /was changed/));
    // What is broken is said before what is undecided.
    expect(check(bundle, { heads: [...heads, await other.head(5)] })).toMatchObject({ verdict: 'broken' });
  });

  it('may be later than the bundle', async () => {
    const earlier = await log.bundle(() => {}, 18);
    const heads = [await log.head(19)];
    const consistency = [await log.consistency(18, 19)];
    const other = await elsewhere();
    expect(check(earlier, { heads })).toMatchObject(undecided('?from=18&to=19'));
    expect(check(earlier, { heads, consistency })).toMatchObject(holds(19));
    expect(check(earlier, { heads: [await other.head(19)], consistency })).toEqual(isBroken(7, /was changed/));
    const byNext = [await log.head(19, keyOf(3))];
    expect(check(earlier, { heads: byNext, consistency })).toMatchObject(undecided(keyOf(3).keyId));
  });

  it('do not vouch for a key that none of theirs handed over to', async () => {
    const anew = await logOf(EVENTS, [1, 2, -3]);
    const made = await anew.bundle();
    const heads = [await anew.head(5, keyOf(1))];
    expect(check(made)).toMatchObject(holds());
    expect(check(made, { heads })).toMatchObject(undecided(keyOf(3).keyId));
    expect(check(made, { firstKey: keyOf(1).keyId })).toMatchObject(undecided(keyOf(3).keyId));
    expect(check(made, { heads, firstKey: keyOf(2).keyId })).toMatchObject(undecided(keyOf(3).keyId));
    expect(check(made, { heads, firstKey: keyOf(3).keyId })).toMatchObject(holds(5));
  });
});
