import type { AccountId } from '#domain/kernel/ids';
import type { PersonalDataEvent } from '#domain/log/personal-data';
import { revokeReportShares } from '#domain/reports/effects';
import { ask, saga } from '#runtime/typed-saga';

type Types = {
  state: null;
  starts: PersonalDataEvent;
  listens: never;
  own: never;
  timers: Record<never, never>;
};

/** Of an account whose people are erased no report can be read any more: its shares end (its files go with its key). */
export const reportErasure = saga<Types>()({
  name: 'report-erasure',
  asks: [revokeReportShares],
  timers: {},
  starts: { PersonalDataErased: ({ kind, id }) => (kind === 'account' ? { instance: String(id), keys: [] } : null) },
  listens: {},
  initial: null,
  evolve: (state) => state,
  on: {
    PersonalDataErased: (_, { id, data }) => [
      ask(revokeReportShares, {
        name: `revoke/${id}`,
        key: `report-shares-revoke-${id}`,
        payload: { account_id: data.id as AccountId },
      }),
    ],
  },
  fired: {},
});
