import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCrypto } from '#adapters/proof/bundle-crypto';
import { checked } from '#domain/proof/evidence-bundle-check';
import { tries } from '#test/support/depth';
import { verify } from '../../docs/verify/verify.mjs';
import { documentsStay, event, put, setAt, told } from './synthetic-breaks.ts';
import { type Edits, syntheticBundle } from './synthetic-bundle.ts';
import { canonical, type Json, sha256, zip } from './synthetic-parts.ts';
import { eventOf } from './synthetic-story.ts';

/**
 * Whoever holds the key can sign any document. So that none says what its events do not, each value of each file is forged here,
 * one at a time, and signed anew: both verifiers find it, or it stands under `stated_by_issuer`, and then it is marked as that.
 */
const bundle = syntheticBundle();
const files = new Map(bundle.entries.map(({ name, data }) => [name, data]));
const key = bundle.story.keys[0] as (typeof bundle.story.keys)[number];
const MARK = 'stated_by_issuer';

const isParts = (value: Json): value is Extract<Json, object> => typeof value === 'object' && value !== null;
/** Every place in a value, the value itself left out. */
function places(value: Json, at: readonly string[] = []): string[][] {
  if (!isParts(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => [[...at, name], ...places(inner as Json, [...at, name])]);
}
const valueAt = (root: Json, path: readonly string[]): Json =>
  path.reduce<Json>((value, name) => (value as { [key: string]: Json })[name] as Json, root);

/** Another value of the same kind, so that no verifier finds it by its kind alone. */
function other(value: Json): Json {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (value === null) return 'x';
  if (typeof value !== 'string') return value;
  const digit = value.search(/\d/);
  if (digit === -1) return `${value}x`;
  return `${value.slice(0, digit)}${(Number(value[digit]) + 1) % 10}${value.slice(digit + 1)}`;
}
type Forgery = readonly [what: string, path: readonly string[], forged: Json];
/** Each leaf with another value, each object with a field more and with one less, each list with an item more and one less. */
function forgeries(root: Json): Forgery[] {
  const made: Forgery[] = [];
  const forge = (what: string, path: readonly string[], change: (parent: Json, name: string) => void) => {
    const copy = structuredClone(root);
    change(valueAt(copy, path.slice(0, -1)), path.at(-1) ?? '');
    made.push([what, path, copy]);
  };
  const set = (value: Json) => (parent: Json, name: string) =>
    void Object.defineProperty(parent, name, { value, enumerable: true });
  for (const path of places(root)) {
    const value = valueAt(root, path);
    if (!isParts(value)) forge('changed', path, set(other(value)));
    else if (Array.isArray(value)) forge('an item more', path, set([...value, value[0] ?? null]));
    else forge('a field more', path, set({ ...value, also: 'said' }));
    forge('taken away', path, (parent, name) =>
      Array.isArray(parent) ? void parent.splice(Number(name), 1) : Reflect.deleteProperty(parent as object, name),
    );
  }
  return made;
}

const signed = (manifest: { [key: string]: Json }): Json => ({
  ...manifest,
  signature: key.sign(`igny8-business manifest v1\n${canonical(manifest)}`),
});
const base = JSON.parse(String(files.get('manifest.json'))) as { [key: string]: Json };
const { signature: _, ...unsigned } = base;
const bytesWith = (name: string, data: Buffer, manifest: Json): Buffer =>
  zip(
    bundle.entries.map((entry) => {
      if (entry.name === 'manifest.json') return { name: entry.name, data: Buffer.from(canonical(manifest)) };
      return entry.name === name ? { name, data } : entry;
    }),
  );
/** The bundle with that document in place of its own, its hash in a manifest that is signed anew. */
function withDocument(name: string, text: string): Buffer {
  const data = Buffer.from(text);
  const hashes = { ...(unsigned['files'] as object), [name]: sha256(data).toString('hex') };
  return bytesWith(name, data, signed({ ...unsigned, files: hashes }));
}
const verdicts = (bytes: Buffer) => [verify(bytes).verdict, checked(bytes, {}, checkCrypto).verdict];

/** Thousands of bundles, each followed twice. */
const LONG = 300_000;

/** Every third of them, all in the deep run; `from` moves where it begins, so that lines that are alike lend each other what is left out. */
const some = (all: readonly Forgery[], from = 0): Forgery[] => all.filter((_, n) => (n + from) % tries(20, 1) === 0);

/** What both verifiers say of each forgery must be what the mark promises; answers how many stood under it. */
function judged(all: readonly Forgery[], bytes: (forged: Json) => Buffer): number {
  let stated = 0;
  for (const [what, path, forged] of all) {
    // What stands under the mark may be anything; the mark itself may not go, and nothing may stand beside it.
    const marked = path.includes(MARK) && (path.at(-1) !== MARK || what === 'a field more');
    const said = verdicts(bytes(forged));
    if (said[0] === 'holds' && marked) stated += 1;
    const wanted = marked && said[0] === 'holds' ? ['holds', 'holds'] : ['broken', 'broken'];
    expect(said, `${what}: /${path.join('/')}`).toEqual(wanted);
  }
  return stated;
}

describe('every value of a file is forged, and the file signed anew', () => {
  const names = [...files.keys()].filter((name) => name.endsWith('.json') && name !== 'manifest.json');

  it.each(names)(
    '%s',
    (name) => {
      const root = JSON.parse(String(files.get(name))) as Json;
      // A proof from an earlier size says nothing of the rest: one less is one that the reader may ask for.
      const all = forgeries(root).filter(
        ([what, path]) => what !== 'taken away' || path[0] !== 'consistency' || path[2],
      );
      judged(some(all), (forged) => withDocument(name, canonical(forged)));
      if (Array.isArray(root))
        judged([['an item more', [], [...root, {}]]], (more) => withDocument(name, canonical(more)));
      else
        judged([['a field more', [], { ...(root as object), also: 1 }]], (more) => withDocument(name, canonical(more)));
    },
    LONG,
  );

  it(
    'events.jsonl',
    () => {
      const lines = String(files.get('events.jsonl')).trimEnd().split('\n');
      for (const [index, line] of lines.entries())
        judged(
          some(
            forgeries(JSON.parse(line) as Json).filter(([what]) => what === 'changed'),
            index,
          ),
          (forged) => withDocument('events.jsonl', `${lines.with(index, canonical(forged)).join('\n')}\n`),
        );
    },
    LONG,
  );

  it('manifest.json', () => {
    const again = (forged: Json) => bytesWith('', Buffer.of(), signed(forged as { [key: string]: Json }));
    // Of what it states, when it was made is free, and which files only state something is not.
    expect(judged(forgeries(unsigned), again)).toBe(1);
    judged(
      forgeries(base).filter(([, [name]]) => name === 'signature'),
      (forged) => bytesWith('', Buffer.of(), forged),
    );
  });

  it(
    'and what is marked may say anything, in both',
    () => {
      for (const edits of [
        put('stripe-evidence', 'stated_by_issuer/refund_policy_disclosure', 'None.'),
        put('explanation', 'lines/0/causes/0/stated_by_issuer', {}),
        put('tree-head', 'keys/0/stated_by_issuer/since', 'yesterday'),
      ])
        expect(verdicts(syntheticBundle(edits).bytes)).toEqual(['holds', 'holds']);
    },
    LONG,
  );
});

describe('every value of an event is forged and sealed, and the documents stay', () => {
  const hostile: readonly Json[] = [null, -1, 2 ** 53 - 1, '2026-06-31', [], { withheld: 'ab' }];

  it('so both verifiers say the same', () => {
    for (const { id, data } of bundle.story.events)
      for (const path of places(data as Json))
        for (const value of [other(valueAt(data as Json, path)), hostile[path.length % hostile.length] as Json]) {
          const edits = told((story) => {
            documentsStay(story);
            setAt(eventOf(story, id).data, path.join('/'), value);
          });
          const said = verdicts(syntheticBundle(edits).bytes);
          expect(said[1], `${id}: /${path.join('/')} = ${canonical(value)}`).toBe(said[0]);
        }
  });
});

describe('how the invoice stands', () => {
  it('is folded from every type of event that its stream may have, by both', () => {
    const source = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
    const messages = source('domain/billing/invoice-messages.ts') + source('domain/billing/dispute-messages.ts');
    const types = [...messages.matchAll(/\b(?:Of|Payment|Refund|Dispute)<\s*'([A-Za-z]+)'/g)].map(([, type]) => type);
    expect(types.length).toBeGreaterThan(20);
    for (const path of ['docs/verify/verify.mjs', 'domain/proof/evidence-bundle-news.ts'])
      for (const type of types) expect(source(path), `${type} in ${path}`).toMatch(new RegExp(`\\b${type}: [{A-Z]`));
  });

  const issued = (path: string, value?: Json) => event('issued', `data/${path}`, value);
  const retyped = (id: string, type: string) => event(id, 'type', type);
  const odd: readonly (readonly [string, Edits, RegExp, RegExp])[] = [
    ['is void by an event', retyped('paid', 'InvoiceVoided'), /says "paid" at "\/status"/, /says "paid" at "\/status"/],
    ['is paid less', event('received', 'data/amount_cents', 1), /at "\/paid"/, /at "\/paid"/],
    ['is given back less', retyped('refunded', 'InvoiceRefundFailed'), /at "\/refunded"/, /at "\/refunded"/],
    ['is credited less', event('noted', 'data/total_cents', 1), /at "\/credited"/, /at "\/credited"/],
    ['is disputed for less', event('disputed', 'data/amount_cents', 1), /at "\/amount"/, /at "\/amount"/],
    ['is disputed by the client', event('disputed', 'data/opened_by', 'client'), /"\/opened_by"/, /"\/opened_by"/],
    ['is of another dispute', event('disputed', 'data/dispute_id', 2), /opens dispute 1/, /opens dispute 1/],
    ['has something unheard of', retyped('prepared', 'InvoiceForgiven'), /not known/, /not known/],
    ['is issued twice', retyped('paid', 'InvoiceIssued'), /InvoiceIssued twice/, /issued twice|as the format/],
    [
      'begins a payment twice',
      told((story) => {
        const { data } = eventOf(story, 'paid');
        Object.assign(eventOf(story, 'paid'), { type: 'InvoicePaymentSucceeded' });
        Object.assign(data, { payment_id: 4, amount_cents: 1 });
      }),
      /begins for a second time what has the id 4/,
      /begins payment_id 4 of the invoice a second time/,
    ],
    ['counts its lines otherwise', issued('lines/0/id', 11), /has the id 11/, /as id of line 11, its events "11"/],
  ];
  it.each(odd)('%s', (_, edits, mine, theirs) => {
    const still: Edits = {
      story: (story) => {
        const documents = story.documents(story);
        edits.story?.(story);
        story.documents = () => documents;
      },
    };
    const { bytes } = syntheticBundle(still);
    expect(verify(bytes)).toMatchObject({ verdict: 'broken', why: expect.stringMatching(mine) });
    expect(checked(bytes, {}, checkCrypto)).toMatchObject({ verdict: 'broken', why: expect.stringMatching(theirs) });
  });
});
