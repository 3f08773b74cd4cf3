import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { virtualModules } from './scripts/build/virtual-modules.mjs';

const root = import.meta.dirname;

export default defineConfig({
  // The sources under test see the tables the build compiled; tests/global-setup.ts builds first.
  plugins: [
    virtualModules({
      root,
      manifest: () => JSON.parse(readFileSync(join(root, 'dist', 'law-manifest.json'), 'utf8')),
      lawFolder: JSON.stringify(join(root, 'dist', 'law')),
    }),
  ],
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    pool: 'threads',
    // Most tests wait for the command they run, so as many run as there are cores.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
