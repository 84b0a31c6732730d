import type { PersonalData } from '#commands/log/ports-personal-data';
import type { BacklinkId, ClaimId, ProposalId } from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import type { ProposalMetrics, ProposedPlacement } from '#domain/links/backlink-order-agreement-messages';
import type { Approver, Vendor } from '#domain/links/backlink-order-messages';
import { answersProblem, type BriefAnswer, type BriefAnswers } from '#domain/links/brief';
import type { GuaranteeReason } from '#domain/links/guarantee';
import type { HandleOptions } from '#runtime/command-handler';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import type { BacklinkCommands } from './backlink.ts';
import type { BacklinkOrderCommands, OrderResult } from './backlink-order.ts';
import type { BlockedDomainCommands } from './blocked-domain.ts';

export type ProposeLink = {
  readonly placement: ProposedPlacement;
  readonly vendor: Vendor;
  readonly cost: Cents;
  readonly metrics: ProposalMetrics | null;
  readonly by: Approver;
};
/** Whoever decides, and whose key what they write is sealed under. */
export type Deciding = { readonly by: Approver; readonly author: string };
export type AgreementCommands = ReturnType<typeof agreementCommands>;

/** What an order and its client agree on while it is worked on. Texts of people are sealed before anything is decided. */
export function agreementCommands(deps: {
  readonly ids: IdAllocator;
  readonly orders: Pick<BacklinkOrderCommands, 'load' | 'run'>;
  readonly backlinks: Pick<BacklinkCommands, 'load'>;
  readonly blocked: Pick<BlockedDomainCommands, 'blocking'>;
  readonly personal: Pick<PersonalData, 'seal'>;
}) {
  const { ids, orders, backlinks, blocked, personal } = deps;
  const sealed = (author: string, text: string) => personal.seal({ under: author }, text);
  const noOrder: OrderResult = {
    ok: false,
    refusal: { code: 'not_found', message: 'there is no such order' },
    revision: -1,
  };

  return {
    async propose(
      orderId: number,
      input: ProposeLink,
      cause: Cause,
      options?: HandleOptions,
    ): Promise<OrderResult & { readonly id: ProposalId }> {
      const proposalId = (await ids.allocate('placement-proposal', cause.commandId)) as ProposalId;
      const { state } = await orders.load(orderId);
      if (state.status === 'none') return { ...noOrder, id: proposalId };
      const host = await blocked.blocking(state.accountId, input.placement.source_domain);
      const command = { type: 'Propose' as const, proposalId, ...input, blocked: host };
      return { ...(await orders.run(orderId, command, cause, options)), id: proposalId };
    },

    approve: (orderId: number, proposalId: ProposalId, { by }: Deciding, cause: Cause, options?: HandleOptions) =>
      orders.run(orderId, { type: 'ApproveProposal', proposalId, by }, cause, options),

    async reject(
      orderId: number,
      proposalId: ProposalId,
      { by, author, reason }: Deciding & { readonly reason: string },
      cause: Cause,
      options?: HandleOptions,
    ): Promise<OrderResult> {
      const command = { type: 'RejectProposal' as const, proposalId, by, reason: await sealed(author, reason) };
      return orders.run(orderId, command, cause, options);
    },

    withdraw: (orderId: number, proposalId: ProposalId, reason: string | null, cause: Cause, options?: HandleOptions) =>
      orders.run(orderId, { type: 'WithdrawProposal', proposalId, because: 'by_staff', reason }, cause, options),

    goOn: (orderId: number, cause: Cause, options?: HandleOptions) =>
      orders.run(orderId, { type: 'ContinuePlacements' }, cause, options),

    /** The client does not want what was drafted: it is cancelled, unless somebody approved it meanwhile. */
    async rejectDraft(
      orderId: number,
      input: { readonly author: string; readonly reason: string },
      cause: Cause,
    ): Promise<OrderResult> {
      const { state, revision } = await orders.load(orderId);
      if (state.status === 'none') return noOrder;
      if (state.status !== 'draft') {
        const message = `the order is ${state.status} already`;
        return { ok: false, refusal: { code: 'invalid_state', message, currentState: state.status }, revision };
      }
      const reason = await sealed(input.author, input.reason);
      return orders.run(orderId, { type: 'Cancel', what: 'order', reason }, cause, { expected: revision });
    },

    async answerBrief(
      orderId: number,
      input: { readonly answers: BriefAnswers; readonly complete: boolean; readonly author: string },
      cause: Cause,
      options?: HandleOptions,
    ): Promise<OrderResult> {
      const { state, revision } = await orders.load(orderId);
      if (state.status === 'none') return noOrder;
      const problem = state.brief === null ? null : answersProblem(state.brief.questions, input.answers);
      if (problem) return { ok: false, refusal: { code: 'invalid_values', ...problem }, revision };
      const answers: Record<string, BriefAnswer> = {};
      for (const [key, answer] of Object.entries(input.answers))
        if (answer.length > 0) answers[key] = await sealedAnswer(input.author, answer);
      return orders.run(orderId, { type: 'AnswerBrief', answers, complete: input.complete }, cause, options);
    },

    async claim(
      orderId: number,
      input: Deciding & {
        readonly backlinkId: BacklinkId;
        readonly reason: GuaranteeReason;
        readonly note: string | null;
      },
      cause: Cause,
      options?: HandleOptions,
    ): Promise<OrderResult & { readonly id: ClaimId }> {
      const claimId = (await ids.allocate('guarantee-claim', cause.commandId)) as ClaimId;
      const { backlinkId, reason, by } = input;
      const note = input.note === null ? null : await sealed(input.author, input.note);
      const { state } = await backlinks.load(backlinkId);
      const known = state.status !== 'none' && state.ref.order_id === orderId ? state : null;
      const link = {
        guaranteedUntil: known?.guaranteedUntil ?? null,
        wasIndexed: known?.indexing.status === 'indexed',
      };
      const command = { type: 'Claim' as const, claimId, backlinkId, reason, note, by, ...link };
      return { ...(await orders.run(orderId, command, cause, options)), id: claimId };
    },

    async settleClaim(
      orderId: number,
      claimId: ClaimId,
      input: Deciding & { readonly outcome: 'accepted' | 'refused'; readonly note: string | null },
      cause: Cause,
      options?: HandleOptions,
    ): Promise<OrderResult> {
      const { outcome, by } = input;
      const reason = input.note === null ? null : await sealed(input.author, input.note);
      return orders.run(orderId, { type: 'SettleClaim', claimId, outcome, checkId: null, reason, by }, cause, options);
    },
  };

  async function sealedAnswer(author: string, answer: BriefAnswer): Promise<BriefAnswer> {
    return typeof answer === 'string'
      ? sealed(author, answer)
      : Promise.all(answer.map((item) => sealed(author, item)));
  }
}
