import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { AccountId, MemberId, TokenId, UserId } from '#domain/kernel/ids';
import { type Instant, plusHours } from '#domain/kernel/time';
import type { Role, Scope } from './access-token.ts';

/** As whom somebody signed in. */
export type SignedInAs =
  | { readonly kind: 'member'; readonly member_id: MemberId; readonly account_id: AccountId | null }
  /** By the account's registered address, which may everything. */
  | { readonly kind: 'account'; readonly account_id: AccountId }
  | { readonly kind: 'token'; readonly token_id: TokenId; readonly account_id: AccountId | null }
  /** By a JWT of the platform: what it said stands here, since nobody can be asked again. */
  | {
      readonly kind: 'jwt';
      readonly subject: string;
      readonly role: Role;
      readonly account_id: AccountId | null;
      readonly user_id: UserId | null;
      readonly scopes: readonly Scope[];
    };

/** Names them for rates, logs and events, as their tokens would. */
export const nameOf = (as: SignedInAs): string => {
  switch (as.kind) {
    case 'member':
      return `member-${as.member_id}`;
    case 'account':
      return `account-${as.account_id}`;
    case 'token':
      return `token-${as.token_id}`;
    case 'jwt':
      return `jwt-${as.subject}`;
  }
};

/** A session ends after so long without a request. */
export const IDLE_HOURS = 12;
/** And so long after its beginning in any case: a JWT cannot be taken back, so what stands on one is short. */
const LONGEST_HOURS = { member: 7 * 24, account: 7 * 24, token: 7 * 24, jwt: 12 } as const;
export const endOf = ({ kind }: SignedInAs, at: Instant): Instant => plusHours(at, LONGEST_HOURS[kind]);

/** `session`: the hash of the secret that the browser keeps. One stream a session; what keeps it alive is no event. */
export type SessionEvent =
  | DomainEvent<
      'SignedIn',
      {
        readonly session: string;
        readonly as: SignedInAs;
        /** How often they had signed out everywhere before: once more ends the session. */
        readonly generation: number;
        readonly until: Instant;
      }
    >
  | DomainEvent<'SignedOut', { readonly session: string; readonly because: SignedOutBecause }>;
export type SignedOutBecause = 'asked' | 'signed_in_again';

export type Session =
  | { readonly status: 'none' }
  | {
      readonly status: 'open' | 'ended';
      readonly session: string;
      readonly as: SignedInAs;
      readonly generation: number;
      readonly at: Instant;
      readonly until: Instant;
    };
export type SessionCommand = { readonly now: Instant } & (
  | {
      readonly type: 'Begin';
      readonly session: string;
      readonly as: SignedInAs;
      readonly generation: number;
      readonly until: Instant;
    }
  | { readonly type: 'End'; readonly because: SignedOutBecause }
);
export type SessionRefusal = {
  readonly code: 'invalid_state';
  readonly message: string;
  readonly currentState: string;
};

export const session: Decider<SessionCommand, Session, SessionEvent, SessionRefusal> = {
  initial: { status: 'none' },
  evolve: (state, event): Session => {
    switch (event.type) {
      case 'SignedIn': {
        const { session: id, as, generation, until } = event.data;
        return { status: 'open', session: id, as, generation, at: event.at, until };
      }
      case 'SignedOut':
        return state.status === 'none' ? state : { ...state, status: 'ended' };
    }
  },
  decide: (command, state) => {
    if (command.type === 'Begin') {
      if (state.status !== 'none')
        return refuse({ code: 'invalid_state', message: 'this session has begun', currentState: state.status });
      const { session: id, as, generation, until, now: at } = command;
      return accept({ type: 'SignedIn', at, data: { session: id, as, generation, until } });
    }
    if (state.status !== 'open') return accept();
    return accept({ type: 'SignedOut', at: command.now, data: { session: state.session, because: command.because } });
  },
};

/** Ends all sessions that somebody has. A stream of its own a person, of which the last event alone is read. */
export type SignOutEvent = DomainEvent<'SignedOutEverywhere', { readonly as: SignedInAs; readonly generation: number }>;
export type SignOuts = { readonly generation: number };
export type SignOutCommand = { readonly type: 'EndAll'; readonly as: SignedInAs; readonly now: Instant };

export const signOuts: Decider<SignOutCommand, SignOuts, SignOutEvent, never> = {
  initial: { generation: 0 },
  folds: 'last',
  evolve: (_, event): SignOuts => {
    switch (event.type) {
      case 'SignedOutEverywhere':
        return { generation: event.data.generation };
    }
  },
  decide: ({ as, now: at }, { generation }) =>
    accept({ type: 'SignedOutEverywhere', at, data: { as, generation: generation + 1 } }),
};
