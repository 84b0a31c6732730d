import { type Box, box } from '#adapters/render/box';
import type { Foot, ReportTree } from '../tree/tree.ts';
import { firstHeader, logoBox } from './mast.ts';
import { MARGIN, type Sheet, words } from './sheet.ts';

const bar = {
  marginLeft: MARGIN.sides,
  alignItems: 'center',
  justifyContent: 'space-between',
};

/** Above the first page the brand's colour goes on to the edge; above the others stands whose report it is. */
export function header(page: number, tree: ReportTree, sheet: Sheet): Box {
  const { theme } = sheet;
  const { look, parts } = tree;
  const mast = parts.find((part) => part.kind === 'masthead');
  if (page === 1 && mast) return firstHeader(mast, look, sheet);
  const small = { fontSize: 8, color: theme.quiet, lineHeight: 1.3 };
  return box({ flexDirection: 'column', width: sheet.page, height: MARGIN.top }, [
    box({ width: sheet.page, height: 4, backgroundColor: theme.accent }),
    box({ width: sheet.width, height: MARGIN.top - 14, ...bar }, [
      look.logo === null
        ? words(
            { fontSize: 10, fontWeight: 700, color: theme.accent, maxWidth: sheet.width / 2, maxHeight: 28 },
            look.name,
          )
        : logoBox(look.logo, look.name, { width: 96, height: 17 }),
      words(
        { ...small, maxWidth: sheet.width / 2, justifyContent: 'flex-end', textAlign: 'right' },
        shortened(tree.title),
      ),
    ]),
  ]);
}
/** Names stand whole on the first page; above the others there is one line for them. */
const LONGEST = 90;
const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${[...text].slice(0, LONGEST - 1).join('')}…`;

export function footer(page: number, pages: number, foot: Foot, sheet: Sheet): Box {
  const { theme } = sheet;
  const small = { fontSize: 7.5, color: theme.quiet, lineHeight: 1.35 };
  const contact = [foot.text ?? foot.name, ...foot.contact.map(({ text }) => text)].join(' · ');
  return box({ flexDirection: 'column', width: sheet.page, height: MARGIN.bottom }, [
    box({ width: sheet.width, height: 0.75, marginLeft: MARGIN.sides, backgroundColor: theme.rule, marginTop: 6 }),
    box({ width: sheet.width, height: MARGIN.bottom - 14, ...bar }, [
      words({ ...small, width: sheet.width - 170 }, contact),
      box({ flexDirection: 'column', alignItems: 'flex-end', width: 160 }, [
        words({ ...small, fontWeight: 600, color: theme.ink }, foot.page(page, pages)),
        words(small, foot.log),
      ]),
    ]),
  ]);
}
