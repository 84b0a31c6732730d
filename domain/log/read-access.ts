import type { DomainEvent } from '#domain/kernel/decider';

export const READ_WHAT = ['invoice', 'invoice_pdf', 'explanation', 'bundle', 'export'] as const;
export type ReadWhat = (typeof READ_WHAT)[number];

/** Somebody read invoices, a bundle or an export; who it was stands in the event's metadata (spec 6). */
export type ReadAccessEvent = DomainEvent<
  'ReadAccessRecorded',
  {
    readonly what: ReadWhat;
    /** Of invoices or of disputes; none where an export covers everything. */
    readonly ids: readonly number[];
    /** The route, never the address itself. */
    readonly route: string;
  }
>;
