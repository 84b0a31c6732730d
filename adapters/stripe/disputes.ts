import type { DisputeAnswer } from '#commands/billing/ports-payments';
import type { Api } from './client.ts';
import { troubleOf } from './intents.ts';

/** Statuses in which Stripe still takes evidence. */
const ANSWERABLE = new Set(['needs_response', 'warning_needs_response']);

/** Characters of one field of text. */
const MOST_TEXT = 20_000;

/** Stripe takes what was written with the customer as an uploaded file only; as text it goes with everything else, as far as there is room. */
function asStripeTakes({ customer_communication: written, ...fields }: Readonly<Record<string, string>>) {
  if (written === undefined) return fields;
  const parts = [fields['uncategorized_text'], 'Messages with the customer', written].filter(
    (each) => each !== undefined,
  );
  return { ...fields, uncategorized_text: parts.join('\n\n').slice(0, MOST_TEXT) };
}

/** Hands the evidence in, for good: Stripe takes it once. One that has it already is not sent it again. */
export const submitEvidence = (
  api: Api,
  id: string,
  fields: Readonly<Record<string, string>>,
): Promise<DisputeAnswer> =>
  told(api, async () => {
    const { status, evidence_details } = await api.stripe.disputes.retrieve(id);
    if (ANSWERABLE.has(status)) await api.stripe.disputes.update(id, { evidence: asStripeTakes(fields), submit: true });
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
