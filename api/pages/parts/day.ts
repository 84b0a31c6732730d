import type { Day } from '#domain/kernel/time';
import type { Visit } from '../page.ts';

/** A day that the API told, in the reader's words; a dash where there is none. */
export const dayText = ({ formats }: Pick<Visit, 'formats'>, day: string | null): string =>
  day === null ? '–' : formats.day(day as Day);
