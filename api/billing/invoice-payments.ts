import { Problem, stillBeing } from '#api/http/problem';
import type { BillingAccountCommands } from '#commands/billing/billing-account';
import { defaultMethod } from '#domain/billing/billing-account-drafts';
import type { Collection, MethodGateway } from '#domain/billing/billing-account-messages';
import type { InvoiceRow } from '#projections/billing/invoice-tables';

type Deps = {
  readonly billing: Pick<BillingAccountCommands, 'load'>;
  readonly takes: (gateway: MethodGateway) => boolean;
};
export type CollectionOf = (row: InvoiceRow, gateway: 'stripe' | 'paypal') => Promise<Collection>;

/** How a payment that somebody starts is made: a card is the newest that was proven. */
export const collectionBy =
  ({ billing, takes }: Deps): CollectionOf =>
  async (row, gateway) => {
    const bad = (message: string) =>
      new Problem('invalid_values', message, { errors: [{ pointer: '/gateway', message }] });
    if (!takes(gateway)) throw bad(`${gateway} is not configured here`);
    if (gateway === 'paypal') return { gateway, method_id: null, customer: null, method: null };
    const { state } = await billing.load(row.account_id);
    const method = defaultMethod({ ...state, methods: state.methods.filter((each) => each.gateway === 'stripe') });
    // The call that proves a card follows on its own; nobody is needed for it as long as there is no set-up to be entered.
    const proving = state.methods.some(
      (each) => each.gateway === 'stripe' && each.status === 'pending' && !each.object,
    );
    if (method === null && proving) throw stillBeing('proven', 'pending', 'the card');
    if (method === null) throw bad('the account has no card that was proven');
    return { gateway, method_id: method.id, customer: method.customer, method: method.method };
  };
