import type { Day } from '#domain/kernel/time';
import type { Say } from './language/claims.ts';
import type { Chart, Figure, Flag, SectionData, Table } from './report-data.ts';
import type { ReportInputs } from './report-inputs.ts';
import type { SearchView } from './search.ts';

/** What a section is made of. */
export type Told = { readonly inputs: ReportInputs; readonly search: SearchView; readonly say: Say };
export type Section = (told: Told) => SectionData;

export const filledSection = (parts: {
  readonly flag?: Flag;
  readonly rule?: string | null;
  readonly claim: string;
  readonly next: string | null;
  readonly source: string;
  readonly dataTo: Day | null;
  readonly figures: readonly Figure[];
  readonly charts?: readonly Chart[];
  readonly tables?: readonly Table[];
}): SectionData => ({
  flag: parts.flag ?? null,
  rule: parts.rule ?? null,
  claim: parts.claim,
  next: parts.next,
  source: parts.source,
  data_to: parts.dataTo,
  empty_reason: null,
  figures: parts.figures,
  charts: parts.charts ?? [],
  tables: parts.tables ?? [],
});

/** Says why there is nothing to show, and what would bring it. */
export const emptySection = (source: string, claim: string, reason: string): SectionData => ({
  flag: null,
  rule: null,
  claim,
  next: null,
  source,
  data_to: null,
  empty_reason: reason,
  figures: [],
  charts: [],
  tables: [],
});

/** The latest of these days; null where there are none. */
export const latestOf = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null);
