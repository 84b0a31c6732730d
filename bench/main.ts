import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '#adapters/embedded-postgres';
import { createPostgresEventStore, type PostgresEventStore } from '#adapters/event-store/postgres';
import { START } from '#runtime/event-store';
import { type Append, appendRate, median, rate } from './measure.ts';
import { createRawTable, drainRate, emmett, rawCopyRate, rawInsertRate } from './references.ts';

const quick = process.argv.includes('--quick');
const write = process.argv.includes('--write');
const ROUNDS = quick ? 1 : 5;
const CELL_MS = quick ? 300 : 1500;
const RAW_ROWS = quick ? 5_000 : 30_000;
const SHAPES = [
  { name: '1 writer × 1 event', writers: 1, events: 1 },
  { name: '8 writers × 1 event', writers: 8, events: 1 },
  { name: '64 writers × 1 event', writers: 64, events: 1 },
  { name: '256 writers × 1 event', writers: 256, events: 1 },
  { name: '8 writers × 100 events', writers: 8, events: 100 },
];

const figures = new Map<string, number[]>();
const note = (name: string, value: number) => {
  figures.set(name, [...(figures.get(name) ?? []), value]);
  console.error(`  ${name}: ${Math.round(value).toLocaleString('en')}/s`);
};

/** The whole log, or as much of it as takes a while. */
async function reads(store: PostgresEventStore, pool: pg.Pool): Promise<void> {
  const { position: count } = await store.head();
  note('read: COPY TO STDOUT, drained', await drainRate(pool, 'event_store.events', count));
  note(
    'read: readAll, pages of 1000',
    await rate(async () => {
      let [after, read] = [START, 0];
      for (;;) {
        const page = await store.readAll({ after });
        read += page.events.length;
        after = page.next;
        if (page.caughtUp) return read;
      }
    }),
  );
  const subscribed = (touch: boolean) => async () => {
    let read = 0;
    const stop = new AbortController();
    for await (const page of store.subscribe({ after: START, signal: stop.signal })) {
      if (touch) for (const event of page.events) void event.data;
      read += page.events.length;
      if (page.caughtUp) stop.abort();
    }
    return read;
  };
  note('read: subscribe', await rate(subscribed(false)));
  note('read: subscribe, data parsed', await rate(subscribed(true)));
  note(
    'verifyChain',
    await rate(async () => {
      if ((await store.verifyChain()) !== null) throw new Error('the hash chain does not hold');
      return count;
    }),
  );
}

function report(server: string, peer: boolean): string {
  const of = (name: string) => median(figures.get(name) ?? []);
  const number = (value: number) => (Number.isNaN(value) ? '–' : Math.round(value).toLocaleString('en'));
  // Of what was measured in the same round: a busy minute slows both alike.
  const ratio = (name: string, reference: string) => {
    const base = figures.get(reference) ?? [];
    const value = median((figures.get(name) ?? []).map((figure, round) => figure / (base[round] ?? Number.NaN)));
    return Number.isNaN(value) ? '–' : value.toFixed(2);
  };
  const drain = 'read: COPY TO STDOUT, drained';
  const appends = SHAPES.map(({ name }) => {
    const [ours, theirs] = [`ours, ${name}`, `emmett, ${name}`];
    const ratios = [theirs, 'raw INSERT', 'raw COPY'].map((reference) => ratio(ours, reference));
    return `| ${name} | ${number(of(ours))} | ${number(of(theirs))} | ${ratios.join(' | ')} |`;
  });
  const readings = [...figures.keys()]
    .filter((name) => name.startsWith('read:') || name === 'verifyChain')
    .map((name) => `| ${name.replace('read: ', '')} | ${number(of(name))} | ${ratio(name, drain)} |`);
  return `# What the event store does, measured

${new Date().toISOString().slice(0, 10)}, ${server}, Node ${process.version}, ${cpus().length} cores shared by client
and server, durable settings as PostgreSQL has them by default. Medians of ${ROUNDS} interleaved rounds in one run, on one
database; ratios are medians of each round's ratio. The machine was shared with other work, so the ratios say more
than the figures. An event has about 330 bytes of data and 120 of metadata. Ours keeps a hash chain and a unique id beside what the others keep.
Repeat it with \`npm --prefix bench/peers install && npm run bench -- --write\`.

## Appending, events a second

| | ours | emmett-postgresql 0.42.0 | ours / emmett | ours / raw INSERT | ours / raw COPY |
|---|--:|--:|--:|--:|--:|
${appends.join('\n')}

Raw multi-row INSERT, 1000 rows a transaction, into an identical table: ${number(of('raw INSERT'))}. One raw COPY of ${RAW_ROWS.toLocaleString('en')}
rows into it: ${number(of('raw COPY'))}. ${peer ? '' : 'emmett-postgresql was not installed.'}

## Reading the whole log, events a second

| | events/s | of COPY TO STDOUT |
|---|--:|--:|
${readings.join('\n')}
`;
}

async function measure(config: pg.PoolConfig): Promise<void> {
  const pool = new pg.Pool({ ...config, max: 4 });
  const store = await createPostgresEventStore({ pool });
  await createRawTable(pool);
  const peer = await emmett(config);
  if (!peer) console.error('emmett-postgresql is not installed (npm --prefix bench/peers install): left out');
  const ours: Append = (stream, last, events) => store.append(stream, last < 0 ? 'no_stream' : last, events);
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      console.error(round === 0 ? 'warming up' : `round ${round} of ${ROUNDS}`);
      for (const { name, writers, events } of SHAPES) {
        const ms = round === 0 ? 200 : CELL_MS;
        const mine = await appendRate(ours, writers, events, ms);
        const theirs = peer && (await appendRate(peer.append, writers, events, ms));
        if (round > 0) note(`ours, ${name}`, mine);
        if (round > 0 && theirs !== null) note(`emmett, ${name}`, theirs);
      }
      if (round === 0) continue;
      note('raw INSERT', await rawInsertRate(pool, RAW_ROWS));
      note('raw COPY', await rawCopyRate(pool, RAW_ROWS));
      await reads(store, pool);
    }
    const { rows } = await pool.query<{ server_version: string }>('SHOW server_version');
    const text = report(`PostgreSQL ${rows[0]?.server_version}`, peer !== null);
    console.log(text);
    if (write) writeFileSync(new URL('results.md', import.meta.url), text);
  } finally {
    await peer?.close();
    await store.close();
    await pool.end();
  }
}

const url = process.env.DATABASE_URL;
if (url) await measure({ connectionString: url });
else {
  const folder = mkdtempSync(join(tmpdir(), 'igny8-bench-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'data') });
  try {
    await measure(server.config);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
