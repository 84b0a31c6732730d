import { BlockList, isIPv4, isIPv6 } from 'node:net';

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
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const inner = new BlockList();
for (const [net, bits] of INNER_V4) inner.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of INNER_V6) inner.addSubnet(net, bits, 'ipv6');
const globalV6 = new BlockList();
globalV6.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether that is the address of a host on the public internet. Of IPv6 only global unicast is:
 * loopback, link-local, unique local, multicast, mapped and translated IPv4 all lie outside of it.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !inner.check(address, 'ipv4');
  if (!isIPv6(address) || address.includes('%')) return false;
  return globalV6.check(address, 'ipv6') && !inner.check(address, 'ipv6');
}

/** Names that mean this machine or this network wherever they are looked up. */
const INNER_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/;

/** Whether a name can be that of a public host at all: it has a dot, and is not of an inner domain. */
export const isPublicName = (name: string): boolean => name.includes('.') && !INNER_NAMES.test(name);

/** The same address in one spelling: an IPv4 that a dual socket shows as IPv6 is the IPv4. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
