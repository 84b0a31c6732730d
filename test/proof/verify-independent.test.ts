import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCrypto } from '#adapters/proof/bundle-crypto';
import { checked } from '#domain/proof/evidence-bundle-check';
import { tries } from '#test/support/depth';
import { verify } from '../../docs/verify/verify.mjs';
import { CONTAINER_BREAKS, documentsStay, event, put, setAt, told } from './synthetic-breaks.ts';
import { type Edits, jsonOf, setJson, signedHead, syntheticBundle } from './synthetic-bundle.ts';
import { CONTENT_BREAKS } from './synthetic-content-breaks.ts';
import { type Entry, type Json, keyEntries, logKey, zip } from './synthetic-parts.ts';
import { eventOf, type Line, linesOf, type Story } from './synthetic-story.ts';
import { WHOLE_BREAKS } from './synthetic-whole-breaks.ts';

const [first, second, forger] = [logKey('first'), logKey('second'), logKey('forger')];
const bundle = syntheticBundle();
const size = bundle.story.events.length;
const verdictOf = (edits: Edits, kept = {}) => {
  const { verdict, why } = verify(syntheticBundle(edits).bytes, kept);
  return why === null ? verdict : `${verdict}: ${why}`;
};

/** An invoice of these lines alone, with the sums that follow; there is a rate where there is a tax. */
const alone = (change: (line: (at: number) => Line, told: Story) => Line[]): Edits =>
  told((story) => {
    const all = linesOf(story);
    const lines = change((at) => all[at] as Line, story);
    const sum = (wanted: (line: Line) => boolean) =>
      lines.filter(wanted).reduce((total, { amount_cents }) => total + amount_cents, 0);
    const { data } = eventOf(story, 'issued');
    data['lines'] = lines.map((line, index) => ({ ...line, id: index + 1 }));
    data['subtotal_cents'] = sum(({ kind }) => kind !== 'tax' && kind !== 'credit');
    data['tax_cents'] = sum(({ kind }) => kind === 'tax');
    data['total_cents'] = sum(() => true);
    if (!lines.some(({ kind }) => kind === 'tax')) data['tax_rate'] = 0;
  });
/** An invoice of one line, whose events are changed so that it comes to this amount. */
const one = (at: number, amount_cents: number, changes: readonly (readonly [string, string, Json])[]): Edits =>
  alone((line, story) => {
    for (const [id, path, value] of changes) setAt(eventOf(story, id), path, value);
    return [{ ...line(at), amount_cents }];
  });

/** Three of six links at this price for all of them. */
const ofSix = (amount_cents: number, owed_cents: number): Edits =>
  one(2, owed_cents, [['order-1', 'data/terms/quote/lines/0', { id: 1, quantity: 6, amount_cents }]]);

describe('an evidence bundle holds', () => {
  it('with every rule of lines in it', () => {
    const { verdict, why, summary } = verify(bundle.bytes);
    expect({ verdict, why }).toEqual({ verdict: 'holds', why: null });
    expect(summary).toMatchObject({ number: 'INV-2026-000007', total: '2198.99', events: 52, log_size: size });
    expect(summary?.amounts.map(({ amount }) => amount)).toEqual([
      '186.20',
      '90.00',
      '428.57',
      '675.00',
      '12.04',
      '1.50',
      '300.00',
      '205.00',
      '360.68',
      '-60.00',
    ]);
  });

  it.each<[string, Edits]>([
    ['half a cent, away from zero', ofSix(1, 1)],
    ['half a cent below zero', ofSix(-1, -1)],
    ['less than half a cent', ofSix(0, 0)],
    ['more than half a cent', ofSix(5, 3)],
    ['a pause of no day', one(0, 31_920, [['resumed', 'data/on', '2026-06-10']])],
    ['a second activation', one(0, 31_920, [['paused', 'type', 'ManagedSubscriptionActivated']])],
    ['a second pause', one(0, 13_300, [['resumed', 'type', 'ManagedSubscriptionPaused']])],
    ['a key that came back', told((story) => void story.keys.push(second, first))],
    ['a subscription that was cancelled', one(0, 13_300, [['resumed', 'type', 'ManagedSubscriptionCancelled']])],
    ['a credit for more than is owed', alone((line) => [line(5), { ...line(9), amount_cents: -150 }])],
    ['a tax of no cent', alone((line) => [{ ...line(8), amount_cents: 0 }])],
    [
      'a tax below a credit',
      alone((line) => [line(5), { ...line(9), amount_cents: -150 }, { ...line(8), amount_cents: 29 }]),
    ],
    ['no line at all', alone(() => [])],
    ['a key of two hands', told((story) => void story.keys.push(second))],
    ['a head of less than the log', told((story) => void Object.assign(story, { size: size - 1 }))],
    ['personal data whose key is gone', event('paid', 'data/payer', 'sealed:gone')],
    ['a key named __proto__', event('paid', 'data', JSON.parse('{"__proto__":{"type":"InvoiceIssued"}}'))],
  ])('with %s', (_, edits) => {
    expect(verdictOf(edits)).toBe('holds');
    expect(checked(syntheticBundle(edits).bytes, {}, checkCrypto)).toMatchObject({ verdict: 'holds' });
  });
});

describe('what does not hold is named', () => {
  it.each([...CONTAINER_BREAKS, ...CONTENT_BREAKS, ...WHOLE_BREAKS])('$point: $name', ({ bytes, why }) => {
    expect(verify(bytes())).toMatchObject({ verdict: 'broken', why: expect.stringMatching(why), summary: null });
  });
});

describe('older heads', () => {
  it('hold at every size, with the proof of the bundle or an answer of the API', () => {
    for (let from = 1; from <= size; from++) {
      const kept = { heads: [bundle.headAt(from)], consistency: [bundle.consistency(from, size)] };
      expect(verify(bundle.bytes, kept)).toMatchObject({ verdict: 'holds' });
      const carried = [9, 16, size].includes(from);
      const alone = verify(bundle.bytes, { heads: [bundle.headAt(from)] });
      expect(alone.verdict).toBe(carried ? 'holds' : 'undecided');
      if (!carried) expect(alone.why).toContain(`/api/v1/audit/consistency/?from=${from}&to=${size}`);
    }
    expect(verify(bundle.bytes, { heads: [bundle.headAt(0)] }).verdict).toBe('holds');
  });

  it('may be newer than the bundle', () => {
    const earlier = syntheticBundle(
      told((story) => void Object.assign(story, { size: size - 1, consistencyFrom: [] })),
    );
    const kept = { heads: bundle.headAt(size) };
    expect(verify(earlier.bytes, kept).why).toContain(`?from=${size - 1}&to=${size}`);
    expect(verify(earlier.bytes, { ...kept, consistency: bundle.consistency(size - 1, size) }).verdict).toBe('holds');
    expect(verify(earlier.bytes, { heads: bundle.headAt(size, second) }).why).toMatch(/knows nothing of its key/);
    const wrong = bundle.consistency(size - 2, size);
    expect(verify(earlier.bytes, { ...kept, consistency: wrong }).verdict).toBe('undecided');
    expect(verify(earlier.bytes, { ...kept, consistency: { ...wrong, from: size - 1 } }).verdict).toBe('broken');
  });

  const rest = { log_id: 'log-1', size: 9, root_hash: 'ab'.repeat(32), issued_at: '2026-06-30' };
  it.each<[string, unknown, RegExp]>([
    ['of the same size with another root', signedHead({ ...rest, size }, first), /same size .* another root/],
    ['of a smaller size with another root', signedHead(rest, first), /No proof leads from the head of size 9/],
    ['of another log', signedHead({ ...rest, log_id: 'log-2' }, first), /of another log/],
    ['under a key that is not the log’s', signedHead(rest, forger), /not under a key of this log/],
    ['that nobody signed', { ...bundle.headAt(9), size: 8 }, /signature of older head 1 does not hold/],
    ['that is none', { size: 9 }, /log_id of older head 1 is missing/],
    ['that is nothing', null, /older head 1 is not an object/],
  ])('break a bundle: one %s', (_, head, why) => {
    expect(verify(bundle.bytes, { heads: [head] })).toMatchObject({
      verdict: 'broken',
      why: expect.stringMatching(why),
    });
    const undecided = bundle.headAt(8);
    expect(verify(bundle.bytes, { heads: [undecided, head] }).verdict).toBe('broken');
  });

  it('break a bundle whose proofs do not lead from them', () => {
    const kept = { heads: [bundle.headAt(9)] };
    expect(verdictOf(put('proofs', 'consistency/0/path/0', 'ab'.repeat(32)), kept)).toMatch(
      /broken: The consistency proof from 9 does not lead/,
    );
    expect(verdictOf(put('proofs', 'consistency/0/path', []), kept)).toMatch(/broken: The consistency proof from 9/);
    expect(verdictOf(put('proofs', 'consistency/0/to', 20), kept)).toMatch(/broken: .* does not lead to tree_size/);
    expect(verdictOf(put('proofs', 'consistency/0/path', 'x'), kept)).toMatch(/broken: path of a consistency proof/);
    expect(verify(bundle.bytes, { ...kept, consistency: [{}] }).why).toMatch(/answer given with --consistency/);
  });
});

describe('keys that the reader was told of', () => {
  const two = told((story) => void story.keys.push(second));
  const lost = told((story) => {
    story.keys.push(second);
    story.keyEntries = (logId, keys) => keyEntries(logId, keys, [second]);
  });
  const older = { heads: [bundle.headAt(9)] };

  it.each<[string, Edits, object, RegExp]>([
    ['the first key', {}, { key: first.id }, /^holds$/],
    ['another key', {}, { key: forger.id }, /^broken: The key .* is not under a key of this log/],
    ['the first of two', two, { key: first.id }, /^holds$/],
    ['the second of two', two, { key: second.id }, /^holds$/],
    ['a head under the first of two', two, older, /^holds$/],
    ['nothing, and the first was lost', lost, {}, /^holds$/],
    ['a first key that was lost', lost, { key: first.id }, /^undecided: Key .* took over from a lost one/],
    ['a head under a key that was lost', lost, older, /^undecided: Key .* took over from a lost one/],
    ['the key after the lost one', lost, { key: second.id }, /^holds$/],
    ['that, and a head under the lost one', lost, { ...older, key: second.id }, /^holds$/],
  ])('%s', (_, edits, kept, answer) => expect(verdictOf(edits, kept)).toMatch(answer));
});

describe('any edit is found', () => {
  const index = fc.nat({ max: 1000 });
  type Act = 'drop' | 'repeat' | 'swap';
  /** The list without one item, with one twice, or with two in each other's place. */
  const acted = <T>(list: readonly T[], act: Act, a: number, b: number): T[] => {
    const [at, to] = [a % list.length, b % list.length];
    const other = at === to ? (at + 1) % list.length : to;
    if (act === 'drop') return list.filter((_, place) => place !== at);
    if (act === 'repeat') return list.flatMap((item, place) => (place === at ? [item, item] : [item]));
    return list.map((_, place) => list[place === at ? other : place === other ? at : place] as T);
  };
  const acts = fc.constantFrom<Act>('drop', 'repeat', 'swap');

  it('of a byte', () => {
    fc.assert(
      fc.property(fc.nat({ max: bundle.bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = Buffer.from(bundle.bytes);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        expect(verify(bytes).verdict).toBe('broken');
      }),
      { numRuns: tries(100, 500) },
    );
  });

  it('of files, of lines and of proofs, even with the key', () => {
    const where = fc.constantFrom('files', 'events', 'proofs');
    fc.assert(
      fc.property(where, acts, index, index, (place, act, a, b) => {
        if (place === 'files') return verify(zip(acted<Entry>(bundle.entries, act, a, b))).verdict === 'broken';
        const files: Edits['files'] = (made) => {
          const lines = String(made.get('events.jsonl')).trimEnd().split('\n');
          const proofs = jsonOf(made, 'proofs.json') as { proofs: Json[] };
          if (place === 'proofs') setJson(made, 'proofs.json', { ...proofs, proofs: acted(proofs.proofs, act, a, b) });
          else made.set('events.jsonl', Buffer.from(`${acted(lines, act, a, b).join('\n')}\n`));
        };
        return verdictOf({ files }).startsWith('broken');
      }),
      { numRuns: tries(100, 500) },
    );
  });

  it('of the log itself, with all hashes and proofs made anew, by whoever kept an older head', () => {
    const whose = fc.constantFrom('the key', 'another key', 'a key after a lost one');
    const what = fc.constantFrom('change', 'insert', 'drop', 'swap');
    fc.assert(
      fc.property(whose, what, index, index, index, (by, act, a, b, c) => {
        const at = a % size;
        const kept = { heads: [bundle.headAt(at + 1 + (c % (size - at)))] };
        const edits = told((story) => {
          if (act === 'drop' || act === 'swap') documentsStay(story);
          const another = { ...(story.events[at] as Story['events'][number]), stored: 'ab'.repeat(32) };
          if (act === 'change') story.events[at] = another;
          else if (act === 'insert') {
            story.events.splice(at, 0, { ...another, id: 'new', stream: 'new', revision: 0 });
            story.hidden.add('new');
          } else story.events = acted(story.events, act === 'drop' ? 'drop' : 'swap', at, b);
          for (const [place, each] of story.events.entries()) story.events[place] = { ...each, position: 100 + place };
          story.consistencyFrom = [kept.heads[0]?.size ?? 0].filter((from) => from < story.events.length);
          if (by !== 'the key') story.keys = by === 'another key' ? [forger] : [first, forger];
          story.keyEntries = (logId, keys) => keyEntries(logId, keys, [forger]);
        });
        // What is merely changed or put in is right in itself: the older head alone tells.
        if (act === 'change' || act === 'insert') expect(verdictOf(edits)).toBe('holds');
        // A log that is cut short may be what it once was: from there to the head that came after, a proof is asked for.
        const once = act === 'drop' && kept.heads[0]?.size === size;
        expect(verdictOf(edits, kept)).toMatch(once ? /^(broken|undecided)/ : /^broken/);
      }),
      { numRuns: tries(40, 200) },
    );
  });

  it('or harmless, and whatever the value, an answer is given', () => {
    const hostile = fc.constantFrom<Json>(
      ...[null, true, -1, 1.5, 1e21, 2 ** 53, '', '__proto__', 'constructor', [], {}, [null], { withheld: 1 }],
      ...[{ length: 1e9 }, JSON.parse('{"__proto__":{"id":1}}'), 'x'.repeat(10_000), Array(1000).fill({})],
    );
    const names = ['invoice', 'explanation', 'openings', 'proofs', 'tree-head', 'event'];
    const leaf = (root: Json, choices: readonly number[]): string[] => {
      const path: string[] = [];
      for (const choice of choices) {
        const at = path.reduce<Json>((value, key) => (value as { [key: string]: Json })[key] ?? null, root);
        const keys = at === null || typeof at !== 'object' ? [] : Object.keys(at);
        if (keys.length > 0) path.push(keys[choice % keys.length] ?? '');
      }
      return path;
    };
    const choices = fc.array(index, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...names), choices, hostile, index, (name, picks, value, at) => {
        const change = (root: Json) => setAt(root, leaf(root, picks).join('/'), value);
        const inStory = told((story) => {
          documentsStay(story);
          change(story.events[at % size] as Json);
        });
        const files: Edits['files'] = (made) => {
          const document = jsonOf(made, `${name}.json`);
          change(document);
          setJson(made, `${name}.json`, document);
        };
        const edits = name === 'event' ? inStory : { files };
        expect(['holds', 'broken']).toContain(verify(syntheticBundle(edits).bytes).verdict);
      }),
      { numRuns: tries(100, 500) },
    );
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verify-'));
  const run = (...words: string[]) => {
    const script = join(import.meta.dirname, '../../docs/verify/verify.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, said: `${stdout}${stderr}` };
  };
  beforeAll(() => {
    const head = JSON.stringify(bundle.headAt(8), null, 2);
    const answer = JSON.stringify(bundle.consistency(8, size));
    const files = { 'bundle.zip': bundle.bytes, 'cut.zip': bundle.bytes.subarray(1), 'head.json': head };
    for (const [name, data] of Object.entries({ ...files, 'answer.json': answer }))
      writeFileSync(join(folder, name), data);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each<[number, RegExp, string[]]>([
    [0, /^HOLDS\.\nInvoice "INV-2026-000007", total 2198\.99: 52 events, 52 proofs/, ['bundle.zip']],
    [
      0,
      /compared: 1. Key given: yes/,
      ['bundle.zip', '--head', 'head.json', '--consistency', 'answer.json', '--key', first.id],
    ],
    [1, /^DOES NOT HOLD\. The container is not a ZIP file/, ['cut.zip']],
    [2, /^Usage/, []],
    [2, /^Usage/, ['bundle.zip', 'cut.zip']],
    [2, /^Usage/, ['bundle.zip', '--head']],
    [2, /^Usage/, ['bundle.zip', '--constructor', 'x']],
    [2, /no such file/, ['nowhere.zip']],
    [2, /JSON/, ['bundle.zip', '--head', 'bundle.zip']],
    [3, /^UNDECIDED\. No proof .*from=8&to=55/, ['--head', 'head.json', 'bundle.zip']],
  ])('answers %i: %s', (status, said, words) => {
    expect(run(...words)).toEqual({ status, said: expect.stringMatching(said) });
  });
});
