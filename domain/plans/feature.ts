/** A level as it stands in JSON. */
export type FeatureLevel = string | number | boolean | readonly string[];

/** Every feature with its levels, low to high. The one place where their order is written down. Source: spec 4.1. */
const LEVELS = {
  sag_mode: ['quick', 'detailed', 'full'],
  content_types: [['post'], ['post', 'page'], 'all'],
  taxonomy_content: [false, true],
  gsc_level: ['none', 'basic', 'full'],
  linker_level: ['none', 'audit', 'auto', 'full'],
  backlinks_level: ['none', 'self_service', 'self_service_api'],
  optimizer_level: ['none', 'basic', 'full', 'batch'],
  schema_types: [0, 5, 10, 'all_retroactive'],
  socializer_platforms: [0, 2, 'all', 'all_auto'],
  video_level: ['none', 'short', 'all'],
  ahrefs_level: ['none', 'readonly', 'full'],
  backlink_indexing: [false, true],
  report_level: ['none', 'monthly', 'weekly_custom'],
  white_label: [false, true],
  api_access: ['none', 'readonly', 'full'],
  managed_services: ['none', 'lite', 'lite_pro'],
} as const satisfies Readonly<Record<string, readonly FeatureLevel[]>>;

export type Feature = keyof typeof LEVELS;
export const FEATURES = Object.keys(LEVELS) as readonly Feature[];
/** A level of every feature. */
export type FeatureMatrix = Readonly<Record<Feature, FeatureLevel>>;

export const isFeature = (name: string): name is Feature => Object.hasOwn(LEVELS, name);
export const levelsOf = (feature: Feature): readonly FeatureLevel[] => LEVELS[feature];

/** How a level is written in a query: `post_page`, `5`, `true` (ruling 1.23). */
export const levelText = (level: FeatureLevel): string => (Array.isArray(level) ? level.join('_') : String(level));

/** The place of a level among those of its feature, 0 the lowest; null where the feature has no such level. */
export function rankOf(feature: Feature, level: unknown): number | null {
  const text = Array.isArray(level) ? JSON.stringify(level) : level;
  const rank = LEVELS[feature].findIndex((each) => (Array.isArray(each) ? JSON.stringify(each) : each) === text);
  return rank === -1 ? null : rank;
}

/** The level of that rank; throws for one that the feature does not have. */
export function levelAt(feature: Feature, rank: number): FeatureLevel {
  const level = (LEVELS[feature] as readonly FeatureLevel[])[rank];
  if (level === undefined) throw new Error(`${feature} has no level of rank ${rank}`);
  return level;
}

/** The level that a query's text means; null where there is none. */
export const levelFromText = (feature: Feature, text: string): FeatureLevel | null =>
  levelsOf(feature).find((level) => levelText(level) === text) ?? null;

const NOTHING: ReadonlySet<FeatureLevel> = new Set(['none', false, 0]);

/** What is asked for where no level is named: the lowest that is more than nothing (ruling 1.23). */
export const lowestAbove = (feature: Feature): FeatureLevel =>
  levelsOf(feature).find((level) => !NOTHING.has(level)) ?? levelAt(feature, 0);

/** What is wrong with a matrix, by feature; empty where nothing is. */
export function matrixProblems(matrix: Readonly<Record<string, unknown>>): { feature: string; message: string }[] {
  return Object.entries(matrix).flatMap(([feature, level]) => {
    if (!isFeature(feature)) return [{ feature, message: 'there is no such feature' }];
    if (rankOf(feature, level) !== null) return [];
    const known = levelsOf(feature).map((each) => JSON.stringify(each));
    return [{ feature, message: `must be one of ${known.join(', ')}` }];
  });
}
