import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { loadConfig } from '#app/config';
import { start } from '#app/main';
import { say } from './serve.ts';
import { table } from './table.ts';

const ADMIN = 'demo-admin-token';
type Json = { readonly [key: string]: unknown };

/** A client of the HTTP API, as any other program would be one. */
class Api {
  readonly #url: string;
  constructor(url: string) {
    this.#url = url;
  }
  async call(method: string, path: string, body?: unknown): Promise<Json> {
    const response = await fetch(`${this.#url}/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${ADMIN}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Json;
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }
  get = (path: string) => this.call('GET', path);
  post = (path: string, body: unknown = {}) => this.call('POST', path, body);
}

let facts = 0;
const fact = (type: string, time: string, data: unknown) => ({
  specversion: '1.0',
  id: `demo-${facts++}`,
  source: 'igny8-core',
  type,
  time,
  data,
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
        await month(new Api(running.url));
        say(`\ndone in ${((performance.now() - began) / 1000).toFixed(1)} s`);
      } finally {
        await running.stop();
        if (keep) say(`data kept in ${folder}`);
        else await rm(folder, { recursive: true, force: true });
      }
    });
}

async function month(api: Api): Promise<void> {
  const step = (text: string) => say(`· ${text}`);
  const at = '2026-06-17T08:00:00Z';
  step('17 June: the platform reports two clients; Bluebird’s site is not connected yet');
  await api.post('platform/facts/', [
    fact('AccountRegistered', at, {
      account_id: 1,
      name: 'Acorn Dental',
      email: 'office@acorn.example',
      plan: 'scale',
    }),
    fact('AccountRegistered', at, {
      account_id: 2,
      name: 'Bluebird Tours',
      email: 'hello@bluebird.example',
      plan: 'growth',
    }),
    fact('UserRegistered', at, { user_id: 900, account_id: 1, name: 'Maya', email: 'maya@alorig.example' }),
    fact('SiteRegistered', at, { site_id: 11, account_id: 1, domain: 'acorn.example' }),
    fact('SiteRegistered', at, { site_id: 22, account_id: 2, domain: 'bluebird.example' }),
    fact('SiteIntegrationConnected', at, { site_id: 11, platform: 'wordpress', plugin_version: '1.4.0' }),
    fact('BlueprintGenerated', at, { site_id: 11, blueprint_id: 101 }),
  ]);
  step('Acorn orders managed Pro, Bluebird managed Lite; onboarding begins');
  const pro = await api.post('services/subscriptions/', {
    account_id: 1,
    site_id: 11,
    tier: 'pro',
    account_manager_id: 900,
  });
  const lite = await api.post('services/subscriptions/', { account_id: 2, site_id: 22, tier: 'lite' });
  await api.post('sandbox/clock/advance/', { by: '1h' });
  await show(api, 'after an hour', [pro, lite]);

  step('17 June: Acorn orders two guest posts; it approves the quote, they are placed and looked at');
  const order = await orderLinks(api);
  step('20 June: Acorn pauses for a relaunch; Bluebird has been reminded');
  await api.post('sandbox/clock/advance/', { to: '2026-06-20T09:00:00Z' });
  await api.post(`services/subscriptions/${String(pro['id'])}/pause/`, { reason: 'site relaunch' });
  step('22 June: Bluebird connects the plugin; its onboarding goes on by itself and asks for a blueprint');
  await api.post('sandbox/clock/advance/', { to: '2026-06-22T10:00:00Z' });
  await api.post(
    'platform/facts/',
    fact('SiteIntegrationConnected', '2026-06-22T10:00:00Z', { site_id: 22, platform: 'wordpress' }),
  );
  await api.post(
    'platform/facts/',
    fact('BlueprintGenerated', '2026-06-22T10:05:00Z', { site_id: 22, blueprint_id: 202 }),
  );
  step('24 June: articles are published for Bluebird');
  await api.post('sandbox/clock/advance/', { to: '2026-06-24T10:00:00Z' });
  const articles = [1, 2].map((n) =>
    fact('ArticlePublished', '2026-06-24T10:00:00Z', {
      site_id: 22,
      content_id: n,
      type: 'post',
      title: `Tour ${n}`,
      published_at: '2026-06-24T10:00:00Z',
    }),
  );
  await api.post('platform/facts/', articles);
  step('29 June: Acorn resumes');
  await api.post('sandbox/clock/advance/', { to: '2026-06-29T09:00:00Z' });
  await api.post(`services/subscriptions/${String(pro['id'])}/resume/`);
  await show(api, 'at the end of the month', [pro, lite]);
  await showOrder(api, order);
  await report(api, 'Acorn Dental', pro);
  await report(api, 'Bluebird Tours', lite);
  const mail = (await api.get('sandbox/mail/'))['results'] as { at: string; to: string[]; subject: string }[];
  console.log(
    `\nMail sent\n${table(mail.map(({ at: when, to, subject }) => ({ at: when.slice(0, 16), to: to.join(', '), subject })))}`,
  );
}

async function orderLinks(api: Api): Promise<Json> {
  const lines = [{ tier: 'basic_guest_post', quantity: 2, dr: 40 }];
  const order = await api.post('services/backlink-orders/', { site_id: 11, niche: 'health_medical', lines });
  await api.post(`services/backlink-orders/${String(order['id'])}/approve/`, { on_behalf_of_client: true });
  for (const [host, cost] of [
    ['smiles.example', '55.00'],
    ['teeth.example', '61.50'],
  ] as const) {
    const source_url = `https://${host}/care`;
    await api.post('sandbox/pages/', { url: source_url, html: '<a href="https://acorn.example/">Acorn Dental</a>' });
    const link = { vendor: 'fatgrid', source_url, target_url: 'https://acorn.example/', anchor_text: host, cost };
    await api.post(`services/backlink-orders/${String(order['id'])}/links/`, link);
  }
  const found = { url: 'https://smiles.example/care', indexed: true, from: '2026-06-26T00:00:00Z' };
  await api.post('sandbox/index/', found);
  return order;
}

async function showOrder(api: Api, { id }: Json): Promise<void> {
  const order = await api.get(`services/backlink-orders/${String(id)}/`);
  const links = (await api.get(`services/backlink-orders/${String(id)}/links/`))['results'] as Json[];
  const requests = (await api.get('linker/indexing/requests/'))['results'] as Json[];
  const told = links.map((link) => {
    const request = requests.find(({ backlink_id }) => backlink_id === link['id']);
    const next = request?.['next_step'] as { name: string; due_at: string } | null | undefined;
    return {
      link: link['source_url'],
      status: link['status'],
      cost: link['cost'],
      indexing: request?.['status'],
      next_step: next ? `${next.name} on ${next.due_at.slice(0, 10)}` : null,
    };
  });
  const { client_price, actual_cost, margin, status } = order;
  console.log(
    `\nBacklink order ${String(id)}: ${String(status)}, price ${String(client_price)}, cost ${String(actual_cost)}, margin ${String(margin)}`,
  );
  console.log(table(told));
}

async function show(api: Api, when: string, made: readonly Json[]): Promise<void> {
  const rows = await Promise.all(made.map(({ id }) => api.get(`services/subscriptions/${String(id)}/`)));
  const told = rows.map((row) => {
    const onboarding = row['onboarding'] as { status: string; blocked_reason: string | null };
    return {
      id: row['id'],
      tier: row['tier'],
      status: row['status'],
      price: row['monthly_price'],
      onboarding:
        onboarding.blocked_reason === null ? onboarding.status : `${onboarding.status}: ${onboarding.blocked_reason}`,
      articles: `${String(row['current_month_articles_published'])} of ${String(row['article_target'])}`,
    };
  });
  console.log(`\nSubscriptions ${when}\n${table(told)}\n`);
}

async function report(api: Api, name: string, made: Json): Promise<void> {
  const path = `services/subscriptions/${String(made['id'])}/`;
  const timeline = (await api.get(`${path}timeline/`))['results'] as {
    occurred_at: string;
    actor: { kind: string; id?: unknown };
    summary: string;
  }[];
  console.log(`\n${name}: timeline`);
  console.log(
    table(
      timeline.map(({ occurred_at, actor, summary }) => ({
        at: occurred_at.slice(0, 16),
        by: actor.kind,
        what: summary,
      })),
    ),
  );
  const preview = await api.get(`${path}invoice-preview/`);
  const lines = preview['lines'] as { description: string; amount: string; steps: { text: string; value: string }[] }[];
  console.log(`\n${name}: invoice preview, ${String(preview['period_start'])} to ${String(preview['period_end'])}`);
  const rows = lines.flatMap(({ description, amount, steps }) => [
    { line: description, value: '' },
    ...steps.map(({ text, value }) => ({ line: `  ${text}`, value })),
    { line: '  amount', value: amount },
  ]);
  console.log(table([...rows, { line: 'Total (USD)', value: String(preview['total']) }]));
}
