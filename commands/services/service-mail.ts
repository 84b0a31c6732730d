import type { SendText } from '#commands/platform/send-text';
import { MAIL_TEMPLATES, type MailContext, mailText } from '#domain/platform/mail-template';
import type { email, teamEmail } from '#domain/services/effects';
import type { ManagedSubscription } from '#domain/services/managed-subscription';
import { TEAM_TEMPLATES, teamMail } from '#domain/services/team-mail';
import { type CallOf, gaveUp } from '#runtime/typed-effects';
import type { ManagedSubscriptionCommands } from './managed-subscription.ts';

type Person = { readonly name: string; readonly email: string };
export type MailDeps = {
  readonly subscriptions: Pick<ManagedSubscriptionCommands, 'load'>;
  readonly lookups: {
    site(
      id: number,
    ): Promise<{ readonly domain: string; readonly connected: boolean; readonly blueprint_id: number | null } | null>;
    account(id: number): Promise<Person | null>;
    user(id: number): Promise<Person | null>;
    /** The account manager of the site's subscription; null where it has none. */
    siteManager(siteId: number): Promise<Person | null>;
  };
  readonly send: SendText;
  /** Where mail for an account manager goes when none is assigned, and the contact that clients are given. */
  readonly teamAddress: string;
};

/** To the client of a subscription, or to its account manager. */
export async function sendMail(deps: MailDeps, call: CallOf<typeof email>) {
  const { template, to, subscription_id } = call.payload;
  if (!MAIL_TEMPLATES.includes(template)) return gaveUp(`no such template: ${String(template)}`);
  const { state } = await deps.subscriptions.load(subscription_id);
  if (state.status === 'none') return gaveUp('there is no such subscription');
  const { context, client, manager } = await mailContext(deps, state);
  const address = to === 'client' ? client?.email : manager?.email || deps.teamAddress;
  if (!address) return gaveUp('the client has no e-mail address');
  return deps.send.text(call, address, mailText(template, to, context));
}

/** To the account manager of the site, or to the team where there is none. */
export async function sendTeamMail({ lookups, send, teamAddress }: MailDeps, call: CallOf<typeof teamEmail>) {
  const { template, site_id, order_id, url = '', reason = null, service = null } = call.payload;
  if (!TEAM_TEMPLATES.includes(template)) return gaveUp(`no such template: ${String(template)}`);
  const manager = await lookups.siteManager(site_id);
  const site = await lookups.site(site_id);
  const message = teamMail(template, {
    managerName: manager?.name ?? null,
    domain: site?.domain ?? `site ${site_id}`,
    orderId: order_id,
    url,
    reason,
    service,
  });
  return send.text(call, manager?.email || teamAddress, message);
}

async function mailContext(
  { lookups, teamAddress }: MailDeps,
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
