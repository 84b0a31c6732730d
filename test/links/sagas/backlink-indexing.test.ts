import { describe, expect, it } from 'vitest';
import { plusHours } from '#domain/kernel/time';
import type { SagaStep } from '#runtime/saga';
import { backlinkIndexing } from '#sagas/links/backlink-indexing';
import { sagaStory } from '#test/support/spec';
import { at } from '#test/support/world';

const T0 = at('2026-06-01T08:00:00.000Z');
const time = (hours: number) => plusHours(T0, hours);
const days = (n: number) => time(n * 24);

/** A request with two services, from its opening on; `did` are all steps so far as `kind name`. */
function story(more: object = {}) {
  const saga = sagaStory(backlinkIndexing);
  const ref = { request_id: 1, backlink_id: 7, order_id: 3, account_id: 1, site_id: 11 };
  const effect = (name: string) => ({ saga: 'backlink-indexing', instance: '1', name });
  const told = (type: string, data: object, when = T0) => saga.tell(type, data, when);
  told('IndexingRequested', {
    ...ref,
    url: 'https://b.example/p',
    target_url: 'https://acorn.example/',
    because: 'live',
    entitled_by: 'plan',
    takes_credit: false,
    index_now: false,
    services: [
      { name: 'speedyindex', cost: 75 },
      { name: 'omega', cost: 300 },
    ],
    ...more,
  });
  return {
    ...saga,
    told,
    succeeded: (name: string, result: object, when = T0) => told('EffectSucceeded', { ...effect(name), result }, when),
    unknown: (name: string, attempted_at: string, when = T0) =>
      told('EffectOutcomeUnknown', { ...effect(name), error: 'lost', attempted_at }, when),
    parked: (name: string, when = T0) => told('EffectParked', { ...effect(name), error: 'broken' }, when),
    fired: (name: string, when: string) => told('TimerFired', effect(name), at(when)),
    link: (type: string, when = T0) => told(type, ref, when),
    records: (type: string) =>
      saga.steps().flatMap((step) => (step.do === 'record' && step.event.type === type ? [step.event.data] : [])),
    effects: () =>
      saga.steps().flatMap((step: SagaStep) => (step.do === 'effect' ? [`${step.kind} ${step.name}`] : [])),
    verify() {
      return this.succeeded('verify#1', { http_status: 200, signals: [], error: null });
    },
    /** Submitted at T0. */
    submit() {
      this.verify();
      return this.succeeded('submit/0#1', { outcome: 'accepted', reference: 't1', at: T0 });
    },
    /** The check that falls due then, and what it finds. */
    check(day: number, indexed: boolean | null, when: string = days(day)) {
      this.fired(`day_${day}`, when);
      const name = this.effects().at(-1)?.split(' ')[1] ?? '';
      return this.succeeded(name, { indexed, evidence: {} }, at(when));
    },
  };
}

describe('a request', () => {
  it('is verified, submitted on day 0, looked at on day 7 and then daily, and done once it is in the index', () => {
    const s = story();
    s.submit();
    expect(s.effects()).toEqual(['check_page verify#1', 'index_submit_speedyindex submit/0#1']);
    expect(s.timers()).toEqual([`day_7 ${days(7)}`]);
    s.check(7, false);
    s.check(8, false);
    s.check(9, true);
    expect(s.timers()).toEqual([`day_7 ${days(7)}`, `day_8 ${days(8)}`, `day_9 ${days(9)}`]);
    expect(s.records('IndexingSucceeded')).toMatchObject([{ day: 9 }]);
    expect(s.effects().at(-1)).toBe('end_indexing end');
    expect(s.fired('day_10', days(10))).toEqual([]);
  });

  it('is re-submitted on day 14, once, ever, and given up on day 28', () => {
    const s = story();
    s.submit();
    for (let day = 7; day < 14; day++) s.check(day, false);
    s.check(14, false);
    expect(s.effects().at(-1)).toBe('index_submit_speedyindex resubmit/0#1');
    s.succeeded('resubmit/0#1', { outcome: 'accepted', reference: 't2', at: days(14) }, days(14));
    for (let day = 15; day < 28; day++) s.check(day, false);
    expect(s.check(28, false)).toContain('effect end_indexing end');
    expect(s.records('IndexingGaveUp')).toMatchObject([{ day: 28, reason: 'not in the index after 28 days' }]);
    expect(s.effects()).toContain('team_email tell_manager');
    expect(s.records('IndexingSubmitted')).toMatchObject([{ step: 'submit' }, { step: 'resubmit' }]);
    const keys = s
      .steps()
      .flatMap((step) => (step.do === 'effect' && step.kind.startsWith('index_submit') ? [step.key] : []));
    expect(keys).toEqual(['indexing-1-submit', 'indexing-1-resubmit']);
  });

  it('told the same twice does nothing the second time', () => {
    const s = story();
    const result = { outcome: 'accepted', reference: 't1', at: T0 };
    s.verify();
    expect(s.tell('EffectSucceeded', { name: 'submit/0#1', result }, T0, 'same')).not.toEqual([]);
    expect(s.tell('EffectSucceeded', { name: 'submit/0#1', result }, T0, 'same')).toEqual([]);
    expect(s.succeeded('submit/0#1', result)).toEqual([]);
    s.check(7, false);
    expect(s.succeeded('check/day_7', { indexed: true, evidence: {} }, days(7))).toEqual([]);
  });
});

describe('a service', () => {
  it('in temporary trouble is asked again after 1, 5 and 30 minutes, then the next one is', () => {
    const s = story();
    s.verify();
    const trouble = { outcome: 'temporary', error: 'down', at: T0 };
    const waits: string[] = [];
    for (let attempt = 1; attempt <= 3; attempt++) {
      waits.push(...s.succeeded(`submit/0#${attempt}`, trouble).filter((step) => step.startsWith('timer')));
      s.fired(`submit/0#${attempt + 1}`, T0);
    }
    expect(waits).toEqual([1, 5, 30].map((minutes, n) => `timer submit/0#${n + 2} ${plusHours(T0, minutes / 60)}`));
    expect(s.succeeded('submit/0#4', trouble)).toContain('effect index_submit_omega submit/1#1');
  });

  it('that refuses is followed by the next at once; one without balance is told to people once', () => {
    const s = story();
    s.verify();
    const steps = s.succeeded('submit/0#1', { outcome: 'refused', reason: 'no_balance', error: 'top up', at: T0 });
    expect(steps).toContain('effect flag_indexing_service balance/submit/0#1');
    expect(steps).toContain('effect index_submit_omega submit/1#1');
    expect(s.succeeded('balance/submit/0#1', { newly: true, service: 'speedyindex' })).toEqual([
      'effect team_email mail/balance/submit/0#1',
    ]);
    expect(s.succeeded('balance/submit/0#1', { newly: false, service: 'speedyindex' })).toEqual([]);
  });

  it('that nobody follows leaves the request failed', () => {
    const s = story();
    s.verify();
    const refused = { outcome: 'refused', reason: 'bad_url', error: 'no', at: T0 };
    s.succeeded('submit/0#1', refused);
    s.succeeded('submit/1#1', refused);
    expect(s.records('IndexingGaveUp')).toMatchObject([{ day: null, reason: 'no indexing service accepted the page' }]);
  });

  it('whose answer is lost for good counts as having taken it, at the time of the attempt', () => {
    const s = story();
    s.verify();
    s.unknown('submit/0#1', T0, time(60));
    expect(s.records('IndexingAttempted')).toMatchObject([{ outcome: 'unknown_outcome', cost: 75, attempted_at: T0 }]);
    expect(s.timers()).toEqual([`day_7 ${days(7)}`]);
  });

  it('that breaks is passed over', () => {
    const s = story();
    s.verify();
    expect(s.parked('submit/0#1')).toEqual(['effect index_submit_omega submit/1#1']);
  });

  it('that refuses a re-submission leaves the first submission watched', () => {
    const s = story();
    s.submit();
    for (let day = 7; day <= 14; day++) s.check(day, false);
    const refused = { outcome: 'refused', reason: 'bad_url', error: 'no', at: days(14) };
    s.succeeded('resubmit/0#1', refused, days(14));
    s.succeeded('resubmit/1#1', refused, days(14));
    expect(s.timers().at(-1)).toBe(`day_15 ${days(15)}`);
    s.check(15, false);
    expect(s.effects().filter((name) => name.includes('resubmit'))).toHaveLength(2);
  });
});

describe('a check', () => {
  it('that was missed is made once on return, and the step that came due meanwhile is made up for', () => {
    const s = story();
    s.submit();
    s.check(7, false);
    s.check(8, false);
    const back = time(15.5 * 24);
    expect(s.fired('day_9', back)).toEqual(['effect index_check check/day_15']);
    expect(s.succeeded('check/day_15', { indexed: false, evidence: {} }, at(back))).toContain(
      'effect index_submit_speedyindex resubmit/0#1',
    );
    s.succeeded('resubmit/0#1', { outcome: 'accepted', reference: 't2', at: back }, at(back));
    expect(s.timers().at(-1)).toBe(`day_16 ${days(16)}`);
  });

  it('after day 28 ends it, without a re-submission', () => {
    const s = story();
    s.submit();
    s.check(7, false, days(40));
    expect(s.records('IndexingChecked')).toMatchObject([{ day: 28 }]);
    expect(s.records('IndexingGaveUp')).toHaveLength(1);
    expect(s.effects().some((name) => name.includes('resubmit'))).toBe(false);
  });

  it('that found nothing out pays for nothing and fails nothing before day 28', () => {
    const s = story();
    s.submit();
    for (let day = 7; day <= 14; day++) s.check(day, null);
    expect(s.effects().some((name) => name.includes('resubmit'))).toBe(false);
    s.check(15, false);
    expect(s.effects().at(-1)).toBe('index_submit_speedyindex resubmit/0#1');
    const blind = story();
    blind.submit();
    for (let day = 7; day <= 28; day++) blind.check(day, null);
    expect(blind.records('IndexingGaveUp')).toMatchObject([
      { reason: 'could not be looked up in the index after 28 days' },
    ]);
  });

  it('whose checker is still at it is asked for by its task', () => {
    const s = story();
    s.submit();
    s.fired('day_7', days(7));
    expect(s.succeeded('check/day_7', { pending: 'task-1' }, days(7))).toEqual([
      `timer poll/day_7/task-1 ${plusHours(days(7), 1 / 6)}`,
    ]);
    expect(s.fired('poll/day_7/task-1', plusHours(days(7), 1 / 6))).toEqual(['effect index_check poll/day_7/1']);
    s.succeeded('poll/day_7/1', { indexed: true, evidence: {} }, plusHours(days(7), 1 / 6));
    expect(s.records('IndexingSucceeded')).toMatchObject([{ day: 7 }]);
  });

  it('what a look at the index has cost is booked once, also where its answer is still to come, or nobody waits for it', () => {
    const s = story();
    s.submit();
    s.fired('day_7', days(7));
    const paid = { service: 'speedyindex', cost: 15 };
    s.succeeded('check/day_7', { ...paid, pending: 'task-1' }, days(7));
    s.fired('poll/day_7/task-1', plusHours(days(7), 1 / 6));
    s.succeeded('poll/day_7/1', { indexed: false, evidence: {} }, plusHours(days(7), 1 / 6));
    expect(s.records('IndexingCostIncurred')).toMatchObject([{ what: 'index_check', step: 'day_7', ...paid }]);
    s.fired('day_8', days(8));
    s.link('BacklinkLost', days(8));
    s.succeeded('check/day_8', { ...paid, indexed: true, evidence: {} }, days(8));
    expect(s.records('IndexingCostIncurred')).toMatchObject([{ step: 'day_7' }, { step: 'day_8', ...paid }]);
    expect(s.records('IndexingSucceeded')).toEqual([]);
  });

  it('that was asked for by hand takes the place of the day’s own', () => {
    const s = story();
    s.submit();
    s.check(7, false);
    // Day 7 is looked at already: the next look stays where it was.
    s.link('IndexingCheckRequested', time(7 * 24 + 5));
    expect(s.effects().at(-1)).toBe('index_check check/day_7');
    expect(s.link('IndexingCheckRequested', time(8 * 24 + 5))).toEqual(['effect index_check check/day_8']);
  });
});

describe('a link that is lost', () => {
  it.each(['BacklinkLost', 'BacklinkRejected', 'BacklinkReplaced'])(
    'ends its request without a review (%s)',
    (type) => {
      const s = story();
      s.submit();
      const steps = s.link(type, time(50));
      expect(steps).toContain('cancel_timer day_7');
      expect(s.records('IndexingStopped')).toHaveLength(1);
      expect(s.effects().at(-1)).toBe('end_indexing end');
      expect(s.effects().some((name) => name.startsWith('team_email'))).toBe(false);
      expect(s.fired('day_7', days(7))).toEqual([]);
    },
  );
});

describe('a page', () => {
  it('that does not answer 200 is looked at four times, and given up', () => {
    const s = story();
    const bad = { http_status: 503, signals: [], error: null };
    for (let n = 1; n <= 3; n++) {
      expect(s.succeeded(`verify#${n}`, bad)).toContain(`timer page/${n} ${time(6)}`);
      s.fired(`page/${n}`, time(6 * n));
    }
    s.succeeded('verify#4', bad);
    expect(s.records('IndexingGaveUp')).toMatchObject([{ reason: 'the page cannot be read: HTTP 503' }]);
  });
});

describe('a credit', () => {
  it('is taken before the first submission and given back where nobody took the page', () => {
    const s = story({ entitled_by: 'boost', takes_credit: true });
    expect(s.verify()).toContain('effect take_indexing_credit take_credit');
    expect(s.succeeded('take_credit', { taken: true })).toEqual(['effect index_submit_speedyindex submit/0#1']);
    const refused = { outcome: 'refused', reason: 'bad_url', error: 'no', at: T0 };
    s.succeeded('submit/0#1', refused);
    expect(s.succeeded('submit/1#1', refused)).toContain('effect return_indexing_credit return_credit');
  });
  it('that is not there ends the request; one whose page was taken is kept', () => {
    const none = story({ takes_credit: true });
    none.verify();
    none.succeeded('take_credit', { taken: false });
    expect(none.records('IndexingGaveUp')).toMatchObject([{ reason: 'there is no Indexing Boost credit left' }]);
    const kept = story({ takes_credit: true });
    kept.verify();
    kept.succeeded('take_credit', { taken: true });
    kept.succeeded('submit/0#1', { outcome: 'accepted', reference: 't1', at: T0 });
    kept.check(7, false, days(40));
    expect(kept.effects().some((name) => name.includes('return'))).toBe(false);
  });
});

it('IndexNow is pinged beside it where the key of the host is held', () => {
  const s = story({ index_now: true });
  expect(s.effects()).toEqual(['check_page verify#1', 'index_now index_now']);
  s.succeeded('index_now', { ok: true, status: 200, error: null });
  expect(s.records('IndexNowPinged')).toMatchObject([{ ok: true, status: 200 }]);
});
