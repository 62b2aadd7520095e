import type { Row, Source } from './source.ts'
import type { Target } from './target.server.ts'

const BATCH = 500
/** Of contents in one statement, in bytes. */
const MOST_BYTES = 8_000_000

/**
 * Brings the target's uploads to be those of the source: what is missing is copied, what was erased is removed. Contents never
 * change, so what is there stays. The portal may go on writing meanwhile.
 */
export async function copyFiles(source: Source, target: Target): Promise<void> {
  const ids = (rows: readonly Row[]): string[] => rows.map(({ id }) => String(id))
  const contents = source.client.prepare<[string], Row>('SELECT id, content FROM file_contents WHERE id IN (SELECT value FROM json_each(?))')
  for (const page of source.pages('file_contents', ['id'], BATCH)) {
    const there = new Set(ids(await target.query<{ id: string }>('SELECT id FROM file_contents WHERE id = ANY ($1)', [ids(page)])))
    for (const few of ofSize(source, ids(page).filter((id) => !there.has(id)))) await target.insert('file_contents', contents.all(JSON.stringify(few)), 'keep')
  }
  const known = source.client.prepare<[string], string>('SELECT id FROM file_contents WHERE id IN (SELECT value FROM json_each(?))').pluck()
  for (let after = ''; ; ) {
    const page = ids(await target.query<{ id: string }>(`SELECT id FROM file_contents WHERE id > $1 ORDER BY id LIMIT ${BATCH}`, [after]))
    if (page.length === 0) return
    const kept = new Set(known.all(JSON.stringify(page)))
    await target.query('DELETE FROM file_contents WHERE id = ANY ($1)', [page.filter((id) => !kept.has(id))])
    after = page.at(-1) ?? after
  }
}

/** Groups of ids whose contents are not too large together. */
function ofSize({ client }: Source, ids: readonly string[]): string[][] {
  const size = client.prepare<[string], number>('SELECT length(content) FROM file_contents WHERE id = ?').pluck()
  const groups: string[][] = []
  let room = 0
  for (const id of ids) {
    const bytes = size.get(id) ?? 0
    if (bytes > room) {
      groups.push([])
      room = MOST_BYTES
    }
    groups.at(-1)?.push(id)
    room -= bytes
  }
  return groups
}
