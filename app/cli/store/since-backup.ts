import Database from 'better-sqlite3'
import { z } from 'zod'

import { StoreRefusal } from './store-refusal.ts'

const Shipped = z.object({ size: z.number(), head: z.string() })
type Shipped = z.infer<typeof Shipped>

/** `covered`: the lines that a backup itself knows of; `lost`: how many rows of the chain came after it, as far as was shipped; null when it knows of everything that was. */
export type SinceBackup = { covered: string | null; lost: number | null }

/**
 * Parts the checkpoints of the second place into those from before a backup and those from after. Where both speak of a row, they
 * must speak of the same: otherwise it is another chain, and refused. A line that can't be read is for the verifier to judge.
 * @param shipped lines of the second place; null: there are none here
 */
export function sinceBackup(path: string, shipped: string | null): SinceBackup {
  if (shipped === null) return { covered: null, lost: null }
  const lines = shipped.split('\n').filter((line) => line !== '').map((line) => ({ line, says: parsed(line) }))
  const database = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const { kept, rows } = lengthsIn(database)
    const later = lines.flatMap(({ says }) => (says !== null && says.size > kept ? [says] : []))
    const head = database.prepare<[number], string>('SELECT head FROM chain WHERE seq = ?').pluck()
    const other = later.find((says) => says.size <= rows && head.get(says.size) !== says.head)
    if (other) throw new StoreRefusal(1, `The backup is not of the chain that was signed: the second place knows another row ${other.size}.`)
    const covered = lines.filter(({ says }) => says === null || says.size <= kept).map(({ line }) => `${line}\n`).join('')
    return { covered, lost: later.length === 0 ? null : Math.max(0, ...later.map(({ size }) => size - rows)) }
  } finally {
    database.close()
  }
}

/** How much of the chain the backup's own checkpoints cover, and how long it is. */
function lengthsIn(database: Database.Database): { kept: number; rows: number } {
  const most = (sql: string): number => database.prepare<[], number>(sql).pluck().get() ?? 0
  return { kept: most('SELECT coalesce(max(size), 0) FROM checkpoints'), rows: most('SELECT coalesce(max(seq), 0) FROM chain') }
}

function parsed(line: string): Shipped | null {
  try {
    return Shipped.parse(JSON.parse(line))
  } catch {
    return null
  }
}
