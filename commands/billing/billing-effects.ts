import type { BacklinkOrderCommands } from '#commands/links/backlink-order';
import type { EntitlementCommands } from '#commands/plans/entitlement';
import type { IndexingCreditCommands } from '#commands/plans/indexing-credit';
import type { SendText } from '#commands/platform/send-text';
import type { ManagedSubscriptionCommands } from '#commands/services/managed-subscription';
import { defaultMethod } from '#domain/billing/billing-account';
import { BILLING_TEMPLATES, type BillingTemplate, billingMail, spoken } from '#domain/billing/billing-mail';
import { packageLine, renewalKey } from '#domain/billing/invoice-lines';
import { balance } from '#domain/billing/invoice-state';
import type { OrderId, PaymentId, SubscriptionId } from '#domain/kernel/ids';
import { type Cents, cents, formatMoney } from '#domain/kernel/money';
import { PLANS } from '#domain/plans/plan';
import type { EffectCall, EffectHandler, EffectOutcome } from '#runtime/effect-handler';
import type { JsonObject } from '#runtime/event-store';
import { uuidFrom } from '#runtime/random';
import { type AddOnCommands, NOT_PAID_FOR, WAITS_FOR_METHOD } from './add-on.ts';
import type { BillingAccountCommands } from './billing-account.ts';
import type { InvoiceCommands } from './invoice.ts';
import { type GiveBackDeps, giveBackEffects } from './invoice-give-back.ts';
import { idsIn } from './payment-effects.ts';
import type { GatewayName } from './ports-payments.ts';
import type { ProviderEventCommands } from './provider-event.ts';

/** What effects of billing look up in read models. */
export type BillingLookups = {
  /** Invoices of the account that are not settled. */
  openInvoices(account: number): Promise<readonly { readonly id: number; readonly overduePause: boolean }[]>;
  subscriptions(
    account: number,
  ): Promise<readonly { readonly id: number; readonly status: string; readonly pausedReason: string | null }[]>;
  account(id: number): Promise<{ readonly name: string; readonly email: string } | null>;
  site(id: number): Promise<{ readonly domain: string } | null>;
} & GiveBackDeps['lookups'];
export type BillingEffectDeps = {
  readonly billing: BillingAccountCommands;
  readonly invoices: InvoiceCommands;
  readonly addOns: AddOnCommands;
  readonly orders: BacklinkOrderCommands;
  readonly subscriptions: ManagedSubscriptionCommands;
  readonly credits: IndexingCreditCommands;
  readonly entitlements: EntitlementCommands;
  readonly providerEvents: ProviderEventCommands;
  readonly lookups: BillingLookups;
  readonly upToDate: () => Promise<void>;
  /** Sends a message once; see `email`. */
  readonly send: SendText;
  readonly teamAddress: string;
  readonly publicUrl: string | null;
};

/** Why dunning paused a subscription; only those it resumes (ruling 1.20). */
export const PAYMENT_OVERDUE = 'payment_overdue';

const succeeded = (result: JsonObject = {}): EffectOutcome => ({ outcome: 'succeeded', result });
const internal = (call: EffectHandler['call']): EffectHandler => ({ internal: true, whenLost: 'resend', call });
const again = (error: string): EffectOutcome => ({ outcome: 'failed', error, retry: true });
type Done = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly message: string } };
const outcomeOf = (done: Done): EffectOutcome =>
  done.ok ? succeeded() : { outcome: 'failed', error: done.refusal.message, retry: false };

/** How each kind of effect of invoices, dunning, purchases and plans is carried out; gateways apart. */
export function billingEffects(deps: BillingEffectDeps): Record<string, EffectHandler> {
  const { billing, invoices, addOns, credits, entitlements, providerEvents } = deps;
  return {
    issue_invoice: internal(async ({ payload, cause }) => {
      const { accountId, invoiceId } = idsIn(payload);
      await invoices.issue(accountId, invoiceId, cause);
      return succeeded();
    }),
    number_credit_note: internal(async ({ payload, cause }) => {
      const { invoiceId, noteId } = idsIn(payload);
      return outcomeOf(await invoices.numberCreditNote(invoiceId, noteId, cause));
    }),
    grant_account_credit: internal(async ({ payload, cause }) => {
      const { accountId, invoiceId, noteId } = idsIn(payload);
      const amount = cents(Number(payload['amount_cents']));
      const command = { type: 'GrantCredit' as const, noteId, number: String(payload['number']), invoiceId, amount };
      return outcomeOf(await billing.run(accountId, command, cause));
    }),
    release_invoice: internal(async ({ payload, cause }) => {
      const { accountId, invoiceId } = idsIn(payload);
      return outcomeOf(await billing.run(accountId, { type: 'ReleaseInvoice', invoiceId }, cause));
    }),
    mark_payment_unknown: internal(async ({ payload, cause }) => {
      const news = { outcome: 'unknown' as const, error: String(payload['error']) };
      const paymentId = Number(payload['payment_id']) as PaymentId;
      return outcomeOf(await invoices.recordPayment(idsIn(payload).invoiceId, paymentId, news, cause));
    }),
    collect_open_invoices: internal((call) => collectOpen(deps, call)),
    dunning_pause: internal((call) => pauseUnpaid(deps, call)),
    dunning_cancel: internal(async (call) => {
      const { state } = await invoices.load(idsIn(call.payload).invoiceId);
      return state.status === 'uncollectible' ? eachSubscription(deps, call, 'cancel') : succeeded({ cancelled: 0 });
    }),
    dunning_resume: internal(async (call) => {
      await deps.upToDate();
      const open = await deps.lookups.openInvoices(idsIn(call.payload).accountId);
      return open.some(({ overduePause }) => overduePause)
        ? succeeded({ resumed: 0 })
        : eachSubscription(deps, call, 'resume');
    }),
    billing_email: { ...deps.send.lookUps, call: (call) => mailClient(deps, call) },
    invoice_purchase: internal(async ({ payload, cause }) => {
      const { state } = await addOns.load(idsIn(payload).purchaseId);
      if (state.status === 'none') return again('the purchase is not there yet');
      return succeeded({ invoice_id: await addOns.invoiced(state, cause) });
    }),
    fulfil_purchase: internal(async ({ payload, cause }) => {
      const problem = await addOns.fulfil(idsIn(payload).purchaseId, cause);
      const noTrouble = problem === null || problem === WAITS_FOR_METHOD || problem === NOT_PAID_FOR;
      return noTrouble ? succeeded({ problem }) : again(problem);
    }),
    expire_purchase: internal(async ({ payload, cause }) =>
      succeeded({ expired: await addOns.expire(idsIn(payload).purchaseId, cause) }),
    ),
    ...giveBackEffects(deps),
    invoice_renewal: internal((call) => invoiceRenewal(deps, call)),
    expire_renewal: internal((call) => expireRenewal(deps, call)),
    apply_provider_event: internal(async ({ payload, cause }) => {
      const {
        gateway,
        event_id: id,
        event_type: type,
        object,
      } = payload as unknown as {
        readonly [key in 'gateway' | 'event_id' | 'event_type' | 'object']: string;
      };
      // Rows that its payment is found by must be there.
      await deps.upToDate();
      const event = { id, type, object, at: idsIn(payload).at };
      const done = await providerEvents.process(gateway as GatewayName, event, cause);
      return done.outcome === 'wait' ? again(done.why) : succeeded({ outcome: done.outcome });
    }),
    follow_plan: internal(async ({ payload, cause }) => {
      const plan = PLANS.find((each) => each === payload['plan']) ?? 'free';
      const told = { plan, status: 'active' as const, source: 'fact' as const, until: null };
      return outcomeOf(await entitlements.follow(idsIn(payload).accountId, told, cause));
    }),
    revoke_credits: internal(async ({ payload, cause }) => {
      const { accountId, purchaseId } = idsIn(payload);
      return outcomeOf(await credits.run(accountId, { type: 'Revoke', purchaseId, reason: 'refunded' }, cause));
    }),
  };
}

/** Charges what is open to a method that has just been proven. */
async function collectOpen({ billing, invoices, lookups, upToDate }: BillingEffectDeps, call: EffectCall) {
  await upToDate();
  const { accountId } = idsIn(call.payload);
  const method = defaultMethod((await billing.load(accountId)).state);
  if (method?.gateway !== 'stripe') return succeeded({ started: 0 });
  const collection = {
    gateway: method.gateway,
    method_id: method.id,
    customer: method.customer,
    method: method.method,
  };
  let started = 0;
  for (const { id } of await lookups.openInvoices(accountId)) {
    const cause = { ...call.cause, commandId: uuidFrom(call.effectId, 'collect', id) };
    const done = await invoices.startPayment(id, collection, cause, { ifDue: true });
    if (done.ok && !done.unchanged) started += 1;
  }
  return succeeded({ started });
}

/** Paid meanwhile, nothing is paused; paid in this very moment, it goes on again. */
async function pauseUnpaid(deps: BillingEffectDeps, call: EffectCall): Promise<EffectOutcome> {
  const unpaid = async () => {
    await deps.upToDate();
    return (await deps.lookups.openInvoices(idsIn(call.payload).accountId)).some(({ overduePause }) => overduePause);
  };
  if (!(await unpaid())) return succeeded({ subscriptions: [] });
  const paused = await eachSubscription(deps, call, 'pause');
  return (await unpaid()) ? paused : eachSubscription(deps, call, 'resume');
}

async function eachSubscription(
  { lookups, subscriptions, upToDate }: BillingEffectDeps,
  call: EffectCall,
  what: 'pause' | 'resume' | 'cancel',
): Promise<EffectOutcome> {
  await upToDate();
  const all = await lookups.subscriptions(idsIn(call.payload).accountId);
  const wanted = all.filter(({ status, pausedReason }) => {
    if (what === 'pause') return status === 'active';
    return what === 'cancel' ? status !== 'cancelled' : status === 'paused' && pausedReason === PAYMENT_OVERDUE;
  });
  const changed: number[] = [];
  for (const { id } of wanted) {
    const cause = { ...call.cause, commandId: uuidFrom(call.effectId, what, id) };
    const command =
      what === 'resume'
        ? { type: 'Resume' as const }
        : { type: what === 'pause' ? ('Pause' as const) : ('Cancel' as const), reason: PAYMENT_OVERDUE };
    const done = await subscriptions.run(id as SubscriptionId, command, cause);
    if (done.ok) changed.push(id);
  }
  return succeeded({ subscriptions: changed });
}

async function mailClient(deps: BillingEffectDeps, call: EffectCall): Promise<EffectOutcome> {
  const template = call.payload['template'] as BillingTemplate;
  if (!BILLING_TEMPLATES.includes(template))
    return { outcome: 'failed', error: `no such template: ${String(template)}`, retry: false };
  const { accountId, invoiceId } = idsIn(call.payload);
  const { state } = await deps.invoices.load(invoiceId);
  const client = await deps.lookups.account(accountId);
  if (!client?.email || state.status === 'none')
    return { outcome: 'failed', error: 'the client has no e-mail address', retry: false };
  const told = call.payload['amount_cents'];
  const amount = typeof told === 'number' ? (told as Cents) : balance(state).amountDue;
  const message = billingMail(template, {
    clientName: client.name,
    number: state.number,
    amount: spoken(formatMoney(amount)),
    dueOn: state.dueOn,
    automatic: state.content.collection !== null,
    contact: deps.teamAddress,
    link: deps.publicUrl === null ? null : `${deps.publicUrl}/app/invoices/${invoiceId}/`,
  });
  return deps.send.text(call, client.email, message);
}

/** The invoice of a prepaid renewal, charged at once; the order waits for it as a draft. */
async function invoiceRenewal({ billing, orders, lookups }: BillingEffectDeps, { payload, cause }: EffectCall) {
  const { orderId } = idsIn(payload);
  const { state, history } = await orders.load(orderId);
  const waits = state.status === 'draft' && state.billing === 'prepaid';
  if (!waits) return succeeded({ prepaid: false });
  const line = packageLine({
    purchaseId: null,
    orderId,
    siteId: state.siteId,
    links: state.terms.quote.links_ordered,
    domain: (await lookups.site(state.siteId))?.domain ?? `site ${state.siteId}`,
    package: state.terms.package ?? 'custom',
    price: state.clientPrice,
    cause: history[0]?.id ?? '',
  });
  const method = defaultMethod((await billing.load(state.accountId)).state);
  const gateway = method?.gateway ?? 'stripe';
  const input = { billable: { key: renewalKey(orderId), lines: [line] }, gateway, purchaseId: null };
  const done = await billing.draftPrepaid(state.accountId, { ...input, orderId: orderId as OrderId }, cause);
  return done.ok ? succeeded({ prepaid: true, invoice_id: done.invoiceId }) : outcomeOf(done);
}

/** Not paid in seven days: the invoice is void, the draft is dropped and nothing renews any more. */
async function expireRenewal({ invoices, orders }: BillingEffectDeps, call: EffectCall) {
  const { orderId, invoiceId } = idsIn(call.payload);
  const { state } = await invoices.load(invoiceId);
  if (state.status === 'paid') return succeeded({ expired: false });
  const reason = 'the renewal was not paid within 7 days';
  const named = (what: string) => ({ ...call.cause, commandId: uuidFrom(call.effectId, what) });
  const voided = await invoices.expire(invoiceId, reason, named('void'));
  if (!voided.ok && state.status !== 'void') return again(voided.refusal.message);
  return outcomeOf(await orders.end(orderId, reason, named('cancel')));
}
