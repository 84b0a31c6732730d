import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { Table } from '../list.tsx';
import { accountNames } from '../names.ts';
import { definePage, type Visit } from '../page.ts';
import { ExplainedLine } from '../parts/explanation.tsx';
import { ButtonForm, Wrong } from '../parts/form.tsx';
import { Amount, Badge, Card, Facts } from '../parts/show.tsx';
import { Timeline } from '../parts/timeline.tsx';
import { VerifyInPage } from '../parts/verify.tsx';
import { AT } from '../where.ts';
import { DisputeBadge, OPENERS } from './disputes.tsx';

type Dispute = Schemas['Dispute'];
const MOST_EVENTS = 200;
export const isOpenDispute = ({ status }: Dispute): boolean =>
  status === 'open' || status === 'evidence_ready' || status === 'submitted';

/** One dispute: what it is about, why the amounts are what they are, whether the books agree, the evidence and its check. */
export const disputePage = definePage({
  name: 'dispute',
  path: '/app/disputes/{id}/',
  under: AT.invoices,
  roles: ANYONE_OF.staff,
  summary: 'A dispute with its invoice, explanation, timeline, replay, evidence and a check of it in the page',
  patient: true,
  async show(visit) {
    const { backend, id } = visit;
    const { data: dispute } = await backend.get('audit/disputes/{id}/', { path: { id } });
    const path = { id: dispute.invoice_id };
    const [invoice, explanation, replay, timeline, names] = await Promise.all([
      backend.get('billing/invoices/{id}/', { path }),
      backend.get('audit/invoices/{id}/explain/', { path }),
      backend.get('audit/invoices/{id}/replay/', { path }),
      backend.get('billing/invoices/{id}/timeline/', { path, query: { limit: MOST_EVENTS } }),
      accountNames(backend, [dispute.account_id]),
    ]);
    return {
      title: `Dispute ${id}`,
      crumbs: [
        { label: 'Money', href: AT.invoices },
        { label: 'Disputes', href: AT.disputes },
      ],
      actions:
        visit.role === 'admin' && isOpenDispute(dispute) ? (
          <a class="button" href={`${AT.dispute(id)}settle/`}>
            Settle
          </a>
        ) : undefined,
      modules: dispute.evidence === null ? [] : [visit.verifier.module],
      body: (
        <div class="stack">
          <About visit={visit} dispute={dispute} invoice={invoice.data} name={names(dispute.account_id)} />
          <Evidence visit={visit} dispute={dispute} />
          <Books visit={visit} replay={replay.data} />
          {explanation.data.lines.map((line) => (
            <ExplainedLine visit={visit} line={line} />
          ))}
          <Card title="What happened to the invoice">
            <Timeline visit={visit} entries={timeline.data.results} />
          </Card>
        </div>
      ),
    };
  },
  forms: {
    async evidence(visit, sent) {
      const submit = sent.text('submit') === 'true';
      await visit.backend.post('audit/disputes/{id}/evidence/', {
        path: { id: visit.id },
        body: { submit },
        idempotencyKey: sent.key,
      });
      const notice = submit
        ? 'The evidence is on its way to the card network.'
        : 'The evidence is put together. Check it below.';
      return { to: `${AT.dispute(visit.id)}#evidence`, notice };
    },
  },
  downloads: {
    async bundle({ backend, id }) {
      const { data: dispute } = await backend.get('audit/disputes/{id}/', { path: { id } });
      if (dispute.evidence === null) return { to: AT.dispute(id) };
      return backend.download('audit/disputes/{id}/bundle/', { path: { id } });
    },
  },
});

type AboutProps = {
  readonly visit: Visit;
  readonly dispute: Dispute;
  readonly invoice: Schemas['Invoice'];
  readonly name: string;
};
const About = ({ visit, dispute, invoice, name }: AboutProps) => (
  <Card>
    <Facts
      facts={[
        ['Status', <DisputeBadge status={dispute.status} />],
        ['Disputed', <Amount visit={visit} value={dispute.amount} explain={`${AT.invoice(invoice.id)}#sums`} />],
        ['Client', <a href={AT.client(dispute.account_id)}>{name}</a>],
        [
          'Invoice',
          <>
            <a href={AT.invoice(invoice.id)}>{invoice.number}</a> <Badge status={invoice.status} />
          </>,
        ],
        ['Opened by', OPENERS[dispute.opened_by]],
        ['Opened', visit.moment(dispute.opened_at)],
        ['Answer by', dispute.due_by === null ? 'no deadline' : visit.moment(dispute.due_by)],
        ...(dispute.closed_at === null ? [] : [['Closed', visit.moment(dispute.closed_at)] as const]),
      ]}
    />
    <p class="reason">{dispute.reason}</p>
    {dispute.note !== null && <p class="quiet">{`Settled with: ${dispute.note}`}</p>}
  </Card>
);

const Evidence = ({ visit, dispute }: { visit: Visit; dispute: Dispute }) => {
  const { evidence, id } = dispute;
  const form = visit.form('evidence');
  const maySubmit = evidence !== null && dispute.opened_by === 'card_network' && dispute.status === 'evidence_ready';
  return (
    <section class="card stack-small" id="evidence">
      <h2>Evidence</h2>
      <Wrong of={form} say={visit.say} />
      {evidence === null ? (
        <p>
          None is put together yet. It is one file with the invoice, its explanation, every event that an amount follows
          from, the proof of each, and what was delivered. It can be made anew as often as you like.
        </p>
      ) : (
        <Facts
          facts={[
            ['Put together', visit.moment(evidence.generated_at)],
            ['Size', `${visit.formats.number(Math.ceil(evidence.size_bytes / 1024), 'count')} KB`],
            ['Events in the log then', visit.formats.number(evidence.tree_size, 'count')],
            ['SHA-256', <span class="hash">{evidence.sha256}</span>],
          ]}
        />
      )}
      <div class="form-end">
        <ButtonForm
          of={form}
          class={evidence === null ? 'main' : ''}
          label={evidence === null ? 'Put the evidence together' : 'Make it anew'}
          values={{ submit: 'false' }}
        />
        {maySubmit && (
          <a class="button danger" href={`${AT.dispute(id)}submit/`}>
            Hand it to the card network
          </a>
        )}
      </div>
      {evidence !== null && (
        <>
          <h3>Does it hold?</h3>
          <VerifyInPage visit={visit} bundle={`${AT.dispute(id)}bundle/`} file={`dispute-${id}.zip`} />
        </>
      )}
    </section>
  );
};

/** Whether the invoice, rebuilt from its events alone, is what is stored of it. */
const Books = ({ visit, replay }: { visit: Visit; replay: Schemas['Replay'] }) => (
  <Card title="Replay">
    {replay.equal ? (
      <p>
        <Badge status="equal" tone="good" label="Equal" /> Rebuilt from its events alone, up to event{' '}
        {visit.formats.number(replay.position, 'count')} of the log, the invoice is what is stored.
      </p>
    ) : (
      <>
        <p>
          <Badge status="differs" tone="bad" label="It differs" /> Rebuilt from its events alone, the invoice is not
          what is stored.
        </p>
        <Table
          caption="Differences"
          rows={replay.differences}
          columns={[
            { key: 'path', label: 'Where', cell: ({ path }) => path },
            { key: 'stored', label: 'Stored', cell: ({ stored }) => JSON.stringify(stored) ?? '–' },
            { key: 'replayed', label: 'From its events', cell: ({ replayed }) => JSON.stringify(replayed) ?? '–' },
          ]}
        />
      </>
    )}
  </Card>
);
