import { globalAgent as plain } from 'node:http';
import fetch from 'node-fetch';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { Webhook } from 'standardwebhooks';
import type { Secrets } from './secrets.ts';

const TIMEOUT_MS = 10_000;

/** The signing secret of an endpoint, as it is shown once: Standard Webhooks' `whsec_` form. */
export const webhookSecret = (secrets: Secrets, salt: string): string =>
  `whsec_${secrets.derive('customer-webhook', salt).toString('base64')}`;

/**
 * Signed messages to customers' systems. The address that is really connected to is checked, so
 * a name that resolves to an inner address, now or later, is never reached; redirects are not followed.
 */
export function createCustomerWebhooks(secrets: Secrets, options: { readonly allowLoopback?: boolean } = {}) {
  const allow = options.allowLoopback ? { allowIPAddressList: ['127.0.0.1', '::1'] } : {};
  const [http, https] = [new RequestFilteringHttpAgent(allow), new RequestFilteringHttpsAgent(allow)];
  return async ({ id, url, salt, body }: { id: string; url: string; salt: string; body: string }) => {
    const sentAt = new Date();
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': new Webhook(webhookSecret(secrets, salt)).sign(id, sentAt, body),
    };
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers,
        redirect: 'manual',
        size: 64 * 1024,
        agent: ({ protocol }) => (protocol === 'https:' ? https : protocol === 'http:' ? http : plain),
        signal: AbortSignal.timeout(TIMEOUT_MS) as never,
      });
      await response.arrayBuffer();
      if (response.ok) return { outcome: 'accepted' as const };
      return {
        outcome: 'rejected' as const,
        error: `the receiver answered ${response.status}`,
        retry: response.status !== 410,
      };
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      return { outcome: 'rejected' as const, error: text, retry: !/is not allowed|IP address/i.test(text) };
    }
  };
}
