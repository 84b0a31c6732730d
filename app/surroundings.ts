import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { Hono } from 'hono';
import type pg from 'pg';
import { createAccountFiles, createSentFiles } from '#adapters/account-files';
import { createAhrefs } from '#adapters/ahrefs';
import { createPostgresAhrefsCache, migrateAhrefsCache } from '#adapters/ahrefs-cache';
import { createPostgresBundles } from '#adapters/bundle-store';
import { createCustomerWebhooks } from '#adapters/customer-webhooks';
import { createEgress } from '#adapters/egress';
import { inspectFile } from '#adapters/file-check/inspect';
import { createIndexing } from '#adapters/indexing/index';
import { createLogoFetch } from '#adapters/logo/fetch-logo';
import { createSmtpMail, noMail } from '#adapters/mail';
import { createFolderStore } from '#adapters/object-store/folder';
import { partOf } from '#adapters/object-store/part';
import { createS3Store } from '#adapters/object-store/s3';
import { createPostgresPace, migratePace } from '#adapters/pace-postgres';
import { createPageCheck } from '#adapters/page-check';
import { createPayPalGateway } from '#adapters/paypal';
import { createPersonalData } from '#adapters/personal-data';
import { createPlatformWebhook } from '#adapters/platform-webhook';
import { fileSink, webhookSink } from '#adapters/proof/sinks';
import { verifierFiles } from '#adapters/proof/verifier-files';
import { checkTemplate } from '#adapters/report-templates/check';
import { previewOfTemplate } from '#adapters/report-templates/preview';
import { smallPage } from '#adapters/reports/html/small-page';
import { createRendering } from '#adapters/reports/rendering';
import { sandboxAhrefs } from '#adapters/sandbox/ahrefs';
import { sandboxIndexers } from '#adapters/sandbox/indexers';
import { createSandboxOutside } from '#adapters/sandbox/outside';
import { createSandboxPages } from '#adapters/sandbox/pages';
import { createSandboxPayPal } from '#adapters/sandbox/paypal';
import { serveStandIns } from '#adapters/sandbox/serve';
import { createSandboxStripe } from '#adapters/sandbox/stripe';
import { sandboxWporg } from '#adapters/sandbox/wporg';
import { sealedBundles } from '#adapters/sealed-bundles';
import type { Secrets } from '#adapters/secrets';
import { createSessionActivity, migrateSessionActivity } from '#adapters/session-activity';
import { createShareSecrets, createSignInSecrets } from '#adapters/share-secrets';
import { createTickets } from '#adapters/signed-links';
import { createStripeGateway } from '#adapters/stripe';
import { createTextRecords } from '#adapters/text-records';
import { createVault, createWrapping, migrateVault } from '#adapters/vault';
import type { PaymentGateways } from '#commands/billing/ports-payments';
import type { ObjectStore } from '#commands/platform/ports-files';
import type { RenderReport } from '#commands/reports/ports-reports';
import type { Clock } from '#runtime/clock';
import type { Pump } from '#runtime/pump';
import type { Config } from './config.ts';
import { openPluginOutside } from './plugin-outside.ts';
import { sendersOf } from './senders.ts';

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
  storeId: string,
  closing: (() => Promise<unknown>)[],
  drawReports?: RenderReport,
) {
  await migratePace(pool);
  await migrateSessionActivity(pool);
  await migrateVault(pool);
  await migrateAhrefsCache(pool);
  const previous = config.SECRETS_KEYS_PREVIOUS.map((text) => Buffer.from(text, 'base64'));
  const wrapping = createWrapping(secrets.key, previous);
  const vault = createVault({ pool, wrapping });
  const personal = await createPersonalData({
    pool,
    wrapping,
    indexKey: await vault.establish('system/address-index'),
  });
  const objects = partOf(objectsOf(config), storeId);
  const files = createAccountFiles({ objects, personal });
  const sent = { files: createSentFiles({ objects, personal }), inspect: inspectFile };
  const ahrefsOn = (base: string | undefined, timeoutMs?: number) => ({
    client: createAhrefs({ base, timeoutMs }),
    vault,
    cache: createPostgresAhrefsCache(pool),
    pause: (ms: number) => later(ms),
  });
  const pace = createPostgresPace(pool);
  const rendering = createRendering(config.RENDER_WORKERS);
  closing.push(rendering.close);
  const proofs = {
    saltKey: await vault.establish('system/leaf-salts'),
    bundles: sealedBundles(await createPostgresBundles(pool), files),
    renderDispute: rendering.disputes.pdf,
    verifier: verifierFiles,
    sinks: [
      ...(config.TREE_HEAD_FILE ? [fileSink(config.TREE_HEAD_FILE)] : []),
      ...(config.TREE_HEAD_WEBHOOK_URL ? [webhookSink(config.TREE_HEAD_WEBHOOK_URL)] : []),
    ],
  };
  const pluginOn = await openPluginOutside({ vault, objects, closing });
  const sendWorkRequest = config.PLATFORM_WEBHOOK_URL
    ? createPlatformWebhook(config.PLATFORM_WEBHOOK_URL, config.PLATFORM_WEBHOOK_SECRET ?? '')
    : undefined;
  const signIn = {
    activity: createSessionActivity(pool),
    secrets: createSignInSecrets(secrets.derive('sign-in-links')),
  };
  const reporting = {
    render: drawReports ?? rendering.reports,
    page: smallPage,
    secrets: createShareSecrets(secrets.derive('report-shares')),
    tickets: createTickets(secrets.derive('report-links')),
  };
  if (!config.SANDBOX)
    return {
      sandbox: null,
      pace,
      vault,
      personal,
      files,
      sent,
      signIn,
      plugin: pluginOn(config.WPORG_API_BASE),
      whiteLabel: {
        fetchLogo: createLogoFetch(),
        hasTextRecord: createTextRecords(),
        checkTemplate,
        previewTemplate: previewOfTemplate,
        renderDistribution: rendering.distribution,
        senders: sendersOf(config, null),
      },
      proofs,
      sendWorkRequest,
      rendering,
      reporting,
      documents: rendering.invoices,
      indexing: indexingOf(config, clock),
      forget: async (_: readonly string[]) => undefined,
      gateways: gatewaysOf(config, clock),
      pumps: [] as Pump[],
      reachableAt: (_: string) => undefined,
      ahrefs: ahrefsOn(config.AHREFS_API_BASE),
      checkPage: createPageCheck(createEgress({ ports: [80, 443] }), () => clock.now()),
      mail: config.SMTP_URL ? createSmtpMail(config.SMTP_URL, config.MAIL_FROM) : noMail,
      sendWebhook: createCustomerWebhooks(secrets),
    };

  const around = await createSandboxOutside(pool, clock);
  const pages = await createSandboxPages(around.state);
  closing.push(() => pages.close());
  // Where this process is reached by the stand-ins' own webhooks; known once it listens.
  let own: string | null = null;
  const hook = (gateway: string) => () => (own === null ? null : `${own}/api/v1/billing/webhooks/${gateway}/`);
  const stripe = await createSandboxStripe(pool, around.state, {
    webhookSecret: SANDBOX_WEBHOOK_SECRET,
    slowMs: SANDBOX_SLOW_MS,
    notifyUrl: hook('stripe'),
  });
  const paypal = await createSandboxPayPal(pool, around.state, {
    webhookId: SANDBOX_WEBHOOK_ID,
    slowMs: SANDBOX_SLOW_MS,
    notifyUrl: hook('paypal'),
    publicBase: () => `${standIns.url}/paypal`,
  });
  const standIns = await serveStandIns(
    new Hono()
      .route('/', sandboxIndexers(around.state, { slowMs: SANDBOX_SLOW_MS }))
      .route('/', sandboxAhrefs(around.state, { slowMs: SANDBOX_SLOW_MS }))
      .route('/', sandboxWporg(around.state, clock, { slowMs: SANDBOX_SLOW_MS }))
      .route('/', stripe.app)
      .route('/', paypal.app),
  );
  closing.push(() => standIns.close());
  const deliver = async () => (await Promise.all([stripe.deliver(), paypal.deliver()])).some(Boolean);
  const sandbox = { ...around, deliver, payments: { stripe, paypal } };
  return {
    sandbox,
    pace,
    vault,
    personal,
    files,
    sent,
    signIn,
    plugin: pluginOn(config.WPORG_API_BASE ?? `${standIns.url}/wporg`, SANDBOX_TIMEOUT_MS),
    whiteLabel: {
      fetchLogo: createLogoFetch(pages.egressOptions),
      hasTextRecord: around.hasTextRecord,
      checkTemplate,
      previewTemplate: previewOfTemplate,
      renderDistribution: rendering.distribution,
      senders: sendersOf(config, () => own ?? ''),
    },
    proofs,
    sendWorkRequest,
    rendering,
    reporting,
    documents: rendering.invoices,
    forget: around.forget,
    gateways: gatewaysOf(withGateways(config, standIns.url), clock),
    pumps: [{ name: 'webhooks of the stand-ins', runOnce: deliver }] as Pump[],
    reachableAt: (url: string) => {
      own = url.replace('//0.0.0.0:', '//127.0.0.1:');
    },
    ahrefs: ahrefsOn(config.AHREFS_API_BASE ?? `${standIns.url}/ahrefs/v3`, SANDBOX_TIMEOUT_MS),
    indexing: indexingOf(withStandIns(config, standIns.url), clock),
    checkPage: createPageCheck(createEgress(pages.egressOptions), () => clock.now()),
    mail: sandbox.mail,
    sendWebhook: sandbox.sendWebhook,
  };
}

/** Where files are kept: a folder beside the database, unless a bucket is named. Several stores may keep theirs in one place. */
function objectsOf(config: Config): ObjectStore {
  const { OBJECT_STORAGE_URL: url, OBJECT_STORAGE_REGION: region } = config;
  if (url === undefined) return createFolderStore(join(config.DATA_DIR, 'objects'));
  const { OBJECT_STORAGE_ACCESS_KEY: accessKey = '', OBJECT_STORAGE_SECRET_KEY: secretKey = '' } = config;
  return createS3Store({ url, region, accessKey, secretKey });
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

const SANDBOX_WEBHOOK_SECRET = 'whsec_of_the_sandbox';
const SANDBOX_WEBHOOK_ID = 'WH-SANDBOX';

/** Payment gateways of a sandbox are its stand-ins, unless another server is named. */
function withGateways(config: Config, url: string): Config {
  return {
    ...config,
    STRIPE_API_BASE: config.STRIPE_API_BASE ?? `${url}/stripe`,
    STRIPE_API_KEY: config.STRIPE_API_KEY ?? 'sk_test_sandbox',
    STRIPE_WEBHOOK_SECRETS: [...config.STRIPE_WEBHOOK_SECRETS, SANDBOX_WEBHOOK_SECRET],
    PAYPAL_API_BASE: config.PAYPAL_API_BASE ?? `${url}/paypal`,
    PAYPAL_CLIENT_ID: config.PAYPAL_CLIENT_ID ?? 'sandbox',
    PAYPAL_CLIENT_SECRET: config.PAYPAL_CLIENT_SECRET ?? 'sandbox',
    PAYPAL_WEBHOOK_ID: config.PAYPAL_WEBHOOK_ID ?? SANDBOX_WEBHOOK_ID,
  };
}

function gatewaysOf(config: Config, clock: Clock): PaymentGateways {
  const now = () => clock.now();
  const timeoutMs = config.SANDBOX ? SANDBOX_TIMEOUT_MS : undefined;
  const { STRIPE_API_KEY: key, PAYPAL_CLIENT_ID: clientId, PAYPAL_CLIENT_SECRET: clientSecret } = config;
  const stripe = { webhookSecrets: config.STRIPE_WEBHOOK_SECRETS, base: config.STRIPE_API_BASE, timeoutMs, now };
  const paypal = { webhookId: config.PAYPAL_WEBHOOK_ID ?? '', base: config.PAYPAL_API_BASE, timeoutMs, now };
  const returnUrl = `${config.PUBLIC_URL?.replace(/\/$/, '') ?? 'http://localhost'}/app/`;
  return {
    ...(key === undefined ? {} : { stripe: createStripeGateway({ key, ...stripe }) }),
    ...(clientId === undefined || clientSecret === undefined
      ? {}
      : { paypal: createPayPalGateway({ clientId, clientSecret, returnUrl, ...paypal }) }),
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
