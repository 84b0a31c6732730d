import { Hono } from 'hono';
import type pg from 'pg';
import { createAhrefs } from '#adapters/ahrefs';
import { createPostgresAhrefsCache, migrateAhrefsCache } from '#adapters/ahrefs-cache';
import { createCustomerWebhooks } from '#adapters/customer-webhooks';
import { createEgress } from '#adapters/egress';
import { createIndexing } from '#adapters/indexing/index';
import { createSmtpMail, noMail } from '#adapters/mail';
import { createPostgresPace, migratePace } from '#adapters/pace-postgres';
import { createPageCheck } from '#adapters/page-check';
import { createPlatformWebhook } from '#adapters/platform-webhook';
import { sandboxAhrefs } from '#adapters/sandbox/ahrefs';
import { sandboxIndexers } from '#adapters/sandbox/indexers';
import { createSandboxOutside } from '#adapters/sandbox/outside';
import { createSandboxPages } from '#adapters/sandbox/pages';
import { serveStandIns } from '#adapters/sandbox/serve';
import type { Secrets } from '#adapters/secrets';
import { createVault, migrateVault } from '#adapters/vault';
import type { Config } from '#config';
import type { Clock } from '#runtime/clock';

export type Outside = Awaited<ReturnType<typeof openOutside>>;

/** In a sandbox a stand-in that is `slow` answers after its caller has given up. */
const SANDBOX_TIMEOUT_MS = 1_000;
const SANDBOX_SLOW_MS = 1_500;

/** What the system reaches of the world: the providers that are configured, or the stand-ins of a sandbox. */
export async function openOutside(
  config: Config,
  pool: pg.Pool,
  clock: Clock,
  secrets: Secrets,
  closing: (() => Promise<unknown>)[],
) {
  await migratePace(pool);
  await migrateVault(pool);
  await migrateAhrefsCache(pool);
  const previous = config.SECRETS_KEYS_PREVIOUS.map((text) => Buffer.from(text, 'base64'));
  const vault = createVault({ pool, key: secrets.key, previous });
  const ahrefsOn = (base: string | undefined, timeoutMs?: number) => ({
    client: createAhrefs({ base, timeoutMs }),
    ...{ vault, cache: createPostgresAhrefsCache(pool) },
  });
  const pace = createPostgresPace(pool);
  const sendWorkRequest = config.PLATFORM_WEBHOOK_URL
    ? createPlatformWebhook(config.PLATFORM_WEBHOOK_URL, config.PLATFORM_WEBHOOK_SECRET ?? '')
    : undefined;
  if (!config.SANDBOX)
    return {
      ...{ sandbox: null, pace, vault, sendWorkRequest, indexing: indexingOf(config, clock) },
      ahrefs: ahrefsOn(config.AHREFS_API_BASE),
      checkPage: createPageCheck(createEgress()),
      mail: config.SMTP_URL ? createSmtpMail(config.SMTP_URL, config.MAIL_FROM) : noMail,
      sendWebhook: createCustomerWebhooks(secrets),
    };

  const sandbox = await createSandboxOutside(pool, clock);
  const pages = await createSandboxPages(sandbox.state);
  closing.push(() => pages.close());
  const standIns = await serveStandIns(
    new Hono()
      .route('/', sandboxIndexers(sandbox.state, { slowMs: SANDBOX_SLOW_MS }))
      .route('/', sandboxAhrefs(sandbox.state, { slowMs: SANDBOX_SLOW_MS })),
  );
  closing.push(() => standIns.close());
  return {
    ...{ sandbox, pace, vault, sendWorkRequest },
    ahrefs: ahrefsOn(config.AHREFS_API_BASE ?? `${standIns.url}/ahrefs/v3`, SANDBOX_TIMEOUT_MS),
    ...{ indexing: indexingOf(withStandIns(config, standIns.url), clock) },
    checkPage: createPageCheck(createEgress(pages.egressOptions)),
    mail: sandbox.mail,
    sendWebhook: sandbox.sendWebhook,
  };
}

/** Bases and keys that are not set are those of the stand-ins. */
function withStandIns(config: Config, url: string): Config {
  const key = 'sandbox-key';
  return {
    ...config,
    SPEEDYINDEX_API_BASE: config.SPEEDYINDEX_API_BASE ?? `${url}/speedyindex`,
    SPEEDYINDEX_API_KEY: config.SPEEDYINDEX_API_KEY ?? key,
    OMEGA_API_BASE: config.OMEGA_API_BASE ?? `${url}/omega`,
    OMEGA_API_KEY: config.OMEGA_API_KEY ?? key,
    LINKCENTAUR_API_BASE: config.LINKCENTAUR_API_BASE ?? `${url}/linkcentaur`,
    LINKCENTAUR_API_KEY: config.LINKCENTAUR_API_KEY ?? key,
    COLOSSUS_API_BASE: config.COLOSSUS_API_BASE ?? `${url}/colossus/api`,
    COLOSSUS_API_KEY: config.COLOSSUS_API_KEY ?? key,
    INDEXNOW_API_BASE: config.INDEXNOW_API_BASE ?? `${url}/indexnow`,
  };
}

function indexingOf(config: Config, clock: Clock) {
  const provider = (key: string | undefined, base: string | undefined) =>
    key === undefined ? undefined : { key, base };
  const speedyindex = provider(config.SPEEDYINDEX_API_KEY, config.SPEEDYINDEX_API_BASE);
  const { COLOSSUS_API_KEY: colossusKey, COLOSSUS_API_BASE: colossusBase } = config;
  return createIndexing({
    order: config.INDEXING_SERVICES,
    speedyindex: speedyindex && { ...speedyindex, billing: config.SPEEDYINDEX_BILLING },
    omega: provider(config.OMEGA_API_KEY, config.OMEGA_API_BASE),
    linkcentaur: provider(config.LINKCENTAUR_API_KEY, config.LINKCENTAUR_API_BASE),
    colossus: colossusKey && colossusBase ? { key: colossusKey, base: colossusBase } : undefined,
    indexNow: { base: config.INDEXNOW_API_BASE, keys: Object.fromEntries(config.INDEXNOW_KEYS.map(pairOf)) },
    clock,
    timeoutMs: config.SANDBOX ? SANDBOX_TIMEOUT_MS : undefined,
  });
}

const pairOf = (pair: string): [string, string] => {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
};
