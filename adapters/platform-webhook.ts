import fetch from 'node-fetch';
import { Webhook } from 'standardwebhooks';
import type { SendWorkRequest } from '#commands/platform/ports';
import { codeOf } from './failure-code.ts';

const TIMEOUT_MS = 10_000;

/**
 * Work requests as signed webhooks (Standard Webhooks); `webhook-id` is the same for every attempt. The address may hold a key
 * of its receiver's: what went wrong is told with its host alone, since it is kept in events.
 */
export function createPlatformWebhook(url: string, secret: string): SendWorkRequest {
  // A secret in the standard's own form is used as it is; any other text is its bytes.
  const webhook = new Webhook(secret.startsWith('whsec_') ? secret : Buffer.from(secret).toString('base64'));
  return async ({ id, key, kind, payload, traceparent }) => {
    const body = JSON.stringify({ id, kind, payload });
    const sentAt = new Date();
    const headers = {
      'content-type': 'application/json',
      'webhook-id': key,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': webhook.sign(key, sentAt, body),
      ...(traceparent === undefined ? {} : { traceparent }),
    };
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers,
        redirect: 'manual',
        size: 64 * 1024,
        signal: AbortSignal.timeout(TIMEOUT_MS) as never,
      });
      await response.arrayBuffer();
      if (response.ok) return { outcome: 'accepted' };
      const retry = response.status >= 500 || response.status === 408 || response.status === 429;
      return { outcome: 'rejected', error: `the platform answered ${response.status}`, retry };
    } catch (error) {
      return {
        outcome: 'rejected',
        error: `${new URL(url).host} could not be reached (${codeOf(error)})`,
        retry: true,
      };
    }
  };
}
