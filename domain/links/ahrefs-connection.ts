import { accept, type Decider, type Decision, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { AccountId } from '#domain/kernel/ids';
import type { Instant, Month } from '#domain/kernel/time';

export type AhrefsEvent =
  | DomainEvent<
      'AhrefsConnected',
      {
        readonly account_id: AccountId;
        /** Where the sealed key lies; the key itself stands in no event. */
        readonly key_ref: string;
        readonly plan_type: string;
        readonly monthly_unit_budget: number | null;
        readonly units_remaining: number | null;
      }
    >
  | DomainEvent<'AhrefsDisconnected', { readonly account_id: AccountId }>
  /** The most that a call can cost is put aside before it is made, so that calls made together keep to the budget. */
  | DomainEvent<
      'AhrefsUnitsReserved',
      {
        readonly account_id: AccountId;
        readonly reservation_id: string;
        /** Names what is asked: an equal question waits for this one's answer. */
        readonly question: string;
        readonly endpoint: string;
        readonly units: number;
        readonly month: Month;
        /** From then on the call counts as made and its answer as lost: it cost what was put aside. */
        readonly lapses_at: Instant;
      }
    >
  /** The call that they were put aside for cost nothing. */
  | DomainEvent<'AhrefsUnitsReleased', { readonly account_id: AccountId; readonly reservation_id: string }>
  | DomainEvent<
      'AhrefsUnitsSpent',
      {
        readonly account_id: AccountId;
        readonly endpoint: string;
        readonly units: number;
        readonly rows: number;
        readonly month: Month;
        /** The reservation that this settles; left out of calls that had none. */
        readonly reservation_id?: string;
      }
    >
  | DomainEvent<
      'AhrefsConnectionFailed',
      { readonly account_id: AccountId; readonly status: 'expired' | 'error'; readonly error: string }
    >
  | DomainEvent<'AhrefsConnectionRestored', { readonly account_id: AccountId }>;

/** Units put aside for a call that is under way. */
export type Reservation = {
  readonly question: string;
  readonly endpoint: string;
  readonly units: number;
  readonly month: Month;
  readonly lapsesAt: Instant;
};
/** What the account's calls have cost, whichever key they were made with. */
type Costs = {
  readonly month: Month | null;
  readonly spent: number;
  readonly reserved: ReadonlyMap<string, Reservation>;
};

export type AhrefsConnection = Costs &
  (
    | { readonly status: 'none' | 'disconnected' }
    | {
        readonly status: 'active' | 'expired' | 'error';
        readonly keyRef: string;
        readonly budget: number | null;
        /** As Ahrefs said when it was connected, less what was spent since; null where the plan has no limit or it is not known. */
        readonly remaining: number | null;
        /** The month that `remaining` was told in: with a new one the plan's units come back. */
        readonly remainingIn: Month | null;
      }
  );
type Connected = Exclude<AhrefsConnection, { status: 'none' | 'disconnected' }>;

export type AhrefsCommand = { readonly now: Instant; readonly accountId: AccountId } & (
  | {
      readonly type: 'Connect';
      readonly keyRef: string;
      readonly planType: string;
      readonly budget: number | null;
      readonly remaining: number | null;
    }
  | { readonly type: 'Disconnect' }
  | {
      readonly type: 'Reserve';
      readonly reservationId: string;
      readonly question: string;
      readonly endpoint: string;
      /** The most that the call can cost. */
      readonly units: number;
      readonly month: Month;
      /** It may be left out for the budget's sake. */
      readonly optional: boolean;
      readonly lapsesAt: Instant;
    }
  | {
      readonly type: 'RecordCall';
      /** The reservation that it settles; null of a call that is free. */
      readonly reservationId: string | null;
      /** The key that it was made with: of any other the call told nothing. */
      readonly keyRef: string;
      readonly endpoint: string;
      readonly units: number;
      readonly rows: number;
      readonly month: Month;
      /** Ahrefs took the key: what was wrong with the connection no longer is. */
      readonly answered: boolean;
      /** What is wrong with the connection; null where nothing is, or where the call did not tell. */
      readonly trouble: { readonly status: 'expired' | 'error'; readonly error: string } | null;
    }
);
export type AhrefsRefusal = {
  /** `under_way`: an equal question has been asked and is not answered yet. */
  readonly code: 'not_found' | 'units_exhausted' | 'under_way';
  readonly message: string;
};

/** An optional call must leave this share of the month's budget for those that are not (spec 3.5). */
const OPTIONAL_PERCENT = 80;

export const ahrefsConnection: Decider<AhrefsCommand, AhrefsConnection, AhrefsEvent, AhrefsRefusal> = {
  initial: { status: 'none', month: null, spent: 0, reserved: new Map() },
  evolve: (state, event): AhrefsConnection => {
    switch (event.type) {
      case 'AhrefsConnected': {
        const { key_ref, monthly_unit_budget, units_remaining } = event.data;
        return {
          status: 'active',
          keyRef: key_ref,
          budget: monthly_unit_budget,
          remaining: units_remaining,
          // By the calendar of UTC: for the hours in which the billing zone is in another month, what is left is not asked.
          remainingIn: event.at.slice(0, 7) as Month,
          ...costsOf(state),
        };
      }
      case 'AhrefsDisconnected':
        return { status: 'disconnected', ...costsOf(state) };
      case 'AhrefsUnitsReserved': {
        const { reservation_id, question, endpoint, units, month, lapses_at: lapsesAt } = event.data;
        const reservation = { question, endpoint, units, month, lapsesAt };
        return { ...state, reserved: new Map([...state.reserved, [reservation_id, reservation] as const]) };
      }
      case 'AhrefsUnitsReleased':
        return { ...state, reserved: without(state.reserved, event.data.reservation_id) };
      case 'AhrefsUnitsSpent':
        return spentBy(state, event.data);
      case 'AhrefsConnectionFailed':
        return isConnected(state) ? { ...state, status: event.data.status } : state;
      case 'AhrefsConnectionRestored':
        return isConnected(state) ? { ...state, status: 'active' } : state;
    }
  },
  decide: (command, state) => {
    const { now: at, accountId: account_id } = command;
    if (command.type === 'Connect') {
      const { keyRef: key_ref, planType: plan_type, budget, remaining } = command;
      return accept({
        type: 'AhrefsConnected',
        at,
        data: { account_id, key_ref, plan_type, monthly_unit_budget: budget, units_remaining: remaining },
      });
    }
    // A call that was made has its price, also where the connection ended meanwhile.
    if (command.type === 'RecordCall') return accept(...called(command, state));
    if (!isConnected(state)) return refuse({ code: 'not_found', message: 'the account is not connected to Ahrefs' });
    if (command.type === 'Disconnect') return accept({ type: 'AhrefsDisconnected', at, data: { account_id } });
    return reserve(command, state);
  },
};

const costsOf = ({ month, spent, reserved }: AhrefsConnection): Costs => ({ month, spent, reserved });

function without(reserved: Costs['reserved'], id: string): Costs['reserved'] {
  const rest = new Map(reserved);
  rest.delete(id);
  return rest;
}

type Spent = Extract<AhrefsEvent, { type: 'AhrefsUnitsSpent' }>;
function spentBy(state: AhrefsConnection, { units, month, reservation_id: settles }: Spent['data']): AhrefsConnection {
  // A call that was begun in the month before does not bring that month back.
  const late = state.month !== null && month < state.month;
  const costs: Costs = {
    month: late ? state.month : month,
    spent: late ? state.spent : state.month === month ? state.spent + units : units,
    reserved: settles === undefined ? state.reserved : without(state.reserved, settles),
  };
  if (!isConnected(state)) return { ...state, ...costs };
  if (late) return { ...state, ...costs };
  const known = state.remaining !== null && state.remainingIn === month;
  return { ...state, ...costs, remaining: known ? Math.max(0, (state.remaining ?? 0) - units) : null };
}

export const isConnected = (state: AhrefsConnection): state is Connected =>
  state.status !== 'none' && state.status !== 'disconnected';

type Command<Type extends AhrefsCommand['type']> = Extract<AhrefsCommand, { type: Type }>;

/** What is under way at that moment, and what has lapsed. */
function split(reserved: Costs['reserved'], now: Instant) {
  const all = [...reserved];
  return {
    live: new Map(all.filter(([, { lapsesAt }]) => lapsesAt > now)),
    lapsed: all.filter(([, { lapsesAt }]) => lapsesAt <= now),
  };
}

function reserve(command: Command<'Reserve'>, state: Connected): Decision<AhrefsEvent, AhrefsRefusal> {
  const { accountId: account_id, reservationId, question, endpoint, units, month, optional, lapsesAt, now } = command;
  const { live, lapsed } = split(state.reserved, now);
  if ([...live.values()].some((each) => each.question === question))
    return refuse({ code: 'under_way', message: 'the same is being asked at this moment' });
  // Nobody lived to say what they cost: as much as was put aside.
  const lost = lapsed.map(
    ([id, of]): Spent => ({
      type: 'AhrefsUnitsSpent',
      at: now,
      data: { account_id, endpoint: of.endpoint, units: of.units, rows: 0, month: of.month, reservation_id: id },
    }),
  );
  const over = overBudget(lost.reduce(afterSpending, state), month, units, optional);
  if (over !== null) return refuse({ code: 'units_exhausted', message: over });
  return accept<AhrefsEvent>(...lost, {
    type: 'AhrefsUnitsReserved',
    at: now,
    data: { account_id, reservation_id: reservationId, question, endpoint, units, month, lapses_at: lapsesAt },
  });
}

const afterSpending = (state: Connected, { data }: Spent): Connected => {
  const after = spentBy(state, data);
  return isConnected(after) ? after : state;
};

function called(command: Command<'RecordCall'>, state: AhrefsConnection): AhrefsEvent[] {
  const { reservationId, keyRef, endpoint, units, rows, month, answered, trouble, now: at } = command;
  const account_id = command.accountId;
  const data = { account_id, endpoint, units, rows, month };
  const costs = reservationId === null ? free(data, at) : settled(data, reservationId, state, at);
  // What a key of before met with says nothing of the one that is connected now.
  if (!isConnected(state) || state.keyRef !== keyRef) return costs;
  const failed = trouble !== null && trouble.status !== state.status ? trouble : null;
  return [
    ...costs,
    ...(failed ? [{ type: 'AhrefsConnectionFailed' as const, at, data: { account_id, ...failed } }] : []),
    ...(answered && state.status !== 'active'
      ? [{ type: 'AhrefsConnectionRestored' as const, at, data: { account_id } }]
      : []),
  ];
}

const free = (data: Spent['data'], at: Instant): AhrefsEvent[] =>
  data.units > 0 ? [{ type: 'AhrefsUnitsSpent', at, data }] : [];

/** What a call cost takes the place of what was put aside for it. Where that has lapsed it is counted already, as the most. */
function settled(data: Spent['data'], reservation_id: string, state: AhrefsConnection, at: Instant): AhrefsEvent[] {
  if (!state.reserved.has(reservation_id)) return [];
  if (data.units > 0) return [{ type: 'AhrefsUnitsSpent', at, data: { ...data, reservation_id } }];
  return [{ type: 'AhrefsUnitsReleased', at, data: { account_id: data.account_id, reservation_id } }];
}

/** Why a call of at most so many units may not be made now; null where it may. Units put aside count as spent. */
export function overBudget(state: Connected, month: Month, units: number, optional: boolean): string | null {
  const aside = [...state.reserved.values()].reduce((sum, each) => sum + (each.month === month ? each.units : 0), 0);
  const spent = (state.month === month ? state.spent : 0) + aside;
  const left = state.remaining === null || state.remainingIn !== month ? null : Math.max(0, state.remaining - aside);
  if (left !== null && units > left) return `the call may cost ${units} units, the plan has ${left} left`;
  if (state.budget === null) return null;
  const limit = optional ? Math.floor((state.budget * OPTIONAL_PERCENT) / 100) : state.budget;
  if (spent + units <= limit) return null;
  return `${spent} of ${state.budget} units of this month are spent and the call may cost ${units}${optional ? '; the last fifth is kept for calls that cannot wait' : ''}`;
}
