import type { Box } from './box.ts';
import { boxLaidOut } from './boxes.ts';
import type { Laid, Setting } from './laid.ts';

export type { Laid, Node } from './laid.ts';

/**
 * Lays every block out, once, at that width: rows, columns and texts here, and what asks for more of CSS (frames of agencies) by
 * satori, which is loaded when the first such block comes. Nothing is ever fetched.
 */
export async function laidOut(boxes: readonly Box[], setting: Setting): Promise<Laid[]> {
  const all = boxes.map((block) => boxLaidOut(block, setting));
  const others = boxes.filter((_, n) => all[n] === null);
  if (others.length === 0) return all.flatMap((each) => each ?? []);
  const { cssLaidOut } = await import('./css-layout.ts');
  const more = (await cssLaidOut(others, setting)).values();
  return all.flatMap((each) => each ?? more.next().value ?? []);
}
