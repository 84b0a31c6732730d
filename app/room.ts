import type { SandboxPayments } from '#api/billing/sandbox-payments';
import type { FeatureRoutes } from '#api/http/routes';
import type { EntitlementApi } from '#api/plans/entitlement';
import type { FeatureUsageReader } from '#api/plans/feature-gate';
import type { ApprovalsPart } from '#api/platform/approvals';
import type { Operations } from '#api/platform/operations';
import type { Sandbox } from '#api/platform/sandbox';
import type { SignedLinkApi } from '#api/proof/signed-link';
import type { SeenSubject } from '#api/services/conversation-access';
import type { Subject } from '#commands/services/ports-conversation';
import type { MethodGateway } from '#domain/billing/billing-account-messages';
import type { Day, Instant } from '#domain/kernel/time';
import type { ConversationKind } from '#domain/services/conversation';
import type { OperationsReader } from '#projections/platform/operations-reader';
import type { OverduePart } from '#projections/platform/overdue';
import type { Job } from '#runtime/jobs';
import type { Pump } from '#runtime/pump';
import type { Saga } from '#runtime/saga';
import type { RunReads } from '#runtime/table-reads';
import type { Handlers } from '#runtime/typed-effects';
import type { Outside } from './surroundings.ts';

/**
 * What a room adds to the system. Its projections are not among it: they must be known before commands can wait for them, so each
 * wiring file has a list of them beside the function that opens the room.
 */
export type Room = {
  /** By the names under which the system knows them. */
  readonly commands: object;
  readonly sagas: readonly Saga[];
  /** What it carries out, by kind; each part as `handlersOf` made it. */
  readonly effects: readonly Handlers[];
  readonly jobs: readonly Job[];
  /** What of the room waits for a person. */
  readonly overdue?: OverduePart;
  /** What else it does by itself, in every process. */
  readonly pumps?: readonly Pump[];
  /** What it does before the process ends. */
  readonly lastly?: () => Promise<unknown>;
  /** What of the room waits for a yes or a no. */
  readonly approvals?: (reads: RunReads) => ApprovalsPart;
  /** What of the room people talk about. */
  readonly conversations?: ConversationPart;
  readonly routes: (http: Http) => readonly FeatureRoutes[];
};

/** How what is talked about is found: by anybody of us, and by a caller inside of what they may see. */
export type ConversationPart = {
  readonly kind: ConversationKind;
  readonly of: (id: number) => Promise<Subject | null>;
  readonly seen: (reads: RunReads) => SeenSubject;
};

/** What routes stand on besides their room's commands. */
export type Http = {
  /** Questions inside the caller's scope. */
  readonly reads: RunReads;
  readonly operations: OperationsReader;
  /** What the routes of plans ask of rows that stand further right. */
  readonly accounts: FeatureUsageReader & EntitlementApi['reader'];
  /** Of what waits for a person, of every room. */
  readonly overdueKinds: readonly string[];
  /** Of what waits for a yes or a no, of every room. */
  readonly approvals: readonly ApprovalsPart[];
  readonly now: () => Instant;
  readonly today: () => Day;
  /** True once it holds; false where a moment has passed and it does not. */
  readonly eventually: (holds: () => Promise<boolean>) => Promise<boolean>;
  readonly takes: (gateway: MethodGateway) => boolean;
  readonly position: () => Promise<number>;
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly outside: Pick<Outside, 'gateways' | 'documents'>;
  readonly tickets: SignedLinkApi['tickets'];
  readonly webhookSecretOf: (salt: string) => string;
  readonly operate: Omit<Operations, 'reader'>;
  /** In a sandbox only. */
  readonly sandbox: (Sandbox & { readonly payments: SandboxPayments }) | null;
};
