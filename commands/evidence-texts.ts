import type { DisputeDocument } from '#domain/dispute-document';
import type { InvoiceDispute } from '#domain/dispute-messages';
import type { TreeHeadFile } from '#domain/evidence-bundle';
import { issuerOf } from '#domain/invoice-document';
import type { IssuedInvoice } from '#domain/invoice-messages';
import { balance } from '#domain/invoice-state';
import { printedSums, sumsOf } from '#domain/invoice-sums';
import type { CanonicalJson } from '#domain/kernel/canonical-json';
import { cents, formatMoney } from '#domain/kernel/money';
import type { Instant } from '#domain/kernel/time';
import type { Seller } from '#domain/seller';
import type { Explanation } from './audit-explain.ts';
import type { Deliverables } from './evidence-deliverables.ts';
import type { ReadEntry } from './read-access.ts';

/** What the texts of a bundle are made from. */
export type Told = {
  readonly state: IssuedInvoice;
  readonly dispute: InvoiceDispute;
  readonly explanation: Explanation;
  readonly delivered: Deliverables;
  readonly moments: DisputeDocument['timeline'];
};

/** `1250` thousandths of a percent as `1.25`. */
const percent = (rate: number): string => String(rate / 1000);

/** The invoice as it was issued, with how it stands. */
export function invoiceFile(state: IssuedInvoice): CanonicalJson {
  const { content, number, issuedOn, dueOn, status, recipient } = state;
  const { paid, credited, refunded, amountDue } = balance(state);
  const money = (amount: Parameters<typeof formatMoney>[0]) => formatMoney(amount);
  return {
    ...{ id: content.invoice_id, number, account_id: content.account_id, currency: 'USD', status },
    ...{ issued_on: issuedOn, due_on: dueOn, period_start: content.period_start, period_end: content.period_end },
    ...{ recipient: recipient ? { ...recipient } : null, tax_rate: percent(content.tax_rate) },
    ...{ subtotal: money(content.subtotal_cents), tax: money(content.tax_cents), total: money(content.total_cents) },
    ...{ paid: money(paid), credited: money(credited), refunded: money(refunded), amount_due: money(amountDue) },
    lines: content.lines.map((line) => ({
      ...{ id: line.id, kind: line.kind, rule: line.rule, description: line.description },
      ...{ inputs: line.inputs as CanonicalJson, amount: money(line.amount_cents), causes: line.causes },
    })),
  };
}

/** The summary for people. */
export function summaryOf({
  state,
  dispute,
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
      ...{ id: dispute.id, status: dispute.status, reason: dispute.reason, openedBy: dispute.opened_by },
      ...{
        openedOn: dispute.opened_at.slice(0, 10),
        amount: formatMoney(dispute.amount_cents),
        dueBy: dispute.due_by?.slice(0, 10) ?? null,
      },
    },
    account: `Account ${content.account_id}`,
    issuer: issuerOf(state.seller ?? given.seller),
    currency: 'USD',
    invoice: {
      ...{ number: state.number, issuedOn: state.issuedOn, dueOn: state.dueOn, status: state.status },
      ...{ periodStart: content.period_start, periodEnd: content.period_end, taxRate: percent(content.tax_rate) },
      ...{ subtotal: formatMoney(content.subtotal_cents), tax: formatMoney(content.tax_cents) },
      accountCredit: formatMoney(cents(-sums.accountCredit)),
      ...{ total: formatMoney(sums.total), sums: printedSums(sums), amountDue: formatMoney(sums.due) },
    },
    lines: explanation.lines.map((line) => ({
      ...{ lineId: line.line_id, description: line.description, amount: line.amount, recomputed: line.recomputed },
      ...{ why: line.why ?? null, rule: line.rule, steps: line.steps },
      causes: line.causes.map(({ occurred_at, summary, type, actor }) => ({
        ...{ on: occurred_at, summary: summary ?? type, actor: actor.kind },
      })),
    })),
    recomputedTotal: explanation.recomputed_total,
    timeline: moments,
    deliverables: {
      links: delivered.links.map((link) => ({
        ...{ sourceUrl: link.source_url, targetUrl: link.target_url, liveAt: link.live_at, status: link.status },
        lastCheck: link.last_check?.at ?? null,
      })),
      articles: delivered.articles.map(({ title, content_id, url, published_on }) => ({
        ...{ title: title ?? String(content_id), url, publishedOn: published_on },
      })),
      reports: [],
    },
    proof: {
      ...{ logId: head.log_id, treeSize: head.size, rootHash: head.root_hash, issuedAt: head.issued_at },
      ...{ keyId: head.key_id, events: positions.length },
      positions: positions.length === 0 ? null : { from: positions[0] ?? 0, to: positions.at(-1) ?? 0 },
    },
    verify: VERIFY_STEPS,
  };
}

/** Characters of one field at most: Stripe takes 150,000 of all of them together. */
const MOST_TEXT = 20_000;

/** The fields that the card network takes; names and addresses in them stay sealed until they are handed in. */
export function networkFields({
  state,
  dispute,
  explanation,
  delivered,
  moments,
  access,
  contact,
}: Told & { readonly access: readonly ReadEntry[]; readonly contact: string }): { readonly [field: string]: string } {
  const { content, recipient, number } = state;
  const lines = explanation.lines.map(({ description, amount, steps }) =>
    [`${description}: ${amount} USD`, ...steps.map(({ text, value }) => `  ${text} = ${value}`)].join('\n'),
  );
  const links = delivered.links.map(
    ({ source_url, target_url, status, live_at }) =>
      `${source_url} links to ${target_url}: ${status}${live_at ? `, live since ${live_at.slice(0, 10)}` : ''}`,
  );
  const articles = delivered.articles.map(
    ({ published_on, title, url, content_id }) =>
      `${published_on}: ${title ?? `article ${content_id}`}${url ? ` (${url})` : ''}`,
  );
  // The card network asks what its cardholder did, not what we did.
  const theirs = access.filter(({ actor }) => actor === 'client' || actor === 'agency');
  const read = theirs.map(({ at, actor, what }) => `${at} ${actor} read ${what.replaceAll('_', ' ')} ${number}`);
  const part = (title: string, rows: readonly string[]) => (rows.length === 0 ? [] : [title, ...rows, '']);
  const fields: Record<string, string> = {
    product_description: `Search engine optimisation by Alorig, as invoiced: ${content.lines.map(({ description }) => description).join('; ')}`,
    service_date: `${content.period_start} to ${content.period_end}`,
    access_activity_log: read.join('\n'),
    refund_policy_disclosure: `Questions about an invoice are answered at ${contact}; what was not delivered is credited.`,
    uncategorized_text: [
      ...part(`How invoice ${number} over ${explanation.total} USD came about`, lines),
      ...part('Links that were placed', links),
      ...part('Articles that were published', articles),
      ...part(
        'What happened',
        moments.map(({ at, summary }) => `${at} ${summary}`),
      ),
    ].join('\n'),
    ...(recipient ? { customer_name: recipient.name, customer_email_address: recipient.email } : {}),
    ...(dispute.reason === 'duplicate'
      ? {
          duplicate_charge_explanation: `Invoice ${number} was paid by one charge for ${content.period_start} to ${content.period_end}; no other invoice covers it.`,
        }
      : {}),
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === '' ? [] : [[name, value.slice(0, MOST_TEXT)]])),
  );
}

const VERIFY_STEPS = [
  'Offline, with this product: npx igny8-business verify bundle.zip',
  'Or with the independent verifier, one file without dependencies (docs/verify/verify.mjs): node verify.mjs bundle.zip',
  'With a head of the log that you kept yourself, add --head older-head.json: then nobody can have changed what it covers.',
];

export const VERIFY_MD = `# How to check this bundle

Nothing of it needs to be believed. It can be checked offline, with no account and no connection:

    npx igny8-business verify bundle.zip

from a checkout of the product, or with an independent program of one file and no dependencies, \`verify.mjs\` in the folder \`docs/verify\` of the product:

    node verify.mjs bundle.zip

Both compute every amount of the invoice anew from the events in \`events.jsonl\`, check that each of these events stands in the
signed log, check all signatures, and name the first thing that does not hold. \`FORMAT.md\` in the same folder tells byte for
byte what is checked, so that anybody can write a third one.

Whoever kept an older head of the log (\`GET /api/v1/audit/tree-head/\`, or one that was published) gives it along with
\`--head older-head.json\`. Then no event that it covers can have been changed, dropped, inserted or moved since, not even by somebody
with full access to the database and the signing key.

Text that begins with \`sealed:\` is personal data. It stays sealed here, and the proofs hold whether or not its key still exists.
`;
