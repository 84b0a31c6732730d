import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { status as Code } from '@grpc/grpc-js';
import type { Entry } from './log.ts';
import {
  checkpointMessage,
  eventMessage,
  failing,
  failure,
  identifier,
  nameOf,
  notLeader,
  response,
  unavailable,
} from './messages.ts';
import type { Serving } from './serving.ts';

type ReadCall = ServerWritableStream<ReadReq, ReadResp>;
type Options = ReadReq.Options;
const BACKWARDS = 1;
/** Events considered between two checkpoints where the subscriber does not say. */
const SEARCH_WINDOW = 32;

/** Reads of a stream and of the log, and subscriptions to the log: all one call in this protocol. */
export function read(serving: Serving, call: ReadCall): void {
  const options = call.request.getOptions();
  if (!options) return void call.end();
  const kind = options.hasSubscription() ? 'subscribe' : 'read';
  serving.calls[kind] += 1;
  serving.open.add(call);
  call.on('close', () => serving.open.delete(call));
  call.on('cancelled', () => serving.open.delete(call));
  call.on('error', () => undefined);
  const fault = serving.following ? 'not-leader' : serving.faults.take(kind);
  if (fault === 'hang') return;
  if (fault === 'not-leader') return void call.emit('error', failing(notLeader(serving.leader)));
  if (fault) return void call.emit('error', failing(unavailable()));
  if (kind === 'subscribe') return void subscribe(serving, call, options);
  const entries = options.hasAll() ? logPage(serving, options) : streamPage(serving, options);
  if (entries === 'invalid-position')
    return void call.emit('error', failing(failure(Code.INVALID_ARGUMENT, 'Invalid position')));
  if (entries === 'not-found') call.write(notFound(options));
  else for (const entry of entries) call.write(eventMessage(entry));
  call.end();
}

function notFound(options: Options): ReadResp {
  const message = new streams.ReadResp.StreamNotFound();
  message.setStreamIdentifier(identifier(nameOf(options.getStream()?.getStreamIdentifier())));
  return response((answer) => answer.setStreamNotFound(message));
}

function streamPage(serving: Serving, options: Options): readonly Entry[] | 'not-found' {
  const from = options.getStream();
  const entries = serving.log.stream(nameOf(from?.getStreamIdentifier()));
  if (entries.length === 0) return 'not-found';
  const start = from?.hasRevision() ? Number(from.getRevision()) : from?.hasEnd() ? entries.length - 1 : 0;
  return slice(entries, start, options);
}

/** The place asked for is part of what is read, and must be where an event stands. */
function logPage(serving: Serving, options: Options): readonly Entry[] | 'invalid-position' {
  const { entries } = serving.log;
  const all = options.getAll();
  if (!all?.hasPosition()) return slice(entries, all?.hasEnd() ? entries.length - 1 : 0, options);
  const start = indexOf(entries, options);
  return start < 0 ? 'invalid-position' : slice(entries, start, options);
}

function slice(entries: readonly Entry[], start: number, options: Options): readonly Entry[] {
  const count = Number(options.getCount());
  if (options.getReadDirection() !== BACKWARDS) return entries.slice(start, start + count);
  const end = Math.min(start, entries.length - 1) + 1;
  return entries.slice(Math.max(0, end - count), end).reverse();
}

function indexOf(entries: readonly Entry[], options: Options): number {
  const position = options.getAll()?.getPosition();
  const [commit, prepare] = [position?.getCommitPosition(), position?.getPreparePosition()];
  return entries.findIndex((entry) => String(entry.commit) === commit && String(entry.prepare) === prepare);
}

/** What follows the place asked for: what there is, `caughtUp`, then what comes; checkpoints between. */
async function subscribe(serving: Serving, call: ReadCall, options: Options): Promise<void> {
  const { entries } = serving.log;
  const begin = options.getAll()?.hasPosition() ? indexOf(entries, options) : -1;
  if (begin < 0 && options.getAll()?.hasPosition())
    return void call.emit('error', failing(failure(Code.INVALID_ARGUMENT, 'Invalid position')));
  const confirmation = new streams.ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId(`subscription-${serving.calls.subscribe}`);
  call.write(response((message) => message.setConfirmation(confirmation)));
  const wanted = filterOf(options);
  const window =
    (options.getFilter()?.getMax() || SEARCH_WINDOW) * (options.getFilter()?.getCheckpointintervalmultiplier() || 1);
  let [next, considered, caughtUp] = [begin + 1, 0, false];
  while (serving.open.has(call)) {
    const entry = entries[next];
    if (entry) {
      next += 1;
      considered += 1;
      let more = !wanted(entry) || call.write(eventMessage(entry));
      if (options.hasFilter() && considered % window === 0) more = call.write(checkpointMessage(entry)) && more;
      if (!more) await happens(call, serving, 'drain');
      continue;
    }
    if (!caughtUp && serving.sendsCaughtUp)
      call.write(response((message) => message.setCaughtUp(new streams.ReadResp.CaughtUp())));
    caughtUp = true;
    await happens(call, serving, 'append');
  }
}

function filterOf(options: Options): (entry: Entry) => boolean {
  const filter = options.getFilter();
  const expression = filter?.getEventType() ?? filter?.getStreamIdentifier();
  if (!filter || !expression) return () => true;
  const textOf = (entry: Entry) => (filter.hasEventType() ? entry.type : entry.stream);
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) return (entry) => prefixes.some((prefix) => textOf(entry).startsWith(prefix));
  const pattern = new RegExp(expression.getRegex(), 'u');
  return (entry) => pattern.test(textOf(entry));
}

/** Waits until the reader can take more, or there is more, or the call is over. */
function happens(call: ReadCall, serving: Serving, what: 'drain' | 'append'): Promise<void> {
  return new Promise((resolve) => {
    const unwatch = what === 'append' ? serving.log.watch(() => done()) : () => undefined;
    const done = () => {
      unwatch();
      for (const name of ['drain', 'cancelled', 'close']) call.off(name, done);
      resolve();
    };
    for (const name of ['cancelled', 'close', ...(what === 'drain' ? ['drain'] : [])]) call.once(name, done);
  });
}
