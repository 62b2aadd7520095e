import type { Source } from './source.ts'
import type { Target } from './target.server.ts'

/** Copied by the chain, by their ids, or made in the target by itself. */
const OTHERWISE = new Set(['chain', 'events', 'access_log', 'cases', 'file_contents', 'queue_counts', 'turnaround_months', 'migrations', 'moved'])
const BATCH = 1000

/** Every table that a source holds, but for those that are not copied row by row. */
export const tablesOf = ({ client }: Source): string[] =>
  client
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .pluck()
    .all()
    .filter((table) => !OTHERWISE.has(table))

/** What changes while a portal runs, whole, in one transaction: to be called while nobody writes. The chain's end comes with it. */
export async function copyTables(source: Source, target: Target, say: (table: string) => void): Promise<void> {
  await target.transaction(async () => {
    for (const table of tablesOf(source)) {
      await target.query(`TRUNCATE "${table}"`)
      const columns = (await target.columns(table)).map(({ name }) => name)
      for (const page of source.pages(table, columns, BATCH)) await target.insert(table, page)
      say(table)
    }
    await target.query('UPDATE chain_head SET (size, head) = (SELECT seq, head FROM chain ORDER BY seq DESC LIMIT 1) WHERE EXISTS (SELECT 1 FROM chain)')
  })
}
