import type { Context } from 'hono';
import { levelText } from '#domain/plans/feature';
import type { Cause } from '#runtime/metadata';
import type { HttpDeps } from './deps.ts';
import type { Principal } from './principal.ts';
import { notFound, Problem } from './problem.ts';
import { type HttpEnv, type Route, scopeNeeded, type Visit } from './routes.ts';

/** 404, then 403: nobody learns from a refusal that something of somebody else's is there. */
export async function admit(visit: Visit, route: Route, deps: HttpDeps): Promise<unknown> {
  const resource = await found(visit, route);
  if (route.roles === 'public') return resource;
  const { principal } = visit;
  if (route.page && !route.roles.includes(principal.role)) throw notFound('page');
  if (!route.roles.includes(principal.role))
    throw new Problem('forbidden', `this needs the role ${route.roles.join(' or ')}; the token has ${principal.role}`);
  const scope = scopeNeeded(route);
  if (!principal.scopes.includes(scope)) throw new Problem('forbidden', `this needs the scope ${scope}`);
  if (route.needs && !principal.may.includes(route.needs))
    throw new Problem('not_permitted', `this needs the right ${route.needs}, which you do not hold for the account`);
  if (route.gate && !route.gate.of) await passGate(visit, route, accountOf(visit, route.gate, resource), deps);
  return resource;
}

/** What the path names, in the caller's scope. */
export async function found(visit: Visit, route: Route): Promise<unknown> {
  const resource = await route.resource?.(visit);
  if (route.resource && (resource === null || resource === undefined)) throw notFound();
  return resource;
}

type Gated = NonNullable<Route['gate']>;
const accountOf = (visit: Visit, gate: Gated, resource: unknown): number | null =>
  gate.account ? gate.account(visit, resource) : visit.principal.accountId;

/** Asks the gate of the route for that account; every question is recorded. Callers without an account are not asked. */
export async function passGate(visit: Visit, route: Route, accountId: number | null, deps: HttpDeps): Promise<void> {
  if (accountId === null || !route.gate) return;
  const { feature, level } = route.gate;
  const cause = causeOf(visit.c, visit.principal, deps.newId());
  const answer = await deps.checkGate?.({ accountId, feature, level, cause });
  if (answer?.allowed) return;
  const extras = { upgrade_to: answer?.upgradeTo ?? null };
  throw new Problem('feature_not_in_plan', `this needs ${feature} at level ${levelText(level)}`, extras);
}

/** The request as the cause of what it does. */
export function causeOf(
  c: Context<HttpEnv>,
  principal: Principal | null,
  commandId: string,
): Cause & { readonly requestId: string } {
  const traceparent = c.get('traceparent');
  return {
    commandId,
    correlationId: commandId,
    causationId: commandId,
    actor: principal
      ? { kind: principal.role, id: principal.userId ?? principal.name }
      : { kind: 'system', id: 'public' },
    requestId: c.get('requestId'),
    endpoint: `${c.req.method} ${c.get('pattern') ?? ''}`,
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}
