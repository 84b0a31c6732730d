import { accessSync, constants, mkdirSync } from 'node:fs';

/** What keeps the process from starting and its operator can mend; the message is one line that names the setting. */
export class StartProblem extends Error {
  override readonly name = 'ConfigError';
}

/** Makes the folder where it is not there yet. Throws `StartProblem`, which names the setting, where nothing can be written in it. */
export function proveFolder(setting: string, folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartProblem(`${setting}: the folder ${folder} cannot be written to (${code ?? 'unknown'})`);
  }
}
