import { describe, expect, it } from 'vitest';
import { distributionTree } from '#adapters/reports/distribution-pages';
import { treeOf } from '#adapters/reports/tree/build';
import type { Instant } from '#domain/kernel/time';
import type { DistributionDocument, Placement } from '#domain/reports/distribution-report';
import type { Language } from '#domain/reports/report-document';
import { sampleDocument } from '#test/reports/sample-document';

const placement = (state: Placement['state'], live_on: string | null): Placement => ({
  outlet: 'news.example',
  url: 'https://news.example/acme-opens',
  target: 'https://acme.example/',
  state,
  live_on,
  in_index: live_on !== null,
});
const documentIn = (language: Language): DistributionDocument => ({
  order_id: 71,
  made_at: '2026-10-01T09:00:00Z' as Instant,
  position: 1_284_903,
  client_name: 'Cabinet Martin',
  site_name: 'Acme',
  site_domain: 'acme.example',
  language,
  page_size: 'A4',
  look: sampleDocument.look,
  placements: [placement('live', '2026-09-01'), placement('placed', null), placement('lost', '2026-08-12')],
});

describe('a report on a PR distribution', () => {
  it('speaks the language of the client’s reports', () => {
    const tree = distributionTree(documentIn('fr'));
    expect([tree.language, tree.title]).toEqual(['fr', 'Diffusion presse pour Acme']);
    const [mast, section] = tree.parts;
    expect(mast).toMatchObject({
      log: 'Journal, position 1\u00a0284\u00a0903',
      period: 'Commande n°\u00a071',
      version: 'Établi le 1er oct. 2026',
      prepared_for: 'Préparé pour Cabinet Martin',
    });
    expect(tree.foot.page(1, 2)).toBe('Page 1 sur 2');
    if (section?.kind !== 'section') throw new Error('it has a section');
    expect(section.parts[0]).toEqual({ kind: 'claim', text: 'Parutions en ligne\u00a0: 1 sur 3.' });
    const table = section.parts[1];
    if (table?.kind !== 'table') throw new Error('it has a table');
    expect(table.rows.map((cells) => cells.slice(2).map(({ text }) => text))).toEqual([
      ['en ligne', '1er sept. 2026', 'dans l’index'],
      ['placé', '–', 'en attente'],
      ['perdu', '12 août 2026', 'dans l’index'],
    ]);
  });

  it('says in English what stands where', () => {
    const tree = distributionTree(documentIn('en'));
    expect(tree.parts[0]).toMatchObject({ type: 'PR distribution report', version: 'Made 1 Oct 2026' });
    expect(JSON.stringify(tree.parts[1])).toContain('Live placements: 1 of 3.');
  });
});

describe('a value with its name before it', () => {
  it('is put together as the language does', () => {
    const ruleIn = (language: Language) => {
      const tree = treeOf({ ...sampleDocument, language });
      const found = tree.parts.find((part) => part.kind === 'section' && part.rule !== null);
      return found?.kind === 'section' ? found.rule : null;
    };
    expect(ruleIn('en')).toMatch(/^How this is judged: Green/);
    expect(ruleIn('fr')).toMatch(/^[^:]+\u00a0: Green/);
  });
});
