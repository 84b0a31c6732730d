import { z } from 'zod';
import { there } from '#api/http/look-ups';
import type { Principal, TenantScope } from '#api/http/principal';
import { accepted, Problem } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type Reply } from '#api/http/routes';
import { dayInput, idSchema, money, text } from '#api/http/schemas';
import { isClient } from '#api/platform/timeline';
import type { BillingAccountCommands } from '#commands/billing/billing-account';
import type { InvoiceCommands, InvoiceResult } from '#commands/billing/invoice';
import type { MethodGateway } from '#domain/billing/billing-account-messages';
import type { IssuedInvoice } from '#domain/billing/invoice-messages';
import type { PaymentId } from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import type { Day } from '#domain/kernel/time';
import type { BillingReader } from '#projections/billing/billing-reader';
import type { InvoiceRow } from '#projections/billing/invoice-tables';
import { invoiceDryRun } from './invoice-dry-run.ts';
import { collectionBy } from './invoice-payments.ts';
import {
  creditNoteSchema,
  invoiceSchema,
  paymentAnswer,
  paymentSchema,
  refundSchema,
  refundsOf,
} from './invoice-schemas.ts';

const BASE = '/api/v1/billing/invoices/';
const TAG = 'Invoices';
type Caller = { readonly principal: Principal; readonly scope: TenantScope };
type Cause = Parameters<InvoiceCommands['run']>[2];

export type InvoiceMoney = {
  readonly invoices: InvoiceCommands;
  readonly billing: BillingAccountCommands;
  readonly reader: BillingReader;
  readonly today: () => Day;
  readonly takes: (gateway: MethodGateway) => boolean;
  readonly eventually: (holds: () => Promise<boolean>) => Promise<boolean>;
  readonly resource: (at: { readonly id: number; readonly scope: TenantScope }) => Promise<InvoiceRow>;
  readonly shown: (
    call: Caller,
    rows: readonly InvoiceRow[],
  ) => Promise<readonly { readonly credit_notes: readonly { readonly id: number }[] }[]>;
  /** Throws where the invoice is put together and not issued yet. */
  readonly issued: (row: InvoiceRow) => Promise<void>;
  readonly whose: (call: { readonly cause: Cause; readonly resource: InvoiceRow }) => Cause;
  readonly decided: (call: Caller, id: number, result: InvoiceResult) => Reply;
};

/** What moves the money of an invoice: credit notes, payments, refunds, and holding its dunning back. */
export function invoiceMoney(feature: InvoiceMoney) {
  const { invoices, billing, reader, today, takes, eventually, resource, issued, shown, whose, decided } = feature;
  const collection = collectionBy({ billing, takes });
  const one = [{ status: 200, description: 'the invoice as it is now', schema: invoiceSchema }] as const;
  const reason = z.strictObject({ reason: text() });

  return [
    defineRoute({
      method: 'post',
      path: `${BASE}{id}/credit-notes/`,
      operationId: 'createCreditNote',
      tag: TAG,
      summary: 'Credit a part or all of an invoice',
      description:
        '`amount` is gross; amounts of `lines` are net. It first lowers what is due; what exceeds that is refunded with `refund: true`, else it is credit of the account.',
      roles: ANYONE_OF.admin,
      body: z
        .strictObject({
          amount: money.optional(),
          lines: z
            .array(z.strictObject({ line_id: idSchema, amount: money }))
            .min(1)
            .max(200)
            .optional(),
          reason: text(),
          refund: z.boolean().default(false),
        })
        .refine((body) => (body.amount === undefined) !== (body.lines === undefined), {
          message: 'give either amount or lines',
          path: ['amount'],
        }),
      bodyExample: { amount: '39.90', reason: 'ten days without delivery', refund: false },
      answers: [{ status: 201, description: 'the credit note', schema: creditNoteSchema }],
      resource,
      handle: async (call) => {
        await issued(call.resource);
        const { amount = null, lines = [], reason: why, refund } = call.body;
        const input = {
          amount,
          reason: why,
          refund,
          lines: lines.map((line) => ({ lineId: line.line_id, amount: line.amount })),
        };
        const done = await invoices.creditNote(call.id, input, whose(call), { expected: call.ifMatch });
        const { position, revision } = accepted(done);
        const body = async (scope: TenantScope) => {
          const [answer] = await shown({ ...call, scope }, [there(await reader.invoice(scope, call.id))]);
          return there(answer?.credit_notes.find(({ id }) => id === done.noteId));
        };
        return { status: 201, body, location: `${BASE}${call.id}/`, revision, position };
      },
    }),
    defineRoute({
      method: 'post',
      path: `${BASE}{id}/payments/`,
      operationId: 'createPayment',
      needs: 'invoices',
      tag: TAG,
      summary: 'Record a manual payment, or have what is due charged now',
      description:
        'An admin records `manual` payments. `stripe` charges the card that is saved; `paypal` answers an `approve_url` for the payer.',
      roles: ['admin', 'agency', 'client'],
      body: z.strictObject({
        gateway: z.enum(['manual', 'stripe', 'paypal']),
        amount: money.optional(),
        received_on: dayInput.optional(),
        reference: text(200).optional(),
      }),
      bodyExample: { gateway: 'manual', amount: '399.00', received_on: '2026-07-03', reference: 'transfer 4711' },
      answers: [{ status: 201, description: 'the payment', schema: paymentSchema }],
      resource,
      handle: async (call) => {
        const { gateway, amount, received_on, reference = null } = call.body;
        if (gateway === 'manual' && call.principal.role !== 'admin')
          throw new Problem('forbidden', 'only an admin records a manual payment');
        const missing = gateway === 'manual' && amount === undefined ? 'is required' : null;
        const strange = gateway !== 'manual' && amount !== undefined ? 'what is due is charged: leave it out' : null;
        if (missing ?? strange)
          throw new Problem('invalid_values', `amount: ${missing ?? strange}`, {
            errors: [{ pointer: '/amount', message: missing ?? strange ?? '' }],
          });
        await issued(call.resource);
        const options = { expected: call.ifMatch };
        const done =
          gateway === 'manual'
            ? await invoices.recordManual(
                call.id,
                // What is by hand has an amount: it was asked for above.
                { amount: amount as Cents, receivedOn: received_on ?? today(), reference },
                whose(call),
                options,
              )
            : await invoices.startPayment(call.id, await collection(call.resource, gateway), whose(call), options);
        const { position, revision } = accepted(done);
        const body = async (scope: TenantScope) =>
          paymentAnswer(there(await reader.payment(scope, done.paymentId)), isClient(call.principal));
        const location = `${BASE}${call.id}/`;
        if (gateway === 'manual') return { status: 201, body, location, revision, position };
        // The gateway is asked in the background; mostly its answer is there at once, and with it PayPal's `approve_url`.
        await eventually(
          async () => ((await reader.payment(call.scope, done.paymentId))?.status ?? 'pending') !== 'pending',
        );
        const now = await invoices.load(call.id);
        return {
          status: 201,
          body,
          location,
          revision: now.revision,
          position: now.history.at(-1)?.position ?? position,
        };
      },
    }),
    defineRoute({
      method: 'post',
      path: `${BASE}{id}/refunds/`,
      operationId: 'createRefund',
      tag: TAG,
      summary: 'Give money back; it needs a credit note of the amount or an overpayment',
      description:
        'It goes back the way it came. `gateway: manual` records that it was given back another way, as after a refund that failed.',
      roles: ANYONE_OF.admin,
      body: z
        .strictObject({
          payment_id: idSchema.optional(),
          amount: money,
          reason: text(),
          gateway: z.literal('manual').optional(),
          reference: text(200).optional(),
        })
        .refine((body) => body.gateway !== undefined || body.reference === undefined, {
          message: 'is for what was given back by hand: name gateway manual',
          path: ['reference'],
        }),
      bodyExample: { amount: '39.90', reason: 'credit note CN-2026-000001' },
      answers: [{ status: 201, description: 'the refund', schema: refundSchema }],
      resource,
      handle: async (call) => {
        await issued(call.resource);
        const { payment_id, amount, reason: why, gateway, reference = null } = call.body;
        const input = {
          paymentId: (payment_id ?? null) as PaymentId | null,
          amount,
          reason: why,
          byHand: gateway === 'manual' ? { reference } : undefined,
        };
        const done = await invoices.refund(call.id, input, whose(call), { expected: call.ifMatch });
        const { state, position, revision } = accepted(done);
        const made = refundsOf(state as IssuedInvoice, false).find(({ id }) => id === done.refundId);
        return { status: 201, body: made, location: `${BASE}${call.id}/`, revision, position };
      },
    }),
    ...(['hold', 'release'] as const).map((what) =>
      defineRoute({
        method: 'post',
        path: `${BASE}{id}/dunning/${what}/`,
        operationId: `${what}Dunning`,
        tag: TAG,
        summary: what === 'hold' ? 'Hold dunning of an invoice back, with a reason' : 'Let dunning of an invoice go on',
        roles: ANYONE_OF.admin,
        body: what === 'hold' ? reason : z.strictObject({ reason: text().optional() }),
        bodyExample: { reason: 'the client pays on Friday' },
        answers: one,
        resource,
        handle: async (call) => {
          await issued(call.resource);
          const command =
            what === 'hold'
              ? { type: 'HoldDunning' as const, reason: call.body.reason ?? '' }
              : { type: 'ReleaseDunning' as const };
          return decided(call, call.id, await invoices.run(call.id, command, whose(call), { expected: call.ifMatch }));
        },
      }),
    ),
    invoiceDryRun({ invoices, today, resource, issued, collection }),
  ];
}
