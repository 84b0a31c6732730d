import type { DomainEvent } from '#domain/kernel/decider';
import { put } from '#domain/kernel/fold';
import { type Instant, parseInstant } from '#domain/kernel/time';
import type { JsonObject } from '#runtime/event-store';
import { type SagaInput, type SagaStep, saga } from '#runtime/saga';

type Known = { readonly registered: string | null; readonly later: Readonly<Record<string, string>> };
const ofAccount = (data: JsonObject) => `account:${String(data['account_id'])}`;

/** Keeps an account's plan subscription as the platform's facts tell of it; a change that is to come waits for its day. */
export const accountPlan = saga<Known, DomainEvent>({
  name: 'account-plan',
  starts: { AccountRegistered: (data) => ({ instance: String(data['account_id']), keys: [ofAccount(data)] }) },
  listens: { AccountPlanChanged: ofAccount },
  initial: { registered: null, later: {} },
  evolve: (state, entry) => {
    if (entry.kind !== 'input') return state;
    const { type, id, data } = entry.input;
    if (type === 'AccountRegistered') return { ...state, registered: state.registered ?? id };
    if (type !== 'AccountPlanChanged') return { ...state };
    const told = `${String(data['account_id'])} ${String(data['plan'])}`;
    return { ...state, later: put(state.later, `plan/${id}`, told) };
  },
  react: (input, state): readonly SagaStep[] => {
    const { type, id, data, at } = input;
    // Registered again, an account keeps its plan.
    if (type === 'AccountRegistered') return state.registered === id ? [follow(input, data)] : [];
    if (type === 'AccountPlanChanged') {
      const from = typeof data['effective_at'] === 'string' ? parseInstant(data['effective_at']) : null;
      const later: Instant | null = from !== null && from > at ? from : null;
      return later === null ? [follow(input, data)] : [{ do: 'timer', name: `plan/${id}`, at: later }];
    }
    if (type !== 'TimerFired') return [];
    const [account_id, plan] = (state.later[String(data['name'])] ?? '').split(' ');
    return plan === undefined ? [] : [follow(input, { account_id: Number(account_id), plan })];
  },
});

const follow = ({ id }: SagaInput, data: JsonObject): SagaStep => ({
  do: 'effect',
  name: `follow/${id}`,
  kind: 'follow_plan',
  key: `follow-plan-${id}`,
  payload: { account_id: data['account_id'] ?? 0, plan: data['plan'] ?? 'free' },
});
