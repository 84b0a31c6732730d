import { inJson, type PersonalData } from '#commands/log/ports-personal-data';
import type { Instant } from '#domain/kernel/time';
import type { ToldEvents } from '#domain/kernel/told';
import type { Clock } from '#runtime/clock';
import type { EffectCall, EffectHandler, EffectOutcome } from '#runtime/effect-handler';
import { type EventStore, type Page, type Place, type RecordedEvent, START } from '#runtime/event-store';
import { causedBy, metadataOf } from '#runtime/metadata';
import type { Pump } from '#runtime/pump';
import { uuidFrom } from '#runtime/random';
import { CheckpointMoved, type ReadModelDefinition, type ReadModelStore } from '#runtime/read-model';
import type { SendWebhook } from './ports.ts';
import type { WebhookCommands } from './webhook-endpoint.ts';

export type Endpoint = {
  readonly id: number;
  readonly account_id: number | null;
  readonly url: string;
  readonly event_types: readonly string[];
  readonly salt: string;
  /** Of old secrets, each good until then. */
  readonly old_salts: readonly { readonly salt: string; readonly until: Instant }[];
  readonly status: 'active' | 'disabled' | 'removed';
};
export type Endpoints = {
  /** Those that are told. */
  all(): Promise<readonly Endpoint[]>;
  /** In whatever state. */
  get(id: number): Promise<Endpoint | null>;
};

/** The dispatcher's own place in the log. */
export const webhookRouting: ReadModelDefinition = { name: 'runtime_webhook_routing', version: 1, tables: [] };

type DispatcherDeps = {
  readonly recent: Pick<EventStore, 'readAll'>;
  readonly readModels: ReadModelStore;
  readonly commands: WebhookCommands;
  readonly endpoints: Endpoints;
  readonly told: ToldEvents;
};

/** Turns each event into a delivery for every endpoint that asked for its type and may see its account. */
export class WebhookDispatcher implements Pump {
  readonly name = 'webhooks';
  readonly #deps: DispatcherDeps;
  /** As this process wrote it last. Another process may have gone on since: its checkpoint then refuses ours. */
  #place: Place | null = null;

  constructor(deps: DispatcherDeps) {
    this.#deps = deps;
  }

  async runOnce(): Promise<boolean> {
    const { recent, readModels } = this.#deps;
    const from = this.#place ?? (await readModels.checkpoint(webhookRouting.name, 'live'))?.place ?? START;
    this.#place = from;
    const page = await recent.readAll({ after: from, limit: 500 });
    if (page.next.position === from.position) return false;
    // Where anything goes wrong on the way, the store is asked where to begin again.
    this.#place = null;
    await this.#dispatch(page);
    try {
      await readModels.commit(
        'live',
        [{ name: webhookRouting.name, from, to: page.next }],
        { put: new Map(), remove: new Map() },
        [],
      );
      this.#place = page.next;
    } catch (error) {
      if (!(error instanceof CheckpointMoved)) throw error;
    }
    return true;
  }

  async #dispatch(page: Page): Promise<void> {
    const told = page.events.filter((event) => this.#deps.told.has(event.type));
    const endpoints = told.length === 0 ? [] : await this.#deps.endpoints.all();
    for (const event of told) {
      for (const endpoint of endpoints.filter((each) => concerns(each, event))) {
        const caused = causedBy(event, { kind: 'system', id: 'webhooks' }, uuidFrom('webhook', endpoint.id, event.id));
        const cause = { ...caused, accountId: accountOf(event) };
        await this.#deps.commands.deliver(endpoint.id, event, 'first', cause);
      }
    }
  }
}

const concerns = ({ account_id, event_types }: Endpoint, event: RecordedEvent): boolean =>
  event_types.includes(event.type) && (account_id === null || (account_id === accountOf(event) && !isInternal(event)));

/** Said among the team: the systems of those who buy are not told of it. */
const isInternal = ({ data: { visibility } }: RecordedEvent): boolean => visibility === 'team';

/** Whose event it is: some say so in their data only. */
function accountOf(event: RecordedEvent): number | null {
  const { account_id } = event.data;
  return metadataOf(event).account_id ?? (typeof account_id === 'number' ? account_id : null);
}

/** Sends the message of a delivery; the receiver recognises a repeat by `webhook-id`. */
type DeliveryDeps = {
  readonly store: EventStore;
  readonly endpoints: Endpoints;
  readonly send: SendWebhook;
  readonly personal: Pick<PersonalData, 'open'>;
  readonly commands: Pick<WebhookCommands, 'disable'>;
  readonly told: ToldEvents;
  readonly clock: Clock;
};
export function webhookHandler(deps: DeliveryDeps): EffectHandler {
  return { whenLost: 'resend', call: (call) => deliver(deps, call) };
}

async function deliver(deps: DeliveryDeps, call: EffectCall): Promise<EffectOutcome> {
  const { store, endpoints, send, personal, told } = deps;
  const { webhook_id, event_id, stream, revision } = call.payload as {
    webhook_id: number;
    event_id: string;
    stream: string;
    revision: number;
  };
  const endpoint = await endpoints.get(webhook_id);
  if (!endpoint || endpoint.status === 'removed')
    return { outcome: 'failed', error: 'the webhook was removed', retry: false };
  if (endpoint.status === 'disabled') return { outcome: 'failed', error: 'the webhook is switched off', retry: false };
  const [event] = await store.readStream(stream, { from: revision, limit: 1 });
  if (event?.id !== event_id || !told.has(event.type))
    return { outcome: 'failed', error: 'the event is not there', retry: false };
  const body = await personal.open(JSON.stringify(messageOf(event, told)), inJson);
  const { url, salt, old_salts } = endpoint;
  const now = deps.clock.now();
  const oldSalts = old_salts.filter(({ until }) => until > now).map((old) => old.salt);
  const sent = await send({ id: call.key, url, salt, oldSalts, body });
  if (sent.outcome === 'accepted') return { outcome: 'succeeded', result: {} };
  if (!sent.gone) return { outcome: 'failed', error: sent.error, retry: sent.retry };
  await deps.commands.disable(webhook_id, 'gone', {
    ...call.cause,
    accountId: endpoint.account_id,
    siteId: null,
    commandId: uuidFrom('webhook-gone', call.effectId, call.attempt),
  });
  return { outcome: 'failed', error: `${sent.error}: the webhook is switched off`, retry: false };
}

/**
 * The message: deliveries may overtake each other, so it tells where the event stands in the log and in the stream of
 * what it is about. What is younger wins.
 */
function messageOf(event: RecordedEvent, told: ToldEvents) {
  const { site_id, occurred_at } = metadataOf(event);
  const { id: event_id, revision, type } = event;
  const where = { event_id, position: event.place.position, revision, account_id: accountOf(event), site_id };
  return { type, timestamp: occurred_at, data: { ...where, ...told.data(type, event.data) } };
}
