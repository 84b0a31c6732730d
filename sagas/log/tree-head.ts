import { publishHead } from '#domain/log/effects';
import type { TreeHeadEvent } from '#domain/log/tree-head';
import { ask, saga } from '#runtime/typed-saga';

type Types = {
  state: null;
  starts: TreeHeadEvent;
  listens: never;
  own: never;
  timers: Record<never, never>;
};

/** Gives a published head to everybody who keeps heads. One instance a head. */
export const treeHead = saga<Types>()({
  name: 'tree-head',
  asks: [publishHead],
  timers: {},
  starts: { TreeHeadPublished: ({ size }) => ({ instance: String(size), keys: [`head:${size}`] }) },
  listens: {},
  initial: null,
  evolve: (state) => state,
  on: {
    TreeHeadPublished: (_, { data: { sinks, ...head } }) =>
      sinks.map((sink) =>
        ask(publishHead, { name: sink, member: sink, key: `head-${head.size}-${sink}`, payload: head }),
      ),
  },
  fired: {},
});
