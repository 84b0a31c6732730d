import type { CompareReport, ReplayDifference, Replayed } from '#commands/proof/ports-proof';
import { type CanonicalJson, canonicalJson } from '#domain/kernel/canonical-json';
import type { ReportEvent } from '#domain/reports/report-messages';
import type { EventCodec } from '#runtime/event-codec';
import type { EventStore, RecordedEvent } from '#runtime/event-store';
import type { ReadTables } from '#runtime/read-model';
import type { CollectReport } from './ports-reports.ts';

type Event<T extends ReportEvent['type']> = Extract<ReportEvent, { type: T }>;
const ASKED = 'ReportRequested' satisfies ReportEvent['type'];
const COLLECTED = 'ReportDataCollected' satisfies ReportEvent['type'];
/** Shown of a comparison at most; `equal` tells of all. */
const MOST_DIFFERENCES = 200;

/**
 * Collects what each version of a report showed once more, from events alone and up to the version's own place in the log, and
 * compares it with what the log has of it (spec 13, 2.3). A path is `/versions/<version>/` and a JSON pointer into its data.
 */
export function compareReport(deps: {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly codec: EventCodec;
  /** The read models that data are collected from. */
  readonly models: readonly string[];
  readonly collectFrom: (tables: ReadTables) => CollectReport;
}): CompareReport {
  const { store, codec, models, collectFrom } = deps;
  return async (id, rebuilt) => {
    const history = await store.readStream(`report-${id}`);
    const asked = new Map(ofType<Event<typeof ASKED>>(history, ASKED).map(({ data }) => [data.version, data]));
    const [first] = asked.values();
    if (!first) return null;
    const collect = collectFrom(await rebuilt(models, first.account_id));
    const differences: ReplayDifference[] = [];
    for (const { data } of ofType<Event<typeof COLLECTED>>(history, COLLECTED)) {
      const of = asked.get(data.version);
      if (!of) continue;
      const anew = await collect({
        account_id: first.account_id,
        site_id: first.site_id,
        subscription_id: first.managed_subscription_id,
        report_type: first.report_type,
        period_start: first.period_start,
        period_end: first.period_end,
        sections: of.settings.sections,
        language: of.settings.language,
        position: of.position,
      });
      differ(`/versions/${data.version}`, plain(data.data), plain(anew), differences);
    }
    const position = history.at(-1)?.position ?? 0;
    const equal = differences.length === 0;
    return { equal, position, differences: differences.slice(0, MOST_DIFFERENCES) } satisfies Replayed;
  };

  function ofType<E extends ReportEvent>(history: readonly RecordedEvent[], type: E['type']): E[] {
    return history.filter((event) => event.type === type).map((event) => codec.decode<E>(event));
  }
}

/** As JSON carries it. */
const plain = (value: object): CanonicalJson => JSON.parse(JSON.stringify(value)) as CanonicalJson;
type Parts = { readonly [key: string]: CanonicalJson };
const partsOf = (value: CanonicalJson | undefined): Parts | null =>
  typeof value === 'object' && value !== null ? (value as Parts) : null;
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Down to the values that differ. */
function differ(
  path: string,
  stored: CanonicalJson | undefined,
  replayed: CanonicalJson | undefined,
  found: ReplayDifference[],
): void {
  const [left, right] = [partsOf(stored), partsOf(replayed)];
  if (left && right && Array.isArray(left) === Array.isArray(right)) {
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)]))
      differ(`${path}/${escaped(key)}`, left[key], right[key], found);
    return;
  }
  if (canonicalJson(stored ?? null) !== canonicalJson(replayed ?? null))
    found.push({ path, stored: shown(stored), replayed: shown(replayed) });
}
const shown = (value: CanonicalJson | undefined): ReplayDifference['stored'] =>
  (value ?? null) as ReplayDifference['stored'];
