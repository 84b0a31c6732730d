import { type Cents, cents } from '#domain/kernel/money';
import type { Collection } from './billing-account-messages.ts';

/** Less than this a gateway takes of nobody. Source: Stripe, minimum charge amounts (0.50 USD). PayPal names none. */
const LEAST: Readonly<Record<Collection['gateway'], Cents>> = { stripe: cents(50), paypal: cents(1) };

/** Whether an amount can be taken by that gateway at all. */
export const chargeable = (amount: Cents, gateway: Collection['gateway']): boolean => amount >= LEAST[gateway];
/** The least that the gateway takes. */
export const leastCharge = (gateway: Collection['gateway']): Cents => LEAST[gateway];
