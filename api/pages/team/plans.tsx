import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { FEATURES, type Feature, isFeature } from '#domain/plans/feature';
import type { Column } from '../list.tsx';
import { Table } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { Card } from '../parts/show.tsx';
import { spoken } from '../schema-fields.ts';
import { once } from './once.ts';
import { asTable, changeOf, levelWord, revisionOf } from './plans-change.tsx';

const PLANS_AT = '/app/plans/';
type Plan = Schemas['Plan'];
const planName = (plan: string): string => spoken(plan);
/** What each plan holds, feature by feature; admins change a level, and see first whom that concerns. */
export const plansPage = definePage({
  name: 'plans',
  path: PLANS_AT,
  roles: ANYONE_OF.staff,
  summary: 'Plans with the level of each feature, and what changes for whom',
  under: '/app/price-book/',
  // Whom a level would concern is for those who may change it.
  partsFor: { csv: ANYONE_OF.admin },
  downloads: { csv: async (visit) => asTable(visit) },
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
        body: await changeOf(visit, plan, feature),
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
      const { data } = await backend.put('billing/plans/{plan}/features/', {
        path: { plan },
        body: {
          ...revisionOf(feature, sent.text('/level'), sent.all('/apply_to_existing').includes('on')),
          reason: sent.text('/reason'),
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
