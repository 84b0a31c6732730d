import { readFileSync } from 'node:fs';

/** The product's version as its package says, beside the sources as beside what is compiled. */
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};
export const VERSION = version;
