import { z } from 'zod';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import { notFound, Problem } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, instantText, text } from '#api/http/schemas';
import { pick } from '#api/http/table-schema';
import { describeSchedule } from '#domain/kernel/schedule';
import type { OperationsReader } from '#projections/platform/operations-reader';
import type { JobStatus } from '#runtime/jobs';
import { EFFECT_STATUSES, type EffectRow } from '#runtime/machinery-tables';
import type { Cause } from '#runtime/metadata';
import type { Checkpoint, Parked } from '#runtime/read-model';

export type Operations = {
  readonly reader: OperationsReader;
  jobs(): Promise<JobStatus[]>;
  runJob(name: string): Promise<void>;
  projections(): Promise<(Checkpoint & { readonly lag: number })[]>;
  parked(): Promise<Parked[]>;
  /** Starts a rebuild beside the live one; false where there is no such projection. */
  rebuild(name: string): boolean;
  /** Where the retry stands in the log; null where the effect is neither parked nor unknown. */
  retryEffect(id: number, cause: Cause): Promise<number | null>;
  /** The same for one that is parked and was done by hand. */
  settleEffect(id: number, note: string, cause: Cause): Promise<number | null>;
};

const jobSchema = z
  .object({
    job: z.string(),
    schedule: z.string(),
    last_run: z
      .object({ at: instantText, outcome: z.string(), duration_ms: z.int().nullable(), detail: z.string().nullable() })
      .nullable(),
    next_run_at: instantText.nullable(),
    progress: z
      .object({ total: z.int(), done: z.int(), failed: z.int() })
      .nullable()
      .meta({ description: 'how far what the last run has asked for is; of jobs whose work goes on after them' }),
  })
  .meta({ id: 'Job' });

const jobAnswer = ({ job, last, next, progress }: JobStatus) => ({
  job: job.name,
  schedule: describeSchedule(job.schedule),
  last_run: last && {
    at: last.started_at,
    outcome: last.outcome ?? 'running',
    duration_ms: last.duration_ms,
    detail: last.detail,
  },
  next_run_at: next,
  progress,
});
/** What is told of an effect, beside its place in the log, which is its id. */
const CALL = [
  'kind',
  'name',
  'key',
  'saga',
  'instance',
  'status',
  'attempts',
  'next_attempt_at',
  'last_error',
] as const;
const WHOSE = ['account_id', 'site_id', 'requested_at', 'updated_at'] as const;
const effectAnswer = (row: EffectRow) => ({ id: row.position, ...pick(row, [...CALL, ...WHOSE]) });

/** What the delivery team and operations look at: overdue work, accounts, jobs, projections, effects. */
export function operationsApi(operations: Operations): FeatureRoutes {
  const { reader } = operations;
  return {
    name: 'operations',
    routes: [
      defineRoute({
        method: 'get',
        path: '/api/v1/ops/jobs/',
        operationId: 'listJobs',
        tag: 'Operations',
        summary: 'Scheduled jobs with their last and next runs',
        roles: ANYONE_OF.admin,
        answers: [{ status: 200, description: 'the jobs', schema: z.object({ results: z.array(jobSchema) }) }],
        handle: async () => ({ status: 200, body: { results: (await operations.jobs()).map(jobAnswer) } }),
      }),
      defineRoute({
        method: 'post',
        path: '/api/v1/ops/jobs/{name}/run/',
        patient: true,
        operationId: 'runJob',
        tag: 'Operations',
        summary: 'Run a job now, beside its schedule',
        roles: ANYONE_OF.admin,
        body: z.strictObject({}),
        answers: [{ status: 200, description: 'the job with the run just made', schema: jobSchema }],
        resource: async ({ params }) => {
          const found = (await operations.jobs()).find(({ job }) => job.name === params['name']);
          if (!found) throw notFound('job');
          return found.job.name;
        },
        handle: async ({ resource: name }) => {
          await operations.runJob(name);
          const found = (await operations.jobs()).find(({ job }) => job.name === name);
          return { status: 200, body: found && jobAnswer(found) };
        },
      }),
      defineRoute({
        method: 'get',
        path: '/api/v1/ops/projections/',
        operationId: 'listProjections',
        tag: 'Operations',
        summary: 'Read models: version, position, lag, parked streams',
        roles: ANYONE_OF.admin,
        answers: [
          {
            status: 200,
            description: 'the read models',
            schema: z.object({
              results: z.array(
                z.object({
                  name: z.string(),
                  version: z.int(),
                  position: z.int(),
                  lag: z.int(),
                  parked: z.array(
                    z.object({ stream: z.string(), revision: z.int(), position: z.int(), error: z.string() }),
                  ),
                }),
              ),
            }),
          },
        ],
        handle: async () => {
          const parked = await operations.parked();
          const results = (await operations.projections()).map(({ name, version, place, lag }) => ({
            name,
            version,
            position: place.position,
            lag,
            parked: parked
              .filter((entry) => entry.projection === name)
              .map(({ stream, revision, position, error }) => ({ stream, revision, position, error })),
          }));
          return { status: 200, body: { results } };
        },
      }),
      defineRoute({
        method: 'post',
        path: '/api/v1/ops/projections/{name}/rebuild/',
        operationId: 'rebuildProjection',
        tag: 'Operations',
        summary: 'Rebuild a read model beside the live one and swap it in',
        roles: ANYONE_OF.admin,
        body: z.strictObject({}),
        answers: [
          {
            status: 202,
            description: 'begun',
            schema: z.object({ name: z.string(), status: z.literal('rebuilding') }),
          },
        ],
        handle: async ({ params }) => {
          const name = params['name'] ?? '';
          if (!operations.rebuild(name)) throw new Problem('not_found', `there is no projection ${name}`);
          return { status: 202, body: { name, status: 'rebuilding' } };
        },
      }),
      defineRoute({
        method: 'get',
        path: '/api/v1/ops/effects/',
        operationId: 'listEffects',
        tag: 'Operations',
        summary: 'Calls to the outside and how they ended',
        roles: ANYONE_OF.admin,
        query: pageQuery(
          {
            status: z.enum(EFFECT_STATUSES).optional(),
          },
          ['position', 'requested_at', 'updated_at'],
        ),
        answers: [
          {
            status: 200,
            description: 'a page of effects',
            schema: listSchema(
              z.object({ id: idSchema, kind: z.string(), status: z.string(), attempts: z.int() }).loose(),
            ),
          },
        ],
        handle: async (call) => {
          const { count, rows } = await reader.effects(call.scope, call.query, call.query);
          return { status: 200, body: page(call, call.query, count, rows.map(effectAnswer)) };
        },
      }),
      defineRoute({
        method: 'post',
        path: '/api/v1/ops/effects/{id}/settle/',
        operationId: 'settleEffect',
        tag: 'Operations',
        summary: 'Say that a parked effect was done by hand',
        description: 'It counts as done from here on, and what follows from it goes on. The note says who did what.',
        roles: ANYONE_OF.admin,
        body: z.strictObject({ note: text() }),
        bodyExample: { note: 'evidence handed in at PayPal, case PP-R-1' },
        answers: [
          { status: 200, description: 'settled', schema: z.object({ id: idSchema, status: z.literal('succeeded') }) },
        ],
        handle: async ({ id, body, cause }) => {
          const position = await operations.settleEffect(id, body.note, cause);
          if (position === null)
            throw new Problem('invalid_state', 'only an effect that is parked can be settled by hand');
          return { status: 200, body: { id, status: 'succeeded' as const }, position };
        },
      }),
      defineRoute({
        method: 'post',
        path: '/api/v1/ops/effects/{id}/retry/',
        operationId: 'retryEffect',
        tag: 'Operations',
        summary: 'Try a parked effect again, or send one whose end is unknown once more',
        description: 'The receiver is given the same key. An e-mail whose end is unknown may arrive twice: look first.',
        roles: ANYONE_OF.admin,
        body: z.strictObject({}),
        answers: [
          { status: 202, description: 'asked for', schema: z.object({ id: idSchema, status: z.literal('retrying') }) },
        ],
        handle: async ({ id, cause }) => {
          const position = await operations.retryEffect(id, cause);
          if (position === null)
            throw new Problem(
              'invalid_state',
              'only an effect that is parked, or whose end is unknown, is tried again',
            );
          return { status: 202, body: { id, status: 'retrying' as const }, position };
        },
      }),
    ],
  };
}
