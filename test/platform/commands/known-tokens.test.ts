import { describe, expect, it } from 'vitest';
import { KnownTokens } from '#commands/platform/known-tokens';
import type { TokenId } from '#domain/kernel/ids';
import type { IssuedToken } from '#domain/platform/access-token';

const token = (id: number, revoked: string | null = null) =>
  ({ id: id as TokenId, revoked_at: revoked }) as IssuedToken;

/** Tokens as the store has them, and how often it was asked. */
function world() {
  let ms = 0;
  let reads = 0;
  const stored = new Map([[1, token(1)]]);
  let held: Promise<void> = Promise.resolve();
  const known = new KnownTokens(
    async (id) => {
      reads += 1;
      const found = stored.get(id) ?? null;
      await held;
      return found;
    },
    () => ms,
  );
  return {
    known,
    stored,
    reads: () => reads,
    wait: (by: number) => {
      ms += by;
    },
    hold() {
      let go = () => {};
      held = new Promise((resolve) => {
        go = resolve;
      });
      return go;
    },
  };
}

describe('a token that was looked up', () => {
  it('is believed for half a second, and looked up again after that', async () => {
    const { known, stored, reads, wait } = world();
    await known.find(1);
    await known.find(1);
    expect(reads()).toBe(1);
    stored.set(1, token(1, '2026-06-01T00:00:00.000Z'));
    wait(499);
    expect((await known.find(1))?.revoked_at).toBeNull();
    wait(1);
    expect((await known.find(1))?.revoked_at).not.toBeNull();
  });

  it('is forgotten at once where it is revoked here, also by a look that was under way', async () => {
    const { known, stored, hold } = world();
    const go = hold();
    const under = known.find(1);
    stored.set(1, token(1, '2026-06-01T00:00:00.000Z'));
    known.forget(1);
    go();
    expect((await under)?.revoked_at).toBeNull();
    expect((await known.find(1))?.revoked_at).not.toBeNull();
  });

  it('and was not there is looked up every time', async () => {
    const { known, stored } = world();
    expect(await known.find(2)).toBeNull();
    stored.set(2, token(2));
    expect(await known.find(2)).not.toBeNull();
  });
});
