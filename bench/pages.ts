import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '#app/config';
import { start } from '#app/main';
import { median } from './measure.ts';

/**
 * How long a page's first byte takes with thousands of clients in the store, beside the JSON of the same things over the same
 * HTTP, both asked in turn: the median of so many askings, after two that are not counted. Everything is served by one process.
 */
const CLIENTS = Number(process.argv[2] ?? 10_000);
/** So many of them have a managed service and an order, and were billed for a month. */
const SERVED = Math.min(CLIENTS, Number(process.argv[3] ?? 200));
const ASKINGS = 15;
const MOST_MS = 100;
const TOKEN = 'bench-admin-token';
const START = '2026-05-20T08:00:00.000Z';

const folder = mkdtempSync(join(tmpdir(), 'igny8-bench-pages-'));
chmodSync(folder, 0o755);
const running = await start(
  loadConfig({
    SANDBOX: 'true',
    SANDBOX_CLOCK: START,
    PORT: '0',
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'error',
    BOOTSTRAP_ADMIN_TOKEN: TOKEN,
    RATE_LIMIT_PER_MINUTE: '1000000',
  }),
);

const headers = (token: string) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });
async function call(method: string, path: string, body?: unknown) {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${running.url}/api/v1/${path}`, { method, headers: headers(TOKEN), ...content });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
  // biome-ignore lint/suspicious/noExplicitAny: whatever the answer is.
  return answer as any;
}

let facts = 0;
const fact = (type: string, data: object) => ({
  specversion: '1.0',
  id: `bench-${facts++}`,
  source: 'bench',
  type,
  time: START,
  data,
});
async function fill(): Promise<void> {
  const batch = 250;
  for (let from = 1; from <= CLIENTS; from += batch) {
    const ids = Array.from({ length: Math.min(batch, CLIENTS - from + 1) }, (_, i) => from + i);
    const of = (account_id: number) => [
      fact('AccountRegistered', {
        account_id,
        name: `Client ${account_id}`,
        email: `c${account_id}@bench.example`,
        plan: 'scale',
      }),
      fact('SiteRegistered', { account_id, site_id: account_id, domain: `site${account_id}.example` }),
    ];
    await call('POST', 'platform/facts/', ids.flatMap(of));
  }
  for (let account_id = 1; account_id <= SERVED; account_id++) {
    await call('POST', 'platform/facts/', [
      fact('SiteIntegrationConnected', { site_id: account_id, platform: 'wordpress' }),
      fact('BlueprintGenerated', { site_id: account_id, blueprint_id: account_id }),
    ]);
    await call('POST', 'services/subscriptions/', { account_id, site_id: account_id, tier: 'lite' });
    const lines = [{ tier: 'basic_guest_post', quantity: 3 }];
    await call('POST', 'services/backlink-orders/', { site_id: account_id, lines });
  }
  await call('POST', 'sandbox/clock/advance/', { to: '2026-06-01T12:00:00.000Z' });
}

/** Each page, beside what the API answers of the same. */
const TEAM: readonly (readonly [page: string, json: string])[] = [
  ['/app/services/', 'services/subscriptions/'],
  ['/app/services/1/', 'services/subscriptions/1/'],
  ['/app/services/1/timeline/', 'services/subscriptions/1/timeline/'],
  ['/app/clients/', 'services/dashboard/clients/'],
  ['/app/clients/?page=30', 'services/dashboard/clients/?page=30'],
  ['/app/clients/1/', 'services/dashboard/clients/?account_id=1'],
  ['/app/orders/', 'services/backlink-orders/'],
  ['/app/orders/1/', 'services/backlink-orders/1/'],
  ['/app/invoices/', 'billing/invoices/'],
  ['/app/invoices/1/', 'billing/invoices/1/'],
  ['/app/invoices/1/explanation/', 'audit/invoices/1/explain/'],
  ['/app/reports/', 'services/reports/'],
  ['/app/indexing/', 'linker/indexing/stats/'],
  ['/app/margin/', 'services/dashboard/margin/'],
  ['/app/members/', 'services/members/'],
];
const CLIENT: readonly (readonly [page: string, json: string])[] = [
  ['/app/overview/', 'services/subscriptions/'],
  ['/app/orders/', 'services/backlink-orders/'],
  ['/app/invoices/', 'billing/invoices/'],
  ['/app/approvals/', 'services/approvals/'],
];

/** Milliseconds to the first byte, and how much there is to read; null where there is no such answer. */
async function asked(path: string, token: string): Promise<{ ms: number; bytes: number } | null> {
  const began = performance.now();
  const response = await fetch(running.url + path, { headers: headers(token), redirect: 'manual' });
  const ms = performance.now() - began;
  const bytes = (await response.arrayBuffer()).byteLength;
  return response.status === 200 ? { ms, bytes } : null;
}
async function compared(who: string, token: string, pairs: typeof TEAM): Promise<number> {
  let over = 0;
  for (const [page, json] of pairs) {
    const [ours, bare]: [number[], number[]] = [[], []];
    let bytes = 0;
    for (let n = -2; n < ASKINGS; n++) {
      const [one, other] = [await asked(page, token), await asked(`/api/v1/${json}`, token)];
      if (one) bytes = one.bytes;
      if (n >= 0 && one) ours.push(one.ms);
      if (n >= 0 && other) bare.push(other.ms);
    }
    const [mine, theirs] = [median(ours), median(bare)];
    if (!(mine < MOST_MS)) over += 1;
    const kib = Math.round(bytes / 1024);
    console.log(
      `| ${who} | ${page} | ${mine.toFixed(0)} | ${theirs.toFixed(0)} | ${(mine / theirs).toFixed(1)} | ${kib} |`,
    );
  }
  return over;
}

try {
  const began = performance.now();
  await fill();
  console.log(
    `${CLIENTS} clients, ${SERVED} of them served and billed, in ${((performance.now() - began) / 1000).toFixed(0)} s\n`,
  );
  console.log('| who | page | ms | ms of its JSON | page / JSON | KiB |\n|---|---|--:|--:|--:|--:|');
  const client = (await call('POST', 'auth/tokens/', { role: 'client', account_id: 1 })).token;
  const over = (await compared('team', TOKEN, TEAM)) + (await compared('client', client, CLIENT));
  console.log(`\n${over} of ${TEAM.length + CLIENT.length} pages over ${MOST_MS} ms.`);
} finally {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
}
