import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import type { BatchAppendReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { status as Code, Metadata, type StatusObject } from '@grpc/grpc-js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Appended, Entry } from './log.ts';

/** .NET counts 100 ns from the year 1; any fixed instant will do here. */
const CREATED_TICKS = '638000000000000000';

export function identifier(stream: string) {
  const message = new shared.StreamIdentifier();
  message.setStreamName(Buffer.from(stream).toString('base64'));
  return message;
}

export const nameOf = (message: { getStreamName_asU8(): Uint8Array } | undefined): string =>
  Buffer.from(message?.getStreamName_asU8() ?? []).toString('utf8');

export function uuid(text: string) {
  const message = new shared.UUID();
  message.setString(text);
  return message;
}

export function eventMessage(entry: Entry): ReadResp {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(uuid(entry.id));
  recorded.setStreamIdentifier(identifier(entry.stream));
  recorded.setStreamRevision(String(entry.revision));
  recorded.setCommitPosition(String(entry.commit));
  recorded.setPreparePosition(String(entry.prepare));
  recorded
    .getMetadataMap()
    .set('type', entry.type)
    .set('content-type', entry.contentType)
    .set('created', CREATED_TICKS);
  recorded.setData(entry.data);
  recorded.setCustomMetadata(entry.metadata);
  const event = new streams.ReadResp.ReadEvent();
  event.setEvent(recorded);
  event.setCommitPosition(String(entry.commit));
  return response((message) => message.setEvent(event));
}

export function response(fill: (message: ReadResp) => void): ReadResp {
  const message = new streams.ReadResp();
  fill(message);
  return message;
}

export function checkpointMessage(entry: Entry): ReadResp {
  const checkpoint = new streams.ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(entry.commit));
  checkpoint.setPreparePosition(String(entry.prepare));
  return response((message) => message.setCheckpoint(checkpoint));
}

/** The answer of the plain append call; `too-large` is a failure of the call there. */
export function appendAnswer(result: Exclude<Appended, { is: 'too-large' }>) {
  const message = new streams.AppendResp();
  if (result.is === 'written') {
    const position = new streams.AppendResp.Position();
    position.setCommitPosition(String(result.last.commit));
    position.setPreparePosition(String(result.last.prepare));
    const success = new streams.AppendResp.Success();
    success.setCurrentRevision(String(result.last.revision));
    success.setPosition(position);
    message.setSuccess(success);
  } else {
    const wrong = new streams.AppendResp.WrongExpectedVersion();
    if (result.actual < 0) wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentRevision(String(result.actual));
    wrong.setExpectedAny(new shared.Empty());
    message.setWrongExpectedVersion(wrong);
  }
  return message;
}

/** The answer in the batch append stream, where every failure is a message. */
export function batchAnswer(request: BatchAppendReq, stream: string, result: Appended, maxAppendBytes: number) {
  const message = new streams.BatchAppendResp();
  message.setCorrelationId(request.getCorrelationId());
  message.setStreamIdentifier(identifier(stream));
  if (result.is === 'written') {
    const position = new shared.AllStreamPosition();
    position.setCommitPosition(String(result.last.commit));
    position.setPreparePosition(String(result.last.prepare));
    const success = new streams.BatchAppendResp.Success();
    success.setCurrentRevision(String(result.last.revision));
    success.setPosition(position);
    message.setSuccess(success);
  } else if (result.is === 'wrong-revision') {
    const wrong = new shared.WrongExpectedVersion();
    if (result.actual < 0) wrong.setCurrentNoStream(new empty.Empty());
    else wrong.setCurrentStreamRevision(String(result.actual));
    wrong.setExpectedAny(new empty.Empty());
    message.setError(failed(wrong.serializeBinary(), 'WrongExpectedVersion'));
  } else {
    const exceeded = new shared.MaximumAppendSizeExceeded();
    exceeded.setMaxappendsize(maxAppendBytes);
    message.setError(failed(exceeded.serializeBinary(), 'MaximumAppendSizeExceeded'));
  }
  return message;
}

function failed(details: Uint8Array, type: string) {
  const packed = new any.Any();
  packed.pack(details, `event_store.client.${type}`);
  const message = new status.Status();
  message.setMessage(type);
  message.setDetails(packed);
  return message;
}

/** A failed call with the trailers by which the client tells one failure from another. */
export function failure(code: Code, details: string, trailers: Readonly<Record<string, string>> = {}): StatusObject {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { code, details, metadata };
}

export const unavailable = (): StatusObject => failure(Code.UNAVAILABLE, 'Server Is Not Ready');
export const notLeader = (leader: { host: string; port: number }): StatusObject =>
  failure(Code.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': leader.host,
    'leader-endpoint-port': String(leader.port),
  });
export const tooLarge = (maxAppendBytes: number): StatusObject =>
  failure(Code.INVALID_ARGUMENT, 'Maximum Append Size Exceeded', {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(maxAppendBytes),
  });

/** To be emitted on a call as an error, which ends it with code and trailers; destroyed, it would never end. */
export const failing = (status: StatusObject): Error => Object.assign(new Error(status.details), status);
