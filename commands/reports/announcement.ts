import type { AccountId, AnnouncementId, BrandingId, UserId } from '#domain/kernel/ids';
import type { Language } from '#domain/kernel/language';
import {
  type AnnouncementCommand,
  type AnnouncementTexts,
  type Audience,
  announcement,
  announcementCopy,
} from '#domain/reports/announcement';
import { announcementMailing } from '#domain/reports/announcement-mailing';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, HandleOptions } from '#runtime/command-handler';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import type { Tickets } from './ports-reports.ts';

export const ANNOUNCEMENTS_UNSUBSCRIBE = '/announcements/unsubscribe/';
/** What the link of a mail carries: neither the address it went to nor anything that leads to it. */
export type Refusing = { readonly key: string; readonly branding: BrandingId | null; readonly language: Language };
type Ticket = Refusing & { readonly what: 'announcements' };
type Simple = Extract<AnnouncementCommand, { type: 'Start' | 'Stop' }>;
type Asked = Simple extends infer C ? (C extends unknown ? Omit<C, 'now'> : never) : never;

const stream = (id: number): string => `announcement-${id}`;
const mailingStream = (key: string): string => `announcement-mailing-of-${key}`;

export type AnnouncementCommands = ReturnType<typeof announcementCommands>;

/** News for existing users, and whether somebody wants any. */
export function announcementCommands(deps: {
  readonly handler: CommandHandler;
  readonly ids: IdAllocator;
  readonly clock: Clock;
  readonly tickets: Tickets;
}) {
  const { handler, ids, clock, tickets } = deps;
  const mailing = (type: 'Unsubscribe' | 'Resubscribe', key: string, cause: Cause) =>
    handler.handle(announcementMailing, mailingStream(key), { type, key, now: clock.now() }, cause);
  return {
    async draft(texts: AnnouncementTexts, audience: Audience, cause: Cause) {
      const id = (await ids.allocate('announcement', cause.commandId)) as AnnouncementId;
      const command = { type: 'Draft' as const, id, texts, audience, now: clock.now() };
      return { ...(await handler.handle(announcement, stream(id), command, cause)), id };
    },
    run: (id: AnnouncementId, command: Asked, cause: Cause, options?: HandleOptions) =>
      handler.handle(announcement, stream(id), { ...command, now: clock.now() }, cause, options),
    load: (id: number) => handler.load(announcement, stream(id)),

    /** A copy for somebody who has none of this announcement; answers whether they had none. */
    async address(
      id: AnnouncementId,
      copy: { readonly user_id: UserId; readonly account_id: AccountId; readonly address_key: string },
      cause: Cause,
    ): Promise<boolean> {
      const command = { type: 'Address' as const, announcementId: id, copy, now: clock.now() };
      const own = `announcement-copy-${id}-${copy.address_key}`;
      const done = await handler.handle(announcementCopy, own, command, { ...cause, accountId: copy.account_id });
      return done.ok && !done.unchanged;
    },

    ticket: (of: Refusing): string => tickets.seal({ ...of, what: 'announcements' }),
    /** Null for any text that is no ticket of ours. */
    opened(ticket: string): Refusing | null {
      const found = tickets.open(ticket) as Ticket | null;
      return found?.what === 'announcements' ? found : null;
    },
    wants: async (key: string): Promise<boolean> =>
      (await handler.load(announcementMailing, mailingStream(key))).state.unsubscribedAt === null,
    unsubscribe: (key: string, cause: Cause) => mailing('Unsubscribe', key, cause),
    resubscribe: (key: string, cause: Cause) => mailing('Resubscribe', key, cause),
  };
}
