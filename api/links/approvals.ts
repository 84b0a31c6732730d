import { accepted, notFound } from '#api/http/problem';
import type { ApprovalsPart } from '#api/platform/approvals';
import type { BacklinkOrderCommands } from '#commands/links/backlink-order';
import type { AgreementCommands } from '#commands/links/backlink-order-agreement';
import type { ProposalId } from '#domain/kernel/ids';
import type { FindApprovals } from '#projections/platform/approvals';
import { authorOf, deciderOf } from './authors.ts';

type Deps = {
  readonly find: FindApprovals;
  readonly orders: Pick<BacklinkOrderCommands, 'approve'>;
  readonly agreements: Pick<AgreementCommands, 'approve' | 'reject' | 'rejectDraft'>;
};
const roles = ['admin', 'agency', 'client'] as const;
const outcomes = ['approved', 'rejected'] as const;
const PROPOSALS = /\/backlink-orders\/(\d+)\/links\/proposals\/$/;

/** Draft orders, and placements that are proposed to the client. */
export const linksApprovalsPart = ({ find, orders, agreements }: Deps): ApprovalsPart => ({
  find,
  kinds: [
    {
      kind: 'order',
      outcomes,
      roles,
      async decide({ approval: { id, account_id }, outcome, note, principal, cause }) {
        const by = deciderOf(principal);
        if (outcome === 'approved')
          return accepted(await orders.approve(id, { by, onBehalf: principal.role === 'admin' }, cause));
        const author = authorOf(principal, account_id ?? 0);
        return accepted(await agreements.rejectDraft(id, { author, reason: note ?? '' }, cause));
      },
    },
    {
      kind: 'placement',
      outcomes,
      roles,
      async decide({ approval, outcome, note, principal, cause }) {
        const order = Number(PROPOSALS.exec(approval.href)?.[1] ?? 0);
        if (order === 0) throw notFound('proposal');
        const deciding = { by: deciderOf(principal), author: authorOf(principal, approval.account_id ?? 0) };
        const id = approval.id as ProposalId;
        return accepted(
          outcome === 'approved'
            ? await agreements.approve(order, id, deciding, cause)
            : await agreements.reject(order, id, { ...deciding, reason: note ?? '' }, cause),
        );
      },
    },
  ],
});
