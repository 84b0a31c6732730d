import { publishedHeads, type TreeHead } from '#domain/log/tree-head';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import type { EffectHandler } from '#runtime/effect-handler';
import type { Job } from '#runtime/jobs';
import type { Cause } from '#runtime/metadata';
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
export const treeHeadEffects = ({ sinks }: Pick<Deps, 'sinks'>): Record<string, EffectHandler> =>
  Object.fromEntries(
    SINKS.map((name) => [
      `publish_head_${name}`,
      {
        whenLost: 'resend',
        call: async ({ payload }) => {
          const sink = sinks.find((each) => each.name === name);
          if (!sink) return { outcome: 'failed', error: `no ${name} is set any more`, retry: false };
          const told = await sink.publish(payload as unknown as Parameters<HeadSink['publish']>[0]);
          return told === null ? { outcome: 'succeeded', result: {} } : { outcome: 'failed', error: told, retry: true };
        },
      } satisfies EffectHandler,
    ]),
  );
export const SINKS = ['file', 'webhook'] as const;

export const treeHeadJob = (heads: TreeHeadCommands): Job => ({
  name: 'publish_tree_head',
  schedule: { kind: 'daily', at: '00:30' },
  run: async ({ cause }) => {
    const { size } = await heads.publish(cause);
    return `the head of ${size} events`;
  },
});
