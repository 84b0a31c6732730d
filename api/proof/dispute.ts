import { z } from 'zod';
import { there } from '#api/http/look-ups';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { TenantScope } from '#api/http/principal';
import { accepted, bad, notFound, Problem, stillBeing } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, instantText, money, text } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import { isClient } from '#api/platform/timeline';
import type { DisputeCommands } from '#commands/billing/dispute';
import { type EvidenceCommands, EvidenceNotReady, EvidenceRefused } from '#commands/proof/evidence-bundle';
import type { DisputeId, InvoiceId } from '#domain/kernel/ids';
import type { BillingReader } from '#projections/billing/billing-reader';
import { DISPUTES, type DisputeRow } from '#projections/billing/dispute';

const BASE = '/api/v1/audit/disputes/';
const TAG = 'Disputes';
const OPENED = [
  'id',
  'invoice_id',
  'account_id',
  'payment_id',
  'status',
  'reason',
  'opened_by',
  'amount',
  'due_by',
] as const;
const AFTER = ['note', 'opened_at', 'closed_at', 'created_by', 'created_at', 'updated_at'] as const;
const known = columnSchemas(DISPUTES, ...OPENED);

const disputeSchema = z
  .object({
    ...known,
    evidence: z
      .object({ generated_at: instantText, sha256: z.string(), size_bytes: z.int(), tree_size: z.int() })
      .nullable(),
    ...columnSchemas(DISPUTES, ...AFTER),
  })
  .meta({ id: 'Dispute' });
const settledSchema = disputeSchema
  .extend({
    credit_note_id: idSchema.nullable(),
    refund_id: idSchema.nullable(),
    invoice_status: z.string(),
  })
  .meta({ id: 'SettledDispute' });

export type DisputeApi = {
  readonly disputes: DisputeCommands;
  readonly evidence: EvidenceCommands;
  readonly reader: BillingReader;
};

/** Disputes of invoices, their evidence and how they are settled (spec 6). */
export function disputeApi({ disputes, evidence, reader }: DisputeApi): FeatureRoutes {
  const resource = async ({ id, scope }: { readonly id: number; readonly scope: TenantScope }): Promise<DisputeRow> => {
    const row = await reader.dispute(scope, id);
    if (!row) throw notFound('dispute');
    return row;
  };
  const shown = async (scope: TenantScope, id: number) => {
    return answerOf(there(await reader.dispute(scope, id)));
  };
  const of = ({ resource: row }: { readonly resource: DisputeRow }) => ({
    invoiceId: row.invoice_id as InvoiceId,
    disputeId: row.id as DisputeId,
  });
  const whose = <C extends { readonly accountId?: number | null }>(cause: C, row: { readonly account_id: number }) => ({
    ...cause,
    accountId: row.account_id,
  });

  return {
    name: 'dispute',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listDisputes',
        needs: 'invoices',
        tag: TAG,
        summary: 'List disputes',
        roles: ANYONE_OF.readers,
        query: pageQuery(
          {
            account_id: idParam.optional(),
            invoice_id: idParam.optional(),
            status: known.status.optional(),
            opened_by: known.opened_by.optional(),
          },
          ['id', 'opened_at', 'due_by', 'amount', 'updated_at'],
        ),
        answers: [{ status: 200, description: 'a page of disputes', schema: listSchema(disputeSchema) }],
        handle: async (call) => {
          const { page: _, page_size: __, ordering: ___, ...filter } = call.query;
          const { count, rows } = await reader.disputes(call.scope, filter, call.query);
          return { status: 200, body: page(call, call.query, count, rows.map(answerOf)) };
        },
      }),
      defineRoute({
        method: 'post',
        path: BASE,
        operationId: 'openDispute',
        needs: 'invoices',
        tag: TAG,
        summary: 'Dispute an invoice, or a part of it',
        description:
          'What was paid can be disputed, of an unpaid invoice what is due; all of it where `amount` is left out. It suspends dunning. A card network’s disputes come by its webhook.',
        roles: ANYONE_OF.readers,
        body: z.strictObject({
          invoice_id: idSchema,
          amount: money.optional(),
          reason: text(1_000),
          opened_by: z.enum(['client', 'admin']).optional(),
        }),
        bodyExample: { invoice_id: 12, amount: '50.00', reason: 'two articles were not published' },
        answers: [{ status: 201, description: 'the dispute', schema: disputeSchema }],
        handle: async ({ body, scope, principal, cause }) => {
          const invoice = await reader.invoice(scope, body.invoice_id);
          if (!invoice) throw bad('/invoice_id', 'there is no such invoice');
          if (isClient(principal) && body.opened_by === 'admin') throw bad('/opened_by', 'must be client, or left out');
          const openedBy = body.opened_by ?? (isClient(principal) ? 'client' : 'admin');
          const input = { amount: body.amount ?? null, reason: body.reason, openedBy };
          const result = await disputes.raise(invoice.id as InvoiceId, input, whose(cause, invoice));
          if (!result.ok && result.refusal.code === 'not_found') throw stillBeing('issued', 'draft');
          const { revision, position } = accepted(result);
          const location = `${BASE}${result.disputeId}/`;
          const raised = (all: TenantScope) => shown(all, result.disputeId);
          return { status: 201, body: raised, revision, position, location };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/`,
        operationId: 'getDispute',
        needs: 'invoices',
        tag: TAG,
        summary: 'One dispute',
        roles: ANYONE_OF.readers,
        resource,
        answers: [{ status: 200, description: 'the dispute', schema: disputeSchema }],
        handle: async ({ resource: row }) => ({ status: 200, body: answerOf(row) }),
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{id}/evidence/`,
        patient: true,
        operationId: 'prepareEvidence',
        tag: TAG,
        summary: 'Put the evidence together; with `submit`, hand it to the card network',
        description: 'Made anew each time. A card network takes evidence once; check the bundle before you submit.',
        roles: ANYONE_OF.staff,
        resource,
        body: z.strictObject({ submit: z.boolean().default(false) }),
        bodyExample: { submit: false },
        answers: [{ status: 200, description: 'the dispute with its evidence', schema: disputeSchema }],
        handle: async (call) => {
          const { invoiceId, disputeId } = of(call);
          const built = await evidence.build(invoiceId, disputeId).catch(notReady);
          if (!built) throw notFound('dispute');
          const input = { ...built, submit: call.body.submit };
          const done = await disputes.recordEvidence(invoiceId, disputeId, input, whose(call.cause, call.resource));
          const { position } = accepted(done);
          return { status: 200, body: (scope: TenantScope) => shown(scope, call.id), position };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/bundle/`,
        patient: true,
        operationId: 'getEvidenceBundle',
        needs: 'invoices',
        tag: TAG,
        summary: 'The evidence as one ZIP that anybody can verify offline',
        roles: ANYONE_OF.readers,
        resource,
        reads: { what: 'bundle', of: ({ id, resource: { account_id: account } }) => ({ ids: [id], account }) },
        answers: [{ status: 200, description: 'the bundle', contentType: 'application/zip' }],
        handle: async ({ id, resource: row }) => {
          const bytes = row.evidence ? await evidence.bundle(row.evidence.sha256) : null;
          if (!bytes || !row.evidence) throw notFound('bundle; prepare the evidence first');
          return {
            status: 200,
            raw: bytes,
            headers: {
              'Content-Type': 'application/zip',
              'Content-Disposition': `attachment; filename="dispute-${id}.zip"`,
              Digest: `sha-256=${Buffer.from(row.evidence.sha256, 'hex').toString('base64')}`,
            },
          };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{id}/settle/`,
        operationId: 'settleDispute',
        tag: TAG,
        summary:
          'Settle a dispute: `won` changes nothing, `lost` gives the money back, `credited` issues a credit note',
        description:
          'A card network’s dispute is decided by the network; it can only be `credited` here, which gives it up there.',
        roles: ANYONE_OF.admin,
        resource,
        body: z.strictObject({ outcome: z.enum(['won', 'lost', 'credited']), note: text(1_000) }),
        bodyExample: { outcome: 'credited', note: 'two articles were late' },
        answers: [{ status: 200, description: 'the dispute and what followed', schema: settledSchema }],
        handle: async (call) => {
          const { invoiceId, disputeId } = of(call);
          const input = { disputeId, ...call.body };
          const done = await disputes.settle(invoiceId, input, whose(call.cause, call.resource), {
            expected: call.ifMatch,
          });
          const { position, state } = accepted(done);
          const followed = {
            credit_note_id: done.noteId,
            refund_id: done.refundId,
            invoice_status: state.status,
          };
          return {
            status: 200,
            body: async (scope: TenantScope) => ({ ...(await shown(scope, call.id)), ...followed }),
            position,
          };
        },
      }),
    ],
  };
}

function notReady(error: unknown): never {
  if (error instanceof EvidenceNotReady || error instanceof EvidenceRefused)
    throw new Problem('invalid_state', error.message);
  throw error;
}

const answerOf = (row: DisputeRow) => pick(row, [...OPENED, 'evidence', ...AFTER]);
