import type { InvoiceCommands } from '#commands/billing/invoice';
import type { ProofLog } from '#commands/log/ports-proof-log';
import type { ReadAccessLog } from '#commands/log/read-access';
import type { Seller } from '#domain/billing/seller';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { DisputeId, InvoiceId } from '#domain/kernel/ids';
import type { Summarize } from '#domain/kernel/sentence';
import { type Day, firstDay, type Instant, type Month, minDay, monthOf } from '#domain/kernel/time';
import type { LeafEvent, Opening } from '#domain/log/event-leaf';
import { unpacked } from '#domain/proof/bundle-zip';
import type { DisputeMoment } from '#domain/proof/dispute-document';
import {
  type AssemblyCrypto,
  assembled,
  LARGEST_PDF,
  type ProofsFile,
  type TreeHeadFile,
  type Verifier,
} from '#domain/proof/evidence-bundle';
import { type Delivered, deliveredBy } from '#domain/proof/evidence-bundle-delivered';
import { disputeFile, invoiceFile, standingOf } from '#domain/proof/evidence-bundle-standing';
import type { ManagedSubscriptionEvent } from '#domain/services/managed-subscription-messages';
import type { Clock } from '#runtime/clock';
import type { EventCodec } from '#runtime/event-codec';
import type { EventStore, RecordedEvent } from '#runtime/event-store';
import { metadataOf } from '#runtime/metadata';
import type { ExplainCommands, Explanation } from './audit-explain.ts';
import { deliveredEvents } from './evidence-deliverables.ts';
import { messageFilesOf } from './evidence-messages.ts';
import { explanationFile, stripeFile, summaryOf, VERIFY_MD } from './evidence-texts.ts';
import type { BundleStore, FileOf, RenderDispute, SentFileOf } from './ports-proof.ts';

/** Earlier heads from which the bundle proves that nothing was changed since. */
const EARLIER_HEADS = 200;
/** Bytes of all PDFs of reports together, and of all files of messages: what is over is named and not enclosed. */
const MOST_PDF_BYTES = 32 * 1024 * 1024;
export type Built = {
  readonly generated_at: Instant;
  readonly sha256: string;
  readonly size_bytes: number;
  readonly tree_size: number;
};
/** What the bundle must hold is not in the log yet. */
export class EvidenceNotReady extends Error {
  override readonly name = 'EvidenceNotReady';
}

/** The store, or what was sealed of it, is not what it was: nothing that is made of it could be evidence. */
export class EvidenceRefused extends Error {
  override readonly name = 'EvidenceRefused';
}

export type EvidenceCommands = ReturnType<typeof evidenceCommands>;

/** What happened and why it cost what it did, with proofs, as one file that anybody can check offline (spec 6). */
export function evidenceCommands(deps: {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly log: ProofLog;
  readonly invoices: InvoiceCommands;
  readonly explain: ExplainCommands;
  readonly bundles: BundleStore;
  readonly reads: ReadAccessLog;
  readonly render: RenderDispute;
  readonly sha256: AssemblyCrypto['sha256'];
  readonly clock: Clock;
  readonly zone: Zone;
  readonly contact: string;
  readonly seller: Seller;
  readonly verifier: () => Verifier;
  readonly summarize: Summarize;
  /** Files of an account: PDFs of its reports, and what people sent. */
  readonly fileOf: FileOf;
  readonly sentFileOf: SentFileOf;
}) {
  const {
    store,
    codec,
    log,
    invoices,
    explain,
    bundles,
    reads,
    render,
    sha256,
    clock,
    zone,
    contact,
    seller,
    verifier,
    summarize,
    fileOf,
    sentFileOf,
  } = deps;
  const delivered = deliveredEvents({ store, log, zone });
  const messageFiles = messageFilesOf(sentFileOf, MOST_PDF_BYTES);

  /** One proof for each event in the tree of that head, in the order of the log. */
  async function proofsOf(events: readonly RecordedEvent[], size: number) {
    const proofs = await Promise.all(events.map((event) => log.inclusion(event.id, size)));
    return proofs.map((proof, n) => {
      if (!proof) throw new Error(`event ${events[n]?.id} is not sealed`);
      const { tree_size: _, ...rest } = proof;
      return rest;
    });
  }
  async function consistencyTo(size: number): Promise<ProofsFile['consistency']> {
    const earlier = (await log.heads(EARLIER_HEADS)).filter((head) => head.size > 0 && head.size < size);
    const found = await Promise.all(
      earlier
        .sort((a, b) => a.size - b.size)
        .map(async (head) => ({ proof: await log.consistency(head.size, size), root_hash: head.root_hash })),
    );
    return found.flatMap(({ proof, root_hash }) => (proof ? [{ ...proof, root_hash }] : []));
  }

  /**
   * All of each subscription on the invoice through the closings of its months, so that nothing of it can be left out. Throws
   * where a month is billed and not closed yet, which the next nightly billing does: such a bundle would hold nowhere.
   */
  async function subscriptionsOf({ lines }: Explanation, named: ReadonlyMap<string, RecordedEvent>) {
    const billed = new Map<string, Set<Month>>();
    for (const line of lines.filter(isSubscription))
      for (const { stream } of line.causes)
        billed.set(stream, (billed.get(stream) ?? new Set()).add(billedMonth(line)));
    const whole = [...billed].map(async ([stream, months]) => {
      const history = await store.readStream(stream);
      const closings = history.filter(({ type, data }) => type === CLOSING && months.has(data['month'] as Month));
      if (closings.length < months.size)
        throw new EvidenceNotReady(`of ${[...months].join(', ')} not every month of ${stream} is closed yet`);
      // A chain of causes may lead to a later event, and no revision between may be missing.
      const last = Math.max(...[...closings, ...history.filter(({ id }) => named.has(id))].map((one) => one.revision));
      return history.filter(({ revision }) => revision <= last);
    });
    return (await Promise.all(whole)).flat();
  }

  /** As far as they are there, and not too large; what is missing stands in `reports.json` all the same. */
  async function pdfsOf(account: number, reports: Delivered['reports']): Promise<Uint8Array[]> {
    const found = new Map<string, Uint8Array>();
    let left = MOST_PDF_BYTES;
    for (const { sha256: hash, size_bytes: size } of reports) {
      if (typeof hash !== 'string' || typeof size !== 'number' || size > Math.min(left, LARGEST_PDF)) continue;
      const bytes = found.has(hash) ? null : await fileOf(account, hash);
      if (!bytes) continue;
      found.set(hash, bytes);
      left -= bytes.length;
    }
    return [...found.values()];
  }

  return {
    /** The bundle that was put together last, where there is one. */
    bundle: (sha256: string): Promise<Uint8Array | null> => bundles.get(sha256),

    /**
     * Puts the bundle together and keeps it. Null where there is no such invoice or dispute. Throws `EvidenceRefused` where the
     * whole store is not what was sealed, whatever of it the bundle would show, and `EvidenceNotReady`.
     */
    async build(invoiceId: InvoiceId, disputeId: DisputeId): Promise<Built | null> {
      const { state } = await invoices.load(invoiceId);
      if (state.status === 'none' || !state.disputes.some(({ id }) => id === disputeId)) return null;
      const verdict = await log.verify();
      if (!verdict.holds)
        throw new EvidenceRefused(`the log does not hold at position ${verdict.position}: ${verdict.why}`);
      const named = new Map<string, RecordedEvent>();
      const explanation = await explain.explain(invoiceId, named);
      if (!explanation) return null;
      const own = await store.readStream(`invoice-${invoiceId}`);
      for (const event of [...own, ...(await delivered(invoiceId, state, named))]) named.set(event.id, event);
      const since = billedFrom(explanation);
      const told = new Set(named.keys());
      for (const event of await subscriptionsOf(explanation, named)) {
        named.set(event.id, event);
        if (dayOf(metadataOf(event).occurred_at, zone) >= since) told.add(event.id);
      }
      const events = [...named.values()].sort((a, b) => a.position - b.position);
      const head = await log.head();
      const keys = (await log.keys()).map(({ since: from, ...key }) => ({ ...key, stated_by_issuer: { since: from } }));
      const file: TreeHeadFile = { ...head, log_id: log.logId, public_key: log.publicKey(), keys };
      const generated_at = clock.now();
      const leaves = events.map((event) => log.leafText(event));
      const shown = new Map(leaves.map((leaf) => JSON.parse(leaf) as LeafEvent).map((event) => [event.id, event]));
      const standing = standingOf(
        [...shown.values()].filter(({ stream }) => stream === `invoice-${invoiceId}`),
        ...([invoiceId, disputeId] as const),
      );
      const access = await reads.of(state.content.account_id, invoiceId);
      const moments = events.flatMap((event) => (told.has(event.id) ? momentOf(event) : []));
      const texts = { standing, explanation, delivered: deliveredBy(standing.issued, shown), moments };
      const summary = summaryOf({
        ...texts,
        head: file,
        seller,
        today: dayOf(generated_at, zone),
        generated_at,
        positions: events.map(({ position }) => position),
      });
      const bytes = assembled(
        {
          dispute_id: disputeId,
          invoice_id: invoiceId,
          generated_at,
          head: file,
          leaves,
          invoice: invoiceFile(standing),
          explanation: explanationFile(explanation),
          openings: openingsFor(explanation, named),
          proofs: {
            tree_size: head.size,
            proofs: await proofsOf(events, head.size),
            consistency: await consistencyTo(head.size),
          },
          links: texts.delivered.links,
          articles: texts.delivered.articles,
          reports: texts.delivered.reports,
          messages: texts.delivered.messages,
          message_files: await messageFiles(state.content.account_id, texts.delivered.messages),
          report_pdfs: await pdfsOf(state.content.account_id, texts.delivered.reports),
          stripe_evidence: stripeFile({ ...texts, access, contact }),
          dispute: disputeFile(standing),
          summary_pdf: await render(summary),
          verify_md: VERIFY_MD,
          verifier: verifier(),
        },
        {
          sha256,
          sign: (text) => {
            const { key_id: keyId, signature } = log.sign(text);
            return { keyId, signature };
          },
        },
      );
      const hash = Array.from(sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
      await bundles.put({ disputeId, accountId: state.content.account_id, sha256: hash, bytes });
      return { generated_at, sha256: hash, size_bytes: bytes.length, tree_size: head.size };
    },
  };

  /** A passed-through cost is shown: the price is made of it (ruling 3.1). Everything else that is withheld stays so. */
  function openingsFor(explanation: Explanation, named: ReadonlyMap<string, RecordedEvent>): Opening[] {
    const lines = explanation.lines.filter(({ rule }) => rule === 'order.pass_through');
    const ids = new Set(lines.flatMap(({ causes }) => causes.map(({ event_id }) => event_id)));
    return [...ids].flatMap((id) => {
      const event = named.get(id);
      return event ? log.openings(event).filter(({ pointer }) => SHOWN_OF_PASSED_THROUGH.has(pointer)) : [];
    });
  }

  /** The event in a sentence that begins with what it is about, unless that is the invoice or named in it, as links are. */
  function momentOf(event: RecordedEvent): DisputeMoment[] {
    const summary = sentence(event);
    if (summary === null) return [];
    const { occurred_at: at, actor } = metadataOf(event);
    const [, category = '', id] = /^(.+?)-(\d+)$/.exec(event.stream) ?? [];
    const about = SUBJECTS[category];
    return [{ at, summary: about ? `${about} ${id}: ${summary}` : summary, actor: actor.kind }];
  }
  function sentence(event: RecordedEvent): string | null {
    try {
      return summarize(codec.decode(event));
    } catch {
      return null;
    }
  }
}

/** The fields for the card network out of a bundle, what only we state at the end of each; null where it has none. */
export function networkFieldsIn(bundle: Uint8Array | null): Readonly<Record<string, string>> | null {
  const file = bundle && unpacked(bundle)?.get('stripe-evidence.json');
  if (!file) return null;
  type Fields = { [field: string]: string };
  const { stated_by_issuer = {}, ...fields } = JSON.parse(new TextDecoder().decode(file)) as Fields & {
    stated_by_issuer?: Fields;
  };
  for (const [name, text] of Object.entries(stated_by_issuer))
    fields[name] = fields[name] === undefined ? text : `${fields[name]}\n\n${text}`;
  return Object.keys(fields).length === 0 ? null : fields;
}

const NEVER = '9999-12-31' as Day;
const SUBJECTS: Readonly<Record<string, string>> = {
  'managed-subscription': 'Subscription',
  'backlink-order': 'Order',
  'add-on': 'Purchase',
  report: 'Report',
  'conversation-order': 'Order',
  'conversation-subscription': 'Subscription',
  'conversation-invoice': 'Invoice',
};
const isSubscription = ({ rule }: { readonly rule: string }): boolean => rule.startsWith('subscription.');
const billedMonth = ({ inputs }: Explanation['lines'][number]): Month => monthOf(String(inputs['from']) as Day);
/** The first of the first month of a subscription on the invoice: what came before is told only where a line follows from it. */
const billedFrom = ({ lines }: Explanation): Day =>
  lines
    .filter(isSubscription)
    .map((line) => firstDay(billedMonth(line)))
    .reduce(minDay, NEVER);
const CLOSING: ManagedSubscriptionEvent['type'] = 'ServiceMonthClosed';
const SHOWN_OF_PASSED_THROUGH: ReadonlySet<string> = new Set(['/cost_cents', '/terms/markup_percent']);
