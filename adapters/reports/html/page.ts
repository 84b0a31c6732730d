import type { Formats } from '#domain/reports/language/formats';
import { chartDrawing } from '../charts/draw.ts';
import type { Theme } from '../theme.ts';
import type { ChartPart, Masthead, Part, ReportTree, Section, SectionPart, Verdict } from '../tree/tree.ts';
import { el, type Html, isLink, linked, raw } from './element.ts';
import { badge, comments, goals, icon, table, tiles } from './parts.ts';
import { lookedUp, styleOf } from './style.ts';

export type Asked = {
  /** The frame of the agency's template, with that for each section that it names; null where the report has its own. */
  readonly frame: (section: (key: string) => string) => { readonly html: string; readonly css: string } | null;
  readonly tree: ReportTree;
  readonly theme: Theme;
  /** Of readers who prefer it; null where the report is dark by itself. */
  readonly dark: Theme | null;
  readonly formats: Formats;
  readonly pdf: string | null;
  readonly pdf_label: string;
  readonly skip_label: string;
};

const WIDE = 600;
const NARROW = 330;
const LONG_NAME = 48;

/** Drawn for wide and for narrow windows: shrunk, its words would be too small to read. */
function chart(part: ChartPart, theme: Theme, formats: Formats): Html {
  const at = (width: number, id: string): Html =>
    raw(chartDrawing({ part: { ...part, id: `${part.id}${id}` }, theme, formats, width }).svg);
  return el(
    'figure',
    { class: 'chart' },
    el('h3', {}, part.title),
    el('div', { class: 'wide' }, at(WIDE, '')),
    el('div', { class: 'narrow' }, at(NARROW, '-n')),
  );
}

/** Of an address of the web, or of what stands below the page itself. */
const pdfLink = (pdf: string | null, label: string): Html | null =>
  pdf !== null && (isLink(pdf) || /^[a-z]+\/$/.test(pdf))
    ? el('p', { class: 'pdf' }, el('a', { class: 'button', href: pdf }, label))
    : null;

function masthead(part: Masthead, { tree, pdf, pdf_label }: Asked): Html {
  const { look } = tree;
  const { logo } = look;
  return el(
    'header',
    { class: 'hero' },
    el(
      'div',
      { class: 'in' },
      el(
        'div',
        { class: 'top' },
        logo === null
          ? el('span', { class: 'name' }, look.name)
          : el(
              'span',
              { class: 'logo' },
              el('img', {
                src: `data:${logo.type};base64,${logo.base64}`,
                width: logo.width,
                height: logo.height,
                alt: look.name,
              }),
            ),
        el('span', {}, `${part.version} · ${part.log}`),
      ),
      el('p', { class: 'type' }, part.type),
      el('h1', { class: part.site.length > LONG_NAME ? 'long' : null, dir: 'auto' }, part.site),
      el('p', { class: 'period' }, part.period),
      el(
        'p',
        { class: 'for' },
        // Each keeps its own direction, whatever stands beside it.
        [part.domain, part.prepared_for, part.prepared_by].map((text, n) => [
          n === 0 ? '' : ' · ',
          el('bdi', {}, text),
        ]),
      ),
      pdfLink(pdf, pdf_label),
    ),
  );
}

const verdict = (part: Verdict): Html =>
  el(
    'section',
    { class: 'card verdict' },
    el('p', { class: 'kicker' }, part.title),
    el('h2', {}, el('span', { class: part.shade }, icon(VERDICT_ICONS[part.verdict ?? 'none'])), part.word),
    el('p', { class: 'reason' }, part.reason),
    part.summary === null ? null : el('p', { class: 'summary' }, part.summary),
    part.remarks.map((text) => el('p', { class: 'remark' }, text)),
  );
const VERDICT_ICONS = { improving: 'up', stable: 'same', declining: 'down', none: 'plain' } as const;

function sectionPart(part: SectionPart, asked: Asked): Html {
  switch (part.kind) {
    case 'claim':
      return el('p', { class: 'claim' }, part.text);
    case 'empty':
      return el('div', { class: 'empty' }, el('h3', {}, part.title), el('p', {}, part.reason));
    case 'figures':
      return tiles(part.figures);
    case 'chart':
      return chart(part, lookedUp(asked.theme), asked.formats);
    case 'table':
      return table(part);
    case 'next':
      return el('div', { class: 'next' }, el('h3', {}, part.title), el('p', {}, part.text));
    case 'comments':
      return comments(part, 'h3');
    case 'source':
      return el('p', { class: 'source' }, part.text);
  }
}

const section = (part: Section, asked: Asked): Html =>
  el(
    'section',
    { class: 'card section', id: part.id, 'aria-labelledby': `${part.id}-h` },
    el(
      'div',
      { class: 'head' },
      el('h2', { id: `${part.id}-h` }, part.title),
      part.flag === null ? null : badge(part.flag),
      part.rule === null ? null : el('p', { class: 'rule' }, part.rule),
    ),
    part.parts.map((each) => sectionPart(each, asked)),
  );

const card = (name: string, title: string, ...inside: readonly (Html | null)[]): Html =>
  el('section', { class: `card ${name}` }, el('h2', {}, title), inside);

/** The mast stands outside of what is the report's text. */
function shown(part: Exclude<Part, Masthead>, asked: Asked): Html {
  switch (part.kind) {
    case 'verdict':
      return verdict(part);
    case 'highlights':
      return el(
        'div',
        { class: 'two' },
        part.items.map((item) =>
          el('section', { class: 'card high' }, el('h2', {}, icon(item.icon), item.title), el('p', {}, item.text)),
        ),
      );
    case 'needs':
      return card(
        'needs',
        part.title,
        part.none === null ? null : el('p', {}, part.none),
        part.items.length === 0
          ? null
          : el(
              'ul',
              { class: 'lines' },
              part.items.map(({ kind, text, since, href, open, open_what }) =>
                el(
                  'li',
                  {},
                  el('span', { class: 'badge plain' }, kind),
                  el('span', { class: 'what' }, text),
                  el('span', { class: 'since' }, since),
                  href === null ? null : linked(href, open, { 'aria-label': open_what }),
                ),
              ),
            ),
      );
    case 'goals':
      return card('', part.title, part.none === null ? goals(part) : el('p', {}, part.none));
    case 'tiles':
      return card('figures', part.title, el('p', { class: 'compared' }, part.compared), tiles(part.figures));
    case 'comments':
      return comments(part, 'h2');
    case 'contents':
      return el(
        'nav',
        { class: 'card contents', 'aria-label': part.title },
        el('h2', {}, part.title),
        el(
          'ol',
          {},
          part.items.map(({ id, title, flag }) =>
            el('li', {}, el('a', { href: `#${id}` }, title, flag === null ? null : badge(flag))),
          ),
        ),
      );
    case 'section':
      return section(part, asked);
    case 'notes':
      return el(
        'section',
        { class: 'card', id: part.id },
        el('h2', {}, part.title),
        el(
          'ol',
          { class: 'notes' },
          part.items.map(({ number, day, text }) =>
            el(
              'li',
              {},
              el('span', { class: 'no' }, String(number)),
              el('time', {}, day),
              el('p', { dir: 'auto' }, text),
            ),
          ),
        ),
      );
    case 'log':
      return el(
        'section',
        { class: 'card log', id: part.id },
        el('h2', {}, part.title),
        el('p', {}, part.text),
        el(
          'dl',
          {},
          part.facts.map(({ name, value }) => el('div', {}, el('dt', {}, name), el('dd', {}, el('bdi', {}, value)))),
        ),
      );
  }
}

const FIRST = new Set<Part['kind']>(['verdict', 'highlights', 'needs', 'goals', 'tiles']);
/** Said in every report, whatever its frame: what people wrote, and where the numbers come from. */
const ALWAYS = new Set<Part['kind']>(['comments', 'notes', 'log']);
const standsAt = (part: Part, key: string): boolean =>
  part.kind === 'section' ? part.key === key : key === 'executive_summary' && FIRST.has(part.kind);

/** The report for a browser: one file, without scripts and without anything that is fetched. */
export function htmlPage(asked: Asked): string {
  const { tree, theme, dark, skip_label } = asked;
  const parts = tree.parts.filter((part) => part.kind !== 'masthead');
  const frame = asked.frame((key) =>
    parts
      .filter((part) => standsAt(part, key))
      .map((part) => shown(part, asked).html)
      .join(''),
  );
  const all = tree.parts.filter((part) => part.kind === 'masthead').map((part) => masthead(part, asked));
  const mast = frame === null ? all : [];
  const unframed = frame === null ? parts : parts.filter(({ kind }) => ALWAYS.has(kind));
  const rest = [...(frame === null ? [] : [raw(frame.html)]), ...unframed.map((part) => shown(part, asked))];
  const { foot } = tree;
  const page = el(
    'html',
    { lang: tree.language, dir: tree.direction },
    el(
      'head',
      {},
      el('meta', { charset: 'utf-8' }),
      el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      el('meta', { name: 'robots', content: 'noindex, nofollow' }),
      el('meta', { name: 'referrer', content: 'no-referrer' }),
      el('title', {}, tree.title),
      el('style', {}, raw(styleOf(theme, dark) + (frame?.css ?? ''))),
    ),
    el(
      'body',
      {},
      el('a', { class: 'skip', href: '#report' }, skip_label),
      mast,
      el('main', { id: 'report' }, rest),
      el(
        'footer',
        { class: 'foot' },
        el(
          'div',
          { class: 'in' },
          el('div', {}, el('b', {}, foot.name), foot.text === null ? null : el('p', {}, foot.text)),
          el(
            'p',
            {},
            foot.contact.map(({ text, href }, n) => [n === 0 ? '' : ' · ', linked(href, text)]),
          ),
          el('p', {}, foot.log),
          // In a frame of an agency's own there is no other place for it.
          frame === null ? null : pdfLink(asked.pdf, asked.pdf_label),
        ),
      ),
    ),
  );
  return `<!doctype html>\n${page.html}\n`;
}
