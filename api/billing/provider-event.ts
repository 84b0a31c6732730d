import { z } from 'zod';
import { Problem } from '#api/http/problem';
import { defineRoute, type FeatureRoutes } from '#api/http/routes';
import type { GatewayName, PaymentGateways } from '#commands/billing/ports-payments';
import type { ProviderEventCommands } from '#commands/billing/provider-event';
import type { Instant } from '#domain/kernel/time';

const TAG = 'Webhooks of providers';

export type ProviderEventApi = {
  readonly commands: ProviderEventCommands;
  readonly gateways: PaymentGateways;
  readonly now: () => Instant;
};

/** Where payment providers tell of what happened: the signature over the raw body is proved, the notice kept, nothing else. */
export function providerEventApi({ commands, gateways, now }: ProviderEventApi): FeatureRoutes {
  const route = (gateway: GatewayName, name: string) =>
    defineRoute({
      method: 'post',
      path: `/api/v1/billing/webhooks/${gateway}/`,
      operationId: `receive${name}Webhook`,
      tag: TAG,
      summary: `Notices of ${name}; answered once they are durable, acted on afterwards`,
      roles: 'public',
      rateLimited: false,
      rawBody: ['application/json'],
      answers: [{ status: 200, description: 'kept', schema: z.object({ received: z.literal(true) }) }],
      handle: async ({ c, bytes }) => {
        const port = gateways[gateway];
        if (!port) throw new Problem('not_found', `${name} is not configured here`);
        const event = await port.readWebhook(bytes, Object.fromEntries(c.req.raw.headers), now());
        if (!event) throw new Problem('malformed', 'the signature, its age or the notice itself is not right');
        const { position } = await commands.receive(gateway, event, 'webhook');
        return { status: 200, body: { received: true }, headers: { 'X-Event-Position': String(position) } };
      },
    });
  return { name: 'provider-event', routes: [route('stripe', 'Stripe'), route('paypal', 'PayPal')] };
}
