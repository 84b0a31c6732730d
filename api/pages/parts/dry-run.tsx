import type { FC } from 'hono/jsx';
import { Problem } from '#api/http/problem';
import type { Schemas } from '#client/types';
import type { Visit } from '../page.ts';
import { dayText } from './day.ts';
import { GATEWAYS } from './money-words.ts';
import { Badge } from './show.tsx';

export type DryRun = Schemas['InvoiceDryRun'];
type Standing = Schemas['InvoiceStanding'];
type Will = Schemas['InvoiceConsequence'];

export type Tried<T> =
  | { readonly ok: true; readonly found: T; readonly etag: string | null }
  | { readonly ok: false; readonly problem: Problem };
/** What would come of it; a refusal is an answer, too. Only what nobody could help is thrown. */
export async function tried<T>(asked: Promise<{ readonly data: T; readonly etag: string | null }>): Promise<Tried<T>> {
  try {
    const { data, etag } = await asked;
    return { ok: true, found: data, etag };
  } catch (error) {
    if (error instanceof Problem && [403, 409, 422].includes(error.status)) return { ok: false, problem: error };
    throw error;
  }
}

const money = ({ formats }: Pick<Visit, 'formats'>, amount: string | null): string =>
  formats.number(amount ?? '0', 'usd');

/** One consequence in a sentence. */
export function willWords(visit: Visit, { kind, amount, gateway, payment_id }: Will): string {
  const much = money(visit, amount);
  const way = gateway === null ? '' : (GATEWAYS[gateway] ?? gateway).toLowerCase();
  switch (kind) {
    case 'charge':
      return `${much} is charged to the card that the client saved.`;
    case 'approve':
      return `PayPal is asked for ${much}; the client approves that on PayPal’s page before anything is taken.`;
    case 'payment':
      return `${much} is recorded as received.`;
    case 'paid':
      return 'Nothing is due any more: the invoice is paid.';
    case 'bought':
      return 'What was bought with it is given.';
    case 'services_resume':
      return 'Services that dunning paused go on, unless another invoice keeps them.';
    case 'credit_note':
      return `A credit note of ${much} is issued, with a number of its own. It cannot be taken back.`;
    case 'lowers_due':
      return `${much} of it lowers what is due.`;
    case 'account_credit':
      return `${much} is kept as credit of the client; their next invoices use it.`;
    case 'refund':
      return gateway === 'manual'
        ? `${much} is recorded as given back by hand${payment_id === null ? '' : `, of payment ${payment_id}`}: whoever records it sends the money.`
        : `${much} goes back by ${way}${payment_id === null ? '' : `, the way payment ${payment_id} came`}.`;
    case 'reversed':
      return `The card network takes ${much} back.`;
    case 'written_off':
      return `${much} is written off: it is not collected any more.`;
    case 'voided':
      return `The invoice over ${much} is void. It keeps its number.`;
    case 'billed_again':
      return 'What it billed waits for the 1st of the next month, unless it is billed again at once.';
    case 'credit_returned':
      return `${much} of credit that it used is credit again.`;
    case 'purchase_ends':
      return 'What was bought with it ends: unused credits are taken back, an order is cancelled.';
    case 'dunning_held':
      return 'The clock of dunning stands still until somebody releases it. What is paused stays paused.';
    case 'dunning_suspended':
      return 'The clock of dunning stands still while the dispute is open.';
    case 'dunning_goes_on':
      return 'The clock of dunning goes on, with the days already run.';
    case 'dispute_opened':
      return `${much} of it is disputed.`;
    case 'dispute_closed':
      return `The dispute over ${much} is closed.`;
    case 'network_told':
      return 'The card network is told that the dispute is given up.';
  }
}

/** What happens, and how the invoice stands before and after it. */
export const WhatItDoes: FC<{ readonly visit: Visit; readonly dryRun: DryRun }> = ({ visit, dryRun }) => (
  <>
    <ul class="will">
      {dryRun.will.map((each) => (
        <li>{willWords(visit, each)}</li>
      ))}
    </ul>
    <BeforeAfter visit={visit} before={dryRun.before} after={dryRun.after} />
  </>
);

const ROWS: readonly (readonly [key: keyof Standing, label: string])[] = [
  ['total', 'Total'],
  ['credited', 'Credit notes'],
  ['paid', 'Paid'],
  ['refunded', 'Given back'],
  ['reversed', 'Taken back by a bank'],
  ['kept_as_credit', 'Kept as credit'],
  ['amount_due', 'Still due'],
];
const BeforeAfter: FC<{ readonly visit: Visit; readonly before: Standing; readonly after: Standing }> = ({
  visit,
  before,
  after,
}) => (
  <div class="table-box">
    <table class="before-after">
      <caption class="unseen">The invoice before and after</caption>
      <thead>
        <tr>
          <td />
          <th scope="col" class="figure">
            Now
          </th>
          <th scope="col" class="figure">
            Afterwards
          </th>
        </tr>
      </thead>
      <tbody>
        <tr class={before.status === after.status ? 'same' : undefined}>
          <th scope="row">Status</th>
          <td class="figure">
            <Badge status={before.status} />
          </td>
          <td class="figure">
            <Badge status={after.status} />
          </td>
        </tr>
        {ROWS.filter(
          ([key]) => key === 'total' || key === 'amount_due' || isThere(before[key]) || isThere(after[key]),
        ).map(([key, label]) => (
          <tr class={before[key] === after[key] ? 'same' : undefined}>
            <th scope="row">{label}</th>
            <td class="figure">{money(visit, String(before[key]))}</td>
            <td class="figure">{money(visit, String(after[key]))}</td>
          </tr>
        ))}
        <tr class={clock(visit, before) === clock(visit, after) ? 'same' : undefined}>
          <th scope="row">Dunning</th>
          <td class="figure">{clock(visit, before)}</td>
          <td class="figure">{clock(visit, after)}</td>
        </tr>
      </tbody>
    </table>
  </div>
);
const isThere = (value: unknown): boolean => Number(value) !== 0;
const clock = (visit: Visit, { dunning: { status, day, next } }: Standing): string => {
  if (status === 'none' || status === 'ended') return '–';
  const at = day === null ? '' : `day ${day}, `;
  if (status === 'running') return `${at}${next === null ? 'running' : `${next.action} on ${dayText(visit, next.on)}`}`;
  return `${at}${{ held: 'held', suspended: 'stands still', below_threshold: 'too little is due' }[status]}`;
};
