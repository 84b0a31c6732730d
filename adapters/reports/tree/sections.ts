import type { SectionData } from '#domain/reports/report-data';
import type { Comment, ReportDocument } from '#domain/reports/report-document';
import { REPORT_SECTIONS, type ReportSection } from '#domain/services/service-config';
import { shadeOfFlag } from '../theme.ts';
import { chartShown, isDrawable } from './charts-shown.ts';
import { figureShown } from './figures.ts';
import { tableShown } from './tables.ts';
import type { CommentsPart, FlagShown, Section, SectionPart } from './tree.ts';
import { type Words, zoneOf } from './words.ts';

/** The word says what the colour says. */
export const flagShown = ({ flag }: SectionData, words: Words): FlagShown | null =>
  flag === null ? null : { word: words.say(`flag.${flag}`), shade: shadeOfFlag(flag) };

export function comments(all: readonly Comment[], document: ReportDocument, words: Words): CommentsPart | null {
  if (all.length === 0) return null;
  const when = ({ at }: Comment): string => words.formats.moment(at, zoneOf(document));
  return {
    kind: 'comments',
    title: words.say('comment.title'),
    items: all.map((each) => ({
      text: each.text,
      by: words.say('comment.by', { author: each.author, when: when(each) }),
    })),
  };
}

function sourceOf({ source, data_to }: SectionData, words: Words): string {
  const from = words.say('part.source', { source });
  return data_to === null ? from : `${from} · ${words.say('part.data_to', { day: words.formats.day(data_to) })}`;
}

/** What shows the claim; where there is nothing to show, why. */
export function shownBy(key: string, data: SectionData, document: ReportDocument, words: Words): SectionPart[] {
  if (data.empty_reason !== null) return [{ kind: 'empty', title: words.say('part.empty'), reason: data.empty_reason }];
  const { compared } = document.data;
  const figures = data.figures.map((figure) => figureShown(figure, compared, words));
  return [
    ...(figures.length > 0 ? [{ kind: 'figures' as const, figures }] : []),
    ...data.charts.filter(isDrawable).map((chart, n) => chartShown(chart, `c-${key}-${n + 1}`, words)),
    ...data.tables.map((table) => tableShown(table, document.site_domain, words)),
  ];
}

export const idOf = (key: string): string => `s-${key.replaceAll('_', '-')}`;

function sectionOf(key: ReportSection, data: SectionData, document: ReportDocument, words: Words): Section {
  const said = comments(
    document.comments.filter(({ section }) => section === key),
    document,
    words,
  );
  return {
    kind: 'section',
    id: idOf(key),
    key,
    title: words.name('section', key),
    flag: flagShown(data, words),
    rule: data.rule === null ? null : words.named(words.say('flag.rule'), data.rule),
    parts: [
      ...(data.claim === '' ? [] : [{ kind: 'claim' as const, text: data.claim }]),
      ...shownBy(key, data, document, words),
      ...(data.next === null ? [] : [{ kind: 'next' as const, title: words.say('part.next'), text: data.next }]),
      ...(said === null ? [] : [said]),
      { kind: 'source' as const, text: sourceOf(data, words) },
    ],
  };
}

/** All but the summary, which is the first page. */
export function sections(document: ReportDocument, words: Words): Section[] {
  return REPORT_SECTIONS.flatMap((key) => {
    const data = document.data.sections[key];
    return data === undefined || key === 'executive_summary' ? [] : [sectionOf(key, data, document, words)];
  });
}
