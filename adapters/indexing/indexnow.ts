import type { Circuit } from '#adapters/circuit';
import type { IndexNow } from '#commands/links/ports-backlinks';
import { siteForm } from '#domain/kernel/web-address';
import { below, restsUntil, send } from './http.ts';

export type IndexNowOptions = {
  readonly base?: string | undefined;
  /** By host, as it stands in URLs: `www.example.com`, with its port where it has one. */
  readonly keys: Readonly<Record<string, string>>;
  readonly circuit: Circuit;
  readonly timeoutMs: number;
};

/** One ping reaches every engine that takes part. 202: received, while the key file on the host is still to be looked at. */
export function createIndexNow({
  base = 'https://api.indexnow.org',
  keys,
  circuit,
  timeoutMs,
}: IndexNowOptions): IndexNow {
  const address = below(base, '/indexnow');
  // Hosts are set down as they stand in addresses, in whatever spelling.
  const byHost = new Map(
    Object.entries(keys).flatMap(([host, key]) =>
      ['http', 'https'].map((scheme) => [siteForm(`${scheme}://${host}`) ?? host, key] as const),
    ),
  );
  const keyOf = (url: string): string | undefined => byHost.get(siteForm(url) ?? '');
  return {
    holds: (url) => keyOf(url) !== undefined,
    async ping(url) {
      const key = keyOf(url);
      if (key === undefined) return { ok: false, status: null, error: 'no IndexNow key is held for that host' };
      const question = { method: 'GET', url: `${address}?${new URLSearchParams({ url, key })}` } as const;
      const result = await circuit.run(
        () => send(question, timeoutMs),
        (sent) => sent.outcome !== 'answered' || sent.status === 429 || sent.status >= 500,
      );
      if ('openUntil' in result) return { ok: false, status: null, error: restsUntil('indexnow', result.openUntil) };
      const { answer } = result;
      if (answer.outcome !== 'answered') return { ok: false, status: null, error: `indexnow ${answer.error}` };
      const { status } = answer;
      const ok = status === 200 || status === 202;
      return { ok, status, error: ok ? null : `indexnow answered ${status}` };
    },
  };
}
