import { setTimeout as pause } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import type pg from 'pg';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '#adapters/embedded-postgres';
import { createPostgresEventStore } from '#adapters/event-store/postgres';
import { createIdempotencyStore, migrateIdempotency } from '#adapters/idempotency-store';
import { createPostgresIds } from '#adapters/ids-postgres';
import { createPostgresLeases } from '#adapters/leases-postgres';
import { createMetrics } from '#adapters/metrics';
import { createJwtVerifier } from '#adapters/platform-jwt';
import { createPool } from '#adapters/postgres';
import { leafDigest } from '#adapters/proof/digest';
import { createProofLog } from '#adapters/proof/log';
import { createHeadSigner, loadSigningKey, parseSigningKey } from '#adapters/proof/signer';
import { createPostgresSealedStorage } from '#adapters/proof/storage-postgres';
import { createPostgresReadModels } from '#adapters/read-model-postgres';
import { loadSecrets } from '#adapters/secrets';
import { type App, createApp } from '#api/app';
import { DEFAULT_LIMITS, type TokenRecord } from '#api/http/deps';
import { REDACTED } from '#api/http/observe';
import { signingKeyCommands } from '#commands/signing-key';
import { storeIdentityCommands } from '#commands/store-identity';
import type { Config } from '#config';
import { SCOPES } from '#domain/access-token';
import { EVENT_SCHEMAS } from '#domain/events';
import type { AccountId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import type { PersonalKey } from '#domain/personal-data';
import { TOKENS } from '#projections/access-token';
import { SUBSCRIPTIONS } from '#projections/managed-subscription';
import type { TokenRow } from '#projections/reads';
import { Background } from '#runtime/background';
import { type Clock, monotonicMs, systemClock, TestClock } from '#runtime/clock';
import { createCommandHandler } from '#runtime/command-handler';
import { createEventCodec } from '#runtime/event-codec';
import { highestId } from '#runtime/ids';
import { EFFECTS } from '#runtime/machinery-tables';
import { systemRandom, uuidFrom } from '#runtime/random';
import type { Row } from '#runtime/read-model';
import { createSystem, type System } from '#system';
import { features } from './features.ts';
import { openOutside } from './surroundings.ts';

export type Running = {
  readonly url: string;
  readonly system: System;
  readonly app: App;
  /** The admin token, on the very first start only. */
  readonly firstToken: string | null;
  /** Wraps the keys of secrets anew under the present SECRETS_KEY; answers how many. */
  rotateSecrets(): Promise<number>;
  stop(): Promise<void>;
};
export type StartOptions = {
  /** False for a command line tool that only needs the system: no server, nothing moves by itself. */
  readonly listen?: boolean;
  readonly note?: (message: string) => void;
};

const POLL_MS = 250;
/** So long may requests that are under way take when the process stops. */
const LAST_ANSWERS_MS = 2_000;
export const VERSION = '0.1.0';

/** Puts everything together and starts it. */
export async function start(config: Config, { listen = true, note = () => {} }: StartOptions = {}): Promise<Running> {
  const log = pino({ level: config.LOG_LEVEL, redact: REDACTED }, pino.destination({ dest: 2, sync: false }));
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of closing.reverse())
      await step().catch((error: unknown) => log.error({ err: String(error) }, 'closing'));
  };
  try {
    return await assemble();
  } catch (error) {
    await close();
    throw error;
  }

  async function assemble(): Promise<Running> {
    // Where it all lives.
    const worker = systemRandom.uuid();
    const database = await openDatabase(config, note, closing);
    const onError = (error: Error) => log.warn({ err: error.message }, 'database connection');
    const pool = createPool(database, { max: 16, onError });
    closing.push(() => pool.end());
    const store = await openEventStore(config, pool);
    closing.push(() => store.close());
    const leases = createPostgresLeases(database, worker, onError);
    closing.push(() => leases.close());
    const readModels = createPostgresReadModels(pool);
    const secrets = loadSecrets(config.SECRETS_KEY, config.DATA_DIR);

    // What time it is, and whether this store may be opened so.
    const opening: Clock = config.SANDBOX ? new TestClock(config.SANDBOX_CLOCK ?? systemClock.now()) : systemClock;
    const handler = createCommandHandler({ store, clock: opening, codec: createEventCodec(EVENT_SCHEMAS) });
    const identity = storeIdentityCommands(handler);
    const founded = await identity.open({
      sandbox: config.SANDBOX,
      zone: config.BILLING_TIME_ZONE,
      now: opening.now(),
      id: systemRandom.uuid(),
    });
    if (opening instanceof TestClock) opening.set(founded.testClock);
    const clock = opening;

    // The system on what surrounds it.
    const outside = await openOutside(config, pool, clock, secrets, closing);
    const signingKey = loadSigningKey(config.SIGNING_KEY, config.SIGNING_KEY_FILE, config.DATA_DIR);
    const signingKeys = signingKeyCommands({ handler, clock });
    const signer = createHeadSigner(signingKey, signingKeys.keys);
    const logId = await identity.storeId();
    const earlier = config.SIGNING_KEYS_PREVIOUS.map(parseSigningKey);
    // A command beside a running server signs with the log's key or not at all.
    if (listen || (await signingKeys.keys()).length === 0)
      await signingKeys.introduce(signingKey, ({ key_id }) => {
        const previous = earlier.find(({ keyId }) => keyId === key_id);
        return previous ? signer.handover(logId, previous) : null;
      });
    const proofLog = createProofLog({
      ...{ storage: await createPostgresSealedStorage(pool), store, signer, clock, logId },
      digest: leafDigest(outside.proofs.saltKey),
    });
    const system = await createSystem({
      store,
      readModels,
      leases,
      clock,
      worker,
      monotonicMs,
      ids: await createPostgresIds(pool, highestId(readModels.tables('live'))),
      random: systemRandom,
      zone: config.BILLING_TIME_ZONE,
      founded: await identity.founded(),
      mail: outside.mail,
      sendWorkRequest: outside.sendWorkRequest,
      sendWebhook: outside.sendWebhook,
      checkPage: outside.checkPage,
      indexing: outside.indexing,
      gateways: outside.gateways,
      publicUrl: config.PUBLIC_URL?.replace(/\/$/, ''),
      pace: outside.pace,
      ahrefs: outside.ahrefs,
      personal: outside.personal,
      forgetOutside: outside.forget,
      proof: { log: proofLog, ...outside.proofs },
      invoiceRetentionYears: config.INVOICE_RETENTION_YEARS,
      teamAddress: config.TEAM_EMAIL,
      environment: config.environment,
    });
    await system.projector.setUp(({ name, position, head }) => {
      if (head > 5000) note(`building ${name}: ${position} of ${head} events`);
    });

    // The HTTP application.
    const tables = readModels.tables('live');
    await migrateIdempotency(pool);
    const isAlive = (other: string) => leases.isAlive(other);
    const newId = () => systemRandom.uuid();
    const idempotency = createIdempotencyStore({
      pool,
      worker,
      clock,
      newId,
      isAlive,
      cipher: secrets.cipher('idempotency'),
    });
    await idempotency.purge(clock.now());
    const metrics = createMetrics({
      lags: () => system.projector.status(),
      head: async () => (await store.head()).position,
      effects: async () =>
        countBy(
          await tables.find(EFFECTS, { status: { in: ['requested', 'in_flight', 'retrying', 'unknown', 'parked'] } }),
          'status',
        ),
    });
    const background = new Background({
      store,
      pumps: [...system.runtime.pumps, ...outside.pumps, proofLog],
      pollMs: POLL_MS,
      // Another process of the same sandbox may have moved the clock.
      onPage: (page) => {
        const { events } = page;
        system.feed.seen(page);
        // What another process has erased is not to be opened from memory.
        for (const { type, data } of events)
          if (type === 'PersonalDataErased') outside.personal.forget(data['keys'] as unknown as PersonalKey[]);
        const moved = events.findLast((event) => event.type === 'TestClockSet');
        const to = moved?.data['now'] as Instant | undefined;
        if (clock instanceof TestClock && to !== undefined && to > clock.now()) clock.set(to);
      },
      onError: (pump, error) =>
        log.error({ pump, err: error instanceof Error ? error.stack : String(error) }, 'background work'),
    });
    const waitFor = (position: number, timeoutMs: number) => reached(system, position, timeoutMs);
    const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: jwksUrl } = config;
    const assigned = async (userId: number) =>
      (await tables.find(SUBSCRIPTIONS, { account_manager_id: userId })).map((row) => row['account_id'] as AccountId);
    const app = createApp(
      {
        tokens: {
          find: async (id) => tokenOf(await tables.get(TOKENS, { id })),
          bootstrap: async () => tokenOf((await tables.find(TOKENS, { bootstrap: true }, { limit: 1 }))[0]),
        },
        verifyJwt: issuer ? createJwtVerifier({ issuer, audience, jwksUrl, clock, pacing: systemClock }) : undefined,
        childAccounts: async (parent) => (await system.directory.childAccounts(parent)) as AccountId[],
        assignedAccounts: async (userId) => [...new Set(await assigned(userId))],
        idempotency,
        readModels: { waitFor },
        checkGate: async ({ accountId, feature, level, cause }) => {
          const answer = await system.commands.features.ask(accountId, feature, level, cause);
          return { allowed: answer.allowed, upgradeTo: answer.upgrade_to };
        },
        recordRead: (read, account, cause) => system.commands.reads.record(read, account, cause),
        openPersonal: (text, write) => outside.personal.open(text, write),
        readiness: () => readiness(system),
        logger: log,
        clock,
        newId,
        monotonicMs,
        pause: (ms, signal) => pause(ms, undefined, { signal }),
        metrics,
        limits: { ...DEFAULT_LIMITS, ratePerMinute: config.RATE_LIMIT_PER_MINUTE, trustedProxies: config.TRUST_PROXY },
        environment: config.environment,
        publicUrl: config.PUBLIC_URL?.replace(/\/$/, '') ?? '',
        version: VERSION,
      },
      features({ system, pool, clock, outside, identity, secrets, log }),
    );

    await system.commands.priceBook.establish();
    const firstToken = await bootstrap(system, config);
    const rotateSecrets = async () => (await outside.vault.rotate()) + (await outside.personal.rotate());
    if (!listen) return { url: '', system, app, firstToken, rotateSecrets, stop: close };
    await background.start();
    closing.push(() => background.stop());
    const server = await listening(app, config);
    closing.push(server.stop);
    outside.reachableAt(server.url);
    await waitFor((await store.head()).position, 30_000);
    return { url: server.url, system, app, firstToken, rotateSecrets, stop: close };
  }
}

async function openDatabase(
  config: Config,
  note: (message: string) => void,
  closing: (() => Promise<unknown>)[],
): Promise<pg.PoolConfig> {
  if (config.DATABASE_URL) return { connectionString: config.DATABASE_URL };
  const embedded = await startEmbeddedPostgres({ dataDir: config.DATA_DIR, note });
  closing.push(() => embedded.stop());
  return embedded.config;
}

async function openEventStore(config: Config, pool: pg.Pool) {
  if (!config.EVENTSTORE_URL) return createPostgresEventStore({ pool });
  const { createKurrentEventStore } = await import('#adapters/event-store/kurrent');
  return createKurrentEventStore({ connectionString: config.EVENTSTORE_URL });
}

/** The very first token: what BOOTSTRAP_ADMIN_TOKEN says, or a new one that is told once. */
async function bootstrap(system: System, config: Config): Promise<string | null> {
  const id = uuidFrom('bootstrap-admin-token');
  const secret = config.BOOTSTRAP_ADMIN_TOKEN;
  const given = secret ?? systemRandom.secret(32);
  const cause = { commandId: id, correlationId: id, causationId: id, actor: { kind: 'system' as const } };
  const grant = {
    role: 'admin' as const,
    accountId: null,
    userId: null,
    scopes: SCOPES,
    label: 'first start',
    expiresAt: null,
  };
  const issued = await system.commands.tokens.issue(grant, cause, { secret: given });
  if (!issued.handled.ok || issued.handled.unchanged) return null;
  await reached(system, issued.handled.position, 5000, true);
  return secret ?? issued.token;
}

/** Waits until the read models have got there; `help` projects itself where nothing else would. */
async function reached(system: System, position: number, timeoutMs: number, help = false): Promise<boolean> {
  const { projector } = system;
  const until = monotonicMs() + timeoutMs;
  while (projector.position() < position) {
    const left = until - monotonicMs();
    if (left <= 0) return false;
    if (help) await system.runtime.pumps[0]?.runOnce();
    else await nextStep(projector, Math.min(left, 25));
    if (projector.position() < position) await projector.refresh();
  }
  return true;
}

/** The next step of the projector in this process, or a moment in which another may have made one. */
function nextStep(projector: System['projector'], ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      unwatch();
      resolve();
    };
    const timer = setTimeout(done, ms);
    const unwatch = projector.watch(done);
  });
}

async function readiness(system: System) {
  const checks: Record<string, unknown> = {};
  try {
    await system.around.store.ping();
    checks['event_store'] = 'ok';
    const status = await system.projector.status();
    checks['projections'] = Object.fromEntries(status.map(({ name, lag }) => [name, { lag }]));
    checks['parked_streams'] = (await system.projector.parked()).length;
    return { ready: true, checks };
  } catch (error) {
    return { ready: false, checks: { ...checks, error: error instanceof Error ? error.message : String(error) } };
  }
}

function listening(app: App, config: Config): Promise<{ url: string; stop: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: config.PORT, hostname: config.HOST }, ({ port }) => {
      const host = config.HOST === '0.0.0.0' || config.HOST === '::' ? 'localhost' : config.HOST;
      const stop = () =>
        new Promise<void>((stopped) => {
          server.close(() => stopped());
          const connections = server as { closeIdleConnections?(): void; closeAllConnections?(): void };
          connections.closeIdleConnections?.();
          // What streams never ends by itself.
          setTimeout(() => connections.closeAllConnections?.(), LAST_ANSWERS_MS).unref();
        });
      resolve({ url: `http://${host}:${port}`, stop });
    });
    server.once('error', reject);
  });
}

function tokenOf(row: Row | undefined): TokenRecord | null {
  if (!row) return null;
  const { id, role, account_id, user_id, scopes, label, secret_sha256, expires_at, revoked_at } =
    row as unknown as TokenRow;
  const who = {
    id,
    role: role as TokenRecord['role'],
    accountId: account_id,
    userId: user_id,
    scopes: scopes as TokenRecord['scopes'],
  };
  return { ...who, label, secretSha256: secret_sha256, expiresAt: expires_at, revokedAt: revoked_at };
}

function countBy(rows: readonly Readonly<Record<string, unknown>>[], column: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[String(row[column])] = (counts[String(row[column])] ?? 0) + 1;
  return counts;
}
