import { z } from 'zod';
import { page, pageQuery } from '#api/http/pagination';
import type { Principal, TenantScope } from '#api/http/principal';
import { bad, notFound, Problem } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, instantText, text } from '#api/http/schemas';
import type { Role } from '#domain/platform/access-token';
import type { Approval, FindApprovals } from '#projections/platform/approvals';
import type { Cause } from '#runtime/metadata';

export const OUTCOMES = ['approved', 'rejected', 'changes_requested'] as const;
export type ApprovalOutcome = (typeof OUTCOMES)[number];

/** What somebody decides about one thing that waits. */
export type Decided = {
  readonly approval: Approval;
  readonly outcome: ApprovalOutcome;
  /** There where it is not approved. */
  readonly note: string | null;
  readonly principal: Principal;
  /** Of the account and site that it belongs to. */
  readonly cause: Cause;
};
/** What a room has decided, one kind of it. */
export type ApprovalKind = {
  readonly kind: string;
  readonly outcomes: readonly ApprovalOutcome[];
  /** Who may decide; whoever may not, may see it. */
  readonly roles: readonly Role[];
  /** Who may see it, where that is not everybody who reads. */
  readonly seenBy?: readonly Role[];
  /** Answers where in the log the decision stands; throws a `Problem` where it cannot be made. */
  readonly decide: (decided: Decided) => Promise<{ readonly position: number }>;
};
/** What of a room waits for a yes or a no, and how it is decided. */
export type ApprovalsPart = { readonly kinds: readonly ApprovalKind[]; readonly find: FindApprovals };

const BASE = '/api/v1/services/approvals/';
const TAG = 'Approvals';

const approvalSchema = z
  .object({
    kind: z.string(),
    id: idSchema,
    account_id: idSchema.nullable(),
    site_id: idSchema.nullable(),
    title: z.string(),
    since: instantText,
    waiting_for: z.enum(['client', 'us']),
    silent_on: instantText.nullish().meta({ description: 'when silence approves it' }),
    href: z.string(),
  })
  .meta({ id: 'Approval' });
const decidedSchema = z.object({ kind: z.string(), id: idSchema, outcome: z.enum(OUTCOMES) });

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Everything that waits for a yes or a no, in one list, as far as the caller may see it. */
export function approvalsApi({ parts }: { readonly parts: readonly ApprovalsPart[] }): FeatureRoutes {
  const kinds = parts.flatMap((part) => part.kinds.map((kind) => ({ ...kind, find: part.find })));
  const names = kinds.map(({ kind }) => kind);
  const isHidden = (kind: ApprovalKind, { role }: Principal): boolean =>
    kind.seenBy !== undefined && !kind.seenBy.includes(role);
  const all = async (scope: TenantScope, principal: Principal): Promise<Approval[]> => {
    const found = await Promise.all(parts.map(({ find }) => find(scope)));
    const hidden = kinds.filter((kind) => isHidden(kind, principal)).map(({ kind }) => kind);
    const seen = found.flat().filter(({ kind }) => !hidden.includes(kind));
    return seen.sort(
      (one, other) => compared(one.since, other.since) || compared(one.kind, other.kind) || one.id - other.id,
    );
  };
  return {
    name: 'approvals',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listApprovals',
        needs: 'approve',
        tag: TAG,
        summary:
          'What waits for a yes or a no: orders, placements, blueprints, content; for staff and agencies also reports',
        roles: ANYONE_OF.readers,
        query: pageQuery(
          { kind: z.enum(names).optional(), account_id: idParam.optional(), site_id: idParam.optional() },
          ['since'],
        ),
        answers: [
          {
            status: 200,
            description: 'oldest first',
            schema: z.object({
              count: z.int(),
              next: z.string().nullable(),
              previous: z.string().nullable(),
              results: z.array(approvalSchema),
            }),
          },
        ],
        handle: async (call) => {
          const { kind, account_id, site_id, ordering, page: number, page_size: size } = call.query;
          const wanted = (await all(call.scope, call.principal)).filter(
            (each) =>
              (kind === undefined || each.kind === kind) &&
              (account_id === undefined || each.account_id === account_id) &&
              (site_id === undefined || each.site_id === site_id),
          );
          const ordered = ordering === '-since' ? wanted.reverse() : wanted;
          const start = (number - 1) * size;
          const results = ordered.slice(start, start + size);
          return { status: 200, body: page(call, call.query, ordered.length, results) };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}{kind}/{id}/`,
        operationId: 'decideApproval',
        needs: 'approve',
        tag: TAG,
        summary: 'Approve or reject what waits; content is approved, or changes are asked for',
        description: 'Anything but an approval needs a `note`. What was decided before, or by silence, is 404.',
        roles: ANYONE_OF.readers,
        body: z.strictObject({ outcome: z.enum(OUTCOMES), note: text(2000).optional() }),
        bodyExample: { outcome: 'rejected', note: 'not for our readers' },
        answers: [{ status: 200, description: 'what was decided', schema: decidedSchema }],
        resource: async ({ params, id, scope, principal }) => {
          const kind = kinds.find((each) => each.kind === params.kind && !isHidden(each, principal));
          const found = kind === undefined ? [] : await kind.find(scope);
          const approval = found.find((each) => each.kind === params.kind && each.id === id);
          if (!kind || !approval) throw notFound('approval');
          return { kind, approval };
        },
        handle: async (call) => {
          const { outcome, note = null } = call.body;
          const { kind, approval } = call.resource;
          if (!kind.roles.includes(call.principal.role))
            throw new Problem('forbidden', `a ${call.principal.role.replace('_', ' ')} does not decide this`);
          if (!kind.outcomes.includes(outcome)) throw bad('/outcome', `must be ${kind.outcomes.join(' or ')}`);
          if (outcome !== 'approved' && note === null) throw bad('/note', 'say why');
          const { account_id: accountId, site_id: siteId } = approval;
          const whose = { ...(accountId === null ? {} : { accountId }), ...(siteId === null ? {} : { siteId }) };
          const cause = { ...call.cause, ...whose };
          const { position } = await kind.decide({ approval, outcome, note, principal: call.principal, cause });
          return { status: 200, body: { kind: approval.kind, id: approval.id, outcome }, position };
        },
      }),
    ],
  };
}
