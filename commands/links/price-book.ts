import { priceBook } from '#domain/links/price-book';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, HandleOptions } from '#runtime/command-handler';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';

const STREAM = 'price-book';
/** What is only tried has no id. */
const asRecorded = <E extends object>(event: E): E & { readonly id: string } => ({ ...event, id: '' });

export type PriceBookCommands = ReturnType<typeof priceBookCommands>;

export function priceBookCommands({ handler, clock }: { handler: CommandHandler; clock: Clock }) {
  return {
    /** The book as it is now, with its version and the stream's revision. */
    async current() {
      const { state, revision } = await handler.load(priceBook, STREAM);
      return { ...state, version: Math.max(1, state.version), revision };
    },
    /** Writes the starting values as version 1 into a store that has none. */
    async establish() {
      const id = uuidFrom('establish-price-book');
      const cause: Cause = { commandId: id, correlationId: id, causationId: id, actor: { kind: 'system' } };
      return handler.handle(priceBook, STREAM, { type: 'Establish', now: clock.now() }, cause);
    },
    /** The book with those figures in place, decided as it would be and appended nowhere. */
    async wouldBe(changes: Readonly<Record<string, string>>) {
      const { state } = await handler.load(priceBook, STREAM);
      const decision = priceBook.decide({ type: 'Revise', changes, reason: 'tried', now: clock.now() }, state);
      if (!decision.accepted) return { ok: false as const, refusal: decision.refusal };
      const after = decision.events.reduce((before, event) => priceBook.evolve(before, asRecorded(event)), state);
      const changed = decision.events.flatMap(({ data }) => data.changed);
      return { ok: true as const, before: state.book, after: after.book, changed };
    },
    revise: (changes: Readonly<Record<string, string>>, reason: string, cause: Cause, options?: HandleOptions) =>
      handler.handle(priceBook, STREAM, { type: 'Revise', changes, reason, now: clock.now() }, cause, options),
  };
}
