/** The same address in one spelling: an IPv4 that a dual socket shows as IPv6 is the IPv4. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
