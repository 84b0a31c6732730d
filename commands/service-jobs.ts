import type { SubscriptionId } from '#domain/kernel/ids';
import type { Job, JobContext } from '#runtime/jobs';
import { uuidFrom } from '#runtime/random';
import type { NightlyBilling } from './billing-jobs.ts';
import type { ManagedSubscriptionCommands } from './managed-subscription.ts';

export type SubscriptionsToVisit = {
  /** Subscriptions whose next billing date has come. */
  dueForBilling(): Promise<readonly number[]>;
  /** Those whose onboarding is blocked. */
  blocked(): Promise<readonly number[]>;
  /** How many of each kind wait for a person. */
  overdue(): Promise<Readonly<Record<string, number>>>;
  /** Active and paused ones. */
  running(): Promise<readonly number[]>;
  /** Active ones with the articles they published this month. */
  active(): Promise<readonly { readonly id: number; readonly published: number }[]>;
};

/** What is done for orders in the jobs that subscriptions and orders share; each answers how many changed. */
export type OrderVisits = {
  /** Renews monthly orders whose day has come. */
  renewDue(context: JobContext): Promise<number>;
  /** Raises and clears the flag of orders that are behind on links. */
  checkDelivery(context: JobContext): Promise<number>;
};

type Command = Parameters<ManagedSubscriptionCommands['run']>[1];

/** The scheduled jobs of managed subscriptions (spec 2.5). Each visits every subscription by a command of its own. */
export function serviceJobs(deps: {
  subscriptions: ManagedSubscriptionCommands;
  visit: SubscriptionsToVisit;
  orders: OrderVisits;
  billing: NightlyBilling;
}): Job[] {
  const { subscriptions, visit, orders, billing } = deps;

  /** One that fails does not keep the others from their turn; the run then says so. */
  async function each(context: JobContext, visits: readonly { id: number; command: Command }[]): Promise<number> {
    let changed = 0;
    const failures: string[] = [];
    for (const { id, command } of visits) {
      const cause = { ...context.cause, commandId: uuidFrom(context.cause.commandId, id) };
      try {
        const handled = await subscriptions.run(id as SubscriptionId, command, cause);
        if (handled.ok && !handled.unchanged) changed += 1;
      } catch (error) {
        failures.push(`subscription ${id}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    if (failures.length > 0)
      throw new Error(`${changed} done, ${failures.length} failed: ${failures.slice(0, 5).join('; ')}`);
    return changed;
  }
  const all = (ids: readonly number[], command: Command) => ids.map((id) => ({ id, command }));

  return [
    {
      // Onboarding begins with the creation itself; run by hand, this takes up those that are blocked.
      name: 'onboard_managed_client',
      schedule: { kind: 'on_event' },
      run: async (context) =>
        `${await each(context, all(await visit.blocked(), { type: 'RequestOnboarding' }))} blocked onboardings taken up again`,
    },
    {
      name: 'process_managed_billing',
      schedule: { kind: 'daily', at: '00:10' },
      run: async (context) => {
        const due = await visit.dueForBilling();
        await billing.addServiceMonths(context, due);
        const closed = await each(context, all(due, { type: 'CloseServiceMonth' }));
        const drafted = await billing.invoice(context);
        const dunned = await billing.dun(context);
        const renewed = await orders.renewDue(context);
        return `${closed} service months closed, ${drafted} invoices made, ${dunned} dunned, ${renewed} orders renewed or held back`;
      },
    },
    {
      name: 'reset_monthly_counters',
      schedule: { kind: 'monthly', at: '00:05' },
      run: async (context) =>
        `${await each(context, all(await visit.running(), { type: 'StartServiceMonth' }))} service months started`,
    },
    {
      name: 'check_delivery_status',
      schedule: { kind: 'daily', at: '06:00' },
      run: async (context) => {
        const active = await visit.active();
        const changed = await each(
          context,
          active.map(({ id, published }) => ({ id, command: { type: 'CheckContent' as const, published } })),
        );
        const links = await orders.checkDelivery(context);
        return `${active.length} subscriptions checked, ${changed + links} flags changed`;
      },
    },
    {
      name: 'check_overdue_deliverables',
      schedule: { kind: 'daily', at: '07:00' },
      run: async () => {
        const counts = Object.entries(await visit.overdue());
        return `waiting for a person: ${counts.map(([kind, count]) => `${kind} ${count}`).join(', ')}`;
      },
    },
  ];
}
