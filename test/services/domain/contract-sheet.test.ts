import { describe, expect, it } from 'vitest';
import { contractsOfSheet } from '#domain/services/contract-sheet';

const HEAD = 'reference,account_id,site_id,tier,started_on,billed_months,override_reason';

describe('a sheet of contracts', () => {
  it('is read by its head, with months one by one or from one to another', () => {
    const text = `\uFEFF${HEAD}\r\ncrm-1,1,11,pro,2026-03-10,2026-03..2026-05,"agreed, ""in writing"""\r\n\r\ncrm-2,1,12,lite,2026-06-09,,\r\n`;
    expect(contractsOfSheet(text)).toEqual({
      contracts: [
        {
          reference: 'crm-1',
          account_id: 1,
          site_id: 11,
          tier: 'pro',
          started_on: '2026-03-10',
          billed_months: ['2026-03', '2026-04', '2026-05'],
          override_reason: 'agreed, "in writing"',
        },
        { reference: 'crm-2', account_id: 1, site_id: 12, tier: 'lite', started_on: '2026-06-09' },
      ],
      lines: [2, 4],
      problems: [],
    });
  });

  it('may be parted by semicolons or tabs, and keeps a line break that stands in quotes', () => {
    for (const mark of [';', '\t']) {
      const text = `${HEAD.replaceAll(',', mark)}\n${['a', '1', '2', 'pro', '2026-01-01', '2025-12 2026-01', '"two\nlines"'].join(mark)}`;
      const { contracts } = contractsOfSheet(text);
      expect(contracts[0]).toMatchObject({ billed_months: ['2025-12', '2026-01'], override_reason: 'two\nlines' });
    }
  });

  it('leaves what is no month or number as it was written, to be refused by name', () => {
    const { contracts } = contractsOfSheet(`${HEAD}\na,one,2,pro,2026-01-01,2026-05..2026-03 May,`);
    expect(contracts[0]).toMatchObject({ account_id: 'one', billed_months: ['2026-05..2026-03', 'May'] });
  });

  it('says what is wrong with it by line', () => {
    expect(contractsOfSheet('').problems).toEqual([{ line: 1, message: 'it is empty' }]);
    expect(contractsOfSheet('reference,price\na,1').problems.map(({ message }) => message)).toEqual([
      'there is no column price',
      'the column account_id is missing',
      'the column site_id is missing',
      'the column tier is missing',
      'the column started_on is missing',
    ]);
    expect(contractsOfSheet(`${HEAD}\na,1,2`).problems).toEqual([
      { line: 2, message: 'it has 3 cells, and the head 7' },
    ]);
  });
});
