// Loaded before a server that is measured: counts the statements that it sends, and writes the count when asked by SIGUSR2.
import { renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { Client } = createRequire(join(process.cwd(), 'package.json'))('pg');
let sent = 0;
const query = Client.prototype.query;
Client.prototype.query = function (...args) {
  sent += 1;
  return query.apply(this, args);
};
const file = process.env.BENCH_STATEMENTS;
process.on('SIGUSR2', () => {
  writeFileSync(`${file}.new`, String(sent));
  renameSync(`${file}.new`, file);
});
