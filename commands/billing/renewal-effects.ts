import type { BacklinkOrderCommands } from '#commands/links/backlink-order';
import { defaultMethod } from '#domain/billing/billing-account-drafts';
import { expireRenewal, invoiceRenewal } from '#domain/billing/effects';
import { renewalBillable } from '#domain/billing/invoice-lines';
import { uuidFrom } from '#runtime/random';
import { again, type CallOf, done, type Handlers, handlersOf, internally, outcomeOf } from '#runtime/typed-effects';
import type { BillingAccountCommands } from './billing-account.ts';
import type { InvoiceCommands } from './invoice.ts';

export type RenewalEffectDeps = {
  readonly billing: BillingAccountCommands;
  readonly invoices: InvoiceCommands;
  readonly orders: BacklinkOrderCommands;
  readonly lookups: { site(id: number): Promise<{ readonly domain: string } | null> };
};

/** How the renewal of a prepaid order is billed; that it is approved once it is paid stands with what is given back. */
export const renewalEffects = (deps: RenewalEffectDeps): Handlers =>
  handlersOf([invoiceRenewal, expireRenewal], {
    invoice_renewal: internally((call) => billed(deps, call)),
    expire_renewal: internally((call) => expired(deps, call)),
  });

/** The invoice of a prepaid renewal, charged at once; the order waits for it as a draft. */
async function billed(
  { billing, orders, lookups }: RenewalEffectDeps,
  { payload: { order_id: orderId }, cause }: CallOf<typeof invoiceRenewal>,
) {
  const { state, history } = await orders.load(orderId);
  const waits = state.status === 'draft' && state.billing === 'prepaid';
  if (!waits) return done({ prepaid: false });
  const domain = (await lookups.site(state.siteId))?.domain ?? `site ${state.siteId}`;
  const gateway = defaultMethod((await billing.load(state.accountId)).state)?.gateway ?? 'stripe';
  const billable = renewalBillable(state, domain, history[0]?.id ?? '');
  const input = { billable, gateway, purchaseId: null, orderId };
  const drafted = await billing.draftPrepaid(state.accountId, input, cause);
  return drafted.ok ? done({ prepaid: true, invoice_id: drafted.invoiceId }) : outcomeOf(drafted);
}

/** Not paid in seven days: the invoice is void, the draft is dropped and nothing renews any more. */
async function expired({ invoices, orders }: RenewalEffectDeps, call: CallOf<typeof expireRenewal>) {
  const { order_id, invoice_id } = call.payload;
  const { state } = await invoices.load(invoice_id);
  if (state.status === 'paid') return done({ expired: false });
  const reason = 'the renewal was not paid within 7 days';
  const named = (what: string) => ({ ...call.cause, commandId: uuidFrom(call.effectId, what) });
  const voided = await invoices.expire(invoice_id, reason, named('void'));
  if (!voided.ok && state.status !== 'void') return again(voided.refusal.message);
  return outcomeOf(await orders.end(order_id, reason, named('cancel')));
}
