import type { Pages } from '#adapters/render/pages';
import type { Day } from '#domain/kernel/time';
import type { DistributionDocument, Placement } from '#domain/reports/distribution-report';
import { isRightToLeft } from '#domain/reports/language/formats';
import { setOnPages } from './report-pages.ts';
import type { Cell, ReportTree, SectionPart } from './tree/tree.ts';
import { type Words, wordsOf } from './tree/words.ts';

/** Where the press releases of an order stand, on the same pages as reports, under the same brand. */
export const distributionPages = (document: DistributionDocument): Pages =>
  setOnPages(distributionTree(document), { subject: document.site_domain, made: document.made_at, template: null });

/** Its words are of the language that the client's reports are in. Throws `UnknownLabel` where that has no dictionary. */
export function distributionTree(document: DistributionDocument): ReportTree {
  const { look, language, site_name, site_domain, client_name } = document;
  const words = wordsOf(language);
  const { say, formats } = words;
  const log = say('log.short', { position: formats.number(document.position, 'count') });
  const contact = [look.contact_email, look.contact_phone, look.website_url].filter((text) => text !== null);
  const title = say('distribution.where');
  const parts = placed(document, words);
  return {
    language,
    direction: isRightToLeft(language) ? 'rtl' : 'ltr',
    theme: 'light',
    page_size: document.page_size,
    look,
    title: say('distribution.title', { site: site_name }),
    parts: [
      {
        kind: 'masthead',
        type: say('distribution.type'),
        site: site_name,
        domain: site_domain,
        period: say('distribution.order', { id: String(document.order_id) }),
        prepared_for: say('page.prepared_for', { client: client_name }),
        prepared_by: say('page.prepared_by', { name: look.name }),
        log,
        version: say('log.made_on', { day: formats.day(document.made_at.slice(0, 10) as Day) }),
      },
      { kind: 'section', id: 'placements', key: 'placements', title, flag: null, rule: null, parts },
    ],
    foot: {
      name: look.name,
      text: look.footer_text,
      contact: contact.map((text) => ({ text, href: null })),
      log,
      page: (page, pages) => say('page.of', { page, pages }),
    },
  };
}

/** How many are live, and each with where it stands. */
function placed({ placements }: DistributionDocument, { say, name, formats }: Words): SectionPart[] {
  const row = ({ outlet, url, target, state, live_on, in_index }: Placement): Cell[] => [
    { text: outlet, href: url },
    { text: target, href: target },
    { text: name('word', state) },
    { text: live_on === null ? '–' : formats.day(live_on as Day) },
    { text: name('word', in_index ? 'indexed' : 'pending') },
  ];
  const live = placements.filter(({ state }) => state === 'live').length;
  const claim = say('distribution.claim', {
    live: formats.number(live, 'count'),
    total: formats.number(placements.length, 'count'),
  });
  return [
    { kind: 'claim', text: claim },
    {
      kind: 'table',
      title: say('distribution.placements'),
      columns: [
        { name: say('distribution.outlet'), numeric: false, wraps: true, weight: 3 },
        { name: name('column', 'target'), numeric: false, wraps: true, weight: 3 },
        { name: name('column', 'status'), numeric: false, wraps: true, weight: 1.5 },
        { name: say('distribution.live_since'), numeric: false, wraps: true, weight: 1.5 },
        { name: name('column', 'indexing'), numeric: false, wraps: true, weight: 1.2 },
      ],
      rows: placements.map(row),
      remark: null,
    },
  ];
}
