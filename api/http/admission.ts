import type { Context } from 'hono';
import type { Cause } from '#runtime/metadata';
import type { HttpDeps } from './deps.ts';
import type { Principal } from './principal.ts';
import { notFound, Problem } from './problem.ts';
import { type HttpEnv, type Route, scopeNeeded, type Visit } from './routes.ts';

/** 404, then 403: nobody learns from a refusal that something of somebody else's is there. */
export async function admit(visit: Visit, route: Route, deps: HttpDeps): Promise<unknown> {
  const resource = await route.resource?.(visit);
  if (route.resource && (resource === null || resource === undefined)) throw notFound();
  if (route.roles === 'public') return resource;
  const { principal } = visit;
  if (!route.roles.includes(principal.role))
    throw new Problem('forbidden', `this needs the role ${route.roles.join(' or ')}; the token has ${principal.role}`);
  const scope = scopeNeeded(route);
  if (!principal.scopes.includes(scope)) throw new Problem('forbidden', `this needs the scope ${scope}`);
  if (route.gate) await passGate(visit, route, route.gate, resource, deps);
  return resource;
}

async function passGate(
  visit: Visit,
  route: Route,
  gate: NonNullable<Route['gate']>,
  resource: unknown,
  deps: HttpDeps,
): Promise<void> {
  const accountId = gate.account ? gate.account(visit, resource) : visit.principal.accountId;
  if (accountId === null) return;
  const { feature, level } = gate;
  const endpoint = `${route.method.toUpperCase()} ${route.path}`;
  const cause = causeOf(visit.c, visit.principal, deps.newId());
  const answer = await deps.checkGate?.({ accountId, feature, level, endpoint, cause });
  if (answer?.allowed) return;
  const extras = { upgrade_to: answer?.upgradeTo ?? null };
  throw new Problem('feature_not_in_plan', `this needs ${feature} at level ${level}`, extras);
}

/** The request as the cause of what it does. */
export function causeOf(
  c: Context<HttpEnv>,
  principal: Principal | null,
  commandId: string,
): Cause & { readonly requestId: string } {
  const traceparent = c.get('traceparent');
  return {
    ...{ commandId, correlationId: commandId, causationId: commandId },
    actor: principal
      ? { kind: principal.role, id: principal.userId ?? principal.name }
      : { kind: 'system', id: 'public' },
    requestId: c.get('requestId'),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}
