import type { IndexingCreditEvent } from '#domain/plans/indexing-credit';
import { type Projected, type Projection, projection } from '#runtime/projection';
import { bigint, instant, integer, table, text, uuid } from '#runtime/table';
import type { UnitOfWork } from '#runtime/unit-of-work';

export const CREDIT_LEDGER = table(
  'igny8_indexing_credits',
  {
    event_id: uuid,
    account_id: integer,
    position: bigint,
    at: instant,
    change: integer,
    balance_after: integer,
    reason: text,
  },
  { key: ['event_id'], indexes: [['account_id', 'position']], tenant: true },
);
export const CREDIT_BALANCES = table(
  'igny8_indexing_credit_balances',
  { account_id: integer, balance: integer },
  { key: ['account_id'], tenant: true },
);
type Own = Projected<IndexingCreditEvent>;

/** Indexing credits: every change with the balance after it, and each account's balance. */
export const indexingCreditLedger: Projection = projection<IndexingCreditEvent>({
  name: CREDIT_LEDGER.name,
  version: 1,
  tables: [CREDIT_LEDGER, CREDIT_BALANCES],
  on: {
    IndexingCreditsGranted: (rows, event) =>
      booked(rows, event, event.data.quantity, `bought as add-on ${event.data.purchase_id}`),
    IndexingCreditTaken: (rows, event) =>
      booked(rows, event, -1, `indexing request ${event.data.request_id} for link ${event.data.backlink_id}`),
    IndexingCreditReturned: (rows, event) =>
      booked(rows, event, 1, `given back: no service took request ${event.data.request_id}`),
    IndexingCreditsRevoked: (rows, event) =>
      booked(rows, event, -event.data.quantity, `add-on ${event.data.purchase_id} was ${event.data.reason}`),
  },
});

async function booked(rows: UnitOfWork, event: Own, change: number, reason: string): Promise<void> {
  const { account_id } = event.data;
  const before = (await rows.get(CREDIT_BALANCES, { account_id }))?.balance ?? 0;
  const balance = before + change;
  rows.put(CREDIT_BALANCES, { account_id, balance });
  rows.put(CREDIT_LEDGER, {
    event_id: event.id,
    account_id,
    position: event.position,
    at: event.at,
    change,
    balance_after: balance,
    reason,
  });
}
