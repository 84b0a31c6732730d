import type { FC } from 'hono/jsx';
import { Problem } from '#api/http/problem';
import type { Schemas } from '#client/types';
import { type Feature, type FeatureLevel, isFeature, levelFromText, levelsOf, levelText } from '#domain/plans/feature';
import type { Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Confirm } from '../parts/show.tsx';
import { Concerned, triedOn } from '../parts/tried.tsx';
import { type FieldSpec, spoken } from '../schema-fields.ts';

const AT = '/app/plans/';
const DRY_RUN = 'billing/plans/{plan}/features/dry-run/';
type Plan = Schemas['Plan'];
const field = (name: string, label: string, kind: FieldSpec['kind'], required = true): FieldSpec => ({
  name,
  label,
  kind,
  required,
  nullable: false,
});
const LEVEL = field('level', 'From now on', 'choice');
const MOVE = field('move', 'Accounts that have the plan already move to it, too', 'switch', false);
const REASON = field('/reason', 'Reason', 'long');

/** A level as people say it. */
export const levelWord = (level: FeatureLevel): string =>
  level === true
    ? 'yes'
    : level === false || level === 'none' || level === 0
      ? '–'
      : spoken(levelText(level)).toLowerCase();

/** One feature's new level as the API takes it; what is no level it refuses itself. */
export function revisionOf(feature: string, text: string, apply_to_existing: boolean) {
  const level = isFeature(feature) ? levelFromText(feature, text) : null;
  return { plan_features: { [feature]: (level ?? text) as string }, apply_to_existing };
}
const wantedIn = (search: URLSearchParams, feature: string) =>
  search.get('level') === null ? null : revisionOf(feature, search.get('level') ?? '', search.get('move') === 'on');

/** All whom it concerns, as a table to take along. */
export function asTable({ backend, search }: Visit) {
  const body = wantedIn(search, search.get('feature') ?? '');
  const plan = search.get('plan');
  if (body === null || plan === null) return { to: AT };
  return backend.answer(DRY_RUN, { path: { plan }, query: { format: 'csv' }, body });
}

/** Another level: first whom it concerns, then the change itself, with why. */
export async function changeOf(visit: Visit, plan: Plan, feature: Feature) {
  const { backend, search } = visit;
  const body = wantedIn(search, feature);
  const path = { plan: plan.key };
  const outcome =
    body === null
      ? null
      : await triedOn(visit, async (query) => (await backend.post(DRY_RUN, { path, query, body })).data);
  const { count } = await backend.list('services/accounts/', { plan: plan.key, page_size: 1 });
  return <Change visit={visit} plan={plan} feature={feature} count={count} outcome={outcome} />;
}

type Props = {
  readonly visit: Visit;
  readonly plan: Plan;
  readonly feature: Feature;
  /** Accounts that have the plan now. */
  readonly count: number;
  readonly outcome: Awaited<ReturnType<typeof triedOn>> | null;
};
const Change: FC<Props> = ({ visit, plan, feature, count, outcome }) => {
  const { say, search } = visit;
  const form = visit.form('revise');
  const [problem, done] = outcome instanceof Problem ? [outcome, null] : [null, outcome];
  const now = plan.plan_features[feature] ?? 'none';
  const words = Object.fromEntries(levelsOf(feature).map((level) => [levelText(level), levelWord(level)]));
  const wanted = search.get('level') ?? levelText(now);
  const moves = search.get('move') === 'on';
  const errors = new Map(problem ? [[LEVEL.name, problem.message]] : []);
  const looked = { ...form, name: 'look', typed: null, errors };
  const named = `${spoken(feature)} of ${spoken(plan.key)}`;
  return (
    <div class="stack">
      <section class="card">
        <p>{`${named} is “${levelWord(now)}”. Whoever buys the plan from now on has the new level. Accounts on it now: ${count}; they keep what they bought, unless you move them.`}</p>
        <form method="get" action={AT} class="form" novalidate>
          <input type="hidden" name="plan" value={plan.key} />
          <input type="hidden" name="feature" value={feature} />
          <Field
            form={looked}
            field={{ ...LEVEL, choices: Object.keys(words) }}
            say={say}
            words={words}
            value={[wanted]}
          />
          <Field form={looked} field={MOVE} say={say} value={moves ? ['on'] : []} />
          <div class="form-end">
            <button type="submit" class={done === null ? 'main' : undefined}>
              Show whom it concerns
            </button>
            <a class="button" href={AT}>
              Leave it as it is
            </a>
          </div>
        </form>
      </section>
      {done !== null && (
        <>
          <Concerned {...done} />
          <Confirm
            says={`Change ${named} to “${words[wanted] ?? wanted}”? ${moves ? `All ${count} accounts on the plan move to it.` : 'Accounts that have the plan keep what they bought.'}`}
          >
            <Form of={form} say={say} submit="Change it" back={{ href: AT, label: 'Leave it as it is' }}>
              <input type="hidden" name="plan" value={plan.key} />
              <input type="hidden" name="feature" value={feature} />
              <input type="hidden" name="/level" value={wanted} />
              {moves && <input type="hidden" name="/apply_to_existing" value="on" />}
              <Field form={form} field={REASON} say={say} />
            </Form>
          </Confirm>
        </>
      )}
    </div>
  );
};
