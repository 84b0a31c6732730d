import { el, type Html, isLink, raw } from '../html/element.ts';
import type { Theme } from '../theme.ts';
import type { Change, FigureShown, ReportTree } from '../tree/tree.ts';
import type { Words } from '../tree/words.ts';
import { chartOf } from './picture.ts';

export type MailLinks = {
  readonly pdf: string | null;
  readonly page: string | null;
  readonly unsubscribe: string | null;
};
export type MailAsked = {
  readonly tree: ReportTree;
  readonly theme: Theme;
  readonly words: Words;
  readonly links: MailLinks;
  readonly greeting: string;
};
type Part<K extends ReportTree['parts'][number]['kind']> = Extract<ReportTree['parts'][number], { kind: K }>;
export function partOf<K extends ReportTree['parts'][number]['kind']>(tree: ReportTree, kind: K): Part<K> | null {
  const is = (part: ReportTree['parts'][number]): part is Part<K> => part.kind === kind;
  return tree.parts.find(is) ?? null;
}

/** Mails show three numbers; the report has them all. */
export const KEY_FIGURES = 3;
export const toldChange = ({ absolute, percent, word }: Change): string =>
  [absolute, percent === null ? null : `(${percent})`, word].filter((text) => text !== null).join(' ');

const FONT = 'font-family:Inter,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
/** Mail clients know tables and styles on the element itself, and little else. */
const cell = (style: string, ...inside: Parameters<typeof el>[2][]): Html =>
  el('td', { style: `${FONT};${style}` }, ...inside);
const row = (style: string, ...inside: Parameters<typeof el>[2][]): Html => el('tr', {}, cell(style, ...inside));
const grid = (style: string, ...inside: Parameters<typeof el>[2][]): Html =>
  el('table', { role: 'presentation', cellpadding: 0, cellspacing: 0, border: 0, width: '100%', style }, ...inside);
const p = (style: string, text: string): Html => el('p', { style: `margin:0;${style}` }, text);

function kpi({ name, value, compared }: FigureShown, theme: Theme): Html {
  return cell(
    `width:33%;vertical-align:top;padding:12px 14px;background-color:${theme.surface};border:4px solid ${theme.page};border-radius:12px`,
    p(`font-size:12px;line-height:16px;color:${theme.quiet}`, name),
    p(`font-size:22px;line-height:30px;font-weight:700;color:${theme.ink}`, value),
    compared.map(({ change, against }) => [
      change === null
        ? null
        : p(
            `font-size:12px;line-height:17px;font-weight:600;color:${theme.tones[change.shade].ink}`,
            toldChange(change),
          ),
      p(`font-size:11px;line-height:15px;color:${theme.quiet}`, against),
    ]),
  );
}

const button = (href: string, text: string, theme: Theme): Html =>
  el(
    'a',
    {
      href,
      style: `display:inline-block;padding:12px 20px;background-color:${theme.brand};border:1px solid ${theme.brandRule ?? theme.brand};border-radius:8px;font-size:15px;font-weight:600;color:${theme.brandInk};text-decoration:none`,
    },
    text,
  );

export function mailHtml({ tree, theme, words, links, greeting }: MailAsked): string {
  const mast = partOf(tree, 'masthead');
  const verdict = partOf(tree, 'verdict');
  const figures = partOf(tree, 'tiles')?.figures.slice(0, KEY_FIGURES) ?? [];
  const chart = chartOf(tree);
  const side = 'padding-left:28px;padding-right:28px';
  const said = [...(partOf(tree, 'highlights')?.items ?? [])];
  const needs = partOf(tree, 'needs')?.items ?? [];
  const body = grid(
    `max-width:600px;background-color:${theme.page};border-radius:14px`,
    row(
      `${side};padding-top:26px;padding-bottom:26px;background-color:${theme.brand};border-bottom:1px solid ${theme.brandRule ?? theme.brand};border-radius:14px 14px 0 0`,
      p(
        `font-size:14px;line-height:20px;font-weight:600;color:${theme.brandQuiet}`,
        `${tree.look.name} · ${mast?.type ?? ''}`,
      ),
      el(
        'h1',
        { style: `margin:6px 0 2px;font-size:26px;line-height:32px;color:${theme.brandInk};word-break:break-word` },
        mast?.site ?? '',
      ),
      p(`font-size:15px;line-height:22px;color:${theme.brandInk}`, mast?.period ?? ''),
    ),
    row(`${side};padding-top:24px;font-size:15px;line-height:23px;color:${theme.ink}`, greeting),
    verdict === null
      ? null
      : row(
          `${side};padding-top:18px`,
          el(
            'h2',
            { style: `margin:0;font-size:20px;line-height:28px;color:${theme.tones[verdict.shade].ink}` },
            verdict.word,
          ),
          p(`font-size:15px;line-height:23px;color:${theme.ink}`, verdict.reason),
        ),
    figures.length === 0
      ? null
      : row(
          'padding:16px 24px 0',
          p(
            `font-size:12px;line-height:18px;color:${theme.quiet};padding:0 4px 4px`,
            partOf(tree, 'tiles')?.compared ?? '',
          ),
          grid(
            'table-layout:fixed',
            el(
              'tr',
              {},
              figures.map((figure) => kpi(figure, theme)),
            ),
          ),
        ),
    row(
      `${side};padding-top:18px`,
      chart === null
        ? null
        : el('h2', { style: `margin:0 0 6px;font-size:15px;line-height:22px;color:${theme.ink}` }, chart.title),
      el('img', {
        src: 'cid:figures',
        width: 544,
        alt: chart === null ? words.say('first.figures') : words.say('mail.picture', { alt: chart.alt }),
        style: 'display:block;width:100%;max-width:544px;height:auto;border:0',
      }),
    ),
    said.map(({ title, text }) =>
      row(
        `${side};padding-top:16px`,
        el('h2', { style: `margin:0;font-size:14px;line-height:20px;color:${theme.accent}` }, title),
        p(`font-size:15px;line-height:23px;color:${theme.ink}`, text),
      ),
    ),
    needs.length === 0
      ? null
      : row(
          `${side};padding-top:16px`,
          el(
            'h2',
            { style: `margin:0;font-size:14px;line-height:20px;color:${theme.accent}` },
            partOf(tree, 'needs')?.title ?? '',
          ),
          needs.map(({ text, href, since }) =>
            el(
              'p',
              { style: `margin:0;font-size:15px;line-height:23px;color:${theme.ink}` },
              isLink(href) ? el('a', { href, style: `color:${theme.accent}` }, text) : text,
              el('span', { style: `color:${theme.quiet};font-size:13px` }, ` · ${since}`),
            ),
          ),
        ),
    row(
      `${side};padding-top:24px;padding-bottom:28px`,
      isLink(links.page) ? [button(links.page, words.say('link.read'), theme), ' '] : null,
      isLink(links.pdf) && !isLink(links.page) ? button(links.pdf, words.say('link.pdf'), theme) : null,
      isLink(links.pdf) && isLink(links.page)
        ? el('a', { href: links.pdf, style: `font-size:14px;color:${theme.accent}` }, words.say('link.pdf'))
        : null,
    ),
    row(
      `${side};padding-top:16px;padding-bottom:24px;border-top:1px solid ${theme.rule};font-size:12px;line-height:18px;color:${theme.quiet}`,
      p('', [tree.foot.text ?? tree.foot.name, ...tree.foot.contact.map(({ text }) => text)].join(' · ')),
      p('', tree.foot.log),
      p('padding-top:8px', words.say('mail.why', { site: mast?.site ?? '' })),
      isLink(links.unsubscribe)
        ? el('a', { href: links.unsubscribe, style: `color:${theme.quiet}` }, words.say('link.unsubscribe'))
        : null,
    ),
  );
  const page = el(
    'html',
    { lang: tree.language, dir: tree.direction },
    el(
      'head',
      {},
      el('meta', { charset: 'utf-8' }),
      el('meta', { name: 'viewport', content: 'width=device-width' }),
      el('title', {}, tree.title),
    ),
    el(
      'body',
      { style: `margin:0;padding:0;background-color:${theme.surface}` },
      grid(
        `background-color:${theme.surface}`,
        el('tr', {}, el('td', { align: 'center', style: 'padding:24px 10px' }, body)),
      ),
    ),
  );
  return raw(`<!doctype html>\n${page.html}\n`).html;
}
