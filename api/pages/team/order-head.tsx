import { notFound } from '#api/http/problem';
import type { Schemas } from '#client/types';
import { accountNames, domainsOf } from '../names.ts';
import type { Crumb, Visit } from '../page.ts';
import { spoken } from '../schema-fields.ts';

export type Order = Schemas['BacklinkOrder'];
export type Link = Schemas['Backlink'];
export const ORDERS_AT = '/app/orders/';
export const orderAt = (id: number): string => `${ORDERS_AT}${id}/`;
export const linkAt = (id: number): string => `/app/backlinks/${id}/`;

export type OrderFound = {
  readonly order: Order;
  readonly etag: string | null;
  readonly domain: string;
  readonly client: string;
};

/** The order that the address names, with what people call its site and its client. */
export async function orderOf({ backend }: Visit, id: number): Promise<OrderFound> {
  const found = await backend.find('services/backlink-orders/{id}/', { path: { id } });
  if (found === null) throw notFound('page');
  const order = found.data;
  const [domains, names] = await Promise.all([
    domainsOf(backend, [order.site_id]),
    accountNames(backend, [order.account_id]),
  ]);
  return { order, etag: found.etag, domain: domains(order.site_id), client: names(order.account_id) };
}

export const orderCrumbs = ({ order, domain }: OrderFound, below = false): readonly Crumb[] => [
  { label: 'Orders', href: ORDERS_AT },
  ...(below ? [{ label: `Order ${order.id} for ${domain}`, href: orderAt(order.id) }] : []),
];

/** `Growth package`, `Custom`, `Pass-through`: what an order is priced as. */
export function soldAs({ package: name, pricing_mode: mode }: Pick<Order, 'package' | 'pricing_mode'>): string {
  if (mode === 'pass_through') return 'Pass-through';
  return name === null || name === 'custom' ? 'Custom' : `${spoken(name)} package`;
}

/** An order that links can still be placed for, or that can still be called off. */
export const isRunning = ({ status }: Pick<Order, 'status'>): boolean =>
  status === 'approved' || status === 'in_progress';
