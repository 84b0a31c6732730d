import type { IndexCheck, IndexChecker, IndexFinding, IndexingService } from '#commands/links/ports-backlinks';
import { epochMs, type Instant } from '#domain/kernel/time';
import type { Clock } from '#runtime/clock';
import type { Reply } from './http.ts';
import {
  createSpeedyIndexClient,
  type SpeedyIndexAccount,
  type SpeedyIndexClient,
  type TaskKind,
} from './speedyindex-client.ts';

/**
 * How a URL is paid for. `per_indexed`: the dearer price, given back for what was not indexed; open to every account.
 * `per_submission`: the lower price, never given back; for accounts that SpeedyIndex has allowed it, others are refused
 * (403). `classic`: neither is named, as in the published document; the service of 2026 answers that with 503.
 */
export type Billing = 'per_indexed' | 'per_submission' | 'classic';
const BILLING = {
  per_indexed: { pay_per_indexed: true },
  per_submission: { pay_per_submission: true },
  classic: {},
} as const;

const LIST_PAGES = 10;
/** A submission is looked up within this time, in milliseconds; tasks that are older cannot be it. */
const LOOKED_UP_WITHIN = 7 * 86_400_000;

export type SpeedyIndexOptions = SpeedyIndexAccount & { readonly clock: Clock; readonly billing?: Billing };

/** SpeedyIndex has no idempotency key: our reference is the task's title, by which a lost submission is found again. */
export function createSpeedyIndex({ clock, billing = 'per_indexed', ...account }: SpeedyIndexOptions): IndexingService {
  const client = createSpeedyIndexClient(account);
  return {
    name: 'speedyindex',
    async submit({ url, reference }) {
      const reply = await client.create('indexer', { title: reference, urls: [url], ...BILLING[billing] });
      return reply.outcome === 'answered' ? { outcome: 'accepted', reference: reply.value.task_id } : reply;
    },
    async lookUp(reference) {
      const found = await find(client, 'indexer', reference, clock.now());
      if (found.outcome !== 'answered') return { outcome: 'temporary', error: found.error };
      return found.value === null ? { outcome: 'not_found' } : { outcome: 'accepted', reference: found.value };
    },
  };
}

/** The id of the newest task of that title; null where there is none. */
async function find(
  client: SpeedyIndexClient,
  kind: TaskKind,
  title: string,
  now: Instant,
): Promise<Reply<string | null>> {
  for (let page = 0; page < LIST_PAGES; page++) {
    const reply = await client.list(kind, page);
    if (reply.outcome !== 'answered') return reply;
    const { last_page: last, result } = reply.value;
    const task = result.find((each) => each.title === title);
    if (task) return { outcome: 'answered', value: task.id };
    const oldest = Date.parse(result.at(-1)?.created_at ?? '');
    const isPast = epochMs(now) - oldest > LOOKED_UP_WITHIN;
    if (result.length === 0 || page >= last || isPast) return { outcome: 'answered', value: null };
  }
  // Taken as missing it could be paid for twice.
  return {
    outcome: 'temporary',
    error: `speedyindex has it not among its newest ${LIST_PAGES} pages of tasks, and has more`,
  };
}

/** A task whose id was never told is pending under its title. */
const BY_TITLE = 'title:';

/**
 * Tells by a task of SpeedyIndex's checker. A task that was made is paid for, so trouble that may pass while it is asked
 * about leaves it pending. A start whose answer was lost is looked up by its reference before it counts as failed; where that
 * cannot be done just now it may have been made, and is pending: asked for anew it could be paid for twice.
 */
export function createSpeedyIndexChecker({
  clock,
  ...account
}: SpeedyIndexAccount & { readonly clock: Clock }): IndexChecker {
  const client = createSpeedyIndexClient(account);
  /** What a start may have made whose answer was lost. */
  async function titled(title: string, error: string): Promise<IndexCheck> {
    const found = await find(client, 'checker', title, clock.now());
    if (found.outcome !== 'answered')
      return found.outcome === 'refused'
        ? { outcome: 'failed', error }
        : { outcome: 'pending', task: `${BY_TITLE}${title}` };
    return found.value === null ? { outcome: 'failed', error } : follow(client, found.value);
  }
  return {
    name: 'speedyindex',
    batch: 1_000,
    async start(urls, reference) {
      const created = await client.create('checker', { title: reference, urls });
      if (created.outcome === 'answered') return follow(client, created.value.task_id);
      if (created.outcome !== 'unknown') return { outcome: 'failed', error: created.error };
      return titled(reference, created.error);
    },
    resume: (task) =>
      task.startsWith(BY_TITLE)
        ? titled(task.slice(BY_TITLE.length), 'speedyindex has never made the task')
        : follow(client, task),
  };
}

async function follow(client: SpeedyIndexClient, task: string): Promise<IndexCheck> {
  const status = await client.status('checker', task);
  if (status.outcome === 'refused') return { outcome: 'failed', error: status.error };
  if (status.outcome !== 'answered') return { outcome: 'pending', task };
  const state = status.value.result.find(({ id }) => id === task);
  if (!state) return { outcome: 'failed', error: `speedyindex knows of no task ${task}` };
  if (!state.is_completed) return { outcome: 'pending', task };
  const report = await client.report('checker', task);
  if (report.outcome === 'refused') return { outcome: 'failed', error: report.error };
  if (report.outcome !== 'answered') return { outcome: 'pending', task };
  const evidence = { service: 'speedyindex', task_id: task };
  const { indexed_links: indexed, unindexed_links: unindexed } = report.value.result;
  const findings: [string, IndexFinding][] = [
    ...indexed.map(({ url }): [string, IndexFinding] => [url, { indexed: true, evidence }]),
    ...unindexed.map(({ url, error_code: code }): [string, IndexFinding] => [
      url,
      { indexed: false, evidence: typeof code === 'number' ? { ...evidence, error_code: code } : evidence },
    ]),
  ];
  return { outcome: 'found', findings: new Map(findings) };
}
