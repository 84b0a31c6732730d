import type { Pages } from '#adapters/render/pages';
import type { Day } from '#domain/kernel/time';
import type { DistributionDocument, Placement } from '#domain/reports/distribution-report';
import { formatsOf } from '#domain/reports/language/formats';
import { setOnPages } from './report-pages.ts';
import type { Cell, ReportTree, SectionPart } from './tree/tree.ts';

const STATES = { placed: 'placed', live: 'live', lost: 'not there any more' } as const;

/** Where the press releases of an order stand, on the same pages as reports, under the same brand. */
export function distributionPages(document: DistributionDocument): Pages {
  const { look, placements, site_name, site_domain, client_name } = document;
  const formats = formatsOf('en');
  const live = placements.filter(({ state }) => state === 'live').length;
  const log = `Log position ${formats.number(document.position, 'count')}`;
  const row = ({ outlet, url, target, state, live_on, in_index }: Placement): Cell[] => [
    { text: outlet, href: url },
    { text: target, href: target },
    { text: STATES[state] },
    { text: live_on === null ? '–' : formats.day(live_on as Day) },
    { text: in_index ? 'yes' : 'not yet' },
  ];
  const parts: SectionPart[] = [
    { kind: 'claim', text: `${live} of ${placements.length} placements are live.` },
    {
      kind: 'table',
      title: 'Placements',
      columns: [
        { name: 'Outlet', numeric: false, wraps: true, weight: 3 },
        { name: 'Leads to', numeric: false, wraps: true, weight: 3 },
        { name: 'State', numeric: false, wraps: true, weight: 1.5 },
        { name: 'Live since', numeric: false, wraps: true, weight: 1.5 },
        { name: 'In the index', numeric: false, wraps: true, weight: 1 },
      ],
      rows: placements.map(row),
      remark: null,
    },
  ];
  const contact = [look.contact_email, look.contact_phone, look.website_url].filter((text) => text !== null);
  const tree: ReportTree = {
    language: 'en',
    direction: 'ltr',
    theme: 'light',
    page_size: document.page_size,
    look,
    title: `PR distribution for ${site_name}`,
    parts: [
      {
        kind: 'masthead',
        type: 'PR distribution report',
        site: site_name,
        domain: site_domain,
        period: `Order ${document.order_id}`,
        prepared_for: `Prepared for ${client_name}`,
        prepared_by: `by ${look.name}`,
        log,
        version: `Made ${formats.day(document.made_at.slice(0, 10) as Day)}`,
      },
      { kind: 'section', id: 'placements', key: 'placements', title: 'Where it stands', flag: null, rule: null, parts },
    ],
    foot: {
      name: look.name,
      text: look.footer_text,
      contact: contact.map((text) => ({ text, href: null })),
      log,
      page: (page, pages) => `Page ${page} of ${pages}`,
    },
  };
  return setOnPages(tree, { subject: site_domain, made: document.made_at, template: null });
}
