import type { FactData, FactEvent } from '#domain/platform/fact';
import type { WorkRequestEvent } from '#domain/platform/work-request';
import type { Approval, FindApprovals } from '#projections/platform/approvals';
import { type Heard, type Projected, type Projection, projection } from '#runtime/projection';
import { instant, integer, oneOf, type Stored, stamps, table, text } from '#runtime/table';
import { over, type RunReads } from '#runtime/table-reads';
import type { UnitOfWork } from '#runtime/unit-of-work';
import { ofSites } from './site-scope.ts';

/** Blueprints and articles of the platform that wait for the client. */
const APPROVALS = table(
  'igny8_platform_approvals',
  {
    kind: oneOf('blueprint', 'content'),
    id: integer,
    account_id: integer.orNull,
    site_id: integer,
    title: text.orNull,
    since: instant,
    /** Tells one asking from the next about the same thing: what was decided of one says nothing of the other. */
    round: text,
    /** What the platform was told; null while nobody decided. */
    decided: text.orNull,
    work_request_id: integer.orNull,
    ...stamps,
  },
  { key: ['kind', 'id'], indexes: [['site_id'], ['work_request_id']], tenant: true },
);
type ApprovalRow = Stored<typeof APPROVALS>;

type Told = Heard<
  FactEvent,
  'BlueprintGenerated' | 'BlueprintApproved' | 'ArticleAwaitingReview' | 'ArticleReviewed' | 'ArticlePublished'
>;
const numberOf = (data: FactData, field: string): number => Number(data[field]);

function waits(rows: UnitOfWork, event: Projected<Told>, kind: ApprovalRow['kind'], id: number): void {
  const data = event.data as FactData;
  const title = data['title'];
  rows.put(APPROVALS, {
    kind,
    id,
    account_id: event.metadata.account_id,
    site_id: numberOf(data, 'site_id'),
    title: typeof title === 'string' ? title : null,
    since: event.at,
    round: event.id,
    decided: null,
    work_request_id: null,
    created_at: event.at,
    updated_at: event.at,
  });
}
const noMore = (rows: UnitOfWork, { data }: Projected<Told>): void =>
  rows.remove(APPROVALS, { kind: 'content', id: numberOf(data as FactData, 'content_id') });

type Asked = {
  readonly approval?: { readonly kind: ApprovalRow['kind']; readonly id: number };
  readonly outcome?: string;
};
const KINDS = { 'blueprint.approve': 'blueprint', 'content.review': 'content' } as const;
const kindOf = (request: string): ApprovalRow['kind'] | null =>
  request === 'blueprint.approve' || request === 'content.review' ? KINDS[request] : null;

export const platformApprovals: Projection = projection<
  Told | Heard<WorkRequestEvent, 'WorkRequested' | 'WorkRequestFailed'>
>({
  name: APPROVALS.name,
  version: 1,
  tables: [APPROVALS],
  on: {
    async BlueprintGenerated(rows, event) {
      const data = event.data as FactData;
      // A site has one blueprint: the newest is the one that waits.
      for (const { id } of await rows.find(APPROVALS, { kind: 'blueprint', site_id: numberOf(data, 'site_id') }))
        rows.remove(APPROVALS, { kind: 'blueprint', id });
      waits(rows, event, 'blueprint', numberOf(data, 'blueprint_id'));
    },
    BlueprintApproved: (rows, { data }) =>
      rows.remove(APPROVALS, { kind: 'blueprint', id: numberOf(data as FactData, 'blueprint_id') }),
    ArticleAwaitingReview: (rows, event) =>
      waits(rows, event, 'content', numberOf(event.data as FactData, 'content_id')),
    ArticleReviewed: noMore,
    ArticlePublished: noMore,
    async WorkRequested(rows, { data, at }) {
      const kind = kindOf(data.kind);
      const { approval, outcome = '' } = data.payload as Asked;
      if (kind === null || approval?.kind !== kind) return;
      await rows.change(APPROVALS, { kind, id: approval.id }, (row) => ({
        ...row,
        decided: outcome,
        work_request_id: data.work_request_id,
        updated_at: at,
      }));
    },
    // The platform could not do it: it is to be decided once more.
    async WorkRequestFailed(rows, { data, id: round, at }) {
      for (const { kind, id } of await rows.find(APPROVALS, { work_request_id: data.work_request_id }))
        await rows.change(APPROVALS, { kind, id }, (row) => ({
          ...row,
          decided: null,
          work_request_id: null,
          round,
          updated_at: at,
        }));
    },
  },
});

/** What is asked again under the same key is the same request. */
export type WaitingOnPlatform = Approval & { readonly round: string };

/** Those that nobody has decided yet, as far as the caller may see them. */
export const platformApprovalsFound = (
  run: RunReads,
): ((scope: Parameters<FindApprovals>[0]) => Promise<WaitingOnPlatform[]>) => {
  const reads = over(run, APPROVALS);
  return (scope) =>
    reads(scope, async (db) => {
      const open = db.selectFrom(APPROVALS.name).selectAll().where('decided', 'is', null);
      return (await ofSites(open, scope).execute()).map(shown);
    });
};

const shown = ({ kind, id, account_id, site_id, title, since, round }: ApprovalRow): WaitingOnPlatform => ({
  kind,
  id,
  account_id,
  site_id,
  title: title ?? (kind === 'blueprint' ? `Blueprint ${id}` : `Article ${id}`),
  since,
  waiting_for: 'client',
  href: `/api/v1/services/approvals/${kind}/${id}/`,
  round,
});
