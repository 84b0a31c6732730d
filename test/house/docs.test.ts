import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTemplate } from '#adapters/report-templates/check';
import { VERSION } from '#app/version';
import { reportsCommand } from '#cli/reports';
import { PLACEHOLDERS } from '#domain/reports/placeholders';
import { REPORT_SECTIONS } from '#domain/services/service-config';
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

  it('of reports name every placeholder and section, and show a template and commands that are taken', () => {
    const reports = text('docs/reports.md');
    for (const name of [...PLACEHOLDERS, ...REPORT_SECTIONS.slice(1)]) expect(reports).toContain(`\`${name}\``);
    const html = /```html\n([^`]+)```/.exec(reports)?.[1] ?? '';
    expect(html).toContain('data-section');
    expect(checkTemplate({ html, css: '' })).toEqual([]);
    const commands = [...reports.matchAll(/^npm run cli -- reports (\S+)([^#\n]*)/gm)];
    expect(commands.length).toBeGreaterThan(4);
    for (const [, name, given = ''] of commands) {
      const command = reportsCommand().commands.find((each) => each.name() === name);
      expect(command, name).toBeDefined();
      for (const [option] of given.matchAll(/--[a-z-]+/g))
        expect(
          command?.options.some(({ long }) => long === option),
          option,
        ).toBe(true);
    }
  });

  it('of reports show pictures that are there and small', () => {
    const pictures = [...text('docs/reports.md').matchAll(/\]\((reports\/[\w-]+\.png)\)/g)];
    expect(pictures.length).toBeGreaterThan(10);
    for (const [, file = ''] of pictures)
      expect(statSync(join(import.meta.dirname, '../../docs', file)).size, file).toBeLessThan(60 * 1024);
  });
});
