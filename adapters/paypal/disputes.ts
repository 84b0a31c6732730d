import type { ProviderNews } from '#commands/billing/ports-payments';
import { type Cents, cents, parseMoney } from '#domain/kernel/money';
import { parseInstant } from '#domain/kernel/time';
import type { Json } from './client.ts';
import { list, object } from './orders.ts';

const amountIn = (money: unknown): Cents | null => parseMoney(String(object(money)['value'] ?? ''));

/** How a dispute stands; null where it is not one that can be understood. */
export function disputeNews(dispute: Json): ProviderNews | null {
  const transaction = list(dispute['disputed_transactions'])[0];
  const amount = amountIn(dispute['dispute_amount']);
  if (!transaction || amount === null) return null;
  return {
    what: 'dispute',
    dispute: String(dispute['dispute_id']),
    amount,
    ...outcomeOf(dispute, amount),
    reference: String(transaction['seller_transaction_id'] ?? ''),
    reason: String(dispute['reason'] ?? 'unknown').toLowerCase(),
    dueBy: parseInstant(String(dispute['seller_response_due_date'] ?? '')),
  };
}

/**
 * By the published meaning of the outcome. `ACCEPTED` means that the seller took the blame, so the money went back, by as much as
 * was refunded; a payout may have been PayPal's own money, so there the movements of the seller's account decide. `NONE` is a
 * case that another about the same payment has taken the place of. What is not known here, or does not say where the money
 * is, is left to a person.
 */
function outcomeOf(dispute: Json, disputed: Cents) {
  if (dispute['status'] !== 'RESOLVED') return { status: 'open' as const };
  const told = object(dispute['dispute_outcome']);
  const outcome = String(told['outcome_code'] ?? 'without an outcome');
  const refunded = amountIn(told['amount_refunded']);
  const taken = takenFromSeller(dispute);
  const lost = (amount: Cents | null) => ({
    status: 'lost' as const,
    lost: amount === null || amount === disputed ? null : amount,
  });
  const unclear = { status: 'unclear' as const, outcome };
  const bySeller = taken ?? refunded;
  switch (outcome) {
    case 'RESOLVED_SELLER_FAVOUR':
    case 'CANCELED_BY_BUYER':
    case 'DENIED':
    case 'NONE':
      return taken === null || taken === 0 ? { status: 'won' as const } : lost(taken);
    case 'RESOLVED_BUYER_FAVOUR':
      return lost(bySeller === 0 ? null : bySeller);
    case 'ACCEPTED':
      return bySeller === null || bySeller === 0 ? unclear : lost(bySeller);
    case 'RESOLVED_WITH_PAYOUT':
      if (taken === null) return unclear;
      return taken === 0 ? { status: 'won' as const } : lost(taken);
    default:
      return unclear;
  }
}

/** What the case has moved out of the seller's account, less what came back; null where PayPal lists no movements. */
function takenFromSeller(dispute: Json): Cents | null {
  const all = list(dispute['money_movements']);
  if (all.length === 0) return null;
  const own = all.filter(({ affected_party }) => affected_party === 'SELLER');
  const net = own.reduce((sum, { type, amount }) => sum + (type === 'DEBIT' ? 1 : -1) * (amountIn(amount) ?? 0), 0);
  return cents(Math.max(0, net));
}
