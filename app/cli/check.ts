import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { z } from 'zod'

import { buildIfNeeded } from './build-if-needed.ts'

/** `npm run check`: lint, types, definitions and the build beside each other, then every test. The last line is `N passed, N failed`. */
const steps: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['lint', 'eslint', '.', '--max-warnings', '0'],
  ['types', 'tsc', '--noEmit'],
  ['services', 'node', 'app/cli/services.ts', 'check'],
]

const shell = process.platform === 'win32'
const run = (command: string, args: readonly string[]): boolean => spawnSync(command, args, { stdio: 'inherit', shell }).status === 0

let passed = 0
let failed = 0
const count = (name: string, ok: boolean): void => {
  console.log(`${ok ? 'passed' : 'FAILED'}  ${name}`)
  if (ok) passed += 1
  else failed += 1
}

const begun = steps.map(([name, command, ...args]) => ({ name, ended: runBeside(command, args) }))
// Before what the others say is read: they go on meanwhile.
const built = buildIfNeeded((line) => console.log(line))
for (const { name, ended } of begun) {
  const { ok, said } = await ended
  process.stdout.write(said)
  count(name, ok)
}
count('build', built)
runTests()
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

/** @returns how it ended and all that it said, when it has ended: what several say at once nobody can read */
async function runBeside(command: string, args: readonly string[]): Promise<{ ok: boolean; said: string }> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], shell })
  const ended = new Promise<boolean>((done) => child.once('error', () => done(false)).once('close', (status) => done(status === 0)))
  const said = await Promise.all([text(child.stdout), text(child.stderr)])
  return { ok: await ended, said: said.join('') }
}

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
