import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/kernel/time';
import {
  FACT_TYPES,
  type FactCommand,
  type FactContent,
  type FactData,
  type FactType,
  fact,
  factOwnerKey,
  introduces,
  type Owner,
  ownerOf,
  sameJson,
} from '#domain/platform/fact';
import { spec } from '#test/support/spec';

const { given, lived } = spec(fact);
const now = '2026-06-20T00:00:00.000Z' as Instant;
const TIME = '2026-06-17T10:00:00.000Z' as Instant;
const content = (
  type: FactType = 'ArticlePublished',
  data: FactData = { site_id: 11, content_id: 5 },
): FactContent => ({
  source: 'igny8-core',
  fact_id: 'f-1',
  type,
  time: TIME,
  data,
});
const SITE: Owner = { kind: 'site', id: 11 };
const receive = (what: FactContent = content(), waitingFor: Owner | null = null): FactCommand => ({
  type: 'Receive',
  stream: 'fact-1',
  content: what,
  waitingFor,
  now,
});
const release: FactCommand = { type: 'Release', now };

describe('receiving a fact', () => {
  it.each(FACT_TYPES)('%s is applied as an event of its own type, dated by its time', (type) => {
    const data = { site_id: 11, account_id: 1, campaign_id: 2, post_id: 3 };
    given()
      .when(receive(content(type, data)))
      .answers({ type, at: TIME, data });
    expect(given(...lived(receive(content(type, data)))).state).toEqual({ status: 'applied', type, time: TIME, data });
  });

  it('whose owner is not known holds it', () => {
    given()
      .when(receive(content(), SITE))
      .answers({ type: 'FactHeld', at: TIME, data: { ...content(), waiting_for: SITE, stream: 'fact-1' } });
    expect(given(...lived(receive(content(), SITE))).state).toEqual({
      status: 'held',
      content: content(),
      waitingFor: SITE,
    });
  });

  it('again changes nothing: applied, held, released, and with its keys in another order', () => {
    const lives = [[receive()], [receive(content(), SITE)], [receive(content(), SITE), release]];
    for (const life of lives) {
      for (const again of [receive(), receive(content(), SITE)])
        given(...lived(...life))
          .when(again)
          .answers();
      given(...lived(...life))
        .when(receive({ ...content(), data: { content_id: 5, site_id: 11 } }))
        .answers();
    }
  });

  it('under the same id with other content is refused', () => {
    const others: FactContent[] = [
      { ...content(), type: 'ArticleAwaitingReview' },
      { ...content(), time: now },
      { ...content(), data: { site_id: 11, content_id: 6 } },
      { ...content(), data: { site_id: 11 } },
      { ...content(), data: { site_id: 11, content_id: 5, words: 1 } },
      { ...content(), data: { site_id: 11, content_id: '5' } },
    ];
    for (const life of [[receive()], [receive(content(), SITE)], [receive(content(), SITE), release]])
      for (const other of others)
        given(...lived(...life))
          .when(receive(other))
          .refused('fact_conflict');
  });
});

describe('releasing a fact', () => {
  it('applies what was held, once, dated by its own time', () => {
    given(...lived(receive(content(), SITE)))
      .when(release)
      .answers({ type: 'ArticlePublished', at: TIME, data: content().data });
    given(...lived(receive(content(), SITE), release))
      .when(release)
      .answers();
    given(...lived(receive()))
      .when(release)
      .answers();
  });
  it('that never came is not found', () => void given().when(release).refused('not_found'));
});

describe('owners', () => {
  const data = { account_id: 1, site_id: 11, campaign_id: 21, post_id: 31 };
  it('are what a fact waits for, by type', () => {
    const keys = Object.fromEntries(
      FACT_TYPES.map((type) => {
        const owner = ownerOf(type, data);
        return [type, owner && factOwnerKey(owner)];
      }),
    );
    expect(keys).toEqual({
      AccountRegistered: null,
      PluginErrorsReported: null,
      AccountPlanChanged: 'account-1',
      UserRegistered: 'account-1',
      SiteRegistered: 'account-1',
      FeatureInUse: 'account-1',
      CostRecorded: 'account-1',
      CampaignKpiMeasured: 'campaign-21',
      SocialEngagementMeasured: 'social_post-31',
      ...Object.fromEntries(
        [
          'SiteIntegrationConnected',
          'SiteIntegrationDisconnected',
          'BlueprintGenerated',
          'BlueprintApproved',
          'ContentQueued',
          'ArticleAwaitingReview',
          'ArticleReviewed',
          'ArticlePublished',
          'SearchMetricsRecorded',
          'ConversionsRecorded',
          'KeywordRanked',
          'UrlInspected',
          'SocialPostPublished',
          'SiteHealthMeasured',
          'CampaignPlanned',
          'SchemaScanCompleted',
          'TechnicalWorkDone',
        ].map((type) => [type, 'site-11']),
      ),
    });
  });
  it('are introduced by one type of fact each, and every kind that is waited for is', () => {
    const introduced = FACT_TYPES.flatMap((type) => introduces(type, data) ?? []).map(factOwnerKey);
    expect(introduced.sort()).toEqual(['account-1', 'campaign-21', 'site-11', 'social_post-31']);
    expect(introduces('ManagedSubscriptionCreated', data)).toBeNull();
  });
});

describe('equal JSON', () => {
  const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<FactData>;
  /** Sorted keys all the way down: another way to say the same. */
  const canonical = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(canonical)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, each]) => [key, canonical(each)]),
          )
        : value;
  const text = (value: unknown) => JSON.stringify(canonical(value));

  it('is equal whatever the order of the keys, and only then', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(sameJson(a, canonical(a) as FactData)).toBe(true);
        expect(sameJson(a, b)).toBe(text(a) === text(b));
      }),
      { numRuns: 500 },
    );
  });
  it('takes nothing for a key that only every object has', () => {
    expect(sameJson(JSON.parse('{"__proto__":{}}'), { a: {} })).toBe(false);
    expect(sameJson({ a: {} }, JSON.parse('{"__proto__":{}}'))).toBe(false);
  });
  it('tells lists from objects, null from nothing and text from numbers', () => {
    expect(sameJson([], {})).toBe(false);
    expect(sameJson({ a: null }, {})).toBe(false);
    expect(sameJson({ a: 1 }, { b: 1 })).toBe(false);
    expect(sameJson([1, 2], [2, 1])).toBe(false);
    expect(sameJson(1, '1')).toBe(false);
  });
});
