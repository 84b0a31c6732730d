import { lookup } from 'node:dns/promises';
import { isIP, connect as netConnect, type Socket } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import fetch, { type Response } from 'node-fetch';
import { plainAddress } from '#adapters/egress/address';
import { pinnedAgent } from '#adapters/egress/agents';
import { isPublicAddress, isPublicName } from '#domain/kernel/public-address';
import { parsedUrl } from '#domain/kernel/web-address';

/** The address may not be asked, now or later. */
export class EgressRefused extends Error {
  override readonly name = 'EgressRefused';
}
export type EgressTrouble = 'timeout' | 'too_large' | 'dns' | 'connection' | 'too_many_redirects' | 'bad_redirect';
/** The address may be asked, but there was no answer of use. */
export class EgressFailed extends Error {
  override readonly name = 'EgressFailed';
  readonly kind: EgressTrouble;
  constructor(kind: EgressTrouble, message: string) {
    super(message);
    this.kind = kind;
  }
}

export type EgressOptions = {
  /** All addresses of a name; asked once for each request that is made. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  /** An open connection to that very address. */
  readonly connect?: (to: {
    readonly address: string;
    readonly port: number;
    readonly secure: boolean;
    /** Aborted once nobody waits for the connection any more. */
    readonly signal: AbortSignal;
  }) => Promise<Socket>;
  /** The address that a socket is connected to, checked once more before anything is sent. */
  readonly connectedTo?: (socket: Socket) => string;
  /** Lays TLS on a connection. */
  readonly secure?: (socket: Socket, servername: string) => Promise<Socket>;
  /** For everything that one call does, redirects and body included. */
  readonly timeoutMs?: number;
  /** For a connection to one of several addresses, before the next is tried; a quarter of the whole unless told. */
  readonly connectTimeoutMs?: number;
  /** Of the body, after decoding. */
  readonly maxBytes?: number;
  /** Ports that may be asked; every port where it is left out. */
  readonly ports?: readonly number[];
  /** True where nothing is fetched in the clear, no hop of a redirect either. */
  readonly secureOnly?: boolean;
  /** Inner addresses that may be asked all the same: for tests. */
  readonly allow?: readonly string[];
};

export type EgressAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Each header's values one by one, where they are known so: what was sent twice is joined in `headers`. */
  readonly repeated?: Readonly<Record<string, readonly string[]>>;
  readonly body: Buffer;
  readonly url: string;
  readonly redirects: number;
};
export type Egress = {
  /** Follows redirects; reads the body only where its content type matches. */
  get(url: string, read?: { readonly accept?: RegExp; readonly maxRedirects?: number }): Promise<EgressAnswer>;
  /** Follows none. */
  post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<EgressAnswer>;
};

/** Of a name that has more, the others are not tried. */
const MOST_ADDRESSES = 8;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const AGENT = 'igny8-business (link check)';

/**
 * The one way out to addresses that others choose. A name is looked up once for each request, every address of it
 * must be public, the connection goes to the address that was checked, and what it is connected to is checked again;
 * each redirect begins anew. Neither cookies nor credentials are sent.
 * Throws `EgressRefused` and `EgressFailed`.
 */
export function createEgress(options: EgressOptions = {}): Egress {
  const { timeoutMs = 10_000, maxBytes = 2 * 1024 * 1024, allow = [], ports, secureOnly = false } = options;
  const { connectTimeoutMs = timeoutMs / 4 } = options;
  const { resolve = systemLookup, connect = openSocket, secure = overTls } = options;
  const { connectedTo = (socket) => socket.remoteAddress ?? '' } = options;
  const isAllowed = (address: string) => allow.includes(address) || isPublicAddress(address);

  /** The addresses to connect to, in the order to try them in: at least one, all of them checked. */
  async function addressesOf(url: URL): Promise<readonly string[]> {
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw new EgressRefused(`${url.protocol} is not fetched`);
    if (secureOnly && url.protocol !== 'https:') throw new EgressRefused('only https is fetched');
    if (url.username !== '' || url.password !== '')
      throw new EgressRefused('addresses with credentials are not fetched');
    if (ports && !ports.includes(portOf(url))) throw new EgressRefused(`port ${portOf(url)} is not fetched`);
    const host = hostOf(url);
    if (isIP(host) === 0 && !isPublicName(host) && !allow.includes(host))
      throw new EgressRefused(`${host} is not a public name`);
    const addresses = isIP(host) === 0 ? await resolve(host).catch(noSuchName(host)) : [host];
    const refused = addresses.find((address) => !isAllowed(address));
    if (refused !== undefined) throw new EgressRefused(`${refused} is not a public address`);
    if (addresses.length === 0) throw new EgressFailed('dns', `${host} has no address`);
    return [...new Set(addresses)].slice(0, MOST_ADDRESSES);
  }

  /** A connection to the first of the addresses that answers; one that may not be asked is no reason to try another. */
  async function open(url: URL, addresses: readonly string[], signal: AbortSignal): Promise<Socket> {
    for (const [index, address] of addresses.entries()) {
      const isLast = index === addresses.length - 1;
      try {
        return await attempt(url, address, isLast ? timeoutMs : connectTimeoutMs, signal);
      } catch (error) {
        if (isLast || signal.aborted || error instanceof EgressRefused) throw error;
      }
    }
    throw new EgressFailed('dns', `${hostOf(url)} has no address`);
  }

  async function attempt(url: URL, address: string, limitMs: number, whole: AbortSignal): Promise<Socket> {
    const attempt = new AbortController();
    const giveUp = () => attempt.abort();
    const timer = setTimeout(giveUp, limitMs);
    whole.addEventListener('abort', giveUp, { once: true });
    try {
      return await within(attempt.signal, openTo(url, address, attempt.signal));
    } catch (error) {
      giveUp();
      throw error;
    } finally {
      clearTimeout(timer);
      whole.removeEventListener('abort', giveUp);
    }
  }

  async function openTo(url: URL, address: string, signal: AbortSignal): Promise<Socket> {
    const isSecure = url.protocol === 'https:';
    const socket = await connect({ address, port: portOf(url), secure: isSecure, signal });
    signal.addEventListener('abort', () => socket.destroy(), { once: true });
    if (signal.aborted) socket.destroy();
    const connected = plainAddress(connectedTo(socket));
    if (!signal.aborted && (connected !== plainAddress(address) || !isAllowed(connected)))
      throw new EgressRefused(`connected to ${connected || 'nowhere'} instead of ${address}`);
    return isSecure ? secure(socket, hostOf(url)) : socket;
  }

  async function request(url: URL, signal: AbortSignal, init: object): Promise<Response> {
    const addresses = await within(signal, addressesOf(url));
    // What goes wrong with the connection comes back in the client's own words; that it was refused must not be lost.
    let refused: EgressRefused | null = null;
    const agent = pinnedAgent(url.protocol, () =>
      open(url, addresses, signal).catch((error: unknown) => {
        if (error instanceof EgressRefused) refused = error;
        throw error;
      }),
    );
    const asked = fetch(url.href, { ...init, agent, redirect: 'manual', size: maxBytes, signal: signal as never });
    return asked.catch((error: unknown) => {
      throw refused ?? error;
    });
  }

  async function answer(response: Response, url: URL, redirects: number, accept: RegExp | null): Promise<EgressAnswer> {
    const wanted = accept === null || accept.test(response.headers.get('content-type') ?? '');
    const body = wanted ? Buffer.from(await response.arrayBuffer()) : Buffer.alloc(0);
    if (!wanted) discard(response);
    const headers = Object.fromEntries(response.headers);
    const repeated = Object.fromEntries(
      Object.entries(response.headers.raw()).map(([name, values]) => [name, values.map(fromUtf8)]),
    );
    return { status: response.status, headers, repeated, body, url: url.href, redirects };
  }

  async function guarded<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return await work(signal);
    } catch (error) {
      throw asTrouble(error, signal, timeoutMs);
    }
  }

  return {
    get: (from, { accept, maxRedirects = 5 } = {}) =>
      guarded(async (signal) => {
        let url = parsed(from);
        for (let redirects = 0; ; redirects++) {
          const headers = { 'user-agent': AGENT, accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1' };
          const response = await request(url, signal, { headers });
          const sent = response.headers.get('location');
          if (!REDIRECTS.has(response.status) || sent === null) return answer(response, url, redirects, accept ?? null);
          discard(response);
          if (redirects === maxRedirects)
            throw new EgressFailed('too_many_redirects', `more than ${maxRedirects} redirects`);
          const location = fromUtf8(sent);
          const next = parsedUrl(location, url.href);
          if (next === null) throw new EgressFailed('bad_redirect', 'a redirect leads nowhere');
          url = next;
        }
      }),
    post: (to, body, headers) =>
      guarded(async (signal) => {
        const url = parsed(to);
        const init = { method: 'POST', body, headers: { 'user-agent': AGENT, ...headers } };
        return answer(await request(url, signal, init), url, 0, null);
      }),
  };
}

function parsed(text: string): URL {
  const url = parsedUrl(text);
  if (url === null) throw new EgressRefused('not an address');
  return url;
}
/** Without the brackets of IPv6 and a last dot. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
const portOf = (url: URL): number => (url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port));

const systemLookup = async (host: string): Promise<string[]> =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
const noSuchName = (host: string) => (error: unknown) => {
  const { code } = error as { code?: string };
  throw new EgressFailed('dns', `${host} cannot be looked up${code ? ` (${code})` : ''}`);
};

const openSocket: NonNullable<EgressOptions['connect']> = ({ address, port, signal }) =>
  ready(netConnect({ host: address, port, signal }), 'connect');
const overTls = (socket: Socket, servername: string): Promise<Socket> =>
  ready(tlsConnect({ socket, ...(isIP(servername) === 0 ? { servername } : {}) }), 'secureConnect');

/** The listener stays for good: a socket may break before whoever asked for it has it. */
function ready<T extends Socket>(socket: T, event: string): Promise<T> {
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.once(event, () => resolve(socket));
  });
}

/** What was begun, for as long as it is waited for. */
async function within<T>(signal: AbortSignal, begun: Promise<T>): Promise<T> {
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new Error('aborted'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([begun, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
    begun.catch(() => undefined);
  }
}

/** A header's text: node gives its bytes as Latin-1, while what is sent raw is UTF-8 wherever it can be read so. */
function fromUtf8(header: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'));
  } catch {
    return header;
  }
}

/** Nothing more is read of it. */
function discard(response: Response): void {
  const body = response.body as (NodeJS.ReadableStream & { destroy?: () => void }) | null;
  body?.on('error', () => undefined);
  body?.destroy?.();
}

function asTrouble(error: unknown, signal: AbortSignal, timeoutMs: number): Error {
  if (error instanceof EgressRefused || error instanceof EgressFailed) return error;
  const { cause, message = String(error), type } = error as { cause?: unknown; message?: string; type?: string };
  if (cause instanceof EgressRefused || cause instanceof EgressFailed) return cause;
  if (signal.aborted) return new EgressFailed('timeout', `no whole answer within ${timeoutMs} ms`);
  if (type === 'max-size') return new EgressFailed('too_large', 'the answer is too large');
  return new EgressFailed('connection', message.replace(/^request to \S+ failed, reason: /, ''));
}
