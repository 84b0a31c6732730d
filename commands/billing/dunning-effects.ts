import type { ManagedSubscriptionCommands } from '#commands/services/managed-subscription';
import { dunningCancel, dunningPause, dunningResume } from '#domain/billing/effects';
import type { SubscriptionId } from '#domain/kernel/ids';
import { uuidFrom } from '#runtime/random';
import { type CallOf, done, type Handlers, handlersOf, internally } from '#runtime/typed-effects';
import type { InvoiceCommands } from './invoice.ts';

export type DunningEffectDeps = {
  readonly invoices: InvoiceCommands;
  readonly subscriptions: ManagedSubscriptionCommands;
  readonly lookups: {
    openInvoices(account: number): Promise<readonly { readonly overduePause: boolean }[]>;
    subscriptions(
      account: number,
    ): Promise<readonly { readonly id: number; readonly status: string; readonly pausedReason: string | null }[]>;
  };
  readonly upToDate: () => Promise<void>;
};

/** Why dunning paused a subscription; only those it resumes (ruling 1.20). */
const PAYMENT_OVERDUE = 'payment_overdue';
const COMMANDS = {
  pause: { type: 'Pause', reason: PAYMENT_OVERDUE },
  cancel: { type: 'Cancel', reason: PAYMENT_OVERDUE },
  resume: { type: 'Resume' },
} as const;
type What = keyof typeof COMMANDS;
type Call = CallOf<typeof dunningPause | typeof dunningCancel | typeof dunningResume>;

/** Services of an account that does not pay, or that has paid. */
export function dunningEffects(deps: DunningEffectDeps): Handlers {
  return handlersOf([dunningPause, dunningCancel, dunningResume], {
    /** Paid meanwhile, nothing is paused; paid in this very moment, it goes on again. */
    dunning_pause: internally(async (call) => {
      if (!(await isUnpaid(deps, call))) return done({ subscriptions: [] });
      const paused = await eachSubscription(deps, call, 'pause');
      return (await isUnpaid(deps, call)) ? paused : eachSubscription(deps, call, 'resume');
    }),
    dunning_cancel: internally(async (call) => {
      const { state } = await deps.invoices.load(call.payload.invoice_id);
      return state.status === 'uncollectible' ? eachSubscription(deps, call, 'cancel') : done({ cancelled: 0 });
    }),
    dunning_resume: internally(async (call) =>
      (await isUnpaid(deps, call)) ? done({ resumed: 0 }) : eachSubscription(deps, call, 'resume'),
    ),
  });
}

async function isUnpaid({ lookups, upToDate }: DunningEffectDeps, { payload }: Call): Promise<boolean> {
  await upToDate();
  return (await lookups.openInvoices(payload.account_id)).some(({ overduePause }) => overduePause);
}

async function eachSubscription({ lookups, subscriptions, upToDate }: DunningEffectDeps, call: Call, what: What) {
  await upToDate();
  const all = await lookups.subscriptions(call.payload.account_id);
  const wanted = all.filter(({ status, pausedReason }) => {
    if (what === 'pause') return status === 'active';
    return what === 'cancel' ? status !== 'cancelled' : status === 'paused' && pausedReason === PAYMENT_OVERDUE;
  });
  const changed: number[] = [];
  for (const { id } of wanted) {
    const cause = { ...call.cause, commandId: uuidFrom(call.effectId, what, id) };
    const changing = await subscriptions.run(id as SubscriptionId, COMMANDS[what], cause);
    if (changing.ok) changed.push(id);
  }
  return done({ subscriptions: changed });
}
