import { components } from './components.ts';
import { controls } from './controls.ts';
import { frame } from './frame.ts';
import { money } from './money.ts';
import { type StyleColors, tokens } from './tokens.ts';

export type { StyleColors } from './tokens.ts';

type Face = { readonly subset: string; readonly weight: number; readonly url: string };

/** As the font's own style sheet has them. */
const RANGES: Readonly<Record<string, string>> = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
};
/** Where the letters come too late the page stays in those it has: nothing moves. */
const faceOf = ({ subset, weight, url }: Face): string =>
  `@font-face{font-family:Inter;font-style:normal;font-weight:${weight};font-display:optional;src:url(${url}) format("woff2");unicode-range:${RANGES[subset] ?? ''}}`;

/** The one style sheet of all pages. */
export const styleSheet = (colors: StyleColors, faces: readonly Face[]): string =>
  [...faces.map(faceOf), tokens(colors), frame, controls, components, money]
    .join('\n')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s*\n\s*/g, '\n');
