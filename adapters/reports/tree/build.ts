import { isRightToLeft } from '#domain/reports/language/formats';
import type { Labels } from '#domain/reports/language/index';
import type { ReportDocument } from '#domain/reports/report-document';
import { goals, highlights, masthead, needs, tiles, verdict } from './first-page.ts';
import { comments, sections } from './sections.ts';
import type { ContentsPart, Foot, LogPart, Notes, Part, ReportTree } from './tree.ts';
import { type Words, wordsOf, zoneOf } from './words.ts';

function notes({ data }: ReportDocument, words: Words): Notes | null {
  if (data.annotations.length === 0) return null;
  return {
    kind: 'notes',
    id: 's-notes',
    title: words.say('annotation.title'),
    items: data.annotations.map(({ number, date, text }) => ({ number, day: words.formats.day(date), text })),
  };
}

function log(document: ReportDocument, words: Words): LogPart {
  const position = words.formats.number(document.position, 'count');
  return {
    kind: 'log',
    id: 's-log',
    title: words.say('log.title'),
    text: words.say('log.text', { position }),
    facts: [
      { name: words.say('log.position'), value: position },
      { name: words.say('log.report'), value: String(document.id) },
      { name: words.say('log.version'), value: String(document.version) },
      { name: words.say('log.made'), value: words.formats.moment(document.made_at, zoneOf(document)) },
    ],
  };
}

function foot({ look, position, version }: ReportDocument, words: Words): Foot {
  const { contact_email: email, contact_phone: phone, website_url: site } = look;
  const { formats } = words;
  return {
    name: look.name,
    text: look.footer_text,
    contact: [
      ...(email === null ? [] : [{ text: email, href: `mailto:${email}` }]),
      ...(phone === null ? [] : [{ text: phone, href: `tel:${phone.replaceAll(/[^+\d]/g, '')}` }]),
      ...(site === null
        ? []
        : [
            {
              text: site.replace(/^https?:\/\//i, '').replace(/\/$/, ''),
              href: /^https?:\/\//i.test(site) ? site : null,
            },
          ]),
    ],
    log: `${words.say('log.version_short', { version })} · ${words.say('log.short', { position: formats.number(position, 'count') })}`,
    page: (page, pages) => words.say('page.of', { page, pages }),
  };
}

/** All that a report says, in its order. Throws `UnknownLabel` where its data name something that has no word in its language. */
export function treeOf(document: ReportDocument, labels?: Labels): ReportTree {
  const words = wordsOf(document.language, labels);
  const first = document.data.first_page;
  const general = document.comments.filter(({ section }) => section === null || section === 'executive_summary');
  const said = comments(general, document, words);
  const rest = sections(document, words);
  const noted = notes(document, words);
  const logged = log(document, words);
  const contents: ContentsPart = {
    kind: 'contents',
    title: words.say('contents.title'),
    items: [
      ...rest.map(({ id, title, flag }) => ({ id, title, flag })),
      ...(noted ? [{ id: noted.id, title: noted.title, flag: null }] : []),
      { id: logged.id, title: logged.title, flag: null },
    ],
  };
  const summary: (Part | null)[] = [
    verdict(document, words),
    highlights(first, words),
    needs(first, document.origin ?? null, words),
    goals(first, words),
    tiles(document, words),
    said,
  ];
  const parts: (Part | null)[] = [
    masthead(document, words),
    ...(document.only?.includes('executive_summary') === false ? [] : summary),
    contents,
    ...rest,
    noted,
    logged,
  ];
  const period = words.formats.period([document.period_start, document.period_end]);
  return {
    language: document.language,
    direction: isRightToLeft(document.language) ? 'rtl' : 'ltr',
    theme: document.theme,
    page_size: document.page_size,
    look: document.look,
    title: `${words.say(`type.${document.type}`)} · ${document.site_name} · ${period}`,
    parts: parts.filter((part) => part !== null),
    foot: foot(document, words),
  };
}
