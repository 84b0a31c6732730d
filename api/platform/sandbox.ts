import { z } from 'zod';
import { bad, Problem } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { instant, instantText } from '#api/http/schemas';
import { epochMs, type Instant, plusMs } from '#domain/kernel/time';

export type SentMail = {
  readonly to: readonly string[];
  readonly subject: string;
  readonly at: Instant;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number }[];
  readonly headers: Readonly<Record<string, string>>;
};
export type Ran = { readonly timers: number; readonly jobs: number; readonly effects: number; readonly events: number };
export type LedgerEntry = {
  readonly provider: string;
  readonly operation: string;
  readonly idempotency_key?: string;
  readonly at: Instant;
  readonly request: unknown;
  readonly outcome: string;
};

export const FAULT_MODES = ['down', 'slow', 'refuse', 'lose_answer', 'half_answer', 'off'] as const;
export type FaultMode = (typeof FAULT_MODES)[number];

export type Sandbox = {
  now(): Instant;
  /** Runs everything that comes due up to then, in order. */
  advance(to: Instant): Promise<Ran>;
  mail(): Promise<readonly SentMail[]>;
  ledger(provider: string | undefined): Promise<readonly LedgerEntry[]>;
  readonly providers: readonly string[];
  setFault(provider: string, mode: FaultMode, times: number | null): Promise<void>;
  /** A page that live checks meet under that URL. */
  setPage(page: {
    readonly url: string;
    readonly status: number;
    readonly html: string;
    readonly redirect_to: string | null;
  }): Promise<void>;
  /** What index checks find for that URL, from then on. */
  setIndexed(url: string, indexed: boolean, from: Instant | null): Promise<void>;
};

/** `1d`, `36h`, `PT90M`, `P2DT3H`: a length of time in milliseconds, null where it is not one. */
export function parseDuration(text: string): number | null {
  const short = /^(\d{1,6})(ms|s|m|h|d|w)$/.exec(text);
  const units: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
  if (short) return Number(short[1]) * (units[short[2] ?? ''] ?? 0);
  const iso = /^P(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/.exec(text);
  if (!iso || text === 'P' || text.endsWith('T')) return null;
  const [, w = 0, d = 0, h = 0, m = 0, s = 0] = iso;
  return (((Number(w) * 7 + Number(d)) * 24 + Number(h)) * 60 + Number(m)) * 60_000 + Number(s) * 1000;
}

const units = z.int().min(0).max(1_000_000).optional();
const lengthSchema = z.strictObject({ weeks: units, days: units, hours: units, minutes: units, seconds: units });

const ranSchema = z.object({ timers: z.int(), jobs: z.int(), effects: z.int(), events: z.int() });
const FARTHEST_MS = 5 * 366 * 86_400_000;

/** Exists in sandbox only: the test clock, the outbox, and what the stand-ins truly did. */
export function sandboxApi(sandbox: Sandbox): FeatureRoutes {
  return {
    name: 'sandbox',
    routes: [
      defineRoute({
        method: 'get',
        path: '/api/v1/sandbox/clock/',
        operationId: 'getTestClock',
        needs: null,
        tag: 'Sandbox',
        summary: 'What the test clock shows',
        roles: ANYONE_OF.all,
        answers: [{ status: 200, description: 'the time', schema: z.object({ now: instantText }) }],
        handle: async () => ({ status: 200, body: { now: sandbox.now() } }),
      }),
      defineRoute({
        method: 'post',
        path: '/api/v1/sandbox/clock/advance/',
        patient: true,
        operationId: 'advanceTestClock',
        tag: 'Sandbox',
        summary: 'Move the test clock on; everything due on the way runs in order',
        description: '`to` is an instant, `by` a length such as `3d`, `36h` or `P1DT12H`. Answers once all is settled.',
        roles: ANYONE_OF.admin,
        body: z.strictObject({ to: instant.optional(), by: z.union([z.string().max(40), z.int().min(0)]).optional() }),
        bodyExample: { by: '3d' },
        answers: [
          {
            status: 200,
            description: 'what ran',
            schema: z.object({ from: instantText, to: instantText, ran: ranSchema, settled: z.literal(true) }),
          },
        ],
        handle: async ({ body }) => {
          const from = sandbox.now();
          const to = target(from, body);
          if (to < from)
            throw new Problem('clock_backwards', `the test clock stands at ${from} and only goes forward`, {
              errors: [{ pointer: '/to', message: `must not be before ${from}` }],
            });
          if (epochMs(to) - epochMs(from) > FARTHEST_MS) throw bad('/to', 'at most five years at a time');
          const ran = await sandbox.advance(to);
          return { status: 200, body: { from, to: sandbox.now(), ran, settled: true } };
        },
      }),
      defineRoute({
        method: 'get',
        path: '/api/v1/sandbox/mail/',
        operationId: 'listSandboxMail',
        tag: 'Sandbox',
        summary: 'Mail that would have been sent, oldest first',
        roles: ANYONE_OF.admin,
        answers: [
          {
            status: 200,
            description: 'the outbox',
            schema: z.object({
              results: z.array(
                z.object({
                  to: z.array(z.string()),
                  subject: z.string(),
                  at: instantText,
                  text: z.string(),
                  html: z.string(),
                  attachments: z.array(z.object({ name: z.string(), type: z.string(), size: z.int() })),
                  headers: z.record(z.string(), z.string()),
                }),
              ),
            }),
          },
        ],
        handle: async () => ({ status: 200, body: { results: await sandbox.mail() } }),
      }),
      defineRoute({
        method: 'get',
        path: '/api/v1/sandbox/ledger/',
        operationId: 'getSandboxLedger',
        tag: 'Sandbox',
        summary: 'What the stand-ins for the outside truly did',
        roles: ANYONE_OF.admin,
        query: z.strictObject({ provider: z.string().max(40).optional() }),
        answers: [
          {
            status: 200,
            description: 'the ledger',
            schema: z.object({
              results: z.array(
                z.object({ provider: z.string(), operation: z.string(), at: instantText, outcome: z.string() }).loose(),
              ),
            }),
          },
        ],
        handle: async ({ query }) => ({ status: 200, body: { results: await sandbox.ledger(query.provider) } }),
      }),
      defineRoute({
        method: 'post',
        path: '/api/v1/sandbox/faults/',
        operationId: 'setSandboxFault',
        tag: 'Sandbox',
        summary: 'Make a stand-in fail, for so many calls or until switched off',
        roles: ANYONE_OF.admin,
        body: z.strictObject({
          provider: z.string().max(40),
          mode: z.enum(FAULT_MODES),
          times: z.int().min(1).max(1000).optional(),
        }),
        bodyExample: { provider: 'mail', mode: 'down', times: 2 },
        answers: [
          {
            status: 200,
            description: 'set',
            schema: z.object({ provider: z.string(), mode: z.enum(FAULT_MODES), times: z.int().nullable() }),
          },
        ],
        handle: async ({ body: { provider, mode, times = null } }) => {
          if (!sandbox.providers.includes(provider))
            throw bad('/provider', `must be one of ${sandbox.providers.join(', ')}`);
          await sandbox.setFault(provider, mode, times);
          return { status: 200, body: { provider, mode, times } };
        },
      }),
      defineRoute({
        method: 'post',
        path: '/api/v1/sandbox/pages/',
        operationId: 'setSandboxPage',
        tag: 'Sandbox',
        summary: 'Make a page that live checks meet under that URL',
        roles: ANYONE_OF.admin,
        body: z.strictObject({
          url: z.url({ protocol: /^https?$/ }).max(2000),
          status: z.int().min(200).max(599).default(200),
          html: z.string().max(200_000).default(''),
          redirect_to: z.string().max(2000).nullish(),
        }),
        bodyExample: { url: 'https://blog.example.org/post', html: '<a href="https://acorn.example/">Acorn</a>' },
        answers: [{ status: 200, description: 'set', schema: z.object({ url: z.string() }).loose() }],
        handle: async ({ body: { url, status, html, redirect_to = null } }) => {
          await sandbox.setPage({ url, status, html, redirect_to });
          return { status: 200, body: { url, status, html, redirect_to } };
        },
      }),
      defineRoute({
        method: 'post',
        path: '/api/v1/sandbox/index/',
        operationId: 'setSandboxIndex',
        tag: 'Sandbox',
        summary: 'Decide what index checks find for that URL, from an instant on',
        roles: ANYONE_OF.admin,
        body: z.strictObject({ url: z.url().max(2000), indexed: z.boolean(), from: instant.optional() }),
        bodyExample: { url: 'https://blog.example.org/post', indexed: true, from: '2026-06-27T00:00:00Z' },
        answers: [{ status: 200, description: 'set', schema: z.object({ url: z.string() }).loose() }],
        handle: async ({ body: { url, indexed, from = null } }) => {
          await sandbox.setIndexed(url, indexed, from);
          return { status: 200, body: { url, indexed, from } };
        },
      }),
    ],
  };
}

type Length = string | number | z.output<typeof lengthSchema>;

function target(from: Instant, { to, by }: { to?: Instant | undefined; by?: Length | undefined }): Instant {
  if ((to === undefined) === (by === undefined)) throw bad('', 'give either to or by');
  if (to !== undefined) return to;
  const ms = by === undefined ? null : lengthMs(by);
  if (ms === null)
    throw bad('/by', 'must be a length such as 3d, 36h, 90m or P1DT12H, a number of seconds, or {days, hours, …}');
  return plusMs(from, ms);
}

function lengthMs(by: Length): number | null {
  if (typeof by === 'number') return by * 1000;
  if (typeof by === 'string') return parseDuration(by);
  const { weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = by;
  return ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}
