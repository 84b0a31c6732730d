import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerDuplexStream, ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import type { Fault } from './faults.ts';
import type { Expected, Proposed } from './log.ts';
import { appendAnswer, batchAnswer, failing, nameOf, notLeader, tooLarge, unavailable } from './messages.ts';
import type { Serving } from './serving.ts';

type Message = NonNullable<ReturnType<AppendReq['getProposedMessage']>> | BatchAppendReq.ProposedMessage;

const proposed = (message: Message): Proposed => ({
  id: message.getId()?.getString() ?? '',
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

/** The plain append call: the options, then one message an event, then one answer. */
export function append(
  serving: Serving,
  call: ServerReadableStream<AppendReq, AppendResp>,
  answer: sendUnaryData<AppendResp>,
): void {
  serving.calls.append += 1;
  let [stream, expected]: [string, Expected] = ['', 'any'];
  const events: Proposed[] = [];
  call.on('data', (request: AppendReq) => {
    const [options, message] = [request.getOptions(), request.getProposedMessage()];
    if (message) events.push(proposed(message));
    if (!options) return;
    stream = nameOf(options.getStreamIdentifier());
    if (options.hasRevision()) expected = Number(options.getRevision());
    else expected = options.hasNoStream() ? 'no_stream' : options.hasStreamExists() ? 'stream_exists' : 'any';
  });
  call.on('error', () => undefined);
  const ended = () => {
    // A call that is cancelled half-way ends as well; what it had brought so far is not an append.
    if (call.cancelled) return;
    const fault = faultOf(serving);
    if (fault === 'not-leader') return answer(notLeader(serving.leader));
    if (fault === 'unavailable' || fault === 'half-close') return answer(unavailable());
    if (fault === 'hang') return;
    const result = serving.log.append(stream, expected, events);
    if (fault === 'swallow') return;
    if (fault === 'lose-reply') return answer(unavailable());
    if (result.is === 'too-large') return answer(tooLarge(serving.log.maxAppendBytes));
    answer(null, appendAnswer(result));
  };
  call.on('end', () => setImmediate(ended));
}

type Pending = { readonly stream: string; readonly expected: Expected; readonly events: Proposed[] };

/** The batch append call: one long-lived stream both ways, an answer for each correlation id. */
export function batchAppend(serving: Serving, call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
  serving.calls.batchAppend += 1;
  const pending = new Map<string, Pending>();
  call.on('error', () => undefined);
  call.on('end', () => call.end());
  call.on('data', (request: BatchAppendReq) => {
    const id = request.getCorrelationId()?.getString() ?? '';
    const append = pending.get(id) ?? begun(request);
    pending.set(id, append);
    append.events.push(...request.getProposedMessagesList().map(proposed));
    if (!request.getIsFinal()) return;
    pending.delete(id);
    const fault = faultOf(serving);
    if (fault === 'not-leader') return void call.emit('error', failing(notLeader(serving.leader)));
    if (fault === 'unavailable') return void call.emit('error', failing(unavailable()));
    if (fault === 'half-close') return void call.end();
    if (fault === 'hang') return;
    const result = serving.log.append(append.stream, append.expected, append.events);
    if (fault === 'swallow') return;
    if (fault === 'lose-reply') return void call.emit('error', failing(unavailable()));
    call.write(batchAnswer(request, append.stream, result, serving.log.maxAppendBytes));
  });
}

function begun(request: BatchAppendReq): Pending {
  const options = request.getOptions();
  const stream = nameOf(options?.getStreamIdentifier());
  if (options?.hasStreamPosition()) return { stream, expected: Number(options.getStreamPosition()), events: [] };
  const expected = options?.hasNoStream() ? 'no_stream' : options?.hasStreamExists() ? 'stream_exists' : 'any';
  return { stream, expected, events: [] };
}

/** A server that follows another sends everyone there; otherwise what was asked to go wrong. */
const faultOf = (serving: Serving): Fault | undefined =>
  serving.following ? 'not-leader' : serving.faults.take('append');
