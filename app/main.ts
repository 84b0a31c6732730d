import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openHttpServer } from '#adapters/http-server';
import { createIdempotencyStore, migrateIdempotency } from '#adapters/idempotency-store';
import { createPostgresIds } from '#adapters/ids-postgres';
import { createPostgresLeases } from '#adapters/leases-postgres';
import { createLog } from '#adapters/log';
import { createMetrics } from '#adapters/metrics';
import { connectionLimits, createPool } from '#adapters/postgres';
import { leafDigest } from '#adapters/proof/digest';
import { createProofLog } from '#adapters/proof/log';
import { createHeadSigner, loadSigningKey, parseSigningKey } from '#adapters/proof/signer';
import { createPostgresSealedStorage } from '#adapters/proof/storage-postgres';
import { createPostgresReadModels } from '#adapters/read-model-postgres';
import { loadSecrets } from '#adapters/secrets';
import { proveFolder } from '#adapters/start-problem';
import { type App, createApp } from '#api/http/app';
import { DEFAULT_LIMITS } from '#api/http/deps';
import { REDACTED } from '#api/http/observe';
import { signingKeyCommands } from '#commands/log/signing-key';
import { storeIdentityCommands } from '#commands/log/store-identity';
import type { AccountId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import type { PersonalKey } from '#domain/log/personal-data';
import { SUBSCRIPTIONS } from '#projections/services/managed-subscription';
import { Background } from '#runtime/background';
import { type Clock, listeningClock, monotonicMs, systemClock, TestClock } from '#runtime/clock';
import { createCommandHandler } from '#runtime/command-handler';
import { createEventCodec } from '#runtime/event-codec';
import type { EventStore } from '#runtime/event-store';
import { highestId } from '#runtime/ids';
import { EFFECTS } from '#runtime/machinery-tables';
import { systemRandom } from '#runtime/random';
import { typed } from '#runtime/table-reads';
import { Waits } from '#runtime/waits';
import type { Config } from './config.ts';
import { countBy } from './count-by.ts';
import { openDatabase, openEventStore, usesDataDir } from './database.ts';
import { EVENT_SCHEMAS } from './events.ts';
import { bootstrap, credentialsOf, tokenOf } from './first-token.ts';
import { pagesOf, routesOf } from './http.ts';
import type { StartOptions } from './machine.ts';
import { lagWatch, readiness, readModelProgress } from './readiness.ts';
import { openOutside } from './surroundings.ts';
import { createSystem, type System } from './system.ts';
import { VERSION } from './version.ts';

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
const POLL_MS = 250;
/** A session of leases that says nothing for so long is not waited for. */
const LEASE_ANSWER_MS = 4_000;
/** So long may a transaction do nothing. */
const IDLE_MS = 10_000;

/** Puts everything together and starts it. */
export async function start(
  config: Config,
  { listen = true, note = () => {}, drawReports }: StartOptions = {},
): Promise<Running> {
  const { log } = createLog({ level: config.LOG_LEVEL, redact: REDACTED });
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
    const onRefusedConnection = (error: Error) => log.error({ err: error.message }, 'a connection was not accepted');
    // A second process on this port stops here, and has touched nothing.
    const server = listen ? await openHttpServer(config.PORT, config.HOST, onRefusedConnection) : null;
    if (server) closing.push(server.stop);

    // Where it all lives.
    if (usesDataDir(config)) proveFolder('DATA_DIR', config.DATA_DIR);
    if (config.TREE_HEAD_FILE) proveFolder('TREE_HEAD_FILE', dirname(config.TREE_HEAD_FILE));
    const worker = systemRandom.uuid();
    const database = await openDatabase(config, note, closing);
    const onError = (error: Error) => log.warn({ err: error.message }, 'database connection');
    let isStoreSilent = false;
    const onSilence = (silent: boolean) => {
      isStoreSilent = silent;
    };
    const listeningMs = listeningClock();
    const waits = new Waits(listeningMs);
    // A process that is stopped in the midst of a transaction keeps nobody else waiting for its locks.
    const pool = createPool(
      { ...database, idle_in_transaction_session_timeout: IDLE_MS },
      { max: 16, onError, onSilence, waits },
    );
    closing.push(() => pool.end());
    const opened = await openEventStore(config, pool);
    closing.push(() => opened.close());
    const appends = waits.queue();
    const store: EventStore = { ...opened, append: (...batch) => appends.of(opened.append(...batch)) };
    const leases = createPostgresLeases(
      { ...database, ...connectionLimits(), query_timeout: LEASE_ANSWER_MS },
      worker,
      { onError },
    );
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
    const logId = await identity.storeId();
    const outside = await openOutside(config, pool, clock, secrets, logId, closing, drawReports);
    const signingKey = loadSigningKey(config.SIGNING_KEY, config.SIGNING_KEY_FILE, config.DATA_DIR);
    const signingKeys = signingKeyCommands({ handler, clock });
    const signer = createHeadSigner(signingKey, signingKeys.keys);
    const earlier = config.SIGNING_KEYS_PREVIOUS.map(parseSigningKey);
    // A command beside a running server signs with the log's key or not at all.
    if (listen || (await signingKeys.keys()).length === 0)
      await signingKeys.introduce(signingKey, ({ key_id }) => {
        const previous = earlier.find(({ keyId }) => keyId === key_id);
        return previous ? signer.handover(logId, previous) : null;
      });
    const proofLog = createProofLog({
      storage: await createPostgresSealedStorage(pool),
      store,
      signer,
      clock,
      logId,
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
      files: outside.files,
      sent: outside.sent,
      signIn: outside.signIn,
      plugin: outside.plugin,
      whiteLabel: outside.whiteLabel,
      forgetOutside: outside.forget,
      reporting: outside.reporting,
      proof: { log: proofLog, ...outside.proofs },
      invoiceRetentionYears: config.INVOICE_RETENTION_YEARS,
      teamAddress: config.TEAM_EMAIL,
      seller: config.seller,
      environment: config.environment,
      launchEnvironment: config.LAUNCH_ENVIRONMENT,
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
          await tables.find(EFFECTS.name, {
            status: { in: ['requested', 'in_flight', 'retrying', 'unknown', 'parked'] },
          }),
          'status',
        ),
    });
    const lagging = lagWatch(system);
    const background = new Background({
      store,
      pumps: [...system.pumps, ...outside.pumps, proofLog, lagging],
      pollMs: POLL_MS,
      restless: new Set(['projections']),
      // Another process of the same sandbox may have moved the clock.
      onPage: (page, after) => {
        const { events } = page;
        system.recent.seen(after, page);
        system.feed.seen(page);
        system.arrivals.noticed(events.at(-1)?.position ?? 0);
        // What another process has erased is not to be opened from memory.
        for (const { type, data } of events)
          if (type === 'PersonalDataErased') outside.personal.forget(data['keys'] as unknown as PersonalKey[]);
        const moved = events.findLast((event) => event.type === 'TestClockSet');
        const to = moved?.data['now'] as Instant | undefined;
        if (clock instanceof TestClock && to !== undefined && to > clock.now()) clock.set(to);
      },
      onLost: () => system.recent.lost(),
      onError: (pump, error) =>
        log.error({ pump, err: error instanceof Error ? error.stack : String(error) }, 'background work'),
    });
    const assigned = async (userId: number) =>
      (await typed(tables).find(SUBSCRIPTIONS, { account_manager_id: userId })).map(
        (row) => row.account_id as AccountId,
      );
    const tokenById = async (id: number) => tokenOf(await system.commands.tokens.find(id));
    let first: { readonly id: number; readonly token: string | null } | null = null;
    const { find, goesOn } = system.commands.sessions;
    const credentials = credentialsOf(config, clock, tokenById, () => first?.id ?? null);
    const served = { system, pool, clock, outside, identity, secrets, log, background, credentials };
    const app = createApp(
      {
        ...credentials,
        sessions: { find, goesOn },
        childAccounts: async (parent) => (await system.directory.childAccounts(parent)) as AccountId[],
        assignedAccounts: async (userId) => [...new Set(await assigned(userId))],
        idempotency,
        readModels: readModelProgress(system, waits),
        asking: () => system.runtime.courtesy.enter(),
        checkGate: async ({ accountId, feature, level, cause }) => {
          const answer = await system.commands.features.ask(accountId, feature, level, cause);
          return { allowed: answer.allowed, upgradeTo: answer.upgrade_to };
        },
        recordRead: (read, account, cause) => system.commands.reads.record(read, account, cause),
        openPersonal: (text, write) => outside.personal.open(text, write),
        readiness: () => readiness(system, lagging.look, config.READY_MAX_LAG_SECONDS),
        isStoreSilent: () => isStoreSilent,
        isHeldUp: () => waits.isHeldUp(),
        logger: log,
        newId,
        monotonicMs,
        listeningMs,
        pause: (ms, signal) => pause(ms, undefined, { signal }),
        metrics,
        limits: { ...DEFAULT_LIMITS, ratePerMinute: config.RATE_LIMIT_PER_MINUTE, trustedProxies: config.TRUST_PROXY },
        publicUrl: config.PUBLIC_URL?.replace(/\/$/, '') ?? '',
        version: VERSION,
        hosts: system.hosts,
      },
      routesOf(served),
      pagesOf(served),
    );

    await system.commands.priceBook.establish();
    first = await bootstrap(system, config);
    const { token: firstToken } = first;
    const rotateSecrets = async () => (await outside.vault.rotate()) + (await outside.personal.rotate());
    const running = { system, app, firstToken, rotateSecrets, stop: close };
    if (!server) return { url: '', ...running };
    await background.start();
    closing.push(system.lastly);
    closing.push(() => background.stop());
    // The first to be closed, too: it answers while it can.
    server.answerWith(app.fetch);
    closing.push(server.stop);
    outside.reachableAt(server.url);
    if (!config.SANDBOX) outside.rendering.warm();
    await system.arrivals.waitFor((await store.head()).position, 30_000);
    return { url: server.url, ...running };
  }
}
