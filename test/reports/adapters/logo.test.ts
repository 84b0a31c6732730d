import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { EgressOptions } from '#adapters/egress';
import { checkedPicture, createLogoFetch } from '#adapters/logo/fetch-logo';
import { NotAPicture } from '#adapters/logo/picture';
import { jpeg, jpegSegment, png } from '../pictures.ts';

const PUBLIC = '93.184.215.14';
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});
async function listen(handler: RequestListener): Promise<number> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** The internet on this machine: public names lead to `handler`, all else to a server that nobody may reach. */
async function internet(handler: RequestListener, options: EgressOptions = {}) {
  const inner = { hits: 0 };
  const innerPort = await listen((_, response) => {
    inner.hits += 1;
    response.end(png());
  });
  const outer = await listen(handler);
  const names = new WeakMap<Socket, string>();
  const fetchLogo = createLogoFetch({
    timeoutMs: 400,
    resolve: async () => [PUBLIC],
    connect: ({ address }) =>
      new Promise((resolve, reject) => {
        const socket = connect({ host: '127.0.0.1', port: address === PUBLIC ? outer : innerPort });
        names.set(socket, address);
        socket.once('connect', () => resolve(socket)).once('error', reject);
      }),
    connectedTo: (socket) => names.get(socket) ?? '',
    // What is below TLS is the same; the certificates of a test are nobody's concern.
    secure: async (socket) => socket,
    ...options,
  });
  return { fetchLogo, inner };
}
const sending =
  (body: Buffer | string, headers: Record<string, string> = {}, status = 200): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'image/png', ...headers }).end(body);

describe('a logo', () => {
  it('is what is in it, whatever it is called', async () => {
    const { fetchLogo } = await internet(sending(png({ width: 40, height: 30 }), { 'content-type': 'text/plain' }));
    expect(await fetchLogo('https://agency.example/logo.jpg')).toMatchObject({
      outcome: 'fetched',
      picture: { type: 'image/png', width: 40, height: 30 },
    });
    const other = await internet(sending(jpeg({ width: 7, height: 9 })));
    expect(await other.fetchLogo('https://agency.example/logo.png')).toMatchObject({
      picture: { type: 'image/jpeg', width: 7, height: 9 },
    });
  });

  it.each([
    ['in the clear', 'http://agency.example/logo.png', 'only https'],
    ['of this machine', 'https://127.0.0.1/logo.png', 'not a public'],
    ['of the cloud’s own', 'https://169.254.169.254/latest', 'not a public'],
    ['of another port', 'https://agency.example:8443/logo.png', 'port 8443'],
    ['with credentials', 'https://me:secret@agency.example/logo.png', 'credentials'],
    ['that is a file', 'file:///etc/passwd', 'not fetched'],
  ])('%s is not fetched', async (_, url, reason) => {
    const { fetchLogo, inner } = await internet(sending(png()));
    expect(await fetchLogo(url)).toMatchObject({ outcome: 'refused', reason: expect.stringContaining(reason) });
    expect(inner.hits).toBe(0);
  });

  it.each([
    'https://127.0.0.1/',
    'http://agency.example/',
    'https://localhost/',
    'https://[::1]/',
    'file:///etc/passwd',
  ])('is not followed to %s', async (location) => {
    const { fetchLogo, inner } = await internet(sending('', { location }, 302));
    expect(await fetchLogo('https://agency.example/logo.png')).toMatchObject({ outcome: 'refused' });
    expect(inner.hits).toBe(0);
  });

  it('of a name that leads inside is not fetched, also where it does so only the second time', async () => {
    const answers = [[PUBLIC], ['10.0.0.1']];
    const { fetchLogo, inner } = await internet(sending('', { location: 'https://agency.example/2' }, 302), {
      resolve: async () => answers.shift() ?? ['10.0.0.1'],
    });
    expect(await fetchLogo('https://agency.example/1')).toMatchObject({ outcome: 'refused' });
    expect(inner.hits).toBe(0);
  });

  it('that leads round in circles, is slow, endless or too large is given up', async () => {
    const round = await internet(sending('', { location: 'https://agency.example/' }, 302));
    expect(await round.fetchLogo('https://agency.example/')).toMatchObject({
      outcome: 'refused',
      reason: 'more than 3 redirects',
    });
    const slow = await internet(() => undefined);
    expect(await slow.fetchLogo('https://agency.example/')).toMatchObject({ outcome: 'temporary' });
    let sent = 0;
    const endless = await internet((_, response) => {
      response.writeHead(200, { 'content-type': 'image/png' });
      const more = () => {
        sent += 65_536;
        if (!response.destroyed) response.write(Buffer.alloc(65_536), () => setImmediate(more));
      };
      more();
    });
    expect(await endless.fetchLogo('https://agency.example/')).toEqual({
      outcome: 'refused',
      reason: 'the picture is larger than 2 MiB',
    });
    expect(sent).toBeLessThan(16 * 1024 * 1024);
    const dripping = await internet((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(await dripping.fetchLogo('https://agency.example/')).toMatchObject({ outcome: 'temporary' });
    const broken = await internet(sending('', {}, 500));
    expect(await broken.fetchLogo('https://agency.example/')).toMatchObject({
      outcome: 'temporary',
      error: 'the server answered 500',
    });
    const gone = await internet(sending('', {}, 404));
    expect(await gone.fetchLogo('https://agency.example/')).toMatchObject({
      outcome: 'refused',
      reason: 'the server answered 404',
    });
  });
});

const REFUSED: readonly (readonly [string, Buffer, string])[] = [
  [
    'an SVG',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>'),
    'SVG is not taken',
  ],
  [
    'an SVG behind a prologue',
    Buffer.from('\ufeff<?xml version="1.0"?><!DOCTYPE svg><SVG onload="x()"/>'),
    'SVG is not taken',
  ],
  ['a web page', Buffer.from('<html></html>'), 'neither a PNG nor a JPEG'],
  ['a GIF', Buffer.from('GIF89a'), 'neither'],
  ['nothing', Buffer.alloc(0), 'neither'],
  [
    '200 million pixels in its header',
    png({ width: 20_000, height: 10_000, lines: Buffer.alloc(8) }),
    '20000 × 10000 pixels',
  ],
  ['sides of 2^32', png({ width: 0xffff_ffff, height: 0xffff_ffff, lines: Buffer.alloc(8) }), 'pixels'],
  ['no size', png({ width: 0, height: 3, lines: Buffer.alloc(3) }), 'no size'],
  ['one side too long', png({ width: 4097, height: 1 }), '4097 × 1'],
  ['more in it than it says', png({ width: 2, height: 2, lines: Buffer.alloc(50_000_000) }), 'does not unpack'],
  ['less in it than it says', png({ width: 2, height: 2, lines: Buffer.alloc(3) }), 'does not unpack'],
  ['a JPEG of 65,535 a side', jpeg({ width: 65_535, height: 65_535 }), '65535 × 65535'],
  ['a JPEG of a kind that nobody reads', jpeg({ frame: 0xc9 }), 'of a kind'],
  ['a JPEG of endless scans', jpeg({ scans: 33 }), 'of a kind'],
  ['a JPEG of no scan', jpeg({ scans: 0 }), 'no picture'],
  ['two pictures', jpeg({ more: [jpegSegment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0])] }), 'more than one'],
];

describe('a picture', () => {
  it.each(REFUSED)('with %s is refused', (_, bytes, reason) => {
    expect(() => checkedPicture(bytes)).toThrow(NotAPicture);
    expect(() => checkedPicture(bytes)).toThrow(reason);
  });

  it('keeps nothing besides itself: no texts, no places, nothing that unpacks', () => {
    const bomb = Buffer.concat([Buffer.from('icc\0\0'), Buffer.alloc(1000)]);
    const plain = checkedPicture(
      png({
        more: [
          ['tEXt', Buffer.from('Author\0Someone')],
          ['iCCP', bomb],
          ['zTXt', bomb],
        ],
      }),
    );
    expect(plain.bytes.equals(png())).toBe(true);
    const exif = jpegSegment(0xe1, [...Buffer.from('Exif: at home')]);
    const comment = jpegSegment(0xfe, [...Buffer.from('made by me')]);
    expect(checkedPicture(jpeg({ more: [exif, comment] })).bytes.equals(jpeg())).toBe(true);
    // What stands behind its end is no part of it.
    expect(checkedPicture(Buffer.concat([png(), Buffer.from('<script>')])).bytes.equals(png())).toBe(true);
    expect(checkedPicture(Buffer.concat([jpeg(), Buffer.from('<script>')])).bytes.equals(jpeg())).toBe(true);
  });

  it('that is cut or changed anywhere is refused or still within its bounds, and never a fault of ours', () => {
    const whole = fc.constantFrom(png({ width: 9, height: 9 }), jpeg());
    fc.assert(
      fc.property(whole, fc.nat(), fc.nat(255), fc.nat(), (bytes, at, byte, cut) => {
        const changed = Buffer.from(bytes);
        changed[at % changed.length] = byte;
        for (const each of [changed, changed.subarray(0, cut % changed.length)])
          try {
            const { width, height } = checkedPicture(each);
            expect(width * height).toBeLessThanOrEqual(8_000_000);
          } catch (error) {
            expect(error).toBeInstanceOf(NotAPicture);
          }
      }),
      { numRuns: 400 },
    );
  });
});
