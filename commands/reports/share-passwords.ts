import { epochMs, type Instant } from '#domain/kernel/time';
import type { ShareSecrets } from './ports-reports.ts';

/** So many wrong passwords of one share within so many minutes (spec 13, 4.7). */
const MOST_FAILURES = 10;
const MINUTES = 15;
/** As many shares are remembered; those that were tried longest ago are forgotten first. */
const MOST_SHARES = 10_000;

export type PasswordAnswer = 'right' | 'wrong' | { readonly waitSeconds: number };
export type SharePasswords = ReturnType<typeof sharePasswords>;

/** Passwords of shares, and who tries too many of them. In this process's memory; of several processes each counts its own. */
export function sharePasswords(deps: {
  readonly secrets: Pick<ShareSecrets, 'isPassword'>;
  readonly now: () => Instant;
}) {
  const failures = new Map<string, number[]>();
  return {
    async check(name: string, password: string, hash: string): Promise<PasswordAnswer> {
      const now = epochMs(deps.now());
      const since = now - MINUTES * 60_000;
      const recent = failures.get(name) ?? [];
      while (recent[0] !== undefined && recent[0] <= since) recent.shift();
      const [first = now] = recent;
      if (recent.length >= MOST_FAILURES) return { waitSeconds: Math.max(1, Math.ceil((first - since) / 1000)) };
      // It counts while it is looked at: of many at once no more than these are tried.
      recent.push(now);
      failures.delete(name);
      failures.set(name, recent);
      if (failures.size > MOST_SHARES) failures.delete(failures.keys().next().value ?? '');
      const right = await deps.secrets.isPassword(password, hash);
      if (right) recent.splice(recent.indexOf(now), 1);
      return right ? 'right' : 'wrong';
    },
  };
}
