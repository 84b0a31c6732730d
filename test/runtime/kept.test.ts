import { describe, expect, it } from 'vitest';
import { Kept } from '#runtime/kept';

const kept = (at = { ms: 0 }) =>
  new Kept<string>({ mostBytes: 10, lastsMs: 1000, bytesOf: (text) => text.length, monotonicMs: () => at.ms });

describe('what is kept', () => {
  it('is made once for all who ask at once, and again once its time is over', async () => {
    const at = { ms: 0 };
    const own = kept(at);
    let made = 0;
    const make = async () => `no ${++made}`;
    expect(await Promise.all([own.get('a', make), own.get('a', make)])).toEqual(['no 1', 'no 1']);
    at.ms = 999;
    expect(await own.get('a', make)).toBe('no 1');
    at.ms = 1000;
    expect(await own.get('a', make)).toBe('no 2');
  });

  it('is as much as there is room for: what was not asked for longest goes first', async () => {
    const own = kept();
    const get = (name: string, text: string) => own.get(name, async () => text);
    await get('a', '12345');
    await get('b', '12345');
    await get('a', 'other');
    await get('c', '123');
    expect([await get('a', 'new'), await get('b', 'new')]).toEqual(['12345', 'new']);
    // What alone is too large is given, and drives nothing out.
    expect(await get('d', '12345678901')).toBe('12345678901');
    expect(await get('d', 'smaller')).toBe('smaller');
  });

  it('is nothing that failed, and nothing that is not there', async () => {
    const own = kept();
    await expect(own.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect([await own.get('a', async () => null), await own.get('a', async () => 'there')]).toEqual([null, 'there']);
  });
});
