import type { AccessTokenEvent } from './access-token.ts';
import { FACT_TYPES, type FactEvent, type FactType } from './fact.ts';
import type { LaunchFlagEvent } from './launch-flag.ts';
import type { MemberEvent } from './member.ts';
import type { SessionEvent, SignOutEvent } from './session.ts';
import type { SignInLinkEvent } from './sign-in.ts';
import type { StoredFileEvent } from './stored-file.ts';
import type { WebhookEndpointEvent } from './webhook-endpoint.ts';
import type { WorkRequestEvent } from './work-request.ts';

/** Every event of the room. */
export type PlatformEvent =
  | AccessTokenEvent
  | FactEvent
  | LaunchFlagEvent
  | StoredFileEvent
  | MemberEvent
  | SessionEvent
  | SignInLinkEvent
  | SignOutEvent
  | WebhookEndpointEvent
  | WorkRequestEvent;

/** Listed by type so that the compiler demands one entry for each. */
const LISTED: Readonly<Record<Exclude<PlatformEvent['type'], FactType>, true>> = {
  AccessTokenIssued: true,
  AccessTokenRevoked: true,
  FactHeld: true,
  FileDeleted: true,
  FileStored: true,
  FileUsed: true,
  LaunchFlagSet: true,
  MemberAllowed: true,
  MemberInvited: true,
  MemberJoined: true,
  MemberLanguageChosen: true,
  MemberRemoved: true,
  SignInLinkRequested: true,
  SignInLinkUsed: true,
  SignedIn: true,
  SignedOut: true,
  SignedOutEverywhere: true,
  WebhookEndpointDisabled: true,
  WebhookEndpointEnabled: true,
  WebhookEndpointRegistered: true,
  WebhookEndpointRemoved: true,
  WebhookSecretRotated: true,
  WorkRequestDone: true,
  WorkRequestFailed: true,
  WorkRequestSent: true,
  WorkRequested: true,
};
export const PLATFORM_EVENT_TYPES: readonly string[] = [...Object.keys(LISTED), ...FACT_TYPES];
