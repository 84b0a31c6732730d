import { type CanonicalJson, canonicalJson } from '#domain/kernel/canonical-json';
import type { LeafEvent } from '#domain/log/event-leaf';
import type { Bytes, Sha256 } from '#domain/log/merkle';
import { hexOf, isPdfName, LARGEST_PDF, pdfName } from './evidence-bundle.ts';
import { fail, type IssuedData, quoted } from './evidence-bundle-shape.ts';

/** A version of a report that was sent, by its events in the bundle: to whom (sealed), and when its shares were opened. */
export type SentReport = {
  readonly report_id: CanonicalJson;
  readonly report_type: CanonicalJson;
  readonly site_id: CanonicalJson;
  readonly period_start: CanonicalJson;
  readonly period_end: CanonicalJson;
  readonly version: CanonicalJson;
  /** The place in the log that its numbers follow from. */
  readonly position: CanonicalJson;
  /** Of its PDF, which the bundle holds where it was there and is not too large. */
  readonly sha256: CanonicalJson;
  readonly size_bytes: CanonicalJson;
  readonly pages: CanonicalJson;
  readonly rendered_at: CanonicalJson;
  readonly deliveries: readonly {
    readonly to: CanonicalJson;
    readonly at: CanonicalJson;
    readonly outcome: CanonicalJson;
    readonly again: CanonicalJson;
    readonly event_id: string;
  }[];
  /** That a share was opened on a day, so many times. By whom, nobody knows. */
  readonly opened: readonly {
    readonly share_id: CanonicalJson;
    readonly on: CanonicalJson;
    readonly count: CanonicalJson;
    readonly event_id: string;
  }[];
  readonly event_ids: readonly string[];
};

/** What is read of streams of reports; the room of reports holds these names against its own. */
const TYPES = {
  asked: 'ReportRequested',
  rendered: 'ReportRendered',
  delivered: 'ReportDelivered',
  opened: 'ReportShareViewed',
} as const;
export type HeardOfReports = (typeof TYPES)[keyof typeof TYPES];
/** By which type the reports of an account are found. */
export const REPORT_ASKED: HeardOfReports = TYPES.asked;

const STREAM = /^report-\d+$/;
/** What counts as sent: a mail server took it, or its answer was lost. */
const SENT: ReadonlySet<CanonicalJson> = new Set(['accepted', 'unknown']);
/** Of an event, as far as it is read here; stored events and those of a bundle are alike in that. */
type Told = Pick<LeafEvent, 'id' | 'type' | 'stream'> & { readonly data: { readonly [key: string]: unknown } };
type Invoiced = Pick<IssuedData, 'period_start' | 'period_end' | 'lines'>;

/** Whether it asks for a report of a site on the invoice, of days in the invoiced months. */
export function isInvoiced({ lines, ...invoiced }: Invoiced, { type, data }: Omit<Told, 'id'>): boolean {
  const { site_id: site, period_start: start, period_end: end } = data;
  if (type !== TYPES.asked || site == null || typeof start !== 'string' || typeof end !== 'string') return false;
  const overlap = monthOf(start) <= monthOf(invoiced.period_end) && monthOf(end) >= monthOf(invoiced.period_start);
  return overlap && lines.some(({ site_id }) => site_id === site);
}
const monthOf = (day: string): string => day.slice(0, 7);

/**
 * The events of each version that was sent, of reports that `isInvoiced` has; the first of each is what asked for it. Whatever else
 * stands in the streams, such as versions that were only read and what was said of them, is in none.
 */
export function versionsSent<E extends Told>(invoiced: Invoiced, events: Iterable<E>): readonly (readonly E[])[] {
  const versions = new Map<string, E[]>();
  for (const event of events) {
    const { version } = event.data;
    if (!STREAM.test(event.stream) || typeof version !== 'number') continue;
    const name = `${event.stream} ${version}`;
    const known = versions.get(name);
    if (!known) {
      if (isInvoiced(invoiced, event)) versions.set(name, [event]);
    } else if (isNews(event, known)) known.push(event);
  }
  return [...versions.values()].filter((own) => own.some(isSending));
}
/** A version is asked for once and rendered once; whatever says so again changes nothing. */
const isNews = ({ type }: Told, known: readonly Told[]): boolean =>
  type === TYPES.delivered ||
  type === TYPES.opened ||
  (type === TYPES.rendered && known.every((event) => event.type !== TYPES.rendered));
const isSending = ({ type, data }: Told): boolean =>
  type === TYPES.delivered && SENT.has((data['outcome'] ?? null) as CanonicalJson);

/** `deliverables/reports.json`. */
export const reportsSent = (issued: IssuedData, events: ReadonlyMap<string, LeafEvent>): readonly SentReport[] =>
  versionsSent(issued, events.values()).map(reportOf);

function reportOf(own: readonly LeafEvent[]): SentReport {
  const of = (type: string) => own.filter((event) => event.type === type);
  const [asked, rendered] = [own[0]?.data ?? {}, of(TYPES.rendered)[0]];
  return {
    report_id: asked['report_id'] ?? null,
    report_type: asked['report_type'] ?? null,
    site_id: asked['site_id'] ?? null,
    period_start: asked['period_start'] ?? null,
    period_end: asked['period_end'] ?? null,
    version: asked['version'] ?? null,
    position: asked['position'] ?? null,
    sha256: rendered?.data['sha256'] ?? null,
    size_bytes: rendered?.data['size_bytes'] ?? null,
    pages: rendered?.data['pages'] ?? null,
    rendered_at: rendered?.metadata['occurred_at'] ?? null,
    deliveries: of(TYPES.delivered).map(({ id, data, metadata }) => ({
      to: data['to'] ?? null,
      at: metadata['occurred_at'] ?? null,
      outcome: data['outcome'] ?? null,
      again: data['again'] ?? null,
      event_id: id,
    })),
    opened: of(TYPES.opened).map(({ id, data }) => ({
      share_id: data['share_id'] ?? null,
      on: data['on'] ?? null,
      count: data['count'] ?? null,
      event_id: id,
    })),
    event_ids: own.filter(({ type }) => type === TYPES.asked || type === TYPES.rendered).map(({ id }) => id),
  };
}

/** When it was first sent: an instant. */
export const firstSent = ({ deliveries }: SentReport): string =>
  String(deliveries.find(({ outcome }) => SENT.has(outcome))?.at);
/** The days on which it was opened, each once. */
export const daysOpened = ({ opened }: SentReport): readonly string[] => [
  ...new Set(opened.map(({ on }) => words(on))),
];

/** A row for each, as a card network is told. */
export const reportRows = (reports: readonly SentReport[]): readonly string[] =>
  reports.map((report) => {
    const { report_id, period_start, period_end, version } = report;
    const days = daysOpened(report);
    const opened = days.length === 0 ? '' : `, opened on ${days.join(', ')}`;
    return `Report ${words(report_id)} of ${words(period_start)} to ${words(period_end)}, version ${words(version)}: sent ${firstSent(report).slice(0, 10)}${opened}`;
  });
/** Text as it is, any other value as JSON. */
export const words = (value: CanonicalJson): string => (typeof value === 'string' ? value : canonicalJson(value));

/** That each PDF is the one that a report names. Throws `Broken`. */
export function pdfsNamed(files: ReadonlyMap<string, Bytes>, reports: readonly SentReport[], sha256: Sha256): void {
  const named = new Map(reports.map((report) => [pdfName(String(report.sha256)), report]));
  for (const [name, bytes] of files) {
    if (!isPdfName(name)) continue;
    const report = named.get(name) ?? fail(`${quoted(name)} is of no report that was sent`);
    if (hexOf(sha256(bytes)) !== report.sha256 || bytes.length !== report.size_bytes || bytes.length > LARGEST_PDF)
      fail(`${quoted(name)} is not the PDF that its report names`);
  }
}
