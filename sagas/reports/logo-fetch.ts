import type { LogoEvent } from '#domain/reports/logo';
import { fetchLogo } from '#domain/reports/white-label-effects';
import { ask, saga } from '#runtime/typed-saga';

type Requested = Extract<LogoEvent, { type: 'LogoRequested' }>;
type Types = { state: null; starts: Requested; listens: Requested; own: never; timers: Record<never, never> };

/** Has each logo fetched, once for each time that it is asked for. One instance a logo. */
export const logoFetch = saga<Types>()({
  name: 'logo-fetch',
  asks: [fetchLogo],
  timers: {},
  starts: { LogoRequested: ({ logo_id }) => ({ instance: logo_id, keys: [`logo:${logo_id}`] }) },
  listens: { LogoRequested: ({ logo_id }) => `logo:${logo_id}` },
  initial: null,
  evolve: (state) => state,
  on: {
    LogoRequested: (_, { data: { logo_id, account_id, url, attempt } }) => [
      ask(fetchLogo, {
        name: `fetch/${attempt}`,
        key: `logo-${logo_id}-${attempt}`,
        payload: { logo_id, account_id, url, attempt },
      }),
    ],
  },
  fired: {},
});
