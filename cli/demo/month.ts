import type { Client } from '#client/index';
import type { Day } from '#domain/kernel/time';
import { say } from '../serve.ts';
import { table } from '../table.ts';
import { fact } from './fact.ts';
import { ACORN } from './sites.ts';
import { stageOf } from './stage.ts';
import { historyOf } from './work.ts';

const day = (text: string): Day => text as Day;

/** Two clients, one whose onboarding blocks, a pause, a price, and the clock. Answers Acorn's subscription. */
export async function month(client: Client): Promise<number> {
  const step = (text: string) => say(`· ${text}`);
  const { tell: report, until } = stageOf(client);
  const at = '2026-06-17T08:00:00Z';
  step('17 June: the platform reports two clients; Bluebird’s site is not connected yet');
  await report([
    fact(at, 'first-1', {
      type: 'AccountRegistered',
      data: {
        account_id: 1,
        name: 'Acorn Dental',
        email: 'office@acorn.example',
        plan: 'scale',
      },
    }),
    fact(at, 'first-2', {
      type: 'AccountRegistered',
      data: {
        account_id: 2,
        name: 'Bluebird Tours',
        email: 'hello@bluebird.example',
        plan: 'growth',
      },
    }),
    fact(at, 'first-3', {
      type: 'UserRegistered',
      data: { user_id: 900, account_id: 1, name: 'Maya', email: 'maya@alorig.example' },
    }),
    fact(at, 'first-4', { type: 'SiteRegistered', data: { site_id: 11, account_id: 1, domain: 'acorn.example' } }),
    fact(at, 'first-5', { type: 'SiteRegistered', data: { site_id: 22, account_id: 2, domain: 'bluebird.example' } }),
    fact(at, 'first-6', {
      type: 'SiteIntegrationConnected',
      data: { site_id: 11, platform: 'wordpress', plugin_version: '1.4.0' },
    }),
    fact(at, 'first-7', { type: 'BlueprintGenerated', data: { site_id: 11, blueprint_id: 101 } }),
  ]);
  step('Acorn orders managed Pro, Bluebird managed Lite; onboarding begins');
  const { data: pro } = await client.post('services/subscriptions/', {
    body: { account_id: 1, site_id: 11, tier: 'pro', account_manager_id: 900 },
  });
  const { data: lite } = await client.post('services/subscriptions/', {
    body: { account_id: 2, site_id: 22, tier: 'lite' },
  });
  await until('2026-06-17T09:00:00Z');
  await show(client, 'after an hour', [pro.id, lite.id]);

  step('17 June: Acorn orders two guest posts; it approves the quote, they are placed and looked at');
  const order = await orderLinks(client);
  step('20 June: Acorn pauses for a relaunch; Bluebird has been reminded');
  await until('2026-06-20T09:00:00Z');
  await client.post('services/subscriptions/{id}/pause/', { path: { id: pro.id }, body: { reason: 'site relaunch' } });
  step('22 June: Bluebird connects the plugin; its onboarding goes on by itself and asks for a blueprint');
  await until('2026-06-22T10:00:00Z');
  await report([
    fact('2026-06-22T10:00:00Z', 'first-8', {
      type: 'SiteIntegrationConnected',
      data: { site_id: 22, platform: 'wordpress' },
    }),
  ]);
  await report([
    fact('2026-06-22T10:05:00Z', 'first-9', { type: 'BlueprintGenerated', data: { site_id: 22, blueprint_id: 202 } }),
  ]);
  step('24 June: articles are published for Bluebird');
  await until('2026-06-24T10:00:00Z');
  const articles = [1, 2].map((n) =>
    fact('2026-06-24T10:00:00Z', `first-article-${n}`, {
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
  await until('2026-06-29T09:00:00Z');
  await client.post('services/subscriptions/{id}/resume/', { path: { id: pro.id } });
  await show(client, 'at the end of the month', [pro.id, lite.id]);
  await showOrder(client, order);
  await tell(client, 'Acorn Dental', pro.id);
  await tell(client, 'Bluebird Tours', lite.id);
  const { results: mail } = (await client.get('sandbox/mail/')).data;
  console.log(
    `\nMail sent\n${table(mail.map(({ at: when, to, subject }) => ({ at: when.slice(0, 16), to: to.join(', '), subject })))}`,
  );
  step('1 July: what Acorn’s site was found for is reported; the monthly reports are made');
  await until('2026-06-30T23:30:00Z');
  await report(historyOf(ACORN, day('2025-06-01'), day('2026-06-30'), day('2026-06-17')));
  await until('2026-07-01T06:05:00Z');
  return pro.id;
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
