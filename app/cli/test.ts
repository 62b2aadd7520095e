import { spawnSync } from 'node:child_process'

import { buildIfNeeded } from './build-if-needed.ts'

/** `npm test [-- FILTER …]`: builds what the browser stories need, then runs every test. */
if (!buildIfNeeded((line) => console.log(line))) process.exit(1)
const run = spawnSync('vitest', ['run', ...process.argv.slice(2)], { stdio: 'inherit', shell: process.platform === 'win32' })
process.exitCode = run.status ?? 1
