import pg from 'pg';
import { startEmbeddedPostgres } from '#adapters/embedded-postgres';

/** A process of its own that uses the embedded server: says how it went in one line and stays until its input ends. */
try {
  const { stop, config, adopted, folder } = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' });
  const client = new pg.Client({ ...config, application_name: 'igny8-business child' });
  client.on('error', () => undefined);
  await client.connect();
  // One transaction: IF NOT EXISTS alone fails where two make the same table at once.
  await client.query(
    'SELECT pg_advisory_xact_lock(1); CREATE TABLE IF NOT EXISTS kept (n serial); INSERT INTO kept DEFAULT VALUES',
  );
  process.stdout.write(`${JSON.stringify({ adopted, folder })}\n`);
  for await (const _ of process.stdin);
  await client.end();
  await stop();
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: (error as Error).message })}\n`);
}
