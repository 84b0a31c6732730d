import type { setUp } from '#domain/billing/effects';
import { again, type CallOf, done, type HandlerOf } from '#runtime/typed-effects';
import type { BillingAccountCommands } from './billing-account.ts';
import { NOT_DONE, named, settled } from './charge-effects.ts';
import type { PaymentGateway, SetUp, SetUpDone, TestCard, Trouble } from './ports-payments.ts';

export type SetUpDeps = { readonly billing: BillingAccountCommands };
type Call = CallOf<typeof setUp>;

/** What the gateway is told of a method that it is to save; null once that is settled. */
async function openSetUp(
  { billing }: SetUpDeps,
  gateway: string,
  { key, payload: { account_id, method_id } }: Call,
): Promise<SetUp | null> {
  const { methods } = (await billing.load(account_id)).state;
  const method = methods.find(({ id }) => id === method_id);
  if (method?.status !== 'pending') return null;
  const known = methods.find((each) => each.gateway === gateway && each.customer !== null);
  return {
    key,
    intendedAt: method.added_at,
    methodId: method.id,
    accountId: account_id,
    customer: known?.customer ?? null,
    testCard: method.test_card as TestCard | null,
  };
}

/** Records what the gateway said of a method. */
async function setUpTold({ billing }: SetUpDeps, call: Call, answer: SetUpDone | Trouble) {
  if (answer.outcome === 'temporary') return again(answer.error);
  if (answer.outcome === 'unknown') return answer;
  const told = answer.outcome === 'refused' ? { outcome: 'failed' as const, error: answer.error } : answer;
  const { account_id, method_id: methodId } = call.payload;
  const cause = named(call, `${told.outcome}-${call.attempt}`);
  await billing.run(account_id, { type: 'SettleMethod', methodId, done: told }, cause);
  return done({ outcome: told.outcome });
}

export const settingUp = (
  deps: SetUpDeps,
  gateway: PaymentGateway,
  save: NonNullable<PaymentGateway['setUp']>,
): HandlerOf<typeof setUp> => ({
  whenLost: gateway.findSetUp ? 'look_up' : 'resend',
  async call(call) {
    const open = await openSetUp(deps, gateway.name, call);
    return open === null ? settled() : setUpTold(deps, call, await save(open));
  },
  async lookUp(call) {
    const open = await openSetUp(deps, gateway.name, call);
    if (open === null || !gateway.findSetUp) return settled();
    const found = await gateway.findSetUp(open);
    return found.outcome === 'not_found' ? NOT_DONE : setUpTold(deps, call, found);
  },
});
