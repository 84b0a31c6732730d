import type { Schemas } from '#client/index';
import type { Day } from '#domain/kernel/time';

export type Fact = Schemas['FactInput'];
/** What a fact says, without its envelope. */
export type Said = Fact extends infer F ? (F extends Fact ? Pick<F, 'type' | 'data'> : never) : never;

/** `id` is what tells it from every other fact of the demo. */
export const fact = (time: string, id: string, said: Said): Fact => ({
  specversion: '1.0',
  id: `demo-${id}`,
  source: 'igny8-core',
  time,
  ...said,
});

/** The hour of a day, as an instant. */
export const at = (day: Day, hour: number, minute = 0): string =>
  `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`;

const MOST_BYTES = 200_000;
const MOST_FACTS = 1_000;
/** As few calls as the API takes: by number and by weight. */
export function batches(facts: readonly Fact[]): Fact[][] {
  const all: Fact[][] = [];
  let [current, bytes]: [Fact[], number] = [[], 0];
  for (const each of facts) {
    const size = Buffer.byteLength(JSON.stringify(each)) + 1;
    if (current.length > 0 && (bytes + size > MOST_BYTES || current.length === MOST_FACTS)) {
      all.push(current);
      [current, bytes] = [[], 0];
    }
    current.push(each);
    bytes += size;
  }
  return current.length === 0 ? all : [...all, current];
}
