import type { Language } from '#domain/kernel/language';
import type { ReadTables } from '#runtime/read-model';
import { typed } from '#runtime/table-reads';
import { SUBSCRIPTIONS } from './managed-subscription.ts';

/** The language that an account reads its reports in: that of the service which it took last, those that go on first; null without any. */
export const languageOfAccount =
  (tables: ReadTables) =>
  async (accountId: number): Promise<Language | null> => {
    const rows = await typed(tables).find(SUBSCRIPTIONS, { account_id: accountId });
    const rank = ({ status }: (typeof rows)[number]): number => (status === 'cancelled' ? 0 : 1);
    const [first] = [...rows].sort((a, b) => rank(b) - rank(a) || b.id - a.id);
    return first?.service_config.reporting.language ?? null;
  };
