import { dayOf, type Zone } from '#domain/kernel/calendar';
import { type Day, type Instant, plusMinutes } from '#domain/kernel/time';
import { OTHER_VERSION, pluginChecks, type VersionCount } from '#domain/plugin/plugin-checks';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { Cause } from '#runtime/metadata';
import type { Pump } from '#runtime/pump';
import { sha256 } from '#runtime/random';

/** Sums are told so often. */
const MINUTES = 60;
/** Of more sites on a day, checks are counted and sites no longer. */
const MOST_SITES = 200_000;

export type PluginChecks = ReturnType<typeof pluginCheckCounts>;
type Sum = { -readonly [K in keyof Omit<VersionCount, 'version'>]: VersionCount[K] };
type Counting = {
  readonly day: Day;
  /** Thrown away with the day: what was hashed with it can be told from nothing any more. */
  readonly salt: string;
  readonly seen: Set<string>;
  readonly sums: Map<string, Sum>;
};

/**
 * How often sites ask, by the version that they have. Who asks is known for a day as a hash with a salt that is nowhere but in this
 * process's memory, and told to nobody. Sums go into the log once an hour; what was not told yet is lost with the process.
 */
export function pluginCheckCounts(deps: {
  readonly handler: CommandHandler;
  readonly clock: Pick<Clock, 'now'>;
  readonly zone: Zone;
  readonly newId: () => string;
}) {
  const { handler, clock, zone, newId } = deps;
  let counting = begin();
  const closed: Counting[] = [];
  let next: Instant = plusMinutes(clock.now(), MINUTES);

  function begin(): Counting {
    return { day: dayOf(clock.now(), zone), salt: newId() + newId(), seen: new Set(), sums: new Map() };
  }
  function today(): Counting {
    if (counting.day !== dayOf(clock.now(), zone)) {
      closed.push(counting);
      counting = begin();
    }
    return counting;
  }
  function sumOf(version: string | null): Sum {
    const { sums } = today();
    const name = version ?? OTHER_VERSION;
    const sum = sums.get(name) ?? { checks: 0, sites: 0, offered: 0, downloads: 0 };
    sums.set(name, sum);
    return sum;
  }

  /** What cannot be told now is told with the next sum. */
  async function tell({ day, sums }: Counting): Promise<boolean> {
    const counts = [...sums].map(([version, sum]) => ({ version, ...sum }));
    if (counts.length === 0) return false;
    sums.clear();
    const id = newId();
    const cause: Cause = {
      commandId: id,
      correlationId: id,
      causationId: id,
      actor: { kind: 'system', id: 'plugin checks' },
    };
    try {
      await handler.handle(
        pluginChecks,
        `plugin-checks-${day}`,
        { type: 'Count', day, counts, now: clock.now() },
        cause,
      );
    } catch {
      for (const { version, ...sum } of counts) sums.set(version, added(sums.get(version), sum));
    }
    return true;
  }
  async function tellAll(): Promise<boolean> {
    const now = today();
    let told = false;
    for (const each of closed.splice(0)) told = (await tell(each)) || told;
    return (await tell(now)) || told;
  }

  return {
    /** One more check: `version` null for any that nobody published, `site` as the site calls itself, null where it does not. */
    check(version: string | null, site: string | null, offered: boolean): void {
      const sum = sumOf(version);
      const { salt, seen } = today();
      sum.checks += 1;
      if (offered) sum.offered += 1;
      if (site === null || seen.size >= MOST_SITES) return;
      const mark = sha256(`${salt} ${site}`).slice(0, 24);
      if (!seen.has(mark)) sum.sites += 1;
      seen.add(mark);
    },
    download(version: string): void {
      sumOf(version).downloads += 1;
    },
    tellAll,
    pump: {
      name: 'plugin checks',
      async runOnce() {
        if (clock.now() < next && counting.day === dayOf(clock.now(), zone)) return false;
        next = plusMinutes(clock.now(), MINUTES);
        return tellAll();
      },
    } satisfies Pump,
  };
}

const added = (a: Sum | undefined, b: Sum): Sum => ({
  checks: (a?.checks ?? 0) + b.checks,
  sites: (a?.sites ?? 0) + b.sites,
  offered: (a?.offered ?? 0) + b.offered,
  downloads: (a?.downloads ?? 0) + b.downloads,
});
