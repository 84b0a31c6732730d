import { ANYONE_OF } from '#api/http/routes';
import { definePage } from '../page.ts';
import { ExplainedLine, Recomputed } from '../parts/explanation.tsx';
import { Sums } from '../parts/invoice-lines.tsx';
import { Card } from '../parts/show.tsx';
import { AT } from '../where.ts';

/** Why each line of an invoice is what it is: computed anew, down to the request, fact or timer that began it. */
export const invoiceExplanationPage = definePage({
  name: 'invoiceExplanation',
  path: '/app/invoices/{id}/explanation/',
  roles: ANYONE_OF.staff,
  summary: 'Each line of an invoice, computed anew, with the tree of events that it follows from',
  patient: true,
  async show(visit) {
    const { backend, id } = visit;
    const { data: explanation } = await backend.get('audit/invoices/{id}/explain/', { path: { id } });
    const { number, lines, total, recomputed_total, equal } = explanation;
    return {
      title: `Why ${number} comes to ${visit.formats.number(total, 'usd')}`,
      crumbs: [
        { label: 'Money', href: AT.invoices },
        { label: number, href: AT.invoice(id) },
      ],
      body: (
        <div class="stack">
          <Card>
            <p>
              Every line below stands with its arithmetic, with what the events come to when it is computed anew, and
              with those events: what happened, who did it, when, and what that followed from.
            </p>
            <Sums
              visit={visit}
              whole
              sums={[
                ...lines.map((line) => ({
                  label: line.description,
                  value: line.amount,
                  explain: `#line-${line.line_id}`,
                })),
                { label: 'Total', value: total, strong: true, explain: AT.invoice(id) },
              ]}
            />
            <p class="small recomputed">
              <Recomputed visit={visit} amount={total} again={recomputed_total} equal={equal} />
            </p>
          </Card>
          {lines.map((line) => (
            <ExplainedLine visit={visit} line={line} />
          ))}
        </div>
      ),
    };
  },
});
