import type { Page } from '../page.ts';

/** Pages of agencies and clients, in their reader's language. */
export const clientPages: readonly Page[] = [];
