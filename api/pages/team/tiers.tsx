import type { FC } from 'hono/jsx';
import { Problem } from '#api/http/problem';
import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { withNames } from '../names.ts';
import { definePage, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Badge, Card, Confirm, Empty, Tabs } from '../parts/show.tsx';
import { Concerned, Refused, triedOn } from '../parts/tried.tsx';
import { fieldsOf } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { once } from './once.ts';
import { tierName } from './service-head.tsx';

const CHANGES = 'services/subscriptions/tier-changes/';
const TERMS = ['/monthly_price', '/override_reason'];
/** So many are offered at a time. */
const MOST = 200;
type Tier = 'lite' | 'pro';
type Item = Schemas['ManagedSubscription'] & { readonly domain: string; readonly client: string };
type Outcome = Schemas['TierChanges'];
type Given = { readonly subscription_id: number; readonly tier: Tier; readonly revision?: number };

const tierIn = (search: URLSearchParams): Tier => (search.get('tier') === 'lite' ? 'lite' : 'pro');
const other = (tier: Tier): Tier => (tier === 'pro' ? 'lite' : 'pro');
/** What the address would change: the services that are chosen, all to the same terms. */
function wantedIn(search: URLSearchParams): readonly Given[] {
  const terms = Object.fromEntries(
    TERMS.flatMap((name) => {
      const value = search.get(name)?.trim() ?? '';
      return value === '' ? [] : [[name.slice(1), value]];
    }),
  );
  const ids = [...new Set(search.getAll('service').map(Number))].filter((id) => Number.isSafeInteger(id) && id > 0);
  return ids.map((subscription_id) => ({ subscription_id, tier: tierIn(search), ...terms }));
}
const tried = ({ backend }: Visit, changes: readonly Given[], query: object) =>
  backend.post(CHANGES, { query, body: { changes: [...changes], dry_run: true } });

/** Services on the other tier, to choose from. */
async function offered({ backend, search }: Visit): Promise<readonly Item[]> {
  const filter = { tier: other(tierIn(search)), account_id: search.get('account_id') ?? undefined };
  const { results } = await backend.list('services/subscriptions/', { ...filter, page_size: MOST });
  return withNames(
    backend,
    results.filter(({ status }) => status !== 'cancelled'),
  );
}

/** Another tier for many services at once: first what that comes to for whom, then the change. */
export const tiersPage = definePage({
  name: 'tiers',
  path: '/app/services/tiers/',
  roles: ANYONE_OF.staff,
  summary: 'Another tier for many services at once, with what that comes to for each client',
  downloads: {
    csv: async (visit) => {
      const changes = wantedIn(visit.search);
      if (changes.length === 0) return { to: AT.tiers };
      return visit.backend.answer(CHANGES, {
        query: { format: 'csv' },
        body: { changes: [...changes], dry_run: true },
      });
    },
  },
  async show(visit) {
    const tier = tierIn(visit.search);
    const changes = wantedIn(visit.search);
    const found =
      changes.length === 0 ? null : await triedOn(visit, async (query) => (await tried(visit, changes, query)).data);
    const [problem, done] = found instanceof Problem ? [found, null] : [null, found];
    return {
      title: 'Change tiers',
      crumbs: [{ label: 'Services', href: AT.services }],
      body: (
        <div class="stack">
          <Tabs
            tabs={(['pro', 'lite'] as const).map((each) => ({
              href: `${AT.tiers}?tier=${each}`,
              label: `To ${tierName(each)}`,
            }))}
            at={`${AT.tiers}?tier=${tier}`}
            label="To which tier"
          />
          <Refused problem={problem} />
          <Choose visit={visit} tier={tier} services={await offered(visit)} isDone={done !== null} />
          {done !== null && (
            <>
              <Outcomes outcome={done.tried} />
              <Concerned {...done} />
              {done.tried.accepted.length > 0 && <Commit visit={visit} tier={tier} outcome={done.tried} />}
            </>
          )}
        </div>
      ),
    };
  },
  forms: {
    async change(visit, sent) {
      const tier: Tier = sent.text('tier') === 'lite' ? 'lite' : 'pro';
      const terms = sent.body(visit.schema('patch', 'services/subscriptions/{id}/'), TERMS);
      const changes = sent.all('change').map((each): Given => {
        const [subscription_id = 0, revision = 0] = each.split('@').map(Number);
        return { subscription_id, revision, tier, ...terms };
      });
      const { data } = await visit.backend.post(CHANGES, { body: { changes, dry_run: false }, ...once(sent) });
      const why = [...new Set(data.refused.map(({ message }) => message))].join('; ');
      const refused = data.refused.length === 0 ? '' : ` Refused: ${data.refused.length} (${why}).`;
      return {
        to: AT.services,
        notice: `Services at ${tierName(tier)} from today on: ${data.accepted.length}.${refused}`,
      };
    },
  },
});

type ChooseProps = {
  readonly visit: Visit;
  readonly tier: Tier;
  readonly services: readonly Item[];
  readonly isDone: boolean;
};
const Choose: FC<ChooseProps> = ({ visit, tier, services, isDone }) => {
  const { say, search } = visit;
  const form = { ...visit.form('look'), typed: null, errors: new Map<string, string>(), notice: null };
  const chosen = new Set(search.getAll('service'));
  if (services.length === 0)
    return (
      <section class="card">
        <Empty title={`No services at ${tierName(other(tier))}`} text="Those that are, can be chosen here." />
      </section>
    );
  return (
    <section class="card">
      <form method="get" action={AT.tiers} class="form" novalidate>
        <input type="hidden" name="tier" value={tier} />
        <fieldset class="field">
          <legend>{`Services at ${tierName(other(tier))}`}</legend>
          {services.map(({ id, domain, client, status }) => (
            <label class="tick">
              <input type="checkbox" name="service" value={String(id)} checked={chosen.has(String(id))} />
              <span>
                {`${domain} (${client}) `}
                {status !== 'active' && <Badge status={status} />}
              </span>
            </label>
          ))}
        </fieldset>
        {fieldsOf(visit.schema('patch', 'services/subscriptions/{id}/'), TERMS).map((field) => (
          <Field
            form={form}
            field={field}
            say={say}
            value={search.getAll(field.name)}
            hint={
              field.name === '/monthly_price'
                ? `Of each of them; left empty, the list price of ${tierName(tier)}.`
                : 'Where the price is not the list price, or the plan does not contain the tier.'
            }
          />
        ))}
        <div class="form-end">
          <button type="submit" class={isDone ? undefined : 'main'}>
            Show what it comes to
          </button>
          <a class="button" href={AT.services}>
            Leave them as they are
          </a>
        </div>
      </form>
    </section>
  );
};

/** What would be refused, with why. */
const Outcomes: FC<{ readonly outcome: Outcome }> = ({ outcome: { refused } }) =>
  refused.length === 0 ? null : (
    <Card title={`Would be refused: ${refused.length}`}>
      <ul class="items">
        {refused.map(({ subscription_id, message }) => (
          <li>
            <span>
              <a href={AT.service(subscription_id)}>{`Service ${subscription_id}`}</a>
              {`: ${message}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );

type CommitProps = { readonly visit: Visit; readonly tier: Tier; readonly outcome: Outcome };
const Commit: FC<CommitProps> = ({ visit, tier, outcome: { accepted } }) => (
  <Confirm says={`Change ${accepted.length} services to ${tierName(tier)} as shown? It holds from today on.`}>
    <Form
      of={visit.form('change')}
      say={visit.say}
      submit="Change them"
      back={{ href: AT.services, label: 'Leave them as they are' }}
    >
      <input type="hidden" name="tier" value={tier} />
      {accepted.map(({ subscription_id, revision }) => (
        <input type="hidden" name="change" value={`${subscription_id}@${revision}`} />
      ))}
      {TERMS.map((name) => (
        <input type="hidden" name={name} value={visit.search.get(name) ?? ''} />
      ))}
    </Form>
  </Confirm>
);
