import type { Recorded } from '#domain/kernel/decider';
import { appended, changed, changedAt } from '#domain/kernel/fold';
import type {
  KnownReport,
  Report,
  ReportDelivery,
  ReportEvent,
  ReportShare,
  ReportVersion,
} from './report-messages.ts';

type Event<T extends ReportEvent['type']> = Extract<ReportEvent, { type: T }>;

export const newestOf = (report: KnownReport): ReportVersion => report.versions.at(-1) as ReportVersion;

/** What a client sees: once approved where nobody reads it first, else what was sent (spec 13, 1.9). */
export const clientVersion = (report: KnownReport): ReportVersion | null =>
  report.versions.findLast(
    ({ version, approved_at, settings }) =>
      approved_at !== null && (settings.review === 'none' || wasSent(report, version)),
  ) ?? null;

const wasSent = ({ deliveries }: KnownReport, version: number): boolean =>
  deliveries.some((each) => each.version === version && (each.outcome === 'accepted' || each.outcome === 'unknown'));

export function evolve(state: Report, event: Recorded<ReportEvent>): Report {
  if (event.type === 'ReportRequested') return requested(state, event);
  if (state.status === 'none') return state;
  const { at } = event;
  switch (event.type) {
    case 'ReportDataCollected': {
      const { version, branding_revision, template_revision, snapshot_sha256 } = event.data;
      const kept = { branding_revision, template_revision, snapshot_sha256 };
      return ofVersion(state, version, (known) => ({ ...known, ...kept, rendering: 'rendering' }));
    }
    case 'ReportRendered':
      return rendered(state, event);
    case 'ReportRenderFailed': {
      const problem = { code: event.data.problem, detail: event.data.detail };
      return ofVersion(state, event.data.version, (known) => ({ ...known, problem, rendering: 'failed' }));
    }
    case 'ReportCommented': {
      const { comment_id: id, section, text, author, author_name, version } = event.data;
      const comment = { id, section, text, author, author_name, at, version };
      return { ...state, comments: appended(state.comments, comment) };
    }
    case 'ReportApproved': {
      const approved = ofVersion(state, event.data.version, (known) => ({ ...known, approved_at: at }));
      return { ...approved, status: 'approved', inReviewSince: null, rejected: null };
    }
    case 'ReportRejected': {
      const { version, reason, by } = event.data;
      const withdrawn = ofVersion(state, version, (known) => ({ ...known, approved_at: null }));
      return { ...withdrawn, status: 'rejected', inReviewSince: null, rejected: { version, reason, by } };
    }
    case 'ReportReviewReminded':
      return { ...state, remindedOn: event.data.on };
    case 'ReportSendingStarted': {
      const { version, again, deliveries } = event.data;
      return deliveries.reduce<KnownReport>(
        (before, { delivery_id: id, to, key }) =>
          withDelivery(before, { id, to, key, version, again, at, outcome: 'pending', error: null }),
        state,
      );
    }
    case 'ReportDelivered':
      return delivered(state, event);
    case 'ReportShared': {
      const { share_id: id, sections, expires_at, token_sha256, password_hash, for: whom } = event.data;
      const terms = { id, sections, expires_at, token_sha256, password_hash, for: whom };
      return {
        ...state,
        shares: appended(state.shares, { ...terms, views: 0, last_viewed_on: null, revoked_at: null }),
      };
    }
    case 'ReportShareRevoked':
      return ofShare(state, event.data.share_id, (share) => ({ ...share, revoked_at: at }));
    case 'ReportShareViewed': {
      const { share_id, count, on } = event.data;
      return ofShare(state, share_id, (share) => ({ ...share, views: share.views + count, last_viewed_on: on }));
    }
  }
}

function requested(state: Report, { data, at }: Event<'ReportRequested'>): KnownReport {
  const version: ReportVersion = {
    version: data.version,
    position: data.position,
    cause: data.cause,
    comments_through: data.comments_through,
    settings: data.settings,
    requested_at: at,
    rendering: 'queued',
    branding_revision: null,
    template_revision: null,
    snapshot_sha256: null,
    renderer: null,
    sha256: null,
    size_bytes: null,
    pages: null,
    rendered_at: null,
    problem: null,
    approved_at: null,
  };
  if (state.status !== 'none')
    return { ...state, status: 'generating', inReviewSince: null, versions: appended(state.versions, version) };
  return {
    status: 'generating',
    reportId: data.report_id,
    accountId: data.account_id,
    siteId: data.site_id,
    subscriptionId: data.managed_subscription_id,
    type: data.report_type,
    periodStart: data.period_start,
    periodEnd: data.period_end,
    chosen: data.chosen,
    dueOn: data.due_on,
    batch: data.batch,
    requestedBy: data.requested_by,
    versions: [version],
    comments: [],
    deliveries: [],
    shares: [],
    sentAt: null,
    inReviewSince: null,
    remindedOn: null,
    rejected: null,
  };
}

/** A version that another has taken the place of is done all the same, and changes nothing of the report itself. */
function rendered(state: KnownReport, { data, at }: Event<'ReportRendered'>): KnownReport {
  const { version, renderer, sha256, size_bytes, pages } = data;
  const after = ofVersion(state, version, (known) => ({
    ...known,
    renderer,
    sha256,
    size_bytes,
    pages,
    rendering: 'ready',
    rendered_at: at,
    problem: null,
    approved_at: known.settings.review === 'none' ? at : null,
  }));
  const newest = newestOf(after);
  if (newest.version !== version) return after;
  return newest.settings.review === 'none'
    ? { ...after, status: 'approved' }
    : { ...after, status: 'in_review', inReviewSince: at, remindedOn: null };
}

/** What was handed over, or may have been, was sent: it is not sent again by itself. */
function delivered(state: KnownReport, { data, at }: Event<'ReportDelivered'>): KnownReport {
  const { delivery_id: id, version, to, key, outcome, again, error } = data;
  const after = withDelivery(state, { id, version, to, key, at, outcome, again, error });
  if (outcome !== 'accepted' && outcome !== 'unknown') return after;
  const isNewest = newestOf(after).version === version && after.status === 'approved';
  return { ...after, sentAt: after.sentAt ?? at, status: isNewest ? 'sent' : after.status };
}

/** Deliveries and versions are counted from 1 without a gap, so each is found by its number however many there are. */
function withDelivery(state: KnownReport, delivery: ReportDelivery): KnownReport {
  const at = delivery.id - 1;
  const isKnown = state.deliveries[at]?.id === delivery.id;
  const deliveries = isKnown ? changedAt(state.deliveries, at, () => delivery) : appended(state.deliveries, delivery);
  return { ...state, deliveries };
}

const ofVersion = (state: KnownReport, version: number, to: (known: ReportVersion) => ReportVersion): KnownReport => ({
  ...state,
  versions: changedAt(state.versions, version - 1, (each) => (each.version === version ? to(each) : each)),
});
const ofShare = (state: KnownReport, id: number, to: (share: ReportShare) => ReportShare): KnownReport => ({
  ...state,
  shares: changed(state.shares, (share) => share.id === id, to),
});
