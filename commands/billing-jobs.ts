import { dayOf, startOfDay, type Zone } from '#domain/kernel/calendar';
import type { InvoiceId, PaymentId } from '#domain/kernel/ids';
import { type Day, firstDay, type Instant, monthOf, plusDays, plusHours } from '#domain/kernel/time';
import type { Clock } from '#runtime/clock';
import type { Job, JobContext } from '#runtime/jobs';
import { uuidFrom } from '#runtime/random';
import type { BillingAccountCommands } from './billing-account.ts';
import type { EntitlementCommands } from './entitlement.ts';
import type { InvoiceCommands } from './invoice.ts';
import { askAgain } from './payment-effects.ts';
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
/** What the nightly billing run does besides closing months; each answers how many it did. */
export type NightlyBilling = {
  /** Before the month is closed, so that a run that is interrupted finds it again. */
  addServiceMonths(context: JobContext, subscriptions: readonly number[]): Promise<number>;
  invoice(context: JobContext): Promise<number>;
  dun(context: JobContext): Promise<number>;
};

/** One that fails does not keep the others from their turn; the run then says so. */
async function each(
  context: JobContext,
  what: string,
  ids: readonly number[],
  work: (id: number, cause: JobContext['cause']) => Promise<number>,
): Promise<number> {
  let done = 0;
  const failures: string[] = [];
  for (const id of ids) {
    try {
      done += await work(id, { ...context.cause, commandId: uuidFrom(context.cause.commandId, what, id) });
    } catch (error) {
      failures.push(`${what} ${id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (failures.length > 0)
    throw new Error(`${done} done, ${failures.length} failed: ${failures.slice(0, 5).join('; ')}`);
  return done;
}

export function nightlyBilling({ billing, invoices, visit, upToDate, clock, zone }: BillingJobDeps): NightlyBilling {
  return {
    addServiceMonths: (context, subscriptions) =>
      each(context, 'subscription', subscriptions, (id, cause) => billing.addServiceMonths(id, cause)),
    async invoice(context) {
      await upToDate();
      // An invoice of billing date D takes what happened before D 00:00 (ruling 1.17).
      const before = startOfDay(firstDay(monthOf(dayOf(clock.now(), zone))), zone);
      await each(context, 'order', await visit.endedOrders(before), async (id, cause) =>
        (await billing.addEndedOrder(id, cause)) ? 1 : 0,
      );
      await upToDate();
      return each(
        context,
        'account',
        await visit.unbilledAccounts(),
        async (id, cause) => (await billing.draftDue(id, cause)).length,
      );
    },
    async dun(context) {
      await upToDate();
      return each(context, 'invoice', await visit.toBeDunned(), async (id, cause) => {
        const done = await invoices.run(id as InvoiceId, { type: 'RunDunning' }, cause);
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
      ...{ key: `payment-${paymentId}`, intendedAt: payment.started_at, paymentId, invoiceId },
      ...{ invoiceNumber: state.number, accountId: state.content.account_id, amount: payment.amount_cents },
      ...{ description: `Invoice ${state.number}`, customer: payment.customer, method: payment.method },
    };
    const found = await askAgain(gateways, payment.gateway, charge, payment.object);
    if (found === null || found.outcome === 'awaiting_payer') return 0;
    const old = payment.started_at < plusHours(clock.now(), -NEVER_ARRIVED_HOURS);
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
      const told: string[] = [];
      for (const gateway of GATEWAYS) {
        if (!gateways[gateway]) continue;
        const cause = { ...context.cause, commandId: uuidFrom(context.cause.commandId, gateway) };
        told.push(`${gateway}: ${await providerEvents.reconcile(gateway, cause)} notices that no webhook told`);
      }
      await upToDate();
      const open = await visit.unsettled(plusHours(clock.now(), -1));
      let settled = 0;
      for (const each of open) {
        const cause = { ...context.cause, commandId: uuidFrom(context.cause.commandId, 'settle', each.paymentId) };
        settled += await settle(each, cause);
      }
      return [...told, `${settled} of ${open.length} open payments settled`].join(', ');
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
