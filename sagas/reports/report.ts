import type { Day, Instant } from '#domain/kernel/time';
import {
  collectReport,
  failReport,
  recordReportDelivery,
  renderReport,
  reportEmail,
  reportReviewEmail,
  sendReport,
} from '#domain/reports/effects';
import type { ReportEvent } from '#domain/reports/report-messages';
import { type ReportSettings, sendingTime } from '#domain/reports/report-settings';
import { ask, saga } from '#runtime/typed-saga';

type Event<T extends ReportEvent['type']> = Extract<ReportEvent, { type: T }>;
type Making = {
  readonly reportId: Event<'ReportRequested'>['data']['report_id'];
  /** The newest. */
  readonly version: number;
  readonly settings: Pick<ReportSettings, 'review' | 'time_zone' | 'send_at'>;
  readonly dueOn: Day;
  readonly sent: boolean;
};
type Types = {
  state: Making | null;
  starts: Event<'ReportRequested'>;
  listens:
    | Event<'ReportRendered'>
    | Event<'ReportApproved'>
    | Event<'ReportRejected'>
    | Event<'ReportReviewReminded'>
    | Event<'ReportSendingStarted'>
    | Event<'ReportDelivered'>;
  own: never;
  timers: { send: object };
};

const ofReport = ({ report_id }: { readonly report_id: number }) => `report:${report_id}`;
const SENT = ['accepted', 'unknown'];
const notSending = { do: 'cancel_timer' as const, name: 'send' };

/** Makes each version of a report and, once it may go out, sends the first of them at the client's hour of its due day. */
export const reportLife = saga<Types>()({
  name: 'report-life',
  asks: [collectReport, renderReport, failReport, sendReport, reportEmail, recordReportDelivery, reportReviewEmail],
  timers: { send: (name) => (name === 'send' ? {} : null) },
  starts: { ReportRequested: (data) => ({ instance: String(data.report_id), keys: [ofReport(data)] }) },
  listens: {
    ReportRendered: ofReport,
    ReportApproved: ofReport,
    ReportRejected: ofReport,
    ReportReviewReminded: ofReport,
    ReportSendingStarted: ofReport,
    ReportDelivered: ofReport,
  },
  initial: null,
  evolve(state, entry) {
    if (entry.kind !== 'heard') return state;
    switch (entry.event.type) {
      case 'ReportRequested': {
        const { report_id: reportId, version, settings, due_on: dueOn } = entry.event.data;
        const { review, time_zone, send_at } = settings;
        return { reportId, version, settings: { review, time_zone, send_at }, dueOn, sent: state?.sent ?? false };
      }
      case 'ReportDelivered':
        return state && { ...state, sent: state.sent || SENT.includes(entry.event.data.outcome) };
      case 'ReportRendered':
      case 'ReportApproved':
      case 'ReportRejected':
      case 'ReportReviewReminded':
      case 'ReportSendingStarted':
        return state;
    }
  },
  keeps: () => true,
  on: {
    ReportRequested: (_, { data: { report_id, version } }) => [
      notSending,
      ask(collectReport, {
        name: `collect/${version}`,
        key: `report-${report_id}-collect-${version}`,
        payload: { report_id, version },
      }),
    ],
    ReportRendered(state, { at, data: { report_id, version } }) {
      if (state?.version !== version) return [];
      if (state.settings.review === 'none') return sending(state, at);
      const payload = { report_id, version, reminder: false };
      return [
        ask(reportReviewEmail, { name: `review/${version}`, key: `report-${report_id}-review-${version}`, payload }),
      ];
    },
    ReportApproved: (state, { at, data: { version } }) => (state?.version === version ? sending(state, at) : []),
    ReportRejected: () => [notSending],
    ReportReviewReminded: (_, { id, data: { report_id, version } }) => [
      ask(reportReviewEmail, {
        name: `remind/${id}`,
        key: `report-remind-${id}`,
        payload: { report_id, version, reminder: true },
      }),
    ],
    ReportSendingStarted: (_, { data: { report_id, version, deliveries } }) =>
      deliveries.map(({ delivery_id }) =>
        ask(reportEmail, {
          name: `mail/${delivery_id}`,
          key: `report-${report_id}-delivery-${delivery_id}`,
          payload: { report_id, version, delivery_id },
        }),
      ),
    ReportDelivered: (_, { data: { outcome } }) => (SENT.includes(outcome) ? [notSending] : []),
  },
  answers: {
    collect_report: {
      succeeded(_, { asked: { payload }, result: { failed } }) {
        const { report_id, version } = payload;
        if (failed === true) return [];
        const key = `report-${report_id}-render-${version}`;
        return [ask(renderReport, { name: `render/${version}`, key, payload: { report_id, version } })];
      },
      parked: (_, { asked, error }) => [failing(asked.payload, 'collecting_failed', error)],
    },
    render_report: { parked: (_, { asked, error }) => [failing(asked.payload, 'rendering_failed', error)] },
    report_email: {
      succeeded: (_, { asked, result }) => [delivered(asked.payload, 'accepted', null, result.share_id ?? null)],
      unknown: (_, { asked, error }) => [delivered(asked.payload, 'unknown', error)],
      parked: (_, { asked, error }) => [delivered(asked.payload, 'refused', error)],
    },
  },
  fired: {
    send: (state, { id }) =>
      state === null || state.sent
        ? []
        : [ask(sendReport, { name: `send/${id}`, key: `report-send-${id}`, payload: { report_id: state.reportId } })],
  },
});

/** By itself a report goes out once; later versions are sent by people. */
const sending = (state: Making, now: Instant) =>
  state.sent
    ? []
    : [
        {
          do: 'timer' as const,
          timer: 'send' as const,
          name: 'send',
          at: sendingTime(state.settings, state.dueOn, now),
          data: {},
        },
      ];

type OfVersion = { readonly report_id: Making['reportId']; readonly version: number };
const failing = ({ report_id, version }: OfVersion, problem: string, detail: string) =>
  ask(failReport, {
    name: `fail/${version}`,
    key: `report-${report_id}-fail-${version}`,
    payload: { report_id, version, problem, detail },
  });

const delivered = (
  { report_id, delivery_id }: OfVersion & { readonly delivery_id: number },
  outcome: 'accepted' | 'refused' | 'unknown',
  error: string | null,
  share_id: number | null = null,
) =>
  ask(recordReportDelivery, {
    name: `delivered/${delivery_id}/${outcome}`,
    key: `report-${report_id}-delivered-${delivery_id}-${outcome}`,
    payload: { report_id, delivery_id, outcome, share_id, error },
  });
