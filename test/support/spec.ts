import { expect } from 'vitest';
import type { Decider, DomainEvent, Recorded } from '#domain/kernel/decider';

/** Given these events, when this command, then these events or that refusal. */
export function spec<C, S, E extends DomainEvent, R extends { readonly code: string }>(decider: Decider<C, S, E, R>) {
  return {
    given: (...events: readonly E[]) => {
      const state = events.reduce(
        (folded, event, index) => decider.evolve(folded, { ...event, id: `given-${index}` } as Recorded<E>),
        decider.initial,
      );
      return {
        state,
        when: (command: C) => {
          const decision = decider.decide(command, state);
          return {
            decision,
            answers: (...expected: readonly string[]) => {
              if (!decision.accepted) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
              expect(decision.events.map((event) => event.type)).toEqual(expected);
              return decision.events;
            },
            refused: (code: string) => {
              if (decision.accepted) throw new Error(`accepted: ${JSON.stringify(decision.events)}`);
              expect(decision.refusal.code).toBe(code);
              return decision.refusal;
            },
          };
        },
      };
    },
  };
}
