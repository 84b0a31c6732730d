import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import type { Visit } from '../page.ts';
import { dayText } from './day.ts';

/** Steps of the ladder, by the days since an invoice was past due; see docs/billing.md. */
const LADDER: readonly (readonly [day: number, text: string])[] = [
  [1, 'First reminder'],
  [3, 'Second reminder'],
  [7, 'Last reminder, services are paused'],
  [30, 'Services end, the invoice is uncollectible'],
];
const SAYS: Readonly<Record<Schemas['Dunning']['status'], string>> = {
  none: 'Nothing is late. The clock starts on the day after the due date, or with the first charge that fails.',
  running: 'The clock is running.',
  below_threshold: 'Less than $1.00 is due: the clock runs, and no step is taken.',
  suspended: 'The clock stands still while a dispute is open. Afterwards it goes on with the days already run.',
  held: 'The clock is held back by hand. Released, it goes on with the days already run.',
  ended: 'The clock has ended.',
};

/** How far dunning has got: what was done, and what comes next unless somebody pays. */
export const DunningLadder: FC<{ readonly visit: Visit; readonly dunning: Schemas['Dunning'] }> = ({
  visit,
  dunning,
}) => {
  const { status, day0, day, next } = dunning;
  const reached = day ?? 0;
  const nextDay = LADDER.find(([at]) => at > reached)?.[0];
  const isOn = day !== null;
  return (
    <div class="stack-small">
      <p>
        {SAYS[status]}
        {isOn && day0 !== null && ` It is day ${day}; day 0 was ${dayText(visit, day0)}.`}
        {next !== null && ` Next: ${NEXT[next.action]}, on ${dayText(visit, next.on)}.`}
      </p>
      {isOn && (
        <ol class="ladder">
          {LADDER.map(([at, text]) => (
            <li class={at <= reached ? 'taken' : at === nextDay ? 'next' : undefined}>
              <span>{`Day ${at}`}</span>
              <span>{text}</span>
              <span class="quiet">{at <= reached ? 'reached' : at === nextDay ? 'next' : 'to come'}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
};
const NEXT = { remind: 'a reminder', pause: 'services are paused', cancel: 'services end' } as const;
