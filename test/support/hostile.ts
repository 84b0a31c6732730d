import type { Answer, Client } from './api.ts';

/** Addresses, days, amounts and words of a list are checked, so that nothing hostile fits; whatever a story hangs on keeps its meaning. */
const NOT_TEXT =
  /(^|_)(urls?|(?<!tax_)id|email|domain|plan|type|source|time|to|by|at|on|date|period_start|value|cost|amount)$/;
type Leaf = { readonly pointer: string; readonly key: string };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
/** Every string of a body: where it is, and the name that it goes by. */
function leaves(value: unknown, pointer = '', key = ''): Leaf[] {
  if (typeof value === 'string') return [{ pointer, key }];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    leaves(inner, `${pointer}/${name}`, Array.isArray(value) ? key : name),
  );
}
/** The same body, with `text` behind each string that is named. */
function having(value: unknown, texts: ReadonlyMap<string, string>, pointer = ''): unknown {
  if (typeof value === 'string') return value + (texts.get(pointer) ?? '');
  if (Array.isArray(value)) return value.map((inner, index) => having(inner, texts, `${pointer}/${index}`));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([k, inner]) => [k, having(inner, texts, `${pointer}/${k}`)]));
}

/**
 * Makes a client of the API type something hostile behind every text that it sends, as much of it as is taken: where the
 * API refuses a value, the next shorter one is tried, at last the text as it was. What is sent to the sandbox stays.
 */
export function typeHostile(api: Client, texts: readonly string[]): { readonly took: ReadonlySet<string> } {
  const took = new Set<string>();
  const plain = api.send.bind(api);
  api.send = async (method, path, body, more) => {
    if (method === 'GET' || !isObject(body) || path.startsWith('sandbox/')) return plain(method, path, body, more);
    const isFacts = path.startsWith('platform/facts/');
    const open = leaves(body).filter(
      ({ key, pointer }) => !NOT_TEXT.test(key) && (!isFacts || /^\/\d+\/data\//.test(pointer)),
    );
    const level = new Map(open.map(({ pointer }) => [pointer, 0]));
    for (;;) {
      const added = new Map([...level].map(([pointer, at]) => [pointer, texts[at] ?? '']));
      const answer = await plain(method, path, having(body, added), more);
      const refused = refusals(answer).filter((pointer) => (level.get(pointer) ?? texts.length) < texts.length);
      const done = answer.status < 400 && refused.length === 0;
      if (!done && [...level.values()].every((at) => at >= texts.length)) return answer;
      if (done) {
        for (const { pointer, key } of open) if ((level.get(pointer) ?? texts.length) < texts.length) took.add(key);
        return answer;
      }
      // Something else is wrong with it than a value that is named: nothing is typed then.
      if (refused.length === 0) for (const pointer of level.keys()) level.set(pointer, texts.length);
      for (const pointer of refused) level.set(pointer, (level.get(pointer) ?? 0) + 1);
    }
  };
  return { took };
}

type Refused = { readonly errors?: readonly { readonly pointer: string }[] };
/** Which values were refused: of the whole, or of facts of it. */
function refusals({ body }: Answer): string[] {
  const results: readonly { readonly problem?: Refused }[] = Array.isArray(body?.results) ? body.results : [];
  const problems: readonly (Refused | undefined)[] = [body ?? {}, ...results.map(({ problem }) => problem)];
  return problems.flatMap((problem) => (problem?.errors ?? []).map(({ pointer }) => pointer));
}
