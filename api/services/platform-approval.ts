import { notFound, Problem } from '#api/http/problem';
import type { ApprovalKind, ApprovalsPart, Decided } from '#api/platform/approvals';
import type { PersonalData } from '#commands/log/ports-personal-data';
import type { WorkRequestCommands } from '#commands/platform/work-request';
import { accountSubject, userSubject } from '#domain/log/personal-data';
import type { WorkRequestKind } from '#domain/platform/work-request';
import type { platformApprovalsFound } from '#projections/services/platform-approval';

type Deps = {
  readonly find: ReturnType<typeof platformApprovalsFound>;
  readonly workRequests: Pick<WorkRequestCommands, 'issueOnce'>;
  readonly personal: Pick<PersonalData, 'seal'>;
};

/** Blueprints and articles stand on the platform: it is told what was decided, once for each time that it asks. */
export function platformApprovalsPart({ find, workRequests, personal }: Deps): ApprovalsPart {
  const sealed = async ({ note, principal, approval }: Decided): Promise<string | null> => {
    const { role, userId, accountId } = principal;
    const account = (role === 'client' || role === 'agency' ? accountId : null) ?? approval.account_id;
    const author = userId === null || account === accountId ? accountSubject(account ?? 0) : userSubject(userId);
    return note === null ? null : personal.seal({ under: author }, note);
  };
  const decide =
    (request: WorkRequestKind, subject: 'blueprint_id' | 'content_id'): ApprovalKind['decide'] =>
    async (decided) => {
      const { approval, outcome, cause } = decided;
      const { kind, id, site_id } = approval;
      if (!('round' in approval) || site_id === null) throw notFound('approval');
      const payload = { site_id, [subject]: id, outcome, note: await sealed(decided), approval: { kind, id } };
      const key = `approval-${kind}-${id}-${String(approval.round)}`;
      const asked = { kind: request, key, payload, subscriptionId: null, siteId: site_id };
      const { unchanged, position } = await workRequests.issueOnce(asked, cause);
      if (unchanged)
        throw new Problem('invalid_state', 'somebody else has decided this meanwhile', { current_state: 'decided' });
      return { position };
    };
  const roles = ['admin', 'agency', 'client'] as const;
  return {
    find,
    kinds: [
      {
        kind: 'blueprint',
        outcomes: ['approved', 'rejected'],
        roles,
        decide: decide('blueprint.approve', 'blueprint_id'),
      },
      {
        kind: 'content',
        outcomes: ['approved', 'changes_requested'],
        roles,
        decide: decide('content.review', 'content_id'),
      },
    ],
  };
}
