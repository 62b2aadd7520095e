import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openDatabase } from '#db/sqlite/open-database.server.ts'
import { prepareCommit } from '#db/sqlite/commit.server.ts'
import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildSkipped, buildSubmitted } from '#tests/factories/case-event.ts'
import { buildCaseState } from '#tests/factories/case-state.ts'
import { trialAnswers } from '#tests/factories/play.ts'

import { verifyFile } from '../../audit/verify.ts'

/**
 * `node tests/bench/verify-events.ts [EVENTS]`: how long the verifier takes over a database that real commits wrote, by
 * default of a million events, ten a case. Making it takes some minutes.
 */
const EVENTS = Number(process.argv[2] ?? 1_000_000)
const A_CASE = 10
const A_TRANSACTION = 500

const folder = mkdtempSync(join(tmpdir(), 'onetrip-bench-'))
const path = join(folder, 'large.db')
console.log(`writing ${EVENTS} events …`)
const written = await timed(write)
console.log(`written in ${written.seconds} s`)
const { seconds, result } = await timed(async () => verifyFile(path, { shipped: [], keys: null }))
console.log(`verified in ${seconds} s, ${Math.round(process.memoryUsage().rss / 1e6)} MB: ${JSON.stringify(result)}`)
rmSync(folder, { recursive: true })

async function write(): Promise<void> {
  await openSqliteStore(path).close()
  const connection = openDatabase(path)
  const commit = prepareCommit(connection)
  const many = connection.client.transaction((from: number) => {
    for (let index = from; index < Math.min(from + A_TRANSACTION, EVENTS / A_CASE); index += 1) writeCase(commit, `case-${String(index).padStart(9, '0')}`)
  })
  for (let from = 0; from < EVENTS / A_CASE; from += A_TRANSACTION) many.immediate(from)
  connection.client.close()
}

/** A submission, then three commits of three steps each. */
function writeCase(commit: ReturnType<typeof prepareCommit>, caseId: string): void {
  const state = (version: number) => buildCaseState({ id: caseId, ref: `REF-${caseId}`, version, answers: trialAnswers })
  commit(buildCommit({ caseId, events: [buildSubmitted({ caseId, ref: `REF-${caseId}`, answers: trialAnswers })], state: state(1) }))
  for (const expectedVersion of [1, 4, 7]) commit(buildCommit({ caseId, expectedVersion, events: ['visit', 'exam', 'post'].map(buildSkipped), state: state(expectedVersion + 3) }))
}

async function timed<Result>(run: () => Promise<Result>): Promise<{ seconds: string; result: Result }> {
  const from = performance.now()
  const result = await run()
  return { seconds: ((performance.now() - from) / 1000).toFixed(1), result }
}
