import { type Box, box, type Style, type Tag } from '#adapters/render/box';
import { printable } from '#adapters/render/fonts';
import { type Block, columnOf, SIZES, type Size } from '#adapters/render/pages';
import type { Color } from '#domain/reports/colors';
import { escaped } from '../charts/svg.ts';
import { ICONS, type Icon } from '../icons.ts';
import type { Shade, Theme } from '../theme.ts';
import type { Change, FlagShown } from '../tree/tree.ts';

/** Room around the column, in points. */
export const MARGIN = { top: 52, bottom: 42, sides: 46 } as const;
export const widthOf = (size: Size): number => SIZES[size].width;
export const columnWidth = (size: Size): number => Math.floor(columnOf({ size, margin: MARGIN }).width);

/** What all pieces of a page are made with. */
export type Sheet = { readonly theme: Theme; readonly width: number; readonly page: number };

type More = { readonly tag?: Tag; readonly num?: boolean; readonly href?: string | null | undefined };
/** A text, whole, broken where it must be; nothing of it is ever left out. */
export const words = (style: Style, text: string, { tag = 'P', num, href }: More = {}): Box =>
  box({ wordBreak: 'break-word', lineHeight: 1.45, ...style }, printable(text), {
    'data-tag': tag,
    ...(num ? { 'data-num': true } : {}),
    ...(href === null || href === undefined ? {} : { 'data-href': href }),
  });

/** A box whose width includes the room around what is in it. */
export const card = (style: Style, children: readonly (Box | null)[], more: Parameters<typeof box>[2] = {}): Box =>
  box({ boxSizing: 'border-box', ...style }, children, more);

/** A sign, drawn; it says nothing that does not also stand in words. */
export const icon = (name: Icon, size: number, color: Color): Box =>
  box({ width: size, height: size, flexShrink: 0 }, undefined, {
    'data-chart': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12" width="${size}" height="${size}"><path fill="${escaped(color)}" fill-rule="evenodd" d="${ICONS[name]}"/></svg>`,
  });

/** A state in one word, with its sign. */
export function badge({ word, shade }: FlagShown, { theme }: Sheet, most = 130): Box {
  const { ink, ground } = theme.tones[shade];
  return card(
    {
      backgroundColor: ground,
      borderRadius: 9,
      paddingLeft: 7,
      paddingRight: 9,
      paddingTop: 2.5,
      paddingBottom: 2.5,
      alignItems: 'center',
      flexShrink: 0,
      maxWidth: most,
    },
    [
      icon(shade, 6.5, ink),
      box({ width: 4 }),
      words({ fontSize: 8, fontWeight: 600, color: ink, lineHeight: 1.3, maxWidth: most - 28 }, word),
    ],
  );
}

/** How a number moved: its sign, how far, and where lower is better, whether that is good. */
export function changed({ direction, shade, absolute, percent, word }: Change, { theme }: Sheet, width: number): Box {
  const { ink } = theme.tones[shade];
  const text = [absolute, percent === null ? null : `(${percent})`, word].filter((part) => part !== null).join(' ');
  return box({ alignItems: 'flex-start', width }, [
    box({ paddingTop: 2.2, width: 8 }, [icon(direction, 5.5, ink)]),
    words(
      {
        fontSize: 7.5,
        fontWeight: 600,
        color: ink,
        width: width - 8,
        lineHeight: 1.3,
        fontVariantNumeric: 'tabular-nums',
      },
      text,
      {
        num: true,
      },
    ),
  ]);
}

/** Room that does not end a page. */
export const lead = (height: number): Block => ({ box: box({ height }), keepNext: true });

export const tone = (shade: Shade, { theme }: Sheet): Color => theme.tones[shade].ink;
/** Cut into rows of that many. */
export const rowsOf = <T>(all: readonly T[], across: number): (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / across) }, (_, n) => all.slice(n * across, (n + 1) * across));
