import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GivenConfig, resolveConfig, type Tier } from '#domain/services/service-config';
import { deliveryMonth } from '#sagas/services/delivery-month';
import { sagaStory } from '#test/support/spec';

type Found = {
  status?: string;
  enabled?: boolean;
  tier?: Tier;
  given?: GivenConfig;
  has_blueprint?: boolean;
  published?: number;
  target?: number;
  under_way?: number;
};
const scheduled = (schedule: 'daily' | 'weekly' | 'monthly'): Found => ({ given: { automation: { schedule } } });

/** One instance: June 2026, active since the 17th. Its timers are fired by hand. */
function story({ zone = 'UTC', starts = '2026-06-17', at: began = '2026-06-17T10:00:00.000Z' } = {}) {
  const told = sagaStory(deliveryMonth, zone);
  const { tell } = told;
  const month = starts.slice(0, 7);
  const ends = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
  const input = { subscription_id: 1, site_id: 11, month, starts_on: starts, ends_on: ends };
  const subscription = { subscription_id: 1, site_id: 11 };
  const situation = ({ tier = 'lite', given = {}, ...more }: Found) => ({
    status: 'active',
    enabled: true,
    tier,
    service_config: resolveConfig(tier, given),
    has_blueprint: true,
    published: 0,
    target: 10,
    ...more,
  });
  /** Timers that have fired, by hand or in `finish`: each fires once. */
  const fired = new Set<string>();
  const story = {
    ...told,
    start: () => tell('ServiceMonthStarted', input, began),
    found: (run: string, found: Found = {}, when = `${run}T10:00:00.000Z`) =>
      tell('EffectSucceeded', { name: `look_up/${run}`, result: situation(found) }, when),
    fire: (name: string, when = `${name.slice(4)}T09:00:00.000Z`) => {
      fired.add(`${name} ${when}`);
      return tell('TimerFired', { name }, when);
    },
    pause: (on: string) =>
      tell('ManagedSubscriptionPaused', subscription, on.includes('T') ? on : `${on}T12:00:00.000Z`),
    resume: (on: string) =>
      tell('ManagedSubscriptionResumed', subscription, on.includes('T') ? on : `${on}T15:00:00.000Z`),
    /** Answers the look-up that a resumption asked for, where it asked for one. */
    answer: (asked: readonly string[], found: Found, when: string) => {
      const name = asked
        .find((step) => step.startsWith('effect look_up_delivery'))
        ?.split(' ')
        .at(-1);
      return name === undefined ? [] : tell('EffectSucceeded', { name, result: situation(found) }, when);
    },
    cancel: (on: string) => tell('ManagedSubscriptionCancelled', subscription, `${on}T12:00:00.000Z`),
    /** Fires every run timer in order of time and answers its look-up, until the month has none left. */
    finish: (found: Found, until = '9999') => {
      const waiting = () =>
        told.timers().filter((timer) => timer.startsWith('run/') && !fired.has(timer) && at(timer) < until);
      const at = (timer: string) => timer.split(' ')[1] ?? '';
      for (;;) {
        const [next] = waiting().sort((a, b) => (at(a) < at(b) ? -1 : 1));
        if (!next) return;
        const [asked] = story.fire(next.split(' ')[0] ?? '', at(next));
        if (asked) tell('EffectSucceeded', { name: asked.split(' ').at(-1), result: situation(found) }, at(next));
      }
    },
    /** The days on which content was asked for. */
    runs: () =>
      told
        .steps()
        .flatMap((step) =>
          step.do === 'record' && step.event.type === 'DeliveryRunStarted'
            ? [(step.event.data as { run: string }).run]
            : [],
        ),
    asked: (kind: string) =>
      told.steps().flatMap((step) => (step.do === 'effect' && step.payload['kind'] === kind ? [step.key] : [])),
  };
  return story;
}
const begun = (...first: [Found?]) => {
  const s = story();
  s.start();
  s.found('2026-06-17', ...first);
  return s;
};

describe('a service month', () => {
  it('begins with a look at how things stand, and ends with the month of the billing time zone', () => {
    expect(story().start()).toEqual([
      'effect look_up_delivery look_up/2026-06-17',
      'timer month_end 2026-07-01T00:00:00.000Z',
    ]);
    const s = story({ zone: 'Europe/Berlin', starts: '2026-07-01', at: '2026-06-30T22:05:00.000Z' });
    expect(s.start()).toEqual([
      'effect look_up_delivery look_up/2026-07-01',
      'timer month_end 2026-07-31T22:00:00.000Z',
    ]);
  });

  it('runs Lite weekly at once and then at nine in the morning of the zone', () => {
    const s = story({ zone: 'Europe/Berlin', starts: '2026-03-24', at: '2026-03-24T10:00:00.000Z' });
    s.start();
    expect(s.found('2026-03-24')).toEqual([
      'DeliveryRunStarted 2026-03-24 3',
      'effect work_request pipeline.run/2026-03-24',
      'timer run/2026-03-31 2026-03-31T07:00:00.000Z',
    ]);
    expect(s.effect('pipeline.run/2026-03-24')).toMatchObject({
      key: 'delivery-1-pipeline.run-2026-03-24',
      payload: {
        kind: 'pipeline.run',
        subscription_id: 1,
        site_id: 11,
        articles: 3,
        content_types: ['post', 'cluster_hub'],
        review_required: true,
      },
    });
    expect(s.fire('run/2026-03-31')).toEqual(['effect look_up_delivery look_up/2026-03-31']);
    expect(s.found('2026-03-31', { published: 8, target: 10 })).toEqual([
      'DeliveryRunStarted 2026-03-31 2',
      'effect work_request pipeline.run/2026-03-31',
    ]);
  });

  it.each([
    ['daily', ['17', '18', '19', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30']],
    ['weekly', ['17', '24']],
    ['monthly', ['17']],
  ] as const)('runs %s on its days and not beyond the month', (schedule, days) => {
    const s = begun(scheduled(schedule));
    s.finish(scheduled(schedule));
    expect(s.runs()).toEqual(days.map((day) => `2026-06-${day}`));
    expect(s.asked('pipeline.run')).toEqual(days.map((day) => `delivery-1-pipeline.run-2026-06-${day}`));
  });

  it('that begins on its last day has one run', () => {
    const s = story({ starts: '2026-06-30', at: '2026-06-30T23:00:00.000Z' });
    s.start();
    s.found('2026-06-30', scheduled('daily'));
    s.finish(scheduled('daily'));
    expect(s.runs()).toEqual(['2026-06-30']);
  });

  it('is over at its end, and then nothing moves it', () => {
    const s = begun();
    expect(s.fire('month_end', '2026-07-01T00:00:00.000Z')).toEqual(['DeliveryMonthEnded 2026-06 month_over']);
    expect([
      s.fire('run/2026-06-24', '2026-07-01T00:00:01.000Z'),
      s.pause('2026-07-02'),
      s.resume('2026-07-03'),
      s.cancel('2026-07-04'),
      s.found('2026-06-17'),
    ]).toEqual([[], [], [], [], []]);
  });

  it('ends when the subscription is cancelled, active or paused', () => {
    const s = begun();
    expect(s.cancel('2026-06-20')).toEqual(['DeliveryMonthEnded 2026-06 cancelled', 'cancel_timer month_end']);
    expect([s.fire('run/2026-06-24'), s.fire('month_end', '2026-07-01T00:00:00.000Z')]).toEqual([[], []]);
    const paused = begun();
    paused.pause('2026-06-18');
    expect(paused.cancel('2026-06-20')).toContain('DeliveryMonthEnded 2026-06 cancelled');
    expect(paused.resume('2026-06-21')).toEqual([]);
  });
});

describe('a run', () => {
  it.each([
    ['target_reached', { published: 10 }],
    ['target_reached', { published: 12 }],
    ['blueprint_missing', { has_blueprint: false }],
    ['switched_off', { enabled: false }],
    ['paused', { status: 'paused' }],
  ] as const)('is skipped (%s), and the next one is set all the same', (because, found) => {
    const s = story();
    s.start();
    expect(s.found('2026-06-17', found)).toEqual([
      `DeliveryRunSkipped 2026-06-17 ${because}`,
      'timer run/2026-06-24 2026-06-24T09:00:00.000Z',
    ]);
    s.fire('run/2026-06-24');
    expect(s.found('2026-06-24', { published: 1 })).toContain('DeliveryRunStarted 2026-06-24 3');
  });

  it('asks for no more than is left of the target', () => {
    const s = begun({ published: 9 });
    expect(s.effect('pipeline.run/2026-06-17')).toMatchObject({ payload: { articles: 1 } });
  });

  it('asks for what is still missing after what is under way, and for nothing where that is enough', () => {
    const s = begun({ published: 4, under_way: 5 });
    expect(s.effect('pipeline.run/2026-06-17')).toMatchObject({ payload: { articles: 1 } });
    expect(s.steps().find((step) => step.do === 'record')).toMatchObject({
      event: { data: { published: 4, under_way: 5, target: 10 } },
    });
    s.fire('run/2026-06-24');
    expect(s.found('2026-06-24', { published: 4, under_way: 6 })).toEqual([
      'DeliveryRunSkipped 2026-06-24 enough_under_way',
    ]);
  });

  it('that could not be looked up is passed over; the month’s work goes on', () => {
    for (const answer of ['EffectParked', 'EffectOutcomeUnknown']) {
      const s = story();
      s.start();
      expect(s.tell(answer, { name: 'look_up/2026-06-17', error: 'x' })).toEqual([
        'timer run/2026-06-24 2026-06-24T09:00:00.000Z',
      ]);
      s.fire('run/2026-06-24');
      expect(s.found('2026-06-24')).toContain('DeliveryRunStarted 2026-06-24 3');
    }
  });

  it('takes no answer to another look-up, and none twice over', () => {
    const s = begun();
    s.fire('run/2026-06-24');
    expect(s.found('2026-06-17')).toEqual([]);
    expect(s.tell('EffectSucceeded', { name: 'pipeline.run/2026-06-17', result: {} })).toEqual([]);
    expect(s.tell('EffectParked', { name: 'pipeline.run/2026-06-17', error: 'x' })).toEqual([]);
  });

  it('given again under the same id is passed over', () => {
    const s = sagaStory(deliveryMonth);
    const input = {
      subscription_id: 1,
      site_id: 11,
      month: '2026-06',
      starts_on: '2026-06-17',
      ends_on: '2026-06-30',
    };
    expect(s.tell('ServiceMonthStarted', input, undefined, 'a')).toHaveLength(2);
    expect(s.tell('ServiceMonthStarted', input, undefined, 'a')).toEqual([]);
  });
});

describe('what Pro adds', () => {
  const pro = (given: GivenConfig = {}): Found => ({
    tier: 'pro',
    target: 14,
    given: { ...given, automation: { schedule: 'daily', ...given.automation } },
  });
  it('is taxonomy and schema once a month, search console and social with every run', () => {
    const s = begun(pro());
    s.finish(pro());
    expect(s.runs()).toHaveLength(14);
    expect(s.asked('taxonomy.generate')).toEqual(['delivery-1-taxonomy.generate-2026-06']);
    expect(s.asked('schema.scan')).toEqual(['delivery-1-schema.scan-2026-06']);
    expect(s.asked('gsc.inspect')).toHaveLength(14);
    expect(s.asked('social.schedule')).toHaveLength(14);
    expect(new Set(s.asked('gsc.inspect')).size).toBe(14);
    expect(s.effect('schema.scan/2026-06')).toMatchObject({ payload: { retroactive: true } });
    expect(s.effect('social.schedule/2026-06-17')).toMatchObject({
      payload: { platforms: ['facebook', 'linkedin', 'x'] },
    });
  });

  it('goes on where the target of articles is reached', () => {
    const s = begun({ ...pro(), published: 14 });
    expect(s.runs()).toEqual([]);
    expect(s.asked('gsc.inspect')).toHaveLength(1);
    expect(s.asked('taxonomy.generate')).toHaveLength(1);
  });

  it('leaves out what the client does not want', () => {
    const s = begun(
      pro({
        automation: { content_types: ['post'] },
        schema: { enabled: false },
        gsc: { enabled: false },
        social: { enabled: false },
      }),
    );
    expect(s.steps().flatMap((step) => (step.do === 'effect' ? [step.kind] : []))).toEqual([
      'look_up_delivery',
      'work_request',
    ]);
  });

  it('is not for Lite, nor for a run that is skipped for the blueprint, the pause or the flag', () => {
    const given: GivenConfig = { schema: { enabled: true }, gsc: { enabled: true }, social: { enabled: true } };
    expect(begun({ given }).asked('schema.scan')).toEqual([]);
    for (const found of [{ has_blueprint: false }, { status: 'paused' }, { enabled: false }])
      expect(begun({ ...pro(), ...found }).asked('gsc.inspect')).toEqual([]);
  });

  it('comes with the tier in the middle of a month', () => {
    const s = begun();
    s.fire('run/2026-06-24');
    s.found('2026-06-24', pro());
    expect(s.asked('taxonomy.generate')).toEqual(['delivery-1-taxonomy.generate-2026-06']);
  });
});

describe('a pause', () => {
  it('stops runs; after it the schedule goes on, from the day of resuming where a run was missed', () => {
    const s = begun();
    expect(s.pause('2026-06-20')).toEqual([]);
    expect(s.fire('run/2026-06-24')).toEqual([]);
    expect(s.resume('2026-06-25')).toEqual(['effect look_up_delivery look_up/2026-06-25']);
    expect(s.found('2026-06-25')).toContain('DeliveryRunStarted 2026-06-25 3');
    s.finish({}, '2026-07-01');
    expect(s.runs()).toEqual(['2026-06-17', '2026-06-25']);
  });

  it('that ends in the very moment in which it made a run be missed is followed by that run', () => {
    const s = begun(scheduled('daily'));
    const nine = '2026-06-18T09:00:00.000Z';
    s.pause('2026-06-17T20:00:00.000Z');
    expect(s.fire('run/2026-06-18')).toEqual([]);
    expect(s.resume(nine)).toEqual(['effect look_up_delivery look_up/2026-06-18']);
    expect(s.found('2026-06-18', scheduled('daily'), nine)).toContain('DeliveryRunStarted 2026-06-18 3');
    s.finish(scheduled('daily'));
    expect(s.runs()).toHaveLength(14);
    expect(new Set(s.timers()).size, 'no timer is set twice for one time').toBe(s.timers().length);
  });

  it('and another in the same moment, each found by a look-up, ask once each and lose no run', () => {
    const s = story({ starts: '2026-07-01', at: '2026-07-01T00:05:00.000Z' });
    const now = '2026-07-01T09:00:00.000Z';
    const monthly = scheduled('monthly');
    s.start();
    s.found('2026-07-01', { ...monthly, status: 'paused' });
    for (const turn of [1, 2]) {
      const asked = s.resume(now);
      expect(asked, `resumption ${turn}`).toHaveLength(1);
      s.pause(now);
      expect(s.answer(asked, monthly, now)).toEqual(['DeliveryRunSkipped 2026-07-01 paused']);
    }
    expect(s.answer(s.resume(now), monthly, now)).toContain('DeliveryRunStarted 2026-07-01 3');
    const asked = s.steps().flatMap((step) => (step.do === 'effect' ? [step.name] : []));
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('between two runs moves none of them', () => {
    const s = begun();
    s.pause('2026-06-18');
    expect(s.resume('2026-06-22')).toEqual([]);
    s.finish({});
    expect(s.runs()).toEqual(['2026-06-17', '2026-06-24']);
  });

  it('of many times makes one chain of runs still', () => {
    const s = begun(scheduled('daily'));
    for (const day of ['17', '18', '19']) {
      s.pause(`2026-06-${day}T10:30:00.000Z`);
      s.resume(`2026-06-${day}T11:00:00.000Z`);
      s.pause(`2026-06-${day}T11:30:00.000Z`);
      s.resume(`2026-06-${day}T12:00:00.000Z`);
      s.finish(scheduled('daily'), `2026-06-${Number(day) + 1}T10:00:00.000Z`);
    }
    s.finish(scheduled('daily'));
    expect(s.runs()).toHaveLength(14);
    expect(new Set(s.runs()).size).toBe(14);
  });

  it('that a run fell into ends with the run of that very day, so that the schedule goes on', () => {
    const s = begun(scheduled('daily'));
    s.pause('2026-06-17');
    expect(s.fire('run/2026-06-18')).toEqual([]);
    s.answer(s.resume('2026-06-18'), scheduled('daily'), '2026-06-18T15:00:00.000Z');
    s.finish(scheduled('daily'));
    expect(s.runs().at(-1)).toBe('2026-06-30');
  });

  it.each([
    ['monthly', '2026-06-17', []],
    ['weekly', '2026-06-24', ['2026-06-24']],
  ] as const)('after the last run of the month (%s) brings no run beyond the schedule', (schedule, last, fired) => {
    const s = begun(scheduled(schedule));
    for (const run of fired) {
      s.fire(`run/${run}`);
      s.found(run, scheduled(schedule));
    }
    expect(s.runs().at(-1)).toBe(last);
    s.pause('2026-06-25');
    s.resume('2026-06-26');
    s.finish(scheduled(schedule));
    expect(s.runs().at(-1)).toBe(last);
  });

  it('that comes while a run is being looked up makes that run be skipped', () => {
    const s = begun();
    s.fire('run/2026-06-24');
    s.pause('2026-06-24T09:00:01.000Z');
    expect(s.found('2026-06-24', { status: 'active' })).toContain('DeliveryRunSkipped 2026-06-24 paused');
    expect(s.asked('pipeline.run')).toHaveLength(1);
  });

  it('over a look-up that takes days doubles no chain', () => {
    const late = story({ starts: '2026-07-01', at: '2026-07-01T00:05:00.000Z' });
    late.start();
    late.pause('2026-07-01');
    late.resume('2026-07-02');
    late.found('2026-07-01', {}, '2026-07-02T15:00:01.000Z');
    late.finish({});
    const runs = late.runs();
    expect(runs.length).toBeLessThanOrEqual(5);
    expect(new Set(runs).size).toBe(runs.length);
  });

  it('over the beginning of a month waits for its end', () => {
    const s = story({ starts: '2026-07-01', at: '2026-07-01T00:05:00.000Z' });
    s.start();
    expect(s.found('2026-07-01', { status: 'paused' })).toEqual([
      'DeliveryRunSkipped 2026-07-01 paused',
      'timer run/2026-07-08 2026-07-08T09:00:00.000Z',
    ]);
    expect(s.resume('2026-07-05')).toEqual([]);
    s.finish({});
    expect(s.runs()).toEqual(['2026-07-08', '2026-07-15', '2026-07-22', '2026-07-29']);
  });

  it('over the whole month of a monthly schedule lets the run be made when it ends', () => {
    const s = story({ starts: '2026-07-01', at: '2026-07-01T00:05:00.000Z' });
    s.start();
    s.found('2026-07-01', { ...scheduled('monthly'), status: 'paused' });
    s.answer(s.resume('2026-07-05'), scheduled('monthly'), '2026-07-05T15:00:00.000Z');
    s.finish(scheduled('monthly'));
    expect(s.runs()).toEqual(['2026-07-05']);
  });
});

describe('whatever the pauses', () => {
  const START = Date.UTC(2026, 5, 17, 10);
  const iso = (epoch: number) => new Date(epoch).toISOString();
  const schedules = fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const);

  /** The month as the machinery would play it: timers at their time, look-ups answered at once, pauses in between. */
  function play(schedule: 'daily' | 'weekly' | 'monthly', gaps: readonly number[]) {
    const s = begun(scheduled(schedule));
    let active = true;
    let now = START;
    const turns: [number, boolean][] = [[START, true]];
    for (const gap of gaps) {
      now += gap * 60_000;
      s.finish(scheduled(schedule), iso(now));
      active = !active;
      turns.push([now, active]);
      if (active) s.answer(s.resume(iso(now)), scheduled(schedule), iso(now));
      else s.pause(iso(now));
    }
    s.finish(scheduled(schedule), '2026-07-01T00:00:00.000Z');
    return { ...s, activeAt: (epoch: number) => turns.filter(([at]) => at <= epoch).at(-1)?.[1] ?? false };
  }

  it('no day has two runs, nothing is asked for twice, and none is asked for in a pause', () => {
    fc.assert(
      fc.property(schedules, fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 12 }), (schedule, gaps) => {
        const { runs, steps, activeAt } = play(schedule, gaps);
        expect(new Set(runs()).size).toBe(runs().length);
        const asked = steps().flatMap((step) => (step.do === 'effect' ? [step.name] : []));
        expect(new Set(asked).size).toBe(asked.length);
        for (const step of steps())
          if (step.do === 'record' && step.event.type === 'DeliveryRunStarted')
            expect(activeAt(Date.parse(step.event.at))).toBe(true);
        if (schedule === 'monthly') expect(runs()).toEqual(['2026-06-17']);
        if (schedule === 'weekly') expect(runs().length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 60 },
    );
  });

  it('a daily schedule has a run on every day that is active at nine', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 12 }), (gaps) => {
        const { runs, activeAt } = play('daily', gaps);
        for (let dom = 18; dom <= 30; dom++)
          if (activeAt(Date.UTC(2026, 5, dom, 9))) expect(runs()).toContain(`2026-06-${dom}`);
      }),
      { numRuns: 60 },
    );
  });

  it('that is over on the day on which the month’s only look-up found it, the run is made after all', () => {
    const s = story({ starts: '2026-07-01', at: '2026-07-01T00:05:00.000Z' });
    s.start();
    s.found('2026-07-01', { ...scheduled('monthly'), status: 'paused' });
    s.answer(s.resume('2026-07-01'), scheduled('monthly'), '2026-07-01T15:00:00.000Z');
    s.finish(scheduled('monthly'));
    expect(s.runs()).toEqual(['2026-07-01']);
    const asked = s.steps().flatMap((step) => (step.do === 'effect' ? [step.name] : []));
    expect(new Set(asked).size).toBe(asked.length);
  });
});
