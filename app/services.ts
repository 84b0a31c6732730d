import { managedSubscriptionApi } from '#api/services/managed-subscription';
import { platformApprovalsPart } from '#api/services/platform-approval';
import type { ClientMail } from '#commands/platform/client-mail';
import { sendText } from '#commands/platform/send-text';
import { managedSubscriptionCommands } from '#commands/services/managed-subscription';
import type { Subject } from '#commands/services/ports-conversation';
import { serviceEffects } from '#commands/services/service-effects';
import type { Zone } from '#domain/kernel/calendar';
import type { AccountId, SiteId } from '#domain/kernel/ids';
import { contentOnItsWay, contentUnderWay } from '#projections/services/content-under-way';
import { conversations } from '#projections/services/conversation';
import { managedSubscriptions, type SubscriptionRow } from '#projections/services/managed-subscription';
import { managedSubscriptionReader } from '#projections/services/managed-subscription-reader';
import { overdueServices, SERVICES_OVERDUE } from '#projections/services/overdue-services';
import { platformApprovals, platformApprovalsFound } from '#projections/services/platform-approval';
import { serviceTimeline } from '#projections/services/service-timeline';
import { subscriptionVisits } from '#projections/services/subscription-visits';
import type { Projection } from '#runtime/projection';
import { deliveryMonth } from '#sagas/services/delivery-month';
import { onboarding } from '#sagas/services/onboarding';
import { platformDecision } from '#sagas/services/platform-decision';
import { summarize } from './events.ts';
import type { Machine } from './machine.ts';
import type { PlansRoom } from './plans.ts';
import type { PlatformRoom } from './platform.ts';
import type { Room } from './room.ts';

export const servicesProjections = (zone: Zone): readonly Projection[] => [
  managedSubscriptions(zone),
  contentOnItsWay(zone),
  platformApprovals,
  conversations,
  serviceTimeline(zone, summarize),
];

/** Managed subscriptions: onboarding, the months they are served in, and what content is due. Their jobs run with the bills' (`app/billing.ts`). */
type Left = { readonly platform: PlatformRoom; readonly plans: PlansRoom; readonly clientMail: ClientMail };

export function openServices(machine: Machine, { platform, plans, clientMail }: Left) {
  const { handler, ids, clock, zone, tables, personal, mail, teamAddress } = machine;
  const { directory, flag } = platform;
  const { features } = plans.commands;
  const visits = subscriptionVisits(tables, clock, zone);
  const subscriptions = managedSubscriptionCommands({ handler, ids, clock, zone, directory, features, personal });
  const siteManager = async (siteId: number) => {
    const manager = await visits.managerOf(siteId);
    return manager === null ? null : directory.user(manager);
  };
  const subjectOf = async (row: SubscriptionRow | null): Promise<Subject | null> =>
    row && {
      account_id: row.account_id as AccountId,
      site_id: row.site_id as SiteId,
      label: String(row.id),
      domain: (await directory.site(row.site_id))?.domain ?? null,
      href: `/app/subscriptions/${row.id}/`,
      shown: true,
    };
  const lookups = {
    ...directory,
    published: visits.published,
    contentUnderWay: contentUnderWay(tables, zone),
    flag,
    siteManager,
    askedFor: platform.askedForContent,
  };
  return {
    visits,
    commands: { subscriptions },
    sagas: [onboarding, deliveryMonth, platformDecision],
    effects: [
      serviceEffects({
        subscriptions,
        lookups,
        send: sendText(mail),
        mail: clientMail,
        upToDate: machine.upToDate,
        clock,
        zone,
        teamAddress,
      }),
    ],
    jobs: [],
    approvals: (reads) =>
      platformApprovalsPart({
        find: platformApprovalsFound(reads),
        workRequests: platform.commands.workRequests,
        personal,
      }),
    overdue: { kinds: SERVICES_OVERDUE, find: overdueServices },
    conversations: {
      kind: 'subscription',
      of: async (id) => subjectOf(await visits.subscription(id)),
      seen: (reads) => {
        const reader = managedSubscriptionReader(reads);
        return async ({ scope }, id) => subjectOf((await reader.get(scope, id)) ?? null);
      },
    },
    routes: ({ reads, now }) => [
      managedSubscriptionApi({ commands: subscriptions, reader: managedSubscriptionReader(reads), zone, now, flag }),
    ],
  } satisfies Room & Record<string, unknown>;
}
export type ServicesRoom = ReturnType<typeof openServices>;
