/** A colour as `#rrggbb`. */
export type Color = string;
type Three = readonly [number, number, number];

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
/** Red, green and blue from 0 to 1. Throws for what is no colour: they are checked where they are taken. */
export function channels(color: Color): Three {
  const match = HEX.exec(color);
  if (match === null) throw new TypeError(`${color} is no colour like #1a2b3c`);
  return [part(match[1]), part(match[2]), part(match[3])];
}
const part = (hex: string | undefined): number => Number.parseInt(hex ?? '0', 16) / 255;
const colorOf = (rgb: Three): Color =>
  `#${rgb
    .map((c) =>
      Math.round(Math.min(1, Math.max(0, c)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const linearOf = (color: Color): Three => {
  const [r, g, b] = channels(color);
  return [linear(r), linear(g), linear(b)];
};

/** Relative luminance as WCAG 2 has it, from 0 to 1. */
export function luminance(color: Color): number {
  const [r, g, b] = linearOf(color);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** How much two colours differ to a reader, from 1 to 21. */
export function contrast(a: Color, b: Color): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** `share` of the second in the first, from 0 to 1. */
export function mixed(a: Color, b: Color, share: number): Color {
  const [x, y] = [channels(a), channels(b)];
  const one = (n: 0 | 1 | 2): number => x[n] + (y[n] - x[n]) * share;
  return colorOf([one(0), one(1), one(2)]);
}

const BLACK = '#000000';
const WHITE = '#ffffff';
const NIGHT = '#0b0f19';
/** What is written on that colour: white where it can be read, else a dark one; black or white always has 4.58:1. */
export const inkOn = (color: Color): Color =>
  contrast(color, WHITE) >= 4.5 ? WHITE : contrast(color, NIGHT) >= 4.5 ? NIGHT : BLACK;

/** Steps in which a colour is moved until it can be read. */
const STEPS = 40;
/**
 * The colour, made darker or lighter only as far as it needs to have that contrast on every one of the backgrounds. They must be all
 * light or all dark; on what lies between, black or white is the answer.
 */
export function readable(color: Color, backgrounds: readonly Color[], least = 4.5): Color {
  const enough = (c: Color): boolean => backgrounds.every((background) => contrast(c, background) >= least);
  if (enough(color)) return color;
  const towards = backgrounds.every((background) => contrast(background, WHITE) <= contrast(background, BLACK))
    ? BLACK
    : WHITE;
  for (let step = 1; step <= STEPS; step++) {
    const moved = mixed(color, towards, step / STEPS);
    if (enough(moved)) return moved;
  }
  return towards;
}

/** How people see colours who lack one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1). */
const SIGHTS: readonly (readonly [Three, Three, Three] | null)[] = [
  null,
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
];
const times = (row: Three, [r, g, b]: Three): number => Math.max(0, row[0] * r + row[1] * g + row[2] * b);
const seen = (rgb: Three, sight: readonly [Three, Three, Three] | null): Three =>
  sight === null ? rgb : [times(sight[0], rgb), times(sight[1], rgb), times(sight[2], rgb)];

/** Oklab of linear light: equal distances look equally far apart. */
function oklab([r, g, b]: Three): Three {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** How far apart two colours look, in Oklab, to the one of three kinds of eyes that tells them apart worst. */
export function apart(a: Color, b: Color): number {
  const [x, y] = [linearOf(a), linearOf(b)];
  return Math.min(
    ...SIGHTS.map((sight) => {
      const [p, q] = [oklab(seen(x, sight)), oklab(seen(y, sight))];
      return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
    }),
  );
}
