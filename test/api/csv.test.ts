import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, csvCell } from '#api/http/csv';

describe('a table for spreadsheets', () => {
  it.each([
    '=1+1',
    '+1',
    '-cmd|x',
    '@SUM(A1)',
    '\tx',
    '\rx',
    'a;=HYPERLINK("x")',
    'x,@y',
    '＝1+1',
    ' =1+1',
    'note\n=1+1',
    'a\r\n+cmd|x',
    'a\n\n-1+2',
    'a\r@SUM(A1)',
    'a\n\t=1',
    'a\u2028=1',
    'a\n  =1',
    '5\n-6',
  ])('runs nothing of %j', (text) => {
    expect(csvCell(text).startsWith(`"'`)).toBe(true);
  });

  it('leaves figures and plain text as they are', () => {
    expect(
      csv(
        ['a', 'b'],
        [
          { a: '-12.50', b: 'Acorn "Ltd"' },
          { a: 'two\nlines, a-b = c', b: 'x\n1 - 2' },
          { a: null, b: { x: 1 } },
        ],
      ),
    ).toBe('"a","b"\r\n"-12.50","Acorn ""Ltd"""\r\n"two\nlines, a-b = c","x\n1 - 2"\r\n"","{""x"":1}"\r\n');
  });

  it('never leaves a cell open, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = csvCell(text);
        expect(cell.startsWith('"') && cell.endsWith('"')).toBe(true);
        expect(cell.slice(1, -1).replaceAll('""', '')).not.toContain('"');
      }),
    );
  });
});
