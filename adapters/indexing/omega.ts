import type { Circuit } from '#adapters/circuit';
import type { IndexingService } from '#commands/links/ports-backlinks';
import { createFormService, readWord } from './form-service.ts';
import { below } from './http.ts';

export type OmegaOptions = {
  readonly base?: string | undefined;
  readonly key: string;
  readonly circuit: Circuit;
  readonly timeoutMs: number;
};

/** Omega Indexer: only the body `done` means that it was taken; nothing can be asked afterwards. The URL is sent at once, not dripped. */
export function createOmega({ base = 'https://app.omegaindexer.com', key, ...line }: OmegaOptions): IndexingService {
  return createFormService({
    ...line,
    service: 'omega',
    secret: key,
    url: below(base, '/api/omega-indexer-api'),
    fields: ({ urls, reference }) => ({ apikey: key, campaignname: reference, urls, dripfeed: '0' }),
    read: readWord('done'),
  });
}
