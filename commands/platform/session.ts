import type { AccountId, TokenId, UserId } from '#domain/kernel/ids';
import type { Language } from '#domain/kernel/language';
import { epochMs, type Instant, plusHours } from '#domain/kernel/time';
import { type IssuedToken, type Role, SCOPES, type Scope } from '#domain/platform/access-token';
import { MAY, type May } from '#domain/platform/member';
import {
  endOf,
  IDLE_HOURS,
  nameOf,
  type Session,
  type SignedInAs,
  type SignedOutBecause,
  session,
  signOuts,
} from '#domain/platform/session';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { Cause } from '#runtime/metadata';
import { type Random, sha256, uuidFrom } from '#runtime/random';
import type { MemberCommands } from './member.ts';
import type { SessionActivity } from './ports-sign-in.ts';

/** Whoever has signed in, as the pipeline knows callers. */
export type SignedIn = {
  readonly kind: 'session';
  readonly name: string;
  readonly may: readonly May[];
  readonly memberId: number | null;
  readonly language?: Language;
  readonly sessionId: string;
  readonly tokenId: number | null;
  readonly role: Role;
  readonly accountId: number | null;
  readonly userId: number | null;
  readonly scopes: readonly Scope[];
  readonly label: string | null;
  readonly until: Instant;
};
export type SessionCommands = ReturnType<typeof sessionCommands>;

/** A sign of life is noted at most this often: it is what tells other processes, and this one after a restart. */
const NOTED_EVERY_MS = 15 * 60_000;
const MOST_REMEMBERED = 20_000;

const stream = (id: string): string => `session-${id}`;
/** The subject of a JWT is any text. */
const signOutsOf = (as: SignedInAs): string =>
  `sign-outs-${as.kind === 'jwt' ? `jwt-${sha256(as.subject).slice(0, 32)}` : nameOf(as)}`;

export function sessionCommands(deps: {
  readonly handler: CommandHandler;
  readonly clock: Clock;
  readonly random: Random;
  readonly activity: SessionActivity;
  readonly members: MemberCommands;
  readonly token: (id: number) => Promise<IssuedToken | null>;
  readonly account: (id: number) => Promise<{ readonly kind: string; readonly name: string } | null>;
  readonly erasedAt: (kind: 'account' | 'member', id: number) => Promise<Instant | null>;
}) {
  const { handler, clock, random, activity, members, token, account, erasedAt } = deps;
  /** When sessions were last noted to live, as far as this process knows. */
  const noted = new Map<string, Instant>();
  const note = (id: string, at: Instant): void => {
    noted.delete(id);
    noted.set(id, at);
    const [oldest] = noted.keys();
    if (noted.size > MOST_REMEMBERED && oldest !== undefined) noted.delete(oldest);
  };

  async function lives(id: string, begun: Instant): Promise<boolean> {
    const isLate = (at: Instant | undefined) => at === undefined || plusHours(at, IDLE_HOURS) <= clock.now();
    if (isLate(noted.get(id))) note(id, (await activity.seen(id)) ?? begun);
    return !isLate(noted.get(id));
  }

  async function seenNow(id: string): Promise<void> {
    const now = clock.now();
    if (epochMs(now) - epochMs(noted.get(id) ?? now) < NOTED_EVERY_MS) return;
    await activity.note(id, now);
    note(id, now);
  }

  type Standing = Omit<SignedIn, 'kind' | 'name' | 'sessionId' | 'until'> & { readonly until: Instant | null };
  const whole = { may: MAY, memberId: null, tokenId: null, userId: null, scopes: SCOPES, until: null } as const;

  /** What somebody may now whose session began then; null where it has lost what it stood on. */
  async function standing(as: SignedInAs, begun: Instant): Promise<Standing | null> {
    const { account_id: accountId } = as;
    const erased = await Promise.all([
      accountId === null ? null : erasedAt('account', accountId),
      as.kind === 'member' ? erasedAt('member', as.member_id) : null,
    ]);
    if (erased.some((at) => at !== null && at >= begun)) return null;
    if (as.kind === 'jwt') {
      const { role, user_id: userId, scopes } = as;
      return { ...whole, role, accountId, userId, scopes, label: null };
    }
    if (as.kind === 'token') {
      const known = await token(as.token_id);
      if (!known || known.revoked_at !== null) return null;
      const { id: tokenId, role, user_id: userId, scopes, label, expires_at: until } = known;
      return { ...whole, tokenId, role, accountId: known.account_id, userId, scopes, label, until };
    }
    const of = accountId === null ? null : await account(accountId);
    if (accountId !== null && of === null) return null;
    const role = of?.kind === 'agency' ? 'agency' : 'client';
    const member = as.kind === 'member' ? (await members.of(accountId)).members[as.member_id] : undefined;
    if (as.kind === 'member' && (!member || member.status === 'removed')) return null;
    const own = member === undefined ? {} : { memberId: member.member_id, language: member.language };
    if (member && member.role !== null) {
      const { user_id: userId, name: label } = member;
      return { ...whole, ...own, role: member.role, accountId: null, userId, label };
    }
    const withheld = await members.withheld(accountId);
    const may = (member?.may ?? MAY).filter((each) => !withheld.includes(each));
    const label = member?.name ?? of?.name ?? null;
    return { ...whole, ...own, may, role, accountId, label };
  }

  /** Of a session that goes on. */
  async function signedIn(id: string): Promise<{ readonly who: SignedIn; readonly begun: Instant } | null> {
    const { state } = await handler.load(session, stream(id));
    if (!isOpen(state) || state.until <= clock.now()) return null;
    const { as, at: begun } = state;
    const [{ state: ended }, stands, isAlive] = await Promise.all([
      handler.load(signOuts, signOutsOf(as)),
      standing(as, begun),
      lives(id, begun),
    ]);
    if (ended.generation !== state.generation || stands === null || !isAlive) return null;
    const until = stands.until !== null && stands.until < state.until ? stands.until : state.until;
    if (until <= clock.now()) return null;
    return { who: { ...stands, kind: 'session', name: nameOf(as), sessionId: id, until }, begun };
  }

  return {
    /**
     * A new session with a secret of its own, whatever the browser came with; that one ends. Null where whoever it is for has
     * lost what they would stand on.
     */
    async begin(as: SignedInAs, previous: string | null, cause: Cause): Promise<{ readonly secret: string } | null> {
      const now = clock.now();
      const stands = await standing(as, now);
      if (stands === null) return null;
      const actor = { kind: stands.role, id: stands.userId ?? nameOf(as) };
      const secret = random.secret(32);
      const id = sha256(secret);
      const { state } = await handler.load(signOuts, signOutsOf(as));
      const begin = {
        type: 'Begin' as const,
        session: id,
        as,
        generation: state.generation,
        until: endOf(as, now),
        now,
      };
      const own = { ...cause, actor, commandId: uuidFrom(cause.commandId, 'session', id), accountId: as.account_id };
      await handler.handle(session, stream(id), begin, own);
      note(id, now);
      await activity.note(id, now);
      if (as.kind === 'member')
        await members.join(as.account_id, as.member_id, { ...own, commandId: uuidFrom(own.commandId, 'join') });
      if (previous !== null) await this.end(sha256(previous), 'signed_in_again', cause);
      return { secret };
    },

    /**
     * Of a sandbox, whose clock its reader moved: the session goes on under another secret, as no time passed for them. Null
     * where it was ended meanwhile.
     */
    async goOn(id: string, cause: Cause): Promise<{ readonly secret: string } | null> {
      const { state } = await handler.load(session, stream(id));
      if (!isOpen(state)) return null;
      const begun = await this.begin(state.as, null, cause);
      await this.end(id, 'signed_in_again', cause);
      return begun;
    },

    async find(secret: string): Promise<SignedIn | null> {
      const id = sha256(secret);
      const found = await signedIn(id);
      if (found) await seenNow(id);
      return found?.who ?? null;
    },
    goesOn: async (id: string): Promise<boolean> => (await signedIn(id)) !== null,

    async end(id: string, because: SignedOutBecause, cause: Cause): Promise<void> {
      const { state } = await handler.load(session, stream(id));
      if (!isOpen(state)) return;
      const own = { ...cause, commandId: uuidFrom(cause.commandId, 'end', id), accountId: state.as.account_id };
      await handler.handle(session, stream(id), { type: 'End', because, now: clock.now() }, own);
      noted.delete(id);
      await activity.forget(id);
    },

    /** Ends the session and every other that the same person has, in every process. */
    async endEverywhere(id: string, cause: Cause): Promise<void> {
      const { state } = await handler.load(session, stream(id));
      if (state.status === 'none') return;
      const { as } = state;
      const own = { ...cause, accountId: as.account_id };
      await handler.handle(signOuts, signOutsOf(as), { type: 'EndAll', as, now: clock.now() }, own);
      await this.end(id, 'asked', cause);
    },
  };
}

const isOpen = (state: Session): state is Extract<Session, { status: 'open' | 'ended' }> => state.status === 'open';

/** As whom somebody signs in who shows a token or a JWT; null for whoever is known by anything else. */
export function asCredential(caller: {
  readonly kind: string;
  readonly name: string;
  readonly tokenId: number | null;
  readonly role: Role;
  readonly accountId: number | null;
  readonly userId: number | null;
  readonly scopes: readonly Scope[];
}): SignedInAs | null {
  const account_id = caller.accountId as AccountId | null;
  if (caller.kind === 'token' && caller.tokenId !== null)
    return { kind: 'token', token_id: caller.tokenId as TokenId, account_id };
  if (caller.kind !== 'jwt') return null;
  const { role, scopes, name } = caller;
  return {
    kind: 'jwt',
    subject: name.replace(/^jwt-/, ''),
    role,
    account_id,
    user_id: caller.userId as UserId | null,
    scopes,
  };
}
