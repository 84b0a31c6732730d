import { describe, expect, it } from 'vitest';
import type { AccountId, MessageId, SiteId } from '#domain/kernel/ids';
import { houseWordIn } from '#domain/platform/house-words';
import type { FileBy } from '#domain/platform/stored-file';
import {
  type ConversationCommand,
  type ConversationEvent,
  conversation,
  type Visibility,
} from '#domain/services/conversation';
import { conversationMail } from '#domain/services/conversation-mail';
import { LANGUAGES } from '#domain/services/service-config';
import { at } from '#test/support/world';

const now = at('2026-06-17T08:00:00.000Z');
const subject = { kind: 'order', subjectId: 12, accountId: 1 as AccountId, siteId: 11 as SiteId } as const;
const of = { kind: 'order', subject_id: 12, account_id: 1 as AccountId, site_id: 11 as SiteId } as const;
const client: FileBy = { role: 'client', id: 7 };
const agency: FileBy = { role: 'agency', id: null };
const manager: FileBy = { role: 'account_manager', id: 900 };

const posted = (number: number, author: FileBy, visibility: Visibility = 'client'): ConversationEvent => ({
  type: 'MessagePosted',
  at: now,
  data: {
    ...of,
    message_id: (100 + number) as MessageId,
    number,
    author,
    author_name: 'n',
    text: 't',
    visibility,
    files: [],
  },
});
const read = (side: 'client' | 'team', through: number, by: FileBy): ConversationEvent => ({
  type: 'MessagesRead',
  at: now,
  data: { ...of, side, through, by },
});
type Without<T> = T extends ConversationCommand ? Omit<T, 'now' | 'subject'> : never;
const when = (events: readonly ConversationEvent[], command: Without<ConversationCommand>) => {
  const state = events.reduce(
    (before, event, n) => conversation.evolve(before, { ...event, id: `${n}` }),
    conversation.initial,
  );
  const decided = conversation.decide({ ...command, subject, now } as ConversationCommand, state);
  return decided.accepted ? decided.events : decided.refusal.code;
};
const post = (number: number, author: FileBy, visibility: Visibility = 'client') =>
  ({
    type: 'Post',
    id: (100 + number) as MessageId,
    author,
    authorName: 'n',
    text: 't',
    visibility,
    files: [],
  }) as const;
const mark = (through: number, by: FileBy) => ({ type: 'MarkRead', through, by }) as const;

describe('a conversation', () => {
  it('counts its messages, whoever writes them', () => {
    expect(when([], post(1, client))).toEqual([posted(1, client)]);
    expect(when([posted(1, client), posted(2, manager, 'team')], post(3, manager))).toEqual([posted(3, manager)]);
  });

  it('has no words of the team by those who buy', () => {
    expect(when([], post(1, manager, 'team'))).toHaveLength(1);
    for (const author of [client, agency]) expect(when([], post(1, author, 'team'))).toBe('forbidden');
  });

  it('is read by a side up to the last that the other wrote for it', () => {
    const said = [posted(1, manager), posted(2, client), posted(3, manager), posted(4, manager, 'team')];
    expect(when(said, mark(1, client))).toEqual([read('client', 1, client)]);
    // Its own words and those of the team among itself are nothing that a side could read.
    expect(when(said, mark(4, client))).toEqual([read('client', 3, client)]);
    expect(when(said, mark(4, manager))).toEqual([read('team', 2, manager)]);
    expect(when([...said, read('client', 3, client)], mark(3, agency))).toEqual([]);
    expect(when([...said, read('client', 3, client)], mark(1, client))).toEqual([]);
    expect(when([], mark(1, client))).toEqual([]);
  });
});

describe('a mail about messages', () => {
  it.each(LANGUAGES)('says in %s what is new, escapes what people typed, and names nobody of ours', (language) => {
    const mail = conversationMail({
      language,
      kind: 'invoice',
      label: 'INV-1',
      domain: null,
      messages: [{ author: 'Ann\r\nBcc: x', at: now, text: 'one\n\n<b>two</b>', files: ['a<b>.pdf'] }],
      link: 'https://pages.example/app/invoices/1/',
      signature: 'Acorn',
    });
    expect(mail.subject).toContain('INV-1');
    expect(mail.html).toContain(`<html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}>`);
    expect(mail.html).toContain('&lt;b&gt;two&lt;/b&gt;');
    expect(mail.html).not.toContain('<b>');
    for (const part of ['2026-06-17 08:00 UTC', 'a<b>.pdf', 'https://pages.example/app/invoices/1/', 'Acorn'])
      expect(mail.text).toContain(part);
    expect(houseWordIn(JSON.stringify(mail))).toBeNull();
  });
});
