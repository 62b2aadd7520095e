import { parseArgs } from 'node:util'

import { benches } from '../../tests/bench/benches.ts'
import { installPeers } from '../../tests/bench/install-peers.ts'
import { isReached } from '../../tests/bench/harness/row.ts'
import { runBenches } from '../../tests/bench/run-benches.ts'

import { buildIfNeeded } from './build-if-needed.ts'

/**
 * `npm run bench -- [NAME] [--json] [--rounds N] [--quick]`: the portal beside others, measured by turns on this machine.
 * Exit code 0 when every row was measured, whatever it says; 1 when one could not be; 2 when nothing was run.
 */
const usage = 'usage: npm run bench -- [NAME] [--json] [--rounds N] [--quick]'
const options = { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false }, rounds: { type: 'string', default: '5' } } as const

const given = read()
const chosen = benches.filter(({ name }) => given?.name === undefined || name === given.name)
// what peers left open keeps nobody waiting
process.exit(await run())

/** @returns the exit code */
async function run(): Promise<number> {
  if (!given) return refused(usage)
  if (chosen.length === 0) return refused(`there is no ${given.name}. There are:\n${benches.map(({ name, says }) => `${name.padEnd(30)}${says}`).join('\n')}`)
  if (!buildIfNeeded((line) => console.error(line)) || !installPeers((line) => console.error(line))) return 2
  return (await runBenches(chosen, given, { row: given.json ? (row) => console.log(JSON.stringify(row)) : print, failed })) === 0 ? 0 : 1
}

function read() {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const rounds = Number(values.rounds)
    return positionals.length <= 1 && Number.isInteger(rounds) && rounds > 0 ? { ...values, rounds, name: positionals[0] } : null
  } catch {
    return null
  }
}

function print(...[row, { says }]: Parameters<Parameters<typeof runBenches>[2]['row']>): void {
  const goal = `${row.atMost ? '≤' : '≥'} ${row.goal}`
  console.log(`${row.name.padEnd(30)} ours ${String(row.ours).padStart(8)} ${row.unit.padEnd(4)} theirs ${String(row.theirs).padStart(8)} ${row.unit.padEnd(4)} × ${String(row.ratio).padStart(6)}  goal ${goal.padEnd(6)} ${isReached(row) ? 'reached' : 'missed'}\n    ${says}`)
}

function failed(...[{ name }, error]: Parameters<Parameters<typeof runBenches>[2]['failed']>): void {
  console.error(`${name} could not be measured: ${error instanceof Error ? error.message : String(error)}`)
}

function refused(message: string): number {
  console.error(message)
  return 2
}
