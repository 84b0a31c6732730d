import { announcementApi } from '#api/reports/announcement';
import { announcementMailingApi } from '#api/reports/announcement-mailing';
import { launchApi } from '#api/reports/launch';
import type { BrandLook } from '#api/reports/small-pages';
import type { BrandingOf, LanguageOf } from '#commands/platform/member';
import { announcementCommands } from '#commands/reports/announcement';
import { announcementEffects } from '#commands/reports/announcement-effects';
import { brandedMail } from '#commands/reports/branded-mail';
import { launchCommands } from '#commands/reports/launch';
import type { SenderOf } from '#commands/reports/ports-reports';
import { tokensIn } from '#domain/log/personal-data';
import { houseLook } from '#domain/reports/house-look';
import { USERS } from '#projections/platform/platform-directory';
import { announcementReader, announcements } from '#projections/reports/announcement';
import { launchCycles, launchSeen } from '#projections/reports/launch';
import type { Projection } from '#runtime/projection';
import { typed } from '#runtime/table-reads';
import { announcementAddressing, announcementCopying } from '#sagas/reports/announcement';
import type { Machine } from './machine.ts';
import type { PlatformRoom } from './platform.ts';
import type { Http } from './room.ts';

export const announcementProjections: readonly Projection[] = [announcements, launchCycles];

type Parts = {
  readonly directory: PlatformRoom['directory'];
  readonly brandingOf: BrandingOf;
  readonly languageOf: LanguageOf;
  readonly senderOf: SenderOf;
  readonly brandLook: BrandLook;
};

/** News for existing users, once each. */
export function openAnnouncements(machine: Machine, parts: Parts) {
  const { handler, ids, clock, tables, personal, upToDate, mail, teamAddress } = machine;
  const { directory, brandingOf, languageOf, senderOf, brandLook: look } = parts;
  const { tickets, page: draw } = machine.reporting;
  const commands = announcementCommands({ handler, ids, clock, tickets });
  const launch = launchCommands({ handler, clock, upToDate, seen: launchSeen(tables) });
  const houseName = houseLook(teamAddress).name;
  return {
    commands: { announcements: commands, launch },
    sagas: [announcementAddressing, announcementCopying],
    effects: [
      announcementEffects({
        announcements: commands,
        mail: brandedMail({ mail, sender: senderOf }),
        houseName,
        brandingOf,
        languageOf,
        async keyOf(address) {
          const token = await personal.seal({ under: 'address' }, address);
          return tokensIn(token)[0]?.subject ?? address;
        },
        upToDate,
        lookups: {
          usersAfter: (id, most) => typed(tables).find(USERS, { id: { gt: id } }, { orderBy: ['id'], limit: most }),
          user: directory.user,
          account: directory.account,
        },
      }),
    ],
    routes: ({ reads }: Http) => [
      announcementApi({ commands, reader: announcementReader(reads), houseName }),
      launchApi({ commands: launch }),
      announcementMailingApi({ commands, look, draw }),
    ],
  };
}
