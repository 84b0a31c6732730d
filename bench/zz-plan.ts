import pg from 'pg';
import { createPostgresEventStore } from '#adapters/event-store/postgres';
import { appendRate } from './measure.ts';
import { readFileSync } from 'node:fs';
const config = { host: '/tmp/espg', user: 'postgres', database: 'postgres' };
const pool = new pg.Pool({ ...config, max: 1 });
const store = await createPostgresEventStore({ pool, schema: 'prof', listen: false });
const ap = (st: string, last: number, ev: any) => store.append(st, last < 0 ? 'no_stream' : last, ev);
const pid = (await pool.query('select pg_backend_pid() p')).rows[0].p;
const ticks = () => { const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' '); return (Number(f[13]) + Number(f[14])) * 10_000; };
for (const [w, e] of [[1,1],[64, 1], [256, 1], [8, 100],[64,1],[256,1],[256,1]] as const) {
  const c0 = process.cpuUsage(); const h0 = (await store.head()).position; const t=performance.now(); const k=ticks();
  const r = await appendRate(ap, w, e, 2000);
  const c = process.cpuUsage(c0); const n = (await store.head()).position - h0;
  console.log(w, e, Math.round(r), 'node', ((c.user + c.system) / n).toFixed(1), 'backend', ((ticks()-k)/n).toFixed(1), 'wall', ((performance.now()-t)*1000/n).toFixed(1));
}
await pool.query('drop schema prof cascade'); await store.close(); await pool.end();
