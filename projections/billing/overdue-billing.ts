import type { InvoiceDispute } from '#domain/billing/dispute-messages';
import { dunningStatus } from '#domain/billing/invoice-dunning';
import { isOpenDispute } from '#domain/billing/invoice-state';
import type { FindOverdue, Overdue } from '#projections/platform/overdue';
import { over, type RunReads } from '#runtime/table-reads';
import { ofBilled } from './billing-scope.ts';
import { INVOICES, type InvoiceRow } from './invoice-tables.ts';

export const BILLING_OVERDUE = ['invoice', 'dispute'] as const;

/** Invoices that are past due, open disputes, and refunds that did not go through. */
export const overdueBilling = (run: RunReads): FindOverdue => {
  const reads = over(run, INVOICES);
  return (scope) =>
    reads(scope, async (db) => {
      const open = db
        .selectFrom(INVOICES.name)
        .selectAll()
        .where((eb) =>
          eb.or([eb('status', '=', 'past_due'), eb('disputed', '=', true), eb('refund_failed', '=', true)]),
        );
      return (await ofBilled(open, scope).execute()).flatMap(ofInvoice);
    });
};

/** What is to be done, and until when. */
function detailOf(dispute: InvoiceDispute, number: string | null): string {
  const { id, status, reason, due_by, opened_by, unclear } = dispute;
  const who = opened_by === 'card_network' ? 'a card network' : opened_by === 'client' ? 'the client' : 'an admin';
  if (unclear !== null)
    return `dispute ${id} of ${number} by ${who}: closed there as ${unclear}; settle it by what became of the money`;
  const next = {
    open: 'evidence is to be prepared',
    evidence_ready: opened_by === 'card_network' ? 'evidence is ready and not submitted' : 'evidence is ready',
    submitted: 'evidence is submitted',
  }[status as string];
  const until = due_by === null || status === 'submitted' ? '' : `; answer by ${due_by.slice(0, 10)}`;
  return `dispute ${id} of ${number} by ${who} (${reason.replaceAll('_', ' ')}): ${next}${until}`;
}

function ofInvoice(row: InvoiceRow): Overdue[] {
  const { id, account_id, number, amount_due, state } = row;
  const href = `/api/v1/billing/invoices/${id}/`;
  const entry = (kind: (typeof BILLING_OVERDUE)[number], since: string, detail: string): Overdue => ({
    kind,
    id,
    account_id,
    site_id: null,
    since,
    detail,
    href,
  });
  const disputes = (state?.disputes ?? []).filter(isOpenDispute);
  // One that failed and was made again, or by hand, is no trouble any more.
  const failed = row.refund_failed ? (state?.refunds ?? []).filter(({ status }) => status === 'failed') : [];
  return [
    ...(row.past_due_since === null
      ? []
      : [
          entry(
            'invoice',
            row.past_due_since,
            `${amount_due} USD of ${number} is past due, dunning ${state ? dunningStatus(state) : 'none'}`,
          ),
        ]),
    ...disputes.map((dispute) => ({
      ...entry('dispute', dispute.opened_at, detailOf(dispute, number)),
      id: dispute.id,
      href: `/api/v1/audit/disputes/${dispute.id}/`,
    })),
    ...failed.map((refund) =>
      entry('invoice', refund.at, `a refund of ${number} failed: ${refund.error ?? 'no reason'}`),
    ),
  ];
}
