import { request } from 'node:http';

export type FromHost = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As they came, names and values in turn. */
  readonly rawHeaders: readonly string[];
  readonly bytes: Buffer;
  readonly text: string;
};
export type Asked = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string };

/** A request to this process under the name of any host, as it comes through a server in front; redirects are not followed. */
export function fromHost(url: string, host: string | null, path: string, asked: Asked = {}): Promise<FromHost> {
  const { method = 'GET', headers = {}, body } = asked;
  return new Promise((resolve, reject) => {
    const named = { ...(host === null ? {} : { host }), ...headers };
    const sent = request(new URL(path, url), { method, headers: named, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const bytes = Buffer.concat(parts);
        const told = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
        const { statusCode: status = 0, rawHeaders } = answer;
        resolve({ status, headers: Object.fromEntries(told), rawHeaders, bytes, text: bytes.toString('utf8') });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
