import { describe, expect, it } from 'vitest';
import { createAhrefs } from '#adapters/ahrefs';
import { createInMemoryAhrefsCache } from '#adapters/ahrefs-cache';
import { createInMemoryEventStore } from '#adapters/event-store/in-memory';
import { createInMemoryVault } from '#adapters/vault';
import { EVENT_SCHEMAS } from '#app/events';
import { ahrefsCommands } from '#commands/links/ahrefs-connection';
import { ahrefsQuestions } from '#commands/links/ahrefs-snapshot';
import type { AhrefsAnswer, AhrefsEndpoint, AhrefsParams } from '#commands/links/ports-ahrefs';
import { UTC } from '#domain/kernel/calendar';
import { TestClock } from '#runtime/clock';
import { createCommandHandler } from '#runtime/command-handler';
import { createEventCodec } from '#runtime/event-codec';
import type { JsonObject } from '#runtime/event-store';
import { createInMemoryPace } from '#runtime/pace';
import { uuidFrom } from '#runtime/random';
import { at } from '#test/support/world';

type Seen = { readonly endpoint: AhrefsEndpoint; readonly params: AhrefsParams };
const answered = (data: JsonObject | readonly JsonObject[], units = 50): AhrefsAnswer => {
  const rows = Array.isArray(data) ? data.length : 1;
  return { ok: true, data, units, rows, cache: 'no_cache' };
};

/** The questions on a client that answers as it is told. */
async function asking(answer: (seen: Seen) => JsonObject | readonly JsonObject[]) {
  const clock = new TestClock(at('2026-06-17T10:00:00Z'));
  const store = createInMemoryEventStore();
  const handler = createCommandHandler({ store, clock, codec: createEventCodec(EVENT_SCHEMAS) });
  const seen: Seen[] = [];
  const ahrefs = ahrefsCommands({
    handler,
    clock,
    zone: UTC,
    vault: createInMemoryVault(),
    cache: createInMemoryAhrefsCache(),
    pace: createInMemoryPace(),
    pause: async () => undefined,
    client: {
      estimate: createAhrefs().estimate,
      async call(_, endpoint, params) {
        if (endpoint === 'limits-and-usage') return answered({ subscription: 'Enterprise' }, 0);
        seen.push({ endpoint, params });
        return answered(answer({ endpoint, params }));
      },
    },
  });
  let causes = 0;
  const cause = () => {
    const id = uuidFrom('cause', causes++);
    return { commandId: id, correlationId: id, causationId: id, actor: { kind: 'admin' as const, id: 1 } };
  };
  await ahrefs.connect(1, { apiKey: 'sandbox-key-1', budget: null }, cause());
  return { store, seen, cause, questions: ahrefsQuestions({ ahrefs, handler, clock, zone: UTC }) };
}
const link = (backlink_id: number, source_url: string, placed_on = '2026-06-01') => ({
  backlink_id,
  source_url,
  placed_on,
});
const row = (url_from: string, more: JsonObject = {}): JsonObject => ({
  url_from,
  is_lost: false,
  lost_reason: null,
  last_seen: null,
  last_visited: '2026-06-15T08:00:00Z',
  ...more,
});
const LOST = { is_lost: true, lost_reason: 'removedfromhtml', last_seen: '2026-06-10T08:00:00Z' };
const filtersOf = ({ params }: Seen) => (JSON.parse(String(params['where'])) as { or: { is: string[] }[] }).or;

describe('verifying placed links', () => {
  it('tells those that are there, are lost, or are not known', async () => {
    const { questions, cause, seen } = await asking(() => [
      row('https://a.example/p', LOST),
      row('https://a.example/p'),
      row('http://www.b.example/q/'),
      row('https://c.example/r', LOST),
      row('https://not-a.example/p'),
    ]);
    const links = [link(1, 'https://a.example/p', '2026-06-05'), link(2, 'https://b.example/q')];
    const others = [link(3, 'https://c.example/r/'), link(4, 'https://d.example/s#top')];
    const done = await questions.verify(1, 'client.example', [...links, ...others], cause());
    const visited = '2026-06-15T08:00:00.000Z';
    const is = (
      backlink_id: number,
      verified: boolean,
      last_seen: string | null,
      lost_reason: string | null = null,
    ) => ({
      backlink_id,
      verified,
      last_seen,
      lost_reason,
      lost: lost_reason !== null,
    });
    expect(done).toEqual({
      ok: true,
      units: 50,
      results: [
        is(1, true, visited),
        is(2, true, visited),
        is(3, false, '2026-06-10T08:00:00.000Z', 'removedfromhtml'),
        is(4, false, null),
      ],
    });
    expect(seen).toMatchObject([{ params: { target: 'client.example', history: 'since:2026-06-01', limit: 16 } }]);
  });

  it('asks for many at a time, as many as an address has room for', async () => {
    const { questions, cause, seen } = await asking(() => []);
    const short = Array.from({ length: 20 }, (_, n) => link(n + 1, `https://b${n}.example/p`));
    await questions.verify(1, 'client.example', short, cause());
    expect(seen).toHaveLength(1);
    const long = Array.from({ length: 50 }, (_, n) => link(n + 1, `https://b${n}.example/${'slug-'.repeat(60)}`));
    const done = await questions.verify(1, 'client.example', long, cause());
    expect(done.ok && done.results.map(({ backlink_id }) => backlink_id)).toEqual(long.map((each) => each.backlink_id));
    const lengths = seen.map(({ params }) => encodeURIComponent(String(params['where'])).length);
    expect(Math.max(...lengths)).toBeLessThan(6000);
    const endless = link(99, `https://b.example/${'x'.repeat(1900)}`);
    expect(await questions.verify(1, 'client.example', [endless, endless], cause())).toMatchObject({ ok: true });
  });

  it('asks once more for links that too many rows of others hid', async () => {
    const { questions, cause, seen } = await asking(({ params }) =>
      Number(params['limit']) < 1000 ? Array(8).fill(row('https://a.example/p')) : [row('https://b.example/q')],
    );
    const links = [link(1, 'https://a.example/p'), link(2, 'https://b.example/q')];
    const done = await questions.verify(1, 'client.example', links, cause());
    expect(done).toMatchObject({ ok: true, units: 100, results: [{ verified: true }, { verified: true }] });
    expect(seen.map(({ params }) => params['limit'])).toEqual([8, 1000]);
    expect(
      seen
        .slice(1)
        .flatMap(filtersOf)
        .map(({ is }) => is[1]),
    ).toEqual(['b.example/q', 'b.example/q/']);
  });
});

describe('prospects', () => {
  it('are a competitor’s linking domains that the client lacks, however many the client has', async () => {
    const theirs = Array.from({ length: 150 }, (_, n) => ({ domain: `d${n}.example`, domain_rating: 90 - n / 3 }));
    const { questions, cause, seen } = await asking((asked) =>
      asked.params['target'] === 'rival.example'
        ? theirs
        : filtersOf(asked).flatMap(({ is }) =>
            Number(/\d+/.exec(is[1] ?? '')) % 2 === 0 ? [{ domain: is[1] ?? '' }] : [],
          ),
    );
    const found = await questions.prospects(1, 'client.example', 'rival.example', cause());
    if (!found.ok) throw new Error('refused');
    expect(found.results.map(({ domain }) => domain)).toEqual(
      theirs.map(({ domain }) => domain).filter((_, n) => n % 2 === 1),
    );
    expect(seen.every(({ params }) => params['history'] === 'live')).toBe(true);
    expect([seen.length <= 5, found.units]).toEqual([true, seen.length * 50]);
  });

  it('of a competitor without any are none, and ask no more', async () => {
    const { questions, cause, seen } = await asking(() => []);
    expect(await questions.prospects(1, 'a.example', 'b.example', cause())).toMatchObject({ ok: true, results: [] });
    expect(seen).toHaveLength(1);
  });
});

describe('a snapshot', () => {
  it('holds whole numbers where there can be no others, and null for what is not known', async () => {
    const { questions, cause, store } = await asking(({ endpoint }) =>
      endpoint === 'metrics'
        ? { org_keywords: 12, org_traffic: 99.6 }
        : endpoint === 'domain-rating'
          ? { domain_rating: 37.5 }
          : {},
    );
    for (let n = 0; n < 2; n++)
      expect(await questions.snapshot(1, 11, 'a.example', cause())).toMatchObject({
        ok: true,
        snapshot: {
          domain_rating: 37.5,
          organic_keywords: 12,
          organic_traffic: 100,
          snapshot_date: '2026-06-17',
          referring_domains: null,
          backlinks_total: null,
        },
      });
    expect(await store.readStream('ahrefs-snapshot-11')).toHaveLength(1);
  });
});
