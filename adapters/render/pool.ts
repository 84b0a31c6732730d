import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { RenderingFailed, type RenderingTrouble } from '#runtime/rendering-failed';
import { type Answer, type Asked, READY } from './serve.ts';

export type Pool = {
  /** What somebody looks at a screen for is `urgent`: it comes before what is not. Throws `RenderingFailed`. */
  run(task: string, payload: unknown, urgent?: boolean): Promise<unknown>;
  /** Starts the threads and lets them read what they need before anybody waits for them. */
  warm(): void;
  close(): Promise<void>;
};
export type PoolSettings = {
  /** The module that the threads run; it calls `serve`. */
  readonly entry: URL;
  readonly workers: number;
  /** How long one rendering may take, from when a thread begins it. */
  readonly limitMs: number;
  /** How many may wait. */
  readonly waiting: number;
  readonly memoryMb: number;
};

type Job = Asked & {
  readonly urgent: boolean;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: RenderingFailed) => void;
};
type Hand = { readonly worker: Worker; ready: boolean; job: Job | null; timer: NodeJS.Timeout | null };

/** Drawing takes a whole thread for as long as it lasts, so it has threads of its own. One that overruns is ended, and another begins. */
export function createPool({ entry, workers, limitMs, waiting, memoryMb }: PoolSettings): Pool {
  const hands = new Set<Hand>();
  const queue: Job[] = [];
  let closed = false;
  let number = 0;

  const settle = (hand: Hand): Job | null => {
    const { job, timer } = hand;
    if (timer !== null) clearTimeout(timer);
    hand.job = null;
    hand.timer = null;
    hand.worker.unref();
    return job;
  };
  const lose = (hand: Hand, trouble: RenderingTrouble, detail: string): void => {
    if (!hands.delete(hand)) return;
    // One that could not even begin costs whoever waited for it, or others would begin in vain for ever.
    const job = settle(hand) ?? (hand.ready ? undefined : queue.shift());
    job?.reject(new RenderingFailed(trouble, detail));
    void hand.worker.terminate();
    next();
  };
  const answered = (hand: Hand, { id, value, error }: Answer): void => {
    if (id === READY) {
      hand.ready = true;
      if (hand.job === null) hand.worker.unref();
      next();
    }
    if (hand.job?.id !== id) return;
    const job = settle(hand);
    if (error === undefined) job?.resolve(value);
    else job?.reject(new RenderingFailed('refused', error));
    next();
  };
  const begin = (): Hand => {
    const source = entry.pathname.endsWith('.ts') ? throughLoader(entry) : null;
    const worker = new Worker(source ?? entry, {
      eval: source !== null,
      execArgv: [],
      // Much is made for a page and forgotten after it: with room for that, less time goes into clearing up.
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: Math.min(64, memoryMb) },
    });
    const hand: Hand = { worker, ready: false, job: null, timer: null };
    hands.add(hand);
    worker.unref();
    worker.on('message', (answer: Answer) => answered(hand, answer));
    worker.on('error', (error) => lose(hand, 'crash', `the rendering ended: ${String(error)}`));
    worker.on('exit', () => lose(hand, 'crash', 'the rendering ended'));
    return hand;
  };
  const next = (): void => {
    if (closed || queue.length === 0) return;
    const free = [...hands].find(({ job, ready }) => job === null && ready);
    if (!free) {
      const starting = [...hands].filter(({ ready }) => !ready);
      if (starting.length < queue.length && hands.size < workers) starting.push(begin());
      for (const { worker } of starting) worker.ref();
      return;
    }
    const job = queue.shift();
    if (!job) return;
    free.job = job;
    free.worker.ref();
    free.timer = setTimeout(() => lose(free, 'time', `the rendering took longer than ${limitMs / 1000} s`), limitMs);
    const { id, task, payload } = job;
    try {
      free.worker.postMessage({ id, task, payload } satisfies Asked);
    } catch (error) {
      settle(free)?.reject(new RenderingFailed('refused', `it cannot be handed over: ${String(error)}`));
    }
    next();
  };

  return {
    run: (task, payload, urgent = false) =>
      new Promise((resolve, reject) => {
        if (closed) reject(new RenderingFailed('closed', 'nothing is rendered any more'));
        else if (queue.length >= waiting) reject(new RenderingFailed('busy', `${waiting} renderings are waiting`));
        else {
          number += 1;
          const patient = urgent ? queue.findIndex((job) => !job.urgent) : -1;
          const job = { id: number, task, payload, urgent, resolve, reject };
          queue.splice(patient < 0 ? queue.length : patient, 0, job);
          next();
        }
      }),
    warm(): void {
      while (!closed && hands.size < workers) begin();
    },
    async close(): Promise<void> {
      closed = true;
      for (const job of queue.splice(0)) job.reject(new RenderingFailed('closed', 'nothing is rendered any more'));
      const all = [...hands];
      hands.clear();
      for (const hand of all) settle(hand)?.reject(new RenderingFailed('closed', 'nothing is rendered any more'));
      await Promise.all(all.map(({ worker }) => worker.terminate()));
    },
  };
}

/** Source files are read by the loader that the main thread has; a thread does not inherit it. */
function throughLoader(entry: URL): string {
  const common = createRequire(import.meta.url).resolve('tsx/esm/api');
  const api = pathToFileURL(common.replace(/\.cjs$/, '.mjs')).href;
  return `import('${api}').then(({ register }) => { register(); return import('${entry.href}'); });`;
}
