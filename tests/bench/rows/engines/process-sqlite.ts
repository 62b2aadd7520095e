import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import type Database from 'better-sqlite3'

import { openDatabase } from '#db/sqlite/open-database.server.ts'
import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'

import { fiveStepsOn, runFiveSteps } from '../../engines/five-steps.ts'
import { tableEngine } from '../../engines/table-engine.ts'
import { byTurns } from '../../harness/by-turns.ts'
import type { Bench } from '../../harness/row.ts'
import { openRaw } from '../../store/raw-writer.ts'
import { allRows } from '../../store/rows-by-case.ts'

const A_ROUND = 100

export const processSqlite: Bench = {
  name: 'process-sqlite',
  says: 'cases of five steps, each taken on and decided by the rules of a definition, every commit on the disk, against the same steps and rows by hand in SQL',
  unit: '/s',
  ratio: 'ours/theirs',
  goal: 0.7,
  atMost: false,
  measure: async ({ folder, rounds, share }) => {
    const count = Math.max(1, Math.round(A_ROUND * share))
    const own = mkdtempSync(join(folder, 'process-'))
    const [path, rawPath] = [join(own, 'ours.db'), join(own, 'theirs.db')]
    await openSqliteStore(rawPath).close()
    const [store, raw] = [openSqliteStore(path), openRaw(rawPath, 'FULL')]
    const [env, byHand] = [fiveStepsOn(store), tableEngine(raw)]
    const ours = (round: number) => rate(count, (at) => runFiveSteps(env, `${round}-${at}`))
    const theirs = (round: number) => rate(count, async (at) => byHand(`${round}-${at}`))
    await ours(-1)
    await theirs(-1)
    const figures = await byTurns(rounds, ours, theirs)
    await store.close()
    compare(openDatabase(path).client, raw)
    return figures
  },
}

/** @returns how many in a second, one after the other */
export async function rate(count: number, run: (at: number) => Promise<unknown>): Promise<number> {
  const from = performance.now()
  for (let at = 0; at < count; at += 1) await run(at)
  return (count / (performance.now() - from)) * 1000
}

/** Throws unless both hold as many rows in every table. Closes them. */
function compare(...[ours, theirs]: [Database.Database, Database.Database]): void {
  const [kept, written] = [ours, theirs].map((client) => allRows(client).map(({ table, rows }) => ({ table, rows: rows.length })))
  ours.close()
  theirs.close()
  if (!isDeepStrictEqual(kept, written)) throw new Error(`the two did not write as many rows: ${JSON.stringify(kept)} ${JSON.stringify(written)}`)
}
