import { sentences } from '#domain/kernel/sentence';
import type { LogEvent } from './events.ts';

/** One sentence for people about an event of the log and who is named in it; null for events that are not told. */
export const summarizeLog = sentences<LogEvent>((event) => {
  switch (event.type) {
    case 'PersonalDataErased':
      return `Personal data of ${event.data.kind} ${event.data.id} was erased.`;
    default:
      return null;
  }
});
