import { accept, type Decider, type DomainEvent, refuse } from './kernel/decider.ts';
import type { AccountId } from './kernel/ids.ts';
import type { Instant, Month } from './kernel/time.ts';

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
  | DomainEvent<
      'AhrefsUnitsSpent',
      {
        readonly account_id: AccountId;
        readonly endpoint: string;
        readonly units: number;
        readonly rows: number;
        readonly month: Month;
      }
    >
  | DomainEvent<
      'AhrefsConnectionFailed',
      { readonly account_id: AccountId; readonly status: 'expired' | 'error'; readonly error: string }
    >
  | DomainEvent<'AhrefsConnectionRestored', { readonly account_id: AccountId }>;

export type AhrefsConnection =
  | { readonly status: 'none' | 'disconnected' }
  | {
      readonly status: 'active' | 'expired' | 'error';
      readonly keyRef: string;
      readonly budget: number | null;
      /** As Ahrefs said when it was connected, less what was spent since; null where the plan has no limit or it is not known. */
      readonly remaining: number | null;
      /** The month that `remaining` was told in: with a new one the plan's units come back. */
      readonly remainingIn: Month | null;
      readonly month: Month | null;
      readonly spent: number;
    };
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
      readonly type: 'RecordCall';
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
export type AhrefsRefusal = { readonly code: 'not_found'; readonly message: string };

/** An optional call must leave this share of the month's budget for those that are not (spec 3.5). */
const OPTIONAL_PERCENT = 80;

export const ahrefsConnection: Decider<AhrefsCommand, AhrefsConnection, AhrefsEvent, AhrefsRefusal> = {
  initial: { status: 'none' },
  evolve: (state, event): AhrefsConnection => {
    switch (event.type) {
      case 'AhrefsConnected': {
        const { key_ref, monthly_unit_budget, units_remaining } = event.data;
        const kept = isConnected(state) ? { month: state.month, spent: state.spent } : { month: null, spent: 0 };
        return {
          ...{ status: 'active', keyRef: key_ref, budget: monthly_unit_budget, remaining: units_remaining },
          // By the calendar of UTC: for the hours in which the billing zone is in another month, what is left is not asked.
          remainingIn: event.at.slice(0, 7) as Month,
          ...kept,
        };
      }
      case 'AhrefsDisconnected':
        return { status: 'disconnected' };
      case 'AhrefsUnitsSpent': {
        if (!isConnected(state)) return state;
        const { units, month } = event.data;
        const spent = state.month === month ? state.spent + units : units;
        const known = state.remaining !== null && state.remainingIn === month;
        return { ...state, month, spent, remaining: known ? Math.max(0, (state.remaining ?? 0) - units) : null };
      }
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
    if (!isConnected(state)) return refuse({ code: 'not_found', message: 'the account is not connected to Ahrefs' });
    if (command.type === 'Disconnect') return accept({ type: 'AhrefsDisconnected', at, data: { account_id } });
    return accept(...called(command, state));
  },
};

export const isConnected = (state: AhrefsConnection): state is Connected =>
  state.status !== 'none' && state.status !== 'disconnected';

function called(
  {
    accountId: account_id,
    endpoint,
    units,
    rows,
    month,
    answered,
    trouble,
    now: at,
  }: Extract<AhrefsCommand, { type: 'RecordCall' }>,
  state: Connected,
): AhrefsEvent[] {
  const spent: AhrefsEvent = { type: 'AhrefsUnitsSpent', at, data: { account_id, endpoint, units, rows, month } };
  const failed = trouble && (trouble.status !== state.status ? trouble : null);
  return [
    ...(units > 0 ? [spent] : []),
    ...(failed ? [{ type: 'AhrefsConnectionFailed' as const, at, data: { account_id, ...failed } }] : []),
    ...(answered && state.status !== 'active'
      ? [{ type: 'AhrefsConnectionRestored' as const, at, data: { account_id } }]
      : []),
  ];
}

/** Why a call of at most so many units may not be made now; null where it may. */
export function overBudget(state: Connected, month: Month, units: number, optional: boolean): string | null {
  const spent = state.month === month ? state.spent : 0;
  if (state.remaining !== null && state.remainingIn === month && units > state.remaining)
    return `the call may cost ${units} units, the plan has ${state.remaining} left`;
  if (state.budget === null) return null;
  const limit = optional ? Math.floor((state.budget * OPTIONAL_PERCENT) / 100) : state.budget;
  if (spent + units <= limit) return null;
  return `${spent} of ${state.budget} units of this month are spent and the call may cost ${units}${optional ? '; the last fifth is kept for calls that cannot wait' : ''}`;
}
