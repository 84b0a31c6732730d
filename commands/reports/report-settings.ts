import type { PersonalData } from '#commands/log/ports-personal-data';
import type { ManagedSubscriptionCommands } from '#commands/services/managed-subscription';
import { parseZone, type Zone } from '#domain/kernel/calendar';
import type { AccountId, BrandingId, SiteId, SubscriptionId, TemplateId } from '#domain/kernel/ids';
import { tokensIn } from '#domain/log/personal-data';
import type { Recipient } from '#domain/reports/report-messages';
import type { Chosen, ReportSettings } from '#domain/reports/report-settings';
import { resolveConfig, type ServiceConfig } from '#domain/services/service-config';
import type { ContractHistory } from '#domain/services/service-month';

/** What a report is of: a contract, or a site without one. */
export type Subject =
  | { readonly subscriptionId: SubscriptionId; readonly siteId?: undefined }
  | { readonly siteId: SiteId; readonly subscriptionId?: undefined };

/** All of a subject that its reports depend on. */
export type ReportSubject = {
  readonly accountId: AccountId;
  readonly siteId: SiteId;
  readonly subscriptionId: SubscriptionId | null;
  readonly reporting: ServiceConfig['reporting'];
  /** Null of a site without a contract. */
  readonly contract: {
    readonly history: ContractHistory;
    readonly status: 'pending' | 'active' | 'paused' | 'cancelled';
    readonly tier: 'lite' | 'pro';
  } | null;
};

export type ReportSubjects = ReturnType<typeof reportSubjects>;

/** How reports of a subscription, or of a site without one, are made and who is sent them. */
export function reportSubjects(deps: {
  readonly subscriptions: Pick<ManagedSubscriptionCommands, 'load'>;
  readonly directory: {
    site(id: number): Promise<{ readonly account_id: number } | null>;
    account(id: number): Promise<{ readonly email: string } | null>;
  };
  readonly personal: Pick<PersonalData, 'seal'>;
  readonly zone: Zone;
}) {
  const { subscriptions, directory, personal, zone } = deps;
  const known = (to: string): Recipient => ({ to, key: tokensIn(to)[0]?.subject ?? to });
  const sealed = async (address: string): Promise<Recipient> =>
    known(await personal.seal({ under: 'address' }, address));

  return {
    /** Null where there is no such subscription or site. */
    async of(subject: Subject): Promise<ReportSubject | null> {
      if (subject.subscriptionId !== undefined) {
        const { state } = await subscriptions.load(subject.subscriptionId);
        if (state.status === 'none') return null;
        const { accountId, siteId, subscriptionId, tier, history, status } = state;
        // Of what was set before a setting was known, its default holds.
        const { reporting } = resolveConfig(tier, state.given);
        return { accountId, siteId, subscriptionId, reporting, contract: { history, status, tier } };
      }
      const site = await directory.site(subject.siteId);
      if (!site) return null;
      const { reporting } = resolveConfig('lite', {});
      const accountId = site.account_id as AccountId;
      return { accountId, siteId: subject.siteId, subscriptionId: null, reporting, contract: null };
    },

    /** What was chosen, over what the subscription's config says. */
    settings({ reporting }: ReportSubject, chosen: Chosen): ReportSettings {
      const { branding_id, template_id } = chosen;
      return {
        sections: chosen.sections ?? reporting.sections,
        branding_id: branding_id === undefined ? (reporting.branding_id as BrandingId | null) : branding_id,
        template_id: template_id === undefined ? (reporting.template_id as TemplateId | null) : template_id,
        client_logo_url: reporting.client_logo_url,
        language: chosen.language ?? reporting.language,
        theme: chosen.theme ?? reporting.theme,
        page_size: chosen.page_size ?? reporting.page_size,
        time_zone: (reporting.time_zone === null ? null : parseZone(reporting.time_zone)) ?? zone,
        review: reporting.review,
        send_at: reporting.send_at,
      };
    },

    /** Who is to have it: the recipients that were configured, else the account itself. */
    async recipients({ reporting, accountId }: ReportSubject): Promise<readonly Recipient[]> {
      if (reporting.recipients.length > 0) return reporting.recipients.map(known);
      const account = await directory.account(accountId);
      return account?.email ? [await sealed(account.email)] : [];
    },
    sealed,
  };
}
