/**
 * An EventStoreDB in the test's own process: the client's own service definitions over real gRPC,
 * with a log in memory behind them. It is our model of the server, not the server: what it answers
 * was transcribed from the server's source and documentation, and what it proves is that the
 * adapter copes with that. The same contract runs against a real server where `EVENTSTORE_URL` is set.
 */
import type { IGossipServer } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { IServerFeaturesServer } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { status as Code, Server, ServerCredentials } from '@grpc/grpc-js';
import { append, batchAppend } from './appending.ts';
import { Faults } from './faults.ts';
import { Log } from './log.ts';
import { failing, failure, unavailable, uuid } from './messages.ts';
import { read } from './reading.ts';
import type { Serving } from './serving.ts';

export type KurrentServerOptions = {
  readonly log?: Log;
  /** Whether the server offers the batch append call. */
  readonly batchAppend?: boolean;
  /** Whether subscriptions say when they have caught up; servers before 23.10 do not. */
  readonly caughtUp?: boolean;
  /** The leader, where this server only follows it. */
  readonly leader?: { readonly host: string; readonly port: number };
  readonly tls?: { readonly key: string; readonly certificate: string };
};

export type KurrentServer = Pick<Serving, 'log' | 'faults' | 'calls' | 'open'> & {
  readonly port: number;
  /** Host and port. */
  readonly address: string;
  /** Ends every open read and subscription, with an error or as if all were well. */
  drop(how: 'error' | 'end'): void;
  stop(): void;
};

export async function startKurrentServer(options: KurrentServerOptions = {}): Promise<KurrentServer> {
  const host = '127.0.0.1';
  const self = { host, port: 0 };
  const serving: Serving = {
    log: options.log ?? new Log(),
    faults: new Faults(),
    calls: { append: 0, batchAppend: 0, read: 0, subscribe: 0, features: 0, gossip: 0 },
    open: new Set(),
    following: options.leader !== undefined,
    leader: options.leader ?? self,
    sendsCaughtUp: options.caughtUp ?? true,
  };
  const server = new Server();
  const notHere = () => failure(Code.UNIMPLEMENTED, 'not in the test server');
  const streams: IStreamsServer = {
    read: (call) => read(serving, call),
    append: (call, answer) => append(serving, call, answer),
    batchAppend: (call) => batchAppend(serving, call),
    delete: (_, answer) => answer(notHere()),
    tombstone: (_, answer) => answer(notHere()),
  };
  const serverFeatures: IServerFeaturesServer = {
    getSupportedMethods: (_, answer) => {
      serving.calls.features += 1;
      answer(null, supported(options.batchAppend ?? true));
    },
  };
  const cluster: IGossipServer = {
    read: (_, answer) => {
      serving.calls.gossip += 1;
      answer(null, members(serving.leader));
    },
  };
  server.addService(streamsService.StreamsService, streams);
  server.addService(featuresService.ServerFeaturesService, serverFeatures);
  server.addService(gossipService.GossipService, cluster);
  self.port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`${host}:0`, credentials(options.tls), (error, port) => (error ? reject(error) : resolve(port)));
  });
  return {
    ...serving,
    port: self.port,
    address: `${host}:${self.port}`,
    drop(how) {
      for (const call of [...serving.open]) how === 'end' ? call.end() : call.emit('error', failing(unavailable()));
    },
    stop: () => server.forceShutdown(),
  };
}

function supported(batch: boolean) {
  const message = new features.SupportedMethods();
  message.setEventStoreServerVersion('24.10.0');
  for (const name of ['append', 'read', ...(batch ? ['batchappend'] : [])]) {
    const method = new features.SupportedMethod();
    method.setServiceName('event_store.client.streams.streams');
    method.setMethodName(name);
    message.addMethods(method);
  }
  return message;
}

/** A cluster of one: the leader, as every member would tell. */
function members(leader: { host: string; port: number }) {
  const endPoint = new gossip.EndPoint();
  endPoint.setAddress(leader.host);
  endPoint.setPort(leader.port);
  const member = new gossip.MemberInfo();
  member.setInstanceId(uuid('00000000-0000-4000-8000-000000000000'));
  member.setTimeStamp('0');
  member.setState(gossip.MemberInfo.VNodeState.LEADER);
  member.setIsAlive(true);
  member.setHttpEndPoint(endPoint);
  const message = new gossip.ClusterInfo();
  message.addMembers(member);
  return message;
}

const credentials = (tls: KurrentServerOptions['tls']): ServerCredentials =>
  tls
    ? ServerCredentials.createSsl(null, [
        { private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.certificate) },
      ])
    : ServerCredentials.createInsecure();
