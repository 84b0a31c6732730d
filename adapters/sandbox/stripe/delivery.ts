import fetch from 'node-fetch';
import type pg from 'pg';
import Stripe from 'stripe';
import { epochMs, plusHours } from '#domain/kernel/time';
import type { SandboxState } from '../state.ts';
import type { EventDoc } from './store.ts';

const TIMEOUT_MS = 10_000;
const RETRY_HOURS = 1;

export type DeliveryOptions = { readonly webhookSecret: string; readonly notifyUrl: () => string | null };
type Queued = { readonly n: number; readonly event: string };

/** Sends the events that are due. One run at a time; several processes share the queue and take each event once. */
export function createDelivery(pool: pg.Pool, state: SandboxState, options: DeliveryOptions): () => Promise<boolean> {
  let running: Promise<boolean> | null = null;

  /** The next attempt is set before this one: a process that dies in it loses nothing. */
  async function take(): Promise<Queued | null> {
    const now = state.now();
    const { rows } = await pool.query<Queued>(
      `UPDATE sandbox.stripe_deliveries SET due = $2 WHERE n = (
         SELECT n FROM sandbox.stripe_deliveries WHERE due <= $1 ORDER BY n LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING n, event`,
      [now, plusHours(now, RETRY_HOURS)],
    );
    return rows[0] ?? null;
  }

  const forget = async ({ n }: Queued): Promise<void> => {
    await pool.query('DELETE FROM sandbox.stripe_deliveries WHERE n = $1', [n]);
  };

  async function post(url: string, { event }: Queued): Promise<boolean> {
    const { rows } = await pool.query<{ doc: EventDoc }>('SELECT doc FROM sandbox.stripe_objects WHERE id = $1', [
      event,
    ]);
    const payload = JSON.stringify(rows[0]?.doc ?? {});
    const timestamp = Math.floor(epochMs(state.now()) / 1000);
    const secret = options.webhookSecret;
    const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
    try {
      const response = await fetch(url, {
        method: 'POST',
        body: payload,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS) as never,
        headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature },
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }

  async function send(url: string, queued: Queued, times: number): Promise<void> {
    let taken = false;
    for (let i = 0; i < times; i++) taken = (await post(url, queued)) || taken;
    if (taken) return forget(queued);
    await pool.query('DELETE FROM sandbox.stripe_deliveries WHERE n = $1 AND until < due', [queued.n]);
  }

  async function run(): Promise<boolean> {
    const heldBack: Queued[] = [];
    let sent = false;
    for (let url = options.notifyUrl(); url !== null; url = options.notifyUrl()) {
      const queued = await take();
      if (queued === null) break;
      const mode = await state.fault('stripe_webhooks');
      if (mode === 'down' || mode === 'refuse') {
        await forget(queued);
        continue;
      }
      if (mode === 'slow') {
        heldBack.push(queued);
        continue;
      }
      await send(url, queued, mode === 'off' ? 1 : 2);
      sent = true;
    }
    for (const queued of heldBack) {
      const url = options.notifyUrl();
      if (url === null) break;
      await send(url, queued, 1);
      sent = true;
    }
    return sent;
  }

  return () => {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
}
