import type { CanonicalJson } from '#domain/kernel/canonical-json';
import { type LeafEvent, type Opening, opened } from '#domain/log/event-leaf';
import { type Bytes, includes, leafHash } from '#domain/log/merkle';
import { unpacked } from './bundle-zip.ts';
import {
  type BundleFile,
  FORMAT,
  filesOf,
  hexOf,
  isPdfName,
  MANIFEST,
  type Manifest,
  type ProofsFile,
  SINCE_MESSAGES,
  STATED_FILES,
  type TreeHeadFile,
  unhex,
  utf8,
} from './evidence-bundle.ts';
import { type Events, explained, type ProvedLine, provedLines, same } from './evidence-bundle-amounts.ts';
import { type Delivered, deliveredBy, networkFile } from './evidence-bundle-delivered.ts';
import { against, type CheckCrypto, grown, type Known, pinned, signed } from './evidence-bundle-keys.ts';
import { filesNamed, isMessageFile } from './evidence-bundle-messages.ts';
import { pdfsNamed } from './evidence-bundle-reports.ts';
import {
  asEvent,
  asExplanation,
  asInvoice,
  asManifest,
  asNetwork,
  asOpenings,
  asProofs,
  asTreeHead,
  Broken,
  fail,
  quoted,
} from './evidence-bundle-shape.ts';
import { disputeFile, invoiceFile, type Standing, standingOf } from './evidence-bundle-standing.ts';
import { canonical } from './evidence-bundle-text.ts';

export type Summary = {
  readonly manifest: Omit<Manifest, 'files' | 'signature'>;
  readonly head: Omit<TreeHeadFile, 'keys'>;
  readonly keys: readonly string[];
  readonly files: number;
  readonly events: number;
  readonly openings: number;
  readonly number: string;
  readonly lines: readonly ProvedLine[];
  readonly subtotal: string;
  readonly tax: string;
  readonly total: string;
  /** How the invoice stood after the last of its events in the bundle, which happened then. */
  readonly status: string;
  readonly paid: string;
  readonly amount_due: string;
  readonly until: string;
  /** What follows from nothing in the bundle: where it stands, in words. */
  readonly stated: readonly string[];
  /** Sizes of the heads that were given and that this log agrees with. */
  readonly agreed: readonly number[];
};
/** The points of "What must hold", counted from 1, in the order in which they are checked. */
export const POINTS = ['container', 'signatures', 'events', 'openings', 'amounts', 'documents', 'older heads'];
export type Point = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export type Verdict =
  | { readonly verdict: 'holds'; readonly summary: Summary }
  | { readonly verdict: 'broken'; readonly point: Point; readonly why: string }
  | { readonly verdict: 'undecided'; readonly why: string; readonly summary: Summary };

/** Whether a bundle holds, and where it does not, the first thing that does not. Takes any bytes, and never throws. */
export function checked(bytes: Bytes, known: Known, crypto: CheckCrypto): Verdict {
  let point: Point = 1;
  try {
    const { files, manifest, json } = contained(bytes, crypto);
    point = 2;
    const head = signed(manifest, asTreeHead(json('tree-head.json')), crypto);
    const doubts = [pinned(head, known.firstKey ?? null)];
    point = 3;
    const proofs = asProofs(json('proofs.json'));
    const stream = `invoice-${manifest.invoice_id}`;
    const sealed = proved(textOf(files, 'events.jsonl'), proofs, head, stream, crypto);
    grown(proofs, head, crypto);
    point = 4;
    const openings = asOpenings(json('openings.json'));
    const events = openedAll(sealed, openings, crypto);
    point = 5;
    const invoice = asInvoice(json('invoice.json'));
    ofInvoice('invoice.json', invoice.id, manifest);
    const own = [...events.values()].filter((event) => event.stream === stream);
    const lines = provedLines(invoice, own[0], events);
    const standing = standingOf(own, manifest.invoice_id, manifest.dispute_id);
    same('invoice.json', invoiceFile(standing), json('invoice.json'));
    same('dispute.json', disputeFile(standing), json('dispute.json'));
    point = 6;
    const explanation = asExplanation(json('explanation.json'));
    ofInvoice('explanation.json', explanation.invoice_id, manifest);
    explained(explanation, invoice, standing.issued, events);
    const all = delivered(standing, events, json, manifest);
    pdfsNamed(files, all.reports, crypto.sha256);
    filesNamed(files, all.messages, crypto.sha256);
    point = 7;
    const agreed: number[] = [];
    for (const kept of known.heads ?? []) {
      const doubt = against(kept, head, [...proofs.consistency, ...(known.consistency ?? [])], known, crypto);
      if (doubt === null) agreed.push(kept.size);
      else doubts.push(doubt);
    }
    const { files: _, signature: __, ...made } = manifest;
    const { keys, ...at } = head;
    const { number, subtotal, tax, total, status, paid, amount_due } = invoice;
    const stands = { status, paid, amount_due, until: standing.until, stated: STATED };
    const summary = {
      manifest: made,
      head: at,
      keys: keys.map(({ key_id }) => key_id),
      files: files.size,
      events: events.size,
      openings: openings.length,
      number,
      lines,
      subtotal,
      tax,
      total,
      agreed,
      ...stands,
    };
    const why = doubts.find((doubt) => doubt !== null);
    return why == null ? { verdict: 'holds', summary } : { verdict: 'undecided', why, summary };
  } catch (error) {
    // What nobody thought of is no bundle either: whoever made it up gets the same answer as for anything else.
    const why = error instanceof Broken ? error.message : `it cannot be followed: ${String(error).slice(0, 200)}`;
    return { verdict: 'broken', point, why };
  }
}

type Json = (name: BundleFile) => CanonicalJson | undefined;

/** What was delivered, and what the card network takes, as far as it follows from events. */
function delivered(standing: Standing, events: Events, json: Json, { format }: Manifest): Delivered {
  const found = deliveredBy(standing.issued, events);
  const all = {
    ...found,
    reports: format >= 3 ? found.reports : [],
    messages: format >= SINCE_MESSAGES ? found.messages : [],
  };
  same('deliverables/links.json', all.links, json('deliverables/links.json'));
  same('deliverables/articles.json', all.articles, json('deliverables/articles.json'));
  same('deliverables/reports.json', all.reports, json('deliverables/reports.json'));
  if (format >= SINCE_MESSAGES) same('deliverables/messages.json', all.messages, json('deliverables/messages.json'));
  const fields = json('stripe-evidence.json');
  if (standing.dispute.opened_by === 'card_network') {
    const { stated_by_issuer: _, ...rest } = asNetwork(fields);
    same('stripe-evidence.json', networkFile(standing, all), rest);
  } else same('stripe-evidence.json', {}, fields);
  return all;
}

const STATED = [
  `${STATED_FILES.join(', ')}: all of them`,
  'manifest.json: when it was made',
  'tree-head.json: when it was signed, and since when each key is used',
  'explanation.json: the sentence about each cause, and what began its chain',
  'stripe-evidence.json: what stands under stated_by_issuer',
];

function textOf(files: ReadonlyMap<string, Bytes>, name: string): string {
  const bytes = files.get(name) ?? fail(`${quoted(name)} is missing`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fail(`${quoted(name)} is not UTF-8`);
  }
}

/** Whether a bundle of whichever format may have a file of that name. */
export const isBundleFile = (name: string): boolean => isNamed(name, { format: FORMAT });

/** Whether a bundle of that format may have a file of that name. */
function isNamed(name: string, { format }: Pick<Manifest, 'format'>): boolean {
  const names: readonly string[] = filesOf(format);
  return (
    name === MANIFEST || names.includes(name) || isPdfName(name) || (format >= SINCE_MESSAGES && isMessageFile(name))
  );
}

function contained(bytes: Bytes, { sha256 }: CheckCrypto) {
  const files = unpacked(bytes) ?? fail('the file is not a ZIP in the canonical form');
  const values = new Map<string, CanonicalJson>();
  const manifest = asManifest(canonical(textOf(files, MANIFEST), MANIFEST));
  for (const name of filesOf(manifest.format)) if (!files.has(name)) fail(`${name} is missing`);
  for (const name of files.keys()) if (!isNamed(name, manifest)) fail(`${quoted(name)} is no file of a bundle`);
  for (const name of files.keys())
    if (name !== MANIFEST && !Object.hasOwn(manifest.files, name)) fail(`the manifest does not name ${quoted(name)}`);
  for (const [name, hash] of Object.entries(manifest.files)) {
    const content = files.get(name);
    if (name === MANIFEST || !content)
      return fail(`${quoted(name)}, which the manifest names, is not there to be named`);
    if (hexOf(sha256(content)) !== hash) fail(`${quoted(name)} is not what the manifest names`);
    if (name.endsWith('.json')) values.set(name, canonical(textOf(files, name), quoted(name)));
  }
  return { files, manifest, json: (name: BundleFile) => values.get(name) };
}

function proved(
  text: string,
  { tree_size, proofs }: ProofsFile,
  head: TreeHeadFile,
  invoice: string,
  crypto: CheckCrypto,
) {
  const { sha256 } = crypto;
  const root = unhex(head.root_hash);
  if (tree_size !== head.size) fail(`the proofs are for ${tree_size} events, the head for ${head.size}`);
  const events = new Map<string, LeafEvent>();
  const revisions = new Map<string, number>();
  let [position, leaf] = [-1, -1];
  for (let from = 0, end: number; from < text.length; from = end + 1) {
    end = text.indexOf('\n', from);
    const name = `event ${events.size + 1} of events.jsonl`;
    if (end === -1) fail(`${name} does not end with a line feed`);
    const line = text.slice(from, end);
    const event = asEvent(canonical(line, name), name);
    if (events.has(event.id)) fail(`${name} has the id of another one`);
    if (event.position <= position) fail(`${name} is not after the one before it`);
    const revision = revisions.get(event.stream);
    if (event.revision <= (revision ?? -1)) fail(`${name} is out of order in its stream`);
    if (event.stream === invoice && event.revision !== (revision ?? -1) + 1)
      fail(`the stream ${invoice} is not whole: before ${name} one is missing`);
    const proof = proofs[events.size];
    if (proof?.event_id !== event.id) return fail(`${name} has no proof in its place`);
    if (proof.leaf_index <= leaf) fail(`the proof of ${name} is not after the one before it`);
    const hash = leafHash(sha256, utf8(line));
    if (hexOf(hash) !== proof.leaf_hash) fail(`${name} is not what was sealed: its hash is another`);
    if (!includes(sha256, hash, proof.leaf_index, head.size, proof.path.map(unhex), root))
      fail(`the proof of ${name} does not lead to the head`);
    [position, leaf] = [event.position, proof.leaf_index];
    revisions.set(event.stream, event.revision);
    events.set(event.id, event);
  }
  if (proofs.length > events.size) fail('there are more proofs than events');
  return events;
}

function openedAll(events: Events, openings: readonly Opening[], { sha256 }: CheckCrypto): Events {
  const digest = { sha256: (text: string) => hexOf(sha256(utf8(text))) };
  const own = new Map<string, Map<string, Opening>>();
  for (const opening of openings) {
    const { event_id, pointer } = opening;
    const before = own.get(event_id) ?? new Map<string, Opening>();
    if (!events.has(event_id)) fail(`event ${quoted(event_id)}, which an opening is for, is not in the bundle`);
    if (before.has(pointer)) fail(`${quoted(pointer)} of event ${quoted(event_id)} is opened twice`);
    own.set(event_id, before.set(pointer, opening));
  }
  const all = new Map(events);
  for (const [id, of] of own) {
    const event = opened(events.get(id) as LeafEvent, [...of.values()], digest);
    all.set(id, event ?? fail(`an opening of event ${quoted(id)} does not fit what was withheld`));
  }
  return all;
}

const ofInvoice = (name: string, id: number, { invoice_id }: Manifest): void => {
  if (id !== invoice_id) fail(`${name} is of invoice ${id}, the bundle of invoice ${invoice_id}`);
};
