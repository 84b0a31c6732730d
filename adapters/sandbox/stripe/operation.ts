import { instantOf } from '#domain/kernel/time';
import { type Form, integer, text, within } from './form.ts';
import { type ErrorBody, missing } from './refusal.ts';
import type { Doc, Kind, Page, Tx } from './store.ts';

export type Call = {
  readonly tx: Tx;
  /** From the address; empty where it has none. */
  readonly id: string;
  readonly form: Form;
  /** The bank is to refuse the card. */
  readonly refuse: boolean;
  readonly key: string | null;
};
/** A card that is declined is an answer like any other: what it did stays done. */
export type Done = { readonly status: 200 | 402; readonly body: Doc | object };

export type Operation = {
  readonly method: 'get' | 'post' | 'delete';
  /** Below /v1. */
  readonly path: string;
  /** All that it understands. */
  readonly params: readonly string[];
  readonly run: (call: Call) => Promise<Done>;
};

export const done = (body: Doc | object): Done => ({ status: 200, body });
export const declined = (error: Omit<ErrorBody, 'type'> & { readonly message: string }): Done => ({
  status: 402,
  body: { error: { type: 'card_error', ...error } },
});

const PAGING = ['limit', 'starting_after', 'expand'];

export function retrieve(path: string, kind: Kind): Operation {
  const run = async ({ tx, id }: Call) => done(await tx.get(kind, id));
  return { method: 'get', path: `/${path}/:id`, params: ['expand'], run };
}

/** What is listed only of those that exist. */
const OWNERS = ['customer', 'payment_intent', 'charge'] as const;

/** Newest first, a page at a time. `fields` are those of the object by which the list can be narrowed. */
export function listed(path: string, kind: Kind, params: readonly string[], more: Partial<Page> = {}): Operation {
  const run = async ({ tx, form }: Call) => {
    const limit = Math.min(100, Math.max(1, integer(form, 'limit') ?? 10));
    const startingAfter = text(form, 'starting_after');
    if (startingAfter !== null && (await tx.find(kind, startingAfter)) === null)
      throw missing(kind, startingAfter, 'starting_after');
    for (const kind of OWNERS)
      if (params.includes(kind) && text(form, kind) !== null) await tx.get(kind, text(form, kind) ?? '', kind);
    const gte = integer(within(form, 'created'), 'gte');
    const { customer = null, ...where } = Object.fromEntries(params.map((name) => [name, text(form, name)]));
    const from = gte === null ? (more.from ?? null) : later(instantOf(gte * 1000), more.from ?? null);
    const found = await tx.page({ ...more, kind, limit, startingAfter, customer, where, from });
    const data = found.slice(0, limit);
    return done({ object: 'list', url: `/v1/${path}`, has_more: found.length > limit, data });
  };
  return { method: 'get', path: `/${path}`, params: [...PAGING, 'created[gte]', ...params], run };
}

const later = <T extends string>(a: T, b: T | null): T => (b !== null && b > a ? b : a);
