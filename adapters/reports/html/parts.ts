import { ICONS, type Icon } from '../icons.ts';
import type { Change, CommentsPart, FigureShown, FlagShown, Goals, TablePart } from '../tree/tree.ts';
import { el, type Html, linked, raw } from './element.ts';

/** An icon says nothing that does not also stand in words. */
export const icon = (name: Icon): Html =>
  raw(
    `<svg class="icon" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path fill-rule="evenodd" d="${ICONS[name]}"/></svg>`,
  );

export const badge = (flag: FlagShown): Html =>
  el('span', { class: `badge ${flag.shade}` }, icon(flag.shade), flag.word);

const changed = ({ direction, shade, absolute, percent, word }: Change): Html =>
  el(
    'b',
    { class: shade },
    icon(direction),
    [absolute, percent === null ? null : `(${percent})`, word].filter((text) => text !== null).join(' '),
  );

export const tiles = (figures: readonly FigureShown[]): Html =>
  el(
    'dl',
    { class: 'tiles' },
    figures.map(({ name, value, compared }) =>
      el(
        'div',
        { class: 'tile' },
        el('dt', {}, name),
        el('dd', { class: 'value' }, el('bdi', {}, value)),
        compared.map(({ change, against }) =>
          el('dd', { class: 'cmp' }, change === null ? null : changed(change), el('span', {}, against)),
        ),
      ),
    ),
  );

export const comments = ({ title, items }: CommentsPart, level: 'h2' | 'h3'): Html =>
  el(
    'aside',
    { class: 'comment' },
    el(level, {}, title),
    items.map(({ text, by }) => el('blockquote', { dir: 'auto' }, text, el('footer', {}, by))),
  );

const classOf = (column: TablePart['columns'][number] | undefined): string | null =>
  column?.numeric ? 'n' : column?.wraps ? 't' : column?.whole ? 'd' : null;

export function table({ title, columns, rows, remark }: TablePart): Html {
  const cell = (row: TablePart['rows'][number], n: number): Html => {
    const { text, href, shade, arrow, state } = row[n] ?? { text: '' };
    const inside =
      arrow !== undefined
        ? el('span', { class: `chg ${shade ?? 'plain'}` }, icon(arrow), text)
        : state && shade
          ? badge({ word: text, shade })
          : linked(href, text);
    const attributes = { class: classOf(columns[n]) };
    return n === 0 ? el('th', { scope: 'row', ...attributes }, inside) : el('td', attributes, inside);
  };
  const head = el(
    'tr',
    {},
    columns.map(({ name, numeric }) => el('th', { scope: 'col', class: numeric ? 'n' : null }, name)),
  );
  return el(
    'div',
    {},
    rows.length === 0
      ? el('h3', {}, title)
      : el(
          'div',
          { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': title },
          el(
            'table',
            {},
            el('caption', {}, title),
            el('thead', {}, head),
            el(
              'tbody',
              {},
              rows.map((row) =>
                el(
                  'tr',
                  {},
                  columns.map((_, n) => cell(row, n)),
                ),
              ),
            ),
          ),
        ),
    remark === null ? null : el('p', { class: 'after' }, remark),
  );
}

/** How much of the way to a goal is done; the numbers stand beside it. */
const way = (done: number, shade: string): Html =>
  raw(
    `<svg class="way" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="4" fill="var(--rule)"/><rect width="${Math.round(done * 1000) / 10}" height="4" fill="var(--${shade})"/></svg>`,
  );
export const goals = ({ items }: Goals): Html =>
  el(
    'ul',
    { class: 'goals' },
    items.map(({ metric, now, aim, from, pace, shade, done }) =>
      el(
        'li',
        {},
        el('div', { class: 'row' }, el('span', { class: 'metric' }, metric), badge({ word: pace, shade })),
        done === null ? null : way(done, shade),
        el('div', { class: 'row small' }, el('span', {}, `${now} · ${from}`), el('span', {}, aim)),
      ),
    ),
  );
