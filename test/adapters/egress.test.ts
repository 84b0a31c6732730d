import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createEgress, EgressFailed, type EgressOptions, EgressRefused } from '#adapters/egress';
import { isPublicAddress, isPublicName } from '#domain/kernel/public-address';

const PUBLIC = '93.184.215.14';
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function listen(handler: RequestListener): Promise<number> {
  const server: Server = createServer({ maxHeaderSize: 64 * 1024 }, handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/**
 * The internet on this machine: every public name has a public address, and connections to that address reach `handler`.
 * `inner` is a server that nobody may reach; it counts who does.
 */
async function internet(handler: RequestListener, options: EgressOptions = {}) {
  const inner = { hits: 0, port: 0 };
  inner.port = await listen((_, response) => {
    inner.hits += 1;
    response.end('secret');
  });
  const outer = await listen(handler);
  const dialled: string[] = [];
  const names = new WeakMap<Socket, string>();
  const egress = createEgress({
    timeoutMs: 2_000,
    resolve: async () => [PUBLIC],
    connect: ({ address, port }) =>
      new Promise((resolve, reject) => {
        dialled.push(`${address}:${port}`);
        // Only what was dialled as public reaches the outer server; anything else would reach the inner one.
        const socket = connect({ host: '127.0.0.1', port: address === PUBLIC ? outer : inner.port });
        names.set(socket, address);
        socket.once('connect', () => resolve(socket)).once('error', reject);
      }),
    connectedTo: (socket) => names.get(socket) ?? '',
    ...options,
  });
  return { egress, inner, dialled };
}
const opened = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(socket)).once('error', reject);
  });
const redirectTo =
  (location: string): RequestListener =>
  (_, response) =>
    response.writeHead(302, { location }).end();

/** Every way to write an address that is not of the public internet. */
const INNER = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://127.0.0.1:8080/',
  'http://2130706433/',
  'http://0177.0.0.1/',
  'http://0x7f.0.0.1/',
  'http://0x7f000001/',
  'http://017700000001/',
  'http://localhost/',
  'http://LOCALHOST./',
  'http://foo.localhost/',
  'http://0.0.0.0/',
  'http://0/',
  'http://[::1]/',
  'http://[::]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://198.18.0.1/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001::1]/',
  'http://[2001:db8::1]/',
  'http://metadata.google.internal/',
  'http://router/',
  'http://printer.local/',
  'http://db.lan/',
  'http://good.example@127.0.0.1/',
  'http://user:secret@good.example/',
  'ftp://good.example/',
  'file:///etc/passwd',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://192.0.2.1/',
  'http://１２７.０.０.１/',
  'http://127。0。0。1/',
];

describe('an address that is not public', () => {
  it.each(INNER)('%s is not fetched', async (url) => {
    const { egress, inner, dialled } = await internet((_, response) => response.end());
    await expect(egress.get(url)).rejects.toThrow(EgressRefused);
    expect([inner.hits, dialled]).toEqual([0, []]);
  });

  // Headers carry ASCII only.
  it.each(INNER.filter((url) => /^[\x20-\x7e]+$/.test(url)))(
    '%s is not fetched after a redirect either',
    async (url) => {
      const { egress, inner, dialled } = await internet(redirectTo(url));
      await expect(egress.get('http://good.example/')).rejects.toThrow(EgressRefused);
      expect([inner.hits, dialled]).toEqual([0, [`${PUBLIC}:80`]]);
    },
  );

  it('in no spelling of any private IPv4', async () => {
    const { egress, inner, dialled } = await internet((_, response) => response.end());
    const spelt = (bytes: readonly number[], how: number): string => {
      const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
      const each = (text: (byte: number) => string) => bytes.map(text).join('.');
      const ways = [each(String), String(value), `0x${value.toString(16)}`, each((b) => `0${b.toString(8)}`)];
      return ways[how] ?? each((b) => `0x${b.toString(16)}`);
    };
    const byte = fc.integer({ min: 0, max: 255 });
    const net = fc.constantFrom([10], [127], [192, 168], [169, 254], [172, 20], [100, 100]);
    await fc.assert(
      fc.asyncProperty(net, byte, byte, byte, fc.integer({ min: 0, max: 4 }), async (prefix, b, c, d, how) => {
        const bytes = [...prefix, b, c, d].slice(0, 4);
        await expect(egress.get(`http://${spelt(bytes, how)}/`)).rejects.toThrow(EgressRefused);
      }),
      { numRuns: 300 },
    );
    expect([inner.hits, dialled]).toEqual([0, []]);
  });
});

describe('a name', () => {
  it('that resolves differently the second time is never fetched there', async () => {
    const answers = [[PUBLIC], ['127.0.0.1'], [PUBLIC], ['10.0.0.1']];
    let asked = 0;
    const resolve = async () => answers[asked++ % answers.length] ?? [];
    const { egress, inner, dialled } = await internet(redirectTo('http://rebind.example/'), { resolve });
    await expect(egress.get('http://rebind.example/')).rejects.toThrow('127.0.0.1 is not a public address');
    await expect(egress.get('http://rebind.example/')).rejects.toThrow('10.0.0.1 is not a public address');
    expect([inner.hits, dialled]).toEqual([0, [`${PUBLIC}:80`, `${PUBLIC}:80`]]);
  });

  it('is looked up once a request: the connection goes to the address that was checked', async () => {
    let asked = 0;
    const resolve = async () => (asked++ === 0 ? [PUBLIC] : ['127.0.0.1']);
    const { egress, inner, dialled } = await internet((_, response) => response.end('fine'), { resolve });
    expect((await egress.get('http://rebind.example/')).status).toBe(200);
    expect([asked, inner.hits, dialled]).toEqual([1, 0, [`${PUBLIC}:80`]]);
  });

  it('with one public and one private address is not fetched', async () => {
    const { egress, dialled } = await internet((_, response) => response.end(), {
      resolve: async () => [PUBLIC, '192.168.0.7'],
    });
    await expect(egress.get('http://both.example/')).rejects.toThrow(EgressRefused);
    expect(dialled).toEqual([]);
  });

  it('that leads to another address than the one checked is left before anything is sent', async () => {
    let requests = 0;
    const { egress } = await internet(
      (_, response) => {
        requests += 1;
        response.end();
      },
      { connectedTo: () => '::ffff:127.0.0.1' },
    );
    await expect(egress.get('http://good.example/')).rejects.toThrow(/connected to 127\.0\.0\.1 instead of/);
    expect(requests).toBe(0);
  });

  it.each<[string, (signal: AbortSignal) => Promise<Socket>]>([
    ['refuses', () => Promise.reject(new Error('connect ECONNREFUSED'))],
    ['never answers', () => new Promise(() => undefined)],
  ])('is asked at its next address where one %s', async (_, dead) => {
    const tried: string[] = [];
    const port = await listen((__, response) => response.end('there'));
    const { egress } = await internet((__, response) => response.end(), {
      resolve: async () => ['2606:4700::1111', '93.184.215.99', PUBLIC],
      connectTimeoutMs: 20,
      connectedTo: () => PUBLIC,
      connect: ({ address, signal }) => {
        tried.push(address);
        return address === PUBLIC ? opened(port) : dead(signal);
      },
    });
    expect((await egress.get('http://good.example/')).body.toString()).toBe('there');
    expect(tried).toEqual(['2606:4700::1111', '93.184.215.99', PUBLIC]);
  });

  it('is not asked at another address once one turns out to be of the inside, and tells how the last one failed', async () => {
    const tried: string[] = [];
    const inside = await internet((_, response) => response.end(), {
      resolve: async () => [PUBLIC, '93.184.215.99'],
      connectedTo: () => '10.0.0.1',
      connect: async ({ address }) => {
        tried.push(address);
        return opened(await listen((_, response) => response.end()));
      },
    });
    await expect(inside.egress.get('http://good.example/')).rejects.toThrow(EgressRefused);
    expect(tried).toEqual([PUBLIC]);
    const { egress } = await internet((_, response) => response.end(), {
      resolve: async () => ['93.184.215.98', '93.184.215.99'],
      connect: ({ address }) => Promise.reject(new Error(`${address} is away`)),
    });
    await expect(egress.get('http://good.example/')).rejects.toThrow('93.184.215.99 is away');
  });

  it('that has no address, or cannot be looked up, fails in plain words', async () => {
    const none = await internet((_, response) => response.end(), { resolve: async () => [] });
    await expect(none.egress.get('http://gone.example/')).rejects.toThrow('gone.example has no address');
    const failing = await internet((_, response) => response.end(), {
      resolve: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })),
    });
    await expect(failing.egress.get('http://gone.example/')).rejects.toThrow(/cannot be looked up \(ENOTFOUND\)/);
  });
});

describe('redirects', () => {
  const counting = (total: number): RequestListener => {
    let left = total;
    return (_, response) =>
      left-- > 0 ? response.writeHead(302, { location: `/step-${left}` }).end() : response.end('there');
  };
  it('are followed five times and not six', async () => {
    const five = await internet(counting(5));
    expect(await five.egress.get('http://good.example/')).toMatchObject({
      status: 200,
      redirects: 5,
      url: 'http://good.example/step-0',
    });
    const six = await internet(counting(6));
    await expect(six.egress.get('http://good.example/')).rejects.toMatchObject({ kind: 'too_many_redirects' });
  });
  it.each([
    ['raw UTF-8', '/سلام?q=é', 'http://good.example/%D8%B3%D9%84%D8%A7%D9%85?q=%C3%A9'],
    ['escapes', '/%d8%b3', 'http://good.example/%d8%b3'],
    ['a name beyond ASCII', 'http://bücher.example/there', 'http://xn--bcher-kva.example/there'],
  ])('are read in %s', async (_, location, expected) => {
    const once: RequestListener = (request, response) =>
      request.url === '/'
        ? response.writeHead(302, { location: Buffer.from(location).toString('latin1') }).end()
        : response.end('there');
    const { egress } = await internet(once);
    expect((await egress.get('http://good.example/')).url).toBe(expected);
  });
  it('that are not UTF-8 are read as Latin-1', async () => {
    const { egress } = await internet((request, response) =>
      request.url === '/' ? response.writeHead(302, { location: '/caf\xe9' }).end() : response.end('there'),
    );
    expect((await egress.get('http://good.example/')).url).toBe('http://good.example/caf%C3%A9');
  });
  it('that lead nowhere fail, those without a location are the answer', async () => {
    const nowhere = await internet(redirectTo('http://[bad'));
    await expect(nowhere.egress.get('http://good.example/')).rejects.toMatchObject({ kind: 'bad_redirect' });
    const silent = await internet((_, response) => response.writeHead(302).end());
    expect(await silent.egress.get('http://good.example/')).toMatchObject({ status: 302, redirects: 0 });
  });
});

describe('an answer', () => {
  const failure = async (handler: RequestListener, options: EgressOptions = {}) => {
    const { egress } = await internet(handler, options);
    return egress.get('http://good.example/').then(
      () => 'answered',
      (error: unknown) => (error instanceof EgressFailed ? error.kind : String(error)),
    );
  };
  it('is cut off where it is larger than allowed, also once it is decoded', async () => {
    const maxBytes = 64 * 1024;
    expect(await failure((_, response) => response.end('x'.repeat(maxBytes + 1)), { maxBytes })).toBe('too_large');
    const bomb = gzipSync('x'.repeat(4 * 1024 * 1024));
    const zipped: RequestListener = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    expect(bomb.byteLength).toBeLessThan(maxBytes);
    expect(await failure(zipped, { maxBytes })).toBe('too_large');
  });
  it('is waited for only so long, over all it takes', async () => {
    expect(await failure(() => undefined, { timeoutMs: 100 })).toBe('timeout');
    expect(await failure((_, response) => response.writeHead(200).write('a'), { timeoutMs: 100 })).toBe('timeout');
    const never = await internet((_, response) => response.end(), {
      timeoutMs: 100,
      resolve: () => new Promise(() => {}),
    });
    await expect(never.egress.get('http://good.example/')).rejects.toMatchObject({ kind: 'timeout' });
  });
  it('that breaks off has failed', async () => {
    expect(await failure((request) => request.socket.destroy())).toBe('connection');
    const half: RequestListener = (request, response) =>
      response.writeHead(200, { 'content-length': '100' }).write('half', () => request.socket.destroy());
    expect(await failure(half)).toBe('connection');
    expect(await failure((_, response) => response.writeHead(200, { 'x-long': 'x'.repeat(20_000) }).end())).toBe(
      'connection',
    );
  });
  it('is asked for without credentials, from the ports that are allowed', async () => {
    let headers: Record<string, unknown> = {};
    const { egress } = await internet(
      (request, response) => {
        headers = request.headers;
        response.writeHead(200, { 'set-cookie': 'a=b' }).end();
      },
      { ports: [80, 443] },
    );
    await egress.get('http://good.example/');
    expect(headers).toMatchObject({ host: 'good.example', 'user-agent': expect.stringContaining('igny8') });
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('authorization');
    await expect(egress.get('http://good.example:8080/')).rejects.toThrow('port 8080 is not fetched');
  });
});

describe('which addresses are public', () => {
  it.each([
    ['8.8.8.8', true],
    ['9.255.255.255', true],
    ['10.0.0.0', false],
    ['10.255.255.255', false],
    ['11.0.0.0', true],
    ['100.63.255.255', true],
    ['100.64.0.0', false],
    ['100.127.255.255', false],
    ['100.128.0.0', true],
    ['126.255.255.255', true],
    ['127.0.0.0', false],
    ['128.0.0.0', true],
    ['169.253.255.255', true],
    ['169.254.0.0', false],
    ['172.15.255.255', true],
    ['172.16.0.0', false],
    ['172.32.0.0', true],
    ['192.167.255.255', true],
    ['192.168.0.0', false],
    ['192.169.0.0', true],
    ['198.17.255.255', true],
    ['198.18.0.0', false],
    ['198.20.0.0', true],
    ['223.255.255.255', true],
    ['224.0.0.0', false],
    ['255.255.255.255', false],
    ['2606:4700:4700::1111', true],
    ['2a00:1450::1', true],
    ['::1', false],
    ['::ffff:8.8.8.8', false],
    ['fe80::1%eth0', false],
    ['2001:4860:4860::8888', true],
    ['2001:db8::1', false],
    ['2002:808:808::', false],
    ['3ffe::1', true],
    ['3fff::1', false],
    ['4000::1', false],
    ['not an address', false],
  ])('%s: %s', (address, expected) => expect(isPublicAddress(address)).toBe(expected));

  it('and which names can be', () => {
    expect(['blog.example', 'a.b.example', 'localhost.example'].filter((name) => !isPublicName(name))).toEqual([]);
    expect(['localhost', 'a.localhost', 'x.local', 'x.internal', 'router'].filter(isPublicName)).toEqual([]);
  });

  it('a socket that breaks before anybody has it ends the question, and not the process', async () => {
    const port = await listen((_, response) => response.end('hello'));
    const egress = createEgress({
      allow: ['127.0.0.1'],
      connectedTo: (socket) => {
        queueMicrotask(() => socket.emit('error', new Error('read ECONNRESET')));
        socket.destroy();
        return '127.0.0.1';
      },
    });
    await expect(egress.get(`http://127.0.0.1:${port}/`)).rejects.toBeInstanceOf(EgressFailed);
  });
});
