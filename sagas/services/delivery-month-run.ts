import { localTime, type Zone } from '#domain/kernel/calendar';
import { type AskedWork, workRequest } from '#domain/platform/effects';
import type { WorkRequestKind } from '#domain/platform/work-request';
import { nextRun, type SkippedBecause } from '#domain/services/delivery-month';
import { lookUpDelivery, type Situation } from '#domain/services/effects';
import type { AutomationSchedule } from '#domain/services/service-config';
import { type Answer, ask } from '#runtime/typed-saga';
import { type Known, runOf, type Step } from './delivery-month-state.ts';

/** Content runs begin at this time of the day in the billing time zone; the month's first one at once. */
const RUN_AT = '09:00';

export const ids = ({ subscriptionId, siteId, month }: Known) => ({
  subscription_id: subscriptionId,
  site_id: siteId,
  month,
});

/** A run that is taken up again on its own day is looked up again, under the name of what took it up. */
export function lookUp(state: Known, { id }: { readonly id: string }): Step {
  const { run } = state;
  const first = `look_up/${run}`;
  const name = state.asked.includes(first) ? `${first}/${id}` : first;
  const key = `look-up-delivery-${state.subscriptionId}-${name}`;
  return ask(lookUpDelivery, { name, key, payload: { ...ids(state), run } });
}

export function runTimer(state: Known, schedule: AutomationSchedule, zone: Zone): Step[] {
  const run = nextRun(schedule, state.run, state.endsOn);
  if (run === null) return [];
  return [{ do: 'timer', timer: 'run', name: `run/${run}`, at: localTime(run, RUN_AT, zone), data: { run } }];
}

/** Starts or skips the run, and sets the timer of the next one. */
export function runStep(state: Known, answer: Answer<typeof lookUpDelivery, 'succeeded'>, zone: Zone): readonly Step[] {
  if (runOf(answer.asked) !== state.run) return [];
  const { at, result: found } = answer;
  const timer = runTimer(state, found.service_config.automation.schedule, zone);
  const skip = (because: SkippedBecause): Step => ({
    do: 'record',
    event: { type: 'DeliveryRunSkipped', at, data: { ...ids(state), run: state.run, because } },
  });
  if (!found.enabled) return [skip('switched_off'), ...timer];
  // The saga has seen every pause up to here; only before the first one does the look-up know better.
  const active = state.status === 'unknown' ? found.status === 'active' : state.status === 'active';
  if (!active) return [skip('paused'), ...timer];
  if (!found.has_blueprint) return [skip('blueprint_missing'), ...timer];
  const beside = found.tier === 'pro' ? proWork(state, found) : [];
  if (found.published >= found.target) return [skip('target_reached'), ...beside, ...timer];
  const missing = found.target - found.published - (found.under_way ?? 0);
  if (missing <= 0) return [skip('enough_under_way'), ...beside, ...timer];
  const articles = Math.min(found.service_config.automation.articles_per_run, missing);
  return [started(state, found, articles, at), content(state, found, articles), ...beside, ...timer];
}

function started(state: Known, found: Situation, articles: number, at: Answer<typeof lookUpDelivery>['at']): Step {
  const { published, target, under_way = 0 } = found;
  const data = { ...ids(state), run: state.run, articles, published, target };
  return {
    do: 'record',
    event: { type: 'DeliveryRunStarted', at, data: under_way > 0 ? { ...data, under_way } : data },
  };
}

function content(state: Known, { service_config }: Situation, articles: number): Step {
  const { content_types, stages } = service_config.automation;
  const { review_required } = service_config;
  return work(state, 'pipeline.run', state.run, { articles, content_types, stages, review_required });
}

/** What Pro adds: taxonomy and schema once a month, search console and social with every run. */
function proWork(state: Known, { service_config: config }: Situation): Step[] {
  const once = (kind: WorkRequestKind, fields: Fields) =>
    state.asked.includes(`${kind}/${state.month}`) ? [] : [work(state, kind, state.month, fields)];
  return [
    ...(config.automation.content_types.includes('taxonomy_term') ? once('taxonomy.generate', {}) : []),
    ...(config.schema.enabled ? once('schema.scan', { retroactive: true }) : []),
    ...(config.gsc.enabled ? [work(state, 'gsc.inspect', state.run, { recheck_pending: true })] : []),
    ...(config.social.enabled
      ? [work(state, 'social.schedule', state.run, { platforms: config.social.platforms })]
      : []),
  ];
}

type Fields = { readonly [field: string]: AskedWork[string] };
const work = (state: Known, kind: WorkRequestKind, due: string, fields: Fields): Step =>
  ask(workRequest, {
    name: `${kind}/${due}`,
    key: `delivery-${state.subscriptionId}-${kind}-${due}`,
    payload: { ...ids(state), kind, due, ...fields },
  });
