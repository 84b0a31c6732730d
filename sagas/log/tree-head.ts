import type { DomainEvent } from '#domain/kernel/decider';
import type { TreeHeadEvent } from '#domain/log/tree-head';
import type { JsonObject } from '#runtime/event-store';
import { type SagaStep, saga } from '#runtime/saga';

/** Gives a published head to everybody who keeps heads. One instance a head. */
export const treeHead = saga<null, DomainEvent>({
  name: 'tree-head',
  starts: {
    TreeHeadPublished: ({ size }) => ({ instance: String(size), keys: [`head:${String(size)}`] }),
  },
  listens: {},
  initial: null,
  evolve: (state) => state,
  react: ({ type, data }): readonly SagaStep[] => {
    if (type !== 'TreeHeadPublished') return [];
    const { sinks, ...head } = data as unknown as TreeHeadEvent['data'];
    return sinks.map((sink) => ({
      do: 'effect',
      name: sink,
      kind: `publish_head_${sink}`,
      key: `head-${head.size}-${sink}`,
      payload: head as unknown as JsonObject,
    }));
  },
});
