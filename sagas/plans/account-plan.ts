import { put } from '#domain/kernel/fold';
import { parseInstant } from '#domain/kernel/time';
import { followPlan } from '#domain/plans/effects';
import type { EntitlementBookEvent } from '#domain/plans/entitlement-book';
import { ask, saga } from '#runtime/typed-saga';

type Event<T extends EntitlementBookEvent['type']> = Extract<EntitlementBookEvent, { type: T }>;
type Told = { readonly account_id: number; readonly plan: string };
type Types = {
  /** The fact that registered it; changes by the facts that told of them, for those that are to come. */
  state: { readonly registered: string | null; readonly changes: Readonly<Record<string, Told>> };
  starts: Event<'AccountRegistered'>;
  listens: Event<'AccountPlanChanged'>;
  own: never;
  timers: { plan: { readonly fact: string } };
};

const ofAccount = ({ account_id }: { readonly account_id: number }) => `account:${account_id}`;
const follow = (id: string, { account_id, plan = 'free' }: { readonly account_id: number; readonly plan?: string }) =>
  ask(followPlan, { name: `follow/${id}`, key: `follow-plan-${id}`, payload: { account_id, plan } });

/** Keeps an account's plan subscription as the platform's facts tell of it; a change that is to come waits for its day. */
export const accountPlan = saga<Types>()({
  name: 'account-plan',
  asks: [followPlan],
  timers: { plan: (name) => (name.startsWith('plan/') ? { fact: name.slice('plan/'.length) } : null) },
  starts: { AccountRegistered: (data) => ({ instance: String(data.account_id), keys: [ofAccount(data)] }) },
  listens: { AccountPlanChanged: ofAccount },
  initial: { registered: null, changes: {} },
  evolve(state, entry) {
    if (entry.kind !== 'heard') return state;
    const { event } = entry;
    if (event.type === 'AccountRegistered') return { ...state, registered: state.registered ?? event.id };
    const { account_id, plan } = event.data;
    return { ...state, changes: put(state.changes, event.id, { account_id, plan }) };
  },
  keeps: () => true,
  on: {
    // Registered again, an account keeps its plan.
    AccountRegistered: ({ registered }, { id, data }) => (registered === id ? [follow(id, data)] : []),
    AccountPlanChanged(_, { id, at, data }) {
      const from = data.effective_at === undefined ? null : parseInstant(data.effective_at);
      return from !== null && from > at
        ? [{ do: 'timer', timer: 'plan', name: `plan/${id}`, at: from, data: { fact: id } }]
        : [follow(id, data)];
    },
  },
  fired: {
    plan({ changes }, { id, data }) {
      const told = changes[data.fact];
      return told ? [follow(id, told)] : [];
    },
  },
});
