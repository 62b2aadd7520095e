import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { z } from 'zod'

import { buildIfNeeded } from './build-if-needed.ts'

/** `npm run check`: lint, types, definitions, then every test. The last line is `N passed, N failed`. */
const steps: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['lint', 'eslint', '.', '--max-warnings', '0'],
  ['types', 'tsc', '--noEmit'],
  ['services', 'node', 'app/cli/services.ts', 'check'],
]

const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0

let passed = 0
let failed = 0
const count = (name: string, ok: boolean): void => {
  console.log(`${ok ? 'passed' : 'FAILED'}  ${name}`)
  if (ok) passed += 1
  else failed += 1
}

for (const [name, command, ...args] of steps) count(name, run(command, args))
count('build', buildIfNeeded((line) => console.log(line)))
runTests()
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

/** Adds vitest's own counts. A run that reports nothing, or no test at all, has failed. */
function runTests(): void {
  const report = join(mkdtempSync(join(tmpdir(), 'onetrip-')), 'report.json')
  const ok = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  const counts = z.object({ numPassedTests: z.number(), numFailedTests: z.number() })
  try {
    const { numPassedTests, numFailedTests } = counts.parse(JSON.parse(readFileSync(report, 'utf8')))
    passed += numPassedTests
    failed += numFailedTests
    if ((!ok && numFailedTests === 0) || numPassedTests === 0) count('tests', false)
  } catch {
    count('tests', false)
  }
}
