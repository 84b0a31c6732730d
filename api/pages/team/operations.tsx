import type { Schemas } from '#client/types';
import { type ListSpec, listCsv, listed, Table } from '../list.tsx';
import { definePage, type Page, type Visit } from '../page.ts';
import { ButtonForm, Form, Wrong } from '../parts/form.tsx';
import { Live } from '../parts/live.tsx';
import { Badge, Confirm } from '../parts/show.tsx';
import { spoken } from '../schema-fields.ts';
import { announcementPages } from './operations-announcements.tsx';
import { effectPages } from './operations-effects.tsx';
import { flagsPage } from './operations-flags.tsx';
import { OPS_AT, opsCrumb, opsTab } from './operations-head.tsx';
import { launchPage } from './operations-launch.tsx';
import { webhooksPage } from './operations-webhooks.tsx';

const MODELS_AT = `${OPS_AT}read-models/`;
const modelsPage = definePage({
  name: 'readModels',
  path: '/app/operations/read-models/',
  roles: ['admin'],
  summary: 'Read models with their lag and parked streams; rebuilt with progress',
  live: true,
  async show(visit) {
    const { data } = await visit.backend.get('ops/projections/');
    const wanted = visit.search.get('rebuild');
    const chosen = data.results.find(({ name }) => name === wanted);
    if (chosen !== undefined)
      return {
        title: `Rebuild ${chosen.name}`,
        crumbs: [opsCrumb, { label: 'Read models', href: MODELS_AT }],
        body: (
          <Confirm
            says={`Rebuild ${chosen.name}? It is made anew beside the one that is read, from the first event on, and takes its place when it has caught up. Nothing is missing meanwhile.`}
          >
            <Form
              of={visit.form('rebuild')}
              say={visit.say}
              submit="Rebuild it"
              back={{ href: MODELS_AT, label: 'Leave it as it is' }}
            >
              <input type="hidden" name="name" value={chosen.name} />
            </Form>
          </Confirm>
        ),
      };
    return opsTab(
      'read-models/',
      <Live of={visit.live} id="models">
        <Table
          caption="Read models"
          rows={data.results}
          columns={[
            {
              key: 'name',
              label: 'Read model',
              cell: ({ name, version }) => (
                <>
                  {name}
                  <span class="sub">{`version ${version}`}</span>
                </>
              ),
            },
            {
              key: 'lag',
              label: 'Lag',
              figure: true,
              cell: ({ lag }) => (lag === 0 ? <span class="quiet">0</span> : <strong>{lag}</strong>),
            },
            { key: 'position', label: 'Position', figure: true, cell: ({ position }) => position },
            {
              key: 'parked',
              label: 'Parked streams',
              cell: ({ parked }) =>
                parked.length === 0
                  ? ''
                  : parked.map(({ stream, error }) => (
                      <>
                        <Badge status="parked" label={stream} />
                        <span class="sub">{error}</span>
                      </>
                    )),
            },
            {
              key: 'do',
              label: 'Rebuild',
              cell: ({ name }) => (
                <a href={`${MODELS_AT}?rebuild=${name}`} aria-label={`Rebuild ${name}`}>
                  Rebuild
                </a>
              ),
            },
          ]}
        />
      </Live>,
    );
  },
  forms: {
    async rebuild({ backend }, sent) {
      const path = { name: sent.text('name') };
      await backend.post('ops/projections/{name}/rebuild/', { path, body: {}, idempotencyKey: sent.key });
      return {
        to: MODELS_AT,
        notice: `${path.name} is rebuilt beside the one that is read. Its lag shows how far it is.`,
      };
    },
  },
});

const JOBS_AT = `${OPS_AT}jobs/`;
const OUTCOMES = { succeeded: 'good', failed: 'bad' } as const;
const jobsPage = definePage({
  name: 'jobs',
  path: '/app/operations/jobs/',
  roles: ['admin'],
  summary: 'Scheduled jobs with their last and next runs; run now',
  live: true,
  async show(visit) {
    const { data } = await visit.backend.get('ops/jobs/');
    const form = visit.form('run');
    return opsTab(
      'jobs/',
      <div class="stack">
        <Wrong of={form} say={visit.say} />
        <Table
          caption="Scheduled jobs"
          rows={data.results}
          columns={[
            {
              key: 'job',
              label: 'Job',
              cell: ({ job, schedule }) => (
                <>
                  {spoken(job)}
                  <span class="sub">{schedule}</span>
                </>
              ),
            },
            {
              key: 'last',
              label: 'Last run',
              cell: ({ job, last_run: last }) => (
                <Live of={visit.live} id={`last-${job.replaceAll('_', '-')}`} as="span">
                  {last === null ? (
                    <span class="quiet">never</span>
                  ) : (
                    <>
                      <Badge
                        status={last.outcome}
                        tone={
                          last.outcome === 'succeeded' || last.outcome === 'failed' ? OUTCOMES[last.outcome] : 'accent'
                        }
                      />{' '}
                      {visit.moment(last.at)}
                      <span class="sub">{last.detail ?? ''}</span>
                    </>
                  )}
                </Live>
              ),
            },
            {
              key: 'progress',
              label: 'Work that followed',
              cell: ({ progress }) =>
                progress === null
                  ? ''
                  : `${progress.done} of ${progress.total}${progress.failed > 0 ? `, ${progress.failed} failed` : ''}`,
            },
            {
              key: 'next',
              label: 'Next',
              figure: true,
              cell: ({ next_run_at: next }) => (next === null ? '' : visit.moment(next)),
            },
            {
              key: 'run',
              label: 'Run',
              cell: ({ job }) => <ButtonForm of={form} label="Run now" values={{ job }} class="tiny" />,
            },
          ]}
        />
      </div>,
    );
  },
  forms: {
    async run({ backend }, sent) {
      const path = { name: sent.text('job') };
      await backend.post('ops/jobs/{name}/run/', { path, body: {}, idempotencyKey: sent.key });
      return { to: JOBS_AT, notice: `${spoken(path.name)} runs now. How it ends shows here.` };
    },
  },
});

type Orphan = Schemas['ListOrphanFactsAnswer']['results'][number];
const orphans = (visit: Visit): ListSpec<Orphan> => ({
  name: 'facts-without-owner',
  caption: 'Facts that wait for an owner',
  ordering: '-received_at',
  columns: [
    {
      key: 'type',
      label: 'Fact',
      sort: 'type',
      value: ({ type }) => type,
      cell: ({ id, type, source }) => (
        <>
          {type}
          <span class="sub">{`${source} · ${id}`}</span>
        </>
      ),
    },
    {
      key: 'waiting_for',
      label: 'Waits for',
      value: ({ waiting_for: { kind, id } }) => `${kind} ${id}`,
      cell: ({ waiting_for: { kind, id } }) => `${kind} ${id}`,
    },
    {
      key: 'received_at',
      label: 'Received',
      sort: 'received_at',
      figure: true,
      value: ({ received_at }) => received_at,
      cell: ({ received_at }) => visit.moment(received_at),
    },
    {
      key: 'data',
      label: 'What it says',
      value: ({ data }) => JSON.stringify(data),
      cell: ({ data }) => <code class="small">{JSON.stringify(data).slice(0, 120)}</code>,
    },
  ],
  fetch: (query) => visit.backend.list('platform/facts/orphans/', query),
  empty: {
    title: 'Every fact has an owner',
    text: 'A fact about an account or a site that nobody has told of yet waits here, and is taken when they are told of.',
  },
});
const factsPage = definePage({
  name: 'orphanFacts',
  path: '/app/operations/facts/',
  roles: ['admin'],
  summary: 'Facts about accounts and sites that nobody has told of yet',
  show: async (visit) => opsTab('facts/', await listed(visit, orphans(visit))),
  csv: (visit) => listCsv(visit, orphans(visit)),
});

export const operationsPages: readonly Page[] = [
  ...effectPages,
  modelsPage,
  jobsPage,
  factsPage,
  webhooksPage,
  flagsPage,
  launchPage,
  ...announcementPages,
];
