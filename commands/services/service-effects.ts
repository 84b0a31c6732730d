import type { MailPort } from '#commands/platform/ports';
import { sendText } from '#commands/platform/send-text';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { SubscriptionId } from '#domain/kernel/ids';
import type { Month } from '#domain/kernel/time';
import type { LaunchFlag } from '#domain/platform/launch-flag';
import { MAIL_TEMPLATES, type MailContext, type MailTemplate, mailText } from '#domain/platform/mail-template';
import { type AskedFor, underWay } from '#domain/services/delivery-month';
import type { ManagedSubscription } from '#domain/services/managed-subscription';
import { articleTarget } from '#domain/services/service-month';
import { TEAM_TEMPLATES, type TeamTemplate, teamMail } from '#domain/services/team-mail';
import type { Clock } from '#runtime/clock';
import type { EffectCall, EffectHandler, EffectOutcome } from '#runtime/effect-handler';
import type { JsonObject } from '#runtime/event-store';
import type { ManagedSubscriptionCommands } from './managed-subscription.ts';

type Person = { readonly name: string; readonly email: string };

/** What effects look up in read models. */
export type Lookups = {
  site(id: number): Promise<{
    readonly account_id: number;
    readonly domain: string;
    readonly connected: boolean;
    readonly blueprint_id: number | null;
  } | null>;
  account(id: number): Promise<Person | null>;
  user(id: number): Promise<Person | null>;
  published(subscriptionId: number, month: string): Promise<number>;
  /** Articles of a site that are queued for that month or before, or under review, and not published. */
  contentUnderWay(siteId: number, month: Month): Promise<number>;
  /** What content runs of that month asked the platform for. */
  askedFor(subscriptionId: number, month: Month): Promise<AskedFor>;
  flag(flag: LaunchFlag, accountId: number | null): Promise<boolean>;
  /** The account manager of the site's subscription; null where it has none. */
  siteManager(siteId: number): Promise<Person | null>;
};

export type EffectDeps = {
  readonly subscriptions: ManagedSubscriptionCommands;
  readonly lookups: Lookups;
  readonly mail: MailPort;
  readonly clock: Clock;
  readonly zone: Zone;
  /** Where mail for an account manager goes when none is assigned, and the contact that clients are given. */
  readonly teamAddress: string;
};

const succeeded = (result: JsonObject): EffectOutcome => ({ outcome: 'succeeded', result });
const gaveUp = (error: string): EffectOutcome => ({ outcome: 'failed', error, retry: false });
const number = (value: unknown): number => Number(value);

/** How the effects of subscriptions and their months are carried out, and mail about them is sent. */
export function serviceEffects(deps: EffectDeps): Record<string, EffectHandler> {
  const { lookups, mail } = deps;
  const { lookUps } = sendText(mail);
  const mailed = (call: EffectHandler['call']): EffectHandler => ({ ...lookUps, call });
  return {
    look_up_site: internal(async ({ payload }) => {
      const site = await lookups.site(number(payload['site_id']));
      return succeeded({ connected: site?.connected ?? false, has_blueprint: site?.blueprint_id != null });
    }),
    look_up_delivery: internal(async (call) => succeeded(await situation(deps, call.payload))),
    activate_subscription: internal(async ({ payload, cause }) => {
      const done = await deps.subscriptions.run(
        number(payload['subscription_id']) as SubscriptionId,
        { type: 'Activate' },
        cause,
      );
      if (done.ok) return succeeded({ activated: true });
      // Cancelled meanwhile: the saga is told of that by its own event.
      return done.refusal.code === 'invalid_state' ? succeeded({ activated: false }) : gaveUp(done.refusal.message);
    }),
    email: mailed((call) => sendMail(deps, call)),
    team_email: mailed((call) => sendTeamMail(deps, call)),
  };
}

const internal = (call: EffectHandler['call']): EffectHandler => ({ internal: true, whenLost: 'resend', call });

async function situation(
  { subscriptions, lookups, clock, zone }: EffectDeps,
  payload: JsonObject,
): Promise<JsonObject> {
  const { state } = await subscriptions.load(number(payload['subscription_id']) as SubscriptionId);
  if (state.status === 'none') throw new Error('a delivery month without its subscription');
  const site = await lookups.site(state.siteId);
  const today = dayOf(clock.now(), zone);
  const month = payload['month'] as Month;
  const published = await lookups.published(state.subscriptionId, month);
  const reported = await lookups.contentUnderWay(state.siteId, month);
  const asked = await lookups.askedFor(state.subscriptionId, month);
  return {
    status: state.status,
    enabled: await lookups.flag('managed_services_enabled', state.accountId),
    tier: state.tier,
    service_config: state.config as unknown as JsonObject,
    has_blueprint: site?.blueprint_id != null,
    published,
    under_way: underWay(reported, asked, published),
    target: articleTarget(state.history, month, today),
  };
}

async function sendMail(deps: EffectDeps, call: EffectCall): Promise<EffectOutcome> {
  const template = call.payload['template'] as MailTemplate;
  if (!MAIL_TEMPLATES.includes(template)) return gaveUp(`no such template: ${String(template)}`);
  const to = call.payload['to'] === 'client' ? 'client' : 'account_manager';
  const { state } = await deps.subscriptions.load(number(call.payload['subscription_id']) as SubscriptionId);
  if (state.status === 'none') return gaveUp('there is no such subscription');
  const { context, client, manager } = await mailContext(deps, state);
  const address = to === 'client' ? client?.email : manager?.email || deps.teamAddress;
  if (!address) return gaveUp('the client has no e-mail address');
  return sendText(deps.mail).text(call, address, mailText(template, to, context));
}

/** To the account manager of the site, or to the team where there is none. */
async function sendTeamMail(deps: EffectDeps, call: EffectCall): Promise<EffectOutcome> {
  const { site_id, order_id, url, reason, service } = call.payload;
  const template = call.payload['template'] as TeamTemplate;
  if (!TEAM_TEMPLATES.includes(template)) return gaveUp(`no such template: ${String(template)}`);
  const manager = await deps.lookups.siteManager(number(site_id));
  const site = await deps.lookups.site(number(site_id));
  const message = teamMail(template, {
    managerName: manager?.name ?? null,
    domain: site?.domain ?? `site ${number(site_id)}`,
    orderId: number(order_id),
    url: String(url ?? ''),
    reason: typeof reason === 'string' ? reason : null,
    service: typeof service === 'string' ? service : null,
  });
  return sendText(deps.mail).text(call, manager?.email || deps.teamAddress, message);
}

async function mailContext(
  { lookups, teamAddress }: EffectDeps,
  state: Exclude<ManagedSubscription, { status: 'none' }>,
) {
  const [client, site, manager] = await Promise.all([
    lookups.account(state.accountId),
    lookups.site(state.siteId),
    state.accountManagerId === null ? null : lookups.user(state.accountManagerId),
  ]);
  const context: MailContext = {
    clientName: client?.name ?? '',
    domain: site?.domain ?? `site ${state.siteId}`,
    tier: state.tier,
    managerName: manager?.name ?? null,
    articlesPerMonth: state.articlesPerMonth,
    reviewRequired: state.config.review_required,
    contact: manager?.email || teamAddress,
  };
  return { context, client, manager };
}
