import { isDeepStrictEqual } from 'node:util'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'

import { prepareCommit } from '#db/sqlite/commit.server.ts'
import { openDatabase } from '#db/sqlite/open-database.server.ts'
import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'
import type { CaseCommit } from '#db/store.ts'

import { openRaw, inOrder, rawWriter, type Left } from './raw-writer.ts'
import { allRows, rowsByCase } from './rows-by-case.ts'

export type Synchronous = 'NORMAL' | 'FULL'

/** The store and a hand-written writer, each on a file of its own, and what each is to write. */
export type TwoFiles = {
  ours: { commit(change: CaseCommit): Promise<void>; changes: readonly CaseCommit[] }
  theirs: { write(left: Left): void; left: readonly Left[] }
  /** Throws unless both files hold the same rows, and these of every change. */
  close(): void
}

export async function openTwoFiles(folder: string, changes: readonly CaseCommit[], synchronous: Synchronous): Promise<TwoFiles> {
  const own = mkdtempSync(join(folder, 'two-files-'))
  const files = await Promise.all(['ours', 'theirs', 'model'].map((name) => emptyFile(join(own, `${name}.db`))))
  const [connection, raw] = [openDatabase(files[0] ?? ''), openRaw(files[1] ?? '', synchronous)]
  connection.client.pragma(`synchronous = ${synchronous}`)
  const commit = prepareCommit(connection)
  return {
    ours: {
      commit: async (change) => {
        const committed = await connection.write(() => commit(change))
        if (!committed.ok) throw new Error(`the store took no submission: ${committed.reason}`)
      },
      changes,
    },
    theirs: { write: rawWriter(raw), left: leftBy(files[2] ?? '', changes) },
    close: () => {
      const [kept, written] = [allRows(connection.client), allRows(raw)]
      const cases = kept.find(({ table }) => table === 'cases')?.rows.length
      connection.close()
      raw.close()
      if (cases !== changes.length) throw new Error(`${cases} cases were written instead of ${changes.length}`)
      if (!isDeepStrictEqual(kept, written)) throw new Error('the two did not write the same rows')
    },
  }
}

async function emptyFile(path: string): Promise<string> {
  await openSqliteStore(path).close()
  return path
}

/** What the store writes for each of these changes, one after the other. */
function leftBy(path: string, changes: readonly CaseCommit[]): Left[] {
  const connection = openDatabase(path)
  const commit = prepareCommit(connection)
  connection.client.transaction(() => changes.forEach((change) => commit(change))).immediate()
  const rowsOf = rowsByCase(connection.client)
  const left = changes.map((change) => ({ rows: inOrder(rowsOf(change.caseId)), change }))
  connection.close()
  return left
}
