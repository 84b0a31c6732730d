import { Agent, request } from 'node:http';

export type Load = { readonly perSecond: number; readonly p50: number; readonly p99: number };
export type Call = { readonly method: string; readonly path: string; readonly body?: string };

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** One answer, read to its end; milliseconds. Throws for whatever is no success. */
function asked(agent: Agent, url: string, token: string, { method, path, body }: Call): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const headers: Record<string, string> = { authorization: `Bearer ${token}` };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const sent = request(url + path, { method, agent, headers }, (response) => {
      const status = response.statusCode ?? 0;
      let said = '';
      response.on('data', (chunk) => {
        if (status >= 300) said += String(chunk);
      });
      response.on('end', () => {
        if (status >= 300) reject(new Error(`${method} ${path}: ${status} ${said}`));
        else resolve(performance.now() - began);
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** So many connections, each of which asks again as soon as it has its answer; `next` says what, by connection and turn. */
export async function load(
  url: string,
  token: string,
  connections: number,
  ms: number,
  next: (connection: number, turn: number) => Call,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const took: number[] = [];
  const began = performance.now();
  const one = async (connection: number) => {
    // Ends after an even number: what the one undoes that the other did is as it was.
    for (let turn = 0; turn % 2 === 1 || performance.now() - began < ms; turn++)
      took.push(await asked(agent, url, token, next(connection, turn)));
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => one(connection)));
  const perSecond = (took.length * 1000) / (performance.now() - began);
  agent.destroy();
  took.sort((a, b) => a - b);
  return { perSecond, p50: at(took, 0.5), p99: at(took, 0.99) };
}
