import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

/** `name` is the file's, as in `0001_first.sql`; they apply in the order of their numbers. */
export type Migration = { number: number; name: string; sql: string; checksum: string }
/** What a database keeps of one that it applied. */
export type Applied = Omit<Migration, 'sql'>

const FILE = /^(\d{4})_\w+\.sql$/

/** All migrations of a folder, in order. */
export function readMigrationsIn(folder: string): Migration[] {
  const files = readdirSync(folder).filter((name) => FILE.test(name)).sort()
  return files.map((name) => asMigration(name, readFileSync(`${folder}/${name}`, 'utf8')))
}

/** The checksum is the same whether git wrote the lines' ends as LF or CRLF. */
export function asMigration(name: string, text: string): Migration {
  const sql = text.replaceAll('\r\n', '\n')
  return { number: Number(name.slice(0, 4)), name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

/** Throws when a database was made by a newer version, or a landed migration is not what it was. */
export function refuseStrange(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const one of applied) {
    const known = migrations.find(({ number }) => number === one.number)
    if (!known) throw new Error(`This database was made by a newer version of the portal: it has the migration ${one.name}, unknown here. Start that version, or restore an older backup.`)
    if (!isSame(known, one)) throw new Error(`The migration ${one.name} has changed since this database applied it. Put the file back as it was and add a new migration instead.`)
  }
}

/** Those still to be applied. */
export function pendingOf(applied: readonly Applied[], migrations: readonly Migration[]): Migration[] {
  const done = new Set(applied.map(({ number }) => number))
  return migrations.filter(({ number }) => !done.has(number))
}

/** Are the tables exactly those these migrations make? */
export const areApplied = (applied: readonly Applied[], migrations: readonly Migration[]): boolean =>
  applied.length === migrations.length && applied.every((one) => migrations.some((known) => isSame(known, one)))

const isSame = (known: Migration, one: Applied): boolean => known.number === one.number && known.checksum === one.checksum
