import { accept, type Decider, refuse } from '#domain/kernel/decider';
import { invalid, type Made, notNewest, notReady, unready } from './report-guards.ts';
import type {
  KnownReport,
  Report,
  ReportCommand,
  ReportEvent,
  ReportRefusal,
  ReportVersion,
  VersionCause,
} from './report-messages.ts';
import { recordDelivery, send } from './report-sending.ts';
import { countViews, revokeShares, share } from './report-shares.ts';
import { evolve, newestOf } from './report-state.ts';

export type { Report, ReportCommand, ReportEvent, ReportRefusal } from './report-messages.ts';

type Of<T extends ReportCommand['type']> = Extract<ReportCommand, { type: T }>;

/** One report of one period, with all of its versions: what each shows, whether it was read, and who was sent it. */
export const report: Decider<ReportCommand, Report, ReportEvent, ReportRefusal> = {
  initial: { status: 'none' },
  evolve,
  decide: (command, state): Made => {
    if (command.type === 'Request') return request(command, state);
    if (state.status === 'none') return refuse({ code: 'not_found', message: 'there is no such report' });
    switch (command.type) {
      case 'Regenerate':
        return accept(nextVersion(state, command, 'regenerated', command.position, lastComment(state)));
      case 'RecordData': {
        const known = versionOf(state, command.version);
        if (known?.rendering !== 'queued') return accept();
        const { version, data, brandingRevision, templateRevision, snapshot } = command;
        const more = { branding_revision: brandingRevision, template_revision: templateRevision };
        return accept<ReportEvent>(
          of(state, command, 'ReportDataCollected', { version, data, ...more, snapshot_sha256: snapshot }),
        );
      }
      case 'RecordRendering': {
        const known = versionOf(state, command.version);
        if (known?.rendering !== 'rendering') return accept();
        const { version, renderer, sha256, sizeBytes: size_bytes, pages } = command;
        return accept<ReportEvent>(
          of(state, command, 'ReportRendered', { version, renderer, sha256, size_bytes, pages }),
        );
      }
      case 'RecordFailure': {
        const known = versionOf(state, command.version);
        if (known === undefined || known.rendering === 'ready' || known.rendering === 'failed') return accept();
        const { version, problem, detail } = command;
        return accept<ReportEvent>(of(state, command, 'ReportRenderFailed', { version, problem, detail }));
      }
      case 'Comment':
        return comment(command, state);
      case 'Approve':
        return approve(command, state);
      case 'Reject':
        return reject(command, state);
      case 'RemindReview':
        if (state.status !== 'in_review' || state.remindedOn === command.on) return accept();
        return accept<ReportEvent>(
          of(state, command, 'ReportReviewReminded', { version: newestOf(state).version, on: command.on }),
        );
      case 'Send':
        return send(command, state);
      case 'RecordDelivery':
        return recordDelivery(command, state);
      case 'Share':
        return share(command, state);
      case 'RevokeShare':
      case 'RevokeShares':
        return revokeShares(command, state);
      case 'CountViews':
        return countViews(command, state);
    }
  },
};

const versionOf = (state: KnownReport, version: number): ReportVersion | undefined =>
  state.versions.find((each) => each.version === version);
const lastComment = (state: KnownReport): number | null => state.comments.at(-1)?.id ?? null;

/** An event of this report, at the time of the command. */
const of = <const T extends ReportEvent['type'], D>(
  { reportId: report_id, accountId: account_id }: KnownReport,
  { now: at }: ReportCommand,
  type: T,
  data: D,
) => ({ type, at, data: { report_id, account_id, ...data } });

function request(command: Of<'Request'>, state: Report): Made {
  if (state.status !== 'none') {
    const message = `report ${state.reportId} is of that period already: regenerate it for a new version`;
    return refuse({ code: 'duplicate', message, holder: state.reportId });
  }
  const { reportId, accountId, siteId, subscriptionId, reportType, periodStart, periodEnd } = command;
  return accept({
    type: 'ReportRequested',
    at: command.now,
    data: {
      report_id: reportId,
      account_id: accountId,
      site_id: siteId,
      managed_subscription_id: subscriptionId,
      report_type: reportType,
      period_start: periodStart,
      period_end: periodEnd,
      version: 1,
      position: command.position,
      cause: 'generated',
      comments_through: null,
      settings: command.settings,
      chosen: command.chosen,
      due_on: command.dueOn,
      requested_by: command.by,
      batch: command.batch,
    },
  });
}

function nextVersion(
  state: KnownReport,
  { now: at, settings, by }: Pick<Of<'Regenerate'>, 'now' | 'settings' | 'by'>,
  cause: VersionCause,
  position: number,
  commentsThrough: number | null,
): ReportEvent {
  return {
    type: 'ReportRequested',
    at,
    data: {
      report_id: state.reportId,
      account_id: state.accountId,
      site_id: state.siteId,
      managed_subscription_id: state.subscriptionId,
      report_type: state.type,
      period_start: state.periodStart,
      period_end: state.periodEnd,
      version: newestOf(state).version + 1,
      position,
      cause,
      comments_through: commentsThrough,
      settings,
      chosen: state.chosen,
      due_on: state.dueOn,
      requested_by: by,
      batch: null,
    },
  };
}

/** A comment and the version that shows it, from the same place in the log as the one that was read. */
function comment(command: Of<'Comment'>, state: KnownReport): Made {
  const newest = newestOf(state);
  if (newest.rendering !== 'ready') return notReady(state);
  const { section, text, author, authorName: author_name, now: at } = command;
  const comment_id = state.comments.length + 1;
  const data = { comment_id, section, text, author, author_name, version: newest.version };
  const { settings, position } = newest;
  if (section !== null && !settings.sections.includes(section))
    return refuse({ code: 'invalid_values', pointer: '/section', message: `this report has no section ${section}` });
  return accept<ReportEvent>(
    { type: 'ReportCommented', at, data: { report_id: state.reportId, account_id: state.accountId, ...data } },
    nextVersion(state, { now: at, settings, by: author }, 'comment', position, comment_id),
  );
}

function approve(command: Of<'Approve'>, state: KnownReport): Made {
  const barred = notNewest(state, command.version) ?? unready(state);
  if (barred) return barred;
  if (state.status === 'approved' || state.status === 'sent') return accept();
  if (state.status !== 'in_review') return invalid(state, 'approved');
  return accept<ReportEvent>(of(state, command, 'ReportApproved', { version: command.version, by: command.by }));
}

function reject(command: Of<'Reject'>, state: KnownReport): Made {
  const barred = notNewest(state, command.version) ?? unready(state);
  if (barred) return barred;
  if (state.status === 'rejected') return accept();
  if (state.status === 'sent') return invalid(state, 'rejected');
  return accept<ReportEvent>(
    of(state, command, 'ReportRejected', { version: command.version, reason: command.reason, by: command.by }),
  );
}
