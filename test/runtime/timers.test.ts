import { describe, expect, it } from 'vitest';
import { createInMemoryEventStore } from '#adapters/event-store/in-memory';
import { createInMemoryReadModels } from '#adapters/read-model-in-memory';
import { EVENT_SCHEMAS } from '#app/events';
import { TestClock } from '#runtime/clock';
import { createEventCodec } from '#runtime/event-codec';
import type { NewEvent } from '#runtime/event-store';
import { machinery, TIMERS } from '#runtime/machinery-tables';
import { metadataOf } from '#runtime/metadata';
import { Projector } from '#runtime/projector';
import { uuidFrom } from '#runtime/random';
import { TimerRunner } from '#runtime/timers';
import { at } from '#test/support/world';

const DUE = '2026-06-18T09:00:00.000Z';
const TIMER = uuidFrom('timer', 'test', '1', 'run', DUE);

/** A timer and its runner; `another` is a runner of a second process on the same store. */
async function world() {
  const clock = new TestClock(at('2026-06-18T08:00:00.000Z'));
  const store = createInMemoryEventStore();
  const readModels = createInMemoryReadModels();
  const codec = createEventCodec(EVENT_SCHEMAS);
  const projector = new Projector({ store, readModels, codec, projections: [machinery] });
  await projector.setUp();
  const runner = () => new TimerRunner({ store, readModels, codec, clock });
  const project = async () => {
    while (await projector.runOnce());
  };
  const settle = async (one: TimerRunner) => {
    await project();
    for (let turn = 0; await one.runOnce(); turn++) {
      expect(turn, 'it comes to rest').toBeLessThan(20);
      await project();
    }
  };
  const fired = () => store.snapshot().filter(({ type }) => type === 'TimerFired');
  const rows = () => readModels.tables('live').find(TIMERS.name, {});
  /** Sets the timer under the same name and time as ever. */
  const set = async (n: number) => store.append(`test-${n}`, 'no_stream', [scheduled(n)]);
  clock.set(at(DUE));
  return { set, settle, project, runner, fired, rows };
}

function scheduled(n: number): NewEvent {
  const data = { saga: 'test', instance: '1', name: 'run', timer_id: TIMER, due_at: DUE };
  const ids = { correlation_id: uuidFrom(n), causation_id: uuidFrom(n), command_id: uuidFrom(n) };
  const metadata = { ...ids, actor: { kind: 'saga' }, account_id: 1, site_id: 1, occurred_at: DUE, recorded_at: DUE };
  return { id: uuidFrom('set', n), type: 'TimerScheduled', schemaVersion: 1, data, metadata };
}

describe('a timer', () => {
  it('fires once each time it is set, also under its old name and time', async () => {
    const { set, settle, runner, fired, rows } = await world();
    const one = runner();
    await set(1);
    await settle(one);
    await set(2);
    await settle(one);
    expect(fired().map((event) => metadataOf(event).causation_id)).toEqual([uuidFrom('set', 1), uuidFrom('set', 2)]);
    expect(new Set(fired().map(({ id }) => id)).size).toBe(2);
    expect(await rows()).toEqual([]);
  });

  it('set again before its firing was seen is at rest in the end', async () => {
    const { set, settle, project, runner, fired, rows } = await world();
    const one = runner();
    await set(1);
    await project();
    await one.runOnce();
    await set(2);
    await settle(one);
    expect(fired()).toHaveLength(2);
    expect(await rows()).toEqual([]);
  });

  it('that several processes see due fires once', async () => {
    const { set, settle, project, runner, fired } = await world();
    const [one, other, third] = [runner(), runner(), runner()];
    await set(1);
    await project();
    await Promise.all([one.runOnce(), other.runOnce()]);
    await third.runOnce();
    await settle(one);
    expect(fired()).toHaveLength(1);
  });

  it('whose row a restarted process finds after all is fired by it', async () => {
    const { set, settle, runner, fired, rows } = await world();
    await set(1);
    await settle(runner());
    await set(2);
    await settle(runner());
    expect(fired()).toHaveLength(2);
    expect(await rows()).toEqual([]);
  });
});
