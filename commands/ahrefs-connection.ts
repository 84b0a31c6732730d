import { ahrefsConnection, isConnected, overBudget } from '#domain/ahrefs-connection';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { AccountId } from '#domain/kernel/ids';
import { type Instant, monthOf, plusHours } from '#domain/kernel/time';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { JsonObject } from '#runtime/event-store';
import type { Cause } from '#runtime/metadata';
import type { Pace, Rate } from '#runtime/pace';
import { uuidFrom } from '#runtime/random';
import type { AhrefsAnswer, AhrefsCache, AhrefsClient, AhrefsEndpoint, AhrefsParams, Vault } from './ports-ahrefs.ts';

export type AhrefsQueryRefusal = {
  readonly code: 'not_found' | 'units_exhausted' | 'rate_limited' | 'unavailable' | 'invalid_values' | 'invalid_state';
  readonly message: string;
  readonly pointer?: string;
  readonly retryAt?: Instant;
};
export type Queried =
  | {
      readonly ok: true;
      readonly data: JsonObject | readonly JsonObject[];
      readonly units: number;
      readonly cached: boolean;
      readonly at: Instant;
      /** Of the event that keeps what it cost; 0 where it cost nothing. */
      readonly position: number;
    }
  | { readonly ok: false; readonly refusal: AhrefsQueryRefusal };
export type QueryOptions = {
  /** May be left out for the budget's sake. */
  readonly optional?: boolean;
  /** Not from the cache: somebody wants to know how it is now. */
  readonly fresh?: boolean;
};
export type AhrefsCommands = ReturnType<typeof ahrefsCommands>;

/** Answers are kept for a day, so a dashboard that is looked at again costs nothing. */
const CACHE_HOURS = 24;
/** A page of a dashboard asks for a dozen things at once. */
const RATE: Rate = { perMinute: 60, burst: 50 };
const stream = (account: number): string => `ahrefs-connection-${account}`;

export function ahrefsCommands(deps: {
  readonly handler: CommandHandler;
  readonly clock: Clock;
  readonly zone: Zone;
  readonly client: AhrefsClient;
  readonly vault: Vault;
  readonly cache: AhrefsCache;
  readonly pace: Pace;
}) {
  const { handler, clock, zone, client, vault, cache, pace } = deps;
  const load = (account: number) => handler.load(ahrefsConnection, stream(account));
  const owned = (cause: Cause, accountId: number): Cause => ({ ...cause, accountId, siteId: null });
  const refused = (code: AhrefsQueryRefusal['code'], message: string, more: object = {}): Queried => ({
    ok: false,
    refusal: { code, message, ...more },
  });

  async function keyOf(account: number): Promise<string | null> {
    const { state } = await load(account);
    return isConnected(state) ? vault.open(state.keyRef, account) : null;
  }

  /** Keeps what a call cost and what it told of the connection. */
  function keep(account: number, endpoint: AhrefsEndpoint, answer: AhrefsAnswer, cause: Cause) {
    const units = answer.units;
    const trouble = answer.ok ? null : troubleOf(answer);
    return handler.handle(
      ahrefsConnection,
      stream(account),
      {
        ...{ type: 'RecordCall', now: clock.now(), accountId: account as AccountId, endpoint, units },
        ...{ rows: answer.ok ? answer.rows : 0, month: monthOf(dayOf(clock.now(), zone)) },
        ...{ answered: answer.ok, trouble },
      },
      // Several calls follow from one command, and the same call may be made twice: each is a record of its own.
      owned(
        { ...cause, commandId: uuidFrom('ahrefs-call', account, endpoint, calls++, cause.commandId, clock.now()) },
        account,
      ),
    );
  }
  let calls = 0;

  return {
    load,

    /** Proves the key by a call that is free, then seals it. Connecting again takes the place of the key before. */
    async connect(account: number, input: { apiKey: string; budget: number | null }, cause: Cause) {
      const proved = await client.call(input.apiKey, 'limits-and-usage', {});
      if (!proved.ok) {
        const bad = proved.kind === 'unauthorized' || proved.kind === 'forbidden';
        return bad
          ? refused('invalid_values', 'Ahrefs does not accept this key', { pointer: '/api_key' })
          : refused('unavailable', `the key could not be proved: ${proved.error}`);
      }
      const limits = proved.data as Readonly<Record<string, unknown>>;
      const before = (await load(account)).state;
      const keyRef = `ahrefs-${account}-${uuidFrom('key', cause.commandId)}`;
      await vault.put(keyRef, account, input.apiKey);
      const done = await handler.handle(
        ahrefsConnection,
        stream(account),
        {
          ...{ type: 'Connect', now: clock.now(), accountId: account as AccountId, keyRef, budget: input.budget },
          planType: String(limits['subscription'] ?? 'unknown').toLowerCase(),
          remaining: remainingOf(limits),
        },
        owned(cause, account),
      );
      if (isConnected(before) && before.keyRef !== keyRef) await vault.remove(before.keyRef);
      return done;
    },

    async disconnect(account: number, cause: Cause) {
      const { state } = await load(account);
      const command = { type: 'Disconnect' as const, now: clock.now(), accountId: account as AccountId };
      const done = await handler.handle(ahrefsConnection, stream(account), command, owned(cause, account));
      if (done.ok && isConnected(state)) await vault.remove(state.keyRef);
      return done;
    },

    /** One call, or its answer of the last 24 h. Refused where budget, plan or rate do not allow it now. */
    async query(
      account: number,
      endpoint: AhrefsEndpoint,
      params: AhrefsParams,
      { optional = false, fresh = false }: QueryOptions,
      cause: Cause,
    ): Promise<Queried> {
      const { state } = await load(account);
      if (!isConnected(state)) return refused('not_found', 'the account is not connected to Ahrefs');
      const key = JSON.stringify([account, endpoint, Object.entries(params).sort()]);
      const known = fresh ? null : await cache.get(key, clock.now());
      if (known)
        return { ok: true, data: known.value['data'] as JsonObject, units: 0, cached: true, at: known.at, position: 0 };
      const month = monthOf(dayOf(clock.now(), zone));
      const over = overBudget(state, month, client.estimate(endpoint, params), optional);
      if (over) return refused('units_exhausted', over);
      const retryAt = await pace.take(`ahrefs-${account}`, RATE, clock.now());
      if (retryAt) return refused('rate_limited', 'Ahrefs takes 60 calls a minute', { retryAt });
      const secret = await keyOf(account);
      if (secret === null) return refused('not_found', 'the key of this connection is gone; connect again');
      const answer = await client.call(secret, endpoint, params);
      const kept = await keep(account, endpoint, answer, cause);
      if (!answer.ok) return { ok: false, refusal: refusalOf(answer, clock.now()) };
      const at = clock.now();
      await cache.put(key, { data: answer.data as JsonObject }, at, plusHours(at, CACHE_HOURS));
      return {
        ok: true,
        data: answer.data,
        units: answer.units,
        cached: false,
        at,
        position: kept.ok ? kept.position : 0,
      };
    },
  };
}

type Failed = Extract<AhrefsAnswer, { readonly ok: false }>;

function troubleOf({ kind, error }: Failed): { status: 'expired' | 'error'; error: string } | null {
  if (kind === 'unauthorized') return { status: 'expired', error };
  return kind === 'forbidden' || kind === 'units_exhausted' ? { status: 'error', error } : null;
}

function refusalOf({ kind, error, retryAfterMs }: Failed, now: Instant): AhrefsQueryRefusal {
  switch (kind) {
    case 'unauthorized':
      return { code: 'invalid_state', message: 'Ahrefs no longer accepts the key of this connection; connect again' };
    case 'forbidden':
      return { code: 'invalid_state', message: error };
    case 'units_exhausted':
      return { code: 'units_exhausted', message: error };
    case 'bad_request':
      return { code: 'invalid_values', message: error };
    case 'no_data':
      return { code: 'not_found', message: 'Ahrefs has no data for this' };
    case 'rate_limited':
      return { code: 'rate_limited', message: error, retryAt: plusHours(now, (retryAfterMs ?? 60_000) / 3_600_000) };
    case 'temporary':
    case 'unreadable':
      return { code: 'unavailable', message: error };
  }
}

/** The least that any of the limits leaves; null where none is set. */
function remainingOf(limits: Readonly<Record<string, unknown>>): number | null {
  const left = (['workspace', 'api_key'] as const).flatMap((scope) => {
    const limit = limits[`units_limit_${scope}`];
    return typeof limit === 'number' ? [Math.max(0, limit - Number(limits[`units_usage_${scope}`] ?? 0))] : [];
  });
  return left.length === 0 ? null : Math.min(...left);
}
