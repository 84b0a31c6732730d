import { effectFamily } from '#domain/kernel/effect-kind';
import type { DisputeId, InvoiceId } from '#domain/kernel/ids';

type AtNetwork = {
  readonly invoice_id: InvoiceId;
  readonly dispute_id: DisputeId;
  readonly provider_dispute: string;
};

/** What is done about a dispute at the card network, by the gateway that it came through. `sha256` names the bundle. */
export const submitEvidence = effectFamily('submit_evidence')<AtNetwork & { readonly sha256: string }>();
export const acceptDispute = effectFamily('accept_dispute')<AtNetwork>();
