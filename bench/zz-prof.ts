import pg from 'pg';
import { createPostgresEventStore } from '#adapters/event-store/postgres';
import { appendRate } from './measure.ts';
const config = { host: '/tmp/espg', user: 'postgres', database: 'postgres' };
const pool = new pg.Pool({ ...config, max: 4 });
const maxBatch = Number(process.argv[2] ?? 500);
const store = await createPostgresEventStore({ pool, schema: 'prof', listen: false, maxBatch });
const ap = (st: string, last: number, ev: any) => store.append(st, last < 0 ? 'no_stream' : last, ev);
for (const [w, e] of [[64, 1], [256, 1], [8, 100]] as const) {
  await appendRate(ap, w, e, 300);
  const c0 = process.cpuUsage(); const h0 = (await store.head()).position; const t=performance.now();
  const r = await appendRate(ap, w, e, 2000);
  const c = process.cpuUsage(c0); const n = (await store.head()).position - h0;
  console.log(maxBatch, w, e, Math.round(r), 'node cpu us/event', ((c.user + c.system) / n).toFixed(1), 'wall us/event', ((performance.now()-t)*1000/n).toFixed(1));
}
await pool.query('drop schema prof cascade'); await store.close(); await pool.end();
