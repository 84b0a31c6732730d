import type { TemplateFault } from '#commands/reports/ports-white-label';

export type { TemplateFault };
/** Of elements, and of texts between them, together; how deep they stand within each other (spec 13, 2.13). */
export const MOST_NODES = 2_000;
export const DEEPEST = 32;
/** So many faults are told at once. */
export const MOST_FAULTS = 50;

/** The place of a character in a text, from line 1 and column 1. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
