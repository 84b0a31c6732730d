import { accept, type Decider, type DomainEvent } from '#domain/kernel/decider';
import type { Instant } from '#domain/kernel/time';

/** Invoices and credit notes count apart, each from 1 in every year. */
export type NumberSeries = 'INV' | 'CN';
type Numbered = {
  readonly series: NumberSeries;
  readonly year: number;
  readonly n: number;
  readonly number: string;
  readonly document_id: number;
};
export type DocumentNumberEvent =
  | DomainEvent<
      'DocumentNumberTaken',
      /** From the number `recorded_from` on each document has its number in a stream of its own; older registers lack it. */
      Numbered & { readonly recorded_from?: number }
    >
  /** In the document's own stream: so it finds its number without reading the register. */
  | DomainEvent<'DocumentNumbered', Numbered>;
type Of<T extends DocumentNumberEvent['type']> = Extract<DocumentNumberEvent, { type: T }>;

/** Only the last number is state: whatever it is asked, a register of 50,000 numbers answers like one of 10. */
export type NumberRegister = {
  readonly last: number;
  readonly documentId: number | null;
  /** The first number that stands in its document's own stream as well; null while none does. */
  readonly recordedFrom: number | null;
};
type Series = { readonly series: NumberSeries; readonly year: number; readonly documentId: number };
export type TakeNumber = { readonly type: 'Take'; readonly now: Instant } & Series;
export type RecordNumber = { readonly type: 'Record'; readonly n: number; readonly now: Instant } & Series;

/** `INV-2026-000123`. */
export const numberOf = (series: NumberSeries, year: number, n: number): string =>
  `${series}-${year}-${String(n).padStart(6, '0')}`;

/**
 * One stream a series and year. A number is taken only for a document that is there already and will be issued. Whoever
 * takes one has seen, at the very revision that it is taken at, that the one before stands in its document's own stream and
 * that this document has none yet: so numbers have no gaps, and no document two, whatever runs at once or is interrupted.
 */
export const documentNumbers: Decider<TakeNumber, NumberRegister, Of<'DocumentNumberTaken'>, never> = {
  initial: { last: 0, documentId: null, recordedFrom: null },
  folds: 'last',
  evolve: (_, { data }) => ({
    last: data.n,
    documentId: data.document_id,
    recordedFrom: data.recorded_from ?? null,
  }),
  decide: ({ series, year, documentId, now: at }, { last, documentId: newest, recordedFrom }) => {
    if (newest === documentId) return accept();
    const n = last + 1;
    const number = numberOf(series, year, n);
    const data = { series, year, n, number, document_id: documentId, recorded_from: recordedFrom ?? n };
    return accept({ type: 'DocumentNumberTaken', at, data });
  },
};

/** A document's own number: taken once, and that for good. */
export const documentNumber: Decider<
  RecordNumber,
  { readonly number: string | null },
  Of<'DocumentNumbered'>,
  never
> = {
  initial: { number: null },
  evolve: (_, { data }) => ({ number: data.number }),
  decide: ({ series, year, n, documentId, now: at }, { number }) => {
    if (number !== null) return accept();
    const data = { series, year, n, number: numberOf(series, year, n), document_id: documentId };
    return accept({ type: 'DocumentNumbered', at, data });
  },
};
