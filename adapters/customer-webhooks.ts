import { Webhook } from 'standardwebhooks';
import { createEgress, EgressRefused } from './egress.ts';
import type { Secrets } from './secrets.ts';

/** The signing secret of an endpoint, as it is shown once: Standard Webhooks' `whsec_` form. */
export const webhookSecret = (secrets: Secrets, salt: string): string =>
  `whsec_${secrets.derive('customer-webhook', salt).toString('base64')}`;

/**
 * Signed messages to customers' systems. The address that is really connected to is checked, so
 * a name that resolves to an inner address, now or later, is never reached; redirects are not followed.
 */
export function createCustomerWebhooks(secrets: Secrets, options: { readonly allowLoopback?: boolean } = {}) {
  const allow = options.allowLoopback ? ['127.0.0.1', '::1'] : [];
  const egress = createEgress({ allow, timeoutMs: 10_000, maxBytes: 64 * 1024 });
  return async ({ id, url, salt, body }: { id: string; url: string; salt: string; body: string }) => {
    const sentAt = new Date();
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': new Webhook(webhookSecret(secrets, salt)).sign(id, sentAt, body),
    };
    try {
      const { status } = await egress.post(url, body, headers);
      if (status >= 200 && status < 300) return { outcome: 'accepted' as const };
      return { outcome: 'rejected' as const, error: `the receiver answered ${status}`, retry: status !== 410 };
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      return { outcome: 'rejected' as const, error: text, retry: !(error instanceof EgressRefused) };
    }
  };
}
