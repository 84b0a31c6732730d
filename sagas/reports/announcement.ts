import type {
  AnnouncementCopyEvent,
  AnnouncementEvent,
  AnnouncementProgressEvent,
  CopyOutcome,
} from '#domain/reports/announcement';
import { addressAnnouncement, announcementMail } from '#domain/reports/announcement-effects';
import { ask, saga } from '#runtime/typed-saga';

type Started = Extract<AnnouncementEvent, { type: 'AnnouncementStarted' }>;
type Stopped = Extract<AnnouncementEvent, { type: 'AnnouncementStopped' }>;
type Addressing = {
  state: 'none' | 'addressing' | 'over';
  starts: Started;
  listens: Stopped;
  own: Extract<AnnouncementProgressEvent, { type: 'AnnouncementAllAddressed' }>;
  timers: Record<never, never>;
};
const ofAnnouncement = ({ announcement_id }: { readonly announcement_id: number }) => `announcement:${announcement_id}`;
const next = (announcement_id: Started['data']['announcement_id'], after: number, addressed: number) =>
  ask(addressAnnouncement, {
    name: `after/${after}`,
    key: `address-announcement-${announcement_id}-${after}`,
    payload: { announcement_id, after, addressed },
  });

/** Addresses an announcement to page after page of users, until all are or it is stopped. One instance an announcement. */
export const announcementAddressing = saga<Addressing>()({
  name: 'addressing-announcement',
  asks: [addressAnnouncement],
  timers: {},
  starts: { AnnouncementStarted: (data) => ({ instance: String(data.announcement_id), keys: [ofAnnouncement(data)] }) },
  listens: { AnnouncementStopped: ofAnnouncement },
  initial: 'none',
  evolve(state, entry) {
    if (entry.kind === 'heard') return entry.event.type === 'AnnouncementStarted' ? 'addressing' : 'over';
    return entry.kind === 'recorded' ? 'over' : state;
  },
  rests: (state) => state !== 'addressing',
  keeps: (_, state) => state !== 'none',
  on: {
    AnnouncementStarted: (_, { data }) => [next(data.announcement_id, 0, 0)],
    AnnouncementStopped: () => [],
  },
  answers: {
    address_announcement: {
      succeeded: (_, { at, asked, result }) => {
        const { announcement_id } = asked.payload;
        if (result.more) return [next(announcement_id, result.last, result.addressed)];
        const data = { announcement_id, addressed: result.addressed };
        return [{ do: 'record', event: { type: 'AnnouncementAllAddressed', at, data } }];
      },
    },
  },
  fired: {},
});

type Copying = {
  state: 'none' | 'asked' | 'settled';
  starts: AnnouncementCopyEvent;
  listens: never;
  own: Extract<AnnouncementProgressEvent, { type: 'AnnouncementCopySettled' }>;
  timers: Record<never, never>;
};
type Settling = {
  readonly at: AnnouncementCopyEvent['at'];
  readonly asked: { readonly payload: AnnouncementCopyEvent['data'] };
};
const settled = ({ at, asked }: Settling, outcome: CopyOutcome) => {
  const { announcement_id, user_id, account_id, address_key } = asked.payload;
  const data = { announcement_id, user_id, account_id, address_key, outcome };
  return [{ do: 'record' as const, event: { type: 'AnnouncementCopySettled' as const, at, data } }];
};

/** Hands a copy over, once. One instance a person and announcement. */
export const announcementCopying = saga<Copying>()({
  name: 'copying-announcement',
  asks: [announcementMail],
  timers: {},
  starts: {
    AnnouncementAddressed: ({ announcement_id, address_key }) => ({
      instance: `${announcement_id}-${address_key}`,
      keys: [],
    }),
  },
  listens: {},
  initial: 'none',
  evolve: (state, entry) => (entry.kind === 'heard' ? 'asked' : entry.kind === 'recorded' ? 'settled' : state),
  rests: (state) => state === 'settled',
  keeps: (_, state) => state !== 'none',
  on: {
    AnnouncementAddressed: (_, { data }) => [
      ask(announcementMail, {
        name: 'copy',
        key: `announcement-${data.announcement_id}-${data.address_key}`,
        payload: {
          announcement_id: data.announcement_id,
          user_id: data.user_id,
          account_id: data.account_id,
          address_key: data.address_key,
        },
      }),
    ],
  },
  answers: {
    announcement_mail: {
      succeeded: (_, answer) => settled(answer, answer.result.outcome ?? 'accepted'),
      parked: (_, answer) => settled(answer, 'failed'),
      unknown: (_, answer) => settled(answer, 'unknown'),
    },
  },
  fired: {},
});
