import type { WebhookEndpointEvent } from '#domain/webhook-endpoint';
import { type Projection, projection } from '#runtime/projection';
import type { ReadTables, Row } from '#runtime/read-model';

export const WEBHOOKS = 'igny8_webhook_endpoints';

/** Where customers' systems want to be told, and of what. */
export const webhookEndpoints: Projection = projection<WebhookEndpointEvent>({
  name: WEBHOOKS,
  version: 1,
  tables: [
    {
      name: WEBHOOKS,
      columns: {
        id: 'integer',
        account_id: 'integer?',
        url: 'text',
        event_types: 'json',
        salt: 'text',
        active: 'boolean',
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
        active: true,
        revision,
        created_at: at,
        updated_at: at,
      });
    },
    WebhookEndpointRemoved: (rows, { data, at, revision }) =>
      rows.change(WEBHOOKS, { id: data.webhook_id }, (row) => ({ ...row, active: false, revision, updated_at: at })),
  },
});

export function webhookEndpointReader(tables: ReadTables) {
  const endpoint = (row: Row) =>
    row as unknown as { id: number; account_id: number | null; url: string; event_types: string[]; salt: string };
  return {
    all: async () => (await tables.find(WEBHOOKS, { active: true })).map(endpoint),
    get: async (id: number) => {
      const row = await tables.get(WEBHOOKS, { id });
      return row?.['active'] === true ? endpoint(row) : null;
    },
  };
}
