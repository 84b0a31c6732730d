import { expect } from 'vitest';
import { dayOf, parseZone, UTC } from '#domain/kernel/calendar';
import type { Decider, Decision, DomainEvent, Recorded } from '#domain/kernel/decider';
import { type Instant, parseInstant } from '#domain/kernel/time';
import type { JsonObject } from '#runtime/event-store';
import type { Saga, SagaEntry, SagaInput, SagaStep } from '#runtime/saga';

type AnyRefusal = { readonly code: string };
/** An event by its type alone, or with as much of its data as the test is about. */
export type Expected = string | { readonly type: string; readonly data?: object; readonly at?: string };

/** Given these events, when this command, then these events or that refusal. Recorded events get ids `given-0`, `given-1`… */
export function spec<C, S, E extends DomainEvent, R extends AnyRefusal>(decider: Decider<C, S, E, R>) {
  const fold = (events: readonly E[]): S =>
    events.reduce(
      (state, event, index) => decider.evolve(state, { ...event, id: `given-${index}` } as Recorded<E>),
      decider.initial,
    );
  const given = (...events: readonly E[]) => {
    const state = fold(events);
    return { state, when: (command: C) => then<C, E, R>(events, command, decider.decide(command, state)) };
  };
  /** The events of a life: each command decided on what came before. */
  const lived = (...commands: readonly C[]): E[] => {
    const events: E[] = [];
    for (const command of commands) {
      const { decision } = given(...events).when(command);
      if (!decision.accepted) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
      events.push(...decision.events);
    }
    return events;
  };
  return { given, lived };
}

function then<C, E extends DomainEvent, R extends AnyRefusal>(
  events: readonly E[],
  command: C,
  decision: Decision<E, R>,
) {
  const story = `given [${events.map(({ type }) => type).join(', ')}] when ${JSON.stringify(command)}`;
  return {
    decision,
    /** It is accepted with exactly these events; none means that nothing is appended. */
    answers: (...expected: readonly Expected[]): readonly E[] => {
      if (!decision.accepted) throw new Error(`${story}: refused with ${JSON.stringify(decision.refusal)}`);
      const types = expected.map((each) => (typeof each === 'string' ? each : each.type));
      expect(
        decision.events.map(({ type }) => type),
        story,
      ).toEqual(types);
      for (const [index, each] of expected.entries())
        if (typeof each !== 'string') expect(decision.events[index], story).toMatchObject(each);
      return decision.events;
    },
    /** It is refused with that code, so that nothing is appended. */
    refused: (code: R['code']): R => {
      if (decision.accepted) throw new Error(`${story}: accepted with ${JSON.stringify(decision.events)}`);
      expect(decision.refusal.code, story).toBe(code);
      return decision.refusal;
    },
  };
}

/** One instance of a saga as its stream would make it: told inputs one by one, it answers with steps. */
export function sagaStory(saga: Saga, zoneName = 'UTC') {
  const zone = parseZone(zoneName) ?? UTC;
  const stream: SagaEntry<DomainEvent>[] = [];
  const taken = new Set<string>();
  const all: SagaStep[] = [];
  const fold = () => stream.reduce((state, entry) => saga.evolve(frozen(state), frozen(entry)), saga.initial);

  /** Tells it an input; one with an id that it has seen is passed over, as the runner does. */
  function tell(type: string, data: object = {}, at = '2026-06-17T10:00:00.000Z', id = `input-${stream.length}`) {
    if (taken.has(id)) return [];
    const instant = parseInstant(at);
    if (instant === null) throw new Error(`not an instant: ${at}`);
    const input: SagaInput = { id, type, at: instant, on: dayOf(instant, zone), data: data as JsonObject };
    const before = fold();
    const state = frozen(saga.evolve(before, { kind: 'input', input }));
    const steps = saga.react(frozen(input), state, { zone });
    expect(saga.react(input, state, { zone }), 'asked twice, it answers the same').toEqual(steps);
    if (steps.length === 0 && stream.length > 0 && before === state && !saga.keeps?.(input, state)) return [];
    taken.add(id);
    stream.push({ kind: 'input', input });
    for (const step of steps) stream.push({ kind: 'event', event: madeOf(step, saga.name, instant) });
    all.push(...steps);
    return steps.map(brief);
  }
  return {
    tell,
    /** The steps of all answers so far. */
    steps: (): readonly SagaStep[] => all,
    /** What was asked for under that name, the last time. */
    effect: (name: string) => all.findLast((step) => step.do === 'effect' && step.name === name),
    timers: () => all.flatMap((step) => (step.do === 'timer' ? [`${step.name} ${step.at}`] : [])),
    state: () => (saga.own ? saga.own(fold()) : fold()),
  };
}

/** A step in one line: `OnboardingStepBlocked verify_integration#1 integration_missing`, `effect email send_welcome_email#1`. */
function brief(step: SagaStep): string {
  if (step.do === 'effect') return `effect ${step.kind} ${step.name}`;
  if (step.do === 'timer') return `timer ${step.name} ${step.at}`;
  if (step.do !== 'record') return `${step.do} ${step.name}`;
  const data = step.event.data as Record<string, unknown>;
  const { step: of, attempt, run, articles } = data;
  const subject = of ? `${of}#${attempt ?? ''}`.replace(/#$/, '') : (run ?? data['month']);
  const detail = data['reason'] ?? data['because'] ?? data['outcome'] ?? articles ?? '';
  return `${step.event.type} ${subject}${detail === '' || detail === 'done' ? '' : ` ${detail}`}`;
}

function madeOf(step: SagaStep, saga: string, at: Instant): DomainEvent {
  const address = (name: string) => ({ saga, instance: 'instance', name });
  switch (step.do) {
    case 'record':
      return step.event;
    case 'effect': {
      const { name, kind, key, payload } = step;
      return { type: 'EffectRequested', at, data: { ...address(name), effect_id: name, kind, key, payload } };
    }
    case 'cancel_effect':
      return { type: 'EffectCancelled', at, data: { ...address(step.name), effect_id: step.name } };
    case 'timer':
      return {
        type: 'TimerScheduled',
        at,
        data: {
          ...address(step.name),
          timer_id: step.name,
          due_at: step.at,
          ...(step.timer === undefined ? {} : { timer: step.timer, data: step.data }),
        },
      };
    case 'cancel_timer':
      return { type: 'TimerCancelled', at, data: address(step.name) };
  }
}

/** Frozen all the way down, so that whoever changes what it was given is found out. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(frozen);
  return value;
}
