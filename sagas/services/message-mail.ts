import { epochMs, type Instant, instantOf, plusMinutes } from '#domain/kernel/time';
import {
  type ConversationEvent,
  type ConversationKind,
  otherSide,
  SIDES,
  type Side,
  sideOf,
} from '#domain/services/conversation';
import { lookUpTold, messageMail } from '#domain/services/effects';
import { type Answer, ask, type Step as StepOf, saga } from '#runtime/typed-saga';

type Told<T extends ConversationEvent['type']> = Extract<ConversationEvent, { type: T }>;
type Of = { readonly kind: ConversationKind; readonly subject_id: number };
/** What one side has not read and was not told of; null where that is nothing. */
type Waiting = { readonly first: Instant; readonly last: Instant; readonly through: number } | null;
type State = {
  readonly of: Of | null;
  readonly waiting: Readonly<Record<Side, Waiting>>;
  /** Timers that were set for each side; the newest counts. */
  readonly timers: Readonly<Record<Side, number>>;
  /** What the newest timer has made due: through which number that side is told; null where nothing is. */
  readonly due: number | null;
};
/** `n` counts the timers of a side. */
type Quiet = { readonly side: Side; readonly n: number };
type Types = {
  state: State;
  starts: Told<'MessagePosted'>;
  listens: ConversationEvent;
  own: never;
  timers: { quiet: Quiet };
};
const ASKS = [lookUpTold, messageMail] as const;
type Step = StepOf<Types, (typeof ASKS)[number]>;

/** A mail goes so long after the last message that nobody has read, and at most so long after the first (spec 13, 3.12). */
const QUIET_MINUTES = 15;
const LONGEST_MINUTES = 60;

const keyOf = ({ kind, subject_id }: Of): string => `conversation:${kind}:${subject_id}`;
const timerOf = (side: Side, n: number): string => `quiet/${side}/${n}`;
const mailAt = ({ first, last }: NonNullable<Waiting>): Instant =>
  instantOf(Math.min(epochMs(plusMinutes(last, QUIET_MINUTES)), epochMs(plusMinutes(first, LONGEST_MINUTES))));

/** Tells the other side of messages once they have been quiet for a while. One instance a conversation. */
export const messageMails = saga<Types>()({
  name: 'message-mail',
  asks: ASKS,
  timers: { quiet: () => null },
  starts: {
    MessagePosted: (data) => ({ instance: `${data.kind}-${data.subject_id}`, keys: [keyOf(data)] }),
  },
  listens: { MessagePosted: keyOf, MessagesRead: keyOf },
  initial: { of: null, waiting: { client: null, team: null }, timers: { client: 0, team: 0 }, due: null },
  evolve(state, entry) {
    if (entry.kind === 'fired') {
      const { side, n } = entry.fired.data;
      if (n !== state.timers[side]) return { ...state, due: null };
      return { ...waitingFor(state, side, null), due: state.waiting[side]?.through ?? null };
    }
    if (entry.kind === 'set') {
      const side = SIDES.find((each) => entry.name.startsWith(`quiet/${each}/`));
      return side === undefined ? state : { ...state, timers: { ...state.timers, [side]: state.timers[side] + 1 } };
    }
    if (entry.kind !== 'heard') return state;
    const { type, at, data } = entry.event;
    const { kind, subject_id } = data;
    const known = { ...state, of: { kind, subject_id } };
    if (type === 'MessagesRead') {
      const waits = state.waiting[data.side];
      return waits !== null && waits.through <= data.through ? waitingFor(known, data.side, null) : known;
    }
    if (data.visibility === 'team') return known;
    const side = otherSide(sideOf(data.author));
    return waitingFor(known, side, { first: state.waiting[side]?.first ?? at, last: at, through: data.number });
  },
  on: {
    MessagePosted(state, { data }) {
      if (data.visibility === 'team') return [];
      const side = otherSide(sideOf(data.author));
      const waits = state.waiting[side];
      if (waits === null) return [];
      const n = state.timers[side] + 1;
      return [
        ...cancelled(state, side),
        {
          do: 'timer',
          timer: 'quiet',
          name: timerOf(side, n),
          at: mailAt(waits),
          data: { side, n },
        },
      ];
    },
    MessagesRead: (state, { data: { side } }) => (state.waiting[side] === null ? cancelled(state, side) : []),
  },
  answers: { look_up_told: { succeeded: (_, answer) => mails(answer) } },
  fired: {
    quiet: ({ of, due }, { data: { side, n } }) => {
      if (of === null || due === null) return [];
      const name = `told/${side}/${n}`;
      return [ask(lookUpTold, { ...named(of, name), payload: { ...of, side, through: due } })];
    },
  },
});

const cancelled = ({ timers }: State, side: Side): Step[] =>
  timers[side] === 0 ? [] : [{ do: 'cancel_timer', name: timerOf(side, timers[side]) }];
const waitingFor = (state: State, side: Side, waiting: Waiting): State => ({
  ...state,
  waiting: { ...state.waiting, [side]: waiting },
});
const named = ({ kind, subject_id }: Of, name: string) => ({ name, key: `conversation-${kind}-${subject_id}-${name}` });

function mails({ asked, result }: Answer<typeof lookUpTold, 'succeeded'>): Step[] {
  return Array.from({ length: result.told }, (_, told) =>
    ask(messageMail, {
      ...named(asked.payload, `mail/${asked.name.slice('told/'.length)}/${told}`),
      payload: { ...asked.payload, told },
    }),
  );
}
