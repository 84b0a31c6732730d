import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ADMIN, fact } from '#test/support/api';
import { Pulse } from './pulse.ts';

/** Whoever asks has an answer within this, in milliseconds; what the machine itself took is on top (`Pulse`). */
export const ANSWER_LIMIT_MS = 5_000;
/** A key of a command whose answer was lost may be taken for so long. */
const NEVER_MS = 60_000;

type Answer = {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at by the rig, whatever their shape.
  readonly body: any;
};

/** What was acknowledged, by what the log must hold once for it. */
export type Acknowledged = {
  readonly accounts: Set<number>;
  readonly webhooks: Map<string, number>;
  readonly tokens: Map<string, string>;
  /** Of each account, how often its flag was set, and to what at last. */
  readonly flags: Map<number, { times: number; enabled: boolean }>;
  readonly checks: Set<number>;
};

export type LoadOptions = {
  /** Where the product listens; each client goes to all of them in turn. */
  readonly urls: readonly string[];
  readonly clients: number;
  /** Accounts of this load begin here, so that several loads do not meet. */
  readonly firstAccount: number;
};

/**
 * Clients that go on whatever happens: each command carries a key, and is repeated under it until it is answered. What
 * is not a right answer, and not a 503 that says when to come again, is noted as wrong.
 */
export class Load {
  readonly wrong: string[] = [];
  readonly acknowledged: Acknowledged = {
    accounts: new Set(),
    webhooks: new Map(),
    tokens: new Map(),
    flags: new Map(),
    checks: new Set(),
  };
  /** How often each status was answered, and the longest that an answer took, in milliseconds. */
  readonly statuses: Record<number, number> = {};
  slowest = 0;
  readonly #options: LoadOptions;
  #going = true;
  #clients: Promise<void>[] = [];
  #pulses = new Map<string, Pulse>();
  #nextAccount: number;
  #turn = 0;

  constructor(options: LoadOptions) {
    this.#options = options;
    this.#nextAccount = options.firstAccount;
  }

  start(): this {
    this.#pulses = new Map(this.#options.urls.map((url) => [url, new Pulse(url)]));
    this.#clients = Array.from({ length: this.#options.clients }, (_, n) => this.#client(n));
    return this;
  }

  /** Lets every client finish what it is at. */
  async stop(): Promise<void> {
    this.#going = false;
    await Promise.all(this.#clients);
    await Promise.all([...this.#pulses.values()].map((pulse) => pulse.stop()));
  }

  /** Whether what was asked of that process came in time, begun at `began` and there now. */
  inTime(url: string, began: number): boolean {
    const now = performance.now();
    return now - began <= ANSWER_LIMIT_MS + (this.#pulses.get(url)?.lost(began, now) ?? 0);
  }

  get count(): number {
    const { accounts, webhooks, tokens, flags, checks } = this.acknowledged;
    const set = [...flags.values()].reduce((sum, { times }) => sum + times, 0);
    return accounts.size + webhooks.size + tokens.size + set + checks.size;
  }

  async #client(n: number): Promise<void> {
    const works = [
      () => this.#account(),
      () => this.#webhook(),
      () => this.#flag(this.#options.firstAccount + 900_000 + n),
      () => this.#check(),
      () => this.#token(),
    ];
    for (let round = n; this.#going; round++)
      try {
        await works[round % works.length]?.();
      } catch (error) {
        this.#note(
          'a client',
          error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : String(error),
        );
        await pause(100);
      }
  }

  async #account(): Promise<void> {
    const account = this.#nextAccount++;
    const data = { account_id: account, name: `Rig ${account}`, email: `rig${account}@example.com`, plan: 'scale' };
    const told = fact('AccountRegistered', data, undefined, `rig-${account}`);
    const answer = await this.#insist('POST', 'platform/facts/', [told], 200);
    if (!answer) return;
    const [result] = answer.body.results;
    if (result.outcome === 'accepted' || result.outcome === 'duplicate') this.acknowledged.accounts.add(account);
    else this.#note('a fact', JSON.stringify(result));
  }

  async #webhook(): Promise<void> {
    const url = `https://hooks.example/${randomUUID()}`;
    const answer = await this.#insist('POST', 'webhooks/', { url, event_types: ['ManagedSubscriptionCreated'] }, 201);
    if (!answer) return;
    const { id, url: shown, secret } = answer.body;
    if (shown !== url || typeof id !== 'number' || typeof secret !== 'string')
      this.#note('a webhook', JSON.stringify(answer.body).slice(0, 200));
    else this.acknowledged.webhooks.set(url, id);
  }

  async #token(): Promise<void> {
    const label = `rig ${randomUUID()}`;
    const answer = await this.#insist('POST', 'auth/tokens/', { role: 'admin', label }, 201);
    if (!answer) return;
    const { label: shown, token } = answer.body;
    if (shown !== label || typeof token !== 'string') this.#note('a token', JSON.stringify(answer.body).slice(0, 200));
    else this.acknowledged.tokens.set(label, token);
  }

  /** Only this client sets the flag of this account, so it knows what it must be. */
  async #flag(account: number): Promise<void> {
    const before = this.acknowledged.flags.get(account) ?? { times: 0, enabled: true };
    const enabled = !before.enabled;
    const flag = 'managed_services_enabled';
    const answer = await this.#insist('PUT', 'ops/flags/', { flag, account_id: account, enabled, reason: 'load' }, 200);
    if (!answer) return;
    this.acknowledged.flags.set(account, { times: before.times + 1, enabled });
    const rows: { flag: string; account_id: number | null; enabled: boolean }[] =
      answer.body.results ?? answer.body.flags ?? answer.body;
    const shown = rows.find((row) => row.flag === flag && row.account_id === account);
    if (shown?.enabled !== enabled) this.#note('a flag', `${account} was set to ${enabled}, shown ${shown?.enabled}`);
  }

  async #check(): Promise<void> {
    const path = 'billing/features/check/ahrefs_level/?account_id=1&required_level=full';
    const answer = await this.#ask('GET', path);
    if (answer.status === 503) return void (await pause(50));
    const position = Number(answer.headers.get('x-event-position'));
    if (answer.status !== 200 || answer.body.allowed !== true || !(position > 0))
      this.#note('a check', `${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`);
    else if (this.acknowledged.checks.has(position)) this.#note('a check', `position ${position} was answered twice`);
    else this.acknowledged.checks.add(position);
  }

  /** Repeats a command under its key until it is answered. Null where it never was. */
  async #insist(method: string, path: string, body: unknown, expected: number): Promise<Answer | null> {
    const key = randomUUID();
    for (const began = performance.now(); performance.now() - began < NEVER_MS; await pause(50)) {
      const answer = await this.#ask(method, path, body, key);
      if (answer.status === expected) return answer;
      const busy = answer.status === 409 && answer.body.code === 'idempotency_in_progress';
      if (answer.status !== 503 && !busy) {
        this.#note(`${method} ${path}`, `${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`);
        return null;
      }
    }
    this.#note(`${method} ${path}`, `was not answered within ${NEVER_MS} ms`);
    return null;
  }

  async #ask(method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
    const { urls } = this.#options;
    const began = performance.now();
    const url = urls[this.#turn++ % urls.length] ?? '';
    const response = await fetch(`${url}/api/v1/${path}`, {
      method,
      signal: AbortSignal.timeout(30_000),
      headers: {
        authorization: `Bearer ${ADMIN}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const ms = performance.now() - began;
    this.slowest = Math.max(this.slowest, ms);
    this.statuses[response.status] = (this.statuses[response.status] ?? 0) + 1;
    if (!this.inTime(url, began)) this.#note(`${method} ${path}`, `${response.status} took ${Math.round(ms)} ms`);
    if (response.status === 503 && response.headers.get('retry-after') === null)
      this.#note(`${method} ${path}`, '503 does not say when to come again');
    return { status: response.status, headers: response.headers, body: JSON.parse(text) };
  }

  #note(what: string, how: string): void {
    this.wrong.push(`${what}: ${how}`);
  }
}
