import { packed } from './bundle-zip.ts';
import type { Opening } from './event-leaf.ts';
import { type CanonicalJson, canonicalJson } from './kernel/canonical-json.ts';
import type { Instant } from './kernel/time.ts';
import type { Bytes, Sha256 } from './merkle.ts';
import type { ProofKey, TreeHead } from './tree-head.ts';

/** The evidence of a dispute as one file that anybody can verify offline; docs/verify/FORMAT.md has it byte for byte. */

type JsonObject = { readonly [key: string]: CanonicalJson };

/** `tree-head.json`: what the proofs lead to, with all keys of the log, the first one first. */
export type TreeHeadFile = TreeHead & {
  readonly log_id: string;
  readonly public_key: string;
  readonly keys: readonly ProofKey[];
};
/** `proofs.json`: one proof for each line of `events.jsonl`, in its order. */
export type ProofsFile = {
  readonly tree_size: number;
  readonly proofs: readonly {
    readonly event_id: string;
    readonly leaf_index: number;
    readonly leaf_hash: string;
    readonly path: readonly string[];
  }[];
  readonly consistency: readonly Consistency[];
};
/** That the log of `to` events begins with the log of `from` events. */
export type Consistency = { readonly from: number; readonly to: number; readonly path: readonly string[] };
/** As much of `invoice.json` as amounts are proved by. */
export type InvoiceFile = {
  readonly id: number;
  readonly number: string;
  readonly account_id: number;
  readonly issued_on: string;
  readonly due_on: string;
  /** Percent. */
  readonly tax_rate: string;
  readonly subtotal: string;
  readonly tax: string;
  readonly total: string;
  readonly lines: readonly {
    readonly id: number;
    readonly kind: string;
    readonly rule: string;
    readonly description: string;
    readonly inputs: JsonObject;
    readonly amount: string;
    readonly causes: readonly string[];
  }[];
};
/** An event that an explanation names, with the event that it follows from. */
export type ExplainedCause = {
  readonly event_id: string;
  readonly type: string;
  readonly because: readonly ExplainedCause[];
};
/** As much of `explanation.json` as is checked. */
export type ExplanationFile = {
  readonly invoice_id: number;
  readonly lines: readonly {
    readonly line_id: number;
    readonly rule: string;
    readonly inputs: JsonObject;
    readonly amount: string;
    /** Null where the events do not suffice. */
    readonly recomputed: string | null;
    readonly equal: boolean;
    readonly causes: readonly ExplainedCause[];
  }[];
  readonly recomputed_total: string | null;
  readonly equal: boolean;
};
/** As much of `dispute.json` as is checked. */
export type DisputeFile = { readonly id: number };
export type Manifest = {
  readonly log_id: string;
  readonly dispute_id: number;
  readonly invoice_id: number;
  readonly generated_at: Instant;
  /** SHA-256 in hex of every other file, by its name. */
  readonly files: { readonly [name: string]: string };
  readonly key_id: string;
  readonly signature: string;
};

export const MANIFEST = 'manifest.json';
/** What every bundle has besides its manifest; what was delivered comes on top. */
export const FILES = [
  ...['VERIFY.md', 'summary.pdf', 'invoice.json', 'explanation.json', 'events.jsonl', 'openings.json'],
  ...['proofs.json', 'tree-head.json', 'stripe-evidence.json', 'dispute.json'],
] as const;

export type BundleParts = {
  readonly dispute_id: number;
  readonly invoice_id: number;
  readonly generated_at: Instant;
  /** Names the log as well; whoever signs the manifest holds its key. */
  readonly head: TreeHeadFile;
  readonly invoice: CanonicalJson;
  readonly explanation: CanonicalJson;
  /** The leaf texts of the events, in ascending position. */
  readonly leaves: readonly string[];
  readonly openings: readonly Opening[];
  readonly proofs: ProofsFile;
  /** What was delivered, by its name below `deliverables/`; what is not bytes becomes canonical JSON. */
  readonly deliverables: ReadonlyMap<string, Bytes | CanonicalJson>;
  readonly stripe_evidence: CanonicalJson;
  readonly dispute: CanonicalJson;
  readonly summary_pdf: Bytes;
  readonly verify_md: string;
};
export type AssemblyCrypto = {
  readonly sha256: Sha256;
  sign(text: string): { readonly keyId: string; readonly signature: string };
};

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
export const hexOf = (bytes: Bytes): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const unhex = (text: string): Bytes =>
  Uint8Array.from({ length: text.length / 2 }, (_, index) => Number.parseInt(text.slice(2 * index, 2 * index + 2), 16));

/** The very text that is signed of a manifest. */
export const manifestText = (manifest: Omit<Manifest, 'signature'>): string =>
  `igny8-business manifest v1\n${canonicalJson(manifest)}`;

/** The bundle of these parts. Throws where another key signs than the head's, for such a bundle would hold nowhere. */
export function assembled(parts: BundleParts, { sha256, sign }: AssemblyCrypto): Bytes {
  const json = (value: CanonicalJson): Bytes => utf8(canonicalJson(value));
  const { head, invoice_id, dispute_id, generated_at } = parts;
  const own: Record<(typeof FILES)[number], Bytes> = {
    'VERIFY.md': utf8(parts.verify_md),
    'summary.pdf': parts.summary_pdf,
    'invoice.json': json(parts.invoice),
    'explanation.json': json(parts.explanation),
    'events.jsonl': utf8(parts.leaves.map((leaf) => `${leaf}\n`).join('')),
    'openings.json': json(parts.openings),
    'proofs.json': json(parts.proofs),
    'tree-head.json': json(head),
    'stripe-evidence.json': json(parts.stripe_evidence),
    'dispute.json': json(parts.dispute),
  };
  const files = new Map<string, Bytes>(Object.entries(own));
  for (const [name, content] of parts.deliverables)
    files.set(`deliverables/${name}`, content instanceof Uint8Array ? content : json(content));
  const unsigned = {
    ...{ log_id: head.log_id, dispute_id, invoice_id, generated_at },
    files: Object.fromEntries([...files].map(([name, bytes]) => [name, hexOf(sha256(bytes))])),
    key_id: head.key_id,
  };
  const { keyId, signature } = sign(manifestText(unsigned));
  if (keyId !== head.key_id) throw new Error(`the head is signed by key ${head.key_id}, the manifest by ${keyId}`);
  files.set(MANIFEST, json({ ...unsigned, signature }));
  return packed(files);
}
