import type { Page } from '../page.ts';
import { overviewPage } from './overview.tsx';

/** Pages of agencies and clients, in their reader's language. */
export const clientPages: readonly Page[] = [overviewPage];
