import { loadConfig } from '#app/config';
import { type Running, start } from '#app/main';
import { createClient, type Client as TypedClient } from '#client/index';
import { plainReports } from './plain-reports.ts';
import { type TestDatabase, testDatabase } from './postgres.ts';

export const ADMIN = 'first-admin-token';

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at by tests, whatever their shape.
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: any };
export type Send = { readonly token?: string | null; readonly headers?: Record<string, string>; readonly raw?: string };

/** A client of the API over real HTTP. */
export class Client {
  readonly url: string;
  readonly #token: string;
  constructor(url: string, token = ADMIN) {
    this.url = url;
    this.#token = token;
  }
  as(token: string): Client {
    return new Client(this.url, token);
  }
  async send(method: string, path: string, body?: unknown, { token, headers = {}, raw }: Send = {}): Promise<Answer> {
    const bearer = token === undefined ? this.#token : token;
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${this.url}${path.startsWith('/') ? path : `/api/v1/${path}`}`, {
      method,
      headers: {
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(content === undefined ? {} : { body: content }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, body: json && text !== '' ? JSON.parse(text) : text };
  }
  get = (path: string, send?: Send) => this.send('GET', path, undefined, send);
  post = (path: string, body?: unknown, send?: Send) => this.send('POST', path, body, send);
  patch = (path: string, body?: unknown, send?: Send) => this.send('PATCH', path, body, send);
  put = (path: string, body?: unknown, send?: Send) => this.send('PUT', path, body, send);
  delete = (path: string, send?: Send) => this.send('DELETE', path, undefined, send);

  /** Moves the sandbox's clock and runs what comes due. */
  async advance(to: string): Promise<Answer> {
    const answer = await this.post('sandbox/clock/advance/', { to });
    if (answer.status !== 200) throw new Error(`clock: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  }
}

/** The same API by the client that is published, which knows every path and type of it. */
export const typed = ({ url }: Pick<Client, 'url'>, token = ADMIN): TypedClient =>
  createClient({ baseUrl: url, token });

let facts = 0;
export const fact = (
  type: string,
  data: Record<string, unknown>,
  time = '2026-01-01T00:00:00Z',
  id = `test-${facts++}`,
) => ({
  specversion: '1.0',
  id,
  source: 'igny8-core',
  type,
  time,
  data,
});

/** Facts of an account on a plan with one site that is ready for onboarding. */
export const clientFacts = (account: number, site: number, plan = 'scale') => [
  fact('AccountRegistered', {
    account_id: account,
    name: `Client ${account}`,
    email: `client${account}@example.com`,
    plan,
  }),
  fact('SiteRegistered', { site_id: site, account_id: account, domain: `site${site}.example` }),
  fact('SiteIntegrationConnected', { site_id: site, platform: 'wordpress' }),
  fact('BlueprintGenerated', { site_id: site, blueprint_id: site }),
];

export const databaseUrl = ({ config }: TestDatabase): string =>
  `postgres://${config.user}@localhost/${config.database}?host=${encodeURIComponent(String(config.host))}&port=${config.port}`;

export type SandboxApi = Client & { readonly running: Running; readonly database: TestDatabase; stop(): Promise<void> };

/** The whole product as a sandbox in this process, on a database of its own, reached over HTTP. Reports are not laid out: `drawingApi` does. */
export async function sandboxApi(
  clock = '2026-06-17T08:00:00Z',
  env: Record<string, string> = {},
  draws: 'plainly' | 'truly' = 'plainly',
): Promise<SandboxApi> {
  const database = await testDatabase();
  const running = await start(
    loadConfig({
      SANDBOX: 'true',
      SANDBOX_CLOCK: clock,
      PORT: '0',
      DATABASE_URL: databaseUrl(database),
      BOOTSTRAP_ADMIN_TOKEN: ADMIN,
      LOG_LEVEL: 'silent',
      RATE_LIMIT_PER_MINUTE: '100000',
      ...env,
    }),
    draws === 'plainly' ? { drawReports: plainReports } : {},
  );
  const stop = async () => {
    await running.stop();
    await database.drop();
  };
  return Object.assign(new Client(running.url), { running, database, stop });
}

/** The same, where reports are looked at: they are drawn by the product's own threads. */
export const drawingApi = (clock?: string, env?: Record<string, string>): Promise<SandboxApi> =>
  sandboxApi(clock, env, 'truly');
