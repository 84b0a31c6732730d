import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import type { Visit } from '../page.ts';

/** A month as its invoice would have it, each line with its arithmetic on demand. */
export const PreviewTable: FC<{ readonly visit: Visit; readonly preview: Schemas['InvoicePreview'] }> = ({
  visit: { formats },
  preview,
}) => (
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
        {preview.lines.map(({ description, amount, steps }) => (
          <tr>
            <td>
              {description}
              <details class="steps">
                <summary class="small">How it is reckoned</summary>
                <ol class="small quiet">
                  {steps.map((step) => (
                    <li>{`${step.text}: ${step.value}`}</li>
                  ))}
                </ol>
              </details>
            </td>
            <td class="figure">{formats.number(amount, 'usd')}</td>
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
