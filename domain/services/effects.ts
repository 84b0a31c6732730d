import { effectKind } from '#domain/kernel/effect-kind';
import type { SiteId, SubscriptionId } from '#domain/kernel/ids';
import type { Day, Month } from '#domain/kernel/time';
import type { MailTemplate } from '#domain/platform/mail-template';
import type { ConversationKind, Side } from './conversation.ts';
import type { ServiceConfig, Tier } from './service-config.ts';
import type { TeamTemplate } from './team-mail.ts';

type OfSubscription = { readonly subscription_id: SubscriptionId; readonly site_id: SiteId };

export const lookUpSite = effectKind('look_up_site')<
  OfSubscription,
  {
    readonly connected: boolean;
    readonly has_blueprint: boolean;
    /** Whether managed services are switched on for the account; looked up since 2026-11. */
    readonly enabled?: boolean;
  }
>();
export const activateSubscription = effectKind('activate_subscription')<
  OfSubscription,
  /** False where it was cancelled meanwhile. */
  { readonly activated: boolean }
>();

/** How things stand before a run of a delivery month. */
export type Situation = {
  readonly status: string;
  readonly enabled: boolean;
  readonly tier: Tier;
  readonly service_config: ServiceConfig;
  readonly has_blueprint: boolean;
  readonly published: number;
  readonly target: number;
  /** Articles that are on their way: queued, under review, or asked for; looked up since 2026-11. */
  readonly under_way?: number;
};
export const lookUpDelivery = effectKind('look_up_delivery')<
  OfSubscription & {
    readonly month: Month;
    /** The run that it is looked up for; in older streams only the name of the effect tells. */
    readonly run?: Day;
  },
  Situation
>();

/** Mail to the client or the manager of a subscription. */
export const email = effectKind('email')<
  OfSubscription & { readonly template: MailTemplate; readonly to: 'client' | 'account_manager' },
  /** Without an id it was not sent, for that reason. */
  { readonly message_id: string } | { readonly message_id: null; readonly unsent: string }
>();
/** Mail to the account manager of a site, or to the team where there is none. */
export const teamEmail = effectKind('team_email')<
  {
    readonly template: TeamTemplate;
    readonly site_id: number;
    readonly order_id: number;
    readonly url?: string;
    readonly reason?: string | null;
    readonly service?: string | null;
  },
  { readonly message_id: string }
>();

type OfConversation = {
  readonly kind: ConversationKind;
  readonly subject_id: number;
  readonly side: Side;
  /** The number of the last message that is told of. */
  readonly through: number;
};
/** How many people of that side are told of messages. */
export const lookUpTold = effectKind('look_up_told')<OfConversation, { readonly told: number }>();
/** To one of them: what is new for that side. */
export const messageMail = effectKind('message_mail')<
  OfConversation & { readonly told: number },
  /** Null where it was read meanwhile. */
  { readonly message_id: string | null }
>();
