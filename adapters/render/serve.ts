import { platform, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';

export type Asked = { readonly id: number; readonly task: string; readonly payload: unknown };
export type Answer = { readonly id: number; readonly value?: unknown; readonly error?: string };
/** In place of an answer's id: the thread is warm. Tasks are numbered from 1. */
export const READY = 0;
/** What a thread can do, by name. What a task throws is why it is refused. */
export type Tasks = Readonly<Record<string, (payload: never) => Promise<unknown>>>;

/** Of threads that draw: whoever is asked something goes first where processors are scarce, and drawing still gets on. */
const BEHIND = 5;

/** Does one task after the other for the thread that started this one; `warm` is done before any. */
export function serve(tasks: Tasks, warm: () => Promise<unknown>): void {
  const port = parentPort;
  if (port === null) throw new Error('this runs in a thread of its own');
  // On Linux this is said of the thread that says it; elsewhere it would be of the whole process.
  if (platform() === 'linux') setPriority(BEHIND);
  let before: Promise<unknown> = warm().then(() => port.postMessage({ id: READY } satisfies Answer));
  port.on('message', ({ id, task, payload }: Asked) => {
    before = before.then(async () => port.postMessage(await answered(id, tasks[task], payload)));
  });
}

async function answered(id: number, task: Tasks[string] | undefined, payload: unknown): Promise<Answer> {
  if (task === undefined) return { id, error: 'there is no such task' };
  try {
    return { id, value: await task(payload as never) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
