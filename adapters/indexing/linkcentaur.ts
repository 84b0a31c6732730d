import { z } from 'zod';
import type { Circuit } from '#adapters/circuit';
import type { IndexingService } from '#commands/links/ports-backlinks';
import { createFormService } from './form-service.ts';
import { below, parse, refusal, unreadable } from './http.ts';

export type LinkCentaurOptions = {
  readonly base?: string | undefined;
  readonly key: string;
  readonly circuit: Circuit;
  readonly timeoutMs: number;
};

const answer = z.object({ status: z.enum(['ok', 'error']), details: z.string().default('') });

/** LinkCentaur, whose documented address is plain http: who listens on the way reads the key. Nothing can be asked afterwards. */
export function createLinkCentaur({
  base = 'http://www.linkcentaur.com',
  key,
  ...line
}: LinkCentaurOptions): IndexingService {
  return createFormService({
    ...line,
    service: 'linkcentaur',
    secret: key,
    url: below(base, '/api/newlinks.json'),
    fields: ({ urls, reference }) => ({ apikey: key, links: urls, campaign: reference }),
    read(body) {
      const read = parse(answer, body);
      if (read === null) return unreadable(body);
      return read.status === 'ok' ? { outcome: 'answered', value: null } : refusal(read.details);
    },
  });
}
