import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { AccountId, AnnouncementId, UserId } from '#domain/kernel/ids';
import { LANGUAGES, type Language } from '#domain/kernel/language';
import type { Instant } from '#domain/kernel/time';
import type { Plan } from '#domain/plans/plan';
import { houseWordIn } from '#domain/platform/house-words';

export type AnnouncementText = { readonly subject: string; readonly text: string };
export type AnnouncementTexts = { readonly [L in Language]?: AnnouncementText | undefined };
export const WHITE_LABEL_RULES = ['leave_out', 'in_agency_name'] as const;
export type Audience = {
  /** Users of accounts on these plans; null: on any. */
  readonly plans: readonly Plan[] | null;
  /** Whoever reads a language without a text is left out; else all ten texts must be there before it starts. */
  readonly written_languages_only: boolean;
  /** Clients whom an agency serves under its own brand: not written to, or in the agency's name. */
  readonly white_label: (typeof WHITE_LABEL_RULES)[number];
};

export const COPY_OUTCOMES = [
  'accepted',
  'unsubscribed',
  'other_language',
  'white_label',
  'erased',
  'stopped',
  'failed',
  'unknown',
] as const;
/** What became of somebody's copy: only `accepted` was handed over; `unknown` may have been, and is never sent again by itself. */
export type CopyOutcome = (typeof COPY_OUTCOMES)[number];

type Of<Type extends string, Data = unknown> = DomainEvent<Type, { readonly announcement_id: AnnouncementId } & Data>;
/** `address_key` is a keyed hash: somebody with two users has one copy. */
type Copy = { readonly user_id: UserId; readonly account_id: AccountId; readonly address_key: string };
export type AnnouncementEvent =
  | Of<'AnnouncementDrafted', { readonly texts: AnnouncementTexts; readonly audience: Audience }>
  | Of<'AnnouncementStarted'>
  | Of<'AnnouncementStopped', { readonly reason: string }>;
export type AnnouncementCopyEvent = Of<'AnnouncementAddressed', Copy>;
/** Written by the processes into streams of their own. */
export type AnnouncementProgressEvent =
  | Of<'AnnouncementAllAddressed', { readonly addressed: number }>
  | Of<'AnnouncementCopySettled', Copy & { readonly outcome: CopyOutcome }>;

export type Announcement =
  | { readonly status: 'none' }
  | {
      readonly status: 'draft' | 'sending' | 'stopped';
      readonly id: AnnouncementId;
      readonly texts: AnnouncementTexts;
      readonly audience: Audience;
    };
export type AnnouncementCommand = { readonly now: Instant } & (
  | {
      readonly type: 'Draft';
      readonly id: AnnouncementId;
      readonly texts: AnnouncementTexts;
      readonly audience: Audience;
    }
  | { readonly type: 'Start' }
  | { readonly type: 'Stop'; readonly reason: string }
);
export type AnnouncementRefusal =
  | { readonly code: 'not_found'; readonly message: string }
  | { readonly code: 'invalid_state'; readonly message: string; readonly currentState: string }
  | { readonly code: 'invalid_values'; readonly message: string; readonly pointer: string };

/** News for existing users. A draft does not change: what was looked at is what goes out. */
export const announcement: Decider<AnnouncementCommand, Announcement, AnnouncementEvent, AnnouncementRefusal> = {
  initial: { status: 'none' },
  evolve: (state, { type, data }): Announcement => {
    switch (type) {
      case 'AnnouncementDrafted':
        return { status: 'draft', id: data.announcement_id, texts: data.texts, audience: data.audience };
      case 'AnnouncementStarted':
        return state.status === 'draft' ? { ...state, status: 'sending' } : state;
      case 'AnnouncementStopped':
        return state.status === 'none' ? state : { ...state, status: 'stopped' };
    }
  },
  decide: (command, state) => {
    const { now: at } = command;
    if (command.type === 'Draft') {
      const { id, texts, audience } = command;
      if (state.status !== 'none')
        return refuse({ code: 'invalid_state', message: 'it exists already', currentState: state.status });
      const problem = textProblem(texts, audience);
      if (problem) return refuse({ code: 'invalid_values', ...problem });
      return accept({ type: 'AnnouncementDrafted', at, data: { announcement_id: id, texts, audience } });
    }
    if (state.status === 'none') return refuse({ code: 'not_found', message: 'there is no such announcement' });
    const own = { announcement_id: state.id };
    const { status: currentState } = state;
    if (command.type === 'Stop') {
      if (currentState === 'stopped')
        return refuse({ code: 'invalid_state', message: 'it is stopped already', currentState });
      return accept({ type: 'AnnouncementStopped', at, data: { ...own, reason: command.reason } });
    }
    if (currentState !== 'draft')
      return refuse({
        code: 'invalid_state',
        message: `it is ${currentState} already: nobody is written to twice`,
        currentState,
      });
    const missing = LANGUAGES.filter((language) => state.texts[language] === undefined);
    if (missing.length > 0 && !state.audience.written_languages_only) {
      const message = `there is no text in ${missing.join(', ')}: nobody is written to in another language than theirs`;
      return refuse({ code: 'invalid_state', message, currentState });
    }
    return accept({ type: 'AnnouncementStarted', at, data: own });
  },
};

function textProblem(texts: AnnouncementTexts, { white_label }: Audience) {
  const written = LANGUAGES.flatMap((language) => {
    const text = texts[language];
    return text === undefined ? [] : [{ language, ...text }];
  });
  if (written.length === 0) return { pointer: '/texts', message: 'there is no text' };
  if (white_label === 'leave_out') return null;
  for (const { language, subject, text } of written) {
    const word = houseWordIn(`${subject}\n${text}`);
    if (word !== null)
      return {
        pointer: `/texts/${language}`,
        message: `it names ${word}, and goes to clients who know their agency only`,
      };
  }
  return null;
}

type CopyCommand = {
  readonly type: 'Address';
  readonly announcementId: AnnouncementId;
  readonly copy: Copy;
  readonly now: Instant;
};
/** A copy for somebody: one stream a person and announcement, so that whatever runs twice addresses once. */
export const announcementCopy: Decider<CopyCommand, 'none' | 'addressed', AnnouncementCopyEvent, never> = {
  initial: 'none',
  evolve: () => 'addressed',
  decide: ({ announcementId, copy, now }, state) =>
    state === 'addressed'
      ? accept()
      : accept({ type: 'AnnouncementAddressed', at: now, data: { announcement_id: announcementId, ...copy } }),
};
