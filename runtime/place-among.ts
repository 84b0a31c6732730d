import { createHmac } from 'node:crypto';

/** Where somebody stands among a hundred, from 0 up to 100: HMAC-SHA256(key, who), the same every day and in every process. */
export function placeAmongHundred(key: string, who: string | number): number {
  const first = createHmac('sha256', key).update(String(who)).digest().readUInt32BE(0);
  return (first / 2 ** 32) * 100;
}
