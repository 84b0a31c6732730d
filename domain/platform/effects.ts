import { effectKind } from '#domain/kernel/effect-kind';
import type { WorkRequestKind } from './work-request.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Applies a fact that waited for its owner. */
export const releaseFact = effectKind('release_fact')<{ readonly stream: string }, { readonly released: boolean }>();

/** What the platform is asked to do; beside whose work it is, each kind of request has fields of its own. */
export type AskedWork = {
  readonly kind: WorkRequestKind;
  /** Null where it is about a site that has none. */
  readonly subscription_id: number | null;
  readonly site_id: number;
  readonly [field: string]: Json;
};
export const workRequest = effectKind('work_request')<
  AskedWork,
  { readonly work_request_id: number; readonly sent: boolean }
>();
