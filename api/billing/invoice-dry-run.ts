import { z } from 'zod';
import type { TenantScope } from '#api/http/principal';
import { accepted, Problem } from '#api/http/problem';
import { ANYONE_OF, defineRoute } from '#api/http/routes';
import { dayInput, idSchema, money, moneyText } from '#api/http/schemas';
import type { InvoiceCommands } from '#commands/billing/invoice';
import type { InvoiceDryRun, Standing } from '#domain/billing/invoice-dry-run';
import type { CreditNoteId, DisputeId, PaymentId, RefundId } from '#domain/kernel/ids';
import { formatMoney } from '#domain/kernel/money';
import type { Day } from '#domain/kernel/time';
import type { InvoiceRow } from '#projections/billing/invoice-tables';
import type { CollectionOf } from './invoice-payments.ts';
import { dunningSchema } from './invoice-schemas.ts';

const standingSchema = z
  .object({
    status: z.enum(['open', 'past_due', 'paid', 'uncollectible', 'void']),
    total: moneyText,
    credited: moneyText,
    paid: moneyText,
    refunded: moneyText,
    reversed: moneyText,
    kept_as_credit: moneyText,
    amount_due: moneyText,
    dunning: dunningSchema,
  })
  .meta({ id: 'InvoiceStanding' });
const consequenceSchema = z
  .object({
    kind: z.enum([
      'charge',
      'approve',
      'payment',
      'paid',
      'bought',
      'services_resume',
      'credit_note',
      'lowers_due',
      'account_credit',
      'refund',
      'reversed',
      'written_off',
      'voided',
      'billed_again',
      'credit_returned',
      'purchase_ends',
      'dunning_held',
      'dunning_suspended',
      'dunning_goes_on',
      'dispute_opened',
      'dispute_closed',
      'network_told',
    ]),
    amount: moneyText.nullable(),
    gateway: z.enum(['stripe', 'paypal', 'manual']).nullable(),
    payment_id: idSchema.nullable(),
  })
  .meta({ id: 'InvoiceConsequence' });
const dryRunSchema = z
  .object({ before: standingSchema, after: standingSchema, will: z.array(consequenceSchema) })
  .meta({ id: 'InvoiceDryRun' });

const asked = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('credit_note'),
    amount: money.optional(),
    lines: z
      .array(z.strictObject({ line_id: idSchema, amount: money }))
      .max(200)
      .optional(),
    refund: z.boolean().default(false),
  }),
  z.strictObject({
    do: z.literal('payment'),
    gateway: z.enum(['manual', 'stripe', 'paypal']),
    amount: money.optional(),
    received_on: dayInput.optional(),
  }),
  z.strictObject({
    do: z.literal('refund'),
    payment_id: idSchema.optional(),
    amount: money,
    gateway: z.literal('manual').optional(),
  }),
  z.strictObject({ do: z.enum(['void', 'hold', 'release']) }),
  z.strictObject({ do: z.literal('dispute'), amount: money.optional() }),
  z.strictObject({
    do: z.literal('settle'),
    dispute_id: idSchema,
    outcome: z.enum(['won', 'lost', 'credited']),
  }),
]);
type Asked = z.output<typeof asked>;
/** What whoever buys can do of it, too. */
const OF_BUYERS: ReadonlySet<string> = new Set(['payment', 'dispute']);

export type InvoiceDryRunApi = {
  readonly invoices: InvoiceCommands;
  readonly today: () => Day;
  readonly resource: (at: { readonly id: number; readonly scope: TenantScope }) => Promise<InvoiceRow>;
  readonly issued: (row: InvoiceRow) => Promise<void>;
  readonly collection: CollectionOf;
};

/** What a command about an invoice's money would come to, before it is given. */
export function invoiceDryRun({ invoices, today, resource, issued, collection }: InvoiceDryRunApi) {
  return defineRoute({
    method: 'post',
    path: '/api/v1/billing/invoices/{id}/dry-run/',
    operationId: 'dryRunInvoice',
    needs: 'invoices',
    tag: 'Invoices',
    summary: 'What a command about the money of an invoice would come to; nothing is done',
    description:
      'Decided by what would decide the command itself, as things stand now: its ETag, given as If-Match with the command, makes sure that they still do. A charge is told as if it went through.',
    roles: ANYONE_OF.readers,
    scope: 'read',
    body: asked,
    bodyExample: { do: 'credit_note', amount: '39.90', refund: true },
    answers: [{ status: 200, description: 'the invoice before and after, and what happens', schema: dryRunSchema }],
    resource,
    handle: async (call) => {
      const { body, resource: row, principal } = call;
      if (principal.role !== 'admin' && !OF_BUYERS.has(body.do))
        throw new Problem('forbidden', 'only an admin does that');
      await issued(row);
      const command = await commandOf(body, row, { today, collection });
      const { dryRun, revision } = accepted(await invoices.dryRun(call.id, command));
      return { status: 200, body: answerOf(dryRun), revision };
    },
  });
}

type Command = Parameters<InvoiceCommands['dryRun']>[1];
/** Ids of what is only tried. */
const TRIED = { payment: -1 as PaymentId, note: -1 as CreditNoteId, dispute: -1 as DisputeId } as const;
const REFUNDS = [-1, -2, -3, -4, -5].map((id) => id as RefundId);
const NO_WORDS = '';

async function commandOf(
  body: Asked,
  row: InvoiceRow,
  { today, collection }: Pick<InvoiceDryRunApi, 'today' | 'collection'>,
): Promise<Command> {
  switch (body.do) {
    case 'credit_note': {
      const { amount = null, lines = [], refund } = body;
      const named = lines.map((line) => ({ lineId: line.line_id, amount: line.amount }));
      const ids = { noteId: TRIED.note, refundIds: refund ? REFUNDS : [] };
      return { type: 'IssueCreditNote', ...ids, amount, lines: named, refund, reason: NO_WORDS };
    }
    case 'payment': {
      const { gateway, amount, received_on: on = today() } = body;
      if (gateway !== 'manual') {
        const how = await collection(row, gateway);
        return { type: 'StartPayment', paymentId: TRIED.payment, collection: how, ifDue: false };
      }
      if (amount === undefined) {
        const errors = [{ pointer: '/amount', message: 'is required' }];
        throw new Problem('invalid_values', 'amount: is required', { errors });
      }
      return { type: 'RecordManualPayment', paymentId: TRIED.payment, amount, receivedOn: on, reference: null };
    }
    case 'refund': {
      const paymentId = (body.payment_id ?? null) as PaymentId | null;
      const byHand = body.gateway === 'manual' ? { reference: null } : undefined;
      return {
        type: 'Refund',
        refundId: REFUNDS[0] ?? (-1 as RefundId),
        paymentId,
        amount: body.amount,
        reason: NO_WORDS,
        byHand,
      };
    }
    case 'void':
      return { type: 'Void', reason: NO_WORDS, refundIds: null };
    case 'hold':
      return { type: 'HoldDunning', reason: NO_WORDS };
    case 'release':
      return { type: 'ReleaseDunning' };
    case 'dispute':
      return {
        type: 'RaiseDispute',
        disputeId: TRIED.dispute,
        amount: body.amount ?? null,
        reason: NO_WORDS,
        openedBy: 'admin',
      };
    case 'settle': {
      const ids = { noteId: TRIED.note, refundIds: REFUNDS };
      return {
        type: 'SettleDispute',
        disputeId: body.dispute_id as DisputeId,
        outcome: body.outcome,
        note: NO_WORDS,
        ...ids,
      };
    }
  }
}

const standing = ({ status, kept, due, dunning, ...sums }: Standing) => ({
  status,
  total: formatMoney(sums.total),
  credited: formatMoney(sums.credited),
  paid: formatMoney(sums.paid),
  refunded: formatMoney(sums.refunded),
  reversed: formatMoney(sums.reversed),
  kept_as_credit: formatMoney(kept),
  amount_due: formatMoney(due),
  dunning,
});
const answerOf = ({ before, after, will }: InvoiceDryRun) => ({
  before: standing(before),
  after: standing(after),
  will: will.map(({ kind, amount, gateway, payment_id }) => ({
    kind,
    amount: amount === null ? null : formatMoney(amount),
    gateway,
    payment_id: payment_id !== null && payment_id > 0 ? payment_id : null,
  })),
});
