import { createPool } from '#adapters/postgres';
import type { SandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';

type Cause = {
  readonly event_id: string;
  readonly type: string;
  readonly because: readonly Cause[];
  readonly begun_by?: { readonly kind: string };
};
type Line = {
  readonly amount: string;
  readonly recomputed: string | null;
  readonly causes: readonly Cause[];
  readonly why?: string;
};

/** How the chains of a line end; a chain that does not end counts as one that ends in nothing. */
const endsOf = (cause: Cause): string[] =>
  cause.begun_by ? [cause.begun_by.kind] : cause.because.length === 0 ? ['nothing'] : cause.because.flatMap(endsOf);
const BEGINNINGS = new Set(['request', 'fact', 'timer']);

/** Every line of every invoice whose amount does not follow from its named events, or whose causes lead nowhere. */
export async function unexplained(api: SandboxApi, invoices: readonly { readonly id: number }[]): Promise<string[]> {
  const broken: string[] = [];
  for (const { id } of invoices) {
    const explained = await must(api.get(`audit/invoices/${id}/explain/`));
    if (!explained.equal) broken.push(`invoice ${id}: ${explained.recomputed_total} instead of ${explained.total}`);
    for (const [n, line] of (explained.lines as Line[]).entries()) {
      const where = `invoice ${id} line ${n + 1}`;
      if (line.recomputed !== line.amount) broken.push(`${where}: ${line.recomputed} (${line.why ?? 'no reason'})`);
      if (line.causes.length === 0) broken.push(`${where} names no event`);
      for (const end of line.causes.flatMap(endsOf)) if (!BEGINNINGS.has(end)) broken.push(`${where} begins in ${end}`);
    }
  }
  return broken;
}

/** Read models that are not what their events make of them; of all, or of those that are named. */
export async function unequal(api: SandboxApi, only?: readonly string[]): Promise<string[]> {
  const { results } = await must(api.get('ops/projections/'));
  const broken: string[] = [];
  for (const name of only ?? (results as { name: string }[]).map((each) => each.name)) {
    const { equal, differences } = await must(api.post('audit/replay/', { read_model: name }));
    if (!equal) broken.push(`${name}: ${JSON.stringify(differences.slice(0, 3)).slice(0, 500)}`);
  }
  return broken;
}

/** Changes one column by hand, sees what the replay of the read model names, and takes it back. */
export async function named(api: SandboxApi, table: string, model: string, key: string, column: string, to: string) {
  const pool = createPool(api.database.config);
  try {
    const { rows } = await pool.query(`SELECT ${column} AS was FROM igny8.${table} WHERE ${key}`);
    if (rows.length === 0) throw new Error(`${table} has no row where ${key}`);
    await pool.query(`UPDATE igny8.${table} SET ${column} = $1 WHERE ${key}`, [to]);
    const { differences } = await must(api.post('audit/replay/', { read_model: model }));
    const was = rows[0]?.was;
    await pool.query(`UPDATE igny8.${table} SET ${column} = $1 WHERE ${key}`, [
      typeof was === 'object' && was !== null ? JSON.stringify(was) : was,
    ]);
    return (differences as { path: string }[]).map(({ path }) => path);
  } finally {
    await pool.end();
  }
}
