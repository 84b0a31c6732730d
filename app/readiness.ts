import type { ReadModelProgress } from '#api/http/deps';
import { monotonicMs } from '#runtime/clock';
import type { Pump } from '#runtime/pump';
import { Standstill } from '#runtime/standstill';
import type { Waits } from '#runtime/waits';
import type { System } from './system.ts';

/** How often it is looked whether the read models move. */
const LAG_LOOK_MS = 1_000;

/** Sees for how long read models have stood still, whether or not anybody asks whether the process is ready. */
export function lagWatch(system: System): Pump & { look(): Promise<readonly Lag[]> } {
  const standstill = new Standstill();
  let lookedAt = Number.NEGATIVE_INFINITY;
  const look = async () => {
    const status = await system.projector.status();
    const all = status.map(({ name, lag, place }) => ({ name, lag, position: place.position }));
    lookedAt = monotonicMs();
    const still = new Map(standstill.observe(lookedAt, all).map(({ name, stillMs }) => [name, stillMs]));
    return all.map(({ name, lag }) => ({ name, lag, stillMs: still.get(name) ?? 0 }));
  };
  return {
    name: 'lag',
    look,
    async runOnce() {
      if (monotonicMs() - lookedAt >= LAG_LOOK_MS) await look();
      return false;
    },
  };
}
type Lag = { readonly name: string; readonly lag: number; readonly stillMs: number };

/** How far the read models are, for requests; what they wait for it is noted. */
export function readModelProgress({ projector, arrivals, ahead }: System, waits: Waits): ReadModelProgress {
  const queue = waits.queue();
  return {
    position: () => projector.position(),
    waitFor: (position, timeoutMs) => queue.of(arrivals.waitFor(position, timeoutMs)),
    fresh: (timeoutMs) => queue.of(arrivals.fresh(timeoutMs)),
    sinceThen: (since, timeoutMs) => queue.of(arrivals.sinceThen(since, timeoutMs)),
    ahead: (position, work) => ahead.read(position, work),
  };
}

/** Whether requests should be sent here: the store answers, and no read model stands still for too long. */
export async function readiness(system: System, look: () => Promise<readonly Lag[]>, maxLagSeconds: number) {
  const checks: Record<string, unknown> = {};
  try {
    await system.around.store.ping();
    checks['event_store'] = 'ok';
    const lags = await look();
    checks['projections'] = Object.fromEntries(
      lags.map(({ name, lag, stillMs }) => [
        name,
        stillMs < 1000 ? { lag } : { lag, still_seconds: Math.floor(stillMs / 1000) },
      ]),
    );
    checks['parked_streams'] = (await system.projector.parked()).length;
    return { ready: lags.every(({ stillMs }) => stillMs <= maxLagSeconds * 1000), checks };
  } catch (error) {
    return { ready: false, checks: { ...checks, error: error instanceof Error ? error.message : String(error) } };
  }
}
