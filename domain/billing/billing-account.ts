import { accept, type Decider, type Decision } from '#domain/kernel/decider';
import { draftInvoice, draftPrepaid } from './billing-account-drafts.ts';
import type {
  BillingAccount,
  BillingAccountCommand,
  BillingAccountEvent,
  BillingAccountRefusal,
  BillingDetails,
} from './billing-account-messages.ts';
import { decideMethod } from './billing-account-methods.ts';
import { evolveBillingAccount, noBillingAccount } from './billing-account-state.ts';
import { billingDateOf } from './invoice-lines.ts';

type Decided = Decision<BillingAccountEvent, BillingAccountRefusal>;

/**
 * The one place that decides what is billed: whatever runs twice, an item stands in at most one invoice that is not void,
 * because all of an account's items and drafts are in this one stream.
 */
export const billingAccount: Decider<
  BillingAccountCommand,
  BillingAccount,
  BillingAccountEvent,
  BillingAccountRefusal
> = {
  initial: noBillingAccount,
  evolve: evolveBillingAccount,
  decide: (command, state): Decided => {
    const { accountId: account_id, now: at } = command;
    switch (command.type) {
      case 'AddBillable': {
        const { billable, billingDate: billing_date } = command;
        if (state.billables[billable.key]) return accept();
        return accept({ type: 'BillableAdded', at, data: { account_id, billable, billing_date } });
      }
      case 'DraftInvoice':
        return draftInvoice(command, state);
      case 'DraftPrepaid':
        return draftPrepaid(command, state);
      case 'ReleaseInvoice': {
        const draft = state.drafts[command.invoiceId];
        if (!draft) return accept();
        const billing_date = draft.kind === 'regular' ? billingDateOf(command.today) : null;
        return accept({
          type: 'InvoiceReleased',
          at,
          data: { account_id, invoice_id: command.invoiceId, billing_date },
        });
      }
      case 'GrantCredit': {
        const { noteId: note_id, number, invoiceId: invoice_id, amount: amount_cents } = command;
        if (state.credits.some((credit) => credit.note_id === note_id)) return accept();
        const data = { account_id, note_id, number, invoice_id, amount_cents };
        return accept({ type: 'AccountCreditGranted', at, data });
      }
      case 'SetBillingDetails': {
        const { details } = command;
        if (state.details && isSame(state.details, details)) return accept();
        return accept({ type: 'BillingDetailsSet', at, data: { account_id, ...details } });
      }
      case 'SetTaxRate': {
        if (command.rate === state.taxRate) return accept();
        return accept({ type: 'TaxRateSet', at, data: { account_id, tax_rate: command.rate, reason: command.reason } });
      }
      case 'AddMethod':
      case 'SettleMethod':
      case 'RemoveMethod':
        return decideMethod(command, state);
    }
  },
};

const isSame = (a: BillingDetails, b: BillingDetails): boolean =>
  a.name === b.name &&
  a.tax_id === b.tax_id &&
  a.email === b.email &&
  a.country === b.country &&
  a.address_lines.length === b.address_lines.length &&
  a.address_lines.every((line, n) => line === b.address_lines[n]);
