import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Runs every test of one room: `npm run test:room -- billing`. What follows the room goes to vitest. */
const ROOT = join(import.meta.dirname, '..');
const [room = '', ...more] = process.argv.slice(2);
const rooms = readdirSync(join(ROOT, 'domain')).filter((name) => existsSync(join(ROOT, 'test', name)));
if (!rooms.includes(room)) {
  console.error(`Which room? One of ${rooms.join(', ')}.`);
  process.exit(2);
}
const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', `test/${room}/`, ...more], {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exit(status ?? 1);
