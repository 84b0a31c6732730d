import type { Shade } from './theme.ts';
import type { Change } from './tree/tree.ts';

/** Signs as paths in a square of 12: fonts have few of them. */
export const ICONS = {
  up: 'M6 2L10.5 9.5H1.5Z',
  down: 'M6 10L1.5 2.5H10.5Z',
  same: 'M1.5 5H10.5V7H1.5Z',
  win: 'M6 0.8L7.6 4.3L11.4 4.7L8.5 7.2L9.4 11L6 9L2.6 11L3.5 7.2L0.6 4.7L4.4 4.3Z',
  priority: 'M2 1H10L8.4 4L10 7H3.2V11.4H2Z',
  good: 'M4.7 10L1 6.2L2.3 4.9L4.7 7.3L9.7 2.2L11 3.5Z',
  warn: 'M6 1L11.4 10.8H0.6ZM5.3 4.2V7.6H6.7V4.2ZM5.3 8.3V9.6H6.7V8.3Z',
  bad: 'M6 0.6A5.4 5.4 0 1 1 6 11.4A5.4 5.4 0 1 1 6 0.6ZM5.2 2.9V6.9H6.8V2.9ZM5.2 7.8V9.3H6.8V7.8Z',
  plain: 'M6 2.2A3.8 3.8 0 1 1 6 9.8A3.8 3.8 0 1 1 6 2.2Z',
} as const satisfies Readonly<Record<Change['direction'] | Shade | 'win' | 'priority', string>>;
export type Icon = keyof typeof ICONS;
