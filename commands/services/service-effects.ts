import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { PayloadOf } from '#domain/kernel/effect-kind';
import type { Month } from '#domain/kernel/time';
import type { LaunchFlag } from '#domain/platform/launch-flag';
import { type AskedFor, underWay } from '#domain/services/delivery-month';
import {
  activateSubscription,
  email,
  lookUpDelivery,
  lookUpSite,
  type Situation,
  teamEmail,
} from '#domain/services/effects';
import { articleTarget } from '#domain/services/service-month';
import type { Clock } from '#runtime/clock';
import { type CallOf, done, gaveUp, type Handlers, handlersOf, internally } from '#runtime/typed-effects';
import type { ManagedSubscriptionCommands } from './managed-subscription.ts';
import { type MailDeps, mailLookUps, sendMail, sendTeamMail } from './service-mail.ts';

/** What effects look up in read models. */
type Lookups = MailDeps['lookups'] & {
  published(subscriptionId: number, month: Month): Promise<number>;
  /** Articles of a site that are queued for that month or before, or under review, and not published. */
  contentUnderWay(siteId: number, month: Month): Promise<number>;
  /** What content runs of that month asked the platform for. */
  askedFor(subscriptionId: number, month: Month): Promise<AskedFor>;
  flag(flag: LaunchFlag, accountId: number | null): Promise<boolean>;
};

export type ServiceEffectDeps = MailDeps & {
  readonly subscriptions: ManagedSubscriptionCommands;
  readonly lookups: Lookups;
  readonly clock: Clock;
  readonly zone: Zone;
};

const KINDS = [lookUpSite, lookUpDelivery, activateSubscription, email, teamEmail] as const;

/** How what services ask for is carried out. */
export function serviceEffects(deps: ServiceEffectDeps): Handlers {
  const { lookups, send } = deps;
  return handlersOf(KINDS, {
    look_up_site: internally(async ({ payload }) => {
      const site = await lookups.site(payload.site_id);
      const { state } = await deps.subscriptions.load(payload.subscription_id);
      const account = state.status === 'none' ? null : state.accountId;
      return done({
        connected: site?.connected ?? false,
        has_blueprint: site?.blueprint_id != null,
        enabled: await lookups.flag('managed_services_enabled', account),
      });
    }),
    look_up_delivery: internally(async ({ payload }) => done(await situation(deps, payload))),
    activate_subscription: internally((call) => activate(deps, call)),
    email: { ...mailLookUps(deps), call: (call) => sendMail(deps, call) },
    team_email: { ...send.lookUps, call: (call) => sendTeamMail(deps, call) },
  });
}

async function activate({ subscriptions }: ServiceEffectDeps, call: CallOf<typeof activateSubscription>) {
  const activated = await subscriptions.run(call.payload.subscription_id, { type: 'Activate' }, call.cause);
  if (activated.ok) return done({ activated: true });
  // Cancelled meanwhile: the saga is told of that by its own event.
  const { code, message } = activated.refusal;
  return code === 'invalid_state' ? done({ activated: false }) : gaveUp(message);
}

async function situation(
  { subscriptions, lookups, clock, zone }: ServiceEffectDeps,
  { subscription_id, month }: PayloadOf<typeof lookUpDelivery>,
): Promise<Situation> {
  const { state } = await subscriptions.load(subscription_id);
  if (state.status === 'none') throw new Error('a delivery month without its subscription');
  const site = await lookups.site(state.siteId);
  const today = dayOf(clock.now(), zone);
  const published = await lookups.published(state.subscriptionId, month);
  const reported = await lookups.contentUnderWay(state.siteId, month);
  const asked = await lookups.askedFor(state.subscriptionId, month);
  return {
    status: state.status,
    enabled: await lookups.flag('managed_services_enabled', state.accountId),
    tier: state.tier,
    service_config: state.config,
    has_blueprint: site?.blueprint_id != null,
    published,
    under_way: underWay(reported, asked, published),
    target: articleTarget(state.history, month, today),
  };
}
