import { setTimeout as later } from 'node:timers/promises';
import fetch, { type Response } from 'node-fetch';
import { z } from 'zod';
import type { AhrefsAnswer, AhrefsClient, AhrefsEndpoint, AhrefsParams } from '#commands/ports-ahrefs';
import type { JsonObject } from '#runtime/event-store';
import { ENDPOINTS, estimate } from './ahrefs/endpoints.ts';

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

type Refused = Extract<AhrefsAnswer, { readonly ok: false }>;
const row = z.record(z.string(), z.json());
const errorShape = z.union([z.object({ error: z.string() }), z.tuple([z.literal('Error'), z.string()])]);

/** Ahrefs API v3 over HTTP. Never throws; neither the key nor the address stands in an error. */
export function createAhrefs(options: AhrefsOptions = {}): AhrefsClient {
  const { timeoutMs = 60_000, pause = (ms) => later(ms) } = options;
  const base = (options.base ?? 'https://api.ahrefs.com/v3').replace(/\/$/, '');

  async function once(key: string, endpoint: AhrefsEndpoint, params: AhrefsParams): Promise<AhrefsAnswer> {
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
      return refused(
        'temporary',
        `Ahrefs could not be reached (${String((error as { code?: string }).code ?? 'no answer')})`,
      );
    }
    try {
      body = await response.text();
    } catch {
      return refused('unreadable', 'the answer broke off', unitsOf(response));
    }
    return response.status === 200 ? read(endpoint, response, body) : failure(response, body);
  }

  return {
    estimate,
    async call(key, endpoint, params) {
      for (let attempt = 0; ; attempt++) {
        const answer = await once(key, endpoint, params);
        if (answer.ok || (answer.kind !== 'rate_limited' && answer.kind !== 'temporary')) return answer;
        const wait = Math.max(BACK_OFF_MS[attempt] ?? 0, answer.retryAfterMs ?? 0);
        if (attempt >= BACK_OFF_MS.length || wait > LONGEST_WAIT_MS) return answer;
        await pause(wait);
      }
    },
  };
}

const refused = (kind: Refused['kind'], error: string, units = 0, retryAfterMs?: number): Refused => ({
  ...{ ok: false, kind, error, units },
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
    ...{ ok: true, data, units },
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
