import type { ClientMail, Spoken } from '#commands/platform/client-mail';
import type { SendText } from '#commands/platform/send-text';
import { MAIL_TEMPLATES, type MailContext, mailText } from '#domain/platform/mail-template';
import { clientServiceMail } from '#domain/services/client-service-mail';
import type { email, teamEmail } from '#domain/services/effects';
import type { ManagedSubscription } from '#domain/services/managed-subscription';
import { TEAM_TEMPLATES, teamMail } from '#domain/services/team-mail';
import { type CallOf, done, gaveUp } from '#runtime/typed-effects';
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
  readonly mail: ClientMail;
  readonly upToDate: () => Promise<void>;
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
  // Whose client it is has to be known before anything is said in anybody's name.
  await deps.upToDate();
  if (to !== 'client') {
    if (template === 'welcome') return gaveUp('a manager is not welcomed');
    const unwelcomed = template === 'client_onboarded' ? await deps.mail.unready(spokenTo(state)) : null;
    return deps.send.text(call, manager?.email || deps.teamAddress, mailText(template, { ...context, unwelcomed }));
  }
  if (template === 'client_onboarded') return gaveUp('no client is told so');
  if (!client?.email) return gaveUp('the client has no e-mail address');
  if (template === 'welcome') {
    // Work begins all the same: nobody who pays waits for a brand to be made ready.
    const unsent = await deps.mail.unready(spokenTo(state));
    if (unsent !== null) return done({ message_id: null, unsent });
  }
  return deps.mail.send(call, spokenTo(state), client.email, ({ language, brand }) =>
    clientServiceMail(template, {
      ...context,
      language,
      brand: brand?.name ?? null,
      contact: brand === null ? context.contact : (brand.replyTo ?? brand.from.address),
    }),
  );
}

type There = Exclude<ManagedSubscription, { status: 'none' }>;
const spokenTo = ({ accountId, siteId, config }: There): Spoken => ({
  account_id: accountId,
  site_id: siteId,
  chosen: config.reporting,
});
/** What is true of such a mail whose answer was lost. */
export const mailLookUps = ({ mail, send, subscriptions }: MailDeps) => {
  const toClient = mail.lookUps(async ({ payload }: CallOf<typeof email>) => {
    const { state } = await subscriptions.load(payload.subscription_id);
    return state.status === 'none' ? null : spokenTo(state);
  });
  const { lookUp: ofClient } = toClient;
  const { lookUp: ofTeam } = send.lookUps;
  if (!ofClient || !ofTeam) return { whenLost: 'leave' as const };
  return {
    whenLost: 'look_up' as const,
    lookUp: (lost: CallOf<typeof email>) => (lost.payload.to === 'client' ? ofClient(lost) : ofTeam(lost)),
  };
};

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

async function mailContext({ lookups, teamAddress }: MailDeps, state: There) {
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
