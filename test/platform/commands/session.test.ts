import { beforeAll, describe, expect, it } from 'vitest';
import { asCredential } from '#commands/platform/session';
import type { AccountId } from '#domain/kernel/ids';
import type { SignedInAs } from '#domain/platform/session';
import { world } from '#test/support/world';

const START = '2026-06-17T08:00:00.000Z';
const caller = { kind: 'jwt', name: 'jwt-maya', tokenId: null, accountId: 1, userId: 900, scopes: ['read'] } as const;

describe('whoever signs in by', () => {
  let around: Awaited<ReturnType<typeof world>>;
  const begin = async (as: SignedInAs | null): Promise<string> => {
    const begun = as && (await around.commands.sessions.begin(as, null, around.cause()));
    if (!begun) throw new Error('no session began');
    return begun.secret;
  };
  const find = (secret: string) => around.commands.sessions.find(secret);

  beforeAll(async () => {
    around = await world(START);
    await around.client({ account: 1, site: 11 });
  });

  it('a JWT is who it said, for 12 hours in any case, as nobody can take one back', async () => {
    const secret = await begin(asCredential({ ...caller, role: 'client' }));
    expect(await find(secret)).toEqual({
      kind: 'session',
      name: 'jwt-maya',
      may: ['reports', 'orders', 'invoices', 'approve', 'buy'],
      memberId: null,
      tokenId: null,
      sessionId: expect.stringMatching(/^[0-9a-f]{64}$/),
      role: 'client',
      accountId: 1,
      userId: 900,
      scopes: ['read'],
      label: null,
      until: '2026-06-17T20:00:00.000Z',
    });
    const { store } = around.surroundings;
    const [signedIn] = await store.readStream(`session-${(await find(secret))?.sessionId}`);
    expect(signedIn?.metadata['actor']).toEqual({ kind: 'client', id: 900 });
    for (const time of ['14', '19']) {
      await around.advance(`2026-06-17T${time}:00:00.000Z`);
      expect(await find(secret)).not.toBeNull();
    }
    await around.advance('2026-06-17T20:00:00.000Z');
    expect(await find(secret)).toBeNull();
  });

  it('the account’s registered address may everything for it, under its name', async () => {
    const secret = await begin({ kind: 'account', account_id: 1 as AccountId });
    const found = await find(secret);
    expect(found).toMatchObject({
      name: 'account-1',
      role: 'client',
      accountId: 1,
      may: expect.arrayContaining(['buy', 'approve']),
    });
    expect(await around.surroundings.personal.open(found?.label ?? '')).toBe('Client 1');
    expect(await around.commands.sessions.goesOn(found?.sessionId ?? '')).toBe(true);
    await around.commands.sessions.end(found?.sessionId ?? '', 'asked', around.cause());
    expect([await find(secret), await around.commands.sessions.goesOn(found?.sessionId ?? '')]).toEqual([null, false]);
  });

  it('anything that is no credential has no session', async () => {
    expect(asCredential({ ...caller, role: 'client', kind: 'session' })).toBeNull();
    expect(await find('x'.repeat(43))).toBeNull();
    const gone = { kind: 'account', account_id: 77 as AccountId } as const;
    expect(await around.commands.sessions.begin(gone, null, around.cause())).toBeNull();
  });
});
