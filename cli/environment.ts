import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigError, strangeVariables } from '#app/config';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the process was started with and, where that says nothing, what the file `.env` of this folder says. Names that are
 * nearly one of ours are told through `warn`. Throws `ConfigError` where the file is there and cannot be read.
 */
export function environment(warn: (message: string) => void): Environment {
  const env = { ...fromFile('.env'), ...process.env };
  for (const warning of strangeVariables(env)) warn(`warning: ${warning}`);
  return env;
}

function fromFile(path: string): Environment {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return {};
    throw new ConfigError(`${path}: cannot be read (${code ?? 'unknown'})`);
  }
}
