import { SingleBar } from 'cli-progress';

/** Drawn on a terminal only; silent where output goes to a file. */
export function countingBar(name: string) {
  const bar = process.stderr.isTTY
    ? new SingleBar({ format: `${name} {bar} {value}/{total}`, clearOnComplete: true, stream: process.stderr })
    : null;
  let begun = false;
  return {
    step(done: number, total: number): void {
      if (!begun) bar?.start(total, 0);
      begun = true;
      bar?.setTotal(total);
      bar?.update(Math.min(done, total));
    },
    stop: (): void => bar?.stop(),
  };
}
