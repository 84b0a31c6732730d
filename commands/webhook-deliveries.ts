import { TOLD_EVENT_TYPES } from '#domain/webhook-endpoint';
import type { EffectCall, EffectHandler, EffectOutcome } from '#runtime/effect-handler';
import { type EventStore, type Page, type RecordedEvent, START } from '#runtime/event-store';
import { causedBy, metadataOf } from '#runtime/metadata';
import type { Pump } from '#runtime/pump';
import { uuidFrom } from '#runtime/random';
import { CheckpointMoved, type ReadModelDefinition, type ReadModelStore } from '#runtime/read-model';
import { inJson, type PersonalData } from './ports-personal-data.ts';
import type { WebhookCommands } from './webhook-endpoint.ts';

export type Endpoint = {
  readonly id: number;
  readonly account_id: number | null;
  readonly url: string;
  readonly event_types: readonly string[];
  readonly salt: string;
};
export type Endpoints = { all(): Promise<readonly Endpoint[]>; get(id: number): Promise<Endpoint | null> };

/** Sends one signed message; never follows a redirect, never reaches an address that is not public. */
export type SendWebhook = (message: {
  readonly id: string;
  readonly url: string;
  readonly salt: string;
  readonly body: string;
}) => Promise<
  { readonly outcome: 'accepted' } | { readonly outcome: 'rejected'; readonly error: string; readonly retry: boolean }
>;

const TOLD: ReadonlySet<string> = new Set(TOLD_EVENT_TYPES);

/** The dispatcher's own place in the log. */
export const webhookRouting: ReadModelDefinition = { name: 'runtime_webhook_routing', version: 1, tables: [] };

/** Turns each event into a delivery for every endpoint that asked for its type and may see its account. */
export class WebhookDispatcher implements Pump {
  readonly name = 'webhooks';
  readonly #deps: { store: EventStore; readModels: ReadModelStore; commands: WebhookCommands; endpoints: Endpoints };

  constructor(deps: {
    store: EventStore;
    readModels: ReadModelStore;
    commands: WebhookCommands;
    endpoints: Endpoints;
  }) {
    this.#deps = deps;
  }

  async runOnce(): Promise<boolean> {
    const { store, readModels } = this.#deps;
    const from = (await readModels.checkpoint(webhookRouting.name, 'live'))?.place ?? START;
    const page = await store.readAll({ after: from, limit: 500 });
    if (page.next.position === from.position) return false;
    await this.#dispatch(page);
    try {
      await readModels.commit(
        'live',
        [{ name: webhookRouting.name, from, to: page.next }],
        { put: new Map(), remove: new Map() },
        [],
      );
    } catch (error) {
      if (!(error instanceof CheckpointMoved)) throw error;
    }
    return true;
  }

  async #dispatch(page: Page): Promise<void> {
    const told = page.events.filter((event) => TOLD.has(event.type));
    const endpoints = told.length === 0 ? [] : await this.#deps.endpoints.all();
    for (const event of told) {
      for (const endpoint of endpoints.filter((each) => concerns(each, event))) {
        const cause = causedBy(event, { kind: 'system', id: 'webhooks' }, uuidFrom('webhook', endpoint.id, event.id));
        await this.#deps.commands.deliver(endpoint.id, event, 'first', cause);
      }
    }
  }
}

const concerns = ({ account_id, event_types }: Endpoint, event: RecordedEvent): boolean =>
  event_types.includes(event.type) && (account_id === null || account_id === metadataOf(event).account_id);

/** Sends the message of a delivery; the receiver recognises a repeat by `webhook-id`. */
type DeliveryDeps = {
  readonly store: EventStore;
  readonly endpoints: Endpoints;
  readonly send: SendWebhook;
  readonly personal: Pick<PersonalData, 'open'>;
};
export function webhookHandler(deps: DeliveryDeps): EffectHandler {
  return { whenLost: 'resend', call: (call) => deliver(deps, call) };
}

async function deliver({ store, endpoints, send, personal }: DeliveryDeps, call: EffectCall): Promise<EffectOutcome> {
  const { webhook_id, event_id, stream, revision } = call.payload as {
    webhook_id: number;
    event_id: string;
    stream: string;
    revision: number;
  };
  const endpoint = await endpoints.get(webhook_id);
  if (!endpoint) return { outcome: 'failed', error: 'the webhook was removed', retry: false };
  const [event] = await store.readStream(stream, { from: revision, limit: 1 });
  if (event?.id !== event_id) return { outcome: 'failed', error: 'the event is not there', retry: false };
  const { account_id, site_id, occurred_at } = metadataOf(event);
  const told = { type: event.type, timestamp: occurred_at, data: { event_id, account_id, site_id, ...event.data } };
  const body = await personal.open(JSON.stringify(told), inJson);
  const sent = await send({ id: call.key, url: endpoint.url, salt: endpoint.salt, body });
  return sent.outcome === 'accepted'
    ? { outcome: 'succeeded', result: {} }
    : { outcome: 'failed', error: sent.error, retry: sent.retry };
}
