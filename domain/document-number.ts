import { accept, type Decider, type DomainEvent } from './kernel/decider.ts';
import type { Instant } from './kernel/time.ts';

/** Invoices and credit notes count apart, each from 1 in every year. */
export type NumberSeries = 'INV' | 'CN';
export type DocumentNumberEvent = DomainEvent<
  'DocumentNumberTaken',
  {
    readonly series: NumberSeries;
    readonly year: number;
    readonly n: number;
    readonly number: string;
    readonly document_id: number;
  }
>;
/** Which document has which number. */
export type NumberRegister = { readonly last: number; readonly numbers: ReadonlyMap<number, string> };
export type DocumentNumberCommand = {
  readonly type: 'Take';
  readonly series: NumberSeries;
  readonly year: number;
  readonly documentId: number;
  readonly now: Instant;
};

/** `INV-2026-000123`. */
export const numberOf = (series: NumberSeries, year: number, n: number): string =>
  `${series}-${year}-${String(n).padStart(6, '0')}`;

/**
 * One stream a series and year. A number is taken only for a document that is there already and will be issued, and a
 * document that has one is given it again: so numbers have no gaps, whatever runs at once or is interrupted.
 */
export const documentNumbers: Decider<DocumentNumberCommand, NumberRegister, DocumentNumberEvent, never> = {
  initial: { last: 0, numbers: new Map() },
  evolve: (state, { data }) => ({
    last: data.n,
    numbers: new Map([...state.numbers, [data.document_id, data.number] as const]),
  }),
  decide: ({ series, year, documentId, now: at }, state) => {
    if (state.numbers.has(documentId)) return accept();
    const n = state.last + 1;
    const data = { series, year, n, number: numberOf(series, year, n), document_id: documentId };
    return accept({ type: 'DocumentNumberTaken', at, data });
  },
};
