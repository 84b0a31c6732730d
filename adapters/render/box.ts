import type { Line } from './lines.ts';

/** A box as satori takes it; `data-tag` is its role in the PDF, `data-num` keeps digits of one width. */
export type Box = {
  readonly type: 'div';
  readonly key: null;
  readonly props: {
    readonly style: Readonly<Record<string, string | number>>;
    readonly children?: string | readonly Box[];
    readonly 'data-tag'?: Tag;
    readonly 'data-num'?: boolean;
    readonly 'data-m'?: number;
    /** A line that was laid out already: the box is as large as the line and holds nothing else. */
    readonly 'data-line'?: SetLine;
  };
};
export type Tag = 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Artifact';
/** A line with all that is needed to write it; the baseline is measured from the top of its box. */
export type SetLine = Line & {
  readonly size: number;
  readonly color: string;
  readonly baseline: number;
};
export type Style = Box['props']['style'];
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
