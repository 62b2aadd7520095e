import { availableParallelism } from 'node:os'

import { configDefaults, defineConfig } from 'vitest/config'

import { LongestFirst } from './tests/longest-first.ts'

/** Two at a time even on two cores: tests wait for files, sockets and the browser. */
const maxWorkers = Math.max(2, availableParallelism() - 1)

/** Tests of functions and components that keep nothing and change nothing outside themselves. What takes long or starts processes is not among them. */
const TOGETHER = [
  'app/{catalogue,certificate,change-control,dcat,diagram,examples,http,i18n,limits,registers,routes,styles,ui,view}/**/*.test.{ts,tsx}',
  'app/kernel/*.test.ts',
  'app/kernel/{case,clock,condition,definition}/**/*.test.ts',
]

export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    maxWorkers,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          // One worker runs many of these files and loads what they import once: of a file's own, most of the time went there.
          isolate: false,
          setupFiles: ['tests/leave-nothing-rendered.ts'],
          testTimeout: 60_000,
          maxWorkers,
          include: TOGETHER,
        },
      },
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
          exclude: [...configDefaults.exclude, ...TOGETHER],
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
