import { type FromHost, fromHost } from './from-host.ts';

type Form = Readonly<Record<string, string>>;
type Sent = { readonly host?: string | null; readonly headers?: Record<string, string> };

/** What a browser does of its own: keeps cookies, sends forms, says where from. It follows no redirect by itself. */
export class Visitor {
  readonly #url: string;
  readonly #host: string | null;
  readonly cookies = new Map<string, string>();
  constructor(url: string, host: string | null = null) {
    this.#url = url;
    this.#host = host;
  }
  get(path: string, sent: Sent = {}): Promise<FromHost> {
    return this.#send('GET', path, undefined, sent);
  }
  post(path: string, form: Form = {}, sent: Sent = {}): Promise<FromHost> {
    return this.#send('POST', path, new URLSearchParams(form).toString(), sent);
  }
  get session(): string | undefined {
    return this.cookies.get('__Host-session');
  }

  async #send(method: string, path: string, body: string | undefined, { host = this.#host, headers = {} }: Sent) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const all = {
      ...(cookie === '' ? {} : { cookie }),
      accept: 'text/html',
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(body)) }),
      ...headers,
    };
    const answer = await fromHost(this.#url, host, path, {
      method,
      headers: all,
      ...(body === undefined ? {} : { body }),
    });
    for (const [at, name] of answer.rawHeaders.entries())
      if (at % 2 === 0 && name.toLowerCase() === 'set-cookie') this.#keep(answer.rawHeaders[at + 1] ?? '');
    return answer;
  }
  #keep(header: string): void {
    const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '' || attributes.some((each) => /^max-age=0$/i.test(each))) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
