import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBePublic } from '#domain/kernel/public-address';
import {
  domainForm,
  hostForm,
  isSamePage,
  pageForm,
  siteForm,
  spelling,
  spellingsOf,
} from '#domain/kernel/web-address';

/** A character as it may be written in an address: an unreserved one bare or escaped, any other one escaped in any case. */
type Written = { readonly is: string; readonly bare: boolean; readonly lower: boolean };
const inWriting = ({ is, bare, lower }: Written): string => {
  if (bare && /[A-Za-z0-9\-._~]/.test(is)) return is;
  const escapes = [...Buffer.from(is)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  return lower ? escapes : escapes.toUpperCase();
};

const character = fc.oneof(
  fc.constantFrom(...'abzAZ09-_~'),
  fc.constantFrom(...'&=+/?#%;:@ '),
  fc.constantFrom('é', 'س', '漢', '😀'),
);
const word = fc.array(character, { minLength: 1, maxLength: 6 });
const address = fc.record({
  host: fc.constantFrom('acorn.example', 'münchen.example'),
  path: fc.array(word, { maxLength: 3 }),
  query: fc.array(fc.tuple(word, word), { maxLength: 3 }),
});
type Address = { host: string; path: string[][]; query: [string[], string[]][] };
/** Writes it down, each character in its own way. */
const written = (given: Address, ways: () => { bare: boolean; lower: boolean }, host = given.host): string => {
  const text = (characters: readonly string[]) => characters.map((is) => inWriting({ is, ...ways() })).join('');
  const query = given.query.map(([name, value]) => `${text(name)}=${text(value)}`).join('&');
  return `https://${host}/${given.path.map(text).join('/')}${query === '' ? '' : `?${query}`}`;
};
const plainly = (given: Address): string => written(given, () => ({ bare: true, lower: false }));
/** What an address means: its parts, character by character. Parameters that are set aside are left out. */
const meaning = ({ host, path, query }: Address): string =>
  JSON.stringify([host, path, query.filter(([name]) => !/^utm_/i.test(name.join('')))]);

describe('addresses', () => {
  it('are equal in every spelling (RFC 3986, 6.2.2)', () => {
    fc.assert(
      fc.property(address, fc.infiniteStream(fc.boolean()), fc.boolean(), (given, coin, upper) => {
        const toss = () => coin.next().value as boolean;
        const spelt = written(
          given as Address,
          () => ({ bare: toss(), lower: toss() }),
          upper ? given.host.toUpperCase() : given.host,
        );
        expect(pageForm(spelt)).toBe(pageForm(plainly(given as Address)));
        expect(spelling(spelt)).toBe(spelling(plainly(given as Address)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are different where they mean something else', () => {
    fc.assert(
      fc.property(address, address, (one, other) => {
        const isEqual = meaning(one as Address) === meaning(other as Address);
        expect(isSamePage(plainly(one as Address), plainly(other as Address))).toBe(isEqual);
      }),
      { numRuns: 2_000 },
    );
    // Two that are drawn apart are rarely near: one part is changed, or a delimiter takes the place of its escape.
    fc.assert(
      fc.property(address, word, fc.constantFrom('&', '=', '+', '/', '#'), (given, more, delimiter) => {
        const query = [...given.query, [['k'], [...more, delimiter, 'x']]] as Address['query'];
        const spelt = plainly({ ...given, query });
        const bare = spelt.replace(new RegExp(`${encodeURIComponent(delimiter)}x$`), `${delimiter}x`);
        // A slash and all that a query may hold bare is no delimiter of it, and stands for itself all the same.
        expect(isSamePage(spelt, bare)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('have one spelling, which is its own', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(spelling(spelling(url))).toBe(spelling(url));
        expect(pageForm(spelling(url))).toBe(pageForm(url));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (rest) => {
        const once = spelling(`https://acorn.example/${rest}`);
        expect(spelling(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['https://a.example', 'http://A.example:80/#x'],
    ['https://a.example/x?b=1&utm_campaign=z', 'https://a.example/x/?b=1'],
    ['https://a.example/x?%75tm_source=z', 'https://a.example/x'],
    ['https://a.example./', 'https://a.example/'],
    ['https://a.example/a/./b/../c', 'https://a.example/a/c'],
    ['https://a.example/a/%2e%2E/c', 'https://a.example/c'],
    ['https://a.example/a|b[1]', 'https://a.example/a%7Cb%5b1%5D'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['http://93.184.215.14/', 'http://0x5db8d70e/'],
  ])('%s is %s', (one, other) => expect(isSamePage(one, other)).toBe(true));

  it.each([
    ['https://a.example:8443/', 'https://a.example/'],
    ['http://a.example:443/', 'https://a.example/'],
    ['https://a.example/?b=1', 'https://a.example/?b=2'],
    ['https://a.example/?b=1&c=2', 'https://a.example/?c=2&b=1'],
    ['https://a.example/%41%', 'https://a.example/A%2525'],
    ['https://user@a.example/', 'https://a.example/'],
    ['https://www.a.example/', 'https://a.example/'],
  ])('%s is not %s', (one, other) => expect(isSamePage(one, other)).toBe(false));

  it('are told to those who compare text in every case of their escapes', () => {
    expect(spellingsOf('https://a.example/%d8%B3')).toEqual(
      expect.arrayContaining(['https://a.example/%d8%b3', 'https://a.example/%D8%B3', 'https://a.example/%d8%B3']),
    );
    expect(spellingsOf('https://a.example/x')).toEqual(['https://a.example/x']);
  });
});

describe('hosts', () => {
  it('have one spelling', () => {
    expect(['WWW.Acorn.example', 'www.acorn.example.', 'https://www.acorn.example:8443/x'].map(hostForm)).toEqual(
      Array.from({ length: 3 }, () => 'www.acorn.example'),
    );
    expect(domainForm('https://WWW.Bücher.example./x')).toBe('xn--bcher-kva.example');
    expect(siteForm('https://Acorn.example:443/x')).toBe('acorn.example');
    expect(siteForm('https://Acorn.example:8443/x')).toBe('acorn.example:8443');
    expect(hostForm('no host')).toBeNull();
  });

  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'https://10.1.2.3/x',
    'http://169.254.169.254/',
    'https://router/',
    'https://a.localhost/',
    'localhost:8080',
    'http://printer.local./',
    'http://[fd00::1]:8080/',
    '192.168.0.1',
    'http://127。0。0。1/',
    'ftp://a.example/',
  ])('%s can never be of the public internet', (text) => expect(mayBePublic(text)).toBe(false));
  it.each([
    'https://a.example/',
    'a.example',
    'http://93.184.215.14/',
    'https://[2606:4700::1111]/',
    'münchen.example',
  ])('%s may be', (text) => expect(mayBePublic(text)).toBe(true));
});
