import { z } from 'zod';
import type { TenantScope } from '#api/http/principal';
import { bad, notFound, Problem } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, instant } from '#api/http/schemas';
import { withActors } from '#api/platform/actors';
import { isClient } from '#api/platform/timeline';
import type { ExplainCommands } from '#commands/proof/audit-explain';
import { AS_OF_KINDS, type AsOfKind, COMPARED_KINDS, type ReplayCommands } from '#commands/proof/audit-replay';
import { isId } from '#domain/kernel/ids';
import { kept } from '#domain/kernel/shape';
import type { Instant } from '#domain/kernel/time';
import { SHOWN_AS_OF } from '#domain/proof/as-of-shown';
import type { BillingReader } from '#projections/billing/billing-reader';
import type { InvoiceRow } from '#projections/billing/invoice-tables';
import type { JsonObject } from '#runtime/event-store';
import { asOfSchema, explanationSchema, replaySchema } from './audit-schemas.ts';

const BASE = '/api/v1/audit/';
const TAG = 'Audit';

export type AuditReplayApi = {
  readonly explain: ExplainCommands;
  readonly replay: ReplayCommands;
  readonly reader: BillingReader;
  readonly now: () => Instant;
};

/** Why, and how it was (spec 6): explanations of invoices, replays beside what is stored, and states as of an instant. */
export function auditReplayApi({ explain, replay, reader, now }: AuditReplayApi): FeatureRoutes {
  const issued = async ({ id, scope }: { readonly id: number; readonly scope: TenantScope }): Promise<InvoiceRow> => {
    const row = await reader.invoice(scope, id);
    if (!row || row.status === 'draft') throw notFound('invoice');
    return row;
  };
  const instants = (
    { as_of, known_at }: { as_of?: Instant | undefined; known_at?: Instant | undefined },
    within: '' | '/query',
  ) => {
    const at = now();
    const future = Object.entries({ as_of, known_at }).find(([, given]) => given !== undefined && given > at);
    if (future) throw bad(`${within}/${future[0]}`, `must not be in the future: it is ${at} now`);
    // What came late counts unless somebody asks for what was known.
    return { asOf: as_of ?? at, knownAt: known_at ?? at };
  };
  /** The account that it belongs to, where the caller may see that. */
  async function visible(kind: AsOfKind, subject: number | null, scope: TenantScope): Promise<boolean> {
    if (subject === null) return scope.accounts === '*';
    const own = kind === 'entitlement' || kind === 'dashboard';
    const account = own ? subject : await replay.accountOf(kind, subject);
    return account != null && (await reader.account(scope, account)) !== undefined;
  }

  return {
    name: 'audit-replay',
    routes: [
      defineRoute({
        method: 'get',
        path: `${BASE}invoices/{id}/explain/`,
        patient: true,
        operationId: 'explainInvoice',
        needs: 'invoices',
        tag: TAG,
        summary: 'Every line with its rule and steps, computed anew from the events, and the chain of causes of each',
        roles: ANYONE_OF.readers,
        resource: issued,
        reads: { what: 'explanation', of: ({ id, resource: { account_id: account } }) => ({ ids: [id], account }) },
        answers: [{ status: 200, description: 'the explanation', schema: explanationSchema }],
        handle: async ({ id }) => {
          const explanation = await explain.explain(id);
          if (!explanation) throw notFound('invoice');
          return { status: 200, body: withActors(explanation) };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}invoices/{id}/replay/`,
        patient: true,
        operationId: 'replayInvoice',
        tag: TAG,
        summary: 'The invoice rebuilt from its events alone, beside what is stored',
        roles: ANYONE_OF.staff,
        resource: issued,
        answers: [{ status: 200, description: 'equal, or every difference', schema: replaySchema }],
        handle: async ({ id }) => ({ status: 200, body: await replay.one('invoice', id) }),
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}replay/`,
        patient: true,
        operationId: 'replayReadModel',
        tag: TAG,
        summary: 'A read model, or one thing, rebuilt from events alone, beside the live one',
        description:
          'With `as_of`, `known_at` or `position` it is rebuilt as it was, and the differences are what has changed since. `kind` and `id` replay one subscription, order or invoice, or what each version of a report showed.',
        roles: ANYONE_OF.admin,
        scope: 'read',
        body: z.union([
          z.strictObject({
            read_model: z.string().min(1).max(100),
            as_of: instant.optional(),
            known_at: instant.optional(),
            position: z.int().min(0).optional(),
          }),
          z.strictObject({
            kind: z.enum(COMPARED_KINDS),
            id: idSchema,
          }),
        ]),
        bodyExample: { read_model: 'igny8_invoices' },
        answers: [{ status: 200, description: 'equal, or the differences (200 at most)', schema: replaySchema }],
        handle: async ({ body }) => {
          if ('kind' in body) {
            const replayed = await replay.one(body.kind, body.id);
            if (!replayed) throw bad('/id', `there is no such ${body.kind}`);
            return { status: 200, body: replayed };
          }
          const { read_model: name, as_of, known_at, position } = body;
          if (!replay.knows(name)) throw bad('/read_model', 'there is no such read model; ops/projections/ lists them');
          const then = as_of !== undefined || known_at !== undefined;
          if (then && position !== undefined) throw bad('/position', 'goes without as_of and known_at');
          if (position !== undefined && position > (await replay.head()))
            throw bad('/position', `must not be in the future: the newest event is at ${await replay.head()}`);
          if (position !== undefined) return { status: 200, body: await replay.wholeAsOf(name, { through: position }) };
          const replayed = then ? replay.wholeAsOf(name, instants({ as_of, known_at }, '')) : replay.whole(name);
          return { status: 200, body: await replayed };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}as-of/{kind}/{subject}/`,
        patient: true,
        operationId: 'getAsOf',
        needs: 'invoices',
        tag: TAG,
        summary: 'A subscription, order, invoice, entitlement or dashboard as it was at an instant',
        description:
          '`as_of`: what had happened by then. `known_at`: of that, what had been told by that instant. An entitlement and a dashboard are named by their account; `dashboard/all/` is everybody’s.',
        roles: ANYONE_OF.readers,
        query: z.strictObject({ as_of: instant.optional(), known_at: instant.optional() }),
        resource: async ({ params, scope }) => {
          const kind = AS_OF_KINDS.find((each) => each === params.kind);
          const all = kind === 'dashboard' && params.subject === 'all';
          const number = /^[1-9]\d*$/.test(params.subject) ? Number(params.subject) : 0;
          const subject = isId(number) ? number : null;
          if (!kind || (subject === null && !all)) throw notFound();
          return (await visible(kind, subject, scope)) ? { kind, subject } : null;
        },
        answers: [{ status: 200, description: 'as it was', schema: asOfSchema }],
        handle: async ({ resource: { kind, subject }, query, principal }) => {
          if (kind === 'dashboard' && isClient(principal))
            throw new Problem('forbidden', 'dashboards are for the delivery team');
          const at = instants(query, '/query');
          const found = await replay.asOf(kind, subject ?? 0, at);
          if (!found) throw new Problem('not_found', `there was no such ${kind} at ${at.asOf}`);
          const shown =
            kind === 'dashboard' || !isClient(principal) ? found.state : kept(found.state, SHOWN_AS_OF[kind]);
          const state = withActors(shown) as JsonObject;
          return {
            status: 200,
            body: { kind, id: subject, as_of: at.asOf, known_at: at.knownAt, position: found.position, state },
          };
        },
      }),
    ],
  };
}
