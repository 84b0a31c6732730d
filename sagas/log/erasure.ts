import type { DomainEvent } from '#domain/kernel/decider';
import type { PersonalDataEvent } from '#domain/log/personal-data';
import type { JsonObject } from '#runtime/event-store';
import { saga } from '#runtime/saga';

const subject = (data: JsonObject): string => `${String(data['kind'])}-${String(data['id'])}`;

/** Sees to it that the keys are gone even where whoever asked for the erasure did not live to delete them. One instance a subject. */
export const erasure = saga<null, DomainEvent>({
  name: 'erasure',
  starts: { PersonalDataErased: (data) => ({ instance: subject(data), keys: [`erased:${subject(data)}`] }) },
  listens: { PersonalDataErased: (data) => `erased:${subject(data)}` },
  initial: null,
  evolve: (state) => state,
  react: ({ id, type, data }) => {
    if (type !== 'PersonalDataErased') return [];
    const { keys } = data as unknown as PersonalDataEvent['data'];
    const payload = { keys: keys as unknown as JsonObject[] };
    return [{ do: 'effect', name: `erase/${id}`, kind: 'erase_personal_data', key: `erase-${id}`, payload }];
  },
});
