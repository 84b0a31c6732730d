import type { AccountFiles } from '#commands/platform/ports-files';
import type { AccountId, SubscriptionId } from '#domain/kernel/ids';
import { proofName, proofText } from '#domain/reports/report-domain';
import { fetchLogo, proveReportDomain, requestClientLogo } from '#domain/reports/white-label-effects';
import { again, type CallOf, done, type Handlers, handlersOf, internally, outcomeOf } from '#runtime/typed-effects';
import type { LogoCommands } from './logo.ts';
import type { FetchLogo, HasTextRecord } from './ports-white-label.ts';
import type { ReportDomainCommands } from './report-domain.ts';

export type WhiteLabelEffectDeps = {
  readonly logos: LogoCommands;
  readonly domains: ReportDomainCommands;
  readonly files: AccountFiles;
  readonly fetchLogo: FetchLogo;
  readonly hasTextRecord: HasTextRecord;
  /** The account of a subscription; null where there is no such subscription. */
  readonly accountOf: (subscriptionId: SubscriptionId) => Promise<AccountId | null>;
};

const KINDS = [fetchLogo, requestClientLogo, proveReportDomain] as const;
/** A server that goes on to fail is no reason to keep an agency waiting: what it was is then the reason. */
const LOGO_TRIES = 4;

/** How logos are fetched and domains proved: all of it may be done twice. */
export function whiteLabelEffects(deps: WhiteLabelEffectDeps): Handlers {
  const { logos, domains, hasTextRecord, accountOf } = deps;
  return handlersOf(KINDS, {
    fetch_logo: internally((call) => fetched(deps, call)),
    request_client_logo: internally(async ({ payload: { subscription_id, url }, cause }) => {
      const account = await accountOf(subscription_id);
      if (account !== null) await logos.request(account, url, cause);
      return done({});
    }),
    prove_report_domain: internally(async ({ payload: { domain, token }, cause }) => {
      const found = await hasTextRecord(proofName(domain), proofText(token));
      if (found !== null) await domains.look(domain, token, found, cause);
      return done({ found });
    }),
  });
}

async function fetched({ logos, files, fetchLogo: fetch }: WhiteLabelEffectDeps, call: CallOf<typeof fetchLogo>) {
  const { logo_id, account_id, url, attempt } = call.payload;
  const got = await fetch(url);
  if (got.outcome === 'temporary' && call.attempt < LOGO_TRIES) return again(got.error);
  if (got.outcome !== 'fetched') {
    const reason = got.outcome === 'refused' ? got.reason : got.error;
    return outcomeOf(await logos.found(logo_id, attempt, { outcome: 'refused', reason }, call.cause));
  }
  const { sha256, size } = await files.put(account_id, got.bytes, got.picture.type);
  const file = { sha256, ...got.picture, size };
  return outcomeOf(await logos.found(logo_id, attempt, { outcome: 'stored', file }, call.cause));
}
