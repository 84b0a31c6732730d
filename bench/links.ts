import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '#app/config';
import { start } from '#app/main';
import { epochMs, type Instant } from '#domain/kernel/time';
import type { NewEvent } from '#runtime/event-store';
import { uuidFrom } from '#runtime/random';

/**
 * Thousands of links of one site in a sandbox on the embedded database: requested in bulk, submitted at the rate that the
 * service allows, and looked up on day 7. Tells how long it took, how memory went, and the busiest minute of the service.
 */
const LINKS = Number(process.argv[2] ?? 10_000);
const TOKEN = 'bench-admin-token';
const START = '2026-06-01T08:00:00.000Z';

const folder = mkdtempSync(join(tmpdir(), 'igny8-bench-links-'));
chmodSync(folder, 0o755);
const running = await start(
  loadConfig({
    SANDBOX: 'true',
    SANDBOX_CLOCK: START,
    PORT: '0',
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'error',
    BOOTSTRAP_ADMIN_TOKEN: TOKEN,
    RATE_LIMIT_PER_MINUTE: '100000',
  }),
);
const call = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${running.url}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
  // biome-ignore lint/suspicious/noExplicitAny: whatever the answer is.
  return answer as any;
};

const rss: number[] = [];
const sample = () => rss.push(Math.round(process.memoryUsage().rss / 1024 / 1024));
const watch = setInterval(sample, 1000);
const phase = async (name: string, work: () => Promise<string>) => {
  const began = performance.now();
  const from = rss.length;
  const told = await work();
  sample();
  const seconds = (performance.now() - began) / 1000;
  const seen = rss.slice(from);
  console.log(
    `${name}: ${seconds.toFixed(1)} s, ${told}; memory ${seen[0]} to ${seen.at(-1)} MiB, at most ${Math.max(...seen)}`,
  );
};

try {
  const { store } = running.system.around;
  const fact = (type: string, data: object, id: string) => ({
    specversion: '1.0',
    id,
    source: 'bench',
    type,
    time: START,
    data,
  });
  await call('POST', 'platform/facts/', [
    fact('AccountRegistered', { account_id: 1, name: 'Bench', email: 'bench@example.com', plan: 'scale' }, 'a'),
    fact('SiteRegistered', { site_id: 11, account_id: 1, domain: 'site11.example' }, 's'),
  ]);

  await phase('live links put into the log', async () => {
    for (let from = 1; from <= LINKS; from += 64)
      await Promise.all(
        Array.from({ length: Math.min(64, LINKS - from + 1) }, (_, i) =>
          store.append(`backlink-${from + i}`, 'no_stream', liveLink(from + i)),
        ),
      );
    for (let from = 1; from <= LINKS; from += 32)
      await Promise.all(
        Array.from({ length: Math.min(32, LINKS - from + 1) }, (_, i) => {
          const html = '<a href="https://site11.example/">x</a>';
          return call('POST', 'sandbox/pages/', { url: `https://blog${from + i}.example/post`, html });
        }),
      );
    await call('POST', 'sandbox/clock/advance/', { by: 0 });
    return `${LINKS} links`;
  });
  await phase('bulk-submit', async () => {
    const { accepted, refused } = await call('POST', 'linker/indexing/bulk-submit/', { site_id: 11 });
    return `${accepted.length} accepted, ${refused.length} refused`;
  });
  await phase('submitted, one call a link', async () => {
    await call('POST', 'sandbox/clock/advance/', { by: '167h' });
    const stats = await call('GET', 'linker/indexing/stats/?site_id=11');
    return `${stats.by_status.submitted} submitted, ${stats.cost_total} USD`;
  });
  await phase('looked up on day 7', async () => {
    for (let step = 0; step < 90; step++) await call('POST', 'sandbox/clock/advance/', { by: '20m' });
    const stats = await call('GET', 'linker/indexing/stats/?site_id=11');
    return `${stats.by_status.checking} checked`;
  });

  const ledger = (await call('GET', 'sandbox/ledger/?provider=speedyindex')).results as {
    at: Instant;
    operation: string;
    request: { urls?: string[] };
  }[];
  for (const operation of ['submit', 'check']) {
    const entries = ledger.filter((entry) => entry.operation === operation);
    const urls = entries.reduce((sum, { request }) => sum + (request.urls?.length ?? 0), 0);
    const times = entries.map(({ at }) => epochMs(at)).sort((a, b) => a - b);
    let busiest = 0;
    for (let from = 0, to = 0; to < times.length; to++) {
      while ((times[to] ?? 0) - (times[from] ?? 0) >= 60_000) from += 1;
      busiest = Math.max(busiest, to - from + 1);
    }
    console.log(`${operation}: ${entries.length} calls for ${urls} URLs, at most ${busiest} in any minute`);
  }
} finally {
  clearInterval(watch);
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
}

function liveLink(n: number): NewEvent[] {
  const ref = { backlink_id: n, order_id: 1, account_id: 1, site_id: 11 };
  const placed = {
    ...ref,
    vendor: 'fatgrid',
    vendor_reference: null,
    source_url: `https://blog${n}.example/post`,
    source_domain: `blog${n}.example`,
    target_url: 'https://site11.example/',
    anchor_text: `anchor ${n}`,
    cost_cents: 5000,
    replaces_id: null,
    tier: 'basic_guest_post',
    dr_floor: 30,
    campaign_id: null,
  };
  const live = { ...ref, guaranteed_until: '2026-08-30T08:00:00.000Z' };
  const all = [
    ['BacklinkPlaced', placed],
    ['BacklinkAccepted', ref],
    ['BacklinkWentLive', live],
  ] as const;
  return all.map(([type, data]) => {
    const id = uuidFrom('bench', n, type);
    const metadata = {
      correlation_id: id,
      causation_id: id,
      command_id: id,
      actor: { kind: 'system' },
      account_id: 1,
      site_id: 11,
      occurred_at: START,
      recorded_at: START,
    };
    return { id, type, schemaVersion: 1, data, metadata };
  });
}
