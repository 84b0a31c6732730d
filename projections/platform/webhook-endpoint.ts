import type { Instant } from '#domain/kernel/time';
import type { WebhookEndpointEvent } from '#domain/platform/webhook-endpoint';
import { type Projected, type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import { instant, integer, json, oneOf, type RowOf, stamps, table, text } from '#runtime/table';
import { typed } from '#runtime/table-reads';
import type { UnitOfWork } from '#runtime/unit-of-work';

export const WEBHOOKS = table(
  'igny8_webhook_endpoints',
  {
    id: integer,
    account_id: integer.orNull,
    url: text,
    event_types: json<readonly string[]>(),
    salt: text,
    old_salts: json<readonly { readonly salt: string; readonly until: Instant }[]>(),
    status: oneOf('active', 'disabled', 'removed'),
    disabled_because: oneOf('switched_off', 'gone').orNull,
    disabled_at: instant.orNull,
    removed_at: instant.orNull,
    revision: integer,
    ...stamps,
  },
  { key: ['id'], tenant: true },
);

/** Where customers' systems want to be told, and of what. */
export const webhookEndpoints: Projection = projection<WebhookEndpointEvent>({
  name: WEBHOOKS.name,
  version: 2,
  tables: [WEBHOOKS],
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
      const good = row.old_salts.filter(({ until }) => until > at);
      return { salt: data.salt, old_salts: [...good, { salt: row.salt, until: data.old_until }] };
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

function changed<E extends Projected<WebhookEndpointEvent>>(
  change: (event: E, row: RowOf<typeof WEBHOOKS>) => Partial<RowOf<typeof WEBHOOKS>>,
) {
  return (rows: UnitOfWork, event: E) =>
    rows.change(WEBHOOKS, { id: event.data.webhook_id }, (row) => ({
      ...row,
      ...change(event, row),
      revision: event.revision,
      updated_at: event.at,
    }));
}

export function webhookEndpointReader(tables: ReadTables) {
  return {
    all: () => typed(tables).find(WEBHOOKS, { status: 'active' }),
    get: async (id: number) => (await typed(tables).get(WEBHOOKS, { id })) ?? null,
  };
}
