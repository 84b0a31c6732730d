import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captions, listed, parseReadme, subsections } from '#domain/plugin/readme';
import { readmeHtml } from '#domain/plugin/readme-html';
import { CLEAN } from '../clean-plugin.ts';

const README = parseReadme(CLEAN['igny8-seo/readme.txt'] ?? '');

describe('readme.txt', () => {
  it('is read as the directory reads it, with its lines', () => {
    expect(README.name).toBe('IGNY8 SEO');
    expect(README.headers.get('stable tag')).toEqual({ text: '1.2.0', line: 7 });
    expect(README.headers.get('requires php')).toEqual({ text: '7.4', line: 6 });
    expect(README.short?.text).toMatch(/^Publishes what/);
    expect([...README.sections.keys()]).toEqual([
      'description',
      'installation',
      'faq',
      'screenshots',
      'changelog',
      'upgrade_notice',
    ]);
    expect(subsections(README.sections.get('changelog')?.text ?? '').map(({ title }) => title)).toEqual([
      '1.2.0',
      '1.1.0',
    ]);
    expect(captions(README.sections.get('screenshots')?.text ?? '').get(2)).toBe('An article');
    expect(listed(README.headers.get('tags')?.text)).toEqual(['seo', 'content', 'publishing']);
  });

  it('is read whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => void readmeHtml(parseReadme(text).sections.get('description')?.text ?? text),
      ),
    );
    expect(parseReadme('\uFEFF=== A ===\r\nTags: x\r\n\r\nShort\r\n== Change log ==\r\nb')).toMatchObject({
      name: 'A',
      short: { text: 'Short', line: 4 },
    });
    expect([...parseReadme('== Change log ==\nb').sections.keys()]).toEqual(['changelog']);
  });

  it('becomes HTML of a few elements', () => {
    expect(
      readmeHtml(
        '= 1.2 =\n* one **bold** and *em*\n* two `<code>`\n  on the next line\n\nText\nof [a link](https://a.example/?a=1&b=2).',
      ),
    ).toBe(
      '<h4>1.2</h4>\n<ul><li>one <strong>bold</strong> and <em>em</em></li><li>two <code>&lt;code&gt;</code> on the next line</li></ul>\n' +
        '<p>Text of <a href="https://a.example/?a=1&amp;b=2" rel="nofollow noopener">a link</a>.</p>',
    );
  });

  it('never becomes anything that runs', () => {
    const hostile = [
      '<script>alert(1)</script>',
      '[x](javascript:alert(1))',
      '[x](https://a.example/" onmouseover="alert(1))',
      '<img src=x onerror=alert(1)>',
      '`</code><script>`',
      '[<b>](https://a.example/)',
    ];
    for (const text of hostile) {
      const html = readmeHtml(text);
      const tags = [...html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/g)].map(
        ([, name, rest]) => `${name}${rest?.replace(/^ href="https:[^"]*" rel="nofollow noopener"$/, '')}`,
      );
      expect(
        tags.filter((tag) => !/^(p|ul|ol|li|h4|strong|em|code|a)$/.test(tag)),
        html,
      ).toEqual([]);
    }
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(...hostile, '*', '**', '`', '[', '](', 'https://a.example/', ')', '<', '"', '\n', '= ', ' ='),
          { maxLength: 12 },
        ),
        (parts) => {
          const html = readmeHtml(parts.join(''));
          for (const [tag] of html.matchAll(/<[^>]*>/g))
            expect(tag).toMatch(
              /^<(\/?(p|ul|ol|li|h4|strong|em|code)|\/a|a href="https?:\/\/[^"<>]*" rel="nofollow noopener")>$/,
            );
        },
      ),
    );
  });
});
