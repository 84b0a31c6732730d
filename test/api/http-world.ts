import { createHash } from 'node:crypto';
import { Registry } from 'prom-client';
import { z } from 'zod';
import { createInMemoryIdempotencyStore } from '#adapters/idempotency-store';
import { createApp } from '#api/http/app';
import type { HttpDeps, TokenRecord } from '#api/http/deps';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import { Problem } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { instantOf } from '#domain/kernel/time';
import type { Role } from '#domain/platform/access-token';
import { TestClock } from '#runtime/clock';
import { StoreUnavailable, StreamBusy, WrongExpectedRevision } from '#runtime/event-store';
import { uuidFrom } from '#runtime/random';

const noteSchema = z.object({ id: z.int(), account_id: z.int(), text: z.string() }).meta({ id: 'Note' });
const noteBody = z.strictObject({
  text: z.string().min(1).max(100).meta({ example: 'call back' }),
  weight: z.number().max(1e6).optional(),
  tags: z.array(z.strictObject({ name: z.string() })).optional(),
});

export type Note = { id: number; account_id: number; text: string };

/** A small feature with one route of every sort. */
export function demoFeature() {
  const notes = new Map<number, Note>([
    [1, { id: 1, account_id: 10, text: 'one' }],
    [2, { id: 2, account_id: 20, text: 'two' }],
  ]);
  const runs: { commandId: string; text: string }[] = [];
  let next: (() => Promise<void>) | undefined;
  const base = '/api/v1/demo/notes/';
  const common = { tag: 'Demo', summary: 'demo' } as const;
  const answers = [{ status: 200, description: 'a note', schema: noteSchema }] as const;
  const feature: FeatureRoutes = {
    name: 'demo',
    routes: [
      defineRoute({
        ...common,
        method: 'get',
        path: base,
        operationId: 'listNotes',
        roles: ANYONE_OF.all,
        query: pageQuery({ account_id: idParam.optional(), tag: z.array(z.string()).optional() }, ['id', 'text']),
        answers: [{ status: 200, description: 'notes', schema: listSchema(noteSchema) }],
        handle: async (call) => {
          const mine = [...notes.values()].filter((note) => call.scope.sees(note));
          return { status: 200, body: page(call, call.query, mine.length, mine.slice(0, call.query.page_size)) };
        },
      }),
      defineRoute({
        ...common,
        method: 'post',
        path: base,
        operationId: 'createNote',
        roles: ANYONE_OF.staff,
        body: noteBody,
        bodyExample: { text: 'hello' },
        answers: [{ status: 201, description: 'made', schema: noteSchema }],
        handle: async ({ body, cause }) => {
          runs.push({ commandId: cause.commandId, text: body.text });
          await next?.();
          const id = 100 + runs.length;
          const note = { id, account_id: 10, text: body.text };
          return { status: 201, body: note, revision: 0, position: 7, location: `${base}${id}/` };
        },
      }),
      defineRoute({
        ...common,
        method: 'get',
        path: `${base}{id}/`,
        operationId: 'getNote',
        roles: ANYONE_OF.readers,
        answers,
        resource: async ({ id, scope }) =>
          [...notes.values()].find((note) => note.id === id && scope.sees(note)) ?? null,
        handle: async ({ resource }) => ({ status: 200, body: resource, revision: 3 }),
      }),
      defineRoute({
        ...common,
        method: 'patch',
        path: `${base}{id}/`,
        operationId: 'changeNote',
        roles: ANYONE_OF.staff,
        body: noteBody,
        answers,
        resource: async ({ id, scope }) =>
          [...notes.values()].find((note) => note.id === id && scope.sees(note)) ?? null,
        handle: async ({ resource, ifMatch }) => {
          if (ifMatch !== undefined && ifMatch !== 3) throw new Problem('revision_moved', 'it is at 3');
          throw new Problem('invalid_state', `note ${resource.id} is closed`, { current_state: 'closed' });
        },
      }),
      defineRoute({
        ...common,
        method: 'delete',
        path: `${base}{id}/`,
        operationId: 'deleteNote',
        roles: ANYONE_OF.admin,
        answers: [{ status: 204, description: 'gone' }],
        resource: async ({ id }) => notes.get(id) ?? null,
        handle: async ({ id }) => {
          notes.delete(id);
          return { status: 204, position: 9 };
        },
      }),
      defineRoute({
        ...common,
        method: 'post',
        path: `${base}{id}/touch/`,
        operationId: 'touchNote',
        roles: ANYONE_OF.readers,
        answers: [{ status: 200, description: 'touched', schema: z.object({ trace: z.string().nullable() }) }],
        handle: async ({ cause }) => ({ status: 200, body: { trace: cause.traceparent ?? null } }),
      }),
      defineRoute({
        ...common,
        method: 'get',
        path: '/api/v1/demo/gated/',
        operationId: 'gated',
        roles: ANYONE_OF.readers,
        gate: { feature: 'ahrefs_level', level: 'full' },
        answers: [{ status: 200, description: 'ok', schema: z.object({ ok: z.boolean() }) }],
        handle: async () => ({ status: 200, body: { ok: true } }),
      }),
      defineRoute({
        ...common,
        method: 'get',
        path: '/api/v1/demo/broken/{what}/',
        operationId: 'broken',
        roles: ANYONE_OF.admin,
        answers: [{ status: 200, description: 'never' }],
        handle: async ({ params: { what } }) => {
          if (what === 'store') throw new StoreUnavailable('down');
          if (what === 'busy') throw new StreamBusy('hot');
          if (what === 'moved') throw new WrongExpectedRevision('hot', 3, 4);
          if (what === 'deadlock') throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
          if (what === 'driver') throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
          if (what === 'connection') throw new Error('Connection terminated unexpectedly');
          if (what === 'pool') throw new Error('timeout exceeded when trying to connect');
          if (what === 'limit') throw Object.assign(new Error('canceling statement'), { code: '57014' });
          throw new Error('secret inside');
        },
      }),
      defineRoute({
        ...common,
        method: 'post',
        path: '/api/v1/demo/upload/',
        operationId: 'upload',
        roles: 'public',
        rawBody: ['application/zip'],
        bodyLimit: 1024,
        answers: [{ status: 200, description: 'size', schema: z.object({ size: z.int() }) }],
        handle: async ({ bytes }) => ({ status: 200, body: { size: bytes.byteLength } }),
      }),
    ],
  };
  return { feature, notes, runs, hold: (work: (() => Promise<void>) | undefined) => (next = work) };
}

const SECRETS = { admin: 1, client: 2, agency: 3, account_manager: 4, platform: 5 } as const;

export const bearer = (role: Role): Record<string, string> => ({
  Authorization: `Bearer igny8_test_${SECRETS[role]}_secret_of_${role}`,
});

export function httpWorld(overrides: Partial<HttpDeps> = {}) {
  const demo = demoFeature();
  const clock = new TestClock(instantOf(Date.UTC(2026, 10, 20)));
  const lines: { level: string; fields: Record<string, unknown> }[] = [];
  const log = (level: string) => (fields: object) => lines.push({ level, fields: fields as Record<string, unknown> });
  let ids = 0;
  let ms = 0;
  const token = (role: Role, change: Partial<TokenRecord> = {}): TokenRecord => ({
    id: SECRETS[role],
    role,
    accountId: role === 'client' ? 10 : role === 'agency' ? 20 : null,
    userId: role === 'account_manager' ? 900 : null,
    scopes: ['read', 'write'],
    label: null,
    secretSha256: createHash('sha256').update(`secret_of_${role}`).digest('hex'),
    expiresAt: null,
    revokedAt: null,
    ...change,
  });
  const tokens = new Map<number, TokenRecord>(
    (Object.keys(SECRETS) as Role[]).map((role) => [SECRETS[role], token(role)]),
  );
  const newId = () => uuidFrom('test', ids++);
  const deps: HttpDeps = {
    tokens: { find: async (id) => tokens.get(id) ?? null },
    childAccounts: async (account) => (account === 20 ? [21] : []),
    assignedAccounts: async () => [10],
    idempotency: createInMemoryIdempotencyStore(newId),
    readModels: { waitFor: async (position) => position <= 50 },
    readiness: async () => ({ ready: true, checks: { store: 'ok' } }),
    checkGate: async ({ accountId }) => ({ allowed: accountId === 20, upgradeTo: 'scale' }),
    logger: { info: log('info'), warn: log('warn'), error: log('error') },
    clock,
    newId,
    monotonicMs: () => ms,
    pause: (_, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    metrics: new Registry(),
    limits: { ratePerMinute: 600, bodyBytes: 256 * 1024, trustedProxies: 1 },
    environment: 'test',
    publicUrl: 'https://api.example.com',
    version: '0.1.0',
    checkAnswers: true,
    ...overrides,
  };
  const app = createApp(deps, [demo.feature]);
  const call = async (
    method: string,
    path: string,
    options: { as?: Role; body?: unknown; raw?: string | Uint8Array; headers?: Record<string, string> } = {},
  ) => {
    const { as, body, raw, headers = {} } = options;
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const answer = await app.request(path, {
      method,
      headers: {
        ...(as ? bearer(as) : {}),
        ...(content === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(content === undefined ? {} : { body: content as string }),
    });
    const text = await answer.text();
    const type = answer.headers.get('content-type') ?? '';
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      type,
      json: type.includes('json') && text !== '' ? JSON.parse(text) : null,
    };
  };
  const pass = (by: number) => {
    ms += by;
  };
  return { app, call, deps, clock, lines, tokens, token, pass, ...demo };
}
