import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import type { Visit } from '../page.ts';
import { Steps } from './invoice-lines.tsx';
import { eventWords, ruleWords, whoDid } from './money-words.ts';
import { Badge } from './show.tsx';

export type Explained = Schemas['Explanation']['lines'][number];
/** One cause as the API tells it; its own type is open there, as it contains itself. */
export type Because = {
  readonly event_id: string;
  readonly type: string;
  readonly stream: string;
  readonly position: number;
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly actor: Schemas['Actor'];
  readonly summary: string | null;
  readonly because: readonly Because[];
  readonly begun_by?: { readonly kind: string; readonly actor: Schemas['Actor']; readonly at: string };
};

/** One line: its arithmetic, whether it comes to the same once more, and below it the tree of events that it follows from. */
export const ExplainedLine: FC<{ readonly visit: Visit; readonly line: Explained }> = ({ visit, line }) => (
  <section class="card explained" id={`line-${line.line_id}`}>
    <div class="card-head">
      <h2>{line.description}</h2>
      <strong class="figure">{visit.formats.number(line.amount, 'usd')}</strong>
    </div>
    <p class="quiet small">{`Line ${line.line_id}: ${ruleWords(line.rule)}.`}</p>
    <Steps visit={visit} steps={line.steps} />
    <p class="small recomputed">
      <Recomputed visit={visit} amount={line.amount} again={line.recomputed} equal={line.equal} why={line.why} />
    </p>
    <h3>Because</h3>
    <Causes visit={visit} causes={line.causes as readonly Because[]} depth={0} />
  </section>
);

type RecomputedProps = {
  readonly visit: Visit;
  readonly amount: string;
  readonly again: string | null;
  readonly equal: boolean;
  readonly why?: string | undefined;
};
/** What the events come to when they are computed again, beside what was billed. */
export const Recomputed: FC<RecomputedProps> = ({ visit, amount, again, equal, why }) => {
  const money = (value: string) => visit.formats.number(value, 'usd');
  if (equal)
    return <Badge status="equal" tone="good" label={`Computed anew from the events: ${money(again ?? amount)}`} />;
  const text =
    again === null ? 'It cannot be computed anew' : `Computed anew it is ${money(again)}, billed was ${money(amount)}`;
  return (
    <>
      <Badge status="differs" tone="bad" label={text} /> {why}
    </>
  );
};

/** Chains may be long; what is deeper opens by a click. */
const OPEN_UNTIL = 1;
const Causes: FC<{ readonly visit: Visit; readonly causes: readonly Because[]; readonly depth: number }> = ({
  visit,
  causes,
  depth,
}) => (
  <ul class="causes">
    {causes.map((cause) => (
      <li>
        <Cause visit={visit} cause={cause} />
        {cause.because.length > 0 &&
          (depth < OPEN_UNTIL ? (
            <Causes visit={visit} causes={cause.because} depth={depth + 1} />
          ) : (
            <details>
              <summary class="small">{`Because of ${cause.because.length === 1 ? 'one more event' : `${cause.because.length} more events`}`}</summary>
              <Causes visit={visit} causes={cause.because} depth={depth + 1} />
            </details>
          ))}
        {cause.because.length === 0 && cause.begun_by && <Beginning visit={visit} begun={cause.begun_by} />}
      </li>
    ))}
  </ul>
);

const Cause: FC<{ readonly visit: Visit; readonly cause: Because }> = ({ visit, cause }) => (
  <div class="cause">
    <strong>{cause.summary ?? eventWords(cause.type)}</strong>
    <span class="quiet small">{`${whoDid(cause.actor)}, ${visit.moment(cause.occurred_at)}`}</span>
    <span class="quiet small event-name">{`${cause.type} · ${cause.stream} · event ${cause.position} of the log`}</span>
  </div>
);

const BEGINNINGS: Readonly<Record<string, string>> = {
  request: 'It began with a request',
  fact: 'It began with a fact that the platform told',
  timer: 'It began with a timer',
  system: 'It began in the system itself',
};
const Beginning: FC<{ readonly visit: Visit; readonly begun: NonNullable<Because['begun_by']> }> = ({
  visit,
  begun,
}) => (
  <p class="quiet small">{`${BEGINNINGS[begun.kind] ?? 'It began'}: ${whoDid(begun.actor)}, ${visit.moment(begun.at)}`}</p>
);
