import { hostForm, parsedUrl } from './web-address.ts';

/** IPv4 that is not of the public internet (IANA special-purpose registry). */
const INNER_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;
/** Inside of global unicast, and still no host of the internet: protocol assignments, Teredo, documentation, 6to4. */
const INNER_V6 = [
  [[0x2001, 0x0000], 23],
  [[0x2001, 0x0db8], 32],
  [[0x2002, 0x0000], 16],
  [[0x3fff, 0x0000], 20],
] as const;

/** The 32 bits of an IPv4 address as four decimal numbers; null where the text is none. */
function bitsOfV4(address: string): number | null {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) return null;
  return parts.reduce((bits, part) => bits * 256 + Number(part), 0);
}

/** The first 32 bits of an IPv6 address; null where the text is none, or names a zone. */
function firstBitsOfV6(address: string): number | null {
  const url = /^[0-9a-f:.]+$/i.test(address) ? parsedUrl(`http://[${address}]/`) : null;
  if (url === null) return null;
  // The parser shortens zeros to `::`, so that what stands before it is the beginning.
  const [before = ''] = url.hostname.slice(1, -1).split('::');
  const groups = before === '' ? [] : before.split(':').map((group) => Number.parseInt(group, 16));
  return (groups[0] ?? 0) * 0x1_0000 + (groups[1] ?? 0);
}

const within = (bits: number, net: number, length: number): boolean =>
  Math.floor(bits / 2 ** (32 - length)) === Math.floor(net / 2 ** (32 - length));

/**
 * Whether that is the address of a host on the public internet. Of IPv6 only global unicast is:
 * loopback, link-local, unique local, multicast, mapped and translated IPv4 all lie outside of it.
 */
export function isPublicAddress(address: string): boolean {
  const v4 = bitsOfV4(address);
  if (v4 !== null) return !INNER_V4.some(([net, length]) => within(v4, bitsOfV4(net) ?? 0, length));
  const v6 = firstBitsOfV6(address);
  if (v6 === null || !within(v6, 0x2000_0000, 3)) return false;
  return !INNER_V6.some(([[first, second], length]) => within(v6, first * 0x1_0000 + second, length));
}

/** Names that mean this machine or this network wherever they are looked up. */
const INNER_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/;

/** Whether a name can be that of a public host at all: it has a dot, and is not of an inner domain. */
export const isPublicName = (name: string): boolean => name.includes('.') && !INNER_NAMES.test(name);

/**
 * Whether what stands at an address, or at a bare host, can ever be fetched from the public internet: false for an inner
 * address in whatever spelling and for an inner name. Where a name leads is known only once it is looked up.
 */
export function mayBePublic(address: string): boolean {
  const host = hostForm(address)?.replace(/^\[|\]$/g, '') ?? null;
  if (host === null) return false;
  const isAddress = host.includes(':') || bitsOfV4(host) !== null;
  return isAddress ? isPublicAddress(host) : isPublicName(host);
}
