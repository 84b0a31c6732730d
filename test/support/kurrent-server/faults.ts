/** The calls that can be made to go wrong. Both append calls are `append`. */
type Call = 'append' | 'read' | 'subscribe';
/**
 * unavailable: refused, nothing done. not-leader: refused, the leader is elsewhere. lose-reply: done,
 * then the connection breaks. swallow: done, but never answered. hang: neither done nor answered.
 * half-close: the call is ended with OK and without an answer, nothing done.
 */
export type Fault = 'unavailable' | 'not-leader' | 'lose-reply' | 'swallow' | 'hang' | 'half-close';

/** What goes wrong with the next calls, one fault a call, in order. */
export class Faults {
  readonly #next: Record<Call, Fault[]> = { append: [], read: [], subscribe: [] };

  next(call: Call, ...faults: Fault[]): void {
    this.#next[call].push(...faults);
  }

  take(call: Call): Fault | undefined {
    return this.#next[call].shift();
  }
}
