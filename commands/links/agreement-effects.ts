import type { ClientMail } from '#commands/platform/client-mail';
import { isWithin } from '#domain/links/blocked-domain';
import { placementMail as letterOf } from '#domain/links/client-mail';
import {
  approveBySilence,
  lookUpSilence,
  placementMail,
  proveGuaranteeClaim,
  recordIndexLook,
  withdrawBlocked,
} from '#domain/links/effects';
import { uuidFrom } from '#runtime/random';
import {
  again,
  type CallOf,
  done,
  gaveUp,
  type Handlers,
  handlersOf,
  internally,
  outcomeOf,
} from '#runtime/typed-effects';
import type { BacklinkCommands } from './backlink.ts';
import type { BacklinkOrderCommands } from './backlink-order.ts';
import type { AgreementPorts } from './ports-agreement.ts';

export type AgreementEffectDeps = AgreementPorts & {
  readonly orders: BacklinkOrderCommands;
  readonly backlinks: BacklinkCommands;
  /** Proposals of the account that wait for its client. */
  readonly openProposals: (
    accountId: number,
  ) => Promise<readonly { readonly id: number; readonly order_id: number; readonly source_domain: string }[]>;
  readonly upToDate: () => Promise<void>;
  readonly mail: ClientMail;
  readonly teamAddress: string;
  readonly publicUrl: string | null;
};

const KINDS = [
  lookUpSilence,
  placementMail,
  approveBySilence,
  withdrawBlocked,
  proveGuaranteeClaim,
  recordIndexLook,
] as const;

/** How what orders and their clients agree on is carried out. */
export function agreementEffects(deps: AgreementEffectDeps): Handlers {
  const { orders, backlinks, mayApprove, paused, openDisputes, upToDate, mail } = deps;
  return handlersOf(KINDS, {
    look_up_silence: internally(async ({ payload: { account_id, site_id } }) => {
      await upToDate();
      const [approving, disputes] = await Promise.all([mayApprove(account_id), openDisputes(account_id)]);
      return done({ paused: await paused(site_id), disputes, approvers: approving.length });
    }),
    placement_mail: {
      ...mail.lookUps(async ({ payload: { order_id } }: CallOf<typeof placementMail>) => {
        const { state } = await orders.load(order_id);
        return state.status === 'none' ? null : spokenTo(state);
      }),
      call: (call) => askClient(deps, call),
    },
    approve_by_silence: internally(async ({ payload: { order_id, proposal_id: proposalId }, cause }) =>
      outcomeOf(await orders.run(order_id, { type: 'ApproveBySilence', proposalId }, cause)),
    ),
    withdraw_blocked_proposals: internally((call) => withdraw(deps, call)),
    prove_guarantee_claim: internally(async ({ payload: { backlink_id, claim_id: claimId, reason }, cause }) =>
      outcomeOf(await backlinks.run(backlink_id, { type: 'ProveClaim', claimId, reason }, cause)),
    ),
    record_index_look: internally(async ({ payload, cause }) => {
      const { backlink_id, claim_id: claimId, indexed, evidence } = payload;
      return outcomeOf(
        await backlinks.run(backlink_id, { type: 'RecordIndexLook', claimId, indexed, evidence }, cause),
      );
    }),
  });
}

async function askClient(deps: AgreementEffectDeps, call: CallOf<typeof placementMail>) {
  const { order_id, account_id, proposal_id, approver } = call.payload;
  const { state } = await deps.orders.load(order_id);
  const proposal = state.status === 'none' ? undefined : state.proposals.find(({ id }) => id === proposal_id);
  if (!proposal || state.status === 'none') return gaveUp('there is no such proposal');
  if (proposal.status !== 'proposed') return gaveUp(`the proposal is ${proposal.status} already`);
  const person = (await deps.mayApprove(account_id))[approver];
  if (!person?.email) return gaveUp('there is nobody with an e-mail address who may approve');
  // Whose client it is has to be known before anything is said in anybody's name.
  await deps.upToDate();
  const { teamAddress, publicUrl } = deps;
  return deps.mail.send(call, spokenTo(state), person.email, ({ language, brand }) => {
    const origin = brand?.origin ?? publicUrl;
    return letterOf({
      name: person.name,
      domain: proposal.source_domain,
      target: proposal.target_url,
      anchor: proposal.anchor_text,
      orderId: order_id,
      link: origin === null ? null : `${origin}/app/orders/${order_id}/`,
      contact: brand === null ? teamAddress : (brand.replyTo ?? brand.from.address),
      language,
      signature: brand?.name ?? null,
    });
  });
}
const spokenTo = ({ accountId, siteId }: { readonly accountId: number; readonly siteId: number }) => ({
  account_id: accountId,
  site_id: siteId,
});

/** Each by a command of its own; one that was decided meanwhile stays as it was decided. */
async function withdraw(deps: AgreementEffectDeps, { payload, cause, effectId }: CallOf<typeof withdrawBlocked>) {
  await deps.upToDate();
  let withdrawn = 0;
  for (const { id, order_id, source_domain } of await deps.openProposals(payload.account_id)) {
    if (!isWithin(source_domain, payload.domain)) continue;
    const { state } = await deps.orders.load(order_id);
    const proposal = state.status === 'none' ? undefined : state.proposals.find((each) => each.id === id);
    if (!proposal || state.status === 'none') return again('the order is not there yet');
    const own = {
      ...cause,
      commandId: uuidFrom(effectId, 'withdraw', id),
      accountId: state.accountId,
      siteId: state.siteId,
    };
    const command = {
      type: 'WithdrawProposal' as const,
      proposalId: proposal.id,
      because: 'domain_blocked' as const,
      reason: null,
    };
    const ended = await deps.orders.run(order_id, command, own);
    if (ended.ok && !ended.unchanged) withdrawn += 1;
  }
  return done({ withdrawn });
}
