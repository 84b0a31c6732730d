import type { Page } from '../page.ts';

/** Pages of the team: admins and account managers. In English. */
export const teamPages: readonly Page[] = [];
