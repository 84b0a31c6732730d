import type { PersonalData } from '#commands/log/ports-personal-data';
import type { AccountId, BrandingId, MemberId } from '#domain/kernel/ids';
import type { Language } from '#domain/kernel/language';
import { type Instant, plusHours } from '#domain/kernel/time';
import type { SignedInAs } from '#domain/platform/session';
import { isGood, type SignInLink, type SignInLinks, signInLinks } from '#domain/platform/sign-in';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { Cause } from '#runtime/metadata';
import { sha256, uuidFrom } from '#runtime/random';
import type { BrandingOf, LanguageOf } from './member.ts';
import type { SignInSecrets } from './ports-sign-in.ts';

/** Somebody whom an address stands for. */
export type Candidate = {
  readonly as: Extract<SignedInAs, { kind: 'member' | 'account' }>;
  /** Sealed. */
  readonly email: string;
  /** Of a member; an account’s own address reads what the account does. */
  readonly language: Language | null;
};
export type SignInCommands = ReturnType<typeof signInCommands>;
type OpenLink = { readonly stream: string; readonly link: SignInLink };

/** Of a link: whose address it is for (an HMAC of it), the month in which it was asked for, and its secret. */
const TOKEN = /^([0-9a-f]{32})([0-9]{6})([\w-]{43})$/;
const streamOf = (address: string, month: string): string => `sign-in-${address}-${month}`;
const monthOf = (at: Instant): string => at.slice(0, 7).replace('-', '');

/** Links by mail for signing in: one stream an address and month, so that none grows for ever. */
export function signInCommands(deps: {
  readonly handler: CommandHandler;
  readonly clock: Clock;
  readonly personal: Pick<PersonalData, 'keys' | 'addressSubject'>;
  readonly secrets: SignInSecrets;
  readonly brandingOf: BrandingOf;
  readonly languageOf: LanguageOf;
  /** Whom addresses stand for; each by the name of its key. */
  readonly candidates: (addresses: readonly string[]) => Promise<readonly Candidate[]>;
}) {
  const { handler, clock, personal, secrets, brandingOf, languageOf, candidates } = deps;
  const load = async (stream: string): Promise<SignInLinks> => (await handler.load(signInLinks, stream)).state;
  const tokenOf = ({ begins, link }: Pick<SignInLink, 'begins' | 'link'>): string =>
    `${begins}${secrets.of(`sign-in ${begins} ${link}`)}`;

  async function find(token: string): Promise<OpenLink | null> {
    const [, address, month] = TOKEN.exec(token) ?? [];
    if (address === undefined || month === undefined) return null;
    const stream = streamOf(address, month);
    const hash = sha256(token);
    const link = (await load(stream)).links.find(({ token_sha256 }) => token_sha256 === hash);
    return link && isGood(link, clock.now()) ? { stream, link } : null;
  }

  const languageTo = async ({ language, as }: Candidate): Promise<Language> =>
    language ?? (as.account_id === null ? null : await languageOf(as.account_id)) ?? 'en';

  return {
    /**
     * Has a link sent to the address: one for each brand that its people know us by, among those that `fits`. Whoever asks is told
     * nothing of it, neither that nobody is known by that address nor that it had its links for this hour.
     */
    async request(
      asked: { readonly email: string; readonly next: string | null; readonly fits: (brand: number | null) => boolean },
      cause: Cause,
    ): Promise<void> {
      const subject = personal.addressSubject(asked.email);
      const keys = await personal.keys([subject]);
      const known = keys.length === 0 ? [] : await candidates(keys.map((key) => `${key.subject}:${key.generation}`));
      const brands = new Map<BrandingId | null, Candidate[]>();
      for (const each of known) {
        const brand = each.as.account_id === null ? null : await brandingOf(each.as.account_id);
        if (asked.fits(brand)) brands.set(brand, [...(brands.get(brand) ?? []), each]);
      }
      const now = clock.now();
      const [address, month] = [subject.replace(/^address-/, ''), monthOf(now)];
      const before = monthOf(plusHours(now, -1));
      const earlier = before === month || brands.size === 0 ? [] : (await load(streamOf(address, before))).links;
      for (const [branding_id, those] of brands) {
        const [first] = those;
        if (!first) continue;
        const commandId = uuidFrom(cause.commandId, 'sign-in link', branding_id ?? 0);
        const [link, begins] = [uuidFrom(commandId, 'link'), `${address}${month}`];
        const command = {
          type: 'Request' as const,
          link,
          begins,
          tokenSha256: sha256(tokenOf({ begins, link })),
          address: first.email,
          as: those.map(({ as }) => as),
          branding_id,
          language: await languageTo(first),
          next: asked.next,
          earlier,
          now,
        };
        // One too many is no trouble of whoever asks: they have the ones before.
        await handler.handle(signInLinks, streamOf(address, month), command, { ...cause, commandId });
      }
    },

    /** The link that has that secret, while it is good. */
    find: async (token: string): Promise<SignInLink | null> => (await find(token))?.link ?? null,

    /** Uses the link up for one of those whom it stands for; null where it has ended, or was used by somebody faster. */
    async use(token: string, choice: number, cause: Cause): Promise<{ as: SignedInAs; next: string | null } | null> {
      const found = await find(token);
      const as = found?.link.as[choice];
      if (!found || !as) return null;
      const { link, next } = found.link;
      const used = await handler.handle(signInLinks, found.stream, { type: 'Use', link, now: clock.now() }, cause);
      return used.ok && !used.unchanged ? { as, next } : null;
    },

    /** What the mail leads to. */
    tokenOf,
  };
}

export const candidateAccount = (row: { readonly account_id: number; readonly email: string }): Candidate => ({
  as: { kind: 'account', account_id: row.account_id as AccountId },
  email: row.email,
  language: null,
});
export const candidateMember = (row: {
  readonly id: number;
  readonly account_id: number | null;
  readonly email: string;
  readonly language: Language;
}): Candidate => ({
  as: { kind: 'member', member_id: row.id as MemberId, account_id: row.account_id as AccountId | null },
  email: row.email,
  language: row.language,
});
