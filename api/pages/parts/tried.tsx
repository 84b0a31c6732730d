import type { Child, FC } from 'hono/jsx';
import { Problem } from '#api/http/problem';
import type { Schemas } from '#client/types';
import { type ListQuery, type ListSpec, listed } from '../list.tsx';
import type { Visit } from '../page.ts';
import { spoken } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { dayText } from './day.ts';
import { Amount, Badge, Card, Notice } from './show.tsx';

export type Tried = Pick<Schemas['DryRun'], 'count' | 'results' | 'concerned' | 'losing'>;
type Account = Schemas['TriedForAccount'];
type Changed = Schemas['TriedChange'];
/** What the address asks a dry run: a page of it. */
export type Paged = { readonly page: number; readonly page_size: number };

const SIZE = 20;
const AMOUNTS = ['before', 'after'] as const;

/** Whom a change would concern, as the address has the page of it; or why it would be refused. */
export async function triedOn<T extends Tried>(
  visit: Visit,
  ask: (query: Paged) => Promise<T>,
): Promise<{ readonly tried: T; readonly list: Child } | Problem> {
  let tried: T | null = null;
  const fetch = async ({ page, page_size }: ListQuery) => {
    tried = await ask({ page, page_size });
    return tried;
  };
  try {
    const list = await listed(visit, spec(visit, fetch));
    if (tried === null) throw new Error('the list was not asked for');
    return { tried, list };
  } catch (error) {
    if (error instanceof Problem && [403, 409, 422].includes(error.status)) return error;
    throw error;
  }
}

const spec = (visit: Visit, fetch: (query: ListQuery) => Promise<Tried>): ListSpec<Account> => ({
  name: 'tried',
  caption: 'Accounts that it concerns',
  pageSize: SIZE,
  columns: [
    {
      key: 'client',
      label: 'Client',
      value: ({ name }) => name,
      cell: ({ account_id, name, plan }) => (
        <>
          <a href={AT.client(account_id)}>{name}</a>
          <span class="sub">{spoken(plan)}</span>
        </>
      ),
    },
    {
      key: 'changes',
      label: 'What changes for it',
      cell: ({ changes }) => changes.map((each) => <One change={each} />),
    },
    ...AMOUNTS.map((side) => ({
      key: side,
      label: side === 'before' ? 'Next invoice now' : 'Afterwards',
      figure: true,
      cell: ({ account_id, next_invoice }: Account) => (
        <>
          <Amount visit={visit} value={next_invoice[side].total} explain={AT.billing(account_id)} />
          <span class="sub">{dayText(visit, next_invoice.billing_date)}</span>
        </>
      ),
    })),
    {
      key: 'difference',
      label: 'Difference',
      figure: true,
      cell: ({ difference, renewals }) => (
        <>
          {Number(difference) === 0 ? <span class="quiet">none</span> : visit.formats.number(difference, 'usd')}
          {renewals.map(({ order_id, on, total, held }) => (
            <span class="sub">
              {total === null
                ? `order ${order_id} does not renew: ${held ?? ''}`
                : `before it, order ${order_id} renews on ${dayText(visit, on)}: ${visit.formats.number(total, 'usd')}`}
            </span>
          ))}
        </>
      ),
    },
  ],
  fetch,
  empty: { title: 'Nobody is concerned', text: 'No account, service or order would be different for it.' },
});

const One: FC<{ readonly change: Changed }> = ({ change: { subject, id, key, from, to, loses, note, in_use } }) => (
  <p class="small">
    {subject === 'service' && id !== null && <a href={AT.service(id)}>{`Service ${id}: `}</a>}
    {subject === 'order' && id !== null && <a href={AT.order(id)}>{`Order ${id}: `}</a>}
    {`${spoken(key.replaceAll('.', ' '))} ${from} → ${to} `}
    {loses && <Badge status="loses" label="less" tone="warn" />}
    {note !== null && <span class="sub">{note}</span>}
    {in_use.map((each) => (
      <span class="sub">{`In use: ${each}`}</span>
    ))}
  </p>
);

/** How many it concerns, and each of them. The table to take along has them all. */
export const Concerned: FC<{ readonly tried: Tried; readonly list: Child }> = ({
  tried: { concerned, losing },
  list,
}) => (
  <Card title="Whom it concerns">
    {concerned > 0 && (
      <p>{`Accounts for which something changes: ${concerned}. Of these, accounts that have less of something: ${losing}.`}</p>
    )}
    {list}
  </Card>
);

/** Why it would be refused, where no field of the page says so. */
export const Refused: FC<{ readonly problem: Problem | null }> = ({ problem }) =>
  problem === null ? null : <Notice tone="bad">{problem.message}</Notice>;
