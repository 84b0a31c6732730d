import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERSION } from '#app/version';
import { eventsDoc } from '../../scripts/events-doc.ts';

const text = (file: string): string => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');

describe('documents', () => {
  it('of events are what the golden events make them', () => {
    expect(text('docs/events.md')).toBe(eventsDoc);
  });

  it('and the product are of the version of the package', () => {
    expect(JSON.parse(text('package.json'))).toMatchObject({ version: VERSION });
    expect(JSON.parse(text('package-lock.json'))).toMatchObject({ version: VERSION });
  });
});
