import type pg from 'pg';
import { migrate } from '#adapters/postgres';
import type { Mail, MailPort, SendWebhook } from '#commands/platform/ports';
import type { HasTextRecord } from '#commands/reports/ports-white-label';
import type { Instant } from '#domain/kernel/time';
import type { Clock } from '#runtime/clock';
import { createSandboxState, type FaultMode, type LedgerRow } from './state.ts';

type MailRow = {
  to: string[];
  subject: string;
  at: Instant;
  text: string;
  html: string;
  attachments: { name: string; type: string; size: number }[];
  headers: Record<string, string>;
};

/** The headers of a message that say more than what stands beside them. */
function headersOf({ messageId, from, replyTo, headers = {} }: Mail): Record<string, string> {
  return {
    'Message-ID': messageId,
    ...(from === undefined ? {} : { From: `${from.name} <${from.address}>` }),
    ...(replyTo == null ? {} : { 'Reply-To': replyTo }),
    ...headers,
  };
}

/** The outside world of a sandbox: what reached it is kept in tables of its own, beside the product, and survives it. */
export async function createSandboxOutside(pool: pg.Pool, clock: Clock) {
  await migrate(pool, [
    'CREATE SCHEMA IF NOT EXISTS sandbox',
    `CREATE TABLE IF NOT EXISTS sandbox.mail (
       n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, message_id text NOT NULL, recipients json NOT NULL, subject text NOT NULL,
       at timestamptz NOT NULL, text text NOT NULL, html text NOT NULL, attachments json NOT NULL)`,
    `ALTER TABLE sandbox.mail ADD COLUMN IF NOT EXISTS headers json NOT NULL DEFAULT '{}'`,
    `CREATE TABLE IF NOT EXISTS sandbox.webhooks (
       n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, message_id text NOT NULL, url text NOT NULL, body text NOT NULL, at timestamptz NOT NULL)`,
  ]);
  const state = await createSandboxState(pool, clock);
  const { fault } = state;

  const mail: MailPort = {
    async send(message) {
      const { messageId, to, subject, text, html, attachments = [] } = message;
      const mode = await fault('mail');
      if (mode === 'down') return { outcome: 'rejected', error: 'the mail server does not answer', retry: true };
      if (mode === 'refuse')
        return { outcome: 'rejected', error: '550 the mail server refused the message', retry: false };
      const kept = attachments.map(({ name, type, content }) => ({ name, type, size: content.byteLength }));
      await pool.query(
        'INSERT INTO sandbox.mail (message_id, recipients, subject, at, text, html, attachments, headers) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        [
          messageId,
          JSON.stringify(to),
          subject,
          clock.now(),
          text,
          html,
          JSON.stringify(kept),
          JSON.stringify(headersOf(message)),
        ],
      );
      if (mode === 'lose_answer' || mode === 'half_answer')
        return { outcome: 'lost', error: 'the answer of the mail server was lost', retry: false };
      return { outcome: 'accepted' };
    },
    async wasAccepted(messageId) {
      return (await pool.query('SELECT 1 FROM sandbox.mail WHERE message_id = $1', [messageId])).rows.length > 0;
    },
  };

  /** Nothing leaves the machine: what would have been sent to a customer's system stands in the ledger. */
  const sendWebhook: SendWebhook = async ({ id, url, body }) => {
    const mode = await fault('webhooks');
    if (mode === 'down') return { outcome: 'rejected', error: 'the receiver does not answer', retry: true };
    if (mode === 'refuse') return { outcome: 'rejected', error: 'the receiver answered 410', retry: false, gone: true };
    await pool.query('INSERT INTO sandbox.webhooks (message_id, url, body, at) VALUES ($1, $2, $3, $4)', [
      id,
      url,
      body,
      clock.now(),
    ]);
    if (mode === 'lose_answer' || mode === 'half_answer')
      return { outcome: 'rejected', error: 'the answer was lost', retry: true };
    return { outcome: 'accepted' };
  };

  /** Records that prove a domain count as given, unless `dns` refuses to know them (`refuse`) or says nothing (any other fault). */
  const hasTextRecord: HasTextRecord = async () => {
    const mode = await fault('dns');
    return mode === 'off' ? true : mode === 'refuse' ? false : null;
  };

  const mailLedger = async (): Promise<LedgerRow[]> => {
    const { rows } = await pool.query<{ message_id: string; recipients: string[]; subject: string; at: Instant }>(
      'SELECT message_id, recipients, subject, at FROM sandbox.mail ORDER BY n',
    );
    return rows.map(({ message_id, recipients, subject, at }) => ({
      provider: 'mail',
      operation: 'send',
      idempotency_key: message_id,
      at,
      outcome: 'accepted',
      request: { to: recipients, subject },
    }));
  };
  const webhookLedger = async (): Promise<LedgerRow[]> => {
    const { rows } = await pool.query<{ message_id: string; url: string; body: string; at: Instant }>(
      'SELECT message_id, url, body, at FROM sandbox.webhooks ORDER BY n',
    );
    return rows.map(({ message_id, url, body, at }) => ({
      provider: 'webhooks',
      operation: 'deliver',
      idempotency_key: message_id,
      at,
      outcome: 'accepted',
      request: { url, body: JSON.parse(body) as unknown },
    }));
  };

  return {
    state,
    mail,
    sendWebhook,
    hasTextRecord,
    providers: [...OWN, ...STAND_INS] as readonly string[],
    async outbox(): Promise<MailRow[]> {
      return (
        await pool.query<MailRow>(
          'SELECT recipients AS to, subject, at, text, html, attachments, headers FROM sandbox.mail ORDER BY n',
        )
      ).rows;
    },
    async ledger(provider: string | undefined): Promise<LedgerRow[]> {
      if (provider === 'mail') return mailLedger();
      if (provider === 'webhooks') return webhookLedger();
      const others = await state.ledger(provider);
      return provider === undefined ? [...(await mailLedger()), ...(await webhookLedger()), ...others] : others;
    },
    /** Drops what names any of these texts, as a receiver would who is asked to. */
    async forget(texts: readonly string[]): Promise<void> {
      for (const text of texts) {
        await pool.query(
          `DELETE FROM sandbox.mail WHERE position(lower($1) IN lower(recipients::text || subject || text || html || headers::text)) > 0`,
          [text],
        );
        const json = JSON.stringify(text).slice(1, -1);
        for (const [table, column] of HOLDING)
          await pool.query(
            `UPDATE sandbox.${table} SET ${column} = replace(${column}::text, $1, '[erased]')::json
             WHERE position($1 IN ${column}::text) > 0`,
            [json],
          );
        await pool.query('UPDATE sandbox.webhooks SET body = replace(body, $1, $2) WHERE position($1 IN body) > 0', [
          json,
          '[erased]',
        ]);
      }
    },
    setFault: (provider: string, mode: FaultMode, times: number | null) => state.setFault(provider, mode, times),
  };
}

/** JSON of the stand-ins that names people where their callers do. */
const HOLDING = [
  ['ledger', 'request'],
  ['stripe_objects', 'doc'],
  ['stripe_keys', 'body'],
] as const;

/** Answered in this file, and those that are servers of their own. */
const OWN = ['mail', 'webhooks', 'dns'];
const STAND_INS = [
  'stripe',
  'stripe_webhooks',
  'paypal',
  'paypal_webhooks',
  'pages',
  'speedyindex',
  'omega',
  'linkcentaur',
  'colossus',
  'indexnow',
  'ahrefs',
  'wporg',
];
