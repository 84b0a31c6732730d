import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { loadConfig } from '#app/config';
import { start } from '#app/main';
import { type Client, createClient, type Schemas } from '#client/index';
import { say } from './serve.ts';
import { table } from './table.ts';

const ADMIN = 'demo-admin-token';
type Fact = Schemas['FactInput'];
type Said = Fact extends infer F ? (F extends Fact ? Pick<F, 'type' | 'data'> : never) : never;

let facts = 0;
const fact = (time: string, said: Said): Fact => ({
  specversion: '1.0',
  id: `demo-${facts++}`,
  source: 'igny8-core',
  time,
  ...said,
});

/** A month of a sandbox, driven over HTTP: two clients, one whose onboarding blocks, a pause, a price, and the clock. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('drive a full month in a throw-away sandbox and print what came of it')
    .option('--keep', 'keep the data folder afterwards')
    .action(async ({ keep }: { keep?: boolean }) => {
      const folder = await mkdtemp(join(tmpdir(), 'igny8-demo-'));
      await chmod(folder, 0o755); // The server may run as another user.
      const config = loadConfig({
        SANDBOX: 'true',
        SANDBOX_CLOCK: '2026-06-17T08:00:00Z',
        PORT: '0',
        DATA_DIR: join(folder, 'data'),
        BOOTSTRAP_ADMIN_TOKEN: ADMIN,
        LOG_LEVEL: 'error',
      });
      const began = performance.now();
      say('starting a sandbox …');
      const running = await start(config, { note: say });
      try {
        await month(createClient({ baseUrl: running.url, token: ADMIN }));
        say(`\ndone in ${((performance.now() - began) / 1000).toFixed(1)} s`);
      } finally {
        await running.stop();
        if (keep) say(`data kept in ${folder}`);
        else await rm(folder, { recursive: true, force: true });
      }
    });
}

async function month(client: Client): Promise<void> {
  const step = (text: string) => say(`· ${text}`);
  const report = (body: Fact | Fact[]) => client.post('platform/facts/', { body });
  const advance = (body: { readonly by: string } | { readonly to: string }) =>
    client.post('sandbox/clock/advance/', { body });
  const at = '2026-06-17T08:00:00Z';
  step('17 June: the platform reports two clients; Bluebird’s site is not connected yet');
  await report([
    fact(at, {
      type: 'AccountRegistered',
      data: {
        account_id: 1,
        name: 'Acorn Dental',
        email: 'office@acorn.example',
        plan: 'scale',
      },
    }),
    fact(at, {
      type: 'AccountRegistered',
      data: {
        account_id: 2,
        name: 'Bluebird Tours',
        email: 'hello@bluebird.example',
        plan: 'growth',
      },
    }),
    fact(at, {
      type: 'UserRegistered',
      data: { user_id: 900, account_id: 1, name: 'Maya', email: 'maya@alorig.example' },
    }),
    fact(at, { type: 'SiteRegistered', data: { site_id: 11, account_id: 1, domain: 'acorn.example' } }),
    fact(at, { type: 'SiteRegistered', data: { site_id: 22, account_id: 2, domain: 'bluebird.example' } }),
    fact(at, {
      type: 'SiteIntegrationConnected',
      data: { site_id: 11, platform: 'wordpress', plugin_version: '1.4.0' },
    }),
    fact(at, { type: 'BlueprintGenerated', data: { site_id: 11, blueprint_id: 101 } }),
  ]);
  step('Acorn orders managed Pro, Bluebird managed Lite; onboarding begins');
  const { data: pro } = await client.post('services/subscriptions/', {
    body: { account_id: 1, site_id: 11, tier: 'pro', account_manager_id: 900 },
  });
  const { data: lite } = await client.post('services/subscriptions/', {
    body: { account_id: 2, site_id: 22, tier: 'lite' },
  });
  await advance({ by: '1h' });
  await show(client, 'after an hour', [pro.id, lite.id]);

  step('17 June: Acorn orders two guest posts; it approves the quote, they are placed and looked at');
  const order = await orderLinks(client);
  step('20 June: Acorn pauses for a relaunch; Bluebird has been reminded');
  await advance({ to: '2026-06-20T09:00:00Z' });
  await client.post('services/subscriptions/{id}/pause/', { path: { id: pro.id }, body: { reason: 'site relaunch' } });
  step('22 June: Bluebird connects the plugin; its onboarding goes on by itself and asks for a blueprint');
  await advance({ to: '2026-06-22T10:00:00Z' });
  await report(
    fact('2026-06-22T10:00:00Z', { type: 'SiteIntegrationConnected', data: { site_id: 22, platform: 'wordpress' } }),
  );
  await report(fact('2026-06-22T10:05:00Z', { type: 'BlueprintGenerated', data: { site_id: 22, blueprint_id: 202 } }));
  step('24 June: articles are published for Bluebird');
  await advance({ to: '2026-06-24T10:00:00Z' });
  const articles = [1, 2].map((n) =>
    fact('2026-06-24T10:00:00Z', {
      type: 'ArticlePublished',
      data: {
        site_id: 22,
        content_id: n,
        type: 'post',
        title: `Tour ${n}`,
        published_at: '2026-06-24T10:00:00Z',
      },
    }),
  );
  await report(articles);
  step('29 June: Acorn resumes');
  await advance({ to: '2026-06-29T09:00:00Z' });
  await client.post('services/subscriptions/{id}/resume/', { path: { id: pro.id } });
  await show(client, 'at the end of the month', [pro.id, lite.id]);
  await showOrder(client, order);
  await tell(client, 'Acorn Dental', pro.id);
  await tell(client, 'Bluebird Tours', lite.id);
  const { results: mail } = (await client.get('sandbox/mail/')).data;
  console.log(
    `\nMail sent\n${table(mail.map(({ at: when, to, subject }) => ({ at: when.slice(0, 16), to: to.join(', '), subject })))}`,
  );
}

/** Answers the id of the order. */
async function orderLinks(client: Client): Promise<number> {
  const { data: order } = await client.post('services/backlink-orders/', {
    body: { site_id: 11, niche: 'health_medical', lines: [{ tier: 'basic_guest_post', quantity: 2, dr: 40 }] },
  });
  const path = { id: order.id };
  await client.post('services/backlink-orders/{id}/approve/', { path, body: { on_behalf_of_client: true } });
  for (const [host, cost] of [
    ['smiles.example', '55.00'],
    ['teeth.example', '61.50'],
  ] as const) {
    const source_url = `https://${host}/care`;
    const page = { url: source_url, html: '<a href="https://acorn.example/">Acorn Dental</a>' };
    await client.post('sandbox/pages/', { body: page });
    await client.post('services/backlink-orders/{id}/links/', {
      path,
      body: { vendor: 'fatgrid', source_url, target_url: 'https://acorn.example/', anchor_text: host, cost },
    });
  }
  await client.post('sandbox/index/', {
    body: { url: 'https://smiles.example/care', indexed: true, from: '2026-06-26T00:00:00Z' },
  });
  return order.id;
}

async function showOrder(client: Client, id: number): Promise<void> {
  const { data: order } = await client.get('services/backlink-orders/{id}/', { path: { id } });
  const { results: requests } = (await client.get('linker/indexing/requests/')).data;
  const told: Record<string, unknown>[] = [];
  for await (const link of client.pages('services/backlink-orders/{id}/links/', { path: { id } })) {
    const request = requests.find(({ backlink_id }) => backlink_id === link.id);
    const next = request?.next_step;
    told.push({
      link: link.source_url,
      status: link.status,
      cost: link.cost,
      indexing: request?.status,
      next_step: next?.due_at ? `${next.name} on ${next.due_at.slice(0, 10)}` : null,
    });
  }
  const { client_price, actual_cost, margin, status } = order;
  console.log(`\nBacklink order ${id}: ${status}, price ${client_price}, cost ${actual_cost}, margin ${margin}`);
  console.log(table(told));
}

async function show(client: Client, when: string, ids: readonly number[]): Promise<void> {
  const rows = await Promise.all(ids.map((id) => client.get('services/subscriptions/{id}/', { path: { id } })));
  const told = rows.map(({ data: { onboarding, ...row } }) => ({
    id: row.id,
    tier: row.tier,
    status: row.status,
    price: row.monthly_price,
    onboarding:
      onboarding.blocked_reason === null ? onboarding.status : `${onboarding.status}: ${onboarding.blocked_reason}`,
    articles: `${row.current_month_articles_published} of ${row.article_target}`,
  }));
  console.log(`\nSubscriptions ${when}\n${table(told)}\n`);
}

async function tell(client: Client, name: string, id: number): Promise<void> {
  const happened: Record<string, unknown>[] = [];
  for await (const entry of client.pages('services/subscriptions/{id}/timeline/', { path: { id } }))
    happened.push({ at: entry.occurred_at.slice(0, 16), by: entry.actor.kind, what: entry.summary });
  console.log(`\n${name}: timeline\n${table(happened)}`);
  const { data: preview } = await client.get('services/subscriptions/{id}/invoice-preview/', { path: { id } });
  console.log(`\n${name}: invoice preview, ${preview.period_start} to ${preview.period_end}`);
  const rows = preview.lines.flatMap(({ description, amount, steps }) => [
    { line: description, value: '' },
    ...steps.map(({ text, value }) => ({ line: `  ${text}`, value })),
    { line: '  amount', value: amount },
  ]);
  console.log(table([...rows, { line: 'Total (USD)', value: preview.total }]));
}
