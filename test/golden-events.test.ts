import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FACT_SCHEMAS } from '#api/fact-schemas';
import { EVENT_SCHEMAS, EVENT_TYPES } from '#domain/events';
import { FACT_TYPES, type FactType } from '#domain/fact';
import { type ManagedSubscriptionEvent, managedSubscription } from '#domain/managed-subscription';
import { createEventCodec, UnknownSchemaVersion } from '#runtime/event-codec';
import { type JsonObject, RecordedEvent, START } from '#runtime/event-store';
import { MACHINERY_TYPES } from '#runtime/saga';

type Golden = {
  readonly type: string;
  readonly schema_version: number;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
};
const FOLDER = join(import.meta.dirname, 'golden-events');
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

describe('the example of every fact', () => {
  const example = (type: FactType) =>
    JSON.parse(readFileSync(join(import.meta.dirname, 'examples/facts', `${type}.json`), 'utf8')) as {
      type: string;
      data: Record<string, unknown>;
    };

  it.each(FACT_TYPES)(
    '%s is taken as it is, and refused with a field too many, one too few, or one of another kind',
    (type) => {
      const { data } = example(type);
      const schema = FACT_SCHEMAS[type];
      expect(schema.safeParse(data).success).toBe(true);
      expect(schema.safeParse({ ...data, unheard_of: 1 }).success).toBe(false);
      const [first = ''] = Object.keys(data);
      const { [first]: _, ...less } = data;
      expect(schema.safeParse(less).success).toBe(false);
      expect(schema.safeParse({ ...data, [first]: { not: 'an id' } }).success).toBe(false);
    },
  );
});
