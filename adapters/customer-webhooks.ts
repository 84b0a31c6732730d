import { Webhook } from 'standardwebhooks';
import type { SendWebhook } from '#commands/platform/ports';
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
  const send: SendWebhook = async ({ id, url, salt, oldSalts = [], body }) => {
    const sentAt = new Date();
    // One for each secret that is good, the new one first; a receiver takes any that it knows.
    const signatures = [salt, ...oldSalts].map((each) =>
      new Webhook(webhookSecret(secrets, each)).sign(id, sentAt, body),
    );
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': signatures.join(' '),
    };
    try {
      const { status } = await egress.post(url, body, headers);
      if (status >= 200 && status < 300) return { outcome: 'accepted' };
      const gone = status === 410;
      return { outcome: 'rejected', error: `the receiver answered ${status}`, retry: !gone, ...(gone ? { gone } : {}) };
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      return { outcome: 'rejected', error: text, retry: !(error instanceof EgressRefused) };
    }
  };
  return send;
}
