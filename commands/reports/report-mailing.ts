import type { AccountId } from '#domain/kernel/ids';
import type { Language } from '#domain/reports/report-document';
import { reportMailing } from '#domain/reports/report-mailing';
import type { By } from '#domain/reports/report-messages';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { Cause } from '#runtime/metadata';
import type { Tickets } from './ports-reports.ts';

/** What the address of a link in a mail carries: neither the address it went to nor anything that leads to it. */
type Ticket = {
  readonly what: 'unsubscribe';
  readonly account: number;
  readonly key: string;
  readonly branding: number | null;
  /** Of the report that was sent; tickets of before had none. */
  readonly language?: Language;
};
export type Unsubscribing = Omit<Ticket, 'what'>;
type Whose = Pick<Unsubscribing, 'account' | 'key'>;
const stream = ({ account, key }: Whose): string => `report-mailing-${account}-of-${key}`;

/** Of these keys those that want no reports of the account, as the log has it now: no mail goes by what was shown a moment ago. */
export const unsubscribedAmong =
  (handler: Pick<CommandHandler, 'load'>) =>
  async (account: number, keys: readonly string[]): Promise<string[]> => {
    const states = await Promise.all(keys.map((key) => handler.load(reportMailing, stream({ account, key }))));
    return keys.filter((_, index) => states[index]?.state.unsubscribedAt != null);
  };

export type ReportMailingCommands = ReturnType<typeof reportMailingCommands>;

/** Whether somebody wants reports of an account. Undone by that person, or by staff with a reason (spec 13, 3.14). */
export function reportMailingCommands(deps: {
  readonly handler: CommandHandler;
  readonly clock: { now(): ReturnType<Clock['now']> };
  readonly tickets: Tickets;
}) {
  const { handler, clock, tickets } = deps;
  const whose = ({ account, key }: Whose) => ({
    accountId: account as AccountId,
    key,
    now: clock.now(),
  });
  return {
    ticket: (of: Unsubscribing): string => tickets.seal({ ...of, what: 'unsubscribe' }),
    /** Null for any text that is no ticket of ours. */
    opened(ticket: string): Unsubscribing | null {
      const found = tickets.open(ticket) as Ticket | null;
      return found?.what === 'unsubscribe' ? found : null;
    },
    load: (of: Unsubscribing) => handler.load(reportMailing, stream(of)),
    unsubscribe: (of: Unsubscribing, cause: Cause) =>
      handler.handle(
        reportMailing,
        stream(of),
        { type: 'Unsubscribe', ...whose(of) },
        { ...cause, accountId: of.account },
      ),
    resubscribe: (of: Whose, by: 'recipient' | By, reason: string | null, cause: Cause) =>
      handler.handle(
        reportMailing,
        stream(of),
        { type: 'Resubscribe', by, reason, ...whose(of) },
        { ...cause, accountId: of.account },
      ),
  };
}
