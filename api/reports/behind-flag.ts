import { notFound } from '#api/http/problem';
import type { FeatureRoutes, Route } from '#api/http/routes';
import type { LaunchFlag } from '#domain/platform/launch-flag';

type Deps = {
  readonly flag: (flag: LaunchFlag, account: number | null) => Promise<boolean>;
  /** Whose a site or a subscription is; null where there is none. */
  readonly accountOfSite: (id: number) => Promise<number | null>;
  readonly accountOfSubscription: (id: number) => Promise<number | null>;
};
/** What goes on for those who have reports already: links that were shared can be ended, and mail can be wanted again. */
const GOES_ON: ReadonlySet<string> = new Set(['revokeReportShare', 'resubscribeToReports']);

const numberIn = (value: unknown, ...names: readonly string[]): number | null => {
  if (typeof value !== 'object' || value === null) return null;
  for (const name of names) {
    const found: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
    if (typeof found === 'number') return found;
  }
  return null;
};

/**
 * Routes of a room that are 404 where managed services are not launched, for the account that they are about: the caller's, that of
 * what the path or the request names, or else the environment's (spec 7.4; 13, 4.12). Addresses that are public go on.
 */
export function behindFlag(features: readonly FeatureRoutes[], deps: Deps): readonly FeatureRoutes[] {
  const { flag, accountOfSite, accountOfSubscription } = deps;
  const demand = async (account: number | null): Promise<void> => {
    if (!(await flag('managed_services_enabled', account))) throw notFound('address');
  };
  async function named(given: unknown): Promise<number | null> {
    const account = numberIn(given, 'account_id');
    if (account !== null) return account;
    const subscription = numberIn(given, 'subscription_id', 'managed_subscription_id');
    if (subscription !== null) return accountOfSubscription(subscription);
    const site = numberIn(given, 'site_id');
    return site === null ? null : accountOfSite(site);
  }
  const flagged = (route: Route): Route => {
    const { resource, handle } = route;
    if (route.roles === 'public' || GOES_ON.has(route.operationId)) return route;
    if (resource === undefined)
      return {
        ...route,
        async handle(call) {
          const about = (await named(call.body)) ?? (await named(call.query)) ?? call.principal?.accountId ?? null;
          await demand(about);
          return handle(call);
        },
      };
    return {
      ...route,
      async resource(visit) {
        const found = await resource(visit);
        if (found == null) return found;
        await demand(numberIn(found, 'account_id', 'accountId') ?? visit.principal?.accountId ?? null);
        return found;
      },
    };
  };
  return features.map((feature) => ({ ...feature, routes: feature.routes.map(flagged) }));
}
