import { type Color, contrast, inkOn, mixed, readable } from '#domain/reports/colors';
import type { BrandColors } from '../brand.ts';
import type { PageCharts } from '../charts.ts';
import { GROUNDS } from './tokens.ts';

/** How much a colour differs from white paper to a reader, from 1 to 21. */
export const contrastToWhite = (color: Color): number => contrast(color, '#ffffff');

/** A little more than text needs. */
const LEAST = 4.6;
/** So much of the accent is in its tint. */
const TINT = { light: 0.08, dark: 0.22 } as const;

/** The accent, what is written on it, and a tint to write it on: the brand's colour, moved only as far as it must be to be read on all of them. */
export function accentOf(color: Color, mode: 'light' | 'dark'): Readonly<Record<'accent' | 'ink' | 'tint', Color>> {
  const { page, ground } = GROUNDS[mode];
  const tint = mixed(page, readable(color, [page, ground], LEAST), TINT[mode]);
  const accent = readable(color, [page, ground, tint], LEAST);
  return { accent, ink: inkOn(accent), tint };
}

/** What pages look like in an agency's colours, by day and by night: accent and charts. Loaded after the one style sheet. */
export function brandStyle(colors: BrandColors, charts: Pick<PageCharts, 'cssOf'>): string {
  const properties = (mode: 'light' | 'dark'): string => {
    const { accent, ink, tint } = accentOf(colors.primary, mode);
    return `--accent: ${accent}; --accent-ink: ${ink}; --accent-tint: ${tint}; ${charts.cssOf(colors, mode)}`;
  };
  return `:root { ${properties('light')} }
@media (prefers-color-scheme: dark) { :root { ${properties('dark')} } }
`;
}
