import { describe, expect, it } from 'vitest';
import { createInMemoryEventStore } from '#adapters/event-store/in-memory';
import { createInMemoryReadModels } from '#adapters/read-model-in-memory';
import { EVENT_SCHEMAS } from '#app/events';
import { epochMs } from '#domain/kernel/time';
import { TestClock } from '#runtime/clock';
import type { EffectHandler } from '#runtime/effect-handler';
import { EffectRunner } from '#runtime/effects';
import { createEventCodec } from '#runtime/event-codec';
import type { NewEvent } from '#runtime/event-store';
import { machinery } from '#runtime/machinery-tables';
import { createInMemoryPace, type Rate } from '#runtime/pace';
import { Projector } from '#runtime/projector';
import { uuidFrom } from '#runtime/random';
import { at } from '#test/support/world';

const START = '2026-06-01T08:00:00.000Z';

/** The effect runner on effects of one kind that all come due at once, on a clock that only it moves. */
async function due(count: number, handler: EffectHandler) {
  const clock = new TestClock(at(START));
  const store = createInMemoryEventStore();
  const readModels = createInMemoryReadModels();
  const codec = createEventCodec(EVENT_SCHEMAS);
  const projector = new Projector({ store, readModels, codec, projections: [machinery] });
  await projector.setUp();
  for (let from = 0; from < count; from += 1000) {
    const events = Array.from({ length: Math.min(1000, count - from) }, (_, i) => requested(from + i));
    await store.append(`asked-${from}`, 'no_stream', events);
  }
  const runner = new EffectRunner({
    store,
    readModels,
    codec,
    clock,
    pace: createInMemoryPace(),
    worker: 'one',
    leases: { hold: async () => true, isAlive: async () => false, close: async () => undefined },
    handlers: { ask: handler },
  });
  const project = async () => {
    while (await projector.runOnce());
  };
  for (;;) {
    await project();
    while (await runner.runOnce()) await project();
    const next = await runner.nextDue();
    if (next === null) break;
    expect(next > clock.now(), 'it waits, and does not spin').toBe(true);
    clock.set(next);
  }
  const rows = await readModels.tables('live').find('runtime_effects', {});
  const having = (status: string) => rows.filter((row) => row['status'] === status).length;
  return { clock, succeeded: having('succeeded'), parked: having('parked') };
}

function requested(n: number): NewEvent {
  const data = {
    effect_id: uuidFrom('effect', n),
    saga: 'test',
    instance: String(n),
    name: 'ask',
    kind: 'ask',
    key: `k${n}`,
    payload: { url: `https://blog${n}.example/` },
  };
  const metadata = {
    correlation_id: uuidFrom(n),
    causation_id: uuidFrom(n),
    command_id: uuidFrom(n),
    actor: { kind: 'saga' },
    account_id: 1,
    site_id: 1,
    occurred_at: START,
    recorded_at: START,
  };
  return { id: uuidFrom('asked', n), type: 'EffectRequested', schemaVersion: 1, data, metadata };
}

/** The most calls in any 60 s. */
function busiest(calls: readonly number[]): number {
  let most = 0;
  for (let from = 0, to = 0; to < calls.length; to++) {
    while ((calls[to] ?? 0) - (calls[from] ?? 0) >= 60_000) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

describe('10,000 effects that come due at once', () => {
  it('are taken in batches, never more than the receiver allows in a minute, and never many at a time', async () => {
    const rate: Rate = { perMinute: 60, burst: 12 };
    const calls: number[] = [];
    let [open, most, largest] = [0, 0, 0];
    const done = await due(10_000, {
      internal: true,
      whenLost: 'resend',
      batch: 500,
      pacing: { receiver: 'checker', rate, calls: 3 },
      call: async () => ({ outcome: 'succeeded', result: {} }),
      async callMany(batch) {
        open += batch.length;
        [most, largest] = [Math.max(most, open), Math.max(largest, batch.length)];
        for (let call = 0; call < 3; call++) calls.push(epochMs(batch[0]?.attemptedAt ?? at(START)));
        open -= batch.length;
        return batch.map(() => ({ outcome: 'succeeded' as const, result: {} }));
      },
    });
    expect(done.succeeded).toBe(10_000);
    expect(calls).toHaveLength(60);
    expect(busiest(calls)).toBeLessThanOrEqual(rate.perMinute);
    expect([most, largest]).toEqual([500, 500]);
  });

  it('one call each, spread over as long as it takes', async () => {
    const rate: Rate = { perMinute: 600, burst: 100 };
    const calls: number[] = [];
    const handler: EffectHandler = {
      internal: true,
      whenLost: 'resend',
      pacing: { receiver: 'service', rate },
      call: async (effect) => {
        calls.push(epochMs(effect.attemptedAt));
        return { outcome: 'succeeded', result: {} };
      },
    };
    const done = await due(2_000, handler);
    expect(done.succeeded).toBe(2_000);
    expect(busiest(calls)).toBeLessThanOrEqual(600);
    expect(epochMs(done.clock.now()) - epochMs(at(START))).toBeGreaterThan(3 * 60_000);
  });
});

describe('a receiver that loses every answer', () => {
  it.each([
    ['breaks', () => Promise.reject(new Error('the line is cut'))],
    ['does not answer', async () => ({ outcome: 'unknown' as const, error: 'no answer' })],
  ])('is asked again after a pause where nothing was done, a handful of times (it %s)', async (_, call) => {
    const times: number[] = [];
    const handler: EffectHandler = {
      whenLost: 'look_up',
      lookUp: async () => ({ outcome: 'not_done' }),
      call: (effect) => {
        times.push(epochMs(effect.attemptedAt));
        return call();
      },
    };
    const done = await due(1, handler);
    expect([done.succeeded, done.parked]).toEqual([0, 1]);
    const pauses = times.slice(1).map((time, index) => (time - (times[index] ?? 0)) / 60_000);
    expect(pauses).toEqual([1, 5, 30, 120, 720]);
  });
});
