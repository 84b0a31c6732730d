import type { Chart } from '#domain/reports/report-data';
import type { Language, Look, PageSize, Theme } from '#domain/reports/report-document';
import type { Shade } from '../theme.ts';

/**
 * A report as it is read, before it has a shape: all of its words are said and its numbers written, in the order in which they stand.
 * Pages, browser and mail are renderings of the same tree.
 */
export type ReportTree = {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  readonly theme: Theme;
  readonly page_size: PageSize;
  readonly look: Look;
  /** Of the file and the window. */
  readonly title: string;
  readonly parts: readonly Part[];
  readonly foot: Foot;
};

export type Part =
  | Masthead
  | Verdict
  | Highlights
  | Needs
  | Goals
  | Tiles
  | CommentsPart
  | ContentsPart
  | Section
  | Notes
  | LogPart;

export type Masthead = {
  readonly kind: 'masthead';
  readonly type: string;
  readonly site: string;
  readonly domain: string;
  readonly period: string;
  readonly prepared_for: string;
  readonly prepared_by: string;
  readonly log: string;
  readonly version: string;
};
export type Verdict = {
  readonly kind: 'verdict';
  readonly title: string;
  readonly verdict: 'improving' | 'stable' | 'declining' | null;
  readonly word: string;
  readonly shade: Shade;
  readonly reason: string;
  readonly summary: string | null;
  /** Paused days, periods that were cut. */
  readonly remarks: readonly string[];
};
export type Highlights = {
  readonly kind: 'highlights';
  readonly items: readonly { readonly icon: 'win' | 'priority'; readonly title: string; readonly text: string }[];
};
export type Needs = {
  readonly kind: 'needs';
  readonly title: string;
  readonly none: string | null;
  readonly items: readonly {
    readonly kind: string;
    readonly text: string;
    readonly since: string;
    readonly href: string | null;
    readonly open: string;
    /** The same for who cannot see what it stands beside. */
    readonly open_what: string;
  }[];
};
export type Goals = {
  readonly kind: 'goals';
  readonly title: string;
  readonly none: string | null;
  readonly items: readonly {
    readonly metric: string;
    readonly now: string;
    readonly aim: string;
    readonly from: string;
    readonly pace: string;
    readonly shade: Shade;
    /** How much of the way is done, from 0 to 1; null where it is not known. */
    readonly done: number | null;
  }[];
};
export type Change = {
  readonly direction: 'up' | 'down' | 'same';
  readonly shade: Shade;
  readonly absolute: string;
  readonly percent: string | null;
  /** 'better' or 'worse', said of what is better when it falls. */
  readonly word: string | null;
};
export type FigureShown = {
  readonly name: string;
  readonly value: string;
  /** Each with the period that it is compared with; `none` says that there is none. */
  readonly compared: readonly { readonly change: Change | null; readonly against: string }[];
};
export type Tiles = {
  readonly kind: 'tiles';
  readonly title: string;
  readonly compared: string;
  readonly figures: readonly FigureShown[];
};
export type CommentsPart = {
  readonly kind: 'comments';
  readonly title: string;
  readonly items: readonly { readonly text: string; readonly by: string }[];
};
export type ContentsPart = {
  readonly kind: 'contents';
  readonly title: string;
  readonly items: readonly { readonly id: string; readonly title: string; readonly flag: FlagShown | null }[];
};
export type FlagShown = { readonly word: string; readonly shade: Shade };

export type Section = {
  readonly kind: 'section';
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly flag: FlagShown | null;
  /** How the flag comes about. */
  readonly rule: string | null;
  readonly parts: readonly SectionPart[];
};
export type SectionPart =
  | { readonly kind: 'claim'; readonly text: string }
  | { readonly kind: 'empty'; readonly title: string; readonly reason: string }
  | { readonly kind: 'figures'; readonly figures: readonly FigureShown[] }
  | ChartPart
  | TablePart
  | { readonly kind: 'next'; readonly title: string; readonly text: string }
  | CommentsPart
  | { readonly kind: 'source'; readonly text: string };

export type ChartPart = {
  readonly kind: 'chart';
  readonly id: string;
  readonly title: string;
  /** What a reader who does not see it is told. */
  readonly alt: string;
  readonly chart: Chart;
  /** Of the series, and of what is compared, as they are written. */
  readonly series: readonly string[];
  readonly names: readonly string[];
  readonly total: string;
};

export type Cell = {
  readonly text: string;
  readonly href?: string;
  readonly shade?: Shade;
  readonly arrow?: 'up' | 'down' | 'same';
  /** A state in one word. */
  readonly state?: true;
};
export type Column = {
  readonly name: string;
  /** Numbers stand at the end of their column, in digits of one width. */
  readonly numeric: boolean;
  /** Holds texts that may be long. */
  readonly wraps: boolean;
  /** Days are one word. */
  readonly whole?: boolean;
  /** Its part of the table's width. */
  readonly weight: number;
};
export type TablePart = {
  readonly kind: 'table';
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Said below it: that there are more rows, or none. */
  readonly remark: string | null;
};

export type Notes = {
  readonly kind: 'notes';
  readonly id: string;
  readonly title: string;
  readonly items: readonly { readonly number: number; readonly day: string; readonly text: string }[];
};
export type LogPart = {
  readonly kind: 'log';
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
};
export type Foot = {
  readonly name: string;
  readonly text: string | null;
  readonly contact: readonly { readonly text: string; readonly href: string | null }[];
  readonly log: string;
  /** What it says of a page: `Page 3 of 9`. */
  page(page: number, pages: number): string;
};
