import type Stripe from 'stripe';
import { customerDoc } from './shapes.ts';
import { subscriptionDoc } from './shapes-more.ts';
import type { Tx } from './store.ts';

export type PlanInput = { readonly account_id: number; readonly plan: string; readonly status: string };
const ENDED: readonly string[] = ['canceled', 'incomplete_expired'];

/** The platform's own subscription of an account, as it now is; one that has ended is followed by a new one. */
export async function planSubscription(tx: Tx, input: PlanInput): Promise<Stripe.Subscription> {
  const metadata = { account_id: String(input.account_id) };
  const current = await currentOf(tx, metadata.account_id);
  const made = current ?? { id: null, created: tx.seconds, customer: await customerOf(tx, metadata) };
  const shape = (id: string) =>
    subscriptionDoc({ id, created: made.created, metadata }, { ...input, customer: String(made.customer) });
  if (made.id === null) {
    const created = await tx.insert('subscription', String(made.customer), shape);
    await tx.emit('customer.subscription.created', created);
    return created;
  }
  const changed = shape(made.id);
  const ended = ENDED.includes(input.status);
  if (ended) Object.assign(changed, { canceled_at: tx.seconds, ended_at: tx.seconds });
  await tx.save(changed);
  await tx.emit(ended ? 'customer.subscription.deleted' : 'customer.subscription.updated', changed);
  return changed;
}

async function currentOf(tx: Tx, account: string): Promise<Stripe.Subscription | null> {
  const { rows } = await tx.client.query<{ doc: Stripe.Subscription }>(
    `SELECT doc FROM sandbox.stripe_objects WHERE kind = 'subscription' AND doc -> 'metadata' ->> 'account_id' = $1
     ORDER BY n DESC LIMIT 1 FOR UPDATE`,
    [account],
  );
  const doc = rows[0]?.doc ?? null;
  return doc === null || ENDED.includes(doc.status) ? null : doc;
}

const customerOf = async (tx: Tx, metadata: Stripe.Metadata): Promise<string> =>
  (await tx.insert('customer', null, (id) => customerDoc({ id, created: tx.seconds, metadata }, null, null))).id;
