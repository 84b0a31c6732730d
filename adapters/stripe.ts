import { charge, findCharge } from '#adapters/stripe/charges';
import { createApi } from '#adapters/stripe/client';
import { acceptDispute, submitEvidence } from '#adapters/stripe/disputes';
import { eventsSince, readWebhook } from '#adapters/stripe/events';
import { news } from '#adapters/stripe/news';
import { findRefund, refund } from '#adapters/stripe/refunds';
import { findSetUp, setUp, setUpSecret } from '#adapters/stripe/set-ups';
import type { PaymentGateway } from '#commands/billing/ports-payments';
import type { Instant } from '#domain/kernel/time';

export type StripeOptions = {
  readonly key: string;
  /** Of the webhook endpoint; the old and the new one while it is being rolled. */
  readonly webhookSecrets: readonly string[];
  /** Where Stripe is, or what stands in for it; it may have a path. */
  readonly base?: string | undefined;
  /** For one whole call. */
  readonly timeoutMs?: number | undefined;
  readonly now: () => Instant;
};

export function createStripeGateway(options: StripeOptions): PaymentGateway {
  const { key, webhookSecrets, base = 'https://api.stripe.com', timeoutMs = 20_000, now } = options;
  const api = createApi({ key, base, timeoutMs, now });
  /** What is thrown holds no secret either. */
  const told = async <T>(asked: Promise<T>): Promise<T> => {
    try {
      return await asked;
    } catch (error) {
      throw new Error(api.failureOf(error).error);
    }
  };
  return {
    name: 'stripe',
    charge: (wanted) => charge(api, wanted),
    findCharge: (wanted) => findCharge(api, wanted),
    refund: (wanted) => refund(api, wanted),
    findRefund: (wanted) => findRefund(api, wanted),
    setUp: (wanted) => setUp(api, wanted),
    findSetUp: (wanted) => findSetUp(api, wanted),
    submitEvidence: (dispute, fields) => submitEvidence(api, dispute, fields),
    acceptDispute: (dispute) => acceptDispute(api, dispute),
    setUpSecret: (object) => setUpSecret(api, object),
    readWebhook: async (body, headers, at) => readWebhook(body, headers['stripe-signature'], webhookSecrets, at),
    eventsSince: (from) => told(eventsSince(api, from)),
    news: (event) => told(news(api, event)),
  };
}
