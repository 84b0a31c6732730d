import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#domain/kernel/language';
import { databaseUrl, fact } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { served } from '#test/support/child';
import { testDatabase } from '#test/support/postgres';

const USERS = 1000;
const ACCOUNTS = 20;
const KILLS = 4;
const FACTS_AT_ONCE = 500;
/** So many copies are settled before the next kill, so that each of them comes in the midst of sending. */
const BETWEEN = 150;
type Mail = { readonly to: readonly string[]; readonly subject: string };

const accounts = Array.from({ length: ACCOUNTS }, (_, n) =>
  fact('AccountRegistered', {
    account_id: n + 1,
    name: `Client ${n + 1}`,
    email: `c${n + 1}@example.com`,
    plan: 'scale',
  }),
);
const users = Array.from({ length: USERS }, (_, n) =>
  fact('UserRegistered', {
    user_id: n + 1,
    account_id: (n % ACCOUNTS) + 1,
    name: `User ${n + 1}`,
    email: `user${n + 1}@example.com`,
  }),
);
/** The same person under a second user, in other letters. */
const again = fact('UserRegistered', { user_id: USERS + 1, account_id: 1, name: 'Again', email: 'USER1@example.com' });

describe('an announcement to a thousand users, over kills', () => {
  it('reaches each of them once', async () => {
    const database = await testDatabase();
    const env = { DATABASE_URL: databaseUrl(database), SANDBOX: 'true', SANDBOX_CLOCK: '2026-06-17T08:00:00Z' };
    let process = await served(env);
    const all = [...accounts, ...users, again];
    for (let from = 0; from < all.length; from += FACTS_AT_ONCE)
      await must(process.api.post('platform/facts/', all.slice(from, from + FACTS_AT_ONCE)));
    const texts = Object.fromEntries(LANGUAGES.map((language) => [language, { subject: 'News', text: 'It is here.' }]));
    const { id } = await must(process.api.post('ops/announcements/', { texts }), 201);
    await must(process.api.post(`ops/announcements/${id}/start/`, {}));
    const look = () => must(process.api.get(`ops/announcements/${id}/`));

    const stood: number[] = [];
    for (let kills = 0; kills < KILLS; kills++) {
      const enough = (stood.at(-1) ?? 0) + BETWEEN;
      let seen = await look();
      while (seen.status !== 'sent' && seen.settled < enough) seen = await look();
      stood.push(seen.settled);
      await process.kill();
      process = await served(env);
    }
    expect(
      stood.filter((settled) => settled < USERS),
      'killed in the midst of it',
    ).toHaveLength(KILLS);
    // What was under way at a kill is tried again a minute later, by the sandbox's clock.
    for (let minutes = 0; (await look()).status !== 'sent'; minutes++) {
      expect(minutes).toBeLessThan(30);
      await process.api.post('sandbox/clock/advance/', { by: '1m' });
    }
    expect(await look()).toMatchObject({
      addressed: USERS,
      settled: USERS,
      all_addressed: true,
      outcomes: { accepted: USERS },
    });
    const mails: readonly Mail[] = (await must(process.api.get('sandbox/mail/'))).results;
    const to = mails.filter(({ subject }) => subject === 'News').map((mail) => mail.to.join());
    expect(new Set(to).size).toBe(USERS);
    expect(to).toHaveLength(USERS);
    expect(await process.stop()).toBe(0);
    await database.drop();
  }, 240_000);
});
