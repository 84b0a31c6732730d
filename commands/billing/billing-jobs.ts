import type { EntitlementCommands } from '#commands/plans/entitlement';
import type { NightlyBilling } from '#commands/services/service-jobs';
import { dayOf, startOfDay, type Zone } from '#domain/kernel/calendar';
import type { InvoiceId, PaymentId } from '#domain/kernel/ids';
import { type Day, firstDay, type Instant, monthOf, plusDays, plusHours } from '#domain/kernel/time';
import type { Clock } from '#runtime/clock';
import { type JobParts, jobParts } from '#runtime/job-parts';
import type { Job, JobContext } from '#runtime/jobs';
import { uuidFrom } from '#runtime/random';
import type { BillingAccountCommands } from './billing-account.ts';
import type { InvoiceCommands } from './invoice.ts';
import { askAgain, notConfigured } from './payment-effects.ts';
import { GATEWAYS, type PaymentGateways } from './ports-payments.ts';
import type { ProviderEventCommands } from './provider-event.ts';

/** A payment that the gateway does not know after so long never reached it: no call of ours is under way any more. */
const NEVER_ARRIVED_HOURS = 24;

export type BillingToVisit = {
  unbilledAccounts(): Promise<readonly number[]>;
  endedOrders(before: Instant): Promise<readonly number[]>;
  toBeDunned(): Promise<readonly number[]>;
  unsettled(before: Instant): Promise<readonly { readonly invoiceId: number; readonly paymentId: number }[]>;
};
export type BillingJobDeps = {
  readonly billing: BillingAccountCommands;
  readonly invoices: InvoiceCommands;
  readonly entitlements: EntitlementCommands;
  readonly providerEvents: ProviderEventCommands;
  readonly gateways: PaymentGateways;
  readonly visit: BillingToVisit;
  readonly usage: (
    week: Day,
  ) => Promise<{ readonly checks: number; readonly refusals: number; readonly accounts: number }>;
  readonly upToDate: () => Promise<void>;
  readonly clock: Clock;
  readonly zone: Zone;
};
export function nightlyBilling({ billing, invoices, visit, upToDate, clock, zone }: BillingJobDeps): NightlyBilling {
  const own = ({ cause }: JobContext, what: string, id: number) => ({
    ...cause,
    commandId: uuidFrom(cause.commandId, what, id),
  });
  /** Finds whom it concerns once the rows are up to date. */
  const found = (parts: JobParts, what: string, visited: () => Promise<readonly number[]>) =>
    parts.attempt<readonly number[]>(what, async () => {
      await upToDate();
      return visited();
    }, []);
  return {
    addServiceMonths: (context, id) => billing.addServiceMonths(id, own(context, 'subscription', id)),
    async invoice(context, parts) {
      // An invoice of billing date D takes what happened before D 00:00 (ruling 1.17).
      const before = startOfDay(firstDay(monthOf(dayOf(clock.now(), zone))), zone);
      const ended = await found(parts, 'orders to bill', () => visit.endedOrders(before));
      await parts.each('order', ended, async (id) =>
        (await billing.addEndedOrder(id, own(context, 'order', id))) ? 1 : 0,
      );
      const accounts = await found(parts, 'accounts to bill', () => visit.unbilledAccounts());
      return parts.each(
        'account',
        accounts,
        async (id) => (await billing.draftDue(id, own(context, 'account', id))).length,
      );
    },
    async dun(context, parts) {
      const unpaid = await found(parts, 'invoices to dun', () => visit.toBeDunned());
      return parts.each('invoice', unpaid, async (id) => {
        const done = await invoices.run(id as InvoiceId, { type: 'RunDunning' }, own(context, 'invoice', id));
        return done.ok && !done.unchanged ? 1 : 0;
      });
    },
  };
}

/** The jobs of plans and payments (spec 2.5 and 4.5). */
export function billingJobs(deps: BillingJobDeps): Job[] {
  const { entitlements, providerEvents, invoices, gateways, visit, upToDate, usage, clock, zone } = deps;

  /** Payments whose call was given up: the gateway is asked, never guessed. */
  async function settle(
    { invoiceId, paymentId }: { invoiceId: number; paymentId: number },
    cause: JobContext['cause'],
  ) {
    const { state } = await invoices.load(invoiceId);
    const payment = state.status === 'none' ? undefined : state.payments.find(({ id }) => id === paymentId);
    if (state.status === 'none' || !payment || payment.gateway === 'manual') return 0;
    if (payment.status !== 'pending' && payment.status !== 'unknown') return 0;
    const charge = {
      key: `payment-${paymentId}`,
      intendedAt: payment.started_at,
      paymentId,
      invoiceId,
      invoiceNumber: state.number,
      accountId: state.content.account_id,
      amount: payment.amount_cents,
      description: `Invoice ${state.number}`,
      customer: payment.customer,
      method: payment.method,
    };
    const old = payment.started_at < plusHours(clock.now(), -NEVER_ARRIVED_HOURS);
    // Given up and never of unknown end, it was not sent; and there is nobody any more to send it to.
    const gone = !gateways[payment.gateway] && payment.status === 'pending' && old;
    const found = gone
      ? notConfigured(payment.gateway)
      : await askAgain(gateways, payment.gateway, charge, payment.object);
    if (found === null || found.outcome === 'awaiting_payer') return 0;
    if (found.outcome === 'not_found' && !old) return 0;
    const news =
      found.outcome === 'not_found'
        ? { outcome: 'declined' as const, code: 'not_found', error: 'the gateway does not know of it' }
        : found;
    const done = await invoices.recordPayment(invoiceId, paymentId as PaymentId, news, cause);
    return done.ok && !done.unchanged ? 1 : 0;
  }

  const reconcile: Job = {
    name: 'reconcile_payments',
    schedule: { kind: 'hourly' },
    patient: true,
    run: async (context) => {
      const parts = jobParts();
      const told: string[] = [];
      for (const gateway of GATEWAYS) {
        if (!gateways[gateway]) continue;
        const cause = { ...context.cause, commandId: uuidFrom(context.cause.commandId, gateway) };
        const notices = await parts.attempt(gateway, () => providerEvents.reconcile(gateway, cause), null);
        if (notices !== null) told.push(`${gateway}: ${notices} notices that no webhook told`);
      }
      await upToDate();
      const open = new Map((await visit.unsettled(plusHours(clock.now(), -1))).map((each) => [each.paymentId, each]));
      const settled = await parts.each('payment', [...open.keys()], (id) =>
        settle(open.get(id) ?? { invoiceId: 0, paymentId: id }, {
          ...context.cause,
          commandId: uuidFrom(context.cause.commandId, 'settle', id),
        }),
      );
      return parts.report([...told, `${settled} of ${open.size} open payments settled`].join(', '));
    },
  };
  return [
    ...(Object.keys(gateways).length === 0 ? [] : [reconcile]),
    {
      name: 'migrate_plan_features',
      schedule: { kind: 'once' },
      run: async ({ cause }) => {
        const { plans, accounts } = await entitlements.migrate(cause);
        return `${plans.length} plans were given their features, ${accounts.length} accounts are grandfathered`;
      },
    },
    {
      name: 'feature_usage_report',
      schedule: { kind: 'weekly', weekday: 1, at: '05:30' },
      run: async ({ occurrence }) => {
        const monday = dayOf(occurrence, zone);
        const week = plusDays(monday, -7);
        const { checks, refusals, accounts } = await usage(week);
        return `week of ${week}: ${checks} checks, ${refusals} refused to ${accounts} accounts`;
      },
    },
  ];
}
