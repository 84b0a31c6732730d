import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLog } from '#adapters/log';

const turns = async (until: () => boolean) => {
  while (!until()) await new Promise((resolve) => setImmediate(resolve));
};

it.skipIf(!existsSync('/dev/full'))(
  'a destination without room costs the lines, and neither the process nor its end',
  async () => {
    const { log, destination } = createLog({ level: 'info', redact: [], file: '/dev/full' });
    log.info('one line');
    await turns(() => destination.refused > 0);
    for (let n = 0; n < 3000; n++) log.info({ filling: 'x'.repeat(1000) }, 'more than may wait');
    await turns(() => {
      log.info('one more');
      return destination.refused > 10;
    });
    destination.flush();
  },
);

it('what is logged is written in order, at the end of the process at the latest, and redacted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'igny8-log-'));
  const file = join(folder, 'log');
  const { log, destination } = createLog({ level: 'info', redact: ['token'], file });
  const lines = () => readFileSync(file, 'utf8').split('\n').filter(Boolean);
  log.info({ token: 'secret' }, 'hello');
  log.debug('not wanted');
  await turns(() => lines().length === 1);
  for (let n = 0; n < 500; n++) log.info({ n }, 'ü '.repeat(n));
  await turns(() => lines().length === 501);
  log.info({ n: 500 }, 'the last');
  destination.flush();
  await turns(() => lines().length === 502);
  const said = lines().map((line) => JSON.parse(line));
  expect(said[0]).toMatchObject({ msg: 'hello', token: '[Redacted]' });
  expect(said.slice(1).map(({ n }) => n)).toEqual([...Array(501).keys()]);
  rmSync(folder, { recursive: true });
});
