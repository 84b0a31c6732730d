import type { SendText } from '#commands/platform/send-text';
import { defaultMethod } from '#domain/billing/billing-account-drafts';
import { BILLING_TEMPLATES, billingMail, spoken } from '#domain/billing/billing-mail';
import {
  applyProviderEvent,
  billingEmail,
  collectOpenInvoices,
  grantAccountCredit,
  issueInvoice,
  markPaymentUnknown,
  numberCreditNote,
  releaseInvoice,
} from '#domain/billing/effects';
import { balance } from '#domain/billing/invoice-state';
import { formatMoney } from '#domain/kernel/money';
import { uuidFrom } from '#runtime/random';
import {
  again,
  type CallOf,
  done,
  gaveUp,
  type Handlers,
  handlersOf,
  internally,
  outcomeOf,
} from '#runtime/typed-effects';
import type { BillingAccountCommands } from './billing-account.ts';
import type { InvoiceCommands } from './invoice.ts';
import type { ProviderEventCommands } from './provider-event.ts';

export type InvoiceEffectDeps = {
  readonly billing: BillingAccountCommands;
  readonly invoices: InvoiceCommands;
  readonly providerEvents: ProviderEventCommands;
  readonly lookups: {
    /** Invoices of the account that are not settled. */
    openInvoices(account: number): Promise<readonly { readonly id: number; readonly overduePause: boolean }[]>;
    account(id: number): Promise<{
      readonly name: string;
      readonly email: string;
      readonly parent_account_id: number | null;
    } | null>;
  };
  readonly upToDate: () => Promise<void>;
  /** Sends a message once; see `email`. */
  readonly send: SendText;
  readonly teamAddress: string;
  readonly publicUrl: string | null;
};

const KINDS = [
  issueInvoice,
  releaseInvoice,
  numberCreditNote,
  grantAccountCredit,
  billingEmail,
  markPaymentUnknown,
  collectOpenInvoices,
  applyProviderEvent,
] as const;

/** What is done with invoices, and with what the client and the payment provider are told and tell of them; gateways apart. */
export function invoiceEffects(deps: InvoiceEffectDeps): Handlers {
  const { billing, invoices, providerEvents } = deps;
  return handlersOf(KINDS, {
    issue_invoice: internally(async ({ payload, cause }) => {
      await invoices.issue(payload.account_id, payload.invoice_id, cause);
      return done({});
    }),
    release_invoice: internally(async ({ payload: { account_id, invoice_id: invoiceId }, cause }) =>
      outcomeOf(await billing.run(account_id, { type: 'ReleaseInvoice', invoiceId }, cause)),
    ),
    number_credit_note: internally(async ({ payload, cause }) =>
      outcomeOf(await invoices.numberCreditNote(payload.invoice_id, payload.note_id, cause)),
    ),
    grant_account_credit: internally(async ({ payload, cause }) => {
      const { account_id, invoice_id: invoiceId, note_id: noteId, number, amount_cents: amount } = payload;
      return outcomeOf(
        await billing.run(account_id, { type: 'GrantCredit', noteId, number, invoiceId, amount }, cause),
      );
    }),
    billing_email: { ...deps.send.lookUps, call: (call) => mailClient(deps, call) },
    mark_payment_unknown: internally(async ({ payload: { invoice_id, payment_id, error }, cause }) =>
      outcomeOf(await invoices.recordPayment(invoice_id, payment_id, { outcome: 'unknown', error }, cause)),
    ),
    collect_open_invoices: internally((call) => collectOpen(deps, call)),
    apply_provider_event: internally(async ({ payload, cause }) => {
      const { gateway, event_id: id, event_type: type, object, at } = payload;
      // Rows that its payment is found by must be there.
      await deps.upToDate();
      const applied = await providerEvents.process(gateway, { id, type, object, at }, cause);
      return applied.outcome === 'wait' ? again(applied.why) : done({ outcome: applied.outcome });
    }),
  });
}

/** Charges what is open to a method that has just been proven. */
async function collectOpen(
  { billing, invoices, lookups, upToDate }: InvoiceEffectDeps,
  { payload: { account_id }, cause, effectId }: CallOf<typeof collectOpenInvoices>,
) {
  await upToDate();
  const method = defaultMethod((await billing.load(account_id)).state);
  if (method?.gateway !== 'stripe') return done({ started: 0 });
  const collection = {
    gateway: method.gateway,
    method_id: method.id,
    customer: method.customer,
    method: method.method,
  };
  let started = 0;
  for (const { id } of await lookups.openInvoices(account_id)) {
    const named = { ...cause, commandId: uuidFrom(effectId, 'collect', id) };
    const begun = await invoices.startPayment(id, collection, named, { ifDue: true });
    if (begun.ok && !begun.unchanged) started += 1;
  }
  return done({ started });
}

async function mailClient(deps: InvoiceEffectDeps, call: CallOf<typeof billingEmail>) {
  const { template, account_id, invoice_id, amount_cents } = call.payload;
  // Asked for by a release that knew more of them than this one.
  if (!BILLING_TEMPLATES.includes(template)) return gaveUp(`no such template: ${template}`);
  const { state } = await deps.invoices.load(invoice_id);
  const client = await deps.lookups.account(account_id);
  // An agency's client does not know who sells: what names the seller goes to the agency (spec 13, 1.14).
  const agency = client?.parent_account_id ? await deps.lookups.account(client.parent_account_id) : null;
  const to = client?.parent_account_id ? agency : client;
  if (!client || !to?.email || state.status === 'none') return gaveUp('the client has no e-mail address');
  const message = billingMail(template, {
    clientName: to.name,
    about: to === client ? null : client.name,
    number: state.number,
    amount: spoken(formatMoney(amount_cents ?? balance(state).amountDue)),
    dueOn: state.dueOn,
    automatic: state.content.collection !== null,
    contact: deps.teamAddress,
    link: deps.publicUrl === null ? null : `${deps.publicUrl}/app/invoices/${invoice_id}/`,
  });
  return deps.send.text(call, to.email, message);
}
