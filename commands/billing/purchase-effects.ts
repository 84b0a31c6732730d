import type { IndexingCreditCommands } from '#commands/plans/indexing-credit';
import { expirePurchase, fulfilPurchase, invoicePurchase, revokeCredits } from '#domain/billing/effects';
import { again, done, type Handlers, handlersOf, internally, outcomeOf } from '#runtime/typed-effects';
import { type AddOnCommands, NOT_PAID_FOR, WAITS_FOR_METHOD } from './add-on.ts';

export type PurchaseEffectDeps = { readonly addOns: AddOnCommands; readonly credits: IndexingCreditCommands };

/** Why a purchase is not given yet, where that is no trouble: what it waits for tells by itself. */
const WAITS: readonly string[] = [WAITS_FOR_METHOD, NOT_PAID_FOR];

/** What is done for a purchase, and taken back of it. */
export const purchaseEffects = ({ addOns, credits }: PurchaseEffectDeps): Handlers =>
  handlersOf([invoicePurchase, fulfilPurchase, expirePurchase, revokeCredits], {
    invoice_purchase: internally(async ({ payload, cause }) => {
      const { state } = await addOns.load(payload.purchase_id);
      if (state.status === 'none') return again('the purchase is not there yet');
      return done({ invoice_id: await addOns.invoiced(state, cause) });
    }),
    fulfil_purchase: internally(async ({ payload, cause }) => {
      const problem = await addOns.fulfil(payload.purchase_id, cause);
      return problem === null || WAITS.includes(problem) ? done({ problem }) : again(problem);
    }),
    expire_purchase: internally(async ({ payload, cause }) =>
      done({ expired: await addOns.expire(payload.purchase_id, cause) }),
    ),
    revoke_credits: internally(async ({ payload: { account_id, purchase_id: purchaseId }, cause }) =>
      outcomeOf(await credits.run(account_id, { type: 'Revoke', purchaseId, reason: 'refunded' }, cause)),
    ),
  });
