import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import { AT } from '../where.ts';

type Invoice = Schemas['Invoice'];
type Action = { readonly at: string; readonly label: string; readonly says: string; readonly danger?: boolean };

/** What can be done to it as it stands; each leads to a page that says first what it comes to. */
function actionsOf(
  { status, kind, amount_due, paid, refunded, total, credited, dunning }: Invoice,
  disputed: boolean,
): Action[] {
  const isUnpaid = status === 'open' || status === 'past_due';
  const isDue = Number(amount_due) > 0 && status !== 'void';
  const isOwedBack = Number(paid) - Number(refunded) > Math.max(0, Number(total) - Number(credited));
  const actions: (Action | false)[] = [
    isDue && { at: 'payment/', label: 'Payment', says: 'Record what came in, or charge what is due' },
    status !== 'void' &&
      status !== 'draft' &&
      Number(credited) < Number(total) && {
        at: 'credit-note/',
        label: 'Credit note',
        says: 'Take a part or all of it off',
      },
    isOwedBack && { at: 'refund/', label: 'Refund', says: 'Give back what is owed back, or record that it was' },
    isUnpaid &&
      kind === 'regular' && {
        at: 'dunning/',
        label: dunning.status === 'held' ? 'Release dunning' : 'Hold dunning',
        says: dunning.status === 'held' ? 'Let its clock go on' : 'Let its clock stand still',
      },
    !disputed &&
      status !== 'void' &&
      status !== 'draft' && { at: 'dispute/', label: 'Dispute', says: 'Put on record that it is disputed' },
    status === 'open' && { at: 'void/', label: 'Void', says: 'As if it had never been issued', danger: true },
    status === 'void' &&
      kind === 'regular' && { at: 'reissue/', label: 'Bill again', says: 'Issue anew, at once, what it billed' },
  ];
  return actions.filter((action) => action !== false);
}

export const InvoiceActions: FC<{ readonly invoice: Invoice; readonly disputed: boolean }> = ({
  invoice,
  disputed,
}) => {
  const actions = actionsOf(invoice, disputed);
  return (
    <>
      <h2>What you can do</h2>
      {actions.length === 0 ? (
        <p class="quiet">Nothing is to be done about it.</p>
      ) : (
        <ul class="doings">
          {actions.map(({ at, label, says, danger }) => (
            <li>
              <a class={danger ? 'button danger' : 'button'} href={`${AT.invoice(invoice.id)}${at}`}>
                {label}
              </a>
              <span class="quiet small">{says}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
