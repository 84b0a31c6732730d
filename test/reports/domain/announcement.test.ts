import { describe, expect, it } from 'vitest';
import type { AnnouncementId } from '#domain/kernel/ids';
import { LANGUAGES } from '#domain/kernel/language';
import type { Instant } from '#domain/kernel/time';
import { type AnnouncementCommand, type Audience, announcement } from '#domain/reports/announcement';
import { announcementLetter } from '#domain/reports/announcement-letter';
import { announcementMailing } from '#domain/reports/announcement-mailing';
import { ANNOUNCEMENT_WORDS } from '#domain/reports/announcement-words';
import { type LaunchCommand, launch } from '#domain/reports/launch';
import { spec } from '#test/support/spec';

const now = '2026-06-17T10:00:00.000Z' as Instant;
const texts = Object.fromEntries(LANGUAGES.map((language) => [language, { subject: 'News', text: 'Here.' }]));
const everybody: Audience = { plans: null, written_languages_only: false, white_label: 'leave_out' };
const draft = (more: object = {}): AnnouncementCommand => ({
  type: 'Draft',
  id: 1 as AnnouncementId,
  texts,
  audience: everybody,
  now,
  ...more,
});
const start: AnnouncementCommand = { type: 'Start', now };
const stop: AnnouncementCommand = { type: 'Stop', reason: 'wrong price', now };

describe('an announcement', () => {
  const { given, lived } = spec(announcement);
  const refusal = (command: AnnouncementCommand, ...before: AnnouncementCommand[]) => {
    const { state } = given(...lived(...before));
    const decision = announcement.decide(command, state);
    return decision.accepted ? null : decision.refusal.code;
  };

  it('is drafted, started once, and stopped once', () => {
    given().when(draft()).answers('AnnouncementDrafted');
    given(...lived(draft()))
      .when(start)
      .answers('AnnouncementStarted');
    given(...lived(draft(), start))
      .when(stop)
      .answers('AnnouncementStopped');
    given(...lived(draft()))
      .when(stop)
      .answers('AnnouncementStopped');
    expect(refusal(draft(), draft())).toBe('invalid_state');
    expect(refusal(start, draft(), start)).toBe('invalid_state');
    expect(refusal(start, draft(), stop)).toBe('invalid_state');
    expect(refusal(stop, draft(), start, stop)).toBe('invalid_state');
    expect([refusal(start), refusal(stop)]).toEqual(['not_found', 'not_found']);
  });

  it('needs every language, or an audience of those that are written', () => {
    const english = { texts: { en: texts['en'] } };
    expect(refusal(start, draft(english))).toBe('invalid_state');
    expect(refusal(start, draft({ ...english, audience: { ...everybody, written_languages_only: true } }))).toBeNull();
    expect(refusal(draft({ texts: {} }))).toBe('invalid_values');
  });

  it('names no house to clients who know their agency only', () => {
    const house = { texts: { en: { subject: 'News', text: 'Of Alorig.' } } };
    expect(refusal(draft({ ...house, audience: { ...everybody, white_label: 'in_agency_name' } }))).toBe(
      'invalid_values',
    );
    expect(refusal(draft(house))).toBeNull();
  });

  it('is a letter of paragraphs that says how to get no more, in every language', () => {
    for (const language of LANGUAGES) {
      const unsubscribe = 'https://x.example/announcements/unsubscribe/t/';
      const mail = announcementLetter(
        { subject: 'A <b>', text: 'One.\n \nTwo & three.' },
        { language, brand: '$& Co', unsubscribe },
      );
      expect(mail.text.split('\n\n')).toHaveLength(4);
      expect(mail.html).toContain(`<a href="${unsubscribe}">`);
      expect(mail.html).toContain('Two &amp; three.');
      expect(mail.text).toContain('$& Co');
      expect(ANNOUNCEMENT_WORDS[language].why).toContain('{brand}');
    }
  });
});

describe('whether somebody wants announcements', () => {
  const { given, lived } = spec(announcementMailing);
  const say = (type: 'Unsubscribe' | 'Resubscribe') => ({ type, key: 'k', now });

  it('changes with an event, and none for what is so already', () => {
    given().when(say('Resubscribe')).answers();
    given().when(say('Unsubscribe')).answers('AnnouncementsUnsubscribed');
    given(...lived(say('Unsubscribe')))
      .when(say('Unsubscribe'))
      .answers();
    given(...lived(say('Unsubscribe')))
      .when(say('Resubscribe'))
      .answers('AnnouncementsResubscribed');
  });
});

describe('what is said of the launch', () => {
  const { given, lived } = spec(launch);
  const confirm: LaunchCommand = { type: 'Confirm', step: 'plugin_submitted', note: 'sent', url: null, now };
  const withdraw: LaunchCommand = { type: 'Withdraw', step: 'plugin_submitted', reason: 'sent back', now };

  it('is said once, said otherwise, and taken back', () => {
    given().when(confirm).answers('LaunchStepConfirmed');
    given(...lived(confirm))
      .when(confirm)
      .answers();
    given(...lived(confirm))
      .when({ ...confirm, note: 'approved' })
      .answers('LaunchStepConfirmed');
    given(...lived(confirm))
      .when(withdraw)
      .answers('LaunchStepWithdrawn');
    expect(launch.decide(withdraw, launch.initial)).toMatchObject({
      accepted: false,
      refusal: { code: 'invalid_state' },
    });
  });
});
