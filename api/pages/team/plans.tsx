import type { FC } from 'hono/jsx';
import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import {
  FEATURES,
  type Feature,
  type FeatureLevel,
  isFeature,
  levelFromText,
  levelsOf,
  levelText,
} from '#domain/plans/feature';
import type { Column } from '../list.tsx';
import { Table } from '../list.tsx';
import { accountNames } from '../names.ts';
import { definePage, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Card, Confirm } from '../parts/show.tsx';
import { type FieldSpec, spoken } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { once } from './once.ts';

const PLANS_AT = '/app/plans/';
const LEVEL: FieldSpec = { name: '/level', label: 'From now on', kind: 'choice', required: true, nullable: false };
const MOVE: FieldSpec = {
  name: '/apply_to_existing',
  label: 'Accounts that have the plan already move to it, too',
  kind: 'switch',
  required: false,
  nullable: false,
};
const REASON: FieldSpec = { name: '/reason', label: 'Reason', kind: 'long', required: true, nullable: false };
/** So many of the accounts that it concerns are named. */
const MOST_NAMED = 10;

type Plan = Schemas['Plan'];
const planName = (plan: string): string => spoken(plan);
/** A level as people say it. */
const levelWord = (level: FeatureLevel): string =>
  level === true
    ? 'yes'
    : level === false || level === 'none' || level === 0
      ? '–'
      : spoken(levelText(level)).toLowerCase();

/** What each plan holds, feature by feature; admins change a level, and see first whom that concerns. */
export const plansPage = definePage({
  name: 'plans',
  path: PLANS_AT,
  roles: ANYONE_OF.staff,
  summary: 'Plans with the level of each feature, and what changes for whom',
  under: '/app/price-book/',
  async show(visit) {
    const { backend, search, role } = visit;
    const { data } = await backend.get('billing/plans/');
    const plans = data.results;
    const feature = search.get('feature') ?? '';
    const plan = plans.find(({ key }) => key === search.get('plan'));
    if (plan !== undefined && isFeature(feature) && role === 'admin')
      return {
        title: `${spoken(feature)} of ${planName(plan.key)}`,
        crumbs: [{ label: 'Plans', href: PLANS_AT }],
        body: <Change visit={visit} plan={plan} feature={feature} concerned={await accountsOn(visit, plan.key)} />,
      };
    return {
      title: 'Plans',
      crumbs: [{ label: 'Price book', href: '/app/price-book/' }],
      body: (
        <div class="stack">
          <p class="quiet">
            The platform bills the plans. An account keeps the version of its plan that it bought until it is moved.
          </p>
          <Card title="What they cost and hold a month">
            <Table caption="What plans cost and hold a month" rows={TERMS} columns={termColumns(visit, plans)} />
          </Card>
          <Card title="Features">
            <Table caption="Levels of features by plan" rows={FEATURES} columns={levelColumns(visit, plans)} />
          </Card>
        </div>
      ),
    };
  },
  forms: {
    async revise({ backend }, sent) {
      const [plan, feature] = [sent.text('plan'), sent.text('feature')];
      const level = isFeature(feature) ? levelFromText(feature, sent.text(LEVEL.name)) : null;
      const { data } = await backend.put('billing/plans/{plan}/features/', {
        path: { plan },
        body: {
          plan_features: { [feature]: (level ?? sent.text(LEVEL.name)) as string },
          apply_to_existing: sent.all(MOVE.name).includes('on'),
          reason: sent.text(REASON.name),
        },
        ...once(sent),
      });
      const { moved, grandfathered } = data.affected;
      return {
        to: PLANS_AT,
        notice: `${planName(plan)} is version ${data.version}. Accounts moved to it: ${moved}; accounts that keep theirs: ${grandfathered}.`,
      };
    },
  },
});

const TERMS = ['price', 'sites', 'users', 'credits', 'version'] as const;
function termColumns(visit: Visit, plans: readonly Plan[]): Column<(typeof TERMS)[number]>[] {
  return [
    { key: 'term', label: 'A month', cell: (term) => spoken(term) },
    ...plans.map((plan) => ({
      key: plan.key,
      label: planName(plan.key),
      figure: true,
      cell: (term: (typeof TERMS)[number]) => {
        if (term === 'price') return visit.formats.number(plan.price, 'usd');
        const value = plan[term];
        return value === null ? 'no limit' : visit.formats.number(value, 'count');
      },
    })),
  ];
}
function levelColumns({ role }: Visit, plans: readonly Plan[]): Column<Feature>[] {
  return [
    { key: 'feature', label: 'Feature', cell: (feature) => spoken(feature) },
    ...plans.map((plan) => ({
      key: plan.key,
      label: planName(plan.key),
      cell: (feature: Feature) => {
        const word = levelWord(plan.plan_features[feature] ?? 'none');
        const at = new URLSearchParams({ plan: plan.key, feature });
        if (role !== 'admin') return word;
        return (
          <a
            class="amount"
            href={`${PLANS_AT}?${at}`}
            aria-label={`${spoken(feature)} of ${planName(plan.key)}: ${word}, change`}
          >
            {word}
          </a>
        );
      },
    })),
  ];
}

type Concerned = { readonly count: number; readonly named: readonly { readonly id: number; readonly name: string }[] };
/** The accounts that have the plan now. */
async function accountsOn({ backend }: Visit, plan: Plan['key']): Promise<Concerned> {
  const { data } = await backend.get('services/accounts/', {
    query: { plan, ordering: 'name', page_size: MOST_NAMED },
  });
  const ids = data.results.map(({ id }) => id);
  const names = await accountNames(backend, ids);
  return { count: data.count, named: ids.map((id) => ({ id, name: names(id) })) };
}

type ChangeProps = {
  readonly visit: Visit;
  readonly plan: Plan;
  readonly feature: Feature;
  readonly concerned: Concerned;
};
const Change: FC<ChangeProps> = ({ visit, plan, feature, concerned: { count, named } }) => {
  const form = visit.form('revise');
  const now = plan.plan_features[feature] ?? 'none';
  const levels = levelsOf(feature).map(levelText);
  const words = Object.fromEntries(levelsOf(feature).map((level) => [levelText(level), levelWord(level)]));
  return (
    <div class="stack">
      <Confirm
        says={`${spoken(feature)} of ${planName(plan.key)} is “${levelWord(now)}”. Whoever buys the plan from now on has the new level. Accounts on it now: ${count}; they keep what they bought, unless you move them.`}
      >
        <Form of={form} say={visit.say} submit="Change it" back={{ href: PLANS_AT, label: 'Leave it as it is' }}>
          <input type="hidden" name="plan" value={plan.key} />
          <input type="hidden" name="feature" value={feature} />
          <Field
            form={form}
            field={{ ...LEVEL, choices: levels }}
            say={visit.say}
            words={words}
            value={[levelText(now)]}
          />
          <Field form={form} field={MOVE} say={visit.say} />
          <Field form={form} field={REASON} say={visit.say} />
        </Form>
      </Confirm>
      {count > 0 && (
        <Card title="Accounts on it now">
          <ul class="items">
            {named.map(({ id, name }) => (
              <li>
                <a href={AT.client(id)}>{name}</a>
              </li>
            ))}
          </ul>
          {count > named.length && <p class="quiet">{`and ${count - named.length} more`}</p>}
        </Card>
      )}
    </div>
  );
};
