import type { FC } from 'hono/jsx';
import { AT } from '../where.ts';
import { Tabs } from './show.tsx';

/** The parts of Money, above each of its lists. */
export const MoneyTabs: FC<{ readonly at: string }> = ({ at }) => (
  <Tabs
    label="Money"
    at={at}
    tabs={[
      { href: AT.invoices, label: 'Invoices' },
      { href: AT.pastDue, label: 'Past due' },
      { href: AT.disputes, label: 'Disputes' },
    ]}
  />
);
