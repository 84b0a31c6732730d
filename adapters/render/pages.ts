import type { Box, Style } from './box.ts';

/** In points. */
export const SIZES = {
  A4: { width: 595.28, height: 841.89 },
  Letter: { width: 612, height: 792 },
} as const;
export type Size = keyof typeof SIZES;

/** A piece of a document: it stays together on a page where it fits on one. */
export type Block = {
  readonly box: Box;
  /** Laid out again when the pages of all anchors are known; it must stay as high as `box`, and stands in its place. */
  readonly numbered?: (pageOf: (anchor: string) => number) => Box;
  /** How many of the blocks after it begin on its page; true is one. */
  readonly keepNext?: number | boolean;
  /** Begins a page; or does so where it would stand on the first one. */
  readonly breakBefore?: boolean | 'after-first-page';
  /**
   * Of the rows of a table: its head, which stands again on top of every further page while such blocks go on. Where a block
   * before them holds the same box, that is where the table begins, and it begins with two rows or all it has.
   */
  readonly header?: Box;
  /** May be cut between any two lines, at least two before and two after; others only if no page could hold them. */
  readonly flows?: boolean;
  /** Has a page of its own, from edge to edge, without head and foot. */
  readonly bleed?: boolean;
  /** Stands in the outline of the document, below the last one of a smaller level; levels begin at 1. */
  readonly bookmark?: { readonly title: string; readonly level: number };
  /** What links and numbers refer to it by. */
  readonly anchor?: string;
};

/** A document that is ready to be set on pages. Equal ones make equal bytes. */
export type Pages = {
  readonly blocks: readonly Block[];
  /** What stands above and below every page, page `n` of `of`: as wide as the page, as high as its margin. No part of the text. */
  readonly header: (n: number, of: number) => Box | null;
  readonly footer: (n: number, of: number) => Box | null;
  readonly info: {
    readonly title: string;
    readonly author: string;
    readonly subject: string;
    /** A tag of BCP 47. */
    readonly lang: string;
    readonly made: Date;
  };
  readonly size: Size;
  readonly margin: { readonly top: number; readonly bottom: number; readonly sides: number };
  /** Right to left turns rows and sides round: boxes are written as for left to right. Charts are drawn as they are. */
  readonly direction: 'ltr' | 'rtl';
  /** The colour of the paper. */
  readonly ground: string;
  /** What all is set in. */
  readonly style: Style;
};

/** What blocks have to stand in, in points. */
export const columnOf = ({ size, margin }: Pick<Pages, 'size' | 'margin'>) => ({
  width: SIZES[size].width - 2 * margin.sides,
  height: SIZES[size].height - margin.top - margin.bottom,
});
