import { type Box, box } from '#adapters/render/box';
import type { Block } from '#adapters/render/pages';
import type {
  CommentsPart,
  ContentsPart,
  FigureShown,
  Goals,
  Highlights,
  Needs,
  Tiles,
  Verdict,
} from '../tree/tree.ts';
import { badge, card, changed, icon, rowsOf, type Sheet, tone, words } from './sheet.ts';

const VERDICTS = { improving: 'up', stable: 'same', declining: 'down', none: 'plain' } as const;

export function verdict(part: Verdict, sheet: Sheet): Block[] {
  const { theme, width } = sheet;
  const color = tone(part.shade, sheet);
  const head = box({ flexDirection: 'column', width, paddingBottom: 6 }, [
    box({ width, alignItems: 'center' }, [
      icon(VERDICTS[part.verdict ?? 'none'], 13, color),
      box({ width: 8 }),
      words(
        { fontSize: 21, fontWeight: 700, lineHeight: 1.25, letterSpacing: -0.3, width: width - 21 - 100 },
        part.word,
        { tag: 'H2' },
      ),
      words({ fontSize: 8.5, fontWeight: 600, color: theme.quiet, width: 100, justifyContent: 'flex-end' }, part.title),
    ]),
    words({ fontSize: 9.5, color: theme.quiet, width, paddingTop: 3 }, part.reason),
  ]);
  const said: Block[] =
    part.summary === null
      ? []
      : [{ box: words({ fontSize: 10.5, lineHeight: 1.5, width, paddingBottom: 3 }, part.summary), flows: true }];
  const remarks = part.remarks.map((text): Block => {
    const bar = box({ width: 2.5, backgroundColor: theme.rule, flexShrink: 0 });
    return {
      box: box({ width, paddingTop: 5 }, [
        bar,
        words({ fontSize: 8, color: theme.quiet, paddingLeft: 8, width: width - 3 }, text),
      ]),
    };
  });
  return [{ box: head, keepNext: true }, ...said, ...remarks];
}

/** A heading of the first page, and of what stands in it. */
export const heading = (text: string, { width }: Sheet, more: Readonly<Record<string, number>> = {}): Box =>
  words({ fontSize: 11, fontWeight: 700, width, paddingBottom: 5, lineHeight: 1.3, ...more }, text, { tag: 'H2' });

export function highlights({ items }: Highlights, sheet: Sheet): Block {
  const { theme, width } = sheet;
  const each = (width - 12) / 2;
  const cards = items.map(({ icon: sign, title, text }, n) =>
    card(
      {
        flexDirection: 'column',
        width: each,
        marginLeft: n === 0 ? 0 : 12,
        padding: '10px 12px',
        backgroundColor: theme.tint,
        borderRadius: 8,
      },
      [
        box({ width: each - 24, alignItems: 'center', paddingBottom: 3 }, [
          icon(sign, 9, theme.accent),
          box({ width: 6 }),
          words({ fontSize: 9, fontWeight: 700, color: theme.accent, width: each - 40 }, title, { tag: 'H2' }),
        ]),
        words({ fontSize: 9.5, width: each - 24 }, text),
      ],
    ),
  );
  return { box: box({ width, paddingTop: 9, alignItems: 'stretch' }, cards) };
}

const needLine = ({ kind, text, since, href }: Needs['items'][number], width: number, { theme }: Sheet): Box =>
  box(
    { flexDirection: 'column', width, paddingBottom: 6 },
    [
      words(
        { fontSize: 9, fontWeight: 600, width, lineHeight: 1.35, ...(href === null ? {} : { color: theme.accent }) },
        text,
        { href },
      ),
      words({ fontSize: 8, color: theme.quiet, width }, `${kind} · ${since}`),
    ],
    { 'data-tag': 'LI' },
  );

const goalLine = (goal: Goals['items'][number], width: number, sheet: Sheet): Box => {
  const { theme } = sheet;
  const small = { fontSize: 8, color: theme.quiet };
  const way =
    goal.done === null
      ? null
      : box({ width, height: 4, borderRadius: 2, backgroundColor: theme.rule, marginTop: 3, marginBottom: 3 }, [
          box({
            width: Math.max(0.5, width * goal.done),
            height: 4,
            borderRadius: 2,
            backgroundColor: tone(goal.shade, sheet),
          }),
        ]);
  return box(
    { flexDirection: 'column', width, paddingBottom: 7 },
    [
      box({ width, justifyContent: 'space-between', alignItems: 'center' }, [
        words({ fontSize: 9, fontWeight: 600, width: width - 95, lineHeight: 1.3 }, goal.metric),
        badge({ word: goal.pace, shade: goal.shade }, sheet, 92),
      ]),
      way,
      box({ width, justifyContent: 'space-between' }, [
        words({ ...small, maxWidth: width / 2 }, `${goal.now} · ${goal.from}`),
        words({ ...small, maxWidth: width / 2, justifyContent: 'flex-end' }, goal.aim),
      ]),
    ],
    { 'data-tag': 'LI' },
  );
};

/** More than this many are set one below the other, so that pages can break between them. */
const BESIDE = 4;
/** What we need, and the goals: side by side where both are short. */
export function needsAndGoals(needs: Needs, goals: Goals, sheet: Sheet): Block[] {
  const { theme, width } = sheet;
  const beside = needs.items.length <= BESIDE && goals.items.length <= BESIDE;
  const each = beside ? (width - 22) / 2 : width;
  const none = (text: string): Box => words({ fontSize: 9, color: theme.quiet, width: each }, text);
  const inEach = { ...sheet, width: each };
  const needed = needs.none === null ? needs.items.map((item) => needLine(item, each, sheet)) : [none(needs.none)];
  const aimed = goals.none === null ? goals.items.map((item) => goalLine(item, each, sheet)) : [none(goals.none)];
  if (beside) {
    const column = (title: string, lines: readonly Box[], left: number): Box =>
      box({ flexDirection: 'column', width: each, marginLeft: left }, [heading(title, inEach), ...lines]);
    return [{ box: box({ width, paddingTop: 11 }, [column(needs.title, needed, 0), column(goals.title, aimed, 22)]) }];
  }
  const list = (title: string, lines: readonly Box[]): Block[] => [
    { box: heading(title, sheet, { paddingTop: 12 }), keepNext: true },
    ...lines.map((line): Block => ({ box: line })),
  ];
  return [...list(needs.title, needed), ...list(goals.title, aimed)];
}

const ACROSS = 4;
const BETWEEN = 8;
/** Numbers with what they are compared to, four in a row. */
export function tileRows(figures: readonly FigureShown[], sheet: Sheet): Block[] {
  const { theme, width } = sheet;
  const across = figures.length === 3 || figures.length === 5 || figures.length === 6 ? 3 : ACROSS;
  const each = (width - (across - 1) * BETWEEN) / across;
  const room = each - 20;
  const tile = ({ name, value, compared }: FigureShown, n: number): Box =>
    card(
      {
        flexDirection: 'column',
        width: each,
        marginLeft: n === 0 ? 0 : BETWEEN,
        padding: '7px 10px',
        backgroundColor: theme.surface,
        borderRadius: 8,
      },
      [
        words({ fontSize: 8, color: theme.quiet, width: room, lineHeight: 1.3 }, name),
        words(
          {
            fontSize: value.length > 11 ? 13 : 18,
            fontWeight: 700,
            width: room,
            lineHeight: 1.25,
            letterSpacing: -0.3,
            paddingBottom: 2,
          },
          value,
        ),
        ...compared.map(({ change, against }) =>
          box({ flexDirection: 'column', width: room, paddingTop: 1.5 }, [
            change === null ? null : changed(change, sheet, room),
            words({ fontSize: 7.5, color: theme.quiet, width: room, lineHeight: 1.3, paddingLeft: 8 }, against),
          ]),
        ),
      ],
      { 'data-tag': 'LI' },
    );
  return rowsOf(figures, across).map((row) => ({
    box: box({ width, paddingBottom: BETWEEN, alignItems: 'stretch' }, row.map(tile)),
  }));
}

export function tiles(part: Tiles, sheet: Sheet): Block[] {
  const head = box({ flexDirection: 'column', paddingTop: 3, paddingBottom: 6 }, [
    heading(part.title, sheet, { paddingBottom: 1 }),
    words({ fontSize: 8, color: sheet.theme.quiet, width: sheet.width }, part.compared),
  ]);
  return part.figures.length === 0 ? [] : [{ box: head, keepNext: true }, ...tileRows(part.figures, sheet)];
}

/** What the account manager says, apart from what the numbers say. */
/** Characters of a comment that is not broken over pages. */
const SHORT = 600;

export function comments({ title, items }: CommentsPart, { theme, width }: Sheet): Block[] {
  const bar = (): Box => box({ width: 3, backgroundColor: theme.accent, flexShrink: 0 });
  const inside = width - 3 - 24;
  return items.map(({ text, by }, n) => ({
    box: box({ width, paddingTop: n === 0 ? 6 : 0 }, [
      bar(),
      card({ flexDirection: 'column', width: width - 3, padding: '8px 12px', backgroundColor: theme.tint }, [
        n === 0
          ? words({ fontSize: 8.5, fontWeight: 700, color: theme.accent, width: inside, paddingBottom: 2 }, title, {
              tag: 'H3',
            })
          : null,
        words({ fontSize: 9.5, width: inside }, text),
        words({ fontSize: 8, color: theme.quiet, width: inside, paddingTop: 2 }, by),
      ]),
    ]),
    // What is short stands whole; a long one may go over the page's end.
    flows: text.length > SHORT,
  }));
}

/** Where everything stands, with its flag and its page. */
export function contents(part: ContentsPart, sheet: Sheet): Block[] {
  const { theme, width } = sheet;
  const line = ({ id, title, flag }: ContentsPart['items'][number], page: string): Box =>
    box(
      { flexDirection: 'column', width, height: 23 },
      [
        box({ width, height: 22, alignItems: 'center' }, [
          words({ fontSize: 9.5, fontWeight: 600, width: width - 170, lineHeight: 1.3 }, title, { href: `#${id}` }),
          box({ width: 130 }, flag === null ? [] : [badge(flag, sheet)]),
          words({ fontSize: 9.5, width: 40, justifyContent: 'flex-end', fontVariantNumeric: 'tabular-nums' }, page, {
            num: true,
            href: `#${id}`,
          }),
        ]),
        box({ width, height: 0.75, backgroundColor: theme.rule }),
      ],
      { 'data-tag': 'LI' },
    );
  return [
    { box: heading(part.title, sheet, { fontSize: 13, paddingTop: 16 }), keepNext: true },
    ...part.items.map(
      (item): Block => ({ box: line(item, '00'), numbered: (pageOf) => line(item, String(pageOf(item.id))) }),
    ),
  ];
}
