import { openerOf } from '#domain/billing/dispute';
import type { DisputeEvidence } from '#domain/billing/dispute-messages';
import type { InvoiceEvent } from '#domain/billing/invoice-messages';
import { formatMoney } from '#domain/kernel/money';
import type { Instant } from '#domain/kernel/time';
import { type Heard, type Projection, projection } from '#runtime/projection';
import { decimal, instant, integer, json, oneOf, type RowOf, type Stored, stamps, table, text } from '#runtime/table';
import type { UnitOfWork } from '#runtime/unit-of-work';

export const DISPUTES = table(
  'igny8_disputes',
  {
    id: integer,
    invoice_id: integer,
    account_id: integer,
    payment_id: integer.orNull,
    status: oneOf('open', 'evidence_ready', 'submitted', 'won', 'lost', 'credited'),
    reason: text,
    opened_by: oneOf('card_network', 'client', 'admin'),
    gateway: oneOf('stripe', 'paypal', 'manual'),
    provider_dispute: text,
    amount: decimal,
    due_by: instant.orNull,
    evidence: json<DisputeEvidence>().orNull,
    note: text.orNull,
    opened_at: instant,
    closed_at: instant.orNull,
    ...stamps,
  },
  { key: ['id'], indexes: [['invoice_id'], ['account_id'], ['status']], tenant: true },
);
export type DisputeRow = Stored<typeof DISPUTES>;

type Disputing = Heard<
  InvoiceEvent,
  'InvoiceDisputeOpened' | 'DisputeEvidencePrepared' | 'DisputeEvidenceSubmitted' | 'InvoiceDisputeClosed'
>;

/** Disputes of invoices, whoever opened them. */
export const disputes: Projection = projection<Disputing>({
  name: DISPUTES.name,
  version: 1,
  tables: [DISPUTES],
  on: {
    InvoiceDisputeOpened(rows, { data, at }) {
      const { dispute_id: id, invoice_id, account_id, payment_id, reason, gateway, provider_dispute, due_by } = data;
      rows.put(DISPUTES, {
        id,
        invoice_id,
        account_id,
        payment_id: payment_id === 0 ? null : payment_id,
        status: 'open',
        reason,
        opened_by: openerOf(data),
        gateway,
        provider_dispute,
        amount: formatMoney(data.amount_cents),
        due_by,
        evidence: null,
        note: null,
        opened_at: at,
        closed_at: null,
        created_at: at,
        updated_at: at,
      });
    },
    DisputeEvidencePrepared: (rows, { data, at }) => {
      const { generated_at, sha256, size_bytes, tree_size } = data;
      return change(rows, data.dispute_id, at, (row) => ({
        evidence: { generated_at, sha256, size_bytes, tree_size },
        status: row.status === 'open' ? 'evidence_ready' : row.status,
      }));
    },
    DisputeEvidenceSubmitted: (rows, { data, at }) =>
      change(rows, data.dispute_id, at, () => ({ status: 'submitted' })),
    InvoiceDisputeClosed: (rows, { data, at }) =>
      change(rows, data.dispute_id, at, () => ({ status: data.outcome, note: data.note ?? null, closed_at: at })),
  },
});

const change = (
  rows: UnitOfWork,
  id: number,
  at: Instant,
  to: (row: RowOf<typeof DISPUTES>) => Partial<RowOf<typeof DISPUTES>>,
) => rows.change(DISPUTES, { id }, (row) => ({ ...row, ...to(row), updated_at: at }));
