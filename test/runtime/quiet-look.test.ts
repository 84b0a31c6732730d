import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInMemoryEventStore } from '#adapters/event-store/in-memory';
import { createInMemoryReadModels } from '#adapters/read-model-in-memory';
import { EVENT_SCHEMAS } from '#app/events';
import { plusMinutes } from '#domain/kernel/time';
import { TestClock } from '#runtime/clock';
import { createEventCodec } from '#runtime/event-codec';
import type { NewEvent } from '#runtime/event-store';
import { machinery, TIMERS } from '#runtime/machinery-tables';
import { Projector } from '#runtime/projector';
import { QuietLook } from '#runtime/quiet-look';
import { uuidFrom } from '#runtime/random';
import { TimerRunner } from '#runtime/timers';
import { at } from '#test/support/world';

const START = at('2026-06-18T08:00:00.000Z');

/** Timers that one process projects and fires, and that another may project too. */
async function world() {
  let ms = 0;
  let looks = 0;
  const clock = new TestClock(START);
  const store = createInMemoryEventStore();
  const kept = createInMemoryReadModels();
  const tables = kept.tables('live');
  const counted: typeof tables = {
    get: tables.get,
    find: (table, where, options) => {
      looks += 1;
      return tables.find(table, where, options);
    },
  };
  const readModels = { ...kept, tables: () => counted };
  const codec = createEventCodec(EVENT_SCHEMAS);
  const projecting = async () => {
    const projector = new Projector({ store, readModels: kept, codec, projections: [machinery] });
    await projector.setUp();
    return projector;
  };
  const [own, other] = [await projecting(), await projecting()];
  const quiet = new QuietLook(
    () => own.changes.of(TIMERS.name),
    () => ms,
  );
  const runner = new TimerRunner({ store, readModels, codec, clock, quiet });
  const all = async (projector: Projector) => {
    while (await projector.runOnce());
  };
  let set = 0;
  return {
    clock,
    own,
    looks: () => looks,
    fired: () => store.snapshot().filter(({ type }) => type === 'TimerFired').length,
    set: (minutes: number) =>
      store.append(`test-${set}`, 'no_stream', [scheduled(set++, plusMinutes(clock.now(), minutes))]),
    projectHere: () => all(own),
    projectElsewhere: () => all(other),
    learn: () => own.look(),
    wait: (by: number) => {
      ms += by;
    },
    async fire() {
      while (await runner.runOnce()) await all(own);
    },
    runner,
  };
}

function scheduled(n: number, due_at: string): NewEvent {
  const data = { saga: 'test', instance: '1', name: 'run', timer_id: uuidFrom('timer', n), due_at };
  const ids = { correlation_id: uuidFrom(n), causation_id: uuidFrom(n), command_id: uuidFrom(n) };
  const metadata = {
    ...ids,
    actor: { kind: 'saga' },
    account_id: 1,
    site_id: 1,
    occurred_at: START,
    recorded_at: START,
  };
  return { id: uuidFrom('set', n), type: 'TimerScheduled', schemaVersion: 1, data, metadata };
}

describe('a look that found nothing', () => {
  it('is not repeated until something could be found', async () => {
    const { set, projectHere, fire, looks, fired, clock } = await world();
    await set(60);
    await projectHere();
    await fire();
    const after = looks();
    for (let n = 0; n < 20; n++) await fire();
    clock.set(plusMinutes(START, 59));
    await fire();
    expect(looks()).toBe(after);
    clock.set(plusMinutes(START, 60));
    await fire();
    expect(fired()).toBe(1);
  });

  it('is repeated where another process has projected: as soon as that is known, or after a moment', async () => {
    const { set, projectElsewhere, learn, wait, fire, fired, clock } = await world();
    await fire();
    await set(0);
    await projectElsewhere();
    await fire();
    expect(fired(), 'nobody has told it').toBe(0);
    await learn();
    await fire();
    expect(fired()).toBe(1);
    await set(0);
    await projectElsewhere();
    wait(250);
    clock.set(plusMinutes(START, 1));
    await fire();
    expect(fired()).toBe(2);
  });

  it('knows when the first comes due without asking, and is right about it', async () => {
    const { set, projectHere, fire, looks, runner } = await world();
    await set(90);
    await set(30);
    await projectHere();
    await fire();
    const after = looks();
    expect(await runner.nextDue()).toBe(plusMinutes(START, 30));
    expect(looks()).toBe(after);
    await set(10);
    await projectHere();
    expect(await runner.nextDue()).toBe(plusMinutes(START, 10));
  });

  it('never keeps what is due from being found, whatever comes in whatever order', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('set' as const), minutes: fc.integer({ min: 0, max: 120 }) }),
      fc.record({ do: fc.constant('later' as const), minutes: fc.integer({ min: 1, max: 90 }) }),
      fc.record({ do: fc.constant('elsewhere' as const) }),
      fc.record({ do: fc.constant('fire' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        const one = await world();
        const due: string[] = [];
        for (const each of steps) {
          if (each.do === 'set') {
            due.push(plusMinutes(one.clock.now(), each.minutes));
            await one.set(each.minutes);
          } else if (each.do === 'later') one.clock.set(plusMinutes(one.clock.now(), each.minutes));
          else if (each.do === 'elsewhere') await one.projectElsewhere();
          else {
            await one.projectHere();
            await one.fire();
            expect(one.fired()).toBe(due.filter((at) => at <= one.clock.now()).length);
          }
        }
      }),
    );
  });
});
