import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLog } from '#adapters/log';

const turns = async (until: () => boolean) => {
  while (!until()) await new Promise((resolve) => setImmediate(resolve));
};

it.skipIf(!existsSync('/dev/full'))('a destination without room costs the lines and nothing else', async () => {
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => failures.push(error);
  process.on('uncaughtException', onFailure);
  const { log, destination } = createLog({ level: 'info', redact: [], dest: '/dev/full' });
  let refused = 0;
  destination.on('error', () => {
    refused += 1;
  });
  log.info('one line');
  await turns(() => refused > 0);
  for (let n = 0; n < 3000; n++) log.info({ filling: 'x'.repeat(1000) }, 'more than may wait');
  await turns(() => {
    log.info('one more');
    return refused > 10;
  });
  // As at the end of the process.
  destination.flushSync();
  expect(failures).toEqual([]);
  process.off('uncaughtException', onFailure);
});

it('what is logged is written, at the end of the process at the latest', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'igny8-log-'));
  const dest = join(folder, 'log');
  const { log, destination } = createLog({ level: 'info', redact: ['token'], dest });
  await once(destination, 'ready');
  log.info({ token: 'secret' }, 'hello');
  log.debug('not wanted');
  destination.flushSync();
  const lines = readFileSync(dest, 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ msg: 'hello', token: '[Redacted]' }]);
  rmSync(folder, { recursive: true });
});
