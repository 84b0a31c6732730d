import { notFound } from '#api/http/problem';
import type { Crumb, Visit } from '../page.ts';
import { type Link, linkAt, orderAt } from './order-head.tsx';

export const LINK = 'linker/backlinks/{id}/';
export type LinkFound = { readonly link: Link; readonly etag: string | null };
export async function linkOf({ backend, id }: Visit): Promise<LinkFound> {
  const found = await backend.find(LINK, { path: { id } });
  if (found === null) throw notFound('page');
  return { link: found.data, etag: found.etag };
}
export const crumbsOf = ({ id, order_id, source_domain }: Link, below = false): readonly Crumb[] => [
  { label: 'Orders', href: '/app/orders/' },
  { label: `Order ${order_id}`, href: orderAt(order_id) },
  ...(below ? [{ label: source_domain, href: linkAt(id) }] : []),
];
