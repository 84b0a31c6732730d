import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createJwtVerifier } from '#adapters/platform-jwt';
import { plusMs } from '#domain/kernel/time';
import { TestClock } from '#runtime/clock';
import { StoreUnavailable } from '#runtime/event-store';
import { at } from '#test/support/world';

const ISSUER = 'https://id.example';
const KEYS = `${ISSUER}/keys`;

/** An identity provider that answers as it is told and counts what it is asked. */
async function provider() {
  const pair = async (kid: string) => {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' } };
  };
  const [first, second] = [await pair('first'), await pair('second')];
  const clock = new TestClock(at('2026-06-17T10:00:00Z'));
  const state = { asked: 0, keys: [first.jwk] as JWK[], answer: 'keys' as 'keys' | 'away' | 'html' | '500' | 'none' };
  const answers = {
    keys: () => Response.json({ keys: state.keys }),
    away: () => Promise.reject(new TypeError('fetch failed')),
    html: () => new Response('<p>Under maintenance</p>'),
    '500': () => new Response('{"keys":[]}', { status: 500 }),
    none: () => Response.json({ keys: [] }),
  };
  const fetch: typeof globalThis.fetch = async (input) => {
    if (String(input) !== KEYS) {
      if (state.answer === 'away') throw new TypeError('fetch failed');
      return Response.json({ issuer: ISSUER, jwks_uri: KEYS });
    }
    state.asked += 1;
    return answers[state.answer]();
  };
  const verify = createJwtVerifier({ issuer: ISSUER, clock, fetch });
  const token = (by: typeof first, kid = by.kid) =>
    new SignJWT({ role: 'admin', sub: '7', iss: ISSUER, exp: Date.parse('2027-01-01T00:00:00Z') / 1000 })
      .setProtectedHeader({ alg: 'ES256', kid })
      .sign(by.privateKey);
  const good = async () => (await verify(await token(first)))?.userId;
  const pass = (seconds: number) => clock.set(plusMs(clock.now(), seconds * 1000));
  return { state, clock, verify, token, good, pass, first, second };
}

describe('keys of the identity provider', () => {
  it.each(['away', 'html', '500', 'none'] as const)(
    'are kept while it is %s: junk locks out nobody, however often and long',
    async (answer) => {
      const { state, verify, token, good, pass, second } = await provider();
      expect(await good()).toBe(7);
      state.answer = answer;
      for (let minutes = 0; minutes < 30; minutes++) {
        const junk = `${(await token(second, `junk-${minutes}`)).split('.').slice(0, 2).join('.')}.AAAA`;
        await expect(verify(junk)).rejects.toThrow(StoreUnavailable);
        expect(await good()).toBe(7);
        pass(61);
      }
      state.answer = 'keys';
      pass(61);
      expect(await verify(await token(second, 'junk'))).toBeNull();
      expect(await good()).toBe(7);
    },
  );

  it('are read anew once a minute at most for keys that are not known', async () => {
    const { state, verify, token, good, pass, second } = await provider();
    await good();
    expect(state.asked).toBe(1);
    const many = async () =>
      Promise.all([...Array(20).keys()].map(async (n) => verify(await token(second, `junk-${n}`))));
    expect(await many()).toEqual(Array(20).fill(null));
    expect(state.asked).toBe(2);
    pass(59);
    await many();
    expect(state.asked).toBe(2);
    pass(1);
    await many();
    await many();
    expect(state.asked).toBe(3);
    expect(await good()).toBe(7);
  });

  it('that are new are found at once, and those that are gone are gone', async () => {
    const { state, verify, token, good, second } = await provider();
    await good();
    state.keys = [second.jwk];
    expect(await verify(await token(second))).toMatchObject({ userId: 7 });
    expect(await good()).toBeUndefined();
  });

  it('are read anew now and then, beside the questions that are answered meanwhile', async () => {
    const { state, verify, token, good, pass, second } = await provider();
    await good();
    pass(9 * 60);
    await good();
    expect(state.asked).toBe(1);
    state.keys = [second.jwk];
    pass(60);
    expect(await good()).toBe(7);
    expect(await verify(await token(second))).toMatchObject({ userId: 7 });
    expect(await good()).toBeUndefined();
  });

  it('that never could be had are nobody’s refusal, and are asked for again', async () => {
    const { state, good } = await provider();
    state.answer = 'away';
    await expect(good()).rejects.toThrow(StoreUnavailable);
    state.answer = 'keys';
    expect(await good()).toBe(7);
  });
});
