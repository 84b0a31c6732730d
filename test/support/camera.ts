import { join } from 'node:path';
import type { Person } from './browser.ts';

/** `part` is what is brought to the top of the window first. */
export type Camera = (who: Person, name: string, part?: string) => Promise<void>;

/** Takes pictures of what people see in their windows, into the folder that `TOUR_PICTURES` names; otherwise it does nothing. */
export function cameraFor(): Camera {
  const folder = process.env['TOUR_PICTURES'];
  if (!folder) return async () => undefined;
  return async ({ tab }, name, part) => {
    await tab.waitForLoadState();
    await tab.evaluate('scrollTo(0, 0)');
    const top = part === undefined ? 0 : await tab.locator(part).first().evaluate(TOP);
    await tab.evaluate(`scrollTo(0, ${top - MARGIN})`);
    const path = join(folder, `${name}.png`);
    await tab.screenshot({ path, animations: 'disabled' });
  };
}
const MARGIN = 24;
const TOP = (part: { getBoundingClientRect(): { readonly top: number } }): number => part.getBoundingClientRect().top;
