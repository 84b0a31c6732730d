import { type Color, contrast, inkOn, mixed, readable } from '#domain/reports/colors';
import type { Flag } from '#domain/reports/report-data';
import type { Look, Theme as Mode } from '#domain/reports/report-document';
import { paletteOf } from './palette.ts';

/** Text in that colour, on that ground. */
export type Tone = { readonly ink: Color; readonly ground: Color };
export type Shade = 'good' | 'warn' | 'bad' | 'plain';

/** Colours of a rendering. Whatever the brand's colours are, each ink has 4.5:1 on each ground that it is used on. */
export type Theme = {
  readonly mode: Mode;
  readonly page: Color;
  /** Of cards and the heads of tables. */
  readonly surface: Color;
  readonly ink: Color;
  readonly quiet: Color;
  readonly rule: Color;
  /** The brand's colours as text and lines on page and surface. */
  readonly accent: Color;
  readonly second: Color;
  /** The brand's colour as it is, what is written on it, and a rule around it where it is hardly told from the page. */
  readonly brand: Color;
  readonly brandInk: Color;
  readonly brandQuiet: Color;
  readonly brandRule: Color | null;
  /** A hint of the brand's colour. */
  readonly tint: Color;
  readonly tones: { readonly [S in Shade]: Tone };
  readonly palette: readonly Color[];
  /** Of bars of earlier periods, beside the palette's first. */
  readonly past: readonly Color[];
};

const GROUNDS: { readonly [M in Mode]: { page: Color; surface: Color; ink: Color; quiet: Color; rule: Color } } = {
  light: { page: '#ffffff', surface: '#f6f7f9', ink: '#12161f', quiet: '#566072', rule: '#e3e6eb' },
  dark: { page: '#10141c', surface: '#1a202b', ink: '#f2f4f8', quiet: '#a3adbd', rule: '#2d3543' },
};
const SIGNALS: { readonly [S in Exclude<Shade, 'plain'>]: Color } = {
  good: '#0f8a5f',
  warn: '#b7791f',
  bad: '#cf3341',
};
/** A brand's colour that differs less than this from the page gets a rule around it. */
const HARDLY = 1.25;

export function themeOf(look: Pick<Look, 'primary' | 'secondary'>, mode: Mode): Theme {
  const base = GROUNDS[mode];
  const { page, surface } = base;
  const tint = mixed(page, readable(look.primary, [page], 3), mode === 'light' ? 0.06 : 0.14);
  const grounds = [page, surface, tint];
  const past = [0.45, 0.65].map((share) => mixed(base.quiet, page, share));
  const brandInk = inkOn(look.primary);
  const tone = (signal: Color): Tone => {
    const ground = mixed(page, signal, mode === 'light' ? 0.1 : 0.22);
    return { ground, ink: readable(signal, [ground, ...grounds]) };
  };
  return {
    ...base,
    mode,
    quiet: readable(base.quiet, grounds),
    accent: readable(look.primary, grounds),
    second: readable(look.secondary, grounds),
    brand: look.primary,
    brandInk,
    brandQuiet: readable(mixed(brandInk, look.primary, 0.22), [look.primary]),
    brandRule: contrast(look.primary, page) < HARDLY ? mixed(base.rule, base.ink, 0.15) : null,
    tint,
    tones: {
      good: tone(SIGNALS.good),
      warn: tone(SIGNALS.warn),
      bad: tone(SIGNALS.bad),
      plain: { ink: readable(base.quiet, grounds), ground: surface },
    },
    palette: paletteOf([look.primary, look.secondary], past[0] ?? base.quiet, page, mode),
    past,
  };
}

export const shadeOfFlag = (flag: Flag): Shade =>
  flag === 'green' ? 'good' : flag === 'amber' ? 'warn' : flag === 'red' ? 'bad' : 'plain';
