import type { Instant } from '#domain/kernel/time';

/**
 * When sessions last showed a sign of life. It is no fact of the business, so it stands beside the log: who loses it is signed out
 * earlier than they might be, and nothing else.
 */
export type SessionActivity = {
  seen(session: string): Promise<Instant | null>;
  note(session: string, at: Instant): Promise<void>;
  forget(session: string): Promise<void>;
};

/** Secrets of links to sign in by: the same for the same text, and nobody else can tell one. */
export type SignInSecrets = { of(text: string): string };

/** What signing in needs outside. */
export type SignInOutside = { readonly activity: SessionActivity; readonly secrets: SignInSecrets };
