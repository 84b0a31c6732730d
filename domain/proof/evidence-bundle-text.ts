import { type CanonicalJson, canonicalJson } from '#domain/kernel/canonical-json';
import { fail } from './evidence-bundle-shape.ts';

/** No value lies deeper: whatever goes down into one comes to an end, with any reader of JSON. */
const DEEPEST = 255;
const isDeeper = (value: unknown, levels: number): boolean =>
  levels < 0 ||
  (typeof value === 'object' && value !== null && Object.values(value).some((inner) => isDeeper(inner, levels - 1)));

/** Half of a surrogate pair, which RFC 8785 refuses: canonical text writes it, and nothing else, as such an escape. */
const HALF_A_PAIR = /(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/;

/** The value of text that is canonical JSON and nothing else. */
export function canonical(text: string, name: string): CanonicalJson {
  let value: CanonicalJson;
  try {
    value = JSON.parse(text) as CanonicalJson;
  } catch {
    return fail(`${name} is not JSON`);
  }
  if (isDeeper(value, DEEPEST)) fail(`${name} is nested too deeply`);
  return canonicalJson(value) === text && !HALF_A_PAIR.test(text) ? value : fail(`${name} is not canonical JSON`);
}
