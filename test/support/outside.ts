import { createAccountFiles, createSentFiles } from '#adapters/account-files';
import { inspectFile } from '#adapters/file-check/inspect';
import { createInMemoryObjects } from '#adapters/object-store/in-memory';
import { createInMemoryPersonalData } from '#adapters/personal-data';
import { checkUpload } from '#adapters/plugin/check';
import { createPlaces } from '#adapters/plugin/rollout';
import { checkTemplate } from '#adapters/report-templates/check';
import { previewOfTemplate } from '#adapters/report-templates/preview';
import { createInMemorySessionActivity } from '#adapters/session-activity';
import type { AhrefsClient } from '#commands/links/ports-ahrefs';
import type {
  CheckPage,
  IndexingPort,
  IndexingService,
  PageEvidence,
  Submission,
} from '#commands/links/ports-backlinks';
import type { PersonalData } from '#commands/log/ports-personal-data';
import type { Instant } from '#domain/kernel/time';
import type { Clock } from '#runtime/clock';
import { sha256 } from '#runtime/random';

/** Files in memory, logos that are not there, domains that prove themselves. */
export function whiteLabelOutside(personal: PersonalData = createInMemoryPersonalData()) {
  const neutral = { origin: null, address: null };
  const house = { origin: () => '', from: { name: 'House', address: 'house@example.com' }, replyTo: null };
  const objects = createInMemoryObjects();
  return {
    personal,
    files: createAccountFiles({ objects, personal }),
    sent: { files: createSentFiles({ objects, personal }), inspect: inspectFile },
    plugin: { objects, check: checkUpload, placeOf: createPlaces(Buffer.alloc(32)), askWporg: async () => null },
    signIn: { activity: createInMemorySessionActivity(), secrets: { of: (text: string) => sha256(text).slice(0, 43) } },
    whiteLabel: {
      fetchLogo: async () => ({ outcome: 'refused' as const, reason: 'there are no pictures here' }),
      hasTextRecord: async () => true,
      checkTemplate,
      previewTemplate: previewOfTemplate,
      renderDistribution: async (document: object) => new TextEncoder().encode(JSON.stringify(document)),
      senders: { house, neutral, everythingAt: null },
    },
  };
}

type Sent = { readonly service: string; readonly url: string; readonly reference: string; readonly at: Instant };

export const page = (found: Partial<PageEvidence> = {}): PageEvidence => ({
  http_status: 200,
  final_url: null,
  redirects: 0,
  link_found: true,
  rel: [],
  flags: [],
  signals: [],
  error: null,
  ...found,
});

/** Pages, indexing services and an index checker in memory, each to be told what to answer. */
export function fakeOutside(clock: Clock) {
  const pages = new Map<string, PageEvidence>();
  const indexedFrom = new Map<string, Instant>();
  const sent: Sent[] = [];
  const checks: string[][] = [];
  /** Answers of a service in the order they are given; then it accepts. `took`: the ledger's truth where it differs. */
  const scripted = new Map<string, { answer: Submission; took: boolean }[]>();

  const service = (name: IndexingService['name'], canLookUp: boolean): IndexingService => ({
    name,
    async submit({ url, reference }) {
      const next = scripted.get(name)?.shift();
      if (next === undefined || next.took) sent.push({ service: name, url, reference, at: clock.now() });
      return next?.answer ?? { outcome: 'accepted', reference: `task-${sent.length}` };
    },
    ...(canLookUp
      ? {
          lookUp: async (reference: string) =>
            sent.some((each) => each.service === name && each.reference === reference)
              ? { outcome: 'accepted' as const, reference: `found-${reference}` }
              : { outcome: 'not_found' as const },
        }
      : {}),
  });
  const checkPage: CheckPage = async ({ url }) => ({ ...(pages.get(url) ?? page()), final_url: url });
  const indexing: IndexingPort = {
    order: ['speedyindex', 'omega'],
    services: { speedyindex: service('speedyindex', true), omega: service('omega', false) },
    checker: {
      name: 'speedyindex-checker',
      batch: 1000,
      async start(urls) {
        checks.push([...urls]);
        const findings = urls.map((url) => {
          const from = indexedFrom.get(url);
          return [url, { indexed: from !== undefined && from <= clock.now(), evidence: { service: 'fake' } }] as const;
        });
        return { outcome: 'found', findings: new Map(findings) };
      },
      resume: async () => ({ outcome: 'failed', error: 'no such task' }),
    },
    indexNow: { holds: () => false, ping: async () => ({ ok: true, status: 200, error: null }) },
  };
  return {
    pages,
    indexedFrom,
    sent,
    checks,
    checkPage,
    indexing,
    script: (name: string, ...answers: { answer: Submission; took: boolean }[]) => scripted.set(name, answers),
  };
}

/** Nobody is connected, so nothing is ever asked. */
export const noAhrefs: AhrefsClient = {
  call: async () => ({ ok: false, kind: 'temporary', error: 'not there', units: 0 }),
  estimate: () => 50,
};
