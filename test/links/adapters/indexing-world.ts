import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIndexing, type IndexingOptions } from '#adapters/indexing/index';
import { createPool } from '#adapters/postgres';
import { type SandboxIndexersOptions, sandboxIndexers } from '#adapters/sandbox/indexers';
import { serveStandIns } from '#adapters/sandbox/serve';
import { createSandboxState } from '#adapters/sandbox/state';
import type { IndexingPort, IndexingService, IndexingServiceName } from '#commands/links/ports-backlinks';
import { instantOf } from '#domain/kernel/time';
import { TestClock } from '#runtime/clock';
import { testDatabase } from '#test/support/postgres';

export const KEY = 'the+secret/key';
export const INDEXNOW_KEY = '0123456789abcdef';
export const PAGE = 'https://blog.example/a?b=c|d&e=f';
const START = instantOf(Date.UTC(2026, 10, 20, 10));

/** Milliseconds that an adapter waits for an answer which never comes. */
const IMPATIENT_MS = 750;

type Overrides = { readonly [Name in keyof IndexingOptions]?: Partial<IndexingOptions[Name]> | undefined };

/** Every adapter, pointed at `url`, below which the stand-ins lie. */
export function indexingAt(url: string, clock: TestClock, overrides: Overrides = {}, timeoutMs = 10_000): IndexingPort {
  const own = (name: keyof Overrides) => overrides[name] as object | undefined;
  return createIndexing({
    order: ['speedyindex', 'omega'],
    speedyindex: { base: `${url}/speedyindex`, key: KEY, ...own('speedyindex') },
    omega: { base: `${url}/omega`, key: KEY, ...own('omega') },
    linkcentaur: { base: `${url}/linkcentaur`, key: KEY, ...own('linkcentaur') },
    colossus: { base: `${url}/colossus/api`, key: KEY, ...own('colossus') },
    indexNow: { base: `${url}/indexnow`, keys: { 'www.client.example': INDEXNOW_KEY }, ...own('indexNow') },
    clock,
    timeoutMs,
  });
}

export function serviceOf({ services }: IndexingPort, name: IndexingServiceName): IndexingService {
  const service = services[name];
  if (!service) throw new Error(`${name} is not configured`);
  return service;
}

/** The adapters over real HTTP against the sandbox's stand-ins, whose ledger is the truth. */
export async function standIns(options: SandboxIndexersOptions = {}) {
  const database = await testDatabase();
  const pool = createPool(database.config);
  const clock = new TestClock(START);
  const state = await createSandboxState(pool, clock);
  const served = await serveStandIns(sandboxIndexers(state, options));
  return {
    clock,
    state,
    pool,
    url: served.url,
    adapters: (overrides?: Overrides) => indexingAt(served.url, clock, overrides),
    impatient: () => indexingAt(served.url, clock, {}, IMPATIENT_MS),
    async close() {
      await served.close();
      await pool.end();
      await database.drop();
    },
  };
}

export type Seen = { readonly method: string; readonly url: string; readonly headers: object; readonly body: string };

/** A server that answers as it is told and remembers what it was asked. */
export async function scripted(answer: (seen: Seen, response: Parameters<RequestListener>[1]) => void) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const question = { method, url, headers, body };
      seen.push(question);
      answer(question, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const clock = new TestClock(START);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    seen,
    clock,
    url,
    adapters: (overrides?: Overrides) => indexingAt(url, clock, overrides),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
