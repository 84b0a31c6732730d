import { accept, refuse } from '#domain/kernel/decider';
import { epochMs, type Instant } from '#domain/kernel/time';
import type { Made } from './report-guards.ts';
import type { KnownReport, ReportCommand, ReportEvent, ReportShare, ReportVersion } from './report-messages.ts';

type Of<T extends ReportCommand['type']> = Extract<ReportCommand, { type: T }>;

export const MOST_OPEN_SHARES = 20;
export const LEAST_SHARE_DAYS = 1;
export const MOST_SHARE_DAYS = 365;
export const USUAL_SHARE_DAYS = 90;
const DAY_MS = 86_400_000;

/** Where a share is read, below the host that its links lead to. */
export const sharePath = (token: string): string => `/shared/${token}/`;

export const isOpen = (share: ReportShare, now: Instant): boolean =>
  share.revoked_at === null && share.expires_at > now;

/** What a share shows: the newest version that was approved; null where there is none (yet). */
export const sharedVersion = (report: KnownReport): ReportVersion | null =>
  report.versions.findLast(({ approved_at, rendering }) => approved_at !== null && rendering === 'ready') ?? null;

/** A link to the report for whoever holds it. Those that mails made for themselves do not count towards the most there may be. */
export function share(command: Of<'Share'>, state: KnownReport): Made {
  const { now: at, shareId: share_id, sections, expiresAt, tokenSha256, passwordHash, by } = command;
  if (state.shares.some(({ id }) => id === share_id)) return accept();
  const days = (epochMs(expiresAt) - epochMs(at)) / DAY_MS;
  if (days < LEAST_SHARE_DAYS || days > MOST_SHARE_DAYS) {
    const message = `a share lasts ${LEAST_SHARE_DAYS} to ${MOST_SHARE_DAYS} days`;
    return refuse({ code: 'invalid_values', pointer: '/expires_at', message });
  }
  const open = state.shares.filter((each) => each.for === 'person' && isOpen(each, at));
  if (command.for === 'person' && open.length >= MOST_OPEN_SHARES) {
    const message = `${MOST_OPEN_SHARES} shares of this report are open: revoke one first`;
    return refuse({ code: 'invalid_state', message, currentState: state.status });
  }
  return accept<ReportEvent>({
    type: 'ReportShared',
    at,
    data: {
      report_id: state.reportId,
      account_id: state.accountId,
      share_id,
      sections,
      expires_at: expiresAt,
      token_sha256: tokenSha256,
      password_hash: passwordHash,
      for: command.for,
      by,
    },
  });
}

/** One of them, or all where the account is erased. */
export function revokeShares(command: Of<'RevokeShare'> | Of<'RevokeShares'>, state: KnownReport): Made {
  const ids = { report_id: state.reportId, account_id: state.accountId };
  const revoked = (each: ReportShare, because: 'asked' | 'erased'): ReportEvent => ({
    type: 'ReportShareRevoked',
    at: command.now,
    data: { ...ids, share_id: each.id, because },
  });
  if (command.type === 'RevokeShares')
    return accept(...state.shares.filter((each) => each.revoked_at === null).map((each) => revoked(each, 'erased')));
  const found = state.shares.find(({ id }) => id === command.shareId);
  if (!found) return refuse({ code: 'not_found', message: 'this report has no such share' });
  return found.revoked_at === null ? accept(revoked(found, 'asked')) : accept();
}

/** Views of one day, of the version that was shown then. Of a share that is over none are counted. */
export function countViews(command: Of<'CountViews'>, state: KnownReport): Made {
  const { shareId, on, count, now: at } = command;
  const found = state.shares.find(({ id }) => id === shareId);
  const shown = sharedVersion(state);
  if (!found || !isOpen(found, at) || shown === null || count < 1) return accept();
  const ids = { report_id: state.reportId, account_id: state.accountId, version: shown.version };
  return accept<ReportEvent>({ type: 'ReportShareViewed', at, data: { ...ids, share_id: found.id, on, count } });
}
