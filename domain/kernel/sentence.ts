/** An event as it is told of: what happened, and what was said with it. */
type Happened = { readonly type: string; readonly data: unknown };

/** One sentence for people about an event; null for events that are not told. */
export type Summarize = (event: Happened) => string | null;

/** The sentences of a room, which knows its own events only. */
export const sentences =
  <E extends Happened>(sentenceOf: (event: E) => string | null): Summarize =>
  (event) =>
    sentenceOf(event as E);

/** The sentence of whichever room tells of the event. It ends once, also where what it quotes has ended. */
export const summaryOf =
  (...rooms: readonly Summarize[]): Summarize =>
  (event) => {
    for (const sentenceOf of rooms) {
      const sentence = sentenceOf(event);
      if (sentence !== null) return sentence.replace(/([.!?…])\.$/, '$1');
    }
    return null;
  };
