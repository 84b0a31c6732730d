import type { DisputeAnswer } from '#commands/billing/ports-payments';
import type { Api } from './client.ts';
import { troubleOf } from './intents.ts';

/** Statuses in which Stripe still takes evidence. */
const ANSWERABLE = new Set(['needs_response', 'warning_needs_response']);

/** Hands the evidence in, for good: Stripe takes it once. One that has it already is not sent it again. */
export const submitEvidence = (
  api: Api,
  id: string,
  fields: Readonly<Record<string, string>>,
): Promise<DisputeAnswer> =>
  told(api, async () => {
    const { status, evidence_details } = await api.stripe.disputes.retrieve(id);
    if (ANSWERABLE.has(status)) await api.stripe.disputes.update(id, { evidence: fields, submit: true });
    else if (evidence_details.submission_count === 0)
      return { outcome: 'refused', error: `stripe takes no evidence for a dispute that is ${status}` };
    return { outcome: 'done' };
  });

/** Gives the dispute up: the cardholder keeps the money. */
export const acceptDispute = (api: Api, id: string): Promise<DisputeAnswer> =>
  told(api, async () => {
    const { status } = await api.stripe.disputes.retrieve(id);
    if (status === 'won') return { outcome: 'refused', error: 'stripe has decided the dispute in our favour already' };
    if (status !== 'lost') await api.stripe.disputes.close(id);
    return { outcome: 'done' };
  });

async function told(api: Api, work: () => Promise<DisputeAnswer>): Promise<DisputeAnswer> {
  try {
    return await work();
  } catch (error) {
    return troubleOf(api.failureOf(error));
  }
}
