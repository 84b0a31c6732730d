import { accept, type Decider, type DomainEvent } from '#domain/kernel/decider';
import type { AccountId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import type { By } from './report-messages.ts';

/** `address_key` is a keyed hash: it tells nothing of the address, and outlives its erasure (spec 13, 2.14). */
type Of<Type extends string, Data> = DomainEvent<
  Type,
  { readonly account_id: AccountId; readonly address_key: string } & Data
>;
export type ReportMailingEvent =
  | Of<'ReportUnsubscribed', { readonly by: 'recipient' }>
  | Of<'ReportResubscribed', { readonly by: 'recipient' | By; readonly reason: string | null }>;

export type ReportMailing = { readonly unsubscribedAt: Instant | null };
type Whose = { readonly accountId: AccountId; readonly key: string; readonly now: Instant };
export type ReportMailingCommand =
  | ({ readonly type: 'Unsubscribe' } & Whose)
  | ({ readonly type: 'Resubscribe'; readonly by: 'recipient' | By; readonly reason: string | null } & Whose);

/** Whether an address wants reports of an account; one stream for each of both together. */
export const reportMailing: Decider<ReportMailingCommand, ReportMailing, ReportMailingEvent, never> = {
  initial: { unsubscribedAt: null },
  evolve: (_, event) => {
    switch (event.type) {
      case 'ReportUnsubscribed':
        return { unsubscribedAt: event.at };
      case 'ReportResubscribed':
        return { unsubscribedAt: null };
    }
  },
  decide: (command, state) => {
    const { accountId: account_id, key: address_key, now: at } = command;
    const out = state.unsubscribedAt !== null;
    if (command.type === 'Unsubscribe')
      return out
        ? accept()
        : accept<ReportMailingEvent>({
            type: 'ReportUnsubscribed',
            at,
            data: { account_id, address_key, by: 'recipient' },
          });
    const { by, reason } = command;
    return out
      ? accept<ReportMailingEvent>({ type: 'ReportResubscribed', at, data: { account_id, address_key, by, reason } })
      : accept();
  },
};
