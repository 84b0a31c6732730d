import { z } from 'zod';
import { positionListSchema, positionQuery } from '#api/http/pagination';
import { bad, notFound } from '#api/http/problem';
import { idParam, integerParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { withActors } from '#api/platform/actors';
import type { ProofLog } from '#commands/log/ports-proof-log';
import { readEntries } from '#commands/log/sealed-events';
import { type FoldedStream, moments } from '#commands/proof/audit-streams';
import type { Summarize } from '#domain/kernel/sentence';
import type { EventStore, RecordedEvent } from '#runtime/event-store';
import { metadataOf } from '#runtime/metadata';
import {
  consistencySchema,
  eventSchema,
  keySchema,
  momentSchema,
  proofSchema,
  treeHeadSchema,
  verdictSchema,
} from './audit-schemas.ts';

const BASE = '/api/v1/audit/';
const TAG = 'Audit';
const MOST_EVENTS = 999_999_999_999_999;
/** Characters of a stream's name at most. */
const LONGEST = 200;

export type AuditLogApi = {
  readonly store: EventStore;
  readonly log: ProofLog;
  /** An event as the domain knows it today. */
  readonly codec: Parameters<typeof moments>[2];
  readonly summarize: Summarize;
  /** Streams of rooms on the right, and what folds them. */
  readonly folded: readonly FoldedStream[];
};

/** The log itself (spec 6): events as they were recorded, streams with their states, and the proofs that nothing was changed. */
export function auditLogApi({ store, log, codec, summarize, folded }: AuditLogApi): FeatureRoutes {
  const sealed = async () => log.sealThrough((await store.head()).position);
  const sentence = (event: RecordedEvent): string | null => {
    try {
      return summarize(codec.decode(event));
    } catch {
      return null;
    }
  };
  const shown = (event: RecordedEvent) =>
    withActors({
      id: event.id,
      position: event.position,
      stream: event.stream,
      revision: event.revision,
      type: event.type,
      schema_version: event.schemaVersion,
      data: event.data,
      metadata: metadataOf(event),
      summary: sentence(event),
    });

  return {
    name: 'audit-log',
    routes: [
      defineRoute({
        method: 'get',
        path: `${BASE}events/`,
        operationId: 'listEvents',
        tag: TAG,
        summary: 'The log of events, by position',
        description:
          'Narrowed by stream, type, account or correlation. `type=ReadAccessRecorded` tells who read invoices, bundles and exports.',
        roles: ANYONE_OF.admin,
        query: positionQuery({
          stream: z.string().max(LONGEST).optional(),
          type: z.string().max(100).optional(),
          account_id: idParam.optional(),
          correlation_id: z.string().max(100).optional(),
        }),
        answers: [{ status: 200, description: 'a page of events', schema: positionListSchema(eventSchema) }],
        handle: async ({ query: { stream, type, account_id, correlation_id, after, limit } }) => {
          await sealed();
          const filter = {
            stream,
            correlation_id,
            types: type === undefined ? undefined : [type],
            accounts: account_id === undefined ? undefined : [account_id],
          };
          const entries = await log.entries(filter, after, limit);
          const results = (await readEntries(store, entries)).map(shown);
          const next_after = entries.length < limit ? null : (entries.at(-1)?.position ?? null);
          return { status: 200, body: { results, next_after } };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}streams/{stream}/`,
        operationId: 'getStream',
        tag: TAG,
        summary: 'A stream with its state before and after each event',
        description: '`after` is a revision plus one: the `next_after` of the page before.',
        roles: ANYONE_OF.admin,
        query: positionQuery({}),
        answers: [{ status: 200, description: 'a page of the stream', schema: positionListSchema(momentSchema) }],
        resource: async ({ params }) => {
          const history = params.stream.length > LONGEST ? [] : await store.readStream(params.stream);
          return history.length > 0 ? history : null;
        },
        handle: async ({ params, resource: history, query: { after, limit } }) => {
          const all = moments(params.stream, history, codec, folded);
          const results = all
            .slice(after, after + limit)
            .map(({ event, before, after: then }) => ({ ...shown(event), ...withActors({ before, after: then }) }));
          return { status: 200, body: { results, next_after: after + limit < all.length ? after + limit : null } };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}tree-head/`,
        patient: true,
        operationId: 'getTreeHead',
        needs: null,
        tag: TAG,
        summary: 'The signed head of the log as it is now: keep it',
        description:
          'Whoever keeps a head can show later that nothing it covers was changed, dropped, inserted or moved.',
        roles: ANYONE_OF.all,
        answers: [{ status: 200, description: 'the head', schema: treeHeadSchema }],
        handle: async () => {
          const head = await log.head();
          return { status: 200, body: { ...head, log_id: log.logId, public_key: log.publicKey() } };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}keys/`,
        operationId: 'listSigningKeys',
        needs: null,
        tag: TAG,
        summary: 'The public keys of the log, the first one first, with the handovers between them',
        roles: ANYONE_OF.all,
        answers: [{ status: 200, description: 'the keys', schema: z.object({ results: z.array(keySchema) }) }],
        handle: async () => ({ status: 200, body: { results: await log.keys() } }),
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}proofs/{event}/`,
        operationId: 'getProof',
        tag: TAG,
        summary: 'The proof that an event stands in the log, with the text that its leaf is the hash of',
        description:
          'RFC 6962: the leaf hash is SHA-256 over a zero byte and `leaf`. Names and addresses in it stay sealed.',
        roles: ANYONE_OF.staff,
        keepsSealed: true,
        query: z.strictObject({ tree_size: integerParam(1, MOST_EVENTS).optional() }),
        answers: [{ status: 200, description: 'the proof', schema: proofSchema }],
        handle: async ({ params: { event: eventId }, query }) => {
          await sealed();
          const entry = await log.entry(eventId);
          const proof = entry && (await log.inclusion(eventId, query.tree_size));
          if (!entry) throw notFound('event');
          if (!proof) throw bad('/query/tree_size', 'the event does not stand in a log of that size');
          const [event] = await readEntries(store, [entry]);
          if (!event) throw new Error(`event ${eventId} is sealed and not in the store`);
          return { status: 200, body: { ...proof, leaf: log.leafText(event) } };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}consistency/`,
        operationId: 'getConsistency',
        needs: null,
        tag: TAG,
        summary: 'The proof that the log of `to` events begins with the log of `from` events',
        roles: ANYONE_OF.all,
        query: z.strictObject({ from: integerParam(0, MOST_EVENTS), to: integerParam(0, MOST_EVENTS) }),
        answers: [{ status: 200, description: 'the proof', schema: consistencySchema }],
        handle: async ({ query: { from, to } }) => {
          await sealed();
          const proof = await log.consistency(from, to);
          if (!proof)
            throw bad('/query/to', from > to ? 'must not be less than from' : 'there were never so many events');
          return { status: 200, body: proof };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}verify/`,
        patient: true,
        operationId: 'verifyLog',
        tag: TAG,
        summary: 'Compute every leaf anew from the stored bytes, and the roots of heads that you kept',
        description: 'Reads the whole log; for a long one the command line is the better place.',
        roles: ANYONE_OF.admin,
        scope: 'read',
        body: z.strictObject({
          heads: z
            .array(z.looseObject({ size: z.int().min(0), root_hash: z.string().regex(/^[0-9a-f]{64}$/) }))
            .max(100)
            .default([]),
        }),
        bodyExample: { heads: [] },
        answers: [{ status: 200, description: 'whether it holds, or where it does not', schema: verdictSchema }],
        handle: async ({ body }) => ({ status: 200, body: await log.verify(body.heads) }),
      }),
    ],
  };
}
