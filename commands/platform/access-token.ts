import type { AccountId, TokenId, UserId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import { accessToken, type IssuedToken, issuedToken, type Role, type Scope } from '#domain/platform/access-token';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import { type Random, sha256, uuidFrom } from '#runtime/random';
import { KnownTokens } from './known-tokens.ts';

export type IssueToken = {
  readonly role: Role;
  readonly accountId: AccountId | null;
  readonly userId: UserId | null;
  readonly scopes: readonly Scope[];
  readonly label: string | null;
  readonly expiresAt: Instant | null;
};
export type AccessTokenCommands = ReturnType<typeof accessTokenCommands>;

const stream = (id: number): string => `access-token-${id}`;

export function accessTokenCommands(deps: {
  handler: CommandHandler;
  ids: IdAllocator;
  clock: Clock;
  random: Random;
  environment: string;
  monotonicMs: () => number;
}) {
  const { handler, ids, clock, random, environment, monotonicMs } = deps;
  const known = new KnownTokens(async (id) => (await handler.load(issuedToken, stream(id))).state, monotonicMs);
  return {
    /** Issues a token; its text is in the answer and nowhere else. `secret` is given only by the first start. */
    async issue(wanted: IssueToken, cause: Cause, bootstrap?: { readonly secret: string }) {
      const { role, accountId, userId, scopes, label, expiresAt } = wanted;
      const grant = { role, account_id: accountId, user_id: userId, scopes, label, expires_at: expiresAt };
      for (let attempt = 0; ; attempt++) {
        const commandId = uuidFrom(cause.commandId, 'token', attempt);
        const id = (await ids.allocate('access-token', commandId)) as TokenId;
        const secret = bootstrap?.secret ?? random.secret(32);
        const command = {
          type: 'Issue' as const,
          id,
          secretSha256: sha256(secret),
          grant,
          bootstrap: bootstrap !== undefined,
          now: clock.now(),
        };
        const handled = await handler.handle(accessToken, stream(id), command, { ...cause, commandId, accountId });
        const lost = handled.ok && handled.unchanged && !bootstrap;
        if (!lost) return { handled, id, token: `igny8_${environment}_${id}_${secret}` };
        // Issued before a crash or a lost answer: nobody was told its secret, so it is revoked and another one issued.
        const again = { ...cause, commandId: uuidFrom(cause.commandId, 'token lost', attempt), accountId };
        await handler.handle(accessToken, stream(id), { type: 'Revoke', now: clock.now() }, again);
      }
    },
    /**
     * The token as its own stream tells, so that one is good as soon as it is issued, and bad as soon as it is revoked here, or
     * half a second after another process revoked it.
     */
    find: (id: number): Promise<IssuedToken | null> => known.find(id),
    async revoke(id: number, cause: Cause) {
      try {
        return await handler.handle(accessToken, stream(id), { type: 'Revoke', now: clock.now() }, cause);
      } finally {
        known.forget(id);
      }
    },
  };
}
