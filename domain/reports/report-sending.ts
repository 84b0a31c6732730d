import { accept, refuse } from '#domain/kernel/decider';
import { type Made, notNewest, unready } from './report-guards.ts';
import type { KnownReport, Recipient, ReportCommand, ReportDelivery, ReportEvent } from './report-messages.ts';
import { newestOf } from './report-state.ts';

type Of<T extends ReportCommand['type']> = Extract<ReportCommand, { type: T }>;

/** What keeps a mail from being repeated: it was handed over, it may have been, or it is on its way. */
const HAD: readonly ReportDelivery['outcome'][] = ['accepted', 'unknown', 'pending'];

/**
 * Who is sent a version: each address once, whatever its case, unless somebody wants it repeated on purpose. What is not approved
 * is refused. By itself the first approved version is sent and no other (spec 13, 1.6).
 */
export function send(command: Of<'Send'>, state: KnownReport): Made {
  const { version } = newestOf(state);
  const byItself = command.by.role === 'job';
  const barred = notNewest(state, command.version ?? version) ?? unready(state);
  if (barred) return barred;
  if (newestOf(state).approved_at === null) {
    const message = `version ${version} is not approved`;
    return refuse({ code: 'not_approved', message, currentState: state.status });
  }
  if (byItself && (state.sentAt !== null || state.deliveries.some(({ outcome }) => outcome === 'pending')))
    return accept();

  const left = sorted(command, state);
  if (left.fresh.length === 0 && !byItself) {
    const message = 'nobody is left to send it to: all had this version, or want no reports';
    return refuse({ code: 'no_recipients', message, currentState: state.status });
  }
  return accept(...eventsOf(command, state, version, left));
}

type Sorted = {
  readonly fresh: readonly Recipient[];
  readonly skipped: readonly Recipient[];
  readonly unsubscribed: readonly Recipient[];
};

function sorted({ to, unsubscribed, again }: Of<'Send'>, state: KnownReport): Sorted {
  const { version } = newestOf(state);
  const each = [...new Map(to.map((recipient) => [recipient.key, recipient])).values()];
  const had = ({ key }: Recipient) => {
    const before = state.deliveries
      .filter((one) => one.version === version && one.key === key)
      .map((one) => one.outcome);
    return again ? before.includes('pending') : before.some((outcome) => HAD.includes(outcome));
  };
  const wanted = each.filter(({ key }) => !unsubscribed.includes(key));
  return {
    fresh: wanted.filter((recipient) => !had(recipient)),
    skipped: wanted.filter(had),
    unsubscribed: each.filter(({ key }) => unsubscribed.includes(key)),
  };
}

function eventsOf(
  { now: at, again, by }: Of<'Send'>,
  state: KnownReport,
  version: number,
  { fresh, skipped, unsubscribed }: Sorted,
): ReportEvent[] {
  const ids = { report_id: state.reportId, account_id: state.accountId, version };
  let last = state.deliveries.reduce((highest, { id }) => Math.max(highest, id), 0);
  const numbered = (recipients: readonly Recipient[]) =>
    recipients.map((recipient) => {
      last += 1;
      return { delivery_id: last, ...recipient };
    });
  const passed = (recipients: readonly Recipient[], outcome: 'skipped' | 'unsubscribed') =>
    numbered(recipients).map(
      (recipient): ReportEvent => ({
        type: 'ReportDelivered',
        at,
        data: { ...ids, ...recipient, subscription_id: null, outcome, again: false, share_id: null, error: null },
      }),
    );
  // Told once a version: a job that looks every morning has nothing new to say of somebody who wants no reports.
  const news = unsubscribed.filter(
    ({ key }) =>
      !state.deliveries.some((one) => one.version === version && one.key === key && one.outcome === 'unsubscribed'),
  );
  const started: ReportEvent[] =
    fresh.length === 0
      ? []
      : [{ type: 'ReportSendingStarted', at, data: { ...ids, deliveries: numbered(fresh), again, by } }];
  return [...started, ...passed(skipped, 'skipped'), ...passed(news, 'unsubscribed')];
}

/** What became of a mail; once that is known it stays so. */
export function recordDelivery(command: Of<'RecordDelivery'>, state: KnownReport): Made {
  const delivery = state.deliveries.find(({ id }) => id === command.deliveryId);
  if (delivery?.outcome !== 'pending') return accept();
  const { outcome, shareId: share_id, error, now: at } = command;
  const { id: delivery_id, version, to, key, again } = delivery;
  const subscription_id = outcome === 'accepted' ? state.subscriptionId : null;
  const ids = { report_id: state.reportId, account_id: state.accountId, version };
  return accept<ReportEvent>({
    type: 'ReportDelivered',
    at,
    data: { ...ids, delivery_id, to, key, subscription_id, outcome, again, share_id, error },
  });
}
