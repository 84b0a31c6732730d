import type pg from 'pg';
import { asked } from './database.ts';
import type { Load } from './load.ts';

/** One whose secret nobody was told is revoked, and another one issued in its place. */
const NOT_REVOKED = `NOT EXISTS (SELECT 1 FROM event_store.events r WHERE r.type = 'AccessTokenRevoked' AND r.stream = e.stream)`;

/** Holds what was acknowledged against the log: everything is there, once. Answers what is not so. */
export async function broken(config: pg.ClientConfig, load: Load): Promise<string[]> {
  const found: string[] = [];
  const { accounts, webhooks, tokens, flags, checks } = load.acknowledged;
  const counted = async (type: string, field: string, but = 'true') => {
    const rows = await asked<{ name: string; n: string }>(
      config,
      `SELECT data->>'${field}' AS name, count(*) AS n FROM event_store.events e WHERE type = $1 AND ${but} GROUP BY 1`,
      [type],
    );
    return new Map(rows.map(({ name, n }) => [name, Number(n)]));
  };
  const once = (what: string, names: Iterable<string>, counts: ReadonlyMap<string, number>) => {
    for (const name of names) if (!counts.has(name)) found.push(`${what} ${name} is lost`);
    for (const [name, n] of counts) if (n > 1) found.push(`${what} ${name} is there ${n} times`);
  };
  once('account', [...accounts].map(String), await counted('AccountRegistered', 'account_id'));
  once('webhook', webhooks.keys(), await counted('WebhookEndpointRegistered', 'url'));
  once('token', tokens.keys(), await counted('AccessTokenIssued', 'label', NOT_REVOKED));
  const ids = new Set(webhooks.values());
  if (ids.size !== webhooks.size) found.push('two webhooks have one id');

  const set = await counted('LaunchFlagSet', 'account_id');
  for (const [account, { times }] of flags) {
    const there = set.get(String(account)) ?? 0;
    // At most one more: the last one, whose answer nobody waited for.
    if (there < times || there > times + 1) found.push(`flag of ${account}: set ${times} times, ${there} are there`);
  }
  const gates = await asked<{ position: string }>(
    config,
    `SELECT position FROM event_store.events WHERE type = 'FeatureGateChecked'`,
  );
  const logged = new Set(gates.map(({ position }) => Number(position)));
  for (const position of checks) if (!logged.has(position)) found.push(`check ${position} is lost`);

  const [log] = await asked<{ n: string; last: string; ids: string; revisions: string }>(
    config,
    `SELECT count(*) AS n, max(position) AS last, count(DISTINCT id) AS ids,
       (SELECT count(*) FROM (SELECT max(revision) + 1 - count(*) AS gap FROM event_store.events GROUP BY stream) s
         WHERE gap <> 0) AS revisions FROM event_store.events`,
  );
  if (log?.n !== log?.last || log?.n !== log?.ids || log?.revisions !== '0')
    found.push(`the log is not dense: ${JSON.stringify(log)}`);
  return found;
}
