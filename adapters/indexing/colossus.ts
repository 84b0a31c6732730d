import type { Circuit } from '#adapters/circuit';
import type { IndexingService } from '#commands/links/ports-backlinks';
import { createFormService, readWord } from './form-service.ts';

export type ColossusOptions = {
  /** The whole address that is posted to. */
  readonly base: string;
  readonly key: string;
  /** What its form calls the key, the URLs and the campaign's name. */
  readonly fields?: { readonly key: string; readonly urls: string; readonly campaign: string };
  /** The text that means it was taken, whatever its case. */
  readonly accepted?: string;
  readonly circuit: Circuit;
  readonly timeoutMs: number;
};

const FIELDS = { key: 'apikey', urls: 'urls', campaign: 'campaignname' };

/** Colossus Indexer publishes no contract: a form of the shape its peers use, whose names are set by who holds an account. */
export function createColossus({
  base,
  key,
  fields = FIELDS,
  accepted = 'done',
  ...line
}: ColossusOptions): IndexingService {
  return createFormService({
    ...line,
    service: 'colossus',
    secret: key,
    url: new URL(base).href,
    fields: ({ urls, reference }) => ({ [fields.key]: key, [fields.campaign]: reference, [fields.urls]: urls }),
    read: readWord(accepted),
  });
}
