import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';

describe('content runs of a month', () => {
  let api: SandboxApi;
  beforeAll(async () => {
    api = await sandboxApi('2026-09-01T12:00:00Z');
  });
  afterAll(() => api.stop());

  it('ask for no article twice while reviews lag, and the timeline shows the articles that moved the counter', async () => {
    await api.post('platform/facts/', [...clientFacts(6, 66), ...clientFacts(7, 77)]);
    const create = async (account_id: number, site_id: number) =>
      (await api.post('services/subscriptions/', { account_id, site_id, tier: 'lite' })).body.id as number;
    const [lagging, silent] = [await create(6, 66), await create(7, 77)];
    const asked = async (id: number) => {
      type Entry = { type: string; data: { articles: number; because?: string } };
      const { results } = (await api.get(`services/subscriptions/${id}/timeline/`)).body as { results: Entry[] };
      return results.filter(({ type }) => type === 'DeliveryRunStarted').map(({ data }) => data.articles);
    };
    await api.post('sandbox/clock/advance/', { by: '1h' });
    const about = (type: string, content_id: number, day: string, more = {}) =>
      fact(type, { site_id: 66, content_id, ...more }, `${day}T10:00:00Z`);
    // Of the first run's three articles one is published, one is queued and one waits for its review.
    await api.post('platform/facts/', [
      about('ContentQueued', 601, '2026-09-02', { type: 'post', title: 'One' }),
      about('ContentQueued', 602, '2026-09-02', { type: 'post', title: 'Two' }),
      about('ContentQueued', 600, '2026-09-02', { type: 'post', title: 'Later', planned_for: '2026-10-02' }),
      about('ArticleAwaitingReview', 602, '2026-09-03'),
      about('ArticlePublished', 603, '2026-09-03', {
        type: 'post',
        title: 'Three',
        published_at: '2026-09-03T09:00:00Z',
      }),
      about('ArticlePublished', 603, '2026-09-04', {
        type: 'post',
        title: 'Three',
        published_at: '2026-09-03T09:00:00Z',
      }),
      about('ArticlePublished', 599, '2026-09-04', {
        type: 'post',
        title: 'Old',
        published_at: '2026-08-20T09:00:00Z',
      }),
    ]);
    await api.advance('2026-09-10T12:00:00Z');
    expect(await asked(lagging)).toEqual([3, 3]);
    // Then many come at once: eight wait for their review, and one is published.
    await api.post(
      'platform/facts/',
      [602, 604, 605, 606, 607, 608, 609, 610].map((id) => about('ArticleAwaitingReview', id, '2026-09-11')),
    );
    await api.advance('2026-09-30T23:00:00Z');
    expect(await asked(lagging)).toEqual([3, 3]);
    // Where the platform says nothing at all, what was asked for is still on its way.
    const silence = await asked(silent);
    expect(silence.reduce((sum, articles) => sum + articles, 0)).toBe(10);
    const timeline = (await api.get(`services/subscriptions/${lagging}/timeline/`)).body.results as {
      type: string;
      summary: string;
      position: number;
    }[];
    expect(timeline.filter(({ type }) => type === 'ArticlePublished').map(({ summary }) => summary)).toEqual([
      'The article “Three” was published.',
    ]);
    expect(timeline.map(({ position }) => position)).toEqual(
      timeline.map(({ position }) => position).sort((a, b) => a - b),
    );
    expect((await api.get(`services/subscriptions/${lagging}/`)).body.current_month_articles_published).toBe(1);
  }, 240_000);
});
