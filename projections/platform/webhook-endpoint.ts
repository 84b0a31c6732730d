import type { WebhookEndpointEvent } from '#domain/platform/webhook-endpoint';
import { type Projected, type Projection, projection } from '#runtime/projection';
import type { ReadTables, Row } from '#runtime/read-model';
import type { UnitOfWork } from '#runtime/unit-of-work';
import type { WebhookRow } from './reads.ts';

export const WEBHOOKS = 'igny8_webhook_endpoints';

/** Where customers' systems want to be told, and of what. */
export const webhookEndpoints: Projection = projection<WebhookEndpointEvent>({
  name: WEBHOOKS,
  version: 2,
  tables: [
    {
      name: WEBHOOKS,
      columns: {
        id: 'integer',
        account_id: 'integer?',
        url: 'text',
        event_types: 'json',
        salt: 'text',
        old_salts: 'json',
        status: 'text',
        disabled_because: 'text?',
        disabled_at: 'timestamptz?',
        removed_at: 'timestamptz?',
        revision: 'integer',
        created_at: 'timestamptz',
        updated_at: 'timestamptz',
      },
      key: ['id'],
      tenant: true,
    },
  ],
  on: {
    WebhookEndpointRegistered(rows, { data, at, revision }) {
      const { webhook_id: id, account_id, url, event_types, salt } = data;
      rows.put(WEBHOOKS, {
        id,
        account_id,
        url,
        event_types: [...event_types],
        salt,
        old_salts: [],
        status: 'active',
        disabled_because: null,
        disabled_at: null,
        removed_at: null,
        revision,
        created_at: at,
        updated_at: at,
      });
    },
    WebhookSecretRotated: changed(({ data, at }, row) => {
      const before = row['old_salts'] as Endpoint['old_salts'];
      const good = before.filter(({ until }) => until > at);
      return { salt: data.salt, old_salts: [...good, { salt: String(row['salt']), until: data.old_until }] };
    }),
    WebhookEndpointDisabled: changed(({ data, at }) => ({
      status: 'disabled',
      disabled_because: data.because,
      disabled_at: at,
    })),
    WebhookEndpointEnabled: changed(() => ({ status: 'active', disabled_because: null, disabled_at: null })),
    WebhookEndpointRemoved: changed(({ at }) => ({ status: 'removed', removed_at: at })),
  },
});

type Endpoint = Pick<WebhookRow, 'id' | 'account_id' | 'url' | 'event_types' | 'salt' | 'old_salts' | 'status'>;

function changed<E extends Projected<WebhookEndpointEvent>>(change: (event: E, row: Row) => Row) {
  return (rows: UnitOfWork, event: E) =>
    rows.change(WEBHOOKS, { id: event.data.webhook_id }, (row) => ({
      ...row,
      ...change(event, row),
      revision: event.revision,
      updated_at: event.at,
    }));
}

export function webhookEndpointReader(tables: ReadTables) {
  const endpoint = (row: Row) => row as unknown as Endpoint;
  return {
    all: async () => (await tables.find(WEBHOOKS, { status: 'active' })).map(endpoint),
    get: async (id: number) => {
      const row = await tables.get(WEBHOOKS, { id });
      return row ? endpoint(row) : null;
    },
  };
}
