import type { Source } from './source.ts'
import type { Target } from './target.server.ts'
import { tablesOf } from './copy-tables.ts'

/** A table in which the two differ: by how many rows there are, or by what stands at the end of the chain. */
export type Difference = { table: string; source: string; target: string }

const HEAD = 'SELECT seq, head FROM chain ORDER BY seq DESC LIMIT 1'
const CHAINED = ['chain', 'events', 'access_log', 'cases', 'file_contents']

/** Rows of every table, and how the chain ends. Empty when they are equal. What the chain says of each row, the verifier checks. */
export async function differences(source: Source, target: Target): Promise<{ differences: Difference[]; rows: number }> {
  const found: Difference[] = []
  let rows = 0
  for (const table of [...CHAINED, ...tablesOf(source)]) {
    const [there] = await target.query<{ count: string }>(`SELECT count(*) AS count FROM "${table}"`)
    const [here, count] = [source.count(table), Number(there?.count)]
    if (here !== count) found.push({ table, source: String(here), target: String(count) })
    rows += count
  }
  const end = source.client.prepare<[], { seq: number; head: string }>(HEAD).get()
  const [copied] = await target.query<{ seq: string; head: string }>(HEAD)
  const [one, other] = [`${end?.seq} ${end?.head}`, `${copied?.seq} ${copied?.head}`]
  if (one !== other) found.push({ table: 'the end of chain', source: one, target: other })
  return { differences: found, rows }
}
