import type { Day } from '#domain/kernel/time';
import type { ReportSection } from '#domain/services/service-config';

/** By a stated rule; null where none applies. */
export type Flag = 'red' | 'amber' | 'green' | null;
/** What a number counts. `position`: of a search result, lower is better. `usd`: decimal text of dollars. */
export type Unit = 'count' | 'percent' | 'position' | 'score' | 'usd' | 'words';

/**
 * A number with what it is compared to. `before` is of the period before, `year_before` of the same period a year ago; null
 * where that is not known, and `percent` also where the base is 0. Percentages are in hundredths of one: 12.5 is 12.5 %.
 */
export type Figure = {
  /** The key of its name in the dictionaries. */
  readonly key: string;
  readonly value: number | string | null;
  readonly unit: Unit;
  readonly better: 'up' | 'down';
  readonly before?: number | string | null;
  readonly change?: number | string | null;
  readonly percent?: number | null;
  readonly year_before?: number | string | null;
  readonly year_change?: number | string | null;
};

/** A line over days, bars, or shares of a whole. */
export type Chart = {
  readonly key: string;
  readonly kind: 'line' | 'bar' | 'stacked' | 'donut';
  readonly unit: Unit;
  readonly better: 'up' | 'down';
  /** Days (`2026-10-01`), months (`2026-10`), or names of what is compared. */
  readonly x: readonly string[];
  readonly x_kind: 'day' | 'month' | 'name';
  /** `key` names a series in the dictionaries; `name` is somebody's own word and stays as it is. */
  readonly series: readonly {
    readonly key: string;
    readonly name?: string;
    /** The period before is drawn dashed. */
    readonly style: 'solid' | 'dashed';
    readonly values: readonly (number | null)[];
  }[];
  /** Annotations, by their number in the report's list. */
  readonly markers: readonly { readonly number: number; readonly at: Day }[];
};

export type ColumnKind =
  | 'text'
  | 'url'
  | 'day'
  | 'count'
  | 'percent'
  | 'position'
  | 'change'
  | 'usd'
  | 'score'
  | 'word';
/** At most 50 rows; `total` says how many there are. Cells of kind `word` hold keys of the dictionaries. */
export type Table = {
  readonly key: string;
  readonly columns: readonly { readonly key: string; readonly kind: ColumnKind; readonly better?: 'up' | 'down' }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly total: number;
};

/** Claim in words, then what shows it, then what follows from it. */
export type SectionData = {
  readonly flag: Flag;
  /** How the flag comes about, in words; null where there is none. */
  readonly rule: string | null;
  /** Of `executive_summary` the summary paragraph. */
  readonly claim: string;
  /** What it means, or what is next. */
  readonly next: string | null;
  readonly source: string;
  /** The day that its data reach to. */
  readonly data_to: Day | null;
  /** Set where there is nothing to show: why, and what would bring it. */
  readonly empty_reason: string | null;
  readonly figures: readonly Figure[];
  readonly charts: readonly Chart[];
  readonly tables: readonly Table[];
};

/** What we need from the client; `href` is a path below the public address, or null where it is no page. */
export type Need = {
  readonly kind: 'approval' | 'brief' | 'connection';
  readonly id: number;
  readonly text: string;
  readonly href: string | null;
  readonly since: Day;
};

export type GoalShown = {
  readonly id: number;
  readonly metric: string;
  readonly baseline: number;
  readonly target: number;
  readonly by: Day;
  readonly value: number | null;
  readonly pace: 'ahead' | 'on_track' | 'behind' | 'missed' | 'met';
};

export type FirstPage = {
  readonly verdict: 'improving' | 'stable' | 'declining' | null;
  readonly reason: string;
  readonly win: string | null;
  readonly priority: string | null;
  readonly needs: readonly Need[];
  readonly goals: readonly GoalShown[];
  readonly tiles: readonly Figure[];
};

/** All that a version shows. Texts of ours are in the report's language; nothing in it is cost, margin or vendor (spec 13, 2.3). */
export type ReportData = {
  /** Set where the summary was not made by the rules: then it stands here alone, and no replay makes it again. */
  readonly summary_by?: 'llm';
  /** The days compared, first to last, cut to the same number of days where data end early. */
  readonly compared: {
    readonly period: readonly [Day, Day];
    readonly before: readonly [Day, Day];
    readonly year_before: readonly [Day, Day];
    /** Days of the period without service, where it was paused. */
    readonly paused: readonly Day[];
  };
  readonly first_page: FirstPage;
  /** In the order in which they are shown. */
  readonly sections: { readonly [K in ReportSection]?: SectionData };
  readonly annotations: readonly { readonly number: number; readonly date: Day; readonly text: string }[];
};
