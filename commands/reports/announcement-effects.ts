import type { BrandingOf, LanguageOf } from '#commands/platform/member';
import type { AccountId, UserId } from '#domain/kernel/ids';
import { ERASED } from '#domain/log/personal-data';
import type { CopyOutcome } from '#domain/reports/announcement';
import { addressAnnouncement, announcementMail } from '#domain/reports/announcement-effects';
import { announcementLetter } from '#domain/reports/announcement-letter';
import { uuidFrom } from '#runtime/random';
import { type CallOf, done, gaveUp, type Handlers, handlersOf, internally } from '#runtime/typed-effects';
import { ANNOUNCEMENTS_UNSUBSCRIBE, type AnnouncementCommands } from './announcement.ts';
import type { BrandedMail } from './branded-mail.ts';

/** So many users are addressed at a time. */
const PAGE = 200;

export type AnnouncementEffectDeps = {
  readonly announcements: AnnouncementCommands;
  readonly mail: BrandedMail;
  readonly houseName: string;
  readonly brandingOf: BrandingOf;
  readonly languageOf: LanguageOf;
  readonly keyOf: (address: string) => Promise<string>;
  readonly upToDate: () => Promise<void>;
  readonly lookups: {
    /** Ids of users after that one, in order, with the account of each. */
    usersAfter(id: number, most: number): Promise<readonly { readonly id: number; readonly account_id: number }[]>;
    user(id: number): Promise<{ readonly email: string } | null>;
    account(id: number): Promise<{ readonly plan: string } | null>;
  };
};

/** How announcements are addressed, and handed over. */
export function announcementEffects(deps: AnnouncementEffectDeps): Handlers {
  const { mail, brandingOf } = deps;
  return handlersOf([addressAnnouncement, announcementMail], {
    address_announcement: internally((call) => addressPage(deps, call)),
    announcement_mail: {
      ...mail.lookUps((call: CallOf<typeof announcementMail>) => brandingOf(call.payload.account_id)),
      call: (call) => handOver(deps, call),
    },
  });
}

async function addressPage(deps: AnnouncementEffectDeps, call: CallOf<typeof addressAnnouncement>) {
  const { announcements, lookups, brandingOf, keyOf } = deps;
  const { announcement_id, after, addressed } = call.payload;
  if (after === 0) await deps.upToDate();
  const { state } = await announcements.load(announcement_id);
  if (state.status !== 'sending') return done({ last: after, addressed, more: false });
  const { plans, white_label } = state.audience;
  const users = await lookups.usersAfter(after, PAGE);
  let count = addressed;
  for (const { id, account_id } of users) {
    const account = await lookups.account(account_id);
    if (account === null || (plans !== null && !plans.some((plan) => plan === account.plan))) continue;
    if (white_label === 'leave_out' && (await brandingOf(account_id)) !== null) continue;
    const user = await lookups.user(id);
    if (user === null || user.email === ERASED || user.email === '') continue;
    const copy = { user_id: id as UserId, account_id: account_id as AccountId, address_key: await keyOf(user.email) };
    const cause = { ...call.cause, commandId: uuidFrom('announcement copy', announcement_id, copy.address_key) };
    if (await announcements.address(announcement_id, copy, cause)) count += 1;
  }
  return done({ last: users.at(-1)?.id ?? after, addressed: count, more: users.length === PAGE });
}

async function handOver(deps: AnnouncementEffectDeps, call: CallOf<typeof announcementMail>) {
  const { announcements, lookups, mail, houseName } = deps;
  const { announcement_id, user_id, account_id, address_key } = call.payload;
  const { state } = await announcements.load(announcement_id);
  if (state.status === 'none') return gaveUp('there is no such announcement');
  const not = (outcome: CopyOutcome) => done({ outcome });
  if (state.status === 'stopped') return not('stopped');
  const user = await lookups.user(user_id);
  if (user === null || user.email === ERASED || user.email === '') return not('erased');
  if (!(await announcements.wants(address_key))) return not('unsubscribed');
  const brand = await deps.brandingOf(account_id);
  if (brand !== null && state.audience.white_label === 'leave_out') return not('white_label');
  const language = (await deps.languageOf(account_id)) ?? 'en';
  const text = state.texts[language];
  if (text === undefined) return not('other_language');
  const sent = await mail.send(call, brand, user.email, ({ from, origin }) => {
    const ticket = announcements.ticket({ key: address_key, branding: brand, language });
    const unsubscribe = `${origin}${ANNOUNCEMENTS_UNSUBSCRIBE}${ticket}/`;
    const name = brand === null ? houseName : from.name;
    return {
      ...announcementLetter(text, { language, brand: name, unsubscribe }),
      headers: { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    };
  });
  return sent.outcome === 'succeeded' ? done({}) : sent;
}
