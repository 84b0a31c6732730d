import { publishHead } from '#domain/log/effects';
import { publishedHeads, type TreeHead } from '#domain/log/tree-head';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { Job } from '#runtime/jobs';
import type { Cause } from '#runtime/metadata';
import { done, gaveUp, type HandlerOf, type Handlers, handlersOf } from '#runtime/typed-effects';
import type { HeadSink, ProofLog } from './ports-proof-log.ts';

const STREAM = 'tree-heads';
export type TreeHeadCommands = ReturnType<typeof treeHeadCommands>;
type Deps = {
  readonly handler: CommandHandler;
  readonly clock: Clock;
  readonly log: ProofLog;
  readonly sinks: readonly HeadSink[];
};

/** Heads of the log that others are given to keep: whoever has one finds every later change of what it covers. */
export function treeHeadCommands({ handler, clock, log, sinks }: Deps) {
  return {
    async publish(cause: Cause): Promise<TreeHead> {
      const head = await log.head();
      const command = { type: 'Publish' as const, head, logId: log.logId, sinks: sinks.map(({ name }) => name) };
      await handler.handle(publishedHeads, STREAM, { ...command, now: clock.now() }, cause);
      return head;
    },
  };
}

/** Each sink by itself: one that is away keeps no other from its head. */
export function treeHeadEffects({ sinks }: Pick<Deps, 'sinks'>): Handlers {
  const givenTo = (name: HeadSink['name']): HandlerOf<typeof publishHead> => ({
    whenLost: 'resend',
    async call({ payload }) {
      const sink = sinks.find((each) => each.name === name);
      if (!sink) return gaveUp(`no ${name} is set any more`);
      const trouble = await sink.publish(payload);
      return trouble === null ? done({}) : { outcome: 'failed', error: trouble, retry: true };
    },
  });
  return handlersOf([publishHead], { publish_head: { file: givenTo('file'), webhook: givenTo('webhook') } });
}

export const treeHeadJob = (heads: TreeHeadCommands): Job => ({
  name: 'publish_tree_head',
  schedule: { kind: 'daily', at: '00:30' },
  run: async ({ cause }) => {
    const { size } = await heads.publish(cause);
    return `the head of ${size} events`;
  },
});
