import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { AccountId } from '#domain/kernel/ids';
import { type Instant, type Month, monthOf, plusHours, plusMinutes } from '#domain/kernel/time';
import { type AhrefsRefusal, ahrefsConnection, isConnected, overBudget } from '#domain/links/ahrefs-connection';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import { type JsonObject, StoreUnavailable, StreamBusy } from '#runtime/event-store';
import type { Cause } from '#runtime/metadata';
import type { Pace, Rate } from '#runtime/pace';
import { uuidFrom } from '#runtime/random';
import {
  NOT_CONNECTED,
  type Queried,
  refusalOf,
  refused,
  remainingOf,
  troubleOf,
  withoutCost,
} from './ahrefs-answers.ts';
import type { AhrefsAnswer, AhrefsCache, AhrefsClient, AhrefsEndpoint, AhrefsParams, Vault } from './ports-ahrefs.ts';

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
/** A call with all its tries is over long before; one that never was told of counts as lost. */
const LAPSES_AFTER_MINUTES = 10;
/** How an equal question that another process has asked is waited for: so often, with so many milliseconds between. */
const LOOKS = 150;
const LOOK_MS = 200;
const stream = (account: number): string => `ahrefs-connection-${account}`;

export function ahrefsCommands(deps: {
  readonly handler: CommandHandler;
  readonly clock: Clock;
  readonly zone: Zone;
  readonly client: AhrefsClient;
  readonly vault: Vault;
  readonly cache: AhrefsCache;
  readonly pace: Pace;
  readonly pause: (ms: number) => Promise<unknown>;
}) {
  const { handler, clock, zone, client, vault, cache, pace, pause } = deps;
  const load = (account: number) => handler.load(ahrefsConnection, stream(account));
  const owned = (cause: Cause, accountId: number): Cause => ({ ...cause, accountId, siteId: null });
  /** Questions of this process that are being asked now. */
  const underWay = new Map<string, Promise<Queried>>();
  let calls = 0;
  /** Several calls follow from one command, and the same call may be made twice: each is a record of its own. */
  const named = (cause: Cause, account: number, what: string): Cause =>
    owned({ ...cause, commandId: uuidFrom(what, account, calls++, cause.commandId, clock.now()) }, account);

  type Question = {
    readonly account: number;
    readonly endpoint: AhrefsEndpoint;
    readonly params: AhrefsParams;
    readonly optional: boolean;
    /** The same for equal questions. */
    readonly key: string;
    readonly month: Month;
  };

  /** Puts aside the most that it can cost; null where it is free. */
  async function reserve(
    { account, endpoint, params, optional, month }: Question,
    name: string,
    cause: Cause,
  ): Promise<{ ok: true; reservationId: string | null } | { ok: false; refusal: AhrefsRefusal }> {
    const units = client.estimate(endpoint, params);
    if (units === 0) return { ok: true, reservationId: null };
    const now = clock.now();
    const own = named(cause, account, 'ahrefs-reservation');
    const command = {
      type: 'Reserve' as const,
      reservationId: own.commandId,
      question: name,
      now,
      accountId: account as AccountId,
      endpoint,
      units,
      month,
      optional,
      lapsesAt: plusMinutes(now, LAPSES_AFTER_MINUTES),
    };
    const done = await handler.handle(ahrefsConnection, stream(account), command, own);
    if (done.ok) return { ok: true, reservationId: own.commandId };
    if (done.refusal.code === 'revision_moved') throw new Error('a reservation expects no revision');
    return { ok: false, refusal: done.refusal };
  }

  /**
   * Keeps what a call cost and what it told of the connection; answers the position. What cannot be written now is not a
   * reason to throw an answer away that was paid for: what was put aside for it stands, and lapses into its cost.
   */
  async function settle(
    { account, endpoint, month }: Question,
    reservationId: string | null,
    keyRef: string,
    answer: AhrefsAnswer,
    cause: Cause,
  ): Promise<number> {
    const command = {
      type: 'RecordCall' as const,
      now: clock.now(),
      accountId: account as AccountId,
      reservationId,
      keyRef,
      endpoint,
      month,
      units: answer.units,
      rows: answer.ok ? answer.rows : 0,
      answered: answer.ok,
      trouble: answer.ok ? null : troubleOf(answer),
    };
    try {
      const own = named(cause, account, 'ahrefs-call');
      const kept = await handler.handle(ahrefsConnection, stream(account), command, own);
      return kept.ok ? kept.position : 0;
    } catch (error) {
      if (error instanceof StreamBusy || error instanceof StoreUnavailable) return 0;
      throw error;
    }
  }

  async function known({ key }: Pick<Question, 'key'>): Promise<Queried | null> {
    const found = await cache.get(key, clock.now());
    if (!found) return null;
    return { ok: true, data: found.value['data'] as JsonObject, units: 0, cached: true, at: found.at, position: 0 };
  }

  /** Asks Ahrefs, within budget and rate; or waits for the answer to an equal question that another process has asked. */
  async function ask(question: Question, cause: Cause): Promise<Queried> {
    const { account, endpoint, params, optional, month } = question;
    const name = uuidFrom('ahrefs-question', question.key);
    let turn = false;
    // Since when an equal question has been under way, as far as is known: an answer from then on is ours as well.
    let since: Instant | null = null;
    for (let look = 1; look <= LOOKS; look++) {
      const began = clock.now();
      const { state } = await load(account);
      if (!isConnected(state)) return NOT_CONNECTED;
      const answered = since === null ? null : await known(question);
      if (answered?.ok && since !== null && answered.at >= since) return answered;
      const equal = [...state.reserved.values()].find((each) => each.question === name && each.lapsesAt > began);
      if (equal) since = plusMinutes(equal.lapsesAt, -LAPSES_AFTER_MINUTES);
      else {
        const over = overBudget(state, month, client.estimate(endpoint, params), optional);
        if (over !== null) return refused('units_exhausted', over);
        const retryAt = turn ? null : await pace.take(`ahrefs-${account}`, RATE, began);
        if (retryAt) return refused('rate_limited', 'Ahrefs takes 60 calls a minute', { retryAt });
        turn = true;
        const secret = await vault.open(state.keyRef, account);
        if (secret === null) return refused('not_found', 'the key of this connection is gone; connect again');
        const reserved = await reserve(question, name, cause);
        if (reserved.ok) return call(question, { secret, keyRef: state.keyRef }, reserved.reservationId, cause);
        const { code, message } = reserved.refusal;
        if (code !== 'under_way') return refused(code, message);
        since ??= began;
      }
      await pause(LOOK_MS);
    }
    return refused('unavailable', 'an equal question has not been answered yet');
  }

  async function call(
    question: Question,
    { secret, keyRef }: { readonly secret: string; readonly keyRef: string },
    reservationId: string | null,
    cause: Cause,
  ): Promise<Queried> {
    const { endpoint, params, key } = question;
    const answer = await client.call(secret, endpoint, params);
    const at = clock.now();
    // First of all, for those who wait for it. Where it cannot be kept, whoever asked is told what was paid for all the same.
    if (answer.ok)
      await cache.put(key, { data: answer.data as JsonObject }, at, plusHours(at, CACHE_HOURS)).catch(() => undefined);
    const position = await settle(question, reservationId, keyRef, answer, cause);
    if (!answer.ok) return { ok: false, refusal: refusalOf(answer, at) };
    return { ok: true, data: answer.data, units: answer.units, cached: false, at, position };
  }

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
          type: 'Connect',
          now: clock.now(),
          accountId: account as AccountId,
          keyRef,
          budget: input.budget,
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

    /**
     * One call, or its answer of the last 24 h. Refused where budget, plan or rate do not allow it now. Equal questions
     * that are asked at the same time, here or in another process, are asked once; all but one cost nothing.
     */
    async query(
      account: number,
      endpoint: AhrefsEndpoint,
      params: AhrefsParams,
      { optional = false, fresh = false }: QueryOptions,
      cause: Cause,
    ): Promise<Queried> {
      const { state } = await load(account);
      if (!isConnected(state)) return NOT_CONNECTED;
      const key = JSON.stringify([account, endpoint, Object.entries(params).sort()]);
      const before = fresh ? null : await known({ key });
      if (before) return before;
      const month = monthOf(dayOf(clock.now(), zone));
      // One that cannot wait is not refused because one that can was.
      const name = `${optional} ${key}`;
      const joined = underWay.get(name);
      if (joined !== undefined) return withoutCost(await joined);
      const asked = ask({ account, endpoint, params, optional, key, month }, cause);
      underWay.set(name, asked);
      try {
        return await asked;
      } finally {
        underWay.delete(name);
      }
    },
  };
}
