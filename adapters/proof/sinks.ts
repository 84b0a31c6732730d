import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import fetch from 'node-fetch';
import { codeOf } from '#adapters/failure-code';
import type { HeadSink } from '#commands/log/ports-proof-log';
import { canonicalJson } from '#domain/kernel/canonical-json';

const TIMEOUT_MS = 10_000;

/** Appends each head as a line of JSON to a file, which belongs where the database's administrator cannot write. */
export const fileSink = (path: string): HeadSink => ({
  name: 'file',
  async publish(head) {
    const line = canonicalJson(head);
    try {
      await mkdir(dirname(path), { recursive: true });
      const known = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '';
        throw error;
      });
      if (!known.split('\n').includes(line)) await appendFile(path, `${line}\n`, { flush: true } as object);
      return null;
    } catch (error) {
      return `the file could not be written: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`;
    }
  },
});

/** Posts each head to an address of somebody else's. It needs no signature of its own: the head has one. */
export const webhookSink = (url: string): HeadSink => ({
  name: 'webhook',
  async publish(head) {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `${head.log_id}-${head.size}` },
        body: canonicalJson(head),
        redirect: 'error',
        size: 64 * 1024,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await answer.text();
      return answer.ok ? null : `the receiver answered ${answer.status}`;
    } catch (error) {
      return `the receiver could not be reached: ${codeOf(error)}`;
    }
  },
});
