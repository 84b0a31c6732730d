import { erasePersonalData } from '#domain/log/effects';
import type { PersonalDataEvent } from '#domain/log/personal-data';
import { ask, saga } from '#runtime/typed-saga';

type Types = {
  state: null;
  starts: PersonalDataEvent;
  listens: PersonalDataEvent;
  own: never;
  timers: Record<never, never>;
};
const subject = ({ kind, id }: PersonalDataEvent['data']): string => `${kind}-${id}`;

/** Sees to it that the keys are gone even where whoever asked for the erasure did not live to delete them. One instance a subject. */
export const erasure = saga<Types>()({
  name: 'erasure',
  asks: [erasePersonalData],
  timers: {},
  starts: { PersonalDataErased: (data) => ({ instance: subject(data), keys: [`erased:${subject(data)}`] }) },
  listens: { PersonalDataErased: (data) => `erased:${subject(data)}` },
  initial: null,
  evolve: (state) => state,
  on: {
    PersonalDataErased: (_, { id, data: { keys } }) => [
      ask(erasePersonalData, { name: `erase/${id}`, key: `erase-${id}`, payload: { keys } }),
    ],
  },
  fired: {},
});
