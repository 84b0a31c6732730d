import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import fetch from 'node-fetch';
import type { z } from 'zod';
import type { Circuit } from '#adapters/circuit';
import type { Submission } from '#commands/links/ports-backlinks';

const MAX_ANSWER_BYTES = 1024 * 1024;
const EXCERPT = 200;

export type Trouble = Exclude<Submission, { readonly outcome: 'accepted' }>;
export type Reply<T> = { readonly outcome: 'answered'; readonly value: T } | Trouble;

export type Question = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
type Sent =
  | { readonly outcome: 'answered'; readonly status: number; readonly body: string }
  /** `temporary`: never reached the service. `unknown`: may have, but the answer did not come whole. */
  | { readonly outcome: 'temporary' | 'unknown'; readonly error: string };

/** How a service is reached: by whom it is called in errors, behind which circuit, with which secret and patience. */
export type Line = {
  readonly service: string;
  readonly secret: string;
  readonly circuit: Circuit;
  /** For the whole exchange, connecting included. */
  readonly timeoutMs: number;
};

// A connection of its own for every call: one that was kept, and that the other side has closed since, would look like a lost answer.
const [http, https] = [new HttpAgent({ keepAlive: false }), new HttpsAgent({ keepAlive: false })];

/** One exchange over HTTP; redirects are not followed. Never throws, and no error holds the address, which may hold a key. */
export async function send({ url, ...question }: Question, timeoutMs: number): Promise<Sent> {
  try {
    const response = await fetch(url, {
      ...question,
      redirect: 'manual',
      size: MAX_ANSWER_BYTES,
      agent: ({ protocol }) => (protocol === 'https:' ? https : http),
      signal: AbortSignal.timeout(timeoutMs) as never,
    });
    return { outcome: 'answered', status: response.status, body: await response.text() };
  } catch (error) {
    return failure(error, timeoutMs);
  }
}

const UNREACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

function failure(error: unknown, timeoutMs: number): Sent {
  const { name, code, type, erroredSysCall } = error as Readonly<Record<string, unknown>>;
  if (name === 'AbortError' || name === 'TimeoutError')
    return { outcome: 'unknown', error: `gave no answer within ${timeoutMs} ms` };
  if (type === 'max-size') return { outcome: 'unknown', error: `gave an answer of over ${MAX_ANSWER_BYTES} bytes` };
  const cause = typeof code === 'string' ? code : 'no code';
  return UNREACHED.has(cause) || erroredSysCall === 'connect' || erroredSysCall === 'getaddrinfo'
    ? { outcome: 'temporary', error: `could not be reached (${cause})` }
    : { outcome: 'unknown', error: `broke off before its answer was whole (${cause})` };
}

/** What a status other than 2xx says about a submission. A 5xx other than 503 may come from behind a server that did it. */
function judge(status: number, body: string): Reply<string> {
  if (status >= 200 && status < 300) return { outcome: 'answered', value: body };
  const error = `answered ${status}${body.trim() === '' ? '' : `: ${body}`}`;
  if (status === 408 || status === 429 || status === 503) return { outcome: 'temporary', error };
  if (status >= 500) return { outcome: 'unknown', error };
  if (status === 402) return { outcome: 'refused', reason: 'no_balance', error };
  const reason = [400, 413, 414, 422].includes(status) ? 'bad_url' : 'not_allowed';
  return { outcome: 'refused', reason, error };
}

/** An answer that cannot be understood: in the service's own words, for people to look at. */
export const unreadable = (body: string): Trouble => ({
  outcome: 'unknown',
  error: body.trim() === '' ? 'gave an empty answer' : `gave an answer that cannot be read: ${body}`,
});

/** Why a service that answers in prose says no; of what the words do not tell, that we are not allowed. */
export function refusal(text: string): Trouble {
  const reason = /balance|credit/i.test(text) ? 'no_balance' : /url|link/i.test(text) ? 'bad_url' : 'not_allowed';
  return { outcome: 'refused', reason, error: `refused: ${text}` };
}

/** Null where the text is not JSON of that shape. */
export function parse<T>(schema: z.ZodType<T>, body: string): T | null {
  try {
    return schema.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

/** An address below a base, which may have a path of its own. Throws where the base is no address, when the adapter is made. */
export const below = (base: string, path: string): string => new URL(base.replace(/\/+$/, '') + path).href;

/** True where the receiver is in trouble, as against one that says no. */
const isTrouble = ({ outcome }: { readonly outcome: string }) => outcome === 'temporary' || outcome === 'unknown';

export type Ask = <T>(question: Question, read: (body: string) => Reply<T>) => Promise<Reply<T>>;

/** Asks a service behind its circuit and reads its answer. Never throws; errors name the service and hold no secret. */
export function createAsk({ service, secret, circuit, timeoutMs }: Line): Ask {
  const say = (error: string) => `${service} ${withoutSecret(error, secret).replace(/\s+/g, ' ').slice(0, EXCERPT)}`;
  return async (question, read) => {
    const result = await circuit.run(async () => {
      const sent = await send(question, timeoutMs);
      if (sent.outcome !== 'answered') return sent;
      const judged = judge(sent.status, sent.body);
      return judged.outcome === 'answered' ? read(judged.value) : judged;
    }, isTrouble);
    if ('openUntil' in result) return { outcome: 'temporary', error: restsUntil(service, result.openUntil) };
    const { answer } = result;
    return answer.outcome === 'answered' ? answer : { ...answer, error: say(answer.error) };
  };
}

export const restsUntil = (service: string, until: string): string =>
  `${service} failed several times in a row and is not asked before ${until}`;

function withoutSecret(text: string, secret: string): string {
  const forms = [secret, encodeURIComponent(secret)].filter((form) => form !== '');
  return forms.reduce((rest, form) => rest.replaceAll(form, '[key]'), text);
}
