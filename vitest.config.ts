import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';
import { type Tier, tiers } from './test/support/tiers.ts';

const found = tiers();
const project = (name: Tier, globalSetup: string[]) => ({
  extends: true as const,
  test: { name, include: found[name], globalSetup },
});

export default defineConfig(({ mode }) => ({
  test: {
    projects: [project('fast', []), project('memory', []), project('postgres', ['test/support/global-postgres.ts'])],
    setupFiles: ['test/support/properties.ts', 'test/support/cpu.ts'],
    env: { TEST_DEEP: mode === 'deep' ? '1' : '0' },
    // What the files share is imported once a worker; nothing that a file leaves behind is read by another.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
}));
