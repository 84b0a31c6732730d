import { parseZone, UTC, type Zone } from '#domain/kernel/calendar';
import { type Formats, formatsOf } from '#domain/reports/language/formats';
import {
  filled,
  isLabel,
  type LabelKey,
  type Labels,
  labelKey,
  labelsOf,
  type NameGroup,
  type Values,
} from '#domain/reports/language/index';
import type { Language, ReportDocument } from '#domain/reports/report-document';

/** Words and formats of the language that a report is in. */
export type Words = {
  readonly language: Language;
  readonly formats: Formats;
  say(key: LabelKey, values?: Values): string;
  /** A value with its name before it. */
  named(name: string, value: string): string;
  /** What data name by key. Throws for a key that no dictionary has. */
  name(group: NameGroup, key: string): string;
  /** The dictionary's word where it has one, else somebody's own word as it is. */
  own(group: NameGroup, key: string): string;
};

export function wordsOf(language: Language, labels: Labels = labelsOf(language)): Words {
  const say = (key: LabelKey, values: Values = {}): string => filled(language, labels[key], values);
  return {
    language,
    formats: formatsOf(language),
    say,
    named: (name, value) => say('part.named', { name, value }),
    name: (group, key) => say(labelKey(group, key)),
    own: (group, key) => (isLabel(`${group}.${key}`) ? say(labelKey(group, key)) : key),
  };
}

/** Of shown clock times. It was checked when it was taken; a zone that this runtime no longer knows is UTC. */
export const zoneOf = ({ time_zone }: ReportDocument): Zone => parseZone(time_zone) ?? UTC;
