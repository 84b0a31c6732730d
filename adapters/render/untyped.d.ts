/** What is used of packages that come without types. */
declare module 'fontkit' {
  /** Names of those that are wanted besides the usual; or of those that are not, as false. */
  export type Features = readonly string[] | Readonly<Record<string, boolean>>;
  export type Glyph = {
    readonly id: number;
    readonly advanceWidth: number;
    /** What it stands for in the text that it was laid out for. */
    readonly codePoints: readonly number[];
    readonly path: {
      readonly commands: readonly {
        readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
        readonly args: readonly number[];
      }[];
    };
  };
  export type Position = {
    readonly xAdvance: number;
    readonly yAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
  };
  export type Font = {
    readonly unitsPerEm: number;
    /** Above and below the baseline, in units; what is below is negative. */
    readonly ascent: number;
    readonly descent: number;
    /** Kept by their numbers, each with the text that it was first asked for with. */
    readonly _glyphs: Record<number, Glyph | undefined>;
    getGlyph(id: number, codePoints?: readonly number[]): Glyph;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
    /** A run in one script and direction: shaped, and in the order in which it is drawn. */
    layout(
      text: string,
      features?: Features,
    ): { readonly advanceWidth: number; readonly glyphs: readonly Glyph[]; readonly positions: readonly Position[] };
  };
  export function create(file: Buffer): Font;
}
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** Where a line may, or must, end next; null at the end of the text. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
/** It has types, which say of what its module exports that it is a default export. */
declare module 'bidi-js' {
  export default function bidiFactory(): {
    getEmbeddingLevels(
      text: string,
      direction?: 'ltr' | 'rtl' | 'auto',
    ): { readonly levels: Uint8Array; readonly paragraphs: readonly { readonly level: number }[] };
    getMirroredCharacter(character: string): string | null;
  };
}
