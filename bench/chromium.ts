import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import type { Staying } from './processes.ts';

export const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'];

type Reply = { readonly id?: number; readonly method?: string; readonly result?: Record<string, unknown> };

/** A Chromium that stays: a new page for every document, as a service would print it. */
export async function stayingChromium(file: string, url: string, into: string, profile: string): Promise<Staying> {
  const args = [...FLAGS, `--user-data-dir=${profile}`, '--remote-debugging-pipe', 'about:blank'];
  const child: ChildProcess = spawn(file, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const to = child.stdio[3] as Writable;
  const from = child.stdio[4] as Readable;
  const waiting = new Map<number | string, (reply: Reply) => void>();
  let [number, rest] = [0, ''];
  from.on('data', (chunk) => {
    const parts = (rest + String(chunk)).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const reply = JSON.parse(part) as Reply;
      const name = reply.id ?? reply.method ?? '';
      waiting.get(name)?.(reply);
      waiting.delete(name);
    }
  });
  const told = (name: number | string): Promise<Reply> => new Promise((resolve) => waiting.set(name, resolve));
  const ask = async (method: string, params: object = {}, session?: unknown): Promise<Record<string, unknown>> => {
    number += 1;
    const answered = told(number);
    to.write(`${JSON.stringify({ id: number, method, params, ...(session ? { sessionId: session } : {}) })}\0`);
    const { result } = await answered;
    if (result === undefined) throw new Error(`Chromium refused ${method}`);
    return result;
  };
  await ask('Browser.getVersion');
  return {
    child,
    async once() {
      const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
      await ask('Page.enable', {}, sessionId);
      const loaded = told('Page.loadEventFired');
      await ask('Page.navigate', { url }, sessionId);
      await loaded;
      const { data } = await ask('Page.printToPDF', { printBackground: true, preferCSSPageSize: true }, sessionId);
      writeFileSync(into, Buffer.from(String(data), 'base64'));
      await ask('Target.closeTarget', { targetId });
    },
    end: () => child.kill(),
  };
}
