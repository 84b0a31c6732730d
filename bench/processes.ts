import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a process and all that it started took so far, and the most memory that they held at once. */
export type Used = { cpuMs: number; peakMb: number };
/** Of Linux: ticks a second, and bytes a page. */
const [TICK_MS, PAGE_MB] = [10, 4096 / 1024 / 1024];
const LOOK_MS = 10;

type Stat = { readonly pid: number; readonly parent: number; readonly cpuMs: number; readonly mb: number };
function processes(): Stat[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8');
      const of = text.slice(text.lastIndexOf(')') + 2).split(' ');
      const cpuMs = (Number(of[11]) + Number(of[12])) * TICK_MS;
      return [{ pid: Number(name), parent: Number(of[1]), cpuMs, mb: Number(of[21]) * PAGE_MB }];
    } catch {
      return [];
    }
  });
}

/** Looks at a process and its children until it ends; memory that they share is counted for each. */
export class Watch {
  readonly #root: number;
  readonly #cpu = new Map<number, number>();
  readonly #timer: NodeJS.Timeout;
  #peak = 0;
  constructor(root: number) {
    this.#root = root;
    this.#timer = setInterval(() => this.look(), LOOK_MS);
    this.look();
  }
  look(): Used {
    const all = processes();
    const family = new Set([this.#root]);
    for (let before = 0; before < family.size; ) {
      before = family.size;
      for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
    }
    const own = all.filter(({ pid }) => family.has(pid));
    for (const { pid, cpuMs } of own) this.#cpu.set(pid, Math.max(cpuMs, this.#cpu.get(pid) ?? 0));
    this.#peak = Math.max(
      this.#peak,
      own.reduce((sum, { mb }) => sum + mb, 0),
    );
    return { cpuMs: [...this.#cpu.values()].reduce((a, b) => a + b, 0), peakMb: this.#peak };
  }
  stop(): Used {
    clearInterval(this.#timer);
    return this.look();
  }
}

export type Command = { readonly file: string; readonly args: readonly string[]; readonly cwd?: string };

/** Runs to its end. Throws what it says where it fails. */
export async function fresh({ file, args, cwd }: Command): Promise<Used & { ms: number }> {
  const began = performance.now();
  const child = spawn(file, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const watch = new Watch(child.pid ?? 0);
  const code = await new Promise((resolve) => child.once('close', resolve));
  const used = watch.stop();
  if (code !== 0) throw new Error(`${file} ended with ${code}: ${said.slice(-500)}`);
  return { ...used, ms: performance.now() - began };
}

/** A process that stays, and does its work once for every line that it gets, telling when it is done. */
export type Staying = { readonly child: ChildProcess; once(): Promise<void>; end(): void };
export async function staying({ file, args, cwd }: Command): Promise<Staying> {
  const child = spawn(file, args, { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const told = async (): Promise<void> => {
    if ((await lines.next()).done) throw new Error(`${file} ended before its work was done`);
  };
  await told();
  return {
    child,
    once() {
      child.stdin.write('again\n');
      return told();
    },
    end: () => child.stdin.end(),
  };
}
