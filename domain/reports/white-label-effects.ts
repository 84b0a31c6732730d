import { effectKind, type Nothing } from '#domain/kernel/effect-kind';
import type { AccountId, SubscriptionId } from '#domain/kernel/ids';

/** Fetches the picture, checks and keeps it; what came of it is told to the logo. */
export const fetchLogo = effectKind('fetch_logo')<
  { readonly logo_id: string; readonly account_id: AccountId; readonly url: string; readonly attempt: number },
  Nothing
>();
/** Has a client's own logo fetched, for the account of the subscription whose config names it. */
export const requestClientLogo = effectKind('request_client_logo')<
  { readonly subscription_id: SubscriptionId; readonly url: string },
  Nothing
>();
/** Looks for the record that proves a domain. */
export const proveReportDomain = effectKind('prove_report_domain')<
  { readonly domain: string; readonly token: string },
  { readonly found: boolean | null }
>();
