import { FileAltered } from '#adapters/account-files';
import { sha256 } from '#adapters/proof/digest';
import { createInMemoryReadModels } from '#adapters/read-model-in-memory';
import { auditLogApi } from '#api/proof/audit-log';
import { auditReplayApi } from '#api/proof/audit-replay';
import { disputeApi } from '#api/proof/dispute';
import { signedLinkApi } from '#api/proof/signed-link';
import { explainCommands } from '#commands/proof/audit-explain';
import { replayCommands } from '#commands/proof/audit-replay';
import type { FoldedStream } from '#commands/proof/audit-streams';
import { disputeEffects } from '#commands/proof/dispute-effects';
import { evidenceCommands, networkFieldsIn } from '#commands/proof/evidence-bundle';
import type { CompareReport } from '#commands/proof/ports-proof';
import { billingReader } from '#projections/billing/billing-reader';
import { TOKENS } from '#projections/platform/access-token';
import { typed } from '#runtime/table-reads';
import { dispute } from '#sagas/proof/dispute';
import type { BillingRoom } from './billing.ts';
import { summarize } from './events.ts';
import { invoicePdf } from './invoice-pdf.ts';
import type { LogRoom } from './log.ts';
import type { Machine } from './machine.ts';
import type { PlatformRoom } from './platform.ts';
import type { Room } from './room.ts';

type Left = {
  readonly log: LogRoom;
  readonly platform: PlatformRoom;
  readonly billing: BillingRoom;
  /** Streams of rooms on the right, which states of streams are told of too. */
  readonly folded: readonly FoldedStream[];
  readonly compareReport: CompareReport;
};

function nullIfAltered(error: unknown): null {
  if (error instanceof FileAltered) return null;
  throw error;
}

/** Why every amount is what it is: explanations, replays, and evidence that anybody can check. */
export function openProof(machine: Machine, { log: { reads }, platform, billing, folded, compareReport }: Left) {
  const { store, codec, clock, zone, proof, gateways, personal, projections, projector, tables, upToDate } = machine;
  const { log } = proof;
  const { invoices, disputes } = billing.commands;
  const explain = explainCommands({ store, log, codec, summarize });
  const evidence = evidenceCommands({
    store,
    codec,
    log,
    invoices,
    explain,
    reads,
    clock,
    zone,
    sha256,
    bundles: proof.bundles,
    render: proof.renderDispute,
    contact: machine.teamAddress,
    seller: machine.seller,
    verifier: proof.verifier,
    summarize,
    // A file that is not what it was is none that was sent: it is named, and not enclosed.
    fileOf: (account, hash) => machine.files.get(account, hash).catch(nullIfAltered),
    sentFileOf: (account, { id, sha256: hash }) => machine.sent.files.get(account, id, hash).catch(nullIfAltered),
  });
  const replay = replayCommands({
    store,
    log,
    codec,
    projections,
    scratch: createInMemoryReadModels,
    live: tables,
    upToDate,
    zone,
    compare: (model) => projector.replay(model),
    compareReport,
  });
  return {
    commands: { explain, evidence, replay },
    sagas: [dispute],
    effects: [
      disputeEffects({
        gateways,
        disputes,
        personal,
        fields: async (hash) => networkFieldsIn(await evidence.bundle(hash)),
      }),
    ],
    jobs: [],
    routes: (http) => {
      const { now, tickets } = http;
      const reader = billingReader(http.reads);
      return [
        signedLinkApi({
          tickets,
          reader,
          pdf: invoicePdf(machine, { directory: platform.directory, details: billing.commands.billingDetails }, http),
          now,
          publicUrl: machine.publicUrl ?? '',
          bundle: (hash) => evidence.bundle(hash),
          accepts: async (id) => {
            const token = await typed(tables).get(TOKENS, { id });
            return token?.revoked_at === null;
          },
        }),
        disputeApi({ disputes, evidence, reader }),
        auditLogApi({ store, log, codec, summarize, folded }),
        auditReplayApi({ explain, replay, reader, now }),
      ];
    },
  } satisfies Room & Record<string, unknown>;
}
