import { defineConfig } from 'vitest/config'

export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,db,workflows}/**/*.test.{ts,tsx}', 'tests/{contract,use-cases,board,locales,definitions,faults,shared-records}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          globalSetup: ['tests/journeys/chromium.ts'],
          include: ['tests/{journeys,abuse}/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
