import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Proxy = {
  readonly port: number;
  /**
   * Of the answers to a written batch, or to statements with such a text in them, every so many-th is lost: the
   * connection is reset instead. 0 loses none.
   */
  loseEvery(n: number, text?: string): void;
  /** From here on nothing goes through any more, and nobody is told. */
  stall(): void;
  /** How many answers were lost so far. */
  lost(): number;
  close(): Promise<void>;
};

/** What a batch of the event store is written with, by name: a statement of one, or the commit after it. */
const BATCHES = [Buffer.from('event_store.write\0'), Buffer.from('COMMIT\0')];

/**
 * Stands between the product and PostgreSQL. Where a connection is reset right after a batch was written, the server
 * has committed and nobody has been told.
 */
export async function openProxy(socketPath: string): Promise<Proxy> {
  let [every, writes, lost] = [0, 0, 0];
  let stalled = false;
  let wanted = BATCHES;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const backend = connect(socketPath);
    let written = false;
    for (const socket of [client, backend]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        backend.destroy();
      });
    }
    client.on('data', (chunk) => {
      if (stalled) return;
      written ||= wanted.some((text) => chunk.includes(text));
      backend.write(chunk);
    });
    backend.on('data', (chunk) => {
      if (written && every > 0 && ++writes % every === 0) {
        lost += 1;
        client.resetAndDestroy();
        return;
      }
      written = false;
      client.write(chunk);
    });
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    loseEvery: (n, text) => {
      every = n;
      wanted = text === undefined ? BATCHES : [Buffer.from(text)];
    },
    stall: () => {
      stalled = true;
    },
    lost: () => lost,
    async close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
