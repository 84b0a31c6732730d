import type { FC } from 'hono/jsx';
import { Problem } from '#api/http/problem';
import type { Schemas } from '#client/types';
import type { Visit } from '../page.ts';
import { AT } from '../where.ts';
import { dayText } from './day.ts';
import { Amount, Card } from './show.tsx';

export type NextChange = Schemas['NextInvoiceChange'];
/** What is to be looked at; left empty, nothing changes. */
export type ServiceChange = {
  readonly action?: 'pause' | 'resume' | 'cancel';
  readonly tier?: 'lite' | 'pro';
  readonly monthly_price?: string;
  readonly override_reason?: string;
};

/** The account’s next invoice before and after a change of that service; null where the change would be refused. */
export async function nextInvoiceOf({ backend }: Visit, id: number, change: ServiceChange): Promise<NextChange | null> {
  try {
    return (await backend.post('services/subscriptions/{id}/next-invoice/', { path: { id }, body: change })).data;
  } catch (error) {
    if (error instanceof Problem && [403, 409, 422].includes(error.status)) return null;
    throw error;
  }
}

type Line = NextChange['before']['lines'][number];
type Pair = { readonly description: string; readonly before: Line | null; readonly after: Line | null };
/** Lines that are on both are told once; a line that is split or shortened stands on both sides by its own words. */
function paired({ before, after }: NextChange): Pair[] {
  const left = [...after.lines];
  const taken = before.lines.map((line): Pair => {
    const at = left.findIndex(({ description }) => description === line.description);
    const [other = null] = at === -1 ? [] : left.splice(at, 1);
    return { description: line.description, before: line, after: other };
  });
  const added = left.map((line): Pair => ({ description: line.description, before: null, after: line }));
  return [...taken, ...added].filter(({ before: a, after: b }) => a?.kind !== 'tax' && b?.kind !== 'tax');
}

/** The order or the service that a line is about. */
function madeOf({ before, after }: Pair): string | null {
  const { order_id = null, subscription_id = null } = before ?? after ?? {};
  if (order_id !== null) return AT.order(order_id);
  return subscription_id === null ? null : `${AT.service(subscription_id)}#invoice`;
}

/** So many lines that stay as they are stand there one by one. */
const SHOWN = 8;

/** The client’s next invoice as it would be now and after a change, line by line, before the change is made. */
export const NextInvoice: FC<{ readonly visit: Visit; readonly change: NextChange }> = ({ visit, change }) => {
  const { before, after, billing_date } = change;
  const pairs = paired(change);
  const same = pairs.filter((pair) => pair.before?.amount === pair.after?.amount);
  const shown = same.length > SHOWN ? pairs.filter((pair) => !same.includes(pair)) : pairs;
  const hidden = pairs.length - shown.length;
  const row = (
    label: string,
    a: string | undefined,
    b: string | undefined,
    given?: string,
    explain?: string | null,
  ) => (
    <tr class={given ?? (a === b ? 'same' : undefined)}>
      <th scope="row">{label}</th>
      {[a, b].map((value) => (
        <td class="figure">
          {value === undefined ? '–' : <Amount visit={visit} value={value} explain={explain ?? null} />}
        </td>
      ))}
    </tr>
  );
  return (
    <Card title={`The client’s next invoice, of ${dayText(visit, billing_date)}`}>
      <div class="table-box">
        <table class="before-after">
          <caption class="unseen">The next invoice before and after</caption>
          <thead>
            <tr>
              <td />
              <th scope="col" class="figure">
                As it is
              </th>
              <th scope="col" class="figure">
                Afterwards
              </th>
            </tr>
          </thead>
          <tbody>
            {pairs.length === 0 && (
              <tr class="same">
                <th scope="row">Nothing to bill</th>
                <td class="figure">–</td>
                <td class="figure">–</td>
              </tr>
            )}
            {shown.map((pair) =>
              row(pair.description, pair.before?.amount, pair.after?.amount, undefined, madeOf(pair)),
            )}
            {hidden > 0 && (
              <tr class="same">
                <th scope="row">{`${hidden} more lines, which stay as they are`}</th>
                <td />
                <td />
              </tr>
            )}
            {(Number(before.tax) !== 0 || Number(after.tax) !== 0) &&
              row(`Tax ${after.tax_rate} %`, before.tax, after.tax)}
            {row('Total', before.total, after.total, 'total')}
          </tbody>
        </table>
      </div>
      {after.carried_over && (
        <p class="quiet small">It is less than a card can be charged with, so it waits for the invoice after it.</p>
      )}
    </Card>
  );
};
