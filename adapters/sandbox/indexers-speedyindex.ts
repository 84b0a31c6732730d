import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { webAddress } from '#domain/kernel/web-address';
import type { StandInEnv } from './serve.ts';
import type { LedgerRow, SandboxState } from './state.ts';

/** In ten-thousandths of a US dollar a link. */
const PRICES = { indexer: 75, checker: 15 } as const;
const OPERATIONS = { indexer: 'submit', checker: 'check' } as const;
const MOST_URLS = 10_000;
const MOST_TASK_IDS = 1_000;
const PAGE = 1_000;

type Kind = keyof typeof PRICES;
type Ctx = Context<StandInEnv>;
const KIND = ':kind{indexer|checker}';
const kindOf = (c: Ctx): Kind => (c.req.param('kind') === 'checker' ? 'checker' : 'indexer');

const newTask = z.object({
  title: z.string().optional(),
  urls: z.array(z.string()),
  pay_per_indexed: z.boolean().optional(),
  pay_per_submission: z.boolean().optional(),
});
const storedTask = z.object({ task_id: z.string(), title: z.string(), urls: z.array(z.string()) });
type Task = z.infer<typeof storedTask> & { readonly at: string };

/** Decimal text of ten-thousandths of a dollar. */
export const usd = (tenThousandths: number): string => (tenThousandths / 10_000).toFixed(4);
export const isWebAddress = (text: string): boolean => webAddress(text) !== null;

/**
 * SpeedyIndex's API v2 for Google, on its 2026 terms. A task lives in the ledger and nowhere else, so that it is made
 * and charged in one write, which a kill either finds done or not done. `allowListed`: the account may pay per submission.
 */
export function speedyIndexStandIn(state: SandboxState, allowListed: boolean): Hono<StandInEnv> {
  const app = new Hono<StandInEnv>();
  const provider = 'speedyindex';

  /** Newest first. */
  async function tasks(kind: Kind): Promise<Task[]> {
    const made = ({ operation, outcome }: LedgerRow) => operation === OPERATIONS[kind] && outcome === 'accepted';
    const rows = (await state.ledger(provider)).filter(made);
    return rows.map(({ request, at }) => ({ ...storedTask.parse(request), at })).reverse();
  }
  const jsonOf = async <T>(c: Ctx, schema: z.ZodType<T>): Promise<T | undefined> =>
    schema.safeParse(await c.req.json().catch(() => null)).data;
  const facts = ({ task_id: id, title, urls, at }: Task, kind: Kind) => ({
    id,
    title,
    size: urls.length,
    processed_count: urls.length,
    type: `google/${kind}`,
    created_at: at,
  });

  app.use('*', async (c, next) => {
    const key = c.req.header('authorization') ?? '';
    if (!/^\S+$/.test(key)) return c.json({ error: 'Unauthorized' }, 401);
    const type = c.req.header('content-type') ?? '';
    if (c.req.method === 'POST' && !/^application\/json\b/.test(type)) return c.json({ error: 'JSON expected' }, 415);
    return next();
  });

  app.post(`/v2/task/google/${KIND}/create`, async (c) => {
    const kind = kindOf(c);
    const task = await jsonOf(c, newTask);
    const urls = task?.urls ?? [];
    const reference = task?.title === undefined ? {} : { reference: task.title };
    const refuse = async (code: number) => {
      const entry = { provider, operation: OPERATIONS[kind], request: { urls }, outcome: 'refused' };
      await state.record({ ...entry, ...reference });
      return c.json({ code });
    };
    if (c.get('refuse')) return refuse(1);
    const isValid = urls.length > 0 && urls.length <= MOST_URLS && urls.every(isWebAddress);
    if (!task || !isValid || (task.pay_per_indexed && task.pay_per_submission)) return refuse(2);
    if (kind === 'indexer' && task.pay_per_submission && !allowListed) return c.json({ error: 'Forbidden' }, 403);
    if (kind === 'indexer' && !task.pay_per_submission && !task.pay_per_indexed) return c.text('', 503);
    const id = randomBytes(12).toString('hex');
    await state.record({
      provider,
      operation: OPERATIONS[kind],
      reference: task.title ?? id,
      outcome: 'accepted',
      request: { urls, title: task.title ?? '', task_id: id },
      charged: usd(PRICES[kind] * urls.length),
    });
    return c.json({ code: 0, task_id: id, type: `google/${kind}` });
  });

  app.get(`/v2/task/google/${KIND}/list/:page{[0-9]+}`, async (c) => {
    if (c.get('refuse')) return c.json({ code: 1 });
    const kind = kindOf(c);
    const page = Number(c.req.param('page'));
    const all = await tasks(kind);
    const shown = all.slice(page * PAGE, (page + 1) * PAGE).map((task) => facts(task, kind));
    return c.json({ code: 0, page, last_page: Math.max(0, Math.ceil(all.length / PAGE) - 1), result: shown });
  });

  app.post(`/v2/task/google/${KIND}/status`, async (c) => {
    if (c.get('refuse')) return c.json({ code: 1 });
    const kind = kindOf(c);
    const wanted = await jsonOf(c, z.object({ task_ids: z.array(z.string()).min(1).max(MOST_TASK_IDS) }));
    if (!wanted) return c.json({ code: 2 });
    const found = (await tasks(kind)).filter(({ task_id: id }) => wanted.task_ids.includes(id));
    const indexed = await state.indexed(found.flatMap(({ urls }) => urls));
    const result = found.map((task) => ({
      ...facts(task, kind),
      indexed_count: task.urls.filter((url) => indexed.has(url)).length,
      is_completed: true,
    }));
    return c.json({ code: 0, result });
  });

  app.post(`/v2/task/google/${KIND}/fullreport`, async (c) => {
    if (c.get('refuse')) return c.json({ code: 1 });
    const kind = kindOf(c);
    const wanted = await jsonOf(c, z.object({ task_id: z.string() }));
    const task = (await tasks(kind)).find(({ task_id: id }) => id === wanted?.task_id);
    if (!task) return c.json({ code: 2 });
    const indexed = await state.indexed(task.urls);
    const inIndex = task.urls.filter((url) => indexed.has(url)).map((url) => ({ url, title: '' }));
    const others = task.urls.filter((url) => !indexed.has(url)).map((url) => ({ url, error_code: 0 }));
    return c.json({ code: 0, result: { ...facts(task, kind), indexed_links: inIndex, unindexed_links: others } });
  });

  return app;
}
