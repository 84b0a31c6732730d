import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Socket } from 'node:net';

type Done = (error: Error | null, socket?: Socket) => void;

/** Agents for one request whose socket is made by `open`, whatever host the request names. */
export function pinnedAgent(protocol: string, open: () => Promise<Socket>): HttpAgent | HttpsAgent {
  const createConnection = (_: unknown, done: Done): undefined => {
    open().then(
      (socket) => done(null, socket),
      (error: Error) => done(error),
    );
    return undefined;
  };
  const agent = protocol === 'https:' ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false });
  return Object.assign(agent, { createConnection }) as HttpAgent | HttpsAgent;
}
