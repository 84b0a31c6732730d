import type { EffectKind, PayloadOf, ResultOf } from '#domain/kernel/effect-kind';
import type { EffectCall, EffectHandler, EffectOutcome } from './effect-handler.ts';
import type { Saga } from './saga.ts';

/** One call of a kind: its payload is what whoever asks for it must give. */
export type CallOf<K extends EffectKind> = Omit<EffectCall, 'payload'> & { readonly payload: PayloadOf<K> };
export type OutcomeOf<K extends EffectKind> =
  | { readonly outcome: 'succeeded'; readonly result: ResultOf<K> }
  | Exclude<EffectOutcome, { readonly outcome: 'succeeded' }>;
/** How a kind is carried out: an effect handler with its payload and result typed. */
export type HandlerOf<K extends EffectKind> = Omit<EffectHandler, 'call' | 'lookUp' | 'callMany'> & {
  readonly call: (call: CallOf<K>) => Promise<OutcomeOf<K>>;
  readonly lookUp?: (call: CallOf<K>) => Promise<OutcomeOf<K> | { readonly outcome: 'not_done' }>;
  readonly callMany?: (calls: readonly CallOf<K>[]) => Promise<readonly OutcomeOf<K>[]>;
};
/** One handler, or of a family one for each of its members. */
type Carried<K extends EffectKind> = K extends { readonly family: true }
  ? Readonly<Record<string, HandlerOf<K>>>
  : HandlerOf<K>;
type Table<K extends readonly EffectKind[]> = {
  readonly [N in K[number]['name']]: Carried<Extract<K[number], { readonly name: N }>>;
};

const KINDS = Symbol('kinds');
/**
 * Handlers by the names under which their kinds are stored, with the kinds themselves: which members a family has depends on
 * what is configured, and it may have none.
 */
export type Handlers = Readonly<Record<string, EffectHandler>> & { readonly [KINDS]?: readonly EffectKind[] };

/** What a room carries out. A kind of its list without a handler, or a handler without its kind, does not compile. */
export function handlersOf<const K extends readonly EffectKind[]>(kinds: K, table: Table<K>): Handlers {
  // A payload is stored as it was asked for under the same kind: taken at its word, here and nowhere else.
  const all = table as unknown as Record<string, EffectHandler & Record<string, EffectHandler>>;
  const stored: Record<string, EffectHandler> & { [KINDS]: readonly EffectKind[] } = { [KINDS]: kinds };
  for (const { name, family } of kinds) {
    const found = all[name];
    if (!found) continue;
    if (!family) stored[name] = found;
    else for (const [member, handler] of Object.entries<EffectHandler>(found)) stored[`${name}_${member}`] = handler;
  }
  return stored;
}

/** What several files of one room carry out; their kinds are all still known. */
export const together = (...parts: readonly Handlers[]): Handlers =>
  Object.assign({}, ...parts, { [KINDS]: parts.flatMap((part) => part[KINDS] ?? []) });

/** Inside this system only: repeating it changes nothing, so no attempt is recorded beforehand. */
export const internally = <K extends EffectKind>(call: (call: CallOf<K>) => Promise<OutcomeOf<K>>) => ({
  internal: true as const,
  whenLost: 'resend' as const,
  call,
});
export const done = <R extends object>(result: R) => ({ outcome: 'succeeded' as const, result });
/** Certainly not carried out, and trying again would not help. */
export const gaveUp = (error: string) => ({ outcome: 'failed' as const, error, retry: false });
/** Not carried out yet: it is tried again. */
export const again = (error: string) => ({ outcome: 'failed' as const, error, retry: true });
type Handled = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly message: string } };
/** Of a command whose refusal is final. */
export const outcomeOf = (handled: Handled) => (handled.ok ? done({}) : gaveUp(handled.refusal.message));

/** Everything that is carried out. Throws where two carry out one kind, or nobody one that a saga may ask for. */
export function allHandlers(rooms: readonly Handlers[], sagas: readonly Saga[]): Handlers {
  const all: Record<string, EffectHandler> = {};
  const families = new Set<string>();
  for (const handlers of rooms) {
    for (const { name, family } of handlers[KINDS] ?? []) {
      if (family && families.has(name)) throw new Error(`effect kind ${name} is carried out twice`);
      if (family) families.add(name);
    }
    for (const [kind, handler] of Object.entries(handlers)) {
      if (Object.hasOwn(all, kind)) throw new Error(`effect kind ${kind} is carried out twice`);
      all[kind] = handler;
    }
  }
  // Of handlers that are not said by their kinds a family is one that has a member.
  const bare = rooms.flatMap((handlers) => (handlers[KINDS] ? [] : Object.keys(handlers)));
  const isCarriedOut = ({ name, family }: EffectKind) =>
    family ? families.has(name) || bare.some((kind) => kind.startsWith(`${name}_`)) : Object.hasOwn(all, name);
  const missing = sagas.flatMap(({ name: saga, asks = [] }) =>
    asks.filter((kind) => !isCarriedOut(kind)).map(({ name }) => `${name} (asked by ${saga})`),
  );
  if (missing.length > 0) throw new Error(`no handler for effect kind ${missing.join(', ')}`);
  return all;
}
