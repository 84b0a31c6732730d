import type { LabelKey, NameGroup } from './language/index.ts';

/** The names that a report's data may hold: those that the dictionaries have a label for. */
type Named<G extends NameGroup, K extends LabelKey = LabelKey> = K extends `${G}.${infer Name}` ? Name : never;
export type FigureKey = Named<'figure'>;
export type ChartKey = Named<'chart'>;
export type SeriesKey = Named<'series'>;
export type TableKey = Named<'table'>;
export type ColumnKey = Named<'column'>;
