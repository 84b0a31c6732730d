import type { FC } from 'hono/jsx';
import { notFound } from '#api/http/problem';
import type { Sent } from '../forms.ts';
import { definePage, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { ButtonForm, Form } from '../parts/form.tsx';
import { Badge, Card, Empty } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { ownFields, THEIRS } from './common.ts';
import { About, type DecidedKind, kindOf, titleOf, type Waiting, withDetails } from './waiting.tsx';

const DECIDE = 'services/approvals/{kind}/{id}/';
const MOST = 200;

async function waitingFor(visit: Visit, kind?: DecidedKind): Promise<readonly Waiting[]> {
  const query = kind === undefined ? {} : { kind };
  const all = await visit.backend.all('services/approvals/', { query }, MOST);
  const theirs = all.filter((each) => kindOf(each) !== undefined);
  return withDetails(visit, theirs);
}

/** Everything that waits for the reader's yes or no. */
export const approvalsPage = definePage({
  ...THEIRS,
  name: 'approvals',
  path: AT.approvals,
  summary: 'What waits for a yes or a no: orders, placements, plans, articles; for agencies reports',
  nav: { at: 20, label: (say) => say('approvals.title') },
  may: 'approve',
  async show(visit) {
    const { say } = visit;
    const waiting = await waitingFor(visit);
    return {
      title: say('approvals.title'),
      body:
        waiting.length === 0 ? (
          <div class="table-box">
            <Empty title={say('approvals.none')} text={say('approvals.none.text')} />
          </div>
        ) : (
          <div class="stack">
            {waiting.map((each) => (
              <OneWaiting visit={visit} waiting={each} />
            ))}
          </div>
        ),
    };
  },
  forms: {
    // What costs nothing is approved at once; what does has a page that says so.
    async approve(visit, sent) {
      const path = { kind: sent.text('kind'), id: Number(sent.text('id')) };
      await visit.backend.post(DECIDE, { path, body: { outcome: 'approved' }, idempotencyKey: sent.key });
      return { to: AT.approvals, notice: visit.say('approvals.approved') };
    },
  },
});

const OneWaiting: FC<{ readonly visit: Visit; readonly waiting: Waiting }> = ({ visit, waiting }) => {
  const { say, form } = visit;
  const { kind, id } = waiting.approval;
  const known = kindOf(waiting.approval) ?? 'order';
  const at = AT.approval(kind, id);
  const title = `waits-${kind}-${id}`;
  return (
    <section class="card" aria-labelledby={title}>
      <div class="card-head">
        <h2 id={title}>
          <a href={at}>{titleOf(visit, waiting)}</a>
        </h2>
        <Badge status={kind} label={say(`overview.kind.${known}`)} tone="warn" />
      </div>
      <div class="stack">
        <About visit={visit} waiting={waiting} />
        <div class="actions">
          {kind === 'placement' && (
            <ButtonForm
              of={form('approve')}
              label={say('approvals.approve')}
              values={{ kind, id: String(id) }}
              class="main"
              describedBy={title}
            />
          )}
          <a class="button" href={at} aria-describedby={title}>
            {say('approvals.decide')}
          </a>
        </div>
      </div>
    </section>
  );
};

/** One of them: what it is, what a yes does, and both answers. */
export const approvalPage = definePage({
  ...THEIRS,
  name: 'approval',
  path: '/app/approvals/{kind}/{id}/',
  summary: 'One thing that waits for a yes or a no',
  may: 'approve',
  async show(visit) {
    const { say, form, params } = visit;
    const found = (await waitingFor(visit)).find(
      ({ approval }) => approval.kind === params.kind && approval.id === visit.id,
    );
    if (!found) throw notFound('approval');
    const notes = ownFields(visit.schema('post', DECIDE), ['/note']);
    const isContent = params.kind === 'content';
    return {
      title: titleOf(visit, found),
      crumbs: [{ label: say('approvals.title'), href: AT.approvals }],
      body: (
        <div class="stack">
          <Card>
            <div class="stack">
              <About visit={visit} waiting={found} />
              <Form of={form('approve')} say={say} submit={say('approvals.approve')}>
                {notes.map((field) => (
                  <Field form={form('approve')} field={field} say={say} label={say('approvals.note')} />
                ))}
              </Form>
            </div>
          </Card>
          <Card title={say(isContent ? 'approvals.changes' : 'approvals.reject')}>
            <Form
              of={form('reject')}
              say={say}
              submit={say(isContent ? 'approvals.changes' : 'approvals.reject')}
              danger={!isContent}
            >
              {notes.map((field) => (
                <Field
                  form={form('reject')}
                  field={{ ...field, required: true }}
                  say={say}
                  label={say(isContent ? 'approvals.change_what' : 'approvals.why')}
                />
              ))}
            </Form>
          </Card>
        </div>
      ),
    };
  },
  forms: {
    approve: (visit, sent) => decide(visit, sent, 'approved'),
    reject: (visit, sent) => decide(visit, sent, visit.params.kind === 'content' ? 'changes_requested' : 'rejected'),
  },
});

type Deciding = Visit<'/app/approvals/{kind}/{id}/'>;
type Outcome = 'approved' | 'rejected' | 'changes_requested';
const SAID = {
  approved: 'approvals.approved',
  rejected: 'approvals.rejected',
  changes_requested: 'approvals.changes_asked',
} as const;

async function decide({ backend, params, id, say }: Deciding, sent: Sent, outcome: Outcome) {
  const note = sent.text('/note');
  const body = { outcome, ...(note === '' ? {} : { note }) };
  await backend.post(DECIDE, { path: { kind: params.kind, id }, body, idempotencyKey: sent.key });
  return { to: AT.approvals, notice: say(SAID[outcome]) };
}
