import type { JobRunEvent } from './job-run.ts';
import type { PersonalDataEvent } from './personal-data.ts';
import type { ReadAccessEvent } from './read-access.ts';
import type { SigningKeyEvent } from './signing-key.ts';
import type { StoreIdentityEvent } from './store-identity.ts';
import type { TreeHeadEvent } from './tree-head.ts';

/** Every event of the room. */
export type LogEvent =
  | JobRunEvent
  | PersonalDataEvent
  | ReadAccessEvent
  | SigningKeyEvent
  | StoreIdentityEvent
  | TreeHeadEvent;

/** Listed by type so that the compiler demands one entry for each. */
const LISTED: Readonly<Record<LogEvent['type'], true>> = {
  JobFinished: true,
  JobStarted: true,
  PersonalDataErased: true,
  ReadAccessRecorded: true,
  SigningKeyIntroduced: true,
  StoreFounded: true,
  TestClockSet: true,
  TreeHeadPublished: true,
};
export const LOG_EVENT_TYPES: readonly string[] = Object.keys(LISTED);
