import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { AccountId, SiteId } from '#domain/kernel/ids';
import { type Day, type Instant, plusMinutes } from '#domain/kernel/time';
import type { Clock } from '#runtime/clock';
import type { Cause } from '#runtime/metadata';
import type { Pump } from '#runtime/pump';
import type { ReportCommands } from './report.ts';

/** Views after a day's first one are summed for so long. */
const MINUTES = 5;
/** Of which report, and whose that is. */
export type SharedOf = { readonly reportId: number; readonly accountId: AccountId; readonly siteId: SiteId };
type Seen = { readonly of: SharedOf; readonly share: number; readonly on: Day; count: number };

export type ShareViews = ReturnType<typeof shareViews>;

/**
 * How often shares are looked at. The first view of a day stands in the log at once; later ones of the day are counted in this
 * process and told in sums, so that whoever looks without end fills no disk. What was not told yet is lost with the process.
 */
export function shareViews(deps: {
  readonly reports: Pick<ReportCommands, 'run'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly zone: Zone;
  readonly newId: () => string;
}) {
  const { reports, clock, zone, newId } = deps;
  const seen = new Map<string, Seen>();
  let next: Instant = plusMinutes(clock.now(), MINUTES);

  async function tell({ of, share, on }: Seen, count: number): Promise<void> {
    const id = newId();
    const cause: Cause = {
      commandId: id,
      correlationId: id,
      causationId: id,
      actor: { kind: 'system', id: 'share views' },
      accountId: of.accountId,
      siteId: of.siteId,
    };
    await reports.run(of.reportId, { type: 'CountViews', shareId: share, on, count }, cause);
  }
  /** What cannot be told now is told with the next sum. */
  async function attempt(entry: Seen): Promise<void> {
    const { count } = entry;
    entry.count = 0;
    await tell(entry, count).catch(() => {
      entry.count += count;
    });
  }

  /** Tells what was counted, and forgets the days that are over. */
  async function tellAll(): Promise<boolean> {
    const today = dayOf(clock.now(), zone);
    const counted = [...seen.values()].filter(({ count }) => count > 0);
    for (const entry of counted) await attempt(entry);
    for (const [name, { on, count }] of seen) if (on !== today && count === 0) seen.delete(name);
    return counted.length > 0;
  }

  return {
    /** One more look at a share; `lastOn` is the day of its last view that is known. Never throws. */
    async count(of: SharedOf, share: number, lastOn: Day | null): Promise<void> {
      const on = dayOf(clock.now(), zone);
      const name = `${of.reportId} ${share} ${on}`;
      const known = seen.get(name);
      const entry = known ?? { of, share, on, count: 0 };
      seen.set(name, entry);
      entry.count += 1;
      if (known === undefined && lastOn !== on) await attempt(entry);
    },
    tellAll,
    pump: {
      name: 'share views',
      async runOnce() {
        if (clock.now() < next) return false;
        next = plusMinutes(clock.now(), MINUTES);
        return tellAll();
      },
    } satisfies Pump,
  };
}
