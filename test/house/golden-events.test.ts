import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EVENT_SCHEMAS, EVENT_TYPES } from '#app/events';
import type { DomainEvent, Recorded } from '#domain/kernel/decider';
import type { Day } from '#domain/kernel/time';
import { jobRun } from '#domain/log/job-run';
import { storeIdentity } from '#domain/log/store-identity';
import { accessToken } from '#domain/platform/access-token';
import { FACT_TYPES, fact } from '#domain/platform/fact';
import { launchFlag } from '#domain/platform/launch-flag';
import { webhookEndpoint } from '#domain/platform/webhook-endpoint';
import { workRequest } from '#domain/platform/work-request';
import { type ManagedSubscriptionEvent, managedSubscription } from '#domain/services/managed-subscription';
import { siteContract } from '#domain/services/site-contract';
import { createEventCodec, UnknownSchemaVersion } from '#runtime/event-codec';
import { type JsonObject, RecordedEvent, START } from '#runtime/event-store';
import { MACHINERY_TYPES, type Saga } from '#runtime/saga';
import { factRelease } from '#sagas/platform/fact-release';
import { deliveryMonth } from '#sagas/services/delivery-month';
import { onboarding } from '#sagas/services/onboarding';

type Golden = {
  readonly type: string;
  readonly schema_version: number;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
};
const FOLDER = join(import.meta.dirname, '../golden-events');
const golden = (type: string) => JSON.parse(readFileSync(join(FOLDER, `${type}.json`), 'utf8')) as Golden;
const codec = createEventCodec(EVENT_SCHEMAS);

const recorded = ({ type, schema_version, data, metadata }: Golden, id = type, revision = 0) =>
  new RecordedEvent({
    place: START,
    stream: 's',
    revision,
    id,
    type,
    schemaVersion: schema_version,
    dataText: JSON.stringify(data),
    metadataText: JSON.stringify(metadata),
  });

describe('events as they were once stored', () => {
  it('are one of every type, and of no other', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(
      [...EVENT_TYPES, ...MACHINERY_TYPES].map((type) => `${type}.json`).sort(),
    );
  });

  it.each([...EVENT_TYPES, ...MACHINERY_TYPES])('%s is still understood', (type) => {
    const { data, metadata } = golden(type);
    const event = codec.decode(recorded(golden(type)));
    expect(event).toMatchObject({ type, at: metadata['occurred_at'], data });
    expect(metadata).toMatchObject({
      correlation_id: expect.any(String),
      causation_id: expect.any(String),
      command_id: expect.any(String),
      actor: { kind: expect.any(String) },
    });
  });

  it('of a newer release are not guessed at', () => {
    expect(() => codec.decode(recorded({ ...golden('StoreFounded'), schema_version: 2 }))).toThrow(
      UnknownSchemaVersion,
    );
  });

  it('of a subscription fold into what they meant', () => {
    const told = [
      'ManagedSubscriptionCreated',
      'ManagedSubscriptionActivated',
      'ServiceMonthStarted',
      'ManagedSubscriptionPaused',
      'ManagedSubscriptionResumed',
      'ManagedSubscriptionPriceChanged',
      'ManagedSubscriptionTierChanged',
      'ManagedSubscriptionCancelled',
    ];
    const state = told.reduce(
      (folded, type) =>
        managedSubscription.evolve(folded, codec.decode<ManagedSubscriptionEvent>(recorded(golden(type)))),
      managedSubscription.initial,
    );
    expect(state).toMatchObject({
      status: 'cancelled',
      tier: 'lite',
      monthlyPrice: 10_000,
      history: {
        activity: [
          {
            from: '2026-06-17',
            to: '2026-06-22',
            causes: ['ManagedSubscriptionActivated', 'ManagedSubscriptionPaused'],
          },
          {
            from: '2026-06-29',
            to: '2026-07-09',
            causes: ['ManagedSubscriptionResumed', 'ManagedSubscriptionCancelled'],
          },
        ],
        terms: [
          { from: '2026-06-17', tier: 'pro', monthlyPrice: 39_900 },
          { from: '2026-06-29', tier: 'pro', monthlyPrice: 34_900 },
          { from: '2026-07-02', tier: 'lite', monthlyPrice: 10_000 },
        ],
      },
    });
  });
});

/** The golden events in that order as one stream, folded; configs are left out, as their own event pins them. */
function folded<S, E extends DomainEvent>(
  { initial, evolve }: { readonly initial: S; readonly evolve: (state: S, event: Recorded<E>) => S },
  ...types: readonly string[]
): unknown {
  const state = types.reduce((before, type) => evolve(before, codec.decode<E>(recorded(golden(type)))), initial);
  return JSON.parse(
    JSON.stringify(state, (key, value) => (key === 'config' || key === 'creation' ? '(as stored)' : value)),
  );
}
/** The golden events as the stream of one saga: inputs, and what stands between them. */
function foldedSaga(saga: Saga, ...entries: readonly (string | { readonly input: string; readonly data?: object })[]) {
  const end = entries.reduce<unknown>((state, entry) => {
    if (typeof entry === 'string')
      return saga.evolve(state, { kind: 'event', event: asItsOwn(saga, codec.decode(recorded(golden(entry)))) });
    const { id, type, at, data } = codec.decode(recorded(golden(entry.input))) as Recorded<
      DomainEvent<string, JsonObject>
    >;
    const input = { id, type, at, on: at.slice(0, 10) as Day, data: { ...data, ...entry.data } as JsonObject };
    return saga.evolve(state, { kind: 'input', input });
  }, saga.initial);
  return saga.own ? saga.own(end) : end;
}

/** There is one stored effect for all sagas: each is told of it as of a kind that it asks for. */
function asItsOwn({ asks = [] }: Saga, event: DomainEvent): DomainEvent {
  const kind = asks[0]?.name;
  return event.type === 'EffectRequested' && kind ? { ...event, data: { ...(event.data as object), kind } } : event;
}

describe('events as they were once stored still mean', () => {
  it('the whole life of a subscription', () => {
    expect(
      folded(
        managedSubscription,
        'ManagedSubscriptionCreated',
        'OnboardingRequested',
        'ManagedSubscriptionActivated',
        'ServiceMonthStarted',
        'FellBehindOnContent',
        'ManagedSubscriptionPaused',
        'CaughtUpOnContent',
        'ManagedSubscriptionResumed',
        'ManagedSubscriptionPriceChanged',
        'ServiceConfigChanged',
        'AccountManagerAssigned',
        'ServiceMonthClosed',
        'ManagedSubscriptionTierChanged',
        'ManagedSubscriptionCancelled',
      ),
    ).toMatchInlineSnapshot(`
      {
        "accountId": 1,
        "accountManagerId": 900,
        "articlesPerMonth": 10,
        "config": "(as stored)",
        "currentMonth": "2026-06",
        "given": {
          "automation": {
            "schedule": "daily",
          },
        },
        "history": {
          "activity": [
            {
              "causes": [
                "ManagedSubscriptionActivated",
                "ManagedSubscriptionPaused",
              ],
              "from": "2026-06-17",
              "to": "2026-06-22",
            },
            {
              "causes": [
                "ManagedSubscriptionResumed",
                "ManagedSubscriptionCancelled",
              ],
              "from": "2026-06-29",
              "to": "2026-07-09",
            },
          ],
          "terms": [
            {
              "articlesPerMonth": 30,
              "cause": "ManagedSubscriptionCreated",
              "from": "2026-06-17",
              "monthlyPrice": 39900,
              "tier": "pro",
            },
            {
              "articlesPerMonth": 30,
              "cause": "ManagedSubscriptionPriceChanged",
              "from": "2026-06-29",
              "monthlyPrice": 34900,
              "tier": "pro",
            },
            {
              "articlesPerMonth": 10,
              "cause": "ManagedSubscriptionTierChanged",
              "from": "2026-07-02",
              "monthlyPrice": 10000,
              "tier": "lite",
            },
          ],
        },
        "monthlyPrice": 10000,
        "nextBillingDate": "2026-08-01",
        "siteId": 11,
        "status": "cancelled",
        "subscriptionId": 1,
        "tier": "lite",
      }
    `);
  });

  it('a subscription that is behind, and one that is paused', () => {
    const begun = ['ManagedSubscriptionCreated', 'ManagedSubscriptionActivated', 'ServiceMonthStarted'];
    expect(folded(managedSubscription, ...begun, 'FellBehindOnContent')).toMatchObject({
      status: 'active',
      behindSince: '2026-06-20',
      currentMonth: '2026-06',
      nextBillingDate: '2026-07-01',
    });
    expect(folded(managedSubscription, ...begun, 'ManagedSubscriptionPaused', 'CaughtUpOnContent')).toMatchObject({
      status: 'paused',
      reason: 'relaunch',
      behindSince: null,
    });
    expect(folded(managedSubscription, ...begun, 'ServiceConfigChanged')).toMatchObject({
      given: { automation: { schedule: 'daily' } },
    });
  });

  it('a site’s holder', () => {
    expect(folded(siteContract, 'SiteContractClaimed')).toMatchInlineSnapshot(`
      {
        "creation": "(as stored)",
        "creationCommandId": "1f6ba978-ee4e-8ae8-a93e-5c9a9139e2c3",
        "holder": 1,
      }
    `);
  });

  it('a work request, done and failed', () => {
    expect(folded(workRequest, 'WorkRequested', 'WorkRequestSent', 'WorkRequestDone')).toMatchInlineSnapshot(`
      {
        "status": "done",
        "subject": {
          "kind": "automation.configure",
          "site_id": 11,
          "subscription_id": 1,
          "work_request_id": 1,
        },
      }
    `);
    expect(folded(workRequest, 'WorkRequested', 'WorkRequestSent')).toMatchObject({ status: 'sent' });
    expect(folded(workRequest, 'WorkRequested', 'WorkRequestFailed')).toMatchObject({ status: 'failed' });
  });

  it('a token, a webhook, a flag, a job and a store', () => {
    expect({
      issued: folded(accessToken, 'AccessTokenIssued'),
      revoked: folded(accessToken, 'AccessTokenIssued', 'AccessTokenRevoked'),
      registered: folded(webhookEndpoint, 'WebhookEndpointRegistered'),
      removed: folded(webhookEndpoint, 'WebhookEndpointRegistered', 'WebhookEndpointRemoved'),
      rotated: folded(
        webhookEndpoint,
        ...['WebhookEndpointRegistered', 'WebhookSecretRotated', 'WebhookEndpointDisabled'],
      ),
      enabled: folded(
        webhookEndpoint,
        ...['WebhookEndpointRegistered', 'WebhookEndpointDisabled', 'WebhookEndpointEnabled'],
      ),
      flag: folded(launchFlag, 'LaunchFlagSet'),
      begun: folded(jobRun, 'JobStarted'),
      finished: folded(jobRun, 'JobStarted', 'JobFinished'),
      founded: folded(storeIdentity, 'StoreFounded', 'TestClockSet'),
    }).toMatchInlineSnapshot(`
      {
        "begun": {
          "status": "started",
        },
        "enabled": {
          "id": 1,
          "status": "registered",
        },
        "finished": {
          "status": "finished",
        },
        "flag": {
          "enabled": false,
          "percentage": null,
        },
        "founded": {
          "sandbox": true,
          "status": "founded",
          "testClock": "2026-06-17T10:00:00.001Z",
          "zone": "UTC",
        },
        "issued": {
          "id": 1,
          "status": "issued",
        },
        "registered": {
          "id": 1,
          "status": "registered",
        },
        "removed": {
          "id": 1,
          "status": "removed",
        },
        "revoked": {
          "id": 1,
          "status": "revoked",
        },
        "rotated": {
          "id": 1,
          "oldUntil": [
            "2026-07-03T10:00:00.000Z",
          ],
          "status": "disabled",
        },
      }
    `);
  });

  it('a fact that waited, and every fact that did not', () => {
    expect(folded(fact, 'FactHeld')).toMatchInlineSnapshot(`
      {
        "content": {
          "data": {
            "account_id": 1,
            "effective_at": "2026-06-17T10:00:00.000Z",
            "plan": "growth",
          },
          "fact_id": "example-AccountPlanChangedh",
          "source": "igny8-core",
          "time": "2026-06-17T10:00:00.000Z",
          "type": "AccountPlanChanged",
        },
        "status": "held",
        "waitingFor": {
          "id": 1,
          "kind": "account",
        },
      }
    `);
    expect(folded(fact, 'FactHeld', 'AccountPlanChanged')).toMatchInlineSnapshot(`
      {
        "data": {
          "account_id": 1,
          "effective_at": "2026-06-17T10:00:00.000Z",
          "plan": "growth",
        },
        "status": "applied",
        "time": "2026-06-17T10:00:00.000Z",
        "type": "AccountPlanChanged",
      }
    `);
    for (const type of FACT_TYPES)
      expect(folded(fact, type)).toEqual({
        status: 'applied',
        type,
        time: golden(type).metadata['occurred_at'],
        data: golden(type).data,
      });
  });

  it('an onboarding as far as it is', () => {
    const created = { input: 'ManagedSubscriptionCreated' };
    const steps = (...entries: Parameters<typeof foldedSaga>[1][]) => {
      const { steps: each, status } = foldedSaga(onboarding, created, ...entries) as {
        status: string;
        steps: Record<string, object>;
      };
      return { status, verify_integration: each['verify_integration'], send_welcome_email: each['send_welcome_email'] };
    };
    expect({
      begun: steps('OnboardingStepStarted', 'EffectRequested', 'TimerScheduled'),
      blocked: steps('OnboardingStepStarted', 'OnboardingStepBlocked'),
      completed: steps('OnboardingStepStarted', 'OnboardingStepCompleted', 'OnboardingStepFailed'),
      stopped: steps('OnboardingStepStarted', 'OnboardingStopped', 'EffectCancelled', 'TimerCancelled'),
    }).toMatchInlineSnapshot(`
      {
        "begun": {
          "send_welcome_email": {
            "ask": 0,
            "attempt": 0,
            "since": 0,
            "status": "pending",
          },
          "status": "running",
          "verify_integration": {
            "ask": 1,
            "attempt": 1,
            "since": 1,
            "status": "started",
          },
        },
        "blocked": {
          "send_welcome_email": {
            "ask": 0,
            "attempt": 0,
            "since": 0,
            "status": "pending",
          },
          "status": "running",
          "verify_integration": {
            "ask": 1,
            "attempt": 1,
            "since": 1,
            "status": "blocked",
          },
        },
        "completed": {
          "send_welcome_email": {
            "ask": 0,
            "attempt": 1,
            "since": 0,
            "status": "failed",
          },
          "status": "running",
          "verify_integration": {
            "ask": 1,
            "attempt": 1,
            "since": 1,
            "status": "completed",
          },
        },
        "stopped": {
          "send_welcome_email": {
            "ask": 0,
            "attempt": 0,
            "since": 0,
            "status": "pending",
          },
          "status": "stopped",
          "verify_integration": {
            "ask": 1,
            "attempt": 1,
            "since": 1,
            "status": "started",
          },
        },
      }
    `);
    expect(
      foldedSaga(
        onboarding,
        created,
        { input: 'SiteIntegrationConnected' },
        { input: 'BlueprintGenerated' },
        { input: 'ManagedSubscriptionTierChanged' },
      ),
    ).toMatchObject({ connected: true, hasBlueprint: true, tier: 'lite', articlesPerMonth: 10 });
    expect(foldedSaga(onboarding, created, { input: 'SiteIntegrationDisconnected' })).toMatchObject({
      connected: false,
    });
  });

  it('a month of delivery', () => {
    const started = { input: 'ServiceMonthStarted' };
    const fired = { input: 'TimerFired' };
    expect({
      begun: foldedSaga(deliveryMonth, started, 'TimerScheduled', 'DeliveryRunStarted'),
      asked: foldedSaga(deliveryMonth, started, 'EffectRequested'),
      run: foldedSaga(deliveryMonth, started, fired, 'DeliveryRunSkipped'),
      paused: foldedSaga(deliveryMonth, started, { input: 'ManagedSubscriptionPaused' }),
      resumed: foldedSaga(
        deliveryMonth,
        started,
        { input: 'ManagedSubscriptionPaused' },
        { input: 'ManagedSubscriptionResumed' },
      ),
      ended: foldedSaga(deliveryMonth, started, 'DeliveryMonthEnded', 'TimerCancelled'),
    }).toMatchInlineSnapshot(`
      {
        "asked": {
          "asked": [
            "release/fact-f57bdec36f1887261dfb53c38fdbc6be55eed6c8/held",
          ],
          "endsOn": "2026-06-30",
          "missed": false,
          "month": "2026-06",
          "run": "2026-06-17",
          "siteId": 11,
          "status": "unknown",
          "subscriptionId": 1,
        },
        "begun": {
          "asked": [],
          "endsOn": "2026-06-30",
          "missed": false,
          "month": "2026-06",
          "run": "2026-06-17",
          "siteId": 11,
          "status": "unknown",
          "subscriptionId": 1,
        },
        "ended": {
          "asked": [],
          "endsOn": "2026-06-30",
          "missed": false,
          "month": "2026-06",
          "run": "2026-06-17",
          "siteId": 11,
          "status": "ended",
          "subscriptionId": 1,
        },
        "paused": {
          "asked": [],
          "endsOn": "2026-06-30",
          "missed": false,
          "month": "2026-06",
          "run": "2026-06-17",
          "siteId": 11,
          "status": "paused",
          "subscriptionId": 1,
        },
        "resumed": {
          "asked": [],
          "endsOn": "2026-06-30",
          "missed": false,
          "month": "2026-06",
          "run": "2026-06-17",
          "siteId": 11,
          "status": "active",
          "subscriptionId": 1,
        },
        "run": {
          "asked": [],
          "endsOn": "2026-06-30",
          "missed": false,
          "month": "2026-06",
          "run": "2026-06-24",
          "siteId": 11,
          "status": "unknown",
          "subscriptionId": 1,
        },
      }
    `);
  });

  it('who waits for an owner', () => {
    expect(foldedSaga(factRelease, { input: 'FactHeld' }, 'EffectRequested')).toMatchInlineSnapshot(`
      {
        "owner": {
          "id": 1,
          "kind": "account",
        },
        "streams": [
          "fact-f57bdec36f1887261dfb53c38fdbc6be55eed6c8",
        ],
      }
    `);
  });
});
