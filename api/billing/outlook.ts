import type { BillingAccountCommands } from '#commands/billing/billing-account';
import type { BacklinkOrderCommands } from '#commands/links/backlink-order';
import type { BillingAccount } from '#domain/billing/billing-account-messages';
import { formatTaxRate } from '#domain/billing/invoice-lines';
import {
  type NextInvoice,
  nextBillingDate,
  nextInvoice,
  recordedCauses,
  renewalInvoice,
  type Served,
} from '#domain/billing/next-invoice';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { AccountId } from '#domain/kernel/ids';
import { formatMoney } from '#domain/kernel/money';
import type { Instant } from '#domain/kernel/time';
import type { ManagedSubscription } from '#domain/services/managed-subscription';
import type { OutlookReader } from '#projections/billing/outlook-reader';

export type OutlookDeps = {
  readonly rows: OutlookReader;
  readonly billing: Pick<BillingAccountCommands, 'load' | 'endedOrder'>;
  readonly orders: Pick<BacklinkOrderCommands, 'wouldRenew'>;
  readonly zone: Zone;
  readonly now: () => Instant;
};
/** Services as they would be, by their ids; those that are not named stay as they are. */
export type ServicesThen = ReadonlyMap<number, ManagedSubscription>;
export type Outlook = Awaited<ReturnType<ReturnType<typeof accountOutlook>>>;

/**
 * What an account will be billed next as things stand, gathered once: its account, its services, orders that have ended, prepaid orders
 * that renew before. `invoices` puts them together by the deciders that will bill them.
 */
export function accountOutlook({ rows, billing, orders, zone, now }: OutlookDeps) {
  return async (id: number) => {
    const accountId = id as AccountId;
    const at = { today: dayOf(now(), zone), now: now(), accountId };
    const billingDate = nextBillingDate(at.today);
    const [{ state, revision }, services, ended, renewing] = await Promise.all([
      billing.load(id),
      rows.services(id),
      rows.endedOrders(id),
      rows.renewing(id, billingDate),
    ]);
    const domains = await rows.domains([...services, ...renewing].map(({ site_id }) => site_id));
    const domainOf = (site: number): string => domains.get(site) ?? `site ${site}`;
    const bills = (await Promise.all(ended.map((order) => billing.endedOrder(order)))).flatMap((each) => each ?? []);
    const renewals = await Promise.all(
      renewing.map(async ({ id: order, site_id, renews_on }) => ({
        order_id: order,
        on: renews_on ?? billingDate,
        domain: domainOf(site_id),
        ...(await orders.wouldRenew(order)),
      })),
    );

    /** The prepaid invoices until then, and the regular one. */
    function invoices(account: BillingAccount = state, then: ServicesThen = new Map()) {
      const served = services.map(
        (each): Served => ({ state: then.get(each.id) ?? each.state, domain: domainOf(each.site_id) }),
      );
      let standing = account;
      const prepaid = renewals.map(({ order_id, on, held, order, domain }) => {
        if (order === null) return { order_id, on, held, total: null };
        const drafted = renewalInvoice(standing, { order, domain }, { ...at, today: on });
        standing = drafted.account;
        return { order_id, on, held, total: formatMoney(drafted.total) };
      });
      return { prepaid, next: nextInvoice(standing, served, at, bills) };
    }
    return { at, billingDate, account: state, revision, invoices };
  };
}

/** An invoice that is not there yet, as it is answered. */
export const sideOf = ({ lines, subtotal, taxRate, tax, total, carriedOver }: NextInvoice) => ({
  lines: lines.map(({ amount_cents, causes, purchase_id: _, month: __, ...line }) => ({
    ...line,
    amount: formatMoney(amount_cents),
    causes: recordedCauses(causes),
    sector_id: null,
  })),
  subtotal: formatMoney(subtotal),
  tax_rate: formatTaxRate(taxRate),
  tax: formatMoney(tax),
  total: formatMoney(total),
  carried_over: carriedOver,
});
