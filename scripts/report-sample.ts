import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '#app/config';
import { start } from '#app/main';
import { createClient } from '#client/index';
import type { Day } from '#domain/kernel/time';
import type { ReportData } from '#domain/reports/report-data';
import type { Language } from '#domain/reports/report-document';
import { ACORN } from '../cli/demo/sites.ts';
import { sixMonths, subscribe } from '../cli/demo/six-months.ts';
import { stageOf } from '../cli/demo/stage.ts';

const TOKEN = 'pictures-admin-token';

/** The data of the June report of the demo's Pro client, in each of these languages, after two months in a sandbox. */
export async function reportSample(languages: readonly Language[]): Promise<ReadonlyMap<Language, ReportData>> {
  const folder = await mkdtemp(join(tmpdir(), 'igny8-pictures-'));
  await chmod(folder, 0o755); // The database may run as another user.
  const config = loadConfig({
    SANDBOX: 'true',
    SANDBOX_CLOCK: '2026-05-01T08:00:00Z',
    PORT: '0',
    DATA_DIR: join(folder, 'data'),
    BOOTSTRAP_ADMIN_TOKEN: TOKEN,
    LOG_LEVEL: 'error',
  });
  const running = await start(config, { note: () => undefined });
  try {
    const client = createClient({ baseUrl: running.url, token: TOKEN });
    const stage = stageOf(client);
    const told = await subscribe(stage, [ACORN], new Map(), '2026-04-30' as Day);
    await sixMonths(stage, told, console.log, ['2026-05', '2026-06']);
    const all = new Map<Language, ReportData>();
    for (const language of languages) {
      const query = { subscription_id: 1, period_start: '2026-06-01', language };
      const answer = await client.get('services/reports/preview/', { query });
      all.set(language, answer.data as ReportData);
    }
    return all;
  } finally {
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
