import { isIP } from 'node:net';
import { z } from 'zod';
import type { Seller } from '#domain/billing/seller';
import { parseZone, type Zone } from '#domain/kernel/calendar';
import { type Instant, parseInstant } from '#domain/kernel/time';
import { houseWordIn } from '#domain/platform/house-words';
import {
  address,
  flag,
  HOST_NAME,
  isSecretsKey,
  isSigningKey,
  list,
  MAILBOX,
  mailbox,
  number,
  optional,
  SECRETS_KEY_FORM,
  SIGNING_KEY_FORM,
  split,
  textLines,
  unfitKeyFile,
} from './config-settings.ts';
import { strangeAmong } from './config-strange.ts';

const INDEXING_SERVICES = ['speedyindex', 'omega', 'colossus', 'linkcentaur', 'manual'] as const;
type IndexingServiceName = (typeof INDEXING_SERVICES)[number];

/** The environment is not fit to start with; every line of the message names a variable and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const schema = z.object({
  PORT: number(3000, 0, 65_535),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine((host) => isIP(host) !== 0 || HOST_NAME.test(host), 'must be an address or a name of this machine'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: address('postgres', 'postgresql'),
  EVENTSTORE_URL: address('esdb', 'esdb+discover', 'kurrentdb', 'kurrentdb+discover'),
  BILLING_TIME_ZONE: z
    .string()
    .default('UTC')
    .transform((name, context): Zone => {
      const zone = parseZone(name);
      if (zone) return zone;
      context.addIssue({ code: 'custom', message: 'must be an IANA time zone such as Europe/Berlin' });
      return z.NEVER;
    }),
  BOOTSTRAP_ADMIN_TOKEN: optional,
  SANDBOX: flag,
  SANDBOX_CLOCK: optional.transform((value, context): Instant | undefined => {
    const at = value === undefined ? undefined : parseInstant(value);
    if (at === null)
      context.addIssue({ code: 'custom', message: 'must be an RFC 3339 timestamp such as 2026-06-17T10:00:00Z' });
    return at ?? undefined;
  }),
  /** Under which name launch flags are set for this installation alone. */
  LAUNCH_ENVIRONMENT: z.enum(['staging', 'production']).optional(),
  PUBLIC_URL: address('http', 'https'),
  PLATFORM_WEBHOOK_URL: address('http', 'https'),
  PLATFORM_WEBHOOK_SECRET: optional,
  SECRETS_KEY: optional.refine((key) => key === undefined || isSecretsKey(key), SECRETS_KEY_FORM),
  /** Keys that SECRETS_KEY took the place of: what they seal is still opened, and sealed anew by `secrets rotate`. */
  SECRETS_KEYS_PREVIOUS: list.refine((keys) => keys.every(isSecretsKey), SECRETS_KEY_FORM),
  /** Ed25519 private key that heads of the log are signed with; or the file it is in. */
  SIGNING_KEY: optional.refine((key) => key === undefined || isSigningKey(key), SIGNING_KEY_FORM),
  SIGNING_KEY_FILE: optional.superRefine((file, context) => {
    if (file === undefined) return;
    const message = unfitKeyFile(file);
    if (message) context.addIssue({ code: 'custom', message });
  }),
  /** Keys that it took the place of: they sign the handover. */
  SIGNING_KEYS_PREVIOUS: list.refine((keys) => keys.every(isSigningKey), SIGNING_KEY_FORM),
  /** Where published heads of the log are kept, beyond the reach of whoever administers the database. */
  TREE_HEAD_FILE: optional,
  TREE_HEAD_WEBHOOK_URL: address('http', 'https'),
  /** Years after the one of issue for which invoices are kept legible, whoever is erased. */
  INVOICE_RETENTION_YEARS: number(10, 0, 100),
  SMTP_URL: address('smtp', 'smtps'),
  MAIL_FROM: mailbox('IGNY8 <no-reply@igny8.example>'),
  TEAM_EMAIL: mailbox('delivery@alorig.example'),
  /** Who issues the invoices: lines are separated by `|` or `\n`. */
  SELLER_NAME: z.string().trim().max(80).default(''),
  SELLER_ADDRESS: textLines,
  SELLER_TAX_ID: optional.refine((id) => id === undefined || id.length <= 60, 'must have at most 60 characters'),
  SELLER_BANK: textLines,
  SELLER_EMAIL: optional.refine((text) => text === undefined || MAILBOX.test(text), 'must be an e-mail address'),
  /** A bucket of a server that speaks S3, and what names begin with behind it; a folder in DATA_DIR where it is not set. */
  OBJECT_STORAGE_URL: address('http', 'https'),
  OBJECT_STORAGE_REGION: z.string().trim().default('us-east-1'),
  OBJECT_STORAGE_ACCESS_KEY: optional,
  OBJECT_STORAGE_SECRET_KEY: optional,
  /** Where links of white-labelled reports lead that have no domain of their own: a host that names nobody. */
  WHITE_LABEL_URL: address('https'),
  /** Whom mail of white-labelled reports is from; the agency's name stands before it. */
  WHITE_LABEL_MAIL_FROM: optional.refine(
    (text) => text === undefined || MAILBOX.test(text),
    'must be an e-mail address',
  ),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  OIDC_ISSUER: address('http', 'https'),
  OIDC_AUDIENCE: optional,
  OIDC_JWKS_URL: address('http', 'https'),
  STRIPE_API_KEY: optional,
  STRIPE_API_BASE: address('http', 'https'),
  /** Signing secrets of the webhook endpoint; several while one is rolled. */
  STRIPE_WEBHOOK_SECRETS: list,
  PAYPAL_CLIENT_ID: optional,
  PAYPAL_CLIENT_SECRET: optional,
  PAYPAL_WEBHOOK_ID: optional,
  PAYPAL_API_BASE: address('http', 'https'),
  AHREFS_API_BASE: address('http', 'https'),
  /** Indexing services in the order in which they are tried. */
  INDEXING_SERVICES: z
    .string()
    .default('speedyindex,omega')
    .transform((names, context): IndexingServiceName[] => {
      const all = split(names) as IndexingServiceName[];
      const strange = all.find((name) => !INDEXING_SERVICES.includes(name));
      if (all.length > 0 && strange === undefined && new Set(all).size === all.length) return all;
      context.addIssue({ code: 'custom', message: `must name some of ${INDEXING_SERVICES.join(', ')}, each once` });
      return z.NEVER;
    }),
  SPEEDYINDEX_API_BASE: address('http', 'https'),
  SPEEDYINDEX_API_KEY: optional,
  /** How SpeedyIndex is paid; `per_submission` is for accounts that it has allowed to. */
  SPEEDYINDEX_BILLING: z.enum(['classic', 'per_indexed', 'per_submission']).default('per_indexed'),
  OMEGA_API_BASE: address('http', 'https'),
  OMEGA_API_KEY: optional,
  LINKCENTAUR_API_BASE: address('http', 'https'),
  LINKCENTAUR_API_KEY: optional,
  /** The whole address that is posted to: nothing is published of its API. */
  COLOSSUS_API_BASE: address('http', 'https'),
  COLOSSUS_API_KEY: optional,
  INDEXNOW_API_BASE: address('http', 'https'),
  /** `host=key` for each host whose IndexNow key file we put up. */
  INDEXNOW_KEYS: list.refine(
    (pairs) => pairs.every((pair) => /^[^=\s]+=[A-Za-z0-9-]{8,128}$/.test(pair)),
    'must be host=key, with keys of 8 to 128 letters, digits and dashes, separated by commas',
  ),
  /** Where wordpress.org tells how the plugin is doing. */
  WPORG_API_BASE: address('http', 'https'),
  /** Read models that are behind and have not moved for longer make the process not ready. */
  READY_MAX_LAG_SECONDS: number(30, 1, 86_400),
  RATE_LIMIT_PER_MINUTE: number(6000, 1, 1_000_000),
  /** Threads that draw reports, invoices and other documents. */
  RENDER_WORKERS: number(1, 1, 8),
  /** Proxies in front whose X-Forwarded-For entry is believed. */
  TRUST_PROXY: number(0, 0, 10),
});

export type Config = Readonly<z.output<typeof schema>> & {
  readonly environment: string;
  /** From the settings that begin with `SELLER_`. */
  readonly seller: Seller;
};

/** Every variable this release reads; the example file and the compose file are checked against it. */
export const VARIABLES = Object.keys(schema.shape);

/** A warning for each variable that is nearly one of ours (`DATABSE_URL`), or of a family of ours and not read. */
export const strangeVariables = (env: Readonly<Record<string, string | undefined>>): readonly string[] =>
  strangeAmong(env, VARIABLES);

const LOOPBACK = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?(\/|$)/;

const PROVIDER_BASES = [
  'STRIPE_API_BASE',
  'PAYPAL_API_BASE',
  'AHREFS_API_BASE',
  'SPEEDYINDEX_API_BASE',
  'OMEGA_API_BASE',
  'LINKCENTAUR_API_BASE',
  'COLOSSUS_API_BASE',
  'INDEXNOW_API_BASE',
  'WPORG_API_BASE',
] as const;

const sellerOf = (config: z.output<typeof schema>): Seller => ({
  name: config.SELLER_NAME || 'Alorig',
  address_lines: config.SELLER_ADDRESS,
  tax_id: config.SELLER_TAX_ID ?? null,
  bank: config.SELLER_BANK,
  email: config.SELLER_EMAIL ?? config.TEAM_EMAIL,
});

/** Reads the environment once. Throws `ConfigError` that names every unfit variable and combination. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const result = schema.safeParse(env);
  if (!result.success) {
    throw new ConfigError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  const config = result.data;
  const problems = [
    config.SANDBOX && Object.values(env).some((value) => value?.startsWith('sk_live_') || value?.startsWith('rk_live_'))
      ? 'SANDBOX: a live payment key is set; a sandbox must not hold one'
      : null,
    config.SANDBOX && config.SMTP_URL ? 'SMTP_URL: in a sandbox mail goes to the outbox; leave it unset' : null,
    config.SANDBOX && config.PLATFORM_WEBHOOK_URL && !LOOPBACK.test(config.PLATFORM_WEBHOOK_URL)
      ? 'PLATFORM_WEBHOOK_URL: nothing leaves the machine in a sandbox; name an address of this machine or leave it unset'
      : null,
    ...PROVIDER_BASES.map((name) => {
      const base = config[name];
      return config.SANDBOX && base && !LOOPBACK.test(base)
        ? `${name}: nothing leaves the machine in a sandbox; name an address of this machine or leave it unset`
        : null;
    }),
    config.SANDBOX && config.TREE_HEAD_WEBHOOK_URL && !LOOPBACK.test(config.TREE_HEAD_WEBHOOK_URL)
      ? 'TREE_HEAD_WEBHOOK_URL: nothing leaves the machine in a sandbox; name an address of this machine or leave it unset'
      : null,
    config.SANDBOX && config.OBJECT_STORAGE_URL && !LOOPBACK.test(config.OBJECT_STORAGE_URL)
      ? 'OBJECT_STORAGE_URL: nothing leaves the machine in a sandbox; name an address of this machine or leave it unset'
      : null,
    config.OBJECT_STORAGE_URL && new URL(config.OBJECT_STORAGE_URL).pathname === '/'
      ? 'OBJECT_STORAGE_URL: must name a bucket, such as https://s3.example.com/reports'
      : null,
    config.OBJECT_STORAGE_URL &&
    new URL(config.OBJECT_STORAGE_URL).pathname !== '/' &&
    !(config.OBJECT_STORAGE_ACCESS_KEY && config.OBJECT_STORAGE_SECRET_KEY)
      ? 'OBJECT_STORAGE_ACCESS_KEY and OBJECT_STORAGE_SECRET_KEY: needed with OBJECT_STORAGE_URL'
      : null,
    ...(['WHITE_LABEL_URL', 'WHITE_LABEL_MAIL_FROM'] as const).map((name) =>
      houseWordIn(config[name] ?? '') === null
        ? null
        : `${name}: must not name IGNY8 or Alorig, as it stands in what goes out under an agency’s brand`,
    ),
    config.WHITE_LABEL_URL &&
    config.PUBLIC_URL &&
    new URL(config.WHITE_LABEL_URL).host === new URL(config.PUBLIC_URL).host
      ? 'WHITE_LABEL_URL: must be another host than PUBLIC_URL, as nothing but reports of agencies is served there'
      : null,
    config.SIGNING_KEY && config.SIGNING_KEY_FILE ? 'SIGNING_KEY and SIGNING_KEY_FILE: set one of them' : null,
    config.COLOSSUS_API_KEY && !config.COLOSSUS_API_BASE
      ? 'COLOSSUS_API_BASE: needed with COLOSSUS_API_KEY, as nothing is published of its API'
      : null,
    !config.SANDBOX && config.BOOTSTRAP_ADMIN_TOKEN && config.BOOTSTRAP_ADMIN_TOKEN.length < 16
      ? 'BOOTSTRAP_ADMIN_TOKEN: must have at least 16 characters outside of a sandbox'
      : null,
    (config.STRIPE_API_KEY === undefined) !== (config.STRIPE_WEBHOOK_SECRETS.length === 0) && !config.SANDBOX
      ? 'STRIPE_API_KEY and STRIPE_WEBHOOK_SECRETS: one is of no use without the other'
      : null,
    !config.SANDBOX &&
    new Set(
      [config.PAYPAL_CLIENT_ID, config.PAYPAL_CLIENT_SECRET, config.PAYPAL_WEBHOOK_ID].map((v) => v === undefined),
    ).size > 1
      ? 'PAYPAL_CLIENT_ID, PAYPAL_CLIENT_SECRET and PAYPAL_WEBHOOK_ID: set all of them or none'
      : null,
    !config.SANDBOX && config.SANDBOX_CLOCK
      ? 'SANDBOX_CLOCK: only a sandbox has a test clock; set SANDBOX=true or leave it unset'
      : null,
    config.PLATFORM_WEBHOOK_URL && !config.PLATFORM_WEBHOOK_SECRET
      ? 'PLATFORM_WEBHOOK_SECRET: needed to sign what goes to PLATFORM_WEBHOOK_URL'
      : null,
    (config.OIDC_AUDIENCE || config.OIDC_JWKS_URL) && !config.OIDC_ISSUER
      ? 'OIDC_ISSUER: needed where OIDC_AUDIENCE or OIDC_JWKS_URL is set'
      : null,
  ].filter((problem) => problem !== null);
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return { ...config, environment: config.SANDBOX ? 'sandbox' : 'live', seller: sellerOf(config) };
}
