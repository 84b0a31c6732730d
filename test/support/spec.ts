import { expect } from 'vitest';
import type { Decider, Decision, DomainEvent, Recorded } from '#domain/kernel/decider';

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
  const lived = (...commands: readonly C[]): E[] =>
    commands.reduce<E[]>((events, command) => {
      const { decision } = given(...events).when(command);
      if (!decision.accepted) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
      return [...events, ...decision.events];
    }, []);
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
