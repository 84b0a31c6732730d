import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '#app/config';
import { start } from '#app/main';
import { clientSchema } from './client-schema.ts';

/** Writes client/src/schema.d.ts from the document of a throw-away sandbox, which serves every route there is. */
const target = join(import.meta.dirname, '../client/src/schema.d.ts');
const folder = await mkdtemp(join(tmpdir(), 'igny8-client-'));
await chmod(folder, 0o755); // The database may run as another user.
const config = loadConfig({
  SANDBOX: 'true',
  PORT: '0',
  DATA_DIR: join(folder, 'data'),
  BOOTSTRAP_ADMIN_TOKEN: 'client-admin-token',
  LOG_LEVEL: 'error',
});
const running = await start(config, { note: console.log });
try {
  const document = await (await fetch(`${running.url}/openapi.json`)).json();
  await writeFile(target, await clientSchema(document));
  console.log(`written: ${target}`);
} finally {
  await running.stop();
  await rm(folder, { recursive: true, force: true });
}
