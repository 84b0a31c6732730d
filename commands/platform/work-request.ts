import type { WorkRequestId } from '#domain/kernel/ids';
import { type WorkRequestKind, workRequest } from '#domain/platform/work-request';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, HandleOptions } from '#runtime/command-handler';
import type { JsonObject } from '#runtime/event-store';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';

export type IssueWorkRequest = {
  readonly kind: WorkRequestKind;
  /** A request asked for again under the same key is the same request. */
  readonly key: string;
  readonly payload: JsonObject;
  readonly subscriptionId: number | null;
  readonly siteId: number | null;
};
export type WorkRequestCommands = ReturnType<typeof workRequestCommands>;

const stream = (id: number): string => `work-request-${id}`;

export function workRequestCommands({
  handler,
  ids,
  clock,
}: {
  handler: CommandHandler;
  ids: IdAllocator;
  clock: Clock;
}) {
  return {
    async issue(request: IssueWorkRequest, cause: Cause): Promise<WorkRequestId> {
      const commandId = uuidFrom('work-request', request.key);
      const id = (await ids.allocate('work-request', commandId)) as WorkRequestId;
      await handler.handle(
        workRequest,
        stream(id),
        { type: 'Issue', id, ...request, now: clock.now() },
        { ...cause, commandId },
      );
      return id;
    },
    /** The same, and whether it was asked for before: then it stays as it was. */
    async issueOnce(request: IssueWorkRequest, cause: Cause) {
      const commandId = uuidFrom('work-request', request.key);
      const id = (await ids.allocate('work-request', commandId)) as WorkRequestId;
      const command = { type: 'Issue' as const, id, ...request, now: clock.now() };
      const issued = await handler.handle(workRequest, stream(id), command, { ...cause, commandId });
      if (!issued.ok) throw new Error(issued.refusal.message);
      return { id, unchanged: issued.unchanged, position: issued.position };
    },
    markSent: (id: number, cause: Cause) =>
      handler.handle(workRequest, stream(id), { type: 'MarkSent', now: clock.now() }, cause),
    markDone: (id: number, result: JsonObject | null, cause: Cause, options?: HandleOptions) =>
      handler.handle(workRequest, stream(id), { type: 'MarkDone', result, now: clock.now() }, cause, options),
    markFailed: (id: number, error: string, cause: Cause, options?: HandleOptions) =>
      handler.handle(workRequest, stream(id), { type: 'MarkFailed', error, now: clock.now() }, cause, options),
  };
}
