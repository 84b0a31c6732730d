import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { startEmbeddedPostgres } from '#adapters/embedded-postgres';
import { loadConfig } from '#app/config';
import { start } from '#app/main';
import { ADMIN, Client, clientFacts, fact } from '#test/support/api';
import { linkTo, must, placement, urlOf } from '#test/support/backlinks';
import { DAY, KEYS, SUBSCRIPTION } from './kept.ts';

/**
 * Makes the store that `upgrade.test.ts` opens with the release under test. Run it on the release that is left behind:
 *   node --import tsx test/upgrade/keep-store.ts test/upgrade/<its name>
 * It writes the statements that made the tables and the rows that were in them, while an onboarding waits for its site, a link
 * is half way through its indexing, an invoice is being dunned and a read model is being rebuilt.
 */
const folder = process.argv[2];
if (!folder) throw new Error('name the folder to write to');
await mkdir(folder, { recursive: true });

const statements: string[] = [];
watchDdl();
const data = await mkdtemp(join(tmpdir(), 'igny8-kept-'));
const server = await startEmbeddedPostgres({ dataDir: data });
try {
  const address = `postgres://${server.config.user}@localhost/${server.config.database}?host=${encodeURIComponent(String(server.config.host))}&port=${server.config.port}`;
  const running = await start(
    loadConfig({
      ...KEYS,
      SANDBOX: 'true',
      SANDBOX_CLOCK: DAY.begin,
      PORT: '0',
      DATA_DIR: data,
      DATABASE_URL: address,
      BOOTSTRAP_ADMIN_TOKEN: ADMIN,
      LOG_LEVEL: 'warn',
    }),
  );
  await story(new Client(running.url));
  const { projector } = running.system;
  const broken = projector.rebuild('igny8_invoices', () => {
    throw new Error('the process ends here');
  });
  await broken.catch(() => undefined);
  await running.stop();
  const rows = await everyRow(server.config);
  await writeFile(join(folder, 'tables.sql'), `${statements.join(';\n')};\n`);
  await writeFile(join(folder, 'rows.jsonl.gz'), gzipSync(rows.join('\n'), { level: 9 }));
} finally {
  await server.stop({ force: true });
  await rm(data, { recursive: true, force: true });
}

async function story(api: Client): Promise<void> {
  const clients = Object.values(SUBSCRIPTION);
  for (const id of clients) await must(api.post('platform/facts/', clientFacts(id, id * 11)));
  const waiting = [
    fact('AccountRegistered', { account_id: 9, name: 'Waits', email: 'waits@example.com', plan: 'scale' }),
    fact('SiteRegistered', { site_id: 99, account_id: 9, domain: 'site99.example' }),
  ];
  await must(api.post('platform/facts/', waiting));
  for (const id of clients) {
    const card = { gateway: 'stripe', test_card: id === SUBSCRIPTION.dunned ? 'fails_later' : 'ok' };
    await must(api.post(`billing/accounts/${id}/payment-methods/`, card), 201);
    await must(api.post('services/subscriptions/', { account_id: id, site_id: id * 11, tier: 'pro' }), 201);
  }
  await api.advance(DAY.order);
  const order = {
    site_id: 11,
    order_type: 'one_time',
    pricing_mode: 'tiers',
    lines: [{ tier: 'basic_guest_post', quantity: 2, dr: 30 }],
  };
  await must(api.post('services/backlink-orders/', order), 201);
  await must(api.post('services/backlink-orders/1/approve/', { on_behalf_of_client: true }));
  for (const n of [1, 2]) {
    await must(api.post('sandbox/pages/', { url: urlOf(n), html: linkTo(n) }));
    await must(api.post('services/backlink-orders/1/links/', placement(n, 'basic_guest_post', '40.00')), 201);
  }
  await api.advance(DAY.keep);
  // Ten minutes ago: it waits for its site to be connected.
  await must(api.post('services/subscriptions/', { account_id: 9, site_id: 99, tier: 'lite' }), 201);
  await api.advance(DAY.end);
}

function watchDdl(): void {
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    const text = typeof first === 'string' ? first : (first as { readonly text?: string } | null)?.text;
    if (
      text &&
      /^\s*(GRANT |DO \$\$|DROP TABLE|CREATE (SCHEMA|TABLE|UNIQUE INDEX|INDEX|SEQUENCE|POLICY|FUNCTION|OR REPLACE|TRIGGER)|ALTER TABLE|DROP POLICY)/i.test(
        text,
      )
    )
      statements.push(text.trim().replace(/;$/, ''));
    return query.apply(this, args);
  } as typeof pg.Client.prototype.query;
}

/** `["schema.table", {row}]` a line; columns as PostgreSQL writes them. */
async function everyRow(config: pg.PoolConfig): Promise<string[]> {
  const client = new pg.Client(config);
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const lines: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM ${name} t`);
    lines.push(...rows.map(({ row }) => `["${name.replaceAll('"', '')}",${row}]`));
  }
  await client.end();
  return lines;
}
