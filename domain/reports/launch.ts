import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { Instant } from '#domain/kernel/time';

/** Steps that happen where this system does not see them: somebody says that they are done. */
export const TOLD_STEPS = ['flag_staging', 'plugin_submitted'] as const;
export type ToldStep = (typeof TOLD_STEPS)[number];

export type LaunchEvent =
  | DomainEvent<'LaunchStepConfirmed', { readonly step: ToldStep; readonly note: string; readonly url: string | null }>
  | DomainEvent<'LaunchStepWithdrawn', { readonly step: ToldStep; readonly reason: string }>;
export type Launch = { readonly [S in ToldStep]?: { readonly note: string; readonly url: string | null } };
export type LaunchCommand = { readonly step: ToldStep; readonly now: Instant } & (
  | { readonly type: 'Confirm'; readonly note: string; readonly url: string | null }
  | { readonly type: 'Withdraw'; readonly reason: string }
);
export type LaunchRefusal = { readonly code: 'invalid_state'; readonly message: string; readonly currentState: string };

/** What of the launch was said by people; one stream. */
export const launch: Decider<LaunchCommand, Launch, LaunchEvent, LaunchRefusal> = {
  initial: {},
  evolve: (state, { type, data }): Launch => {
    switch (type) {
      case 'LaunchStepConfirmed':
        return { ...state, [data.step]: { note: data.note, url: data.url } };
      case 'LaunchStepWithdrawn': {
        const { [data.step]: _, ...rest } = state;
        return rest;
      }
    }
  },
  decide: (command, state) => {
    const { step, now: at } = command;
    const told = state[step];
    if (command.type === 'Withdraw')
      return told === undefined
        ? refuse({ code: 'invalid_state', message: `nobody said that ${step} is done`, currentState: 'open' })
        : accept<LaunchEvent>({ type: 'LaunchStepWithdrawn', at, data: { step, reason: command.reason } });
    const { note, url } = command;
    if (told?.note === note && told.url === url) return accept();
    return accept<LaunchEvent>({ type: 'LaunchStepConfirmed', at, data: { step, note, url } });
  },
};
