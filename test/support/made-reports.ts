import { must } from './backlinks.ts';
import type { Houses } from './pages.ts';

const PATIENCE_MS = 60_000;
/** Reports of May in two houses: report 1 is account 1's, report 2 account 2's; clients see both. */
export async function withReports(world: Houses): Promise<Houses> {
  for (const site_id of [11, 22]) {
    const asked = { site_id, report_type: 'monthly', period_start: '2026-05-01' };
    const { id } = await must(world.post('services/reports/generate/', asked), 202);
    await ready(world, id);
  }
  return world;
}

/** Waits until a report was drawn, and releases it. */
async function ready(world: Houses, id: number): Promise<void> {
  const path = `services/reports/${id}/`;
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; ) {
    const { status, state, problem, version } = await must(world.get(path));
    if (problem) throw new Error(`report ${id}: ${JSON.stringify(problem)}`);
    if (status === 'ready' && state === 'in_review') await must(world.post(`${path}approve/`, { version }));
    if (status === 'ready') return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`report ${id} was not drawn in time`);
}
