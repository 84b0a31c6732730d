import { openerOf } from '#domain/billing/dispute';
import type { DisputeEvidence, DisputeOpener, InvoiceDispute } from '#domain/billing/dispute-messages';
import type { Gateway, InvoiceEvent } from '#domain/billing/invoice-messages';
import { formatMoney } from '#domain/kernel/money';
import type { Instant } from '#domain/kernel/time';
import type { JsonObject } from '#runtime/event-store';
import { type Projection, projection } from '#runtime/projection';
import type { Row } from '#runtime/read-model';
import type { UnitOfWork } from '#runtime/unit-of-work';

export const DISPUTES = 'igny8_disputes';
export type DisputeRow = {
  id: number;
  invoice_id: number;
  account_id: number;
  payment_id: number | null;
  status: InvoiceDispute['status'];
  reason: string;
  opened_by: DisputeOpener;
  gateway: Gateway;
  provider_dispute: string;
  amount: string;
  due_by: Instant | null;
  evidence: DisputeEvidence | null;
  note: string | null;
  opened_at: Instant;
  closed_at: Instant | null;
  created_by: number | null;
  created_at: Instant;
  updated_at: Instant;
};

/** Disputes of invoices, whoever opened them. */
export const disputes: Projection = projection<InvoiceEvent>({
  name: DISPUTES,
  version: 1,
  tables: [
    {
      name: DISPUTES,
      columns: {
        id: 'integer',
        invoice_id: 'integer',
        account_id: 'integer',
        payment_id: 'integer?',
        status: 'text',
        reason: 'text',
        opened_by: 'text',
        gateway: 'text',
        provider_dispute: 'text',
        amount: 'numeric',
        due_by: 'timestamptz?',
        evidence: 'json?',
        note: 'text?',
        opened_at: 'timestamptz',
        closed_at: 'timestamptz?',
        created_at: 'timestamptz',
        updated_at: 'timestamptz',
      },
      key: ['id'],
      indexes: [['invoice_id'], ['account_id'], ['status']],
      tenant: true,
    },
  ],
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
        evidence: { generated_at, sha256, size_bytes, tree_size } as unknown as JsonObject,
        status: row['status'] === 'open' ? 'evidence_ready' : (row['status'] as string),
      }));
    },
    DisputeEvidenceSubmitted: (rows, { data, at }) =>
      change(rows, data.dispute_id, at, () => ({ status: 'submitted' })),
    InvoiceDisputeClosed: (rows, { data, at }) =>
      change(rows, data.dispute_id, at, () => ({ status: data.outcome, note: data.note ?? null, closed_at: at })),
  },
});

const change = (rows: UnitOfWork, id: number, at: Instant, to: (row: Row) => Row) =>
  rows.change(DISPUTES, { id }, (row) => ({ ...row, ...to(row), updated_at: at }));
