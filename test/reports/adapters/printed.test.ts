import { describe, expect, it } from 'vitest';
import { printed } from '#adapters/reports/pages/printed';
import { tableShown } from '#adapters/reports/tree/tables';
import { wordsOf } from '#adapters/reports/tree/words';
import type { Table } from '#domain/reports/report-data';
import { longDocument } from '../sample-document.ts';

const clusters = (status: string): Table => ({
  key: 'clusters',
  columns: [
    { key: 'name', kind: 'text' },
    { key: 'status', kind: 'word' },
  ],
  rows: [['Implants', status]],
  total: 1,
});
const stateOf = (status: string) => tableShown(clusters(status), 'acorn.example', wordsOf('en')).rows[0]?.[1]?.text;

describe('tables of a report', () => {
  it('show states that no dictionary names as they were told: a new word keeps no report from being drawn', () => {
    expect(stateOf('in_progress')).toBe('in progress');
    expect(stateOf('waits_for_photos')).toBe('waits for photos');
  });

  it('begin on paper, and still say how long they are', () => {
    const cut = printed(longDocument);
    for (const [key, section] of Object.entries(longDocument.data.sections))
      for (const [n, table] of section.tables.entries()) {
        const shown = Object.entries(cut.data.sections).find(([name]) => name === key)?.[1].tables[n];
        expect(shown?.total).toBe(table.total);
        expect(shown?.rows).toEqual(table.rows.slice(0, shown?.rows.length));
        expect(shown?.rows.length).toBeLessThanOrEqual(24);
      }
  });
});
