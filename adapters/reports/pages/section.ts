import { type Box, box } from '#adapters/render/box';
import type { Block } from '#adapters/render/pages';
import type { Formats } from '#domain/reports/language/formats';
import { chartDrawing } from '../charts/draw.ts';
import type { ChartPart, LogPart, Notes, Section, SectionPart } from '../tree/tree.ts';
import { comments, tileRows } from './first.ts';
import { badge, card, lead, type Sheet, words } from './sheet.ts';
import { table } from './table.ts';

/** The heading with its flag, and how that comes about. */
function head({ title, flag, rule }: Section, sheet: Sheet): Box {
  const { theme, width } = sheet;
  return box({ flexDirection: 'column', width, paddingBottom: 7 }, [
    box({ width: 30, height: 3, borderRadius: 1.5, backgroundColor: theme.accent, marginBottom: 7 }),
    box({ width, justifyContent: 'space-between', alignItems: 'center' }, [
      words({ fontSize: 17, fontWeight: 700, lineHeight: 1.25, letterSpacing: -0.3, width: width - 140 }, title, {
        tag: 'H2',
      }),
      flag === null ? null : badge(flag, sheet),
    ]),
    rule === null ? null : words({ fontSize: 8, color: theme.quiet, width, paddingTop: 2 }, rule),
  ]);
}

export const small = (title: string, { width }: Sheet): Box =>
  words({ fontSize: 9.5, fontWeight: 700, width, paddingTop: 6, paddingBottom: 5 }, title, { tag: 'H3' });

function chart(part: ChartPart, sheet: Sheet, formats: Formats): Block[] {
  const { width } = sheet;
  const { svg, height } = chartDrawing({ part, theme: sheet.theme, formats, width });
  const drawn = box({ width, height: height + 6 }, [
    box({ width, height }, undefined, { 'data-chart': svg, 'data-alt': part.alt }),
  ]);
  return [{ box: small(part.title, sheet), keepNext: true }, { box: drawn }];
}

function partBlocks(part: SectionPart, sheet: Sheet, formats: Formats): Block[] {
  const { theme, width } = sheet;
  switch (part.kind) {
    case 'claim':
      return [
        {
          box: words({ fontSize: 11, lineHeight: 1.5, width, paddingBottom: 9 }, part.text),
          flows: true,
          keepNext: true,
        },
      ];
    case 'empty':
      return [
        {
          box: card(
            {
              flexDirection: 'column',
              width,
              padding: '12px 14px',
              backgroundColor: theme.surface,
              borderRadius: 8,
              marginBottom: 6,
            },
            [
              words({ fontSize: 9.5, fontWeight: 700, width: width - 28 }, part.title, { tag: 'H3' }),
              words({ fontSize: 9.5, color: theme.quiet, width: width - 28 }, part.reason),
            ],
          ),
        },
      ];
    case 'figures':
      return tileRows(part.figures, sheet);
    case 'chart':
      return chart(part, sheet, formats);
    case 'table':
      return [{ box: small(part.title, sheet), keepNext: 3 }, ...table(part, sheet)];
    case 'next':
      return [
        {
          box: box({ width, paddingTop: 9 }, [
            card(
              { flexDirection: 'column', width, padding: '9px 12px', backgroundColor: theme.surface, borderRadius: 8 },
              [
                words({ fontSize: 8.5, fontWeight: 700, width: width - 24, paddingBottom: 1 }, part.title, {
                  tag: 'H3',
                }),
                words({ fontSize: 9.5, width: width - 24 }, part.text),
              ],
            ),
          ]),
          keepNext: true,
        },
      ];
    case 'comments':
      return comments(part, sheet).map((block) => ({ ...block, keepNext: true }));
    case 'source':
      return [{ box: words({ fontSize: 7.5, color: theme.quiet, width, paddingTop: 7 }, part.text) }];
  }
}

const BEFORE = 12;
export const section = (part: Section, sheet: Sheet, formats: Formats): Block[] => [
  lead(BEFORE),
  { box: head(part, sheet), keepNext: 2, anchor: part.id, bookmark: { title: part.title, level: 2 } },
  ...part.parts.flatMap((each) => partBlocks(each, sheet, formats)),
];

/** A part of the end: its heading, with an anchor. */
const ending = (id: string, title: string, sheet: Sheet): Block[] => [
  lead(BEFORE),
  {
    box: box({ flexDirection: 'column', width: sheet.width, paddingBottom: 6 }, [
      box({ width: 30, height: 3, borderRadius: 1.5, backgroundColor: sheet.theme.accent, marginBottom: 7 }),
      words({ fontSize: 14, fontWeight: 700, width: sheet.width, lineHeight: 1.25 }, title, { tag: 'H2' }),
    ]),
    keepNext: true,
    anchor: id,
    bookmark: { title, level: 2 },
  },
];

export function notes(part: Notes, sheet: Sheet): Block[] {
  const { theme, width } = sheet;
  return [
    ...ending(part.id, part.title, sheet),
    ...part.items.map(
      ({ number, day, text }): Block => ({
        box: box(
          { width, paddingBottom: 5, alignItems: 'flex-start' },
          [
            box(
              {
                width: 15,
                height: 15,
                borderRadius: 7.5,
                backgroundColor: theme.ink,
                alignItems: 'center',
                justifyContent: 'center',
                flexShrink: 0,
              },
              [words({ fontSize: 8, fontWeight: 700, color: theme.page, lineHeight: 1.2 }, String(number))],
            ),
            words({ fontSize: 8.5, color: theme.quiet, width: 84, paddingLeft: 8, paddingTop: 1 }, day),
            words({ fontSize: 9.5, width: width - 100 }, text),
          ],
          { 'data-tag': 'LI' },
        ),
      }),
    ),
  ];
}

export function log(part: LogPart, sheet: Sheet): Block[] {
  const { theme, width } = sheet;
  const inside = width - 32;
  const lengths = part.facts.map(({ name, value }) => Math.max(name.length, value.length) + 6);
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const facts = part.facts.map(({ name, value }, n) => {
    const each = (inside * (lengths[n] ?? 0)) / all;
    return box({ flexDirection: 'column', width: each }, [
      words({ fontSize: 8, color: theme.quiet, width: each - 8 }, name),
      words({ fontSize: 10.5, fontWeight: 700, width: each - 8 }, value),
    ]);
  });
  return [
    ...ending(part.id, part.title, sheet),
    {
      box: card(
        { flexDirection: 'column', width, padding: '14px 16px', backgroundColor: theme.surface, borderRadius: 8 },
        [words({ fontSize: 9.5, width: inside, paddingBottom: 10 }, part.text), box({ width: inside }, facts)],
      ),
    },
  ];
}
