import { expect, it } from 'vitest';
import { type FactCommands, factCommands } from '#commands/platform/fact';
import type { FactContent, FactType } from '#domain/platform/fact';
import { TestClock } from '#runtime/clock';
import { at } from '#test/support/world';

const NOW = at('2026-06-17T08:00:00.000Z');
type Said = readonly [type: FactType, data: Record<string, string | number>];

/** A store that is the slower with a fact the earlier it was sent; answers in which order the facts were kept. */
async function kept(facts: readonly Said[]): Promise<string[]> {
  const order: string[] = [];
  type Deps = Parameters<typeof factCommands>[0];
  const handler = {
    async handle(_: unknown, stream: string, { content }: { content: FactContent }) {
      for (let turns = 10 * (facts.length - Number(content.fact_id)); turns > 0; turns--) await null;
      order.push(content.fact_id);
      const state = { status: 'applied', type: content.type, time: content.time, data: content.data };
      return { ok: true, state, events: [], revision: 0, position: order.length, unchanged: false, stream };
    },
  } as unknown as Deps['handler'];
  const commands: FactCommands = factCommands({
    handler,
    clock: new TestClock(NOW),
    directory: { owner: async () => ({ accountId: 1, siteId: 11 }) } as unknown as Deps['directory'],
    upToDate: async () => undefined,
    personal: { seal: async (_: unknown, text: string) => text } as unknown as Deps['personal'],
  });
  const contents = facts.map(([type, data], index) => ({
    source: 'igny8-core',
    fact_id: String(index),
    type,
    time: NOW,
    data: { site_id: 11, ...data },
  }));
  const cause = { commandId: 'c', correlationId: 'c', causationId: 'c', actor: { kind: 'system', id: 't' } } as never;
  const { results, position } = await commands.receive(contents, cause);
  expect(results.map(({ id }) => id)).toEqual(contents.map(({ fact_id: id }) => id));
  expect(position).toBe(facts.length);
  return order;
}
const reviewed = (content_id: number): Said => ['ArticleReviewed', { content_id, outcome: 'changes_requested' }];
const waiting = (content_id: number): Said => ['ArticleAwaitingReview', { content_id, title: 'Saving' }];
const published = (content_id: number): Said => [
  'ArticlePublished',
  { content_id, title: 'Saving', url: 'https://a.example/' },
];
const ranked = (keyword: string, position: number): Said => [
  'KeywordRanked',
  { keyword, position, date: '2026-06-16' },
];
const before = (order: readonly string[], one: number, two: number): boolean =>
  order.indexOf(String(one)) < order.indexOf(String(two));

it.each<[string, readonly Said[], readonly (readonly [number, number])[]]>([
  [
    'an article, as it goes on',
    [reviewed(1), waiting(1), published(1)],
    [
      [0, 1],
      [1, 2],
    ],
  ],
  [
    'one among others',
    [waiting(1), waiting(2), reviewed(2), waiting(3), published(1)],
    [
      [1, 2],
      [0, 4],
    ],
  ],
  ['a figure of a day, mended', [ranked('a', 3), ranked('b', 4), ranked('a', 2)], [[0, 2]]],
  [
    'a page that was looked at twice',
    [
      ['UrlInspected', { url: 'https://a.example/', verdict: 'pending' }],
      ['UrlInspected', { url: 'https://a.example/', verdict: 'indexed' }],
    ],
    [[0, 1]],
  ],
  [
    'what a post has gathered',
    [
      ['SocialEngagementMeasured', { post_id: 7, likes: 1 }],
      ['SocialEngagementMeasured', { post_id: 7, likes: 2 }],
    ],
    [[0, 1]],
  ],
  [
    'the health of a site',
    [
      ['SiteHealthMeasured', { completion: 10 }],
      ['SiteHealthMeasured', { completion: 20 }],
    ],
    [[0, 1]],
  ],
])('facts of one call that speak of the same are kept in their order: %s', async (_, facts, pairs) => {
  const order = await kept(facts);
  for (const [one, two] of pairs) expect(before(order, one, two), `${one} before ${two} in ${order}`).toBe(true);
});

it('those that speak of different things share their time', async () => {
  expect(await kept([waiting(1), waiting(2), ranked('a', 1)])).toEqual(['2', '1', '0']);
  const cost: Said = [
    'CostRecorded',
    { account_id: 1, kind: 'other', quantity: '1', unit_cost: '1', incurred_on: 'x' },
  ];
  expect(await kept([cost, cost])).toEqual(['1', '0']);
});
