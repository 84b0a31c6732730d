import type { Handlers } from '#runtime/typed-effects';
import { type DunningEffectDeps, dunningEffects } from './dunning-effects.ts';
import { type InvoiceEffectDeps, invoiceEffects } from './invoice-effects.ts';
import { type GiveBackDeps, giveBackEffects } from './invoice-give-back.ts';
import { type PaymentEffectDeps, paymentEffects } from './payment-effects.ts';
import { type PurchaseEffectDeps, purchaseEffects } from './purchase-effects.ts';
import { type RenewalEffectDeps, renewalEffects } from './renewal-effects.ts';

export type BillingEffectDeps = DunningEffectDeps &
  InvoiceEffectDeps &
  GiveBackDeps &
  PaymentEffectDeps &
  PurchaseEffectDeps &
  RenewalEffectDeps;

/** All that billing carries out. */
export const billingEffects = (deps: BillingEffectDeps): readonly Handlers[] => [
  invoiceEffects(deps),
  paymentEffects(deps),
  dunningEffects(deps),
  purchaseEffects(deps),
  renewalEffects(deps),
  giveBackEffects(deps),
];
