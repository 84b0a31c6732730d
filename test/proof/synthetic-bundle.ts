import {
  auditPath,
  canonical,
  consistencyPath,
  type Entry,
  type Json,
  type LogKey,
  root,
  sha256,
  zip,
} from './synthetic-parts.ts';
import { type Story, type StoryEvent, story } from './synthetic-story.ts';

/**
 * Evidence bundles made from docs/verify/FORMAT.md alone, by none of the product's code: what verifiers are tried on.
 * Every stage can be edited before the next one hashes or signs it, which is how a forger with that much power would.
 */
export type Files = Map<string, Buffer>;

export type Head = {
  readonly log_id: string;
  readonly size: number;
  readonly root_hash: string;
  readonly issued_at: string;
  readonly key_id: string;
  readonly signature: string;
};

/** What is done to a bundle before the next stage hashes or signs what this one made. */
export type Edits = {
  /** The events of the log, what the bundle shows of them, the keys. */
  readonly story?: (story: Story) => void;
  /** The documents, before the manifest has their hashes. */
  readonly files?: (files: Files) => void;
  /** The manifest, before it is signed. */
  readonly manifest?: (manifest: { [key: string]: Json }) => void;
  /** All files, before the container is written; and in which order. */
  readonly entries?: (entries: Entry[]) => Entry[];
};

export function signedHead(head: Omit<Head, 'key_id' | 'signature'>, by: LogKey): Head {
  const { log_id, size, root_hash, issued_at } = head;
  const lines = ['igny8-business tree head v1', log_id, size, root_hash, issued_at, by.id];
  return { ...head, key_id: by.id, signature: by.sign(lines.map((line) => `${line}\n`).join('')) };
}

export type SyntheticBundle = {
  readonly bytes: Buffer;
  readonly entries: readonly Entry[];
  readonly story: Story;
  /** The head that the log had at a size, as its API served it; signed by the last key unless another is named. */
  readonly headAt: (size: number, by?: LogKey) => Head;
  /** The answer of the API to a question for a proof between two sizes. */
  readonly consistency: (from: number, to: number) => { from: number; to: number; path: string[] };
};

/** Files that no event is compared with. */
const STATED = ['FORMAT.md', 'VERIFY.md', 'summary.pdf', 'verify.mjs'];
const hexes = (path: readonly Buffer[]): string[] => path.map((hash) => hash.toString('hex'));
export const jsonOf = (files: Files, name: string): Json => JSON.parse(String(files.get(name)));
export const setJson = (files: Files, name: string, value: Json): void => {
  files.set(name, Buffer.from(canonical(value)));
};

export function syntheticBundle(edits: Edits = {}): SyntheticBundle {
  const told = story();
  edits.story?.(told);
  const key = told.keys.at(-1);
  if (!key) throw new Error('a log has a key');
  const lines = told.events.map((event) => canonical(event));
  const leaves = lines.map((line) => sha256(Buffer.of(0), line));

  const headAt = (size: number, by = key): Head => {
    const root_hash = root(leaves.slice(0, size)).toString('hex');
    return signedHead({ log_id: told.logId, size, root_hash, issued_at: '2026-07-31T00:00:00.000Z' }, by);
  };
  const consistency = (from: number, to: number) => ({
    from,
    to,
    path: hexes(consistencyPath(from, leaves.slice(0, to))),
  });
  const size = told.size ?? leaves.length;
  const proofOf = ({ id }: StoryEvent, index: number) => ({
    event_id: id,
    leaf_index: index,
    leaf_hash: leaves[index]?.toString('hex') ?? '',
    path: hexes(auditPath(index, leaves.slice(0, size))),
  });
  const isShown = ({ id }: StoryEvent) => !told.hidden.has(id);
  const sealed = told.events.slice(0, size);

  const files: Files = new Map();
  for (const [name, document] of Object.entries(told.documents(told))) setJson(files, name, document);
  // Those of reports that are told of: a story without the line that they are of has none.
  for (const pdf of told.pdfs) {
    const hash = sha256(pdf).toString('hex');
    if (String(files.get('deliverables/reports.json')) !== '[]') files.set(`deliverables/reports/${hash}.pdf`, pdf);
  }
  for (const name of STATED) files.set(name, Buffer.from(`${name} is for people\n`));
  const shownLines = sealed.filter(isShown).map((event) => `${canonical(event)}\n`);
  files.set('events.jsonl', Buffer.from(shownLines.join('')));
  setJson(files, 'openings.json', told.openings);
  setJson(files, 'proofs.json', {
    tree_size: size,
    proofs: sealed.flatMap((event, index) => (isShown(event) ? [proofOf(event, index)] : [])),
    consistency: told.consistencyFrom.map((from) => ({
      ...consistency(from, size),
      root_hash: root(leaves.slice(0, from)).toString('hex'),
    })),
  });
  const keys = told.keyEntries(told.logId, told.keys);
  setJson(files, 'tree-head.json', { ...headAt(size), public_key: key.spki, keys });
  edits.files?.(files);

  const hashes = [...files].map(([name, data]) => [name, sha256(data).toString('hex')]);
  const manifest: { [key: string]: Json } = {
    format: 3,
    log_id: told.logId,
    dispute_id: 1,
    invoice_id: told.invoiceId,
    key_id: key.id,
    files: Object.fromEntries(hashes),
    stated_by_issuer: { generated_at: '2026-08-01T00:00:00.000Z', files: STATED },
  };
  edits.manifest?.(manifest);
  const signature = key.sign(`igny8-business manifest v1\n${canonical(manifest)}`);
  setJson(files, 'manifest.json', { ...manifest, signature });
  const inOrder = [...files].map(([name, data]) => ({ name, data })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const entries = edits.entries?.(inOrder) ?? inOrder;
  return { bytes: zip(entries), entries, story: told, headAt, consistency };
}
