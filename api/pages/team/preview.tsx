import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import type { Visit } from '../page.ts';
import { Amount } from '../parts/show.tsx';

type Props = {
  readonly visit: Visit;
  readonly preview: Schemas['InvoicePreview'];
  /** Unique on its page: amounts lead to the arithmetic below it, which opens. */
  readonly id: string;
};
/** A month as its invoice would have it, each line with its arithmetic on demand. */
export const PreviewTable: FC<Props> = ({ visit, visit: { formats }, preview, id }) => (
  <div class="table-box">
    <table>
      <tbody>
        {preview.lines.length === 0 && (
          <tr>
            <td colspan={2}>
              <span class="quiet">Nothing to bill</span>
            </td>
          </tr>
        )}
        {preview.lines.map(({ description, amount, steps }, n) => (
          <tr>
            <td>
              {description}
              <details class="steps">
                <summary class="small">How it is reckoned</summary>
                <ol class="small quiet" id={`${id}-how-${n + 1}`}>
                  {steps.map((step) => (
                    <li>{`${step.text}: ${step.value}`}</li>
                  ))}
                </ol>
              </details>
            </td>
            <td class="figure">
              <Amount visit={visit} value={amount} explain={`#${id}-how-${n + 1}`} />
            </td>
          </tr>
        ))}
        {Number(preview.tax) !== 0 && (
          <tr>
            <td>{`Tax, ${preview.tax_rate} %`}</td>
            <td class="figure">{formats.number(preview.tax, 'usd')}</td>
          </tr>
        )}
        <tr class="total">
          <td>Total</td>
          <td class="figure">{formats.number(preview.total, 'usd')}</td>
        </tr>
      </tbody>
    </table>
  </div>
);
