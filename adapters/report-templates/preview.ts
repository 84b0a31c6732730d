import type { Day, Instant } from '#domain/kernel/time';
import { houseLook } from '#domain/reports/house-look';
import type { ReportDocument } from '#domain/reports/report-document';
import { templateHtml } from './to-html.ts';

/** A grey box of one pixel, where a logo will be. */
const BOX = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOor6//DwAFggJ/6MGSwgAAAABJRU5ErkJggg==';

/** A report that nobody has, with something in every place that a template can name. */
export function example(template: { readonly html: string; readonly css: string }): ReportDocument {
  const [first, last] = ['2026-10-01' as Day, '2026-10-31' as Day];
  const logo = { type: 'image/png' as const, base64: BOX, width: 1, height: 1 };
  return {
    id: 1,
    version: 1,
    type: 'monthly',
    period_start: first,
    period_end: last,
    made_at: '2026-11-01T08:00:00.000Z' as Instant,
    position: 1000,
    client_name: 'Example Client',
    site_name: 'Example Site',
    site_domain: 'client.example',
    language: 'en',
    theme: 'light',
    page_size: 'A4',
    time_zone: 'UTC',
    look: {
      ...houseLook('contact@agency.example'),
      white_label: true,
      name: 'Example Agency',
      logo,
      contact_phone: '+1 555 0100',
      website_url: 'https://agency.example',
      footer_text: 'Made with care.',
    },
    comments: [],
    data: {
      compared: { period: [first, last], before: [first, last], year_before: [first, last], paused: [] },
      first_page: {
        verdict: 'improving',
        reason: 'Clicks rose by 12 %.',
        win: 'A keyword is in the top 3.',
        priority: 'One page lost clicks.',
        needs: [],
        goals: [],
        tiles: [],
      },
      sections: {},
      annotations: [],
    },
    template,
  };
}

/** The template as a page of its own, each section of the report as a box with its name. Throws `TemplateUnfit`. */
export function previewOfTemplate(template: { readonly html: string; readonly css: string }): string {
  const box = (name: string) =>
    `<p style="padding:24px;border:1px dashed #94a3b8;color:#475569">${name.replaceAll('_', ' ')}</p>`;
  const page = templateHtml(example(template), box);
  const style = `body{margin:0 auto;max-width:794px;font-family:sans-serif}*{box-sizing:border-box}${page?.css ?? ''}`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Preview</title><style>${style}</style></head><body>${page?.html ?? ''}</body></html>\n`;
}
