import { sign } from 'node:crypto';
import type pg from 'pg';
import { crc32 } from '#adapters/paypal/webhook';
import { epochMs, type Instant, plusHours } from '#domain/kernel/time';
import type { SandboxState } from '../state.ts';

const RETRY_HOURS = 1;
const GIVE_UP_HOURS = 72;
type Doc = { readonly [key: string]: unknown };
export type PayPalDeliveryOptions = {
  readonly webhookId: string;
  /** Where notices are sent; null while nobody listens. */
  readonly notifyUrl: () => string | null;
  /** Where this stand-in is reached, as its links say. */
  readonly publicBase: () => string;
};

/** Sends notices as PayPal does: signed, tried again for three days, and with the faults that are set for them. */
export function paypalDelivery(
  pool: pg.Pool,
  state: SandboxState,
  options: PayPalDeliveryOptions,
  privateKey: string,
): () => Promise<boolean> {
  let delivering: Promise<boolean> | null = null;
  async function send(event: { readonly doc: Doc }, url: string): Promise<boolean> {
    const body = JSON.stringify(event.doc);
    const [id, time] = [String(event.doc['id']), state.now()];
    const signed = Buffer.from(`${id}|${time}|${options.webhookId}|${crc32(Buffer.from(body))}`);
    const headers = {
      'Content-Type': 'application/json',
      'PAYPAL-TRANSMISSION-ID': id,
      'PAYPAL-TRANSMISSION-TIME': time,
      'PAYPAL-TRANSMISSION-SIG': sign('sha256', signed, privateKey).toString('base64'),
      'PAYPAL-CERT-URL': `${options.publicBase()}/certs/sandbox.pem`,
      'PAYPAL-AUTH-ALGO': 'SHA256withRSA',
    };
    return fetch(url, { method: 'POST', headers, body }).then(
      async (response) => {
        await response.arrayBuffer();
        return response.ok;
      },
      () => false,
    );
  }
  async function deliverAll(): Promise<boolean> {
    const url = options.notifyUrl();
    if (url === null) return false;
    const { rows } = await pool.query<{ n: string; doc: Doc; at: Instant; held: boolean }>(
      `UPDATE sandbox.paypal_events SET due = $2 WHERE n IN (
         SELECT n FROM sandbox.paypal_events WHERE due IS NOT NULL AND due <= $1 ORDER BY held, n FOR UPDATE SKIP LOCKED)
       RETURNING n, doc, at, held`,
      [state.now(), plusHours(state.now(), RETRY_HOURS)],
    );
    const last: typeof rows = [];
    for (const row of rows.sort((a, b) => Number(a.n) - Number(b.n))) {
      const mode = await state.fault('paypal_webhooks');
      if (mode === 'slow') last.push(row);
      else await settle(row, url, mode === 'down' || mode === 'refuse' ? 0 : mode === 'off' ? 1 : 2);
    }
    for (const row of last) await settle(row, url, 1);
    return rows.length > 0;
  }
  async function settle(row: { n: string; doc: Doc; at: Instant }, url: string, times: number): Promise<void> {
    let taken = times === 0;
    for (let n = 0; n < times; n++) taken = (await send(row, url)) || taken;
    const old = epochMs(state.now()) - Date.parse(String(row.at)) > GIVE_UP_HOURS * 3_600_000;
    if (taken || old) await pool.query('UPDATE sandbox.paypal_events SET due = NULL WHERE n = $1', [row.n]);
  }

  return () => {
    delivering ??= deliverAll().finally(() => {
      delivering = null;
    });
    return delivering;
  };
}
