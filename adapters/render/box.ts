import type { Line } from './lines.ts';

/**
 * A box as the layout engine takes it. Styles are those of flexbox, in points; text stands in boxes that hold nothing else. What
 * the engine does not know of, shadows, filters and anything remote, is no style of a page.
 */
export type Box = {
  readonly type: 'div';
  readonly key: null;
  readonly props: {
    readonly style: Style;
    readonly children?: string | readonly Box[];
    /** Its role in the PDF. Text in boxes without one around it is read as a paragraph. */
    readonly 'data-tag'?: Tag;
    /** Keeps digits of one width. */
    readonly 'data-num'?: boolean;
    /** Given by the layout: tells boxes apart. */
    readonly 'data-n'?: number;
    /** Of a `TH`: what it is the head of; its column where nothing is said. */
    readonly 'data-scope'?: 'Row' | 'Column';
    /** Where it leads: an address (`https:`, `mailto:`, `tel:`), or `#` and the anchor of a block. */
    readonly 'data-href'?: string;
    /** SVG that is drawn into the box, of rect, path, line, circle, polyline, polygon, text, g and linearGradient. */
    readonly 'data-chart'?: string;
    /** A picture that fills the box without being stretched. */
    readonly 'data-image'?: Image;
    /** What a chart or picture shows, in words; one without is decoration. */
    readonly 'data-alt'?: string;
    /** The language of what is inside, where it is another than the document's. */
    readonly 'data-lang'?: string;
    /** A line that was laid out already: the box is as large as the line and holds nothing else. */
    readonly 'data-line'?: SetLine;
  };
};
export type Tag =
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Table'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Link'
  | 'Artifact';
export type Image = { readonly type: 'image/png' | 'image/jpeg'; readonly base64: string };
/** A line with all that is needed to write it; the baseline is measured from the top of its box. */
export type SetLine = Line & {
  readonly size: number;
  readonly color: string;
  readonly baseline: number;
};
export type Style = Readonly<Record<string, string | number>>;
type More = Omit<Box['props'], 'style' | 'children'>;

export const box = (style: Style, children?: string | readonly (Box | null)[], more: More = {}): Box => ({
  type: 'div',
  key: null,
  props: {
    style: { display: 'flex', ...style },
    ...(children === undefined
      ? {}
      : { children: typeof children === 'string' ? children : children.filter((c) => c !== null) }),
    ...more,
  },
});
