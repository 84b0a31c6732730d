import { type Box, box } from '#adapters/render/box';
import type { Block } from '#adapters/render/pages';
import type { Look } from '#domain/reports/report-document';
import type { Masthead } from '../tree/tree.ts';
import { card, MARGIN, type Sheet, words } from './sheet.ts';

const LOGO = { width: 168, height: 30 } as const;

/** A logo in its own proportions, as large as fits; on white, which logos are made for. */
export function logoBox(
  logo: NonNullable<Look['logo']>,
  name: string,
  room: { width: number; height: number } = LOGO,
): Box {
  const scale = Math.min(room.width / logo.width, room.height / logo.height);
  return box({ backgroundColor: '#ffffff', borderRadius: 6, padding: '5px 8px', flexShrink: 0 }, [
    box({ width: Math.max(1, logo.width * scale), height: Math.max(1, logo.height * scale) }, undefined, {
      'data-image': { type: logo.type, base64: logo.base64 },
      'data-alt': name,
    }),
  ]);
}

/** Long names are set smaller: they stay whole and leave the first page room for what is said. */
const sizeOf = (name: string): number =>
  name.length <= 28 ? 30 : name.length <= 60 ? 23 : name.length <= 110 ? 16 : 13;

/** The head of the first page, from edge to edge in the brand's colour; it goes on from what stands above it. */
export function masthead(part: Masthead, sheet: Sheet): Block {
  const { theme, width, page } = sheet;
  const mast = card(
    {
      flexDirection: 'column',
      width: page,
      marginLeft: -MARGIN.sides,
      paddingLeft: MARGIN.sides,
      paddingRight: MARGIN.sides,
      // No seam where it goes on from what stands above.
      marginTop: -1,
      paddingTop: 7,
      paddingBottom: 16,
      backgroundColor: theme.brand,
    },
    [
      words({ fontSize: 10.5, fontWeight: 600, color: theme.brandQuiet, width }, `${part.type} · ${part.period}`),
      words(
        {
          fontSize: sizeOf(part.site),
          fontWeight: 700,
          color: theme.brandInk,
          width,
          lineHeight: 1.15,
          letterSpacing: -0.4,
          paddingTop: 2,
        },
        part.site,
        { tag: 'H1' },
      ),
      words(
        { fontSize: 8.5, color: theme.brandQuiet, width, paddingTop: 3 },
        `${part.domain} · ${part.prepared_for} · ${part.prepared_by}`,
      ),
    ],
  );
  const rule =
    theme.brandRule === null
      ? null
      : box({ width: page, height: 1, marginLeft: -MARGIN.sides, backgroundColor: theme.brandRule });
  return {
    box: box({ flexDirection: 'column', paddingBottom: 10 }, [mast, rule]),
    bookmark: { title: part.type, level: 1 },
  };
}

/** What stands above it on the first page: whose report it is, and which. */
export function firstHeader({ log, version }: Masthead, look: Look, { theme, width, page }: Sheet): Box {
  const quiet = { fontSize: 8, color: theme.brandQuiet, lineHeight: 1.35, justifyContent: 'flex-end' };
  return card(
    {
      width: page,
      height: MARGIN.top,
      paddingLeft: MARGIN.sides,
      paddingRight: MARGIN.sides,
      alignItems: 'center',
      justifyContent: 'space-between',
      backgroundColor: theme.brand,
    },
    [
      look.logo === null
        ? words({ fontSize: 13, fontWeight: 700, color: theme.brandInk, maxWidth: width - 180 }, look.name)
        : logoBox(look.logo, look.name),
      box({ flexDirection: 'column', alignItems: 'flex-end', width: 160 }, [
        words({ ...quiet, fontWeight: 600 }, log),
        words(quiet, version),
      ]),
    ],
  );
}
