import { createHash } from 'node:crypto';
import type { BrandColors } from '../brand.ts';
import type { PageCharts } from '../charts.ts';
import { brandStyle } from './brand.ts';

/** So many brands' sheets are kept ready. */
const KEPT = 200;
const NAME = /^brand\.([0-9a-f]{6})-([0-9a-f]{6})\.([0-9a-f]{12})\.css$/;

type Sheet = { readonly name: string; readonly css: string };
export type BrandSheets = {
  /** The name of a brand's sheet: says its colours, so that any process can make it, and what is in it. */
  nameOf(colors: BrandColors): string;
  /** The sheet of that name; `lasts` where it is what the name says, else it is as this version of the process makes it. */
  find(name: string): { readonly css: string; readonly lasts: boolean } | null;
};

export function brandSheets(charts: Pick<PageCharts, 'cssOf'>): BrandSheets {
  const kept = new Map<string, Sheet>();
  const sheetOf = ({ primary, secondary }: BrandColors): Sheet => {
    const colors = [primary, secondary].map((color) => color.slice(1).toLowerCase()).join('-');
    const known = kept.get(colors);
    if (known) return known;
    const css = brandStyle({ primary, secondary }, charts);
    const hash = createHash('sha256').update(css).digest('hex').slice(0, 12);
    const made = { name: `brand.${colors}.${hash}.css`, css };
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT + 1))) kept.delete(oldest);
    kept.set(colors, made);
    return made;
  };
  return {
    nameOf: (colors) => sheetOf(colors).name,
    find(name) {
      const [, primary, secondary] = NAME.exec(name) ?? [];
      if (primary === undefined || secondary === undefined) return null;
      const sheet = sheetOf({ primary: `#${primary}`, secondary: `#${secondary}` });
      return { css: sheet.css, lasts: sheet.name === name };
    },
  };
}
