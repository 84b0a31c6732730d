import type { Day } from '#domain/kernel/time';
import type { Visibility } from '#domain/reports/annotation';
import type { GoalMetric } from '#domain/reports/goal';
import { ofSites } from '#projections/services/site-scope';
import { among, tableReads } from '#runtime/scoped-reads';
import type { Paging, ReadScope, RunReads } from '#runtime/table-reads';
import { ANNOTATIONS } from './annotation.ts';
import { GOALS } from './goal.ts';

export type GoalFilter = {
  readonly account_id?: number | undefined;
  readonly site_id?: number | undefined;
  readonly metric?: GoalMetric | undefined;
  readonly status?: 'open' | 'met' | 'missed' | 'removed' | undefined;
};
export type AnnotationFilter = {
  readonly account_id?: number | undefined;
  readonly site_id?: number | undefined;
  readonly date?: Day | undefined;
  readonly visibility?: Visibility | undefined;
};

const LIVING = ['open', 'met', 'missed'] as const;

/** Goals and annotations, each asked for inside the caller's scope. What was removed stands in no list, unless that is what is asked for. */
export function aimsReader(run: RunReads) {
  const { one, page } = tableReads(run, ofSites);
  const living = tableReads(run, (query, scope) => among(ofSites(query, scope), 'status', LIVING));
  return {
    goal: (scope: ReadScope, id: number) => one(GOALS, scope, { id }),
    goals: (scope: ReadScope, filter: GoalFilter, paging: Paging) =>
      (filter.status === undefined ? living : { page }).page(GOALS, scope, filter, paging),
    annotation: (scope: ReadScope, id: number) => one(ANNOTATIONS, scope, { id }),
    annotations: (scope: ReadScope, filter: AnnotationFilter, paging: Paging) =>
      page(ANNOTATIONS, scope, { ...filter, status: 'added' }, paging),
  };
}
export type AimsReader = ReturnType<typeof aimsReader>;
