import type { PersonalDataEvent } from '#domain/log/personal-data';
import { sweepAccountFiles } from '#domain/platform/effects';
import { ask, saga } from '#runtime/typed-saga';

type Types = {
  state: null;
  starts: PersonalDataEvent;
  listens: PersonalDataEvent;
  own: never;
  timers: Record<never, never>;
};

/** An account that is erased leaves no files behind: their key is gone, and then they are. One instance an account. */
export const accountFiles = saga<Types>()({
  name: 'account-files',
  asks: [sweepAccountFiles],
  timers: {},
  starts: {
    PersonalDataErased: ({ kind, id }) =>
      kind === 'account' ? { instance: String(id), keys: [`account-files:${id}`] } : null,
  },
  listens: {
    PersonalDataErased: ({ kind, id }) => (kind === 'account' ? `account-files:${id}` : 'account-files:none'),
  },
  initial: null,
  evolve: (state) => state,
  on: {
    PersonalDataErased: (_, { id, data }) => [
      ask(sweepAccountFiles, {
        name: `sweep/${id}`,
        key: `sweep-${id}`,
        payload: { account_id: data.id, keys: data.keys },
      }),
    ],
  },
  fired: {},
});
