import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parsedUrl } from '#domain/kernel/web-address';

/** What settings are made of: each says, of a variable's text, what is to be done where it does not fit. */

export const flag = z
  .enum(['true', 'false', '1', '0', ''])
  .default('false')
  .transform((value) => value === 'true' || value === '1');
export const number = (standard: number, min: number, max: number) =>
  z
    .string()
    .default('')
    .transform((text, context): number => {
      if (text.trim() === '') return standard;
      const value = Number(text);
      if (Number.isSafeInteger(value) && value >= min && value <= max) return value;
      context.addIssue({ code: 'custom', message: `must be a whole number from ${min} to ${max}` });
      return z.NEVER;
    });
export const optional = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value.trim() === '' ? undefined : value.trim()));
export const split = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
export const list = z.string().default('').transform(split);
/** Where something is reached. Of the web, an address must be whole and name nobody: what it names ends up in logs and errors. */
export const address = (...schemes: string[]) =>
  optional.superRefine((value, context) => {
    if (value === undefined) return;
    const refuse = (message: string) => context.addIssue({ code: 'custom', message });
    if (!schemes.some((scheme) => value.startsWith(`${scheme}:`)))
      return refuse(`must begin with ${schemes.join(': or ')}:`);
    if (!schemes.includes('http')) return;
    const url = parsedUrl(value);
    if (!url) return refuse(`must be an address such as ${schemes.at(-1)}://host.example`);
    if (url.username || url.password)
      refuse('must hold no user name or password: an address is named in logs and errors');
  });

/** One private key for signing, PEM or PKCS #8 DER as base64. */
export function isSigningKey(text: string): boolean {
  try {
    const pem = text.trim().startsWith('-----');
    const key = pem
      ? createPrivateKey(text.trim().replaceAll('\\n', '\n'))
      : createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
    return key.asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}
export const isSecretsKey = (text: string): boolean =>
  /^[A-Za-z0-9+/]+={0,2}$/.test(text) && Buffer.from(text, 'base64').byteLength === 32;
export const SIGNING_KEY_FORM = 'must be an Ed25519 private key as PEM or as PKCS #8 DER in base64';
export const SECRETS_KEY_FORM = 'must be 32 bytes as base64, such as `openssl rand -base64 32` prints';
export const HOST_NAME = /^(?!-)[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*$/;
/** An address alone, or with a name before it. */
export const MAILBOX = /^(?:[^<>@]*<\s*[^\s<>@]+@[^\s<>@]+\s*>|[^\s<>@]+@[^\s<>@]+)$/;

export const mailbox = (standard: string) =>
  z
    .string()
    .default(standard)
    .refine((text) => MAILBOX.test(text.trim()), 'must be an e-mail address, alone or as Name <name@host.example>');

/** Lines of a text that is one line in the environment. */
export const textLines = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(/\||\\n|\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
  .refine(
    (lines) => lines.length <= 8 && lines.every((line) => line.length <= 120),
    'must be at most 8 lines of at most 120 characters, separated by |',
  );

export function unfitKeyFile(file: string): string | null {
  try {
    return isSigningKey(readFileSync(file, 'utf8'))
      ? null
      : `the file ${file} ${SIGNING_KEY_FORM.replace('be', 'hold')}`;
  } catch (error) {
    return `the file ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`;
  }
}
