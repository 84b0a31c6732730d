import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import { appended, changed, mapped, unmapped } from '#domain/kernel/fold';
import type { AccountId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';

type Of<Type extends string, Data = unknown> = DomainEvent<Type, { readonly account_id: AccountId } & Data>;

/** The ledger of an account's indexing credits (Boost, spec 3.4 and 4.3). */
export type IndexingCreditEvent =
  | Of<'IndexingCreditsGranted', { readonly quantity: number; readonly purchase_id: number }>
  | Of<'IndexingCreditTaken', { readonly request_id: number; readonly backlink_id: number }>
  | Of<'IndexingCreditReturned', { readonly request_id: number; readonly backlink_id: number }>
  /** A purchase whose money went back. */
  | Of<'IndexingCreditsRevoked', { readonly quantity: number; readonly purchase_id: number; readonly reason: string }>;

type Taken = { readonly request: number; readonly backlink: number; readonly returned: boolean };
export type IndexingCreditLedger = {
  readonly balance: number;
  readonly taken: readonly Taken[];
  readonly purchases: ReadonlyMap<number, number>;
};
export type IndexingCreditCommand = { readonly accountId: AccountId; readonly now: Instant } & (
  | { readonly type: 'Grant'; readonly quantity: number; readonly purchaseId: number }
  | { readonly type: 'Take'; readonly requestId: number; readonly backlinkId: number }
  | { readonly type: 'GiveBack'; readonly requestId: number }
  | { readonly type: 'Revoke'; readonly purchaseId: number; readonly reason: string }
);
export type IndexingCreditRefusal = { readonly code: 'no_credits'; readonly message: string };

/** One stream an account, so that no credit is spent twice. A request takes one, once. */
export const indexingCredits: Decider<
  IndexingCreditCommand,
  IndexingCreditLedger,
  IndexingCreditEvent,
  IndexingCreditRefusal
> = {
  initial: { balance: 0, taken: [], purchases: new Map() },
  evolve: (state, event) => {
    switch (event.type) {
      case 'IndexingCreditsGranted': {
        const { purchase_id, quantity } = event.data;
        const purchases = mapped(state.purchases, purchase_id, quantity);
        return { ...state, balance: state.balance + quantity, purchases };
      }
      case 'IndexingCreditTaken': {
        const taken = { request: event.data.request_id, backlink: event.data.backlink_id, returned: false };
        return { ...state, balance: state.balance - 1, taken: appended(state.taken, taken) };
      }
      case 'IndexingCreditReturned': {
        const taken = changed(
          state.taken,
          ({ request }) => request === event.data.request_id,
          (each) => ({ ...each, returned: true }),
        );
        return { ...state, balance: state.balance + 1, taken };
      }
      case 'IndexingCreditsRevoked': {
        const purchases = unmapped(state.purchases, event.data.purchase_id);
        return { ...state, balance: state.balance - event.data.quantity, purchases };
      }
    }
  },
  decide: (command, state) => {
    const { accountId: account_id, now: at } = command;
    switch (command.type) {
      case 'Grant': {
        const { quantity, purchaseId: purchase_id } = command;
        if (state.purchases.has(purchase_id)) return accept();
        return accept({ type: 'IndexingCreditsGranted', at, data: { account_id, quantity, purchase_id } });
      }
      case 'Take': {
        const { requestId: request_id, backlinkId: backlink_id } = command;
        if (state.taken.some(({ request }) => request === request_id)) return accept();
        if (state.balance < 1)
          return refuse({ code: 'no_credits', message: 'the account has no indexing credit left' });
        return accept({ type: 'IndexingCreditTaken', at, data: { account_id, request_id, backlink_id } });
      }
      case 'GiveBack': {
        const taken = state.taken.find(({ request }) => request === command.requestId);
        if (!taken || taken.returned) return accept();
        const data = { account_id, request_id: taken.request, backlink_id: taken.backlink };
        return accept({ type: 'IndexingCreditReturned', at, data });
      }
      case 'Revoke': {
        const granted = state.purchases.get(command.purchaseId);
        if (granted === undefined) return accept();
        const quantity = Math.min(granted, Math.max(0, state.balance));
        const data = { account_id, quantity, purchase_id: command.purchaseId, reason: command.reason };
        return accept({ type: 'IndexingCreditsRevoked', at, data });
      }
    }
  },
};
