import { createHash } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import type { ObjectStore } from '#commands/platform/ports-files';
import { StoreUnavailable } from '#runtime/event-store';
import { checkedKey, checkedPrefix } from './keys.ts';

export type S3Options = {
  /** Where the bucket is, as a path: `https://s3.eu-central-1.amazonaws.com/reports`, and a beginning of names behind it. */
  readonly url: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** For one try, its body included. */
  readonly timeoutMs?: number;
};

const TRIES = 3;
/** No object of ours is larger. */
const MOST_BYTES = 64 * 1024 * 1024;
const PAGE = 1000;

type Ask = {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly body?: Uint8Array;
  readonly type?: string;
};
type Answer = { readonly status: number; readonly bytes: Uint8Array };

/**
 * Objects on a server that speaks S3 (Signature Version 4, addresses by path). What is put is signed with its hash, so that the
 * server takes all of it or nothing; what it answers is read whole or not at all. Throws `StoreUnavailable` where it does
 * not answer as it should: all that is asked may be asked again.
 */
export function createS3Store({ url, region, accessKey, secretKey, timeoutMs = 10_000 }: S3Options): ObjectStore {
  const [origin, bucket, before] = placeOf(url);
  const place = `${origin}/${bucket}`;
  const addressOf = (key: string) => `${place}/${before}${checkedKey(key)}`;

  async function once({ method, url: to, body, type }: Ask): Promise<Answer> {
    const headers = {
      'x-amz-content-sha256': createHash('sha256')
        .update(body ?? '')
        .digest('hex'),
      ...(type === undefined ? {} : { 'content-type': type }),
    };
    const signer = new AwsV4Signer({
      method,
      url: to,
      headers,
      region,
      service: 's3',
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
    });
    const signed = await signer.sign();
    const answer = await fetch(signed.url, {
      method,
      headers: signed.headers,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body: Buffer.from(body) }),
    });
    return { status: answer.status, bytes: await bodyOf(answer) };
  }

  /** Asked again where nothing says that it would be in vain: every request here may be repeated. */
  async function ask(request: Ask, fine: readonly number[]): Promise<Answer> {
    let last = '';
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const answer = await once(request).catch((error: unknown) => {
        last = reasonOf(error);
        return null;
      });
      if (answer && fine.includes(answer.status)) return answer;
      if (answer) last = `HTTP ${answer.status} ${codeIn(answer.bytes)}`.trim();
      if (answer && answer.status < 500 && answer.status !== 429) break;
    }
    throw new StoreUnavailable(`the object storage: ${last}`);
  }

  return {
    async put(key, bytes, type) {
      await ask({ method: 'PUT', url: addressOf(key), body: bytes, type }, [200, 201, 204]);
    },
    async get(key) {
      const { status, bytes } = await ask({ method: 'GET', url: addressOf(key) }, [200, 404]);
      // A bucket that is not there answers 404 as well, and is no reason to think that nothing was ever kept.
      if (status === 404 && codeIn(bytes) === 'NoSuchBucket')
        throw new StoreUnavailable('the object storage: no such bucket');
      return status === 404 ? null : bytes;
    },
    async delete(key) {
      await ask({ method: 'DELETE', url: addressOf(key) }, [200, 204, 404]);
    },
    async list(prefix) {
      const under = `${before}${checkedPrefix(prefix)}`;
      const keys: string[] = [];
      for (let from: string | null = ''; from !== null; ) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: under, 'max-keys': String(PAGE) });
        if (from !== '') query.set('continuation-token', from);
        const { bytes } = await ask({ method: 'GET', url: `${place}?${query}` }, [200]);
        const xml = Buffer.from(bytes).toString('utf8');
        keys.push(...inElements(xml, 'Key').map((key) => key.slice(before.length)));
        from = inElements(xml, 'NextContinuationToken')[0] ?? null;
      }
      return keys.sort();
    },
  };
}

/** Origin, bucket, and what names begin with: empty, or ending in `/`. Throws where the address names no bucket. */
function placeOf(url: string): readonly [string, string, string] {
  const { origin, pathname } = new URL(url);
  const [bucket, ...parts] = pathname.split('/').filter((part) => part !== '');
  if (bucket === undefined) throw new Error('the address of the object storage names no bucket');
  return [origin, bucket, parts.length === 0 ? '' : checkedPrefix(`${parts.join('/')}/`)];
}

async function bodyOf(answer: Response): Promise<Uint8Array> {
  const told = Number(answer.headers.get('content-length') ?? 0);
  if (told > MOST_BYTES) throw new Error('the answer is too large');
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.byteLength;
    if (size > MOST_BYTES) throw new Error('the answer is too large');
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** Names and tokens as the answer lists them; of names only `&amp;` and its like are written otherwise. */
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const inElements = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) =>
    text.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => ENTITIES[entity] ?? ''),
  );
const codeIn = (bytes: Uint8Array): string =>
  inElements(Buffer.from(bytes.slice(0, 4096)).toString('utf8'), 'Code')[0] ?? '';

/** Without addresses: they name the bucket. */
function reasonOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  if (name === 'TimeoutError') return 'no whole answer in time';
  return cause?.code ?? name ?? 'no answer';
}
