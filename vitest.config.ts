import { availableParallelism } from 'node:os'

import { defineConfig } from 'vitest/config'

import { LongestFirst } from './tests/longest-first.ts'

/** Two at a time even on two cores: tests wait for files, sockets and the browser. */
const maxWorkers = Math.max(2, availableParallelism() - 1)

export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    maxWorkers,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          globalSetup: ['tests/journeys/templates.ts', 'tests/factories/postgres-server.ts'],
          // Only what hangs is stopped: how fast something is, is no test's to say.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers,
          include: ['{app,db,workflows}/**/*.test.{ts,tsx}', 'tests/{contract,use-cases,board,locales,definitions,faults,shared-records,chain,vault,permission,alerts,edges,operations,bench}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          globalSetup: ['tests/journeys/chromium.ts', 'tests/journeys/templates.ts', 'tests/factories/postgres-server.ts'],
          include: ['tests/{journeys,abuse,sign-in}/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          maxWorkers,
        },
      },
    ],
  },
})
