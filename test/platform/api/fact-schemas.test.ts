import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FACT_SCHEMAS } from '#api/platform/fact-schemas';
import { FACT_TYPES, type FactType } from '#domain/platform/fact';

const FOLDER = join(import.meta.dirname, '../../examples/facts');
type Data = Record<string, unknown>;
const example = (type: FactType) =>
  JSON.parse(readFileSync(join(FOLDER, `${type}.json`), 'utf8')) as Record<string, unknown> & { readonly data: Data };
const taken = (type: FactType, data: unknown) => FACT_SCHEMAS[type].safeParse(data).success;
const without = (data: Data, field: string): Data =>
  Object.fromEntries(Object.entries(data).filter(([key]) => key !== field));

/** The fields of each fact: what must be there, and what may be. Source: spec 7.1, ruling 1.29. */
const FIELDS: Readonly<Record<FactType, readonly [required: string, optional: string]>> = {
  AccountRegistered: ['account_id name email plan', 'kind parent_account_id'],
  AccountPlanChanged: ['account_id plan', 'effective_at'],
  UserRegistered: ['user_id account_id name email', ''],
  SiteRegistered: ['site_id account_id domain', 'name sector_id niche'],
  SiteIntegrationConnected: ['site_id platform', 'plugin_version'],
  SiteIntegrationDisconnected: ['site_id', 'reason'],
  BlueprintGenerated: ['site_id blueprint_id', 'clusters'],
  BlueprintApproved: ['site_id blueprint_id', 'approved_by'],
  ContentQueued: ['site_id content_id type title', 'planned_for'],
  ArticleAwaitingReview: ['site_id content_id', 'title'],
  ArticleReviewed: ['site_id content_id outcome', ''],
  ArticlePublished: ['site_id content_id type published_at', 'title url words images'],
  SearchMetricsRecorded: [
    'site_id date clicks impressions position',
    'top_queries top_pages by_device by_country brand_clicks',
  ],
  ConversionsRecorded: ['site_id date goal count', 'value currency channel'],
  KeywordRanked: ['site_id keyword position date source', 'previous_position'],
  UrlInspected: ['site_id url verdict', 'coverage_state last_crawl_time'],
  SocialPostPublished: ['site_id post_id platform published_at', 'text url'],
  SocialEngagementMeasured: ['post_id likes comments shares measured_at', ''],
  SiteHealthMeasured: ['site_id completion authority_score clusters gaps', ''],
  CampaignPlanned: ['campaign_id site_id month budget targets', ''],
  CampaignKpiMeasured: ['campaign_id month', 'domain_rating referring_domains organic_keywords'],
  SchemaScanCompleted: ['site_id pages enhanced', ''],
  PluginErrorsReported: ['version sites errors', ''],
  TechnicalWorkDone: ['site_id date kind title', 'url'],
  CostRecorded: ['account_id kind quantity unit_cost incurred_on', 'site_id'],
  FeatureInUse: ['account_id feature level', 'since'],
};
const names = (list: string): string[] => list.split(' ').filter((name) => name !== '');
/** Fields that may hold any JSON at all. */
const ANYTHING = ['FeatureInUse.level'];

/** Values that a field of that name must not take, beside those of another kind. */
const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  email: ['nobody', 'a@b'],
  name: ['', 'x'.repeat(201)],
  kind: ['', 'x'.repeat(61)],
  outcome: ['maybe'],
  verdict: ['unknown'],
  source: ['bing'],
  date: ['2026-02-30', '2026-6-1', '2026-06-17T10:00:00Z'],
  incurred_on: ['2026-02-30'],
  month: ['2026-13', '2026-6', '2026-06-01'],
  published_at: ['yesterday', '2026-06-17', '2026-06-17T10:00:00'],
  measured_at: ['2026-06-17'],
  url: ['not a url', `https://e.example/${'x'.repeat(2000)}`],
  clicks: [-1, 1.5],
  impressions: [-1],
  position: [-1],
  completion: [-1, 101],
  authority_score: [100.1],
  value: ['-1.00', '1.234', 'much'],
  currency: ['usd', 'US', '$'],
  brand_clicks: [-1],
  goal: ['', 'x'.repeat(101)],
  budget: ['-1.00', '1.234', 'much'],
  quantity: ['-1', '1e3', ''],
  unit_cost: ['-0.01', '0.00001'],
  platform: [''],
};

describe('the example of every fact', () => {
  it('is there, and of no other type', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(FACT_TYPES.map((type) => `${type}.json`).sort());
  });

  it.each(FACT_TYPES)('%s is a CloudEvent whose data is taken', (type) => {
    const { data, ...envelope } = example(type);
    expect(envelope).toMatchObject({
      specversion: '1.0',
      type,
      id: expect.any(String),
      source: expect.any(String),
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
    });
    expect(FACT_SCHEMAS[type].safeParse(data)).toMatchObject({ success: true });
  });

  it.each(FACT_TYPES)('%s is refused with a field that nobody knows', (type) => {
    expect(taken(type, { ...example(type).data, unheard_of: 1 })).toBe(false);
  });

  it.each(FACT_TYPES)(
    '%s is refused without any field that it must have, and taken without those it may have',
    (type) => {
      const { data } = example(type);
      const [required, optional] = FIELDS[type].map(names) as [string[], string[]];
      expect(Object.keys(data).filter((field) => ![...required, ...optional].includes(field))).toEqual([]);
      expect(required.filter((field) => taken(type, without(data, field)))).toEqual([]);
      expect(taken(type, optional.reduce(without, data))).toBe(true);
    },
  );

  it.each(FACT_TYPES)('%s is refused with any field of another kind', (type) => {
    const { data } = example(type);
    for (const field of names(FIELDS[type].join(' '))) {
      if (ANYTHING.includes(`${type}.${field}`)) continue;
      for (const wrong of [true, { not: 'it' }, ...(field.endsWith('_id') ? [0, -1, 1.5, '1', 2 ** 31] : [])])
        expect([field, wrong, taken(type, { ...data, [field]: wrong })]).toEqual([field, wrong, false]);
    }
  });

  it.each(FACT_TYPES)('%s is refused with values that cannot be', (type) => {
    const { data } = example(type);
    for (const field of Object.keys(data))
      for (const wrong of WRONG[field] ?? [])
        expect([field, wrong, taken(type, { ...data, [field]: wrong })]).toEqual([field, wrong, false]);
  });

  it.each(FACT_TYPES)('%s is refused where its data is no object', (type) => {
    for (const wrong of [null, undefined, 'x', 1, []]) expect(taken(type, wrong)).toBe(false);
  });
});

describe('facts of reports', () => {
  const search = example('SearchMetricsRecorded').data;
  const conversions = example('ConversionsRecorded').data;

  it('take lists in the shapes that reports are made of, and no others', () => {
    const day = { clicks: 2, impressions: 3 };
    expect(taken('SearchMetricsRecorded', { ...search, top_pages: [{ page: '/a', ...day, position: 2.5 }] })).toBe(
      true,
    );
    expect(taken('SearchMetricsRecorded', { ...search, top_pages: [{ url: '/a', ...day }] })).toBe(false);
    expect(taken('SearchMetricsRecorded', { ...search, by_device: [{ device: 'mobile', ...day }] })).toBe(true);
    expect(taken('SearchMetricsRecorded', { ...search, by_device: [{ device: 'mobile' }] })).toBe(false);
    expect(taken('SearchMetricsRecorded', { ...search, by_country: [{ country: 'us', ...day, position: 3 }] })).toBe(
      true,
    );
    expect(
      taken('SearchMetricsRecorded', { ...search, by_country: [{ country: 'us', clicks: '2', impressions: 3 }] }),
    ).toBe(false);
  });

  it('have no more clicks by brand than clicks, and no currency without a value', () => {
    expect([0, 12, 13].map((brand_clicks) => taken('SearchMetricsRecorded', { ...search, brand_clicks }))).toEqual([
      true,
      true,
      false,
    ]);
    expect(taken('ConversionsRecorded', without(conversions, 'value'))).toBe(false);
    expect(taken('ConversionsRecorded', without(without(conversions, 'value'), 'currency'))).toBe(true);
  });

  it('name kinds that are of a list where there is one', () => {
    expect(taken('AccountRegistered', { ...example('AccountRegistered').data, kind: 'reseller' })).toBe(false);
    expect(taken('CostRecorded', { ...example('CostRecorded').data, kind: 'reseller' })).toBe(false);
  });
});

describe('instants of facts', () => {
  it('are kept in UTC, so that they can be compared', () => {
    const { data } = example('ArticlePublished');
    const parsed = FACT_SCHEMAS.ArticlePublished.parse({ ...data, published_at: '2026-06-17T12:00:00+02:00' });
    expect(parsed).toMatchObject({ published_at: '2026-06-17T10:00:00.000Z' });
  });
});
