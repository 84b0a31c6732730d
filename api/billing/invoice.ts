import { z } from 'zod';
import { there } from '#api/http/look-ups';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { Principal, TenantScope } from '#api/http/principal';
import { accepted, notFound, Problem, stillBeing } from '#api/http/problem';
import { booleanParam, idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes, type Reply } from '#api/http/routes';
import { dayInput, text } from '#api/http/schemas';
import { isClient, timelinePage, timelineRoute } from '#api/platform/timeline';
import type { BillingAccountCommands } from '#commands/billing/billing-account';
import type { InvoiceCommands, InvoiceResult } from '#commands/billing/invoice';
import type { MethodGateway } from '#domain/billing/billing-account-messages';
import { SHOWN_OF_INVOICES } from '#domain/billing/shown';
import type { Day } from '#domain/kernel/time';
import type { BillingReader } from '#projections/billing/billing-reader';
import type { InvoiceRow } from '#projections/billing/invoice-tables';
import { invoiceMoney } from './invoice-money.ts';
import {
  creditNoteAnswer,
  headAnswer,
  invoiceSchema,
  lineAnswer,
  paymentAnswer,
  refundsOf,
} from './invoice-schemas.ts';

const BASE = '/api/v1/billing/invoices/';
const TAG = 'Invoices';

export type InvoiceApi = {
  readonly invoices: InvoiceCommands;
  readonly billing: BillingAccountCommands;
  readonly reader: BillingReader;
  readonly today: () => Day;
  /** Whether payments can be made by it here. */
  readonly takes: (gateway: MethodGateway) => boolean;
  /** Waits a moment for something to come about; answers whether it did. */
  readonly eventually: (holds: () => Promise<boolean>) => Promise<boolean>;
  /** The invoice, or one of its credit notes, as a PDF. */
  readonly pdf: (invoice: InvoiceRow, creditNoteId: number | null, scope: TenantScope) => Promise<Uint8Array>;
};

/** Invoices and all their money (spec 4.4 and 4.5). An issued one is never edited. */
export function invoiceApi({ invoices, billing, reader, today, pdf, takes, eventually }: InvoiceApi): FeatureRoutes {
  type At = { readonly id: number; readonly scope: TenantScope };
  const resource = async ({ id, scope }: At): Promise<InvoiceRow> => {
    const row = await reader.invoice(scope, id);
    if (!row) throw notFound('invoice');
    return row;
  };
  type Caller = { readonly principal: Principal; readonly scope: TenantScope };

  async function shown(call: Caller, rows: readonly InvoiceRow[]) {
    const ids = rows.map(({ id }) => id);
    const parts = await reader.parts(call.scope, ids);
    const forClient = isClient(call.principal);
    const credit = await remainingOf(call.scope, rows);
    return rows.map((row) => ({
      ...headAnswer(row, today()),
      lines: parts.lines.filter((line) => line.invoice_id === row.id).map(lineAnswer),
      payments: parts.payments
        .filter((each) => each.invoice_id === row.id)
        .map((each) => paymentAnswer(each, forClient)),
      refunds: refundsOf(row.state, forClient),
      credit_notes: parts.notes
        .filter((note) => note.invoice_id === row.id)
        .map((note) => creditNoteAnswer(note, credit.get(note.id) ?? note.credited)),
    }));
  }
  /** What of each credit note is still credit of its account; one that is not known there yet is so with all that it leaves. */
  async function remainingOf(scope: TenantScope, rows: readonly InvoiceRow[]): Promise<Map<number, string>> {
    const accounts = [...new Set(rows.filter(({ credited }) => credited !== '0.00').map((row) => row.account_id))];
    const held = await Promise.all(accounts.map((account) => reader.accountCredits(scope, account)));
    return new Map(held.flat().map(({ note_id, remaining }) => [note_id, remaining]));
  }
  /** One that was put together is issued in a moment; until then there is nothing that could be done to it. */
  async function issued(row: InvoiceRow): Promise<void> {
    if (row.status !== 'draft' || (await invoices.load(row.id)).state.status !== 'none') return;
    throw stillBeing('issued', 'draft');
  }
  /** The invoice as just decided. */
  const whole =
    ({ principal }: Pick<Caller, 'principal'>, id: number) =>
    async (scope: TenantScope) =>
      (await shown({ principal, scope }, [there(await reader.invoice(scope, id))]))[0];
  const whose = (call: { readonly cause: Parameters<typeof invoices.run>[2]; readonly resource: InvoiceRow }) => ({
    ...call.cause,
    accountId: call.resource.account_id,
  });
  const decided = (call: Caller, id: number, result: InvoiceResult): Reply => {
    const { revision, position } = accepted(result);
    return { status: 200, body: whole(call, id), revision, position };
  };
  const one = [{ status: 200, description: 'the invoice as it is now', schema: invoiceSchema }] as const;
  const reason = z.strictObject({ reason: text() });

  return {
    name: 'invoice',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listInvoices',
        needs: 'invoices',
        tag: TAG,
        summary: 'List invoices',
        roles: ANYONE_OF.readers,
        query: pageQuery(
          {
            account_id: idParam.optional(),
            status: z.enum(['draft', 'open', 'past_due', 'paid', 'uncollectible', 'void']).optional(),
            kind: z.enum(['regular', 'prepaid']).optional(),
            billing_date: dayInput.optional(),
            number: z.string().max(40).optional(),
            disputed: booleanParam.optional(),
          },
          ['id', 'number', 'issued_on', 'due_on', 'total', 'amount_due', 'updated_at'],
        ),
        reads: {
          what: 'invoice',
          of: (call, { body }) => ({
            ids: (body as { results: { id: number }[] }).results.map(({ id }) => id),
            account: call.query.account_id ?? call.principal.accountId,
          }),
        },
        answers: [{ status: 200, description: 'a page of invoices', schema: listSchema(invoiceSchema) }],
        handle: async (call) => {
          const { page: _, page_size: __, ordering: ___, ...filter } = call.query;
          const { count, rows } = await reader.invoices(call.scope, filter, call.query);
          return { status: 200, body: page(call, call.query, count, await shown(call, rows)) };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/`,
        operationId: 'getInvoice',
        needs: 'invoices',
        tag: TAG,
        summary: 'One invoice with its lines, payments, refunds and credit notes',
        roles: ANYONE_OF.readers,
        reads: { what: 'invoice', of: ({ id, resource: { account_id: account } }) => ({ ids: [id], account }) },
        answers: one,
        resource,
        handle: async (call) => ({
          status: 200,
          body: (await shown(call, [call.resource]))[0],
          revision: call.resource.revision,
        }),
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/timeline/`,
        operationId: 'getInvoiceTimeline',
        needs: 'invoices',
        tag: TAG,
        summary: 'Every event of the invoice, oldest first unless told',
        roles: ANYONE_OF.readers,
        ...timelineRoute,
        resource,
        handle: async (call) => {
          const rows = await reader.timeline(call.scope, call.id, call.query);
          return {
            status: 200,
            body: timelinePage(rows, call.query.limit, isClient(call.principal) ? SHOWN_OF_INVOICES : null),
          };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/pdf/`,
        operationId: 'getInvoicePdf',
        needs: 'invoices',
        tag: TAG,
        summary: 'The invoice, or one of its credit notes, as a PDF',
        roles: ANYONE_OF.readers,
        reads: { what: 'invoice_pdf', of: ({ id, resource: { account_id: account } }) => ({ ids: [id], account }) },
        query: z.strictObject({ credit_note_id: idParam.optional() }),
        answers: [{ status: 200, description: 'the PDF', contentType: 'application/pdf' }],
        resource,
        handle: async ({ resource: row, query, scope }) => {
          const note = query.credit_note_id ?? null;
          if (note !== null && (await reader.creditNote(scope, note))?.invoice_id !== row.id)
            throw notFound('credit note');
          const name = `${row.number ?? `draft-${row.id}`}${note === null ? '' : `-credit-note-${note}`}.pdf`;
          const headers = { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${name}"` };
          return { status: 200, raw: await pdf(row, note, scope), headers };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{id}/void/`,
        operationId: 'voidInvoice',
        tag: TAG,
        summary: 'Void an open invoice; what it billed can be billed again',
        roles: ANYONE_OF.admin,
        body: reason,
        bodyExample: { reason: 'issued to the wrong account' },
        answers: one,
        resource,
        handle: async (call) => {
          await issued(call.resource);
          const command = { type: 'Void' as const, reason: call.body.reason, refundIds: null };
          const done = await invoices.run(call.id, command, whose(call), { expected: call.ifMatch });
          return decided(call, call.id, done);
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{id}/reissue/`,
        operationId: 'reissueInvoice',
        tag: TAG,
        summary: 'Bill again, at once, what a void invoice billed',
        roles: ANYONE_OF.admin,
        body: z.strictObject({}),
        bodyExample: {},
        answers: [{ status: 201, description: 'the new invoice', schema: invoiceSchema }],
        resource,
        handle: async (call) => {
          const { resource: row } = call;
          await issued(row);
          // What the invoice itself says: rows may not have heard yet that it is void.
          const { state } = await invoices.load(row.id);
          if (state.status !== 'void' || row.kind !== 'regular')
            throw new Problem('invalid_state', 'only a regular invoice that is void is issued anew', {
              current_state: state.status,
            });
          const done = await billing.reissue(row.account_id, state.content.invoice_id, whose(call));
          const { position, revision } = accepted(done);
          await invoices.issue(row.account_id, done.invoiceId, whose(call));
          const made = await invoices.load(done.invoiceId);
          return {
            status: 201,
            body: whole(call, done.invoiceId),
            location: `${BASE}${done.invoiceId}/`,
            revision,
            position: made.history.at(-1)?.position ?? position,
          };
        },
      }),
      ...invoiceMoney({ invoices, billing, reader, today, takes, eventually, resource, issued, shown, whose, decided }),
    ],
  };
}
