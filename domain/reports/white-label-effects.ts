import { effectKind, type Nothing } from '#domain/kernel/effect-kind';
import type { AccountId, SubscriptionId } from '#domain/kernel/ids';
import type { PersonalKey } from '#domain/log/personal-data';

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
/** Deletes files of an account that can never be read again, as these keys of it are deleted. */
export const sweepAccountFiles = effectKind('sweep_account_files')<
  { readonly account_id: number; readonly keys: readonly PersonalKey[] },
  { readonly deleted: number }
>();
