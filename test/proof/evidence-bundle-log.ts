import { createPrivateKey } from 'node:crypto';
import { assemblyCrypto } from '#adapters/proof/bundle-crypto';
import { hex, leafDigest, sha256, utf8 } from '#adapters/proof/digest';
import { createHeadSigner, type HeadSigner, parseSigningKey, type SigningKey } from '#adapters/proof/signer';
import { type CanonicalJson, canonicalJson } from '#domain/kernel/canonical-json';
import type { Instant } from '#domain/kernel/time';
import { type LeafEvent, leafText, type Opening, openingsOf, type StoredEvent } from '#domain/log/event-leaf';
import {
  appended,
  type Bytes,
  consistencyPath,
  inclusionPath,
  leafHash,
  type NodeAt,
  rootAt,
} from '#domain/log/merkle';
import type { ProofKey } from '#domain/log/tree-head';
import { packed, unpacked } from '#domain/proof/bundle-zip';
import {
  assembled,
  type BundleKey,
  type BundleParts,
  manifestText,
  type TreeHeadFile,
} from '#domain/proof/evidence-bundle';
import { deliveredBy } from '#domain/proof/evidence-bundle-delivered';
import { disputeFile, invoiceFile, standingOf } from '#domain/proof/evidence-bundle-standing';

/** A small log made for the test, with everything a bundle is made of. */

export type Data = Record<string, CanonicalJson>;
type Line = Data & { id: number; kind: string; amount_cents: number; causes: string[] };
/** JSON that a test may change at will. */
// biome-ignore lint/suspicious/noExplicitAny: tests reach into plain JSON
export type Loose = any;

export const LOG = 'igny8-test-log';
const AT = '2026-07-01T09:00:00.000Z' as Instant;
export const keyOf = (n: number): SigningKey =>
  parseSigningKey(
    createPrivateKey({
      key: Buffer.from(`302e020100300506032b657004220420${String(n).padStart(64, '0')}`, 'hex'),
      format: 'der',
      type: 'pkcs8',
    })
      .export({ format: 'pem', type: 'pkcs8' })
      .toString(),
  );
export const signerOf = (key: SigningKey, keys: readonly ProofKey[] = []): HeadSigner =>
  createHeadSigner(key, async () => keys);
const digest = leafDigest(Buffer.from('a salt key of the test'));
export const idOf = (position: number): string => `00000000-0000-8000-8000-${String(position).padStart(12, '0')}`;

const line = (
  id: number,
  kind: string,
  rule: string,
  amount_cents: number,
  causes: number[],
  inputs: Data = {},
): Line => ({
  id,
  kind,
  rule,
  description: `line ${id}`,
  inputs,
  amount_cents,
  causes: causes.map(idOf),
  steps: [],
});
/** Nine days of June, links passed through, one order's line, an add-on, tax, and what is left of a credit. */
export const LINES: readonly Line[] = [
  {
    ...line(1, 'subscription', 'subscription.prorated_days', 11_970, [2, 3, 8], { from: '2026-06-12' }),
    subscription_id: 7,
  },
  line(2, 'pass_through', 'order.pass_through', 14_814, [5, 7], { markup_percent: 20 }),
  line(3, 'order', 'order.cancelled_part', 5000, [9, 10], { line: 2 }),
  line(4, 'add_on', 'add_on.indexing_boost', 150, [11]),
  line(5, 'tax', 'tax.percent', 6067, [4]),
  line(6, 'credit', 'credit.account_credit', -3000, [12, 13]),
];
const terms = (lines: Data[]): Data => ({ quote: { lines }, markup_percent: 20 });

/** Stream, type, data and the position of its cause; and what of it is to be other than it should. */
export type Draft = [stream: string, type: string, data: Data, cause: number, odd?: Partial<StoredEvent>];
export const EVENTS: readonly Draft[] = [
  ['store', 'StoreFounded', { sandbox: true }, 1],
  [
    ...(['managed-subscription-7', 'ManagedSubscriptionCreated'] as const),
    { monthly_price_cents: 39_900, tier: 'pro', on: '2026-06-10' },
    2,
  ],
  ['managed-subscription-7', 'ManagedSubscriptionActivated', { on: '2026-06-12' }, 2],
  ['billing-account-1', 'TaxRateSet', { tax_rate: 19_000, reason: 'sealed:AAAA' }, 4],
  ['backlink-order-3', 'BacklinkOrderDrafted', { terms: terms([]), override_reason: 'pilot' }, 5],
  ['other-1', 'FactHeld', { vendor: 'somebody' }, 6],
  ['backlink-order-3', 'BacklinkOrderRepriced', { cost_cents: 12_345 }, 5],
  ['managed-subscription-7', 'ManagedSubscriptionPaused', { on: '2026-06-20', reason: 'relaunch' }, 8],
  ['backlink-order-4', 'BacklinkOrderDrafted', { terms: terms([{ id: 2, quantity: 4, amount_cents: 10_000 }]) }, 9],
  ['backlink-order-4', 'BacklinkOrderCancelled', { lines: [{ id: 2, delivered: 2 }] }, 9],
  ['add-on-1', 'AddOnPurchased', { terms: { quantity: 10, unit_price_cents: 15 } }, 11],
  ['billing-account-1', 'AccountCreditGranted', { note_id: 2, amount_cents: 5000 }, 12],
  ['billing-account-1', 'InvoiceDrafted', { invoice_id: 3, credits: [{ note_id: 2, amount_cents: 2000 }] }, 13],
  ['managed-subscription-7', 'ServiceMonthClosed', { month: '2026-06', next_billing_date: '2026-08-01' }, 14],
  [
    ...(['invoice-4', 'InvoiceIssued'] as const),
    {
      invoice_id: 4,
      number: 'INV-2026-000004',
      account_id: 1,
      lines: [...LINES],
      issued_on: '2026-07-01',
      due_on: '2026-07-15',
      period_start: '2026-06-01',
      period_end: '2026-06-30',
      tax_rate: 19_000,
      subtotal_cents: 31_934,
      tax_cents: 6067,
      total_cents: 35_001,
    },
    8,
  ],
  ['invoice-4', 'InvoicePaid', { on: '2026-07-01' }, 15],
  ['other-2', 'FactHeld', {}, 17],
  [
    ...(['invoice-4', 'InvoiceDisputeOpened'] as const),
    {
      dispute_id: 9,
      payment_id: 0,
      amount_cents: 100,
      reason: 'too much',
      due_by: null,
      on: '2026-07-02',
      opened_by: 'client',
    },
    18,
  ],
  ['other-2', 'FactHeld', {}, 19],
];
/** Positions of the events of the bundle. */
export const NAMED = [2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18];
const OPENED = ['/cost_cents', '/terms/markup_percent'];

const stored = ([stream, type, data, cause, odd]: Draft, index: number, all: readonly Draft[]): StoredEvent => ({
  id: idOf(index + 1),
  position: index + 1,
  stream,
  type,
  schemaVersion: 1,
  dataText: JSON.stringify(data),
  revision: all.slice(0, index).filter((each) => each[0] === stream).length,
  metadataText: JSON.stringify({
    correlation_id: idOf(cause),
    causation_id: idOf(cause),
    command_id: idOf(900),
    actor: { kind: 'admin' },
    account_id: 1,
    site_id: null,
    occurred_at: AT,
    recorded_at: AT,
  }),
  ...odd,
});

const decimal = (amount: number): string => (amount / 100).toFixed(2);

type Documents = { invoice: Loose; explanation: Loose; dispute: Loose; links: Loose; articles: Loose };
/** What the invoice's events say, for its readers; of events that say nothing of the kind, null. */
function documentsBy(leaves: readonly string[], named: readonly number[]): Documents | null {
  try {
    const all = leaves.map((leaf) => JSON.parse(leaf) as LeafEvent);
    const shown = new Map(named.flatMap((position) => all[position - 1] ?? []).map((event) => [event.id, event]));
    const standing = standingOf(
      [...shown.values()].filter(({ stream }) => stream === 'invoice-4'),
      ...([4, 9] as const),
    );
    const because = (id: string, depth = 0): Loose => {
      const event = shown.get(id) ?? all.find((each) => each.id === id);
      const { occurred_at, recorded_at, actor, causation_id = '' } = (event?.metadata ?? {}) as Record<string, Loose>;
      const { type = 'X', stream = '', position = 0 } = event ?? {};
      const goesOn = depth < 100 && causation_id !== id && shown.has(causation_id);
      return {
        event_id: id,
        type,
        stream,
        position,
        occurred_at,
        recorded_at,
        actor,
        because: goesOn ? [because(causation_id, depth + 1)] : [],
        stated_by_issuer: { summary: 'So it was.' },
      };
    };
    const { number, lines, total_cents } = standing.issued;
    const total = decimal(total_cents);
    const explained = lines.map(({ id, amount_cents, causes, kind, rule, description, inputs, steps }) => ({
      line_id: id,
      kind,
      rule,
      description,
      inputs,
      steps,
      amount: decimal(amount_cents),
      recomputed: decimal(amount_cents),
      equal: true,
      causes: causes.map((id) => because(id)),
    }));
    return {
      invoice: invoiceFile(standing),
      explanation: { invoice_id: 4, number, total, recomputed_total: total, equal: true, lines: explained },
      dispute: disputeFile(standing),
      ...deliveredBy(standing.issued, shown),
    };
  } catch {
    return null;
  }
}
const usual = (): Documents => {
  const made = documentsBy(
    EVENTS.map(stored).map((event) => leafText(event, digest)),
    NAMED,
  );
  if (!made) throw new Error('the events of the test say nothing');
  return made;
};

/** The keys of a log whose keys came one after the other; a number below nought begins anew. */
export function keysOf(numbers: readonly number[]): BundleKey[] {
  return numbers.map((n, index) => {
    const [key, before] = [keyOf(Math.abs(n)), numbers[index - 1]];
    const base = { key_id: key.keyId, public_key: key.publicKey, stated_by_issuer: { since: AT } };
    if (before === undefined || n < 0) return { ...base, previous: null, handover: null };
    const old = keyOf(Math.abs(before));
    return { ...base, previous: old.keyId, handover: signerOf(key).handover(LOG, old) };
  });
}

export type Log = Awaited<ReturnType<typeof logOf>>;
/** A log of these events, its last key signing; `named` are the positions of the events that go into the bundle. */
export async function logOf(events: readonly Draft[] = EVENTS, keys: readonly number[] = [1, 2], named = NAMED) {
  const all = events.map(stored);
  const leaves = all.map((event) => leafText(event, digest));
  const hashes = leaves.map((leaf) => leafHash(sha256, utf8(leaf)));
  const nodes = new Map<string, Bytes>();
  for (const { level, index, hash } of appended(sha256, 0, [], hashes).nodes) nodes.set(`${level}/${index}`, hash);
  const at: NodeAt = async (level, index) => nodes.get(`${level}/${index}`) as Bytes;
  const listed = keysOf(keys);
  const last = keyOf(Math.abs(keys.at(-1) ?? 1));
  const head = async (size: number, key = last): Promise<TreeHeadFile> => ({
    ...signerOf(key).sign(LOG, {
      size,
      root_hash: hex(await rootAt(sha256, at, size)),
      issued_at: AT,
    }),
    log_id: LOG,
    public_key: key.publicKey,
    keys: listed,
  });
  const consistency = async (from: number, to: number) => ({
    from,
    to,
    path: (await consistencyPath(sha256, at, from, to)).map(hex),
  });
  const proof = async (position: number, size: number) => ({
    event_id: idOf(position),
    leaf_index: position - 1,
    leaf_hash: hex(hashes[position - 1] as Bytes),
    path: (await inclusionPath(sha256, at, position - 1, size)).map(hex),
  });
  const openings: Opening[] = named
    .flatMap((position) => openingsOf(all[position - 1] as StoredEvent, digest))
    .filter(({ pointer }) => OPENED.includes(pointer));

  /** The parts of a bundle of the first `size` events, which a test may change before they are put together. */
  const parts = async (size = events.length): Promise<BundleParts & Loose> => ({
    dispute_id: 9,
    invoice_id: 4,
    generated_at: AT,
    head: await head(size),
    ...(documentsBy(leaves, named) ?? usual()),
    leaves: named.map((position) => leaves[position - 1] as string),
    openings,
    proofs: {
      tree_size: size,
      proofs: await Promise.all(named.map((position) => proof(position, size))),
      consistency: await Promise.all(
        [5, 16]
          .filter((from) => from < size)
          .map(async (from) => ({ ...(await consistency(from, size)), root_hash: (await head(from)).root_hash })),
      ),
    },
    reports: [],
    report_pdfs: [],
    messages: [],
    message_files: new Map(),
    stripe_evidence: {},
    summary_pdf: utf8('%PDF-1.4'),
    verify_md: '# How to check\n',
    verifier: { program: utf8('// none\n'), format: utf8('# none\n') },
  });
  const bundle = async (edit: (parts: Loose) => void = () => {}, size = events.length): Promise<Bytes> => {
    const made = structuredClone(await parts(size));
    edit(made);
    return assembled(made, assemblyCrypto(signerOf(last)));
  };
  return { leaves, head, consistency, proof, parts, bundle, key: last };
}

const keysOfPath = (path: string): string[] => path.split('/');
/** Puts a value at a path such as `head/keys/1/previous`; a function is given what stands there. */
export const set =
  (path: string, value: Loose) =>
  (root: Loose): void => {
    const [last = '', ...above] = keysOfPath(path).reverse();
    const at = above.reverse().reduce((inner, key) => inner[key], root);
    at[last] = typeof value === 'function' ? value(at[last]) : value;
  };
/** Takes items out of lists, each named by its path. */
export const without =
  (...paths: readonly string[]) =>
  (root: Loose): void => {
    for (const path of paths) {
      const [last, ...above] = keysOfPath(path).reverse();
      above
        .reverse()
        .reduce((inner, key) => inner[key], root)
        .splice(Number(last), 1);
    }
  };
export const swapped =
  (a: number, b: number) =>
  (list: readonly Loose[]): Loose[] =>
    list.map((each, index) => (index === a ? list[b] : index === b ? list[a] : each));
/** A bundle with some of its files changed, hashed and signed anew; `named` is what the manifest then says besides. */
export function signedAnew(bundle: Bytes, changed: Record<string, Bytes>, key: SigningKey, named: Loose = {}): Bytes {
  const files = new Map([...(unpacked(bundle) as Map<string, Bytes>), ...Object.entries(changed)]);
  const before = JSON.parse(Buffer.from(files.get('manifest.json') as Bytes).toString());
  files.delete('manifest.json');
  const hashes = Object.fromEntries([...files].map(([name, bytes]) => [name, hex(sha256(bytes))]));
  const { signature: _, ...manifest } = { ...before, files: hashes, ...named };
  const { signature } = signerOf(key).signText(manifestText(manifest));
  return packed(files.set('manifest.json', utf8(canonicalJson({ ...manifest, signature }))));
}
/** The events with another event in that place, to be sealed and signed like any other. */
export const withEvent = (position: number, ...changes: readonly ((data: Loose) => void)[]): readonly Draft[] => {
  const events = structuredClone(EVENTS) as Draft[];
  for (const change of changes) change((events[position - 1] as Draft)[2]);
  return events;
};
