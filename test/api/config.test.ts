import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig, strangeVariables } from '#app/config';

const ed25519 = generateKeyPairSync('ed25519').privateKey;
const pem = ed25519.export({ type: 'pkcs8', format: 'pem' }).toString();
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
const key = randomBytes(32).toString('base64');

const problem = (env: Record<string, string>): string => {
  try {
    loadConfig(env);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('the environment', () => {
  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '1e3.5'],
    ['HOST', 'not a host'],
    ['HOST', 'http://localhost'],
    ['SECRETS_KEY', 'short'],
    ['SECRETS_KEY', randomBytes(16).toString('base64')],
    ['SECRETS_KEYS_PREVIOUS', `${key},x`],
    ['SIGNING_KEY', 'not a key'],
    ['SIGNING_KEY', String(rsa)],
    ['SIGNING_KEYS_PREVIOUS', 'AAAA'],
    ['SIGNING_KEY_FILE', join(tmpdir(), 'is-not-there', 'key.pem')],
    ['MAIL_FROM', 'IGNY8'],
    ['MAIL_FROM', 'IGNY8 <nobody>'],
    ['TEAM_EMAIL', 'delivery'],
    ['PUBLIC_URL', 'business.example.com'],
    ['PUBLIC_URL', 'https://'],
    ['OBJECT_STORAGE_URL', 's3://bucket'],
    ['OBJECT_STORAGE_URL', 'https://s3.example.com/'],
    ['WHITE_LABEL_URL', 'http://reports.example'],
    ['WHITE_LABEL_URL', 'https://reports.igny8.example'],
    ['WHITE_LABEL_MAIL_FROM', 'no-reply@alorig.example'],
    ['WHITE_LABEL_MAIL_FROM', 'nobody'],
    ['SMTP_URL', 'mail.example.com:25'],
    ['DATABASE_URL', 'localhost/igny8'],
    ['RATE_LIMIT_PER_MINUTE', '0'],
    ['INDEXNOW_KEYS', 'www.example.com'],
    ['BILLING_TIME_ZONE', 'Berlin'],
    ['SANDBOX', 'maybe'],
  ])('names %s in one line where it is unfit (%#)', (name, value) => {
    const told = problem({ [name]: value });
    expect(told.split('\n')).toHaveLength(1);
    expect(told).toMatch(new RegExp(`^${name}: `));
  });

  it('takes no address of the web that names a user or a password', () => {
    for (const name of ['PUBLIC_URL', 'OIDC_ISSUER', 'OIDC_JWKS_URL', 'TREE_HEAD_WEBHOOK_URL', 'AHREFS_API_BASE']) {
      const told = problem({ [name]: 'https://user:hidden@host.example/x', OIDC_ISSUER: 'https://issuer.example' });
      if (name !== 'OIDC_ISSUER') expect(told).toMatch(new RegExp(`^${name}: must hold no user name or password`));
      expect(told).not.toContain('hidden');
    }
    const platform = { PLATFORM_WEBHOOK_URL: 'https://key@host.example', PLATFORM_WEBHOOK_SECRET: 's' };
    expect(problem(platform)).toContain('PLATFORM_WEBHOOK_URL: must hold no user name or password');
  });

  it('takes keys as they are made, and what is left empty as not set', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'igny8-key-')), 'key.pem');
    writeFileSync(file, pem);
    const der = ed25519.export({ type: 'pkcs8', format: 'der' }).toString('base64');
    for (const fit of [pem, pem.replaceAll('\n', '\\n'), der]) expect(problem({ SIGNING_KEY: fit })).toBe('');
    expect(problem({ SIGNING_KEY_FILE: file, SECRETS_KEY: key, SECRETS_KEYS_PREVIOUS: `${key}, ${key}` })).toBe('');
    expect(loadConfig({ PORT: '', SECRETS_KEY: ' ', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 });
    expect(loadConfig({ PORT: '0', HOST: '::1' })).toMatchObject({ PORT: 0, HOST: '::1' });
  });

  it('warns of names that are nearly ours, and of none that are not', () => {
    const told = (...names: string[]) => strangeVariables(Object.fromEntries(names.map((name) => [name, 'x'])));
    for (const [typed, meant] of [
      ['DATABSE_URL', 'DATABASE_URL'],
      ['DATABASEURL', 'DATABASE_URL'],
      ['BILLING_TIMEZONE', 'BILLING_TIME_ZONE'],
      ['STRIPE_WEBHOOK_SECRET', 'STRIPE_WEBHOOK_SECRETS'],
      ['SANBDOX', 'SANDBOX'],
      ['secrets_key', 'SECRETS_KEY'],
    ] as const)
      expect(told(typed)).toEqual([expect.stringMatching(new RegExp(`^${typed} .*${meant} meant`))]);
    expect(told('STRIPE_SECRET_KEY')).toEqual([expect.stringContaining('.env.example')]);
    expect(
      told('PATH', 'HOME', 'SHELL', 'PWD', 'HOSTNAME', 'LANG', 'NODE_ENV', 'POSTGRES_URL', 'npm_config_user_agent'),
    ).toEqual([]);
    expect(told('DATABASE_URL', 'PORT')).toEqual([]);
  });
});
