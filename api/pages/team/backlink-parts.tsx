import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import { Table } from '../list.tsx';
import type { Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Live } from '../parts/live.tsx';
import { Badge, Card, Empty } from '../parts/show.tsx';
import type { Link } from './order-head.tsx';

/** What is doubtful about the link, each to be accepted or not: one that is rejected takes the link out of the order. */
export const Warnings: FC<{ readonly visit: Visit; readonly link: Link; readonly etag: string | null }> = ({
  visit,
  link,
  etag,
}) => {
  const form = visit.form('warnings');
  const open = link.warnings.filter(({ decision }) => decision === undefined);
  const decided = link.warnings.filter(({ decision }) => decision !== undefined);
  return (
    <Card title="Quality">
      {link.warnings.length === 0 ? (
        <Empty title="Nothing is doubtful about it" text="Warnings stand here with what can be decided about each." />
      ) : (
        <div class="stack">
          {decided.length > 0 && (
            <ul class="items">
              {decided.map(({ code, message, decision }) => (
                <li>
                  <span>
                    <Badge
                      status={decision ?? ''}
                      tone={decision === 'reject' ? 'bad' : 'good'}
                      label={decision === 'reject' ? 'rejected' : 'accepted'}
                    />
                    {message}
                  </span>
                  <span class="when">{code.replaceAll('_', ' ')}</span>
                </li>
              ))}
            </ul>
          )}
          {open.length > 0 && (
            <Form of={form} say={visit.say} submit="Decide" etag={etag}>
              <p class="quiet small">A warning that is rejected takes the link out of the order: it is not owed.</p>
              {open.map(({ code, message }) => (
                <Field
                  form={form}
                  say={visit.say}
                  label={message}
                  hint={code.replaceAll('_', ' ')}
                  saysOptional={false}
                  words={{ accept: 'Accept it', reject: 'Reject the link' }}
                  field={{
                    name: `/warnings/${code}`,
                    label: message,
                    kind: 'choice',
                    required: false,
                    nullable: false,
                    choices: ['accept', 'reject'],
                  }}
                />
              ))}
            </Form>
          )}
        </div>
      )}
    </Card>
  );
};

export const Looks: FC<{ readonly visit: Visit; readonly link: Link }> = ({ visit, link: { live_checks: looks } }) => (
  <Live of={visit.live} id="looks" as="section" class="card">
    <div class="card-head">
      <h2>Live checks</h2>
      <span class="quiet small">
        {looks.at(-1)?.next_at == null ? '' : `next ${visit.moment(looks.at(-1)?.next_at ?? '')}`}
      </span>
    </div>
    {looks.length === 0 ? (
      <Empty title="Not looked at yet" text="The first look comes minutes after the link was placed." />
    ) : (
      <Table
        caption="Looks at the page"
        rows={[...looks].reverse()}
        columns={[
          { key: 'at', label: 'When', cell: ({ at }) => visit.moment(at) },
          { key: 'step', label: 'Look', cell: ({ step }) => step.replaceAll('_', ' ') },
          {
            key: 'found',
            label: 'Link',
            cell: ({ link_found, error }) => (
              <>
                <Badge status={link_found ? 'live' : 'lost'} label={link_found ? 'found' : 'not found'} />
                {error !== null && <span class="sub">{error}</span>}
              </>
            ),
          },
          { key: 'http', label: 'Status', figure: true, cell: ({ http_status }) => http_status ?? '—' },
          {
            key: 'flags',
            label: 'Noticed',
            cell: ({ flags, signals, rel, redirects }) =>
              [
                ...flags,
                ...signals,
                rel.length > 0 ? `rel ${rel.join(' ')}` : '',
                redirects > 0 ? `${redirects} redirects` : '',
              ]
                .filter(Boolean)
                .join(', ')
                .replaceAll('_', ' '),
          },
        ]}
      />
    )}
  </Live>
);

type Indexing = Schemas['IndexingRequest'];
/** How the page came into the index: what was submitted where, and what was found on which day. */
export const Days: FC<{ readonly visit: Visit; readonly indexing: Indexing | null }> = ({ visit, indexing }) => (
  <Live of={visit.live} id="indexing" as="section" class="card">
    <div class="card-head">
      <h2>Indexing, day by day</h2>
      {indexing !== null && !visit.address.startsWith('/app/indexing/') && (
        <a href={`/app/indexing/${indexing.id}/`}>{`Request ${indexing.id}`}</a>
      )}
    </div>
    {indexing === null ? (
      <Empty title="Not asked for yet" text="Live links are submitted by themselves where the plan contains it." />
    ) : (
      <ol class="timeline">
        {daysOf(indexing).map(({ at, day, status, text }) => (
          <li>
            <time datetime={at}>{visit.moment(at)}</time>
            <span>
              <Badge status={status} /> {day === null ? text : `Day ${day}: ${text}`}
            </span>
          </li>
        ))}
        {indexing.next_step !== null && (
          <li>
            <time>{indexing.next_step.due_at === null ? '' : visit.moment(indexing.next_step.due_at)}</time>
            <span class="quiet">{`next: ${indexing.next_step.name.replaceAll('_', ' ')}`}</span>
          </li>
        )}
      </ol>
    )}
  </Live>
);

type Happened = { readonly at: string; readonly day: number | null; readonly status: string; readonly text: string };
const daysOf = ({ attempts, checks, review }: Indexing): readonly Happened[] =>
  [
    ...attempts.map(({ step, at, service = 'a service', outcome, error, cost }) => ({
      at,
      day: null,
      status: outcome === 'accepted' ? 'submitted' : outcome === 'refused' ? 'failed' : 'retrying',
      text: `${step === 'resubmit' ? 'once more to' : 'to'} ${service}: ${outcome.replaceAll('_', ' ')}${error === undefined ? '' : `, ${error}`}${cost === undefined ? '' : ` ($${cost})`}`,
    })),
    ...checks.map(({ at, day, indexed }) => ({
      at,
      day,
      status: indexed === true ? 'indexed' : indexed === false ? 'waiting' : 'unknown',
      text: indexed === true ? 'in the index' : indexed === false ? 'not in the index' : 'could not be told',
    })),
    ...(review === null
      ? []
      : [{ at: review.at, day: null, status: 'done', text: `reviewed: ${review.outcome.replaceAll('_', ' ')}` }]),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
