import { notFound } from '#api/http/problem';
import { type ListSpec, listCsv, listed } from '../list.tsx';
import { definePage, type Page, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Tiles } from '../parts/figures.tsx';
import { Form } from '../parts/form.tsx';
import { Badge, Confirm, Facts } from '../parts/show.tsx';
import { fieldsOf, spoken } from '../schema-fields.ts';
import { OPS_AT, opsCrumb, opsTab } from './operations-head.tsx';

/** A call to the outside as the API tells of it. */
type Effect = {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly status: string;
  readonly attempts: number;
  readonly next_attempt_at: string | null;
  readonly last_error: string | null;
  readonly account_id: number | null;
  readonly requested_at: string;
};
const STATUSES = ['parked', 'unknown', 'retrying', 'in_flight', 'requested', 'succeeded', 'cancelled'] as const;
/** Those that a person can do something about. */
const STUCK = ['parked', 'unknown'] as const;
const MOST_STUCK = 2_000;
const effectAt = (id: number): string => `${OPS_AT}effect/?effect=${id}`;

const effects = (visit: Visit): ListSpec<Effect> => ({
  name: 'effects',
  caption: 'Calls to the outside',
  ordering: '-updated_at',
  filters: [{ name: 'status', label: 'Status', choices: STATUSES.map((each) => [each, spoken(each)] as const) }],
  columns: [
    {
      key: 'id',
      label: 'Effect',
      sort: 'position',
      value: ({ id }) => id,
      cell: ({ id, kind, name, status }) => (
        <>
          {STUCK.some((each) => each === status) ? <a href={effectAt(id)}>{spoken(kind)}</a> : spoken(kind)}
          <span class="sub">{`${name} · ${id}`}</span>
        </>
      ),
    },
    {
      key: 'status',
      label: 'Status',
      value: ({ status }) => status,
      cell: ({ status }) => <Badge status={status} tone={status === 'succeeded' ? 'good' : undefined} />,
    },
    {
      key: 'attempts',
      label: 'Tries',
      figure: true,
      value: ({ attempts }) => attempts,
      cell: ({ attempts, next_attempt_at: next }) => (
        <>
          {attempts}
          {next !== null && <span class="sub">{`next ${visit.moment(next)}`}</span>}
        </>
      ),
    },
    {
      key: 'error',
      label: 'Last error',
      value: ({ last_error }) => last_error,
      cell: ({ last_error }) => last_error ?? '',
    },
    {
      key: 'account',
      label: 'Account',
      figure: true,
      value: ({ account_id }) => account_id,
      cell: ({ account_id }) => account_id ?? '',
    },
    {
      key: 'requested_at',
      label: 'Asked for',
      sort: 'requested_at',
      figure: true,
      value: ({ requested_at }) => requested_at,
      cell: ({ requested_at }) => visit.moment(requested_at),
    },
  ],
  async fetch(query) {
    const { count, results } = await visit.backend.list('ops/effects/', query);
    return { count, results: results.map((each) => each as Effect) };
  },
  empty: { title: 'Nothing was asked of the outside', text: 'Mails, charges and calls of vendors stand here.' },
});

const count = async ({ backend }: Visit, status: string): Promise<string> =>
  String((await backend.list('ops/effects/', { status, page_size: 1 })).count);

const effectsPage = definePage({
  name: 'operations',
  path: '/app/operations/',
  roles: ['admin'],
  summary: 'Calls to the outside: retrying, unknown, parked, with what can be done',
  nav: { at: 90, label: () => 'Operations' },
  live: true,
  async show(visit) {
    const [parked, unknown, retrying] = await Promise.all([
      count(visit, 'parked'),
      count(visit, 'unknown'),
      count(visit, 'retrying'),
    ]);
    const tile = (id: string, label: string, value: string, note: string) => ({
      id,
      label,
      value,
      note,
      explain: `${OPS_AT}?status=${id}`,
    });
    return opsTab(
      '',
      <div class="stack">
        <Tiles
          live={visit.live}
          figures={[
            tile('parked', 'Parked', parked, 'given up; retry or settle by hand'),
            tile('unknown', 'Unknown', unknown, 'nobody knows whether they were done'),
            tile('retrying', 'Retrying', retrying, 'go on by themselves'),
          ]}
        />
        {await listed(visit, effects(visit))}
      </div>,
    );
  },
  csv: (visit) => listCsv(visit, effects(visit)),
});

/** The effect that the address names, where somebody can do something about it. */
async function stuck({ backend, search }: Visit): Promise<Effect> {
  const wanted = Number(search.get('effect'));
  for (const status of STUCK) {
    const all = await backend.all('ops/effects/', { query: { status } }, MOST_STUCK);
    const found = all.find(({ id }) => id === wanted);
    if (found) return found as Effect;
  }
  throw notFound('page');
}

const effectPage = definePage({
  name: 'effect',
  path: '/app/operations/effect/',
  roles: ['admin'],
  summary: 'One call that is parked or unknown: tried again, or settled by hand',
  async show(visit) {
    if (!visit.search.has('effect')) return { to: OPS_AT };
    const effect = await stuck(visit);
    const { id, kind, name, status, attempts, last_error, requested_at } = effect;
    const retry =
      status === 'unknown'
        ? `Try ${spoken(kind).toLowerCase()} ${name} once more? Nobody knows whether it was done: the receiver is given the same key, but a mail may arrive twice. Look first.`
        : `Try ${spoken(kind).toLowerCase()} ${name} again? The receiver is given the same key, so it is done once.`;
    const form = visit.form('settle');
    const back = { href: OPS_AT, label: 'Leave it as it is' };
    return {
      title: `${spoken(kind)} ${name}`,
      crumbs: [opsCrumb],
      body: (
        <div class="stack">
          <section class="card">
            <Facts
              facts={[
                ['Status', <Badge status={status} />],
                ['Tries', String(attempts)],
                ['Asked for', visit.moment(requested_at)],
                ['Account', effect.account_id ?? '—'],
              ]}
            />
            {last_error !== null && <pre tabindex={0}>{last_error}</pre>}
          </section>
          <Confirm says={retry}>
            <Form of={visit.form('retry')} say={visit.say} submit="Try it again" back={back}>
              <input type="hidden" name="effect" value={String(id)} />
            </Form>
          </Confirm>
          {status === 'parked' && (
            <Confirm says="Was it done by hand? It counts as done from here on, and what follows from it goes on.">
              <Form of={form} say={visit.say} submit="Settle it">
                <input type="hidden" name="effect" value={String(id)} />
                {fieldsOf(visit.schema('post', 'ops/effects/{id}/settle/')).map((field) => (
                  <Field
                    form={form}
                    field={field}
                    say={visit.say}
                    hint="Who did what, where, and under which number."
                  />
                ))}
              </Form>
            </Confirm>
          )}
        </div>
      ),
    };
  },
  forms: {
    async retry({ backend }, sent) {
      const path = { id: Number(sent.text('effect')) };
      await backend.post('ops/effects/{id}/retry/', { path, body: {}, idempotencyKey: sent.key });
      return { to: OPS_AT, notice: 'It is tried again. How it ends shows here.' };
    },
    async settle({ backend }, sent) {
      const path = { id: Number(sent.text('effect')) };
      const body = { note: sent.text('/note') };
      await backend.post('ops/effects/{id}/settle/', { path, body, idempotencyKey: sent.key });
      return { to: OPS_AT, notice: 'It counts as done.' };
    },
  },
});

export const effectPages: readonly Page[] = [effectsPage, effectPage];
