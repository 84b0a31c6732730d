import { setTimeout as later } from 'node:timers/promises';
import fetch, { type Response } from 'node-fetch';
import { z } from 'zod';
import { ENDPOINTS, estimate } from '#adapters/ahrefs/endpoints';
import type { AhrefsAnswer, AhrefsClient, AhrefsEndpoint, AhrefsParams } from '#commands/links/ports-ahrefs';
import type { JsonObject } from '#runtime/event-store';

export type AhrefsOptions = {
  readonly base?: string | undefined;
  /** For one exchange. */
  readonly timeoutMs?: number | undefined;
  /** Waits between tries. */
  readonly pause?: (ms: number) => Promise<unknown>;
};

const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
/** Tries after the first one, and what is waited before them: half a second, then one, unless the answer says otherwise. */
const BACK_OFF_MS = [500, 1000];
const LONGEST_WAIT_MS = 8_000;
/** No request left for Ahrefs, so none was charged. */
const UNREACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);
/** What a header can carry. */
const KEY = /^[\x21-\x7e]+$/;

type Refused = Extract<AhrefsAnswer, { readonly ok: false }>;
type Tried = { readonly answer: AhrefsAnswer; readonly again: boolean };
const row = z.record(z.string(), z.json());
const errorShape = z.union([z.object({ error: z.string() }), z.tuple([z.literal('Error'), z.string()])]);

/** Ahrefs API v3 over HTTP. Never throws; neither the key nor the address stands in an error. */
export function createAhrefs(options: AhrefsOptions = {}): AhrefsClient {
  const { timeoutMs = 60_000, pause = (ms) => later(ms) } = options;
  const base = (options.base ?? 'https://api.ahrefs.com/v3').replace(/\/$/, '');

  async function once(key: string, endpoint: AhrefsEndpoint, params: AhrefsParams): Promise<Tried> {
    const query = Object.entries(params).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
    let response: Response;
    let body: string;
    try {
      response = await fetch(`${base}${ENDPOINTS[endpoint].path}${query.length === 0 ? '' : `?${query.join('&')}`}`, {
        headers: { authorization: `Bearer ${key}`, accept: 'application/json' },
        redirect: 'manual',
        size: MAX_ANSWER_BYTES,
        signal: AbortSignal.timeout(timeoutMs) as never,
      });
    } catch (error) {
      const code = String((error as { code?: string }).code ?? 'no answer');
      const again = UNREACHED.has(code);
      // Asked again, a call whose answer was lost would be paid for twice.
      const units = again ? 0 : estimate(endpoint, params);
      return { answer: refused('temporary', `Ahrefs could not be reached (${code})`, units), again };
    }
    try {
      body = await response.text();
    } catch {
      return { answer: refused('unreadable', 'the answer broke off', unitsOf(response)), again: false };
    }
    const answer =
      response.status === 200 ? read(endpoint, response, body) : failure(response, body.replaceAll(key, '[key]'));
    // One that was charged for is not made again: two would cost more than was put aside for one.
    const passes = response.status === 429 || response.status >= 500;
    return { answer, again: passes && answer.units === 0 };
  }

  return {
    estimate,
    async call(key, endpoint, params) {
      if (!KEY.test(key)) return refused('unauthorized', 'the key has characters that no key has');
      let before = 0;
      for (let attempt = 0; ; attempt++) {
        const { answer, again } = await once(key, endpoint, params);
        const units = before + answer.units;
        if (answer.ok) return { ...answer, units };
        const wait = Math.max(BACK_OFF_MS[attempt] ?? 0, answer.retryAfterMs ?? 0);
        if (!again || attempt >= BACK_OFF_MS.length || wait > LONGEST_WAIT_MS) return { ...answer, units };
        before = units;
        await pause(wait);
      }
    },
  };
}

const refused = (kind: Refused['kind'], error: string, units = 0, retryAfterMs?: number): Refused => ({
  ok: false,
  kind,
  error,
  units,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

function read(endpoint: AhrefsEndpoint, response: Response, body: string): AhrefsAnswer {
  const { envelope, list } = ENDPOINTS[endpoint];
  const units = unitsOf(response);
  const shape = z.object({ [envelope]: list ? z.array(row) : row });
  const parsed = shape.safeParse(jsonOf(body));
  if (!parsed.success) return refused('unreadable', 'the answer does not have the form that Ahrefs publishes', units);
  const data = parsed.data[envelope] as JsonObject | JsonObject[];
  const cache = response.headers.get('x-api-cache');
  return {
    ok: true,
    data,
    units,
    rows: Number(response.headers.get('x-api-rows') ?? (Array.isArray(data) ? data.length : 1)),
    cache: cache === 'hit' || cache === 'miss' ? cache : 'no_cache',
  };
}

function failure(response: Response, body: string): Refused {
  const parsed = errorShape.safeParse(jsonOf(body));
  const said = parsed.success ? (Array.isArray(parsed.data) ? parsed.data[1] : parsed.data.error) : '';
  const error = `Ahrefs answered ${response.status}${said === '' ? '' : `: ${said.slice(0, 200)}`}`;
  const units = unitsOf(response);
  switch (response.status) {
    case 400:
      return refused('bad_request', error, units);
    case 401:
      return refused('unauthorized', error, units);
    case 403:
      return refused(/units? limit/i.test(said) ? 'units_exhausted' : 'forbidden', error, units);
    case 404:
      return refused('no_data', error, units);
    case 429:
      return refused('rate_limited', error, units, retryAfter(response));
    default:
      return refused(response.status >= 500 ? 'temporary' : 'unreadable', error, units, retryAfter(response));
  }
}

/** Units that were really spent, by the answer's own headers. */
const unitsOf = ({ headers }: Response): number =>
  Number(headers.get('x-api-units-cost-total-actual') ?? headers.get('x-api-units-cost-total') ?? 0) || 0;

/** Seconds or a date; none is documented, and obeyed all the same. */
function retryAfter({ headers }: Response): number | undefined {
  const text = headers.get('retry-after');
  if (text === null) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
