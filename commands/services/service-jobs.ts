import type { SubscriptionId } from '#domain/kernel/ids';
import { type JobParts, jobParts } from '#runtime/job-parts';
import type { Job, JobContext } from '#runtime/jobs';
import { uuidFrom } from '#runtime/random';
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

/** What the nightly billing run does besides closing months; each answers how much it did, and tells `parts` what failed. */
export type NightlyBilling = {
  /** Before the month is closed, so that a run that is interrupted finds it again. Throws where it fails. */
  addServiceMonths(context: JobContext, subscription: number): Promise<number>;
  invoice(context: JobContext, parts: JobParts): Promise<number>;
  dun(context: JobContext, parts: JobParts): Promise<number>;
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

  const command = async ({ cause }: JobContext, id: number, given: Command): Promise<number> => {
    const own = { ...cause, commandId: uuidFrom(cause.commandId, id) };
    const handled = await subscriptions.run(id as SubscriptionId, given, own);
    return handled.ok && !handled.unchanged ? 1 : 0;
  };
  const all = (context: JobContext, parts: JobParts, ids: readonly number[], given: Command): Promise<number> =>
    parts.each('subscription', ids, (id) => command(context, id, given));

  return [
    {
      // Onboarding begins with the creation itself; run by hand, this takes up those that are blocked.
      name: 'onboard_managed_client',
      schedule: { kind: 'on_event' },
      run: async (context) => {
        const parts = jobParts();
        const taken = await all(context, parts, await visit.blocked(), { type: 'RequestOnboarding' });
        return parts.report(`${taken} blocked onboardings taken up again`);
      },
    },
    {
      name: 'process_managed_billing',
      schedule: { kind: 'daily', at: '00:10' },
      run: async (context) => {
        const parts = jobParts();
        const due = await parts.attempt('subscriptions to bill', () => visit.dueForBilling(), []);
        // A month that cannot be put down for billing is not closed: the next run must find it again.
        const closed = await parts.each('subscription', due, async (id) => {
          await billing.addServiceMonths(context, id);
          return command(context, id, { type: 'CloseServiceMonth' });
        });
        const drafted = await billing.invoice(context, parts);
        const dunned = await billing.dun(context, parts);
        const renewed = await parts.attempt('renewals', () => orders.renewDue(context), 0);
        return parts.report(
          `${closed} service months closed, ${drafted} invoices made, ${dunned} dunned, ${renewed} orders renewed or held back`,
        );
      },
    },
    {
      name: 'reset_monthly_counters',
      schedule: { kind: 'monthly', at: '00:05' },
      run: async (context) => {
        const parts = jobParts();
        const started = await all(context, parts, await visit.running(), { type: 'StartServiceMonth' });
        return parts.report(`${started} service months started`);
      },
    },
    {
      name: 'check_delivery_status',
      schedule: { kind: 'daily', at: '06:00' },
      run: async (context) => {
        const parts = jobParts();
        const active = await parts.attempt('active subscriptions', () => visit.active(), []);
        const published = new Map(active.map((each) => [each.id, each.published]));
        const changed = await parts.each('subscription', [...published.keys()], (id) =>
          command(context, id, { type: 'CheckContent', published: published.get(id) ?? 0 }),
        );
        const links = await parts.attempt('orders', () => orders.checkDelivery(context), 0);
        return parts.report(`${active.length} subscriptions checked, ${changed + links} flags changed`);
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
