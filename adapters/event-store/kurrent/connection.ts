import { setMaxListeners } from 'node:events';
import { EventStoreDBClient } from '@eventstore/db-client';
import { within } from './failures.ts';

/** A client and the news of its end: the client itself does not tell its subscriptions when it is disposed of. */
export type Link = { readonly client: EventStoreDBClient; readonly gone: AbortSignal };

/** What the client has, but not in its public type; the version is pinned, and a test watches which call is used. */
type Internals = { supports: () => Promise<boolean>; getChannel: () => Promise<{ close(): void }> };

/** How long a client may take to let go; it can hang for ever where the server has half-closed its append stream. */
const DISPOSE_MS = 250;

/**
 * The present client. Whoever gets no answer retires it, and the next one begins afresh. The old
 * one is disposed of before the new one is handed out: the client keeps the pending batch appends
 * of all instances in one table, so that an old stream that fails later would drop the new ones'
 * and the process would fall over their answers.
 */
export class Connection {
  readonly #make: () => EventStoreDBClient;
  #link: Link & { readonly end: () => void };
  #retiring: Promise<void> = Promise.resolve();

  constructor(connectionString: string, batchAppend: boolean) {
    const address = clientAddress(connectionString);
    this.#make = () => {
      const client = EventStoreDBClient.connectionString(address);
      if (!batchAppend) Object.assign(client, { supports: async () => false } satisfies Partial<Internals>);
      return client;
    };
    this.#link = this.#connect();
  }

  async current(): Promise<Link> {
    await this.#retiring;
    return this.#link;
  }

  retire(failed: EventStoreDBClient): void {
    if (failed !== this.#link.client) return;
    const old = this.#link;
    this.#link = this.#connect();
    this.#retiring = this.#dispose(old);
  }

  async close(): Promise<void> {
    await this.#retiring;
    await this.#dispose(this.#link);
  }

  #connect(): Link & { readonly end: () => void } {
    const controller = new AbortController();
    setMaxListeners(0, controller.signal);
    return { client: this.#make(), gone: controller.signal, end: () => controller.abort() };
  }

  /** Disposing ends the calls but leaves the channel open, so that is closed as well. */
  async #dispose({ client, end }: Link & { readonly end: () => void }): Promise<void> {
    end();
    await within(DISPOSE_MS, 'dispose', client.dispose()).catch(() => undefined);
    const { getChannel } = client as unknown as Internals;
    const closed = getChannel().then((channel) => channel.close());
    await within(DISPOSE_MS, 'close', closed).catch(() => undefined);
  }
}

/**
 * The address as this client knows it. `throwOnAppendFailure=false` is taken out: with it the
 * client reports a refused batch append at revision 1, whatever the revision is.
 */
export function clientAddress(connectionString: string): string {
  const [address = '', ...query] = connectionString.trim().split(/[?&]/);
  const kept = query.filter((option) => !/^throw[_-]?on[_-]?append[_-]?failure=/i.test(option));
  return [address.replace(/^kurrentdb(?=[+:])/, 'esdb').replace(/\/+$/, ''), kept.join('&')].filter(Boolean).join('?');
}
