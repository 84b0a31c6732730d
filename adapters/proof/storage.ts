import type { LogEntry, LogFilter } from '#commands/log/ports-proof-log';
import type { NodeAt, TreeNode } from '#domain/log/merkle';
import type { TreeHead } from '#domain/log/tree-head';
import { type Place, START } from '#runtime/event-store';
import { unhex } from './digest.ts';

/** How far the log is sealed: so many leaves, up to that place. */
export type SealedState = { readonly size: number; readonly place: Place };
export const NOTHING_SEALED: SealedState = { size: 0, place: START };

/** How far the log is said to be sealed (null where nothing says so), and how much of it there is. */
export type SealedExtent = {
  readonly state: SealedState | null;
  readonly leaves: number;
  /** Complete subtrees of more than one leaf. */
  readonly nodes: number;
};

/** Where leaves, complete subtrees and signed heads are kept. */
export type SealedStorage = {
  state(): Promise<SealedState>;
  readonly node: NodeAt;
  /** All of it or nothing; nothing where another process has sealed on from `before` already. */
  add(
    before: SealedState,
    page: { readonly entries: readonly LogEntry[]; readonly nodes: readonly TreeNode[]; readonly next: Place },
  ): Promise<void>;
  entry(eventId: string): Promise<LogEntry | null>;
  /** Behind a position, in the order of the log. */
  entries(filter: LogFilter, after: number, limit: number): Promise<readonly LogEntry[]>;
  /** The leaves from one index on, in the order of the log; fewer than so many where there are no more. */
  leaves(from: number, limit: number): Promise<readonly LogEntry[]>;
  /** What there is in fact, seen at one moment: whoever changed it by hand changed one without the other. */
  extent(): Promise<SealedExtent>;
  treeHead(size: number): Promise<TreeHead | null>;
  /** The newest first. */
  treeHeads(limit: number): Promise<readonly TreeHead[]>;
  keep(head: TreeHead): Promise<void>;
};

/** For tests and simulation. */
export function createInMemorySealedStorage(): SealedStorage {
  let state = NOTHING_SEALED;
  const leaves: LogEntry[] = [];
  const byId = new Map<string, LogEntry>();
  const nodes = new Map<string, Uint8Array>();
  const heads = new Map<number, TreeHead>();
  const fits = (entry: LogEntry, { stream, types, accounts, correlation_id }: LogFilter): boolean =>
    (stream === undefined || entry.stream === stream) &&
    (types === undefined || types.includes(entry.type)) &&
    (accounts === undefined || (entry.account_id !== null && accounts.includes(entry.account_id))) &&
    (correlation_id === undefined || entry.correlation_id === correlation_id);
  return {
    state: async () => state,
    async node(level, index) {
      const found = level === 0 ? leaves[index] && unhex(leaves[index].leaf_hash) : nodes.get(`${level}/${index}`);
      if (!found) throw new Error(`the sealed log has no node ${level}/${index}`);
      return found;
    },
    async add(before, page) {
      if (before.size !== state.size) return;
      for (const entry of page.entries) {
        leaves.push(entry);
        byId.set(entry.event_id, entry);
      }
      for (const { level, index, hash } of page.nodes) if (level > 0) nodes.set(`${level}/${index}`, hash);
      state = { size: before.size + page.entries.length, place: page.next };
    },
    entry: async (eventId) => byId.get(eventId) ?? null,
    entries: async (filter, after, limit) =>
      leaves.filter((entry) => entry.position > after && fits(entry, filter)).slice(0, limit),
    leaves: async (from, limit) => leaves.slice(from, from + limit),
    extent: async () => ({ state, leaves: leaves.length, nodes: nodes.size }),
    treeHead: async (size) => heads.get(size) ?? null,
    treeHeads: async (limit) => [...heads.values()].sort((a, b) => b.size - a.size).slice(0, limit),
    keep: async (head) => void heads.set(head.size, head),
  };
}
