import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();
/** As RFC 3986 has it: what `encodeURIComponent` leaves bare is not all that AWS escapes. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

type Signed = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly signedHeaders: readonly string[];
  readonly payloadHash: string;
  readonly region: string;
};

/** Signature Version 4 as its documentation writes it down, from the request as it came; shares nothing with what signs. */
export function signatureOf(request: Signed, secretKey: string): string {
  const { method, path, query, headers, signedHeaders, payloadHash, region } = request;
  const pairs = [...query].map(([name, value]) => `${escaped(name)}=${escaped(value)}`).sort();
  const lines = signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`);
  const uri = path
    .split('/')
    .map((part) => escaped(decodeURIComponent(part)))
    .join('/');
  const canonical = [method, uri, pairs.join('&'), lines.join(''), signedHeaders.join(';'), payloadHash].join('\n');
  const at = headers['x-amz-date'] ?? '';
  const scope = `${at.slice(0, 8)}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n');
  const key = ['s3', 'aws4_request'].reduce(
    (last, part) => hmac(last, part),
    hmac(hmac(`AWS4${secretKey}`, at.slice(0, 8)), region),
  );
  return hmac(key, toSign).toString('hex');
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** What becomes of the next requests, each used up by one. */
export type S3Fault = 'slow' | 'unavailable' | 'cut' | 'half';

/**
 * An object storage that takes nothing on trust: each request must be signed for it, within 15 minutes, over its host, its date
 * and the hash of its body, and an object is there only once all of its body has come and its hash is right.
 */
export async function s3Server({
  bucket = 'files',
  accessKey = 'key-id',
  secretKey = 'secret',
  region = 'eu-test-1',
} = {}) {
  const objects = new Map<string, { readonly bytes: Buffer; readonly type: string }>();
  const faults: S3Fault[] = [];
  const refusals: string[] = [];

  function problemOf(request: IncomingMessage, url: URL, body: Buffer): string | null {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const [, id, day, signedRegion, names = '', signature] = AUTHORIZATION.exec(headers['authorization'] ?? '') ?? [];
    if (id === undefined) return 'AccessDenied';
    if (id !== accessKey) return 'InvalidAccessKeyId';
    const at = headers['x-amz-date'] ?? '';
    const then = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
    if (!at.startsWith(day ?? '?') || !(Math.abs(Date.now() - then) < 900_000)) return 'RequestTimeTooSkewed';
    if (signedRegion !== region) return 'AuthorizationHeaderMalformed';
    const signedHeaders = names.split(';');
    const demanded = ['host', 'x-amz-content-sha256', 'x-amz-date'];
    if (!demanded.every((name) => signedHeaders.includes(name))) return 'AccessDenied';
    const payloadHash = headers['x-amz-content-sha256'] ?? '';
    if (payloadHash !== sha256(body)) return 'XAmzContentSHA256Mismatch';
    const signed = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers,
      signedHeaders,
    };
    const right = signatureOf({ ...signed, payloadHash, region }, secretKey);
    return signature === right ? null : 'SignatureDoesNotMatch';
  }

  function answer(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const fail = (status: number, code: string) => {
      refusals.push(code);
      response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`);
    };
    const problem = problemOf(request, url, body);
    if (problem) return void fail(403, problem);
    const [, named, ...rest] = url.pathname.split('/');
    if (named !== bucket) return void fail(404, 'NoSuchBucket');
    const key = decodeURIComponent(rest.join('/'));
    if (key === '') return void list(response, url.searchParams);
    if (request.method === 'PUT') {
      objects.set(key, { bytes: body, type: String(request.headers['content-type'] ?? '') });
      return void response.writeHead(200, { etag: '"x"' }).end();
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return void response.writeHead(204).end();
    }
    const found = objects.get(key);
    if (!found) return void fail(404, 'NoSuchKey');
    response.writeHead(200, { 'content-type': found.type, 'content-length': found.bytes.byteLength });
    if (faults[0] === 'half') {
      faults.shift();
      return void response.write(found.bytes.subarray(0, found.bytes.byteLength >> 1), () => request.socket.destroy());
    }
    response.end(found.bytes);
  }

  function list(response: ServerResponse, query: URLSearchParams): void {
    const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort();
    const from = Number(query.get('continuation-token') ?? 0);
    const most = Math.min(Number(query.get('max-keys') ?? 1000), 2);
    const next = from + most < keys.length ? `<NextContinuationToken>${from + most}</NextContinuationToken>` : '';
    const found = keys.slice(from, from + most).map((key) => `<Contents><Key>${key}</Key></Contents>`);
    response.writeHead(200, { 'content-type': 'application/xml' });
    response.end(`<ListBucketResult>${found.join('')}${next}</ListBucketResult>`);
  }

  const server = createServer((request, response) => {
    const fault = faults[0] === 'half' ? undefined : faults.shift();
    if (fault === 'slow') return;
    if (fault === 'cut') return void request.socket.destroy();
    if (fault === 'unavailable') return void response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>');
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => answer(request, response, Buffer.concat(parts)));
    request.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${bucket}`;
  return {
    url,
    objects,
    faults,
    refusals,
    options: { url, region, accessKey, secretKey },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
