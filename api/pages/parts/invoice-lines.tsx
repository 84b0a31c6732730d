import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import type { Visit } from '../page.ts';
import { ruleWords } from './money-words.ts';
import { Amount } from './show.tsx';

export type Line = Pick<Schemas['InvoiceLine'], 'id' | 'description' | 'kind' | 'rule' | 'steps' | 'amount'>;
type Props = {
  readonly visit: Visit;
  readonly lines: readonly Line[];
  /** Where the events behind a line stand; left out, there are none yet. */
  readonly explain?: (line: number) => string;
};

/** The lines of an invoice; each opens to its arithmetic, and leads on to the events that it follows from. */
export const InvoiceLines: FC<Props> = ({ visit, lines, explain }) => (
  <ul class="money-lines">
    {lines.map((line) => (
      <li id={`line-${line.id}`}>
        <details>
          <summary>
            <span>{line.description}</span>
            <span class="figure">{visit.formats.number(line.amount, 'usd')}</span>
          </summary>
          <div class="inside">
            <p class="quiet small">{`Line ${line.id}: ${ruleWords(line.rule)}.`}</p>
            <Steps visit={visit} steps={line.steps} />
            {explain !== undefined && (
              <p class="small">
                <a href={explain(line.id)}>Which events it follows from, and who caused them</a>
              </p>
            )}
          </div>
        </details>
      </li>
    ))}
  </ul>
);

/** The arithmetic of one amount, a step a line. */
export const Steps: FC<{ readonly visit: Visit; readonly steps: Line['steps'] }> = ({ visit, steps }) => (
  <ol class="steps">
    {steps.map(({ text, value }) => (
      <li>
        <span>{text}</span>
        <span class="figure">{MONEY.test(value) ? visit.formats.number(value, 'usd') : value}</span>
      </li>
    ))}
  </ol>
);
const MONEY = /^-?\d+\.\d{2}$/;

export type Sum = {
  readonly label: string;
  readonly value: string;
  readonly explain?: string;
  readonly strong?: boolean;
};
/** Sums below the lines, each of which leads to what it is made of. */
type SumsProps = {
  readonly visit: Visit;
  readonly sums: readonly Sum[];
  /** Where what they are called is as long as a line. */
  readonly whole?: boolean;
};
export const Sums: FC<SumsProps> = ({ visit, sums, whole = false }) => (
  <dl class={whole ? 'sums whole' : 'sums'} id="sums">
    {sums.map(({ label, value, explain, strong }) => (
      <div class={strong ? 'strong' : undefined}>
        <dt>{label}</dt>
        <dd class="figure">
          <Amount visit={visit} value={value} explain={explain ?? null} />
        </dd>
      </div>
    ))}
  </dl>
);
