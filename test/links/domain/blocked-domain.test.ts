import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountId, BlockedDomainId } from '#domain/kernel/ids';
import { type BlockedDomainCommand, blockedDomains, blocking, isWithin } from '#domain/links/blocked-domain';
import {
  answersProblem,
  type BriefQuestion,
  parseQuestions,
  STARTING_QUESTIONS,
  unanswered,
} from '#domain/links/brief';
import { spec } from '#test/support/spec';
import { at } from '#test/support/world';

const { given } = spec(blockedDomains);
const now = at('2026-06-01T08:00:00Z');
const of = (id: number) => ({ id: id as BlockedDomainId, accountId: 1 as AccountId, now });
const block = (id: number, domain: string): BlockedDomainCommand => ({
  type: 'Block',
  ...of(id),
  domain,
  reason: null,
});
const unblock = (id: number): BlockedDomainCommand => ({ type: 'Unblock', ...of(id) });

describe('blocked domains', () => {
  it('are blocked once, and allowed again', () => {
    const events = given().when(block(1, 'casino.example')).answers('DomainBlocked');
    given(...events)
      .when(block(1, 'casino.example'))
      .answers();
    expect(
      given(...events)
        .when(block(2, 'casino.example'))
        .refused('duplicate'),
    ).toMatchObject({ holder: 1 });
    const allowed = given(...events)
      .when(unblock(1))
      .answers({ type: 'DomainUnblocked', data: { domain: 'casino.example' } });
    given(...events, ...allowed)
      .when(unblock(1))
      .answers();
    given(...events, ...allowed)
      .when(block(3, 'casino.example'))
      .answers('DomainBlocked');
  });

  it('stand for their subdomains and for no domain that only ends alike', () => {
    const { state } = given(...given().when(block(1, 'b.example')).answers('DomainBlocked'));
    for (const host of ['b.example', 'a.b.example', 'x.a.b.example']) expect(blocking(state, host)).toBe('b.example');
    for (const host of ['ab.example', 'example', 'b.example.org', 'c.example'])
      expect(blocking(state, host)).toBeNull();
    const label = fc.stringMatching(/^[a-z]{1,5}$/);
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 5 }), (labels) => {
        const host = labels.join('.');
        expect(blocking(state, host) !== null).toBe(isWithin(host, 'b.example'));
      }),
    );
  });
});

const asked = (kind: BriefQuestion['kind'], more: object = {}): BriefQuestion[] => [
  { key: 'a', label: 'A?', kind, required: true, max: 5, ...more },
];

describe('the questions of a brief', () => {
  it.each<[BriefQuestion['kind'], string | string[], boolean, object?]>([
    ['text', 'short', true],
    ['text', 'longer', false],
    ['text', ['a'], false],
    ['url', 'https://a.example/', true, { max: 50 }],
    ['url', 'a.example', false, { max: 50 }],
    ['list', ['a', 'b'], true],
    ['list', ['a', ''], false],
    ['list', 'a', false],
    ['list', ['1', '2', '3', '4', '5', '6'], false],
    ['choice', 'yes', true, { options: ['yes', 'no'] }],
    ['choice', 'maybe', false, { options: ['yes', 'no'] }],
  ])('of kind %s take %j: %s', (kind, answer, fits, more = {}) => {
    expect(answersProblem(asked(kind, more), { a: answer }) === null).toBe(fits);
  });

  it('know what is missing, and no answer to what was not asked', () => {
    expect(unanswered(asked('list'), { a: [] })).toHaveLength(1);
    expect(unanswered(asked('text', { required: false }), {})).toEqual([]);
    expect(answersProblem(asked('text'), { b: 'x' })).toMatchObject({ pointer: '/answers/b' });
  });

  it('are read from the price book as they are written there, and from nothing else', () => {
    expect(parseQuestions(JSON.stringify(STARTING_QUESTIONS))).toEqual(STARTING_QUESTIONS);
    const [one] = asked('text');
    for (const wrong of [
      'x',
      '{}',
      JSON.stringify([one, one]),
      JSON.stringify([{ ...one, kind: 'file' }]),
      JSON.stringify([{ ...one, max: 0 }]),
      JSON.stringify([{ ...one, kind: 'choice' }]),
      JSON.stringify([{ ...one, colour: 'red' }]),
    ])
      expect(parseQuestions(wrong), wrong).toBeNull();
  });
});
