import { readFileSync } from 'node:fs';
import type { Verifier } from '#domain/proof/evidence-bundle';

/** Beside the sources, and beside what they are compiled to: `scripts/build.ts` puts them there. */
const fileOf = (name: string): Uint8Array => readFileSync(new URL(`../../docs/verify/${name}`, import.meta.url));

/** The independent verifier and the description that it was written from, as this version of the product has them. */
export const verifierFiles = (): Verifier => ({ program: fileOf('verify.mjs'), format: fileOf('FORMAT.md') });
