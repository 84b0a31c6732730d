import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PriceBookCommand, priceBook } from '#domain/links/price-book';
import { STARTING_BOOK } from '#domain/links/price-book-data';
import { edited, figures } from '#domain/links/price-book-edit';
import { spec } from '#test/support/spec';
import { at } from '#test/support/world';

const { given } = spec(priceBook);
const now = at('2026-06-01T08:00:00Z');
const revise = (changes: Record<string, string>): PriceBookCommand => ({
  type: 'Revise',
  now,
  changes,
  reason: 'market',
});

describe('the price book', () => {
  it('begins with the starting values, as version 1', () => {
    const [first] = given().when({ type: 'Establish', now }).answers('PriceBookRevised');
    expect(first?.data).toMatchObject({ version: 1, book: STARTING_BOOK, changed: [] });
    given(...(first ? [first] : []))
      .when({ type: 'Establish', now })
      .answers();
  });

  it('keeps what was changed, from what to what, and why', () => {
    const events = given()
      .when(revise({ 'tiers.pr_basic.price.low': '550' }))
      .answers('PriceBookRevised', 'PriceBookRevised');
    expect(events[1]?.data).toMatchObject({
      version: 2,
      reason: 'market',
      changed: [{ path: 'tiers.pr_basic.price.low', from: '500.00', to: '550.00' }],
      book: { tiers: { pr_basic: { price: { low: 55_000, high: 150_000 } } } },
    });
    given(...events)
      .when(revise({ 'tiers.pr_basic.price.low': '550.00' }))
      .answers();
  });

  it.each([
    ['tiers.gold.price.low', '1.00'],
    ['tiers.pr_basic.price.low', '1.005'],
    ['tiers.pr_basic.price.low', '-1'],
    ['tiers.pr_basic.price.low', '1500.01'],
    ['tiers.basic_guest_post.dr.from', '51'],
    ['niches.general.low', '1.01'],
    ['indexing.omega.booked', '0.0501'],
    ['packages.starter.links.from', '9'],
    ['packages.starter.plans', 'free'],
    ['', '1'],
  ])('refuses %s = %s', (path, value) => {
    given()
      .when(revise({ [path]: value }))
      .refused('invalid_values');
  });

  it('takes any figure in the unit that it is measured in, and gives it back', () => {
    const paths = [...figures(STARTING_BOOK).keys()];
    expect(paths).toContain('indexing.speedyindex.booked');
    fc.assert(
      fc.property(
        fc.constantFrom(...paths.filter((path) => path.endsWith('.high'))),
        fc.integer({ min: 1, max: 99 }),
        (path, percent) => {
          const before = figures(STARTING_BOOK).get(path) ?? '';
          const digits = before.split('.')[1]?.length ?? 0;
          const value = (Number(before) * (1 + percent / 100)).toFixed(digits);
          const done = edited(STARTING_BOOK, { [path]: value });
          if (!done.ok) throw new Error(done.message);
          expect(figures(done.book).get(path)).toBe(value);
          for (const [other, text] of figures(STARTING_BOOK))
            if (other !== path) expect(figures(done.book).get(other)).toBe(text);
        },
      ),
    );
  });
});

describe('what the price book says besides its figures', () => {
  const change = (changes: Record<string, string>) => edited(STARTING_BOOK, changes);

  it('is written in words: guarantees, whether a brief is asked for, and its questions', () => {
    const questions = [
      { key: 'tone', label: 'Which tone?', kind: 'choice', required: true, max: 20, options: ['dry'] },
    ];
    const done = change({
      'guarantee.days': '365',
      'guarantee.covers': 'page_dead, lost',
      'guarantee.remedy': 'credit',
      'guarantee.replacement_window': 'rest',
      'packages.starter.brief_required': 'true',
      'brief.questions': JSON.stringify(questions),
    });
    if (!done.ok) throw new Error(done.message);
    expect(done.book.guarantee).toEqual({
      days: 365,
      covers: ['lost', 'page_dead'],
      remedy: 'credit',
      replacement_window: 'rest',
    });
    expect(done.book.packages.starter.brief_required).toBe(true);
    expect(done.book.brief.questions).toEqual(questions);
    expect(done.changed).toContainEqual({ path: 'guarantee.covers', from: 'lost', to: 'lost, page_dead' });
  });

  it.each([
    ['guarantee.days', '4000'],
    ['guarantee.covers', 'lost, stolen'],
    ['guarantee.remedy', 'cash'],
    ['packages.starter.brief_required', 'yes'],
    ['brief.questions', '[1]'],
    ['guarantee.colour', 'red'],
  ])('does not take %s: %s', (path, text) => {
    expect(change({ [path]: text })).toMatchObject({ ok: false, path });
  });
});
