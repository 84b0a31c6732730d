import type { PaymentGateways } from '#commands/billing/ports-payments';
import type { AhrefsCache, AhrefsClient, Vault } from '#commands/links/ports-ahrefs';
import type { CheckPage, IndexingPort } from '#commands/links/ports-backlinks';
import type { ForgetOutside, PersonalData } from '#commands/log/ports-personal-data';
import type { HeadSink, ProofLog } from '#commands/log/ports-proof-log';
import type { EntitlementFeed } from '#commands/plans/entitlement-feed';
import type { MailPort, SendWebhook, SendWorkRequest } from '#commands/platform/ports';
import type { AccountFiles, InspectFile, ObjectStore, SentFiles } from '#commands/platform/ports-files';
import type { SignInOutside } from '#commands/platform/ports-sign-in';
import type { AskWporg, CheckUpload, PlaceInRollout } from '#commands/plugin/ports-plugin';
import type { BundleStore, RenderDispute } from '#commands/proof/ports-proof';
import type { RenderDistribution } from '#commands/reports/distribution-report';
import type { Senders } from '#commands/reports/look';
import type { DrawSmallPage, RenderReport, ShareSecrets, Tickets } from '#commands/reports/ports-reports';
import type { CheckTemplate, FetchLogo, HasTextRecord, PreviewTemplate } from '#commands/reports/ports-white-label';
import type { Seller } from '#domain/billing/seller';
import type { Zone } from '#domain/kernel/calendar';
import type { Day, Instant } from '#domain/kernel/time';
import type { LaunchEnvironment } from '#domain/platform/launch-flag';
import type { Verifier } from '#domain/proof/evidence-bundle';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { EventCodec } from '#runtime/event-codec';
import type { EventStore } from '#runtime/event-store';
import type { IdAllocator } from '#runtime/ids';
import type { Pace } from '#runtime/pace';
import type { Projection } from '#runtime/projection';
import type { Projector } from '#runtime/projector';
import type { Leases } from '#runtime/pump';
import type { Random } from '#runtime/random';
import type { ReadModelStore, ReadTables } from '#runtime/read-model';
import type { Recent } from '#runtime/recent';

/** Everything outside that the system stands on. A test or a simulation puts its own in. */
export type Surroundings = {
  readonly store: EventStore;
  readonly readModels: ReadModelStore;
  readonly ids: IdAllocator;
  readonly leases: Leases;
  readonly clock: Clock;
  readonly random: Random;
  readonly zone: Zone;
  readonly founded: Instant;
  /** Names this process in the attempts it makes. */
  readonly worker: string;
  readonly mail: MailPort;
  readonly sendWorkRequest?: SendWorkRequest | undefined;
  readonly sendWebhook: SendWebhook;
  readonly checkPage: CheckPage;
  readonly indexing: IndexingPort;
  readonly gateways: PaymentGateways;
  readonly pace: Pace;
  readonly ahrefs: {
    readonly client: AhrefsClient;
    readonly vault: Vault;
    readonly cache: AhrefsCache;
    /** Between looks at whether another process has got an answer. */
    readonly pause: (ms: number) => Promise<unknown>;
  };
  readonly personal: PersonalData;
  readonly files: AccountFiles;
  /** What people send, and what is looked into before it is kept. */
  readonly sent: { readonly files: SentFiles; readonly inspect: InspectFile };
  readonly signIn: SignInOutside;
  /** What releases of the plugin need outside. */
  readonly plugin: {
    readonly objects: ObjectStore;
    readonly check: CheckUpload;
    readonly placeOf: PlaceInRollout;
    readonly askWporg: AskWporg;
  };
  /** What reports under an agency's brand need outside. */
  readonly whiteLabel: {
    readonly fetchLogo: FetchLogo;
    readonly hasTextRecord: HasTextRecord;
    readonly checkTemplate: CheckTemplate;
    readonly previewTemplate: PreviewTemplate;
    readonly renderDistribution: RenderDistribution;
    readonly senders: Senders;
  };
  readonly forgetOutside: ForgetOutside;
  readonly reporting: {
    readonly render: RenderReport;
    /** Small pages for people. */
    readonly page: DrawSmallPage;
    readonly secrets: ShareSecrets;
    /** What links to reports carry. */
    readonly tickets: Tickets;
  };
  readonly proof: {
    readonly log: ProofLog;
    readonly sinks: readonly HeadSink[];
    readonly bundles: BundleStore;
    readonly renderDispute: RenderDispute;
    readonly verifier: () => Verifier;
  };
  /** Years after the one of issue for which the recipient of an invoice is kept legible. */
  readonly invoiceRetentionYears: number;
  readonly teamAddress: string;
  /** Who issues the invoices. */
  readonly seller: Seller;
  readonly publicUrl?: string | undefined;
  readonly environment: string;
  /** By which launch flags are set for this installation alone; null where it has no such name. */
  readonly launchEnvironment?: LaunchEnvironment | undefined;
  readonly monotonicMs: () => number;
};

/** The machinery that every room is opened on: the surroundings, and what the system makes of them. */
export type Machine = Surroundings & {
  readonly codec: EventCodec;
  /** The end of the log, for what follows it. */
  readonly recent: Recent;
  /** Keeps what accounts may do; sees every event that this process appends. */
  readonly feed: EntitlementFeed;
  readonly handler: CommandHandler;
  readonly projections: readonly Projection[];
  readonly projector: Projector;
  /** The read models as commands, effects and jobs look things up in them. */
  readonly tables: ReadTables;
  /** Projects what is in the log now, or waits until the process that holds the lease has. */
  readonly upToDate: () => Promise<void>;
  readonly today: () => Day;
};

export type StartOptions = {
  /** False for a command line tool that only needs the system: no server, nothing moves by itself. */
  readonly listen?: boolean;
  readonly note?: (message: string) => void;
  /** Draws reports in place of the product's own threads. */
  readonly drawReports?: RenderReport;
};
