import type { ReadEntry } from '#commands/log/read-access';
import { issuerOf } from '#domain/billing/invoice-document';
import { printedSums, sumsOf } from '#domain/billing/invoice-sums';
import type { Seller } from '#domain/billing/seller';
import type { CanonicalJson } from '#domain/kernel/canonical-json';
import { cents, formatMoney } from '#domain/kernel/money';
import type { Instant } from '#domain/kernel/time';
import { counted } from '#domain/kernel/words';
import type { DisputeDocument } from '#domain/proof/dispute-document';
import type { TreeHeadFile } from '#domain/proof/evidence-bundle';
import type { Delivered } from '#domain/proof/evidence-bundle-delivered';
import { networkFile, shortText } from '#domain/proof/evidence-bundle-delivered';
import { daysOpened, firstSent, words } from '#domain/proof/evidence-bundle-reports';
import type { Standing } from '#domain/proof/evidence-bundle-standing';
import type { Because, Explanation } from './audit-explain.ts';

/** What the texts of a bundle are made from. */
export type Told = {
  readonly standing: Standing;
  readonly explanation: Explanation;
  readonly delivered: Delivered;
  readonly moments: DisputeDocument['timeline'];
};

/** `1250` thousandths of a percent as `1.25`. */
const percent = (rate: number): string => String(rate / 1000);

/** `explanation.json`: what is said of events stands beside them; what only we say of them stands apart, and is marked. */
export function explanationFile({ lines, ...rest }: Explanation): CanonicalJson {
  return { ...rest, lines: lines.map(({ causes, ...line }) => ({ ...asJson(line), causes: causes.map(causeOf) })) };
}
function causeOf({ because, summary, begun_by, actor, ...event }: Because): CanonicalJson {
  return {
    ...event,
    actor: { ...actor },
    because: because.map(causeOf),
    stated_by_issuer: { summary, ...(begun_by === undefined ? {} : { begun_by: begun_by.kind }) },
  };
}
/** What an explanation says of a line is JSON already, whatever its inputs are. */
const asJson = (line: Omit<Explanation['lines'][number], 'causes'>): { readonly [key: string]: CanonicalJson } => ({
  ...line,
  inputs: line.inputs as CanonicalJson,
  steps: line.steps.map((step) => ({ ...step })),
});

/** The summary for people. */
export function summaryOf({
  standing: { state, dispute },
  explanation,
  delivered,
  moments,
  ...given
}: Told & {
  readonly head: TreeHeadFile;
  readonly positions: readonly number[];
  readonly seller: Seller;
  readonly today: string;
  readonly generated_at: Instant;
}): DisputeDocument {
  const { content } = state;
  const sums = sumsOf(state);
  const { head, positions } = given;
  return {
    dispute: {
      id: dispute.id,
      status: dispute.status,
      reason: dispute.reason,
      openedBy: dispute.opened_by,
      openedOn: dispute.opened_at.slice(0, 10),
      amount: formatMoney(dispute.amount_cents),
      dueBy: dispute.due_by?.slice(0, 10) ?? null,
    },
    account: `Account ${content.account_id}`,
    issuer: issuerOf(state.seller ?? given.seller),
    currency: 'USD',
    invoice: {
      number: state.number,
      issuedOn: state.issuedOn,
      dueOn: state.dueOn,
      status: state.status,
      periodStart: content.period_start,
      periodEnd: content.period_end,
      taxRate: percent(content.tax_rate),
      subtotal: formatMoney(content.subtotal_cents),
      tax: formatMoney(content.tax_cents),
      accountCredit: formatMoney(cents(-sums.accountCredit)),
      total: formatMoney(sums.total),
      sums: printedSums(sums),
      amountDue: formatMoney(sums.due),
    },
    lines: explanation.lines.map((line) => ({
      lineId: line.line_id,
      description: line.description,
      amount: line.amount,
      recomputed: line.recomputed,
      why: line.why ?? null,
      rule: line.rule,
      steps: line.steps,
      causes: line.causes.map(({ occurred_at, summary, type, actor }) => ({
        on: occurred_at,
        summary: summary ?? type,
        actor: actor.kind,
      })),
    })),
    recomputedTotal: explanation.recomputed_total,
    timeline: moments,
    deliverables: {
      links: delivered.links.map((link) => ({
        sourceUrl: String(link.source_url),
        targetUrl: String(link.target_url),
        status: link.status,
        liveAt: orNull(link.live_at),
        lastCheck: orNull(link.last_check?.at),
      })),
      articles: delivered.articles.map(({ title, content_id, url, published_at }) => ({
        title: String(title ?? content_id),
        url: orNull(url),
        publishedOn: String(published_at).slice(0, 10),
      })),
      reports: delivered.reports.map((report) => {
        const { report_type, period_start, period_end, version } = report;
        const days = daysOpened(report).length;
        const opened = days === 0 ? '' : `, opened on ${counted(days, 'day')}`;
        return {
          title: `${words(report_type)} report of ${words(period_start)} to ${words(period_end)}, version ${words(version)}${opened}`,
          sentOn: firstSent(report).slice(0, 10),
        };
      }),
    },
    proof: {
      logId: head.log_id,
      treeSize: head.size,
      rootHash: head.root_hash,
      issuedAt: head.issued_at,
      keyId: head.key_id,
      events: positions.length,
      positions: positions.length === 0 ? null : { from: positions[0] ?? 0, to: positions.at(-1) ?? 0 },
    },
    verify: VERIFY_STEPS,
  };
}

const orNull = (value: CanonicalJson | undefined): string | null => (value == null ? null : String(value));

/**
 * `stripe-evidence.json`: the fields that the card network takes. What follows from the bundle's events stands at the top, the
 * rest apart and marked; names and addresses stay sealed until they are handed in.
 */
export function stripeFile({
  standing,
  delivered,
  moments,
  access,
  contact,
}: Told & { readonly access: readonly ReadEntry[]; readonly contact: string }): CanonicalJson {
  const { issued, dispute } = standing;
  if (dispute.opened_by !== 'card_network') return {};
  // The card network asks what its cardholder did, not what we did.
  const theirs = access.filter(({ actor }) => actor === 'client' || actor === 'agency');
  const read = theirs.map(({ at, actor, what }) => `${at} ${actor} read ${what.replaceAll('_', ' ')} ${issued.number}`);
  const happened = moments.map(({ at, summary }) => `${at} ${summary}`);
  const stated: Record<string, string> = {
    access_activity_log: read.join('\n'),
    refund_policy_disclosure: `Questions about an invoice are answered at ${contact}; what was not delivered is credited.`,
    uncategorized_text: happened.length === 0 ? '' : ['What happened', ...happened].join('\n'),
    ...(dispute.reason === 'duplicate'
      ? {
          duplicate_charge_explanation: `Invoice ${issued.number} was paid by one charge for ${issued.period_start} to ${issued.period_end}; no other invoice covers it.`,
        }
      : {}),
  };
  const words = Object.entries(stated).flatMap(([name, value]) => (value === '' ? [] : [[name, shortText(value)]]));
  return { ...networkFile(standing, delivered), stated_by_issuer: Object.fromEntries(words) };
}

const VERIFY_STEPS = [
  'Unpack the bundle, and in its folder run: node verify.mjs (Node 20 or later, nothing to install, no connection)',
  'Compare the SHA-256 of verify.mjs with the published one, or read it first: whoever forges a bundle can forge what comes with it.',
  'With a head of the log that you kept yourself, add --head older-head.json: then nobody can have changed what it covers.',
];

export const VERIFY_MD = `# How to check this bundle

Nothing of it needs to be believed. It can be checked offline, with no account and no connection, by what comes with it: the
program \`verify.mjs\` is one file that needs Node 20 or later and nothing else. Where the bundle was unpacked:

    node verify.mjs

or, with the file as it came, which also shows that nothing is hidden in the container:

    node verify.mjs bundle.zip

It computes every amount of the invoice anew from the events in \`events.jsonl\`, checks that each of these events stands in the
signed log, compares whatever the other documents say with these events, checks all signatures, and names the first thing that
does not hold. \`FORMAT.md\` tells byte for byte what is checked, so that anybody can write a program of their own.

## Which verify.mjs

Whoever forges a bundle can put a false \`verify.mjs\` into it, and its hash into the manifest. So use one of these:

- one that you had before, from an earlier bundle or from the issuer's published source (\`docs/verify/\`, where \`SHA256SUMS\` has the hash of
  each version). \`sha256sum verify.mjs\` (on Windows \`certutil -hashfile verify.mjs SHA256\`) shows whether this one is the same;
- this one, after you or somebody you trust has read it: it is one page of plain JavaScript, and opens no connection;
- one of your own, written from \`FORMAT.md\`.

## What only the issuer says

This page, \`FORMAT.md\`, \`verify.mjs\` and \`summary.pdf\` are stated by the issuer: that they are the files that were signed is checked, what they
say is not. In the other files whatever follows from no event stands under \`stated_by_issuer\`. All else is compared with the events.

## Older heads

Whoever kept an older head of the log (\`GET /api/v1/audit/tree-head/\`, one that was published, or \`tree-head.json\` of an earlier bundle)
gives it along with \`--head older-head.json\`. Then no event that it covers can have been changed, dropped, inserted or moved since, not even
by somebody with full access to the database and the signing key. So keep the \`tree-head.json\` of this one.

Text that begins with \`sealed:\` is personal data. It stays sealed here, and the proofs hold whether or not its key still exists.
`;
