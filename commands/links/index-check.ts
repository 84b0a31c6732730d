import { pageForm } from '#domain/kernel/web-address';
import type { indexCheck, LookCost } from '#domain/links/effects';
import { uuidFrom } from '#runtime/random';
import { type CallOf, done, type OutcomeOf } from '#runtime/typed-effects';
import type { CheckPage, IndexCheck, IndexFinding, IndexingPort } from './ports-backlinks.ts';

type IndexCheckDeps = {
  readonly indexing: IndexingPort;
  readonly checkPage: CheckPage;
  /** What one look of the checker at one page is booked at, in 1/10,000 US dollars. */
  readonly checkCost: () => Promise<number>;
};
type Call = CallOf<typeof indexCheck>;
type Outcome = OutcomeOf<typeof indexCheck>;

/** Checks that begin are asked in one question; those that wait for an answer are asked for by their task. */
export async function checkMany(
  { indexing, checkPage, checkCost }: IndexCheckDeps,
  calls: readonly Call[],
): Promise<Outcome[]> {
  const { checker } = indexing;
  const groups = new Map<string, Call[]>();
  for (const call of calls) {
    const { task = '' } = call.payload;
    groups.set(task, [...(groups.get(task) ?? []), call]);
  }
  const answers = new Map<string, Outcome>();
  for (const [task, group] of groups) {
    // A group that fails takes no other group's answer with it: those have been paid for.
    const check = inForms(await ask(checker, task, group).catch(notChecked));
    // A question that was put is paid for, a page at a time, also where its answer is still to come or says nothing.
    const isPaid = task === '' && check.outcome !== 'failed';
    const [cost, paid] = [isPaid ? await checkCost() : 0, new Set<string>()];
    for (const call of group) {
      const { url } = call.payload;
      const charge = cost === 0 || paid.has(url) ? {} : { service: checker?.name ?? '', cost };
      paid.add(url);
      answers.set(call.effectId, await answerOf(check, call, checkPage, charge).catch(notChecked));
    }
  }
  return calls.map(
    (call) => answers.get(call.effectId) ?? { outcome: 'failed' as const, error: 'no answer', retry: true },
  );
}

/** A look that threw, for another try. */
const notChecked = (error: unknown) => ({
  outcome: 'failed' as const,
  error: error instanceof Error ? error.message : String(error),
  retry: true,
});

async function ask(checker: IndexingPort['checker'], task: string, group: readonly Call[]): Promise<IndexCheck> {
  if (!checker) return { outcome: 'failed', error: 'no index checker is configured' };
  if (task !== '') return checker.resume(task);
  const urls = [...new Set(group.map(({ payload }) => payload.url))];
  return checker.start(urls, uuidFrom('index-check', ...group.map((call) => call.effectId)));
}

/** What was found, by the page: a checker may write an address in another spelling than it was asked in. */
const inForms = (check: IndexCheck): IndexCheck =>
  check.outcome !== 'found'
    ? check
    : { ...check, findings: new Map([...check.findings].map(([url, finding]) => [pageForm(url), finding])) };

/** The days on which the page's own signals are looked at, to explain why it is not in the index. */
const EXPLAINED = ['day_7', 'day_14', 'day_28'];

/** A checker in trouble is asked again for half a day; then the day's look found nothing out. */
const CHECK_ATTEMPTS = 5;

async function answerOf(
  check: IndexCheck,
  { payload: { url, step }, attempt }: Call,
  checkPage: CheckPage,
  charge: LookCost,
): Promise<Outcome> {
  if (check.outcome === 'pending') return done({ ...charge, pending: check.task });
  if (check.outcome === 'failed' && attempt < CHECK_ATTEMPTS) return { ...check, retry: true };
  const found: IndexFinding | undefined = check.outcome === 'found' ? check.findings.get(pageForm(url)) : undefined;
  if (!found) {
    const error = check.outcome === 'failed' ? check.error : 'the checker said nothing of this page';
    return done({ ...charge, indexed: null, evidence: { error } });
  }
  if (found.indexed || !EXPLAINED.includes(step))
    return done({ ...charge, indexed: found.indexed, evidence: found.evidence });
  const { http_status, signals, error } = await checkPage({ url, target: url });
  const page = { http_status, signals: [...signals], error };
  return done({ ...charge, indexed: false, evidence: { ...found.evidence, page } });
}
