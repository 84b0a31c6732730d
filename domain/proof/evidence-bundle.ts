import type { InvoiceStatus } from '#domain/billing/invoice-messages';
import { type CanonicalJson, canonicalJson } from '#domain/kernel/canonical-json';
import type { Instant } from '#domain/kernel/time';
import type { Opening } from '#domain/log/event-leaf';
import type { Bytes, Sha256 } from '#domain/log/merkle';
import type { ProofKey, TreeHead } from '#domain/log/tree-head';
import { packed } from './bundle-zip.ts';

/** The evidence of a dispute as one file that anybody can verify offline; docs/verify/FORMAT.md has it byte for byte. */

type JsonObject = { readonly [key: string]: CanonicalJson };

/** A key of the log as a bundle has it. Since when it is used is signed by nobody. */
export type BundleKey = Omit<ProofKey, 'since'> & { readonly stated_by_issuer: Pick<ProofKey, 'since'> };
/** `tree-head.json`: what the proofs lead to, with all keys of the log, the first one first. */
export type TreeHeadFile = TreeHead & {
  readonly log_id: string;
  readonly public_key: string;
  readonly keys: readonly BundleKey[];
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
  /** With the root that the log had then, so that each can be checked by itself. */
  readonly consistency: readonly (Consistency & { readonly root_hash: string })[];
};
/** That the log of `to` events begins with the log of `from` events. */
export type Consistency = { readonly from: number; readonly to: number; readonly path: readonly string[] };
/** `invoice.json`: the invoice as it was issued, and how it stands after the last of its events in the bundle. */
export type InvoiceFile = {
  readonly id: number;
  readonly number: string;
  readonly account_id: number;
  readonly currency: 'USD';
  readonly status: InvoiceStatus;
  readonly issued_on: string;
  readonly due_on: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly recipient: JsonObject | null;
  /** Percent. */
  readonly tax_rate: string;
  readonly subtotal: string;
  readonly tax: string;
  readonly total: string;
  readonly paid: string;
  readonly credited: string;
  readonly refunded: string;
  readonly amount_due: string;
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
  readonly stream: string;
  readonly position: number;
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly actor: JsonObject;
  readonly because: readonly ExplainedCause[];
  /** The event in a sentence, and what began the chain. */
  readonly stated_by_issuer: JsonObject;
};
/** `explanation.json`: how each line came about. */
export type ExplanationFile = {
  readonly invoice_id: number;
  readonly number: string;
  readonly lines: readonly {
    readonly line_id: number;
    readonly kind: string;
    readonly rule: string;
    readonly description: string;
    readonly inputs: JsonObject;
    readonly steps: CanonicalJson;
    readonly amount: string;
    /** Null where the events do not suffice. */
    readonly recomputed: string | null;
    readonly equal: boolean;
    readonly causes: readonly ExplainedCause[];
  }[];
  readonly total: string;
  readonly recomputed_total: string | null;
  readonly equal: boolean;
};
export type Manifest = {
  readonly format: (typeof FORMATS)[number];
  readonly log_id: string;
  readonly dispute_id: number;
  readonly invoice_id: number;
  /** SHA-256 in hex of every other file, by its name. */
  readonly files: { readonly [name: string]: string };
  readonly key_id: string;
  readonly signature: string;
  /** When it was made, and the files that nothing in them is compared of. */
  readonly stated_by_issuer: { readonly generated_at: Instant; readonly files: typeof STATED_FILES };
};

/** Of the bundle as a whole; another number is another FORMAT.md. */
export const FORMAT = 4;
/** What verifiers know. Bundles of format 2 tell of no reports. */
export const FORMATS = [2, 3, FORMAT] as const;
/** The first that has messages. */
export const SINCE_MESSAGES = 4;
export const MANIFEST = 'manifest.json';
/** For people, and to check with: no verifier compares what they say with events. */
export const STATED_FILES = ['FORMAT.md', 'VERIFY.md', 'summary.pdf', 'verify.mjs'] as const;
/** What every bundle has besides its manifest, and no other file but PDFs of reports. */
export const FILES = [
  ...STATED_FILES,
  'invoice.json',
  'explanation.json',
  'events.jsonl',
  'openings.json',
  'proofs.json',
  'tree-head.json',
  'deliverables/articles.json',
  'deliverables/links.json',
  'deliverables/reports.json',
  'deliverables/messages.json',
  'stripe-evidence.json',
  'dispute.json',
] as const;
export type BundleFile = (typeof FILES)[number];
/** Those that a bundle of that format has. */
export const filesOf = (format: number): readonly BundleFile[] =>
  FILES.filter((name) => name !== 'deliverables/messages.json' || format >= SINCE_MESSAGES);

/** Bytes; what a card network takes at most. */
export const LARGEST_PDF = 4 * 1024 * 1024;
export const pdfName = (sha256: string): string => `deliverables/reports/${sha256}.pdf`;
export const isPdfName = (name: string): boolean => /^deliverables\/reports\/[0-9a-f]{64}\.pdf$/.test(name);

/** The documents that are JSON, by their names without `.json`. */
type Documents = {
  readonly invoice: CanonicalJson;
  readonly explanation: CanonicalJson;
  readonly dispute: CanonicalJson;
  readonly stripe_evidence: CanonicalJson;
  readonly links: CanonicalJson;
  readonly articles: CanonicalJson;
  readonly reports: CanonicalJson;
  readonly messages: CanonicalJson;
};
export type BundleParts = Documents & {
  readonly dispute_id: number;
  readonly invoice_id: number;
  readonly generated_at: Instant;
  /** Names the log as well; whoever signs the manifest holds its key. */
  readonly head: TreeHeadFile;
  /** The leaf texts of the events, in ascending position. */
  readonly leaves: readonly string[];
  readonly openings: readonly Opening[];
  readonly proofs: ProofsFile;
  readonly summary_pdf: Bytes;
  /** PDFs of the reports, as far as they are there and not too large. */
  readonly report_pdfs: readonly Bytes[];
  /** Files of messages by their names in the bundle, as far as a card network takes them and they are there. */
  readonly message_files: ReadonlyMap<string, Bytes>;
  readonly verify_md: string;
  readonly verifier: Verifier;
};
/** The program and the description that every bundle carries, whoever made it. */
export type Verifier = { readonly program: Bytes; readonly format: Bytes };
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
  const own: Record<BundleFile, Bytes> = {
    'VERIFY.md': utf8(parts.verify_md),
    'FORMAT.md': parts.verifier.format,
    'verify.mjs': parts.verifier.program,
    'summary.pdf': parts.summary_pdf,
    'invoice.json': json(parts.invoice),
    'explanation.json': json(parts.explanation),
    'events.jsonl': utf8(parts.leaves.map((leaf) => `${leaf}\n`).join('')),
    'openings.json': json(parts.openings),
    'proofs.json': json(parts.proofs),
    'tree-head.json': json(head),
    'deliverables/links.json': json(parts.links),
    'deliverables/articles.json': json(parts.articles),
    'deliverables/reports.json': json(parts.reports),
    'deliverables/messages.json': json(parts.messages),
    'stripe-evidence.json': json(parts.stripe_evidence),
    'dispute.json': json(parts.dispute),
  };
  const files = new Map<string, Bytes>(Object.entries(own));
  for (const pdf of parts.report_pdfs) files.set(pdfName(hexOf(sha256(pdf))), pdf);
  for (const [name, bytes] of parts.message_files) files.set(name, bytes);
  const unsigned = {
    ...({ format: FORMAT, log_id: head.log_id, dispute_id, invoice_id, key_id: head.key_id } as const),
    files: Object.fromEntries([...files].map(([name, bytes]) => [name, hexOf(sha256(bytes))])),
    stated_by_issuer: { generated_at, files: STATED_FILES },
  };
  const { keyId, signature } = sign(manifestText(unsigned));
  if (keyId !== head.key_id) throw new Error(`the head is signed by key ${head.key_id}, the manifest by ${keyId}`);
  files.set(MANIFEST, json({ ...unsigned, signature }));
  return packed(files);
}
