import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Logger } from 'pino';
import { webhookSecret } from '#adapters/customer-webhooks';
import { pageCharts } from '#adapters/reports/page-charts';
import type { Secrets } from '#adapters/secrets';
import { createTickets } from '#adapters/signed-links';
import { createTenantReads } from '#adapters/tenant-reads';
import { type Credentials, identify } from '#api/http/authenticate';
import type { FeatureRoutes } from '#api/http/routes';
import { createFormGuard } from '#api/pages/guard';
import { openPages } from '#api/pages/index';
import type { storeIdentityCommands } from '#commands/log/store-identity';
import { dayOf } from '#domain/kernel/calendar';
import { billingReader } from '#projections/billing/billing-reader';
import { operationsReader } from '#projections/platform/operations-reader';
import type { Background } from '#runtime/background';
import { type Clock, monotonicMs, TestClock } from '#runtime/clock';
import { TestTime } from '#runtime/test-time';
import type { Http } from './room.ts';
import type { Outside } from './surroundings.ts';
import type { System } from './system.ts';

type Deps = {
  readonly system: System;
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly outside: Outside;
  readonly identity: ReturnType<typeof storeIdentityCommands>;
  readonly secrets: Secrets;
  readonly log: Logger;
  readonly background: Background;
  /** What tokens and JWTs are known by. */
  readonly credentials: Credentials;
};

/** So long does an answer wait for what mostly comes about at once. */
const MOMENT_MS = 2_500;
/** And looks again after so long where nothing was seen to move, as what another process does is seen late. */
const LOOK_AGAIN_MS = 100;

/** Pages for people, on the API of this process. */
export const pagesOf = (deps: Deps) => {
  const { system, clock, outside, secrets } = deps;
  return openPages({
    signIn: signInOf(deps),
    ownBrandingOf: system.ownBrandingOf,
    languageOf: system.languageOf,
    now: () => clock.now(),
    zone: system.around.zone,
    newId: () => system.around.random.uuid(),
    flag: system.flag,
    guard: createFormGuard(createTickets(secrets.derive('forms'))),
    charts: pageCharts,
    position: async () => system.arrivals.current(),
    pause: (ms, signal) => pause(ms, undefined, { signal }),
    sandbox: outside.sandbox === null ? null : () => clock.now(),
  });
};

/** The routes of every room; those of a sandbox exist in a sandbox only. */
export function routesOf(deps: Deps): readonly FeatureRoutes[] {
  const { system, pool, clock, outside, secrets } = deps;
  const { arrivals, rooms } = system;
  const { gateways } = outside;
  const reads = createTenantReads(pool);
  const overdue = rooms.flatMap((room) => (room.overdue === undefined ? [] : [room.overdue]));
  // What comes about shows in the read models: there is nothing new to look at before they have moved.
  const eventually = async (holds: () => Promise<boolean>): Promise<boolean> => {
    for (const until = monotonicMs() + MOMENT_MS; monotonicMs() < until; await arrivals.change(LOOK_AGAIN_MS))
      if (await holds()) return true;
    return false;
  };
  const http: Http = {
    reads,
    operations: operationsReader(reads, overdue, (text, write) => outside.personal.open(text, write)),
    accounts: billingReader(reads),
    approvals: rooms.flatMap((room) => (room.approvals === undefined ? [] : [room.approvals(reads)])),
    overdueKinds: [...overdue.flatMap(({ kinds }) => kinds), 'effect'],
    now: () => clock.now(),
    today: () => dayOf(clock.now(), system.around.zone),
    eventually,
    takes: (gateway) => gateway === 'manual' || gateways[gateway] !== undefined,
    position: async () => arrivals.current(),
    pause: (ms, signal) => pause(ms, undefined, { signal }),
    outside,
    tickets: createTickets(secrets.derive('signed-links')),
    webhookSecretOf: (salt) => webhookSecret(secrets, salt),
    operate: operate(deps),
    sandbox: sandboxOf(deps),
  };
  return rooms.flatMap((room) => room.routes(http));
}

/** What the pages on which people sign in and out stand on. */
function signInOf({ system, credentials }: Deps): Parameters<typeof openPages>[0]['signIn'] {
  const { sessions, signIn } = system.commands;
  return {
    sessions,
    signIn,
    brandingOf: system.brandingOf,
    look: system.brandLook,
    identify: (token) => identify(`Bearer ${token}`, credentials),
    nameOf: async (account) => (await system.directory.account(account))?.name ?? `Account ${account}`,
    publicUrl: system.around.publicUrl ?? null,
    pause: (ms) => pause(ms),
  };
}

/** What operations may ask of the machinery, and do with it. */
function operate({ system: { runtime, projector }, log }: Deps): Http['operate'] {
  const { jobs, effects } = runtime.parts;
  return {
    jobs: () => jobs.status(),
    runJob: (name) => jobs.runNow(name),
    projections: () => projector.status(),
    parked: () => projector.parked(),
    retryEffect: (id, cause) => effects.retry(id, cause),
    settleEffect: (id, note, cause) => effects.settleByHand(id, note, cause),
    rebuild: (name) => {
      const known = projector.projections.some((projection) => projection.name === name);
      if (known)
        projector
          .rebuild(name)
          .catch((error: unknown) => log.error({ projection: name, err: String(error) }, 'rebuilding'));
      return known;
    },
  };
}

function sandboxOf({ system: { runtime }, clock, outside: { sandbox }, identity, background }: Deps): Http['sandbox'] {
  if (!sandbox || !(clock instanceof TestClock)) return null;
  const time = new TestTime({
    runtime,
    clock,
    pause: (ms) => pause(ms),
    besides: sandbox.deliver,
    setClock: async (to) => void (await identity.setTestClock(to)),
  });
  return {
    now: () => clock.now(),
    advance: (to) => background.whileQuiet(() => time.advance(to)),
    mail: sandbox.outbox,
    ledger: sandbox.ledger,
    providers: sandbox.providers,
    setFault: sandbox.setFault,
    setPage: sandbox.state.setPage,
    setIndexed: sandbox.state.setIndexed,
    payments: sandbox.payments,
  };
}
