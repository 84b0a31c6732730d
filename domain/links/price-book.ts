import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { Instant } from '#domain/kernel/time';
import { completed, type PriceBook, STARTING_BOOK } from './price-book-data.ts';
import { type Changed, edited } from './price-book-edit.ts';

/** The whole book at each version: an amount is proved by the version that it was made with. */
export type PriceBookEvent = DomainEvent<
  'PriceBookRevised',
  {
    readonly version: number;
    readonly book: PriceBook;
    /** What is different from the version before; empty for the first. */
    readonly changed: readonly Changed[];
    readonly reason: string;
  }
>;

export type PriceBookState = { readonly version: number; readonly book: PriceBook };

export type PriceBookCommand = { readonly now: Instant } & (
  | { readonly type: 'Establish' }
  | { readonly type: 'Revise'; readonly changes: Readonly<Record<string, string>>; readonly reason: string }
);
export type PriceBookRefusal = {
  readonly code: 'invalid_values';
  readonly message: string;
  readonly pointer: string;
};

/** Before its first event the book is what the product starts with. Version 1 is that same book, as an event. */
export const priceBook: Decider<PriceBookCommand, PriceBookState, PriceBookEvent, PriceBookRefusal> = {
  initial: { version: 0, book: STARTING_BOOK },
  evolve: (_, event): PriceBookState => {
    switch (event.type) {
      case 'PriceBookRevised':
        return { version: event.data.version, book: completed(event.data.book) };
    }
  },
  decide: (command, state) => {
    const revised = (
      version: number,
      book: PriceBook,
      changed: readonly Changed[],
      reason: string,
    ): PriceBookEvent => ({
      type: 'PriceBookRevised',
      at: command.now,
      data: { version, book, changed, reason },
    });
    const first = state.version === 0 ? [revised(1, STARTING_BOOK, [], 'the starting values')] : [];
    if (command.type === 'Establish') return accept(...first);
    const done = edited(state.book, command.changes);
    if (!done.ok) return refuse({ code: 'invalid_values', message: done.message, pointer: `/changes/${done.path}` });
    if (done.changed.length === 0) return accept(...first);
    const version = Math.max(1, state.version) + 1;
    return accept(...first, revised(version, done.book, done.changed, command.reason));
  },
};
