import { z } from 'zod';
import type { Circuit } from '#adapters/circuit';
import { below, createAsk, parse, type Question, type Reply, unreadable } from './http.ts';

export type SpeedyIndexAccount = {
  readonly base?: string | undefined;
  readonly key: string;
  readonly circuit: Circuit;
  readonly timeoutMs: number;
};
/** What a task is for: to have pages indexed, or to tell whether they are. */
export type TaskKind = 'indexer' | 'checker';
export type SpeedyIndexClient = ReturnType<typeof createSpeedyIndexClient>;

const orNone = <T>(list: readonly T[] | null | undefined): readonly T[] => list ?? [];
const coded = z.object({ code: z.number() });
const created = z.object({ task_id: z.string().min(1).max(200) });
const list = z.object({
  last_page: z.number(),
  result: z
    .array(z.object({ id: z.string(), title: z.string().nullish(), created_at: z.string().nullish() }))
    .nullish()
    .transform(orNone),
});
const status = z.object({
  result: z
    .array(z.object({ id: z.string(), is_completed: z.boolean() }))
    .nullish()
    .transform(orNone),
});
const report = z.object({
  result: z.object({
    indexed_links: z
      .array(z.object({ url: z.string() }))
      .nullish()
      .transform(orNone),
    unindexed_links: z
      .array(z.object({ url: z.string(), error_code: z.number().nullish() }))
      .nullish()
      .transform(orNone),
  }),
});

/** Its result stands in `code`, under a status of 200: 0 done, 1 top up, 2 not valid, -2 overloaded. */
const reader =
  <T>(schema: z.ZodType<T>) =>
  (body: string): Reply<T> => {
    const error = `answered ${body}`;
    const code = parse(coded, body)?.code;
    if (code === 1) return { outcome: 'refused', reason: 'no_balance', error };
    if (code === 2) return { outcome: 'refused', reason: 'bad_url', error };
    if (code === -2) return { outcome: 'temporary', error };
    const value = code === 0 ? parse(schema, body) : null;
    return value === null ? unreadable(body) : { outcome: 'answered', value };
  };

/** SpeedyIndex's API v2, of Google only. The key goes into `Authorization` bare, without `Bearer`. */
export function createSpeedyIndexClient({ base = 'https://api.speedyindex.com', key, ...line }: SpeedyIndexAccount) {
  const ask = createAsk({ ...line, service: 'speedyindex', secret: key });
  const google = below(base, '/v2/task/google');
  const get = (path: string): Question => ({ method: 'GET', url: google + path, headers: { authorization: key } });
  const post = (path: string, body: object): Question => ({
    method: 'POST',
    url: google + path,
    headers: { authorization: key, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return {
    /** The new task's id. */
    create: (kind: TaskKind, task: object) => ask(post(`/${kind}/create`, task), reader(created)),
    /** 1,000 tasks a page, newest first, from page 0. */
    list: (kind: TaskKind, page: number) => ask(get(`/${kind}/list/${page}`), reader(list)),
    status: (kind: TaskKind, task: string) => ask(post(`/${kind}/status`, { task_ids: [task] }), reader(status)),
    report: (kind: TaskKind, task: string) => ask(post(`/${kind}/fullreport`, { task_id: task }), reader(report)),
  };
}
