import { type Day, firstDay, lastDay, type Month, maxDay, monthOf, nextMonth } from '#domain/kernel/time';

/** What a contract that ran before it came here brings with it. All of it stands in the event of its creation. */
export type Imported = {
  /** By which it is told apart elsewhere: the same one is imported once. */
  readonly reference: string;
  readonly started_on: Day;
  readonly imported_on: Day;
  /** Months that were billed elsewhere, in order from the first one on. They are never billed here. */
  readonly billed_months: readonly Month[];
  /** Months that are over, were not billed elsewhere and are to be billed here. */
  readonly months_to_bill: readonly Month[];
  /** Articles of the running month that were published before, of which the platform tells nothing. */
  readonly delivered_articles: number;
};
type Problem = { readonly message: string; readonly pointer: string };

/** So many months may have been paid for in advance. */
const MOST_AHEAD = 12;

/**
 * What is wrong with it. Every month that is over must be accounted for, one way or the other: a month that nobody thought of is
 * neither billed twice nor forgotten.
 */
export function importProblem(imported: Imported): Problem | null {
  const { started_on, imported_on, billed_months, months_to_bill } = imported;
  if (started_on > imported_on)
    return { pointer: '/started_on', message: 'it has not begun yet: create it on the day it begins' };
  const running = monthOf(imported_on);
  const first = monthOf(started_on);
  let month = first;
  for (const billed of billed_months) {
    if (billed !== month) return outOfRow(billed, month, '/billed_months');
    month = nextMonth(month);
  }
  if (month > aheadOf(running))
    return { pointer: '/billed_months', message: `at most ${MOST_AHEAD} months ahead can have been billed elsewhere` };
  for (const due of months_to_bill) {
    if (due >= running) return { pointer: '/months_to_bill', message: `${due} is not over: it is billed when it is` };
    if (due !== month) return outOfRow(due, month, '/months_to_bill');
    month = nextMonth(month);
  }
  return month < running
    ? {
        pointer: '/billed_months',
        message: `${month} is over: name it among the months that were billed elsewhere, or among those to bill here`,
      }
    : null;
}

const outOfRow = (given: Month, expected: Month, pointer: string): Problem => ({
  pointer,
  message: `${given} is out of row: the next month to be named is ${expected}`,
});
function aheadOf(month: Month): Month {
  let last = month;
  for (let n = 0; n <= MOST_AHEAD; n++) last = nextMonth(last);
  return last;
}

/** The last month that was billed elsewhere; null where none was. */
export const billedThrough = ({ billed_months }: Imported): Month | null => billed_months.at(-1) ?? null;

/** The service month that it is in when it comes. */
export function runningMonth({ started_on, imported_on }: Imported) {
  const month = monthOf(imported_on);
  return { month, starts_on: maxDay(started_on, firstDay(month)), ends_on: lastDay(month) };
}
