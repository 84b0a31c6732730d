import { Kept } from '#runtime/kept';

/** Whose name stands in an address: the house's, or that of nobody or of an agency. */
export type ReportHost =
  | { readonly neutral: false }
  | { readonly neutral: true; readonly branding: number | null; readonly open: boolean };

/** So long is a host taken for what it was found to be. */
const LASTS_MS = 5_000;
const MOST_HOSTS = 2_000;
const OWN: ReportHost = { neutral: false };

/** A name as it is looked up: without port and closing dot, in lower case. */
const bareName = (host: string): string => host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '');
/** Addresses and single names are what operators use; no agency can prove one. */
const isOperators = (name: string): boolean => !name.includes('.') || /^[\d.]+$/.test(name) || name.includes(':');

/**
 * Whose host a request came to. The house's own public address is never anybody else's; neither is a name that nobody has proved,
 * so that nobody can take a host out of use by claiming it.
 */
export function reportHosts(deps: {
  /** Addresses: the house's, and the neutral one that is nobody's. */
  readonly publicUrl: string | null;
  readonly neutralUrl: string | null;
  /** Of a domain that was proved for a branding: whether it is served now; null for any other. */
  readonly proved: (domain: string) => Promise<{ readonly branding: number; readonly open: boolean } | null>;
  readonly monotonicMs: () => number;
}) {
  const nameOf = (url: string | null) => (url === null ? null : bareName(new URL(url).host));
  const [own, neutral] = [nameOf(deps.publicUrl), nameOf(deps.neutralUrl)];
  const known = new Kept<ReportHost>({
    mostBytes: MOST_HOSTS,
    lastsMs: LASTS_MS,
    bytesOf: () => 1,
    monotonicMs: deps.monotonicMs,
  });
  return async (host: string): Promise<ReportHost> => {
    const name = bareName(host);
    if (name === own || isOperators(name)) return OWN;
    if (name === neutral) return { neutral: true, branding: null, open: true };
    const found = await known.get(name, async () => {
      const claim = await deps.proved(name);
      return claim === null ? OWN : { neutral: true, ...claim };
    });
    return found ?? OWN;
  };
}
