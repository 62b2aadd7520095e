import { type ChainHead, type ChainLink, FIRST_HEAD, linkTo } from '../chain-link.ts'

import type { Database, Session } from './database.server.ts'
import { prepareInsert } from './insert.ts'
import { chain } from './schema.ts'
import { prepare } from './statement.ts'

/** Links in one transaction: few enough to be done well within the time that a statement may take. */
const BATCH = 5000

const HEAD = 'SELECT size, head, EXISTS (SELECT 1 FROM chain_waiting) AS waiting FROM chain_head'
/** Whoever has this row links; others wait for them. */
const LOCK = 'SELECT size, head FROM chain_head FOR UPDATE'
const NEXT = `
  SELECT place, kind, case_id AS "caseId", version, entry, leaf FROM chain_waiting ORDER BY place LIMIT ${BATCH}`

/**
 * Puts what waits into the chain and says how it ends then. Links wait in the order in which they were written as far as it matters: a case's next
 * commit is made only when the one before is there, so its links wait behind that one's.
 */
export function prepareHead(database: Database): () => Promise<ChainHead> {
  const head = prepare<ChainHead & { waiting: boolean }>(database, 'chain head', HEAD)
  const link = prepareLink(database)
  return async () => {
    for (let now = await head.first(); now; now = await head.first()) {
      if (!now.waiting) return { size: now.size, head: now.head }
      await database.transaction(link)
    }
    return FIRST_HEAD
  }
}

/** One batch. */
function prepareLink(database: Session): (session: Session) => Promise<void> {
  const lock = prepare<ChainHead>(database, 'chain lock', LOCK)
  const next = prepare<ChainLink & { place: number }>(database, 'chain next', NEXT)
  const insert = prepareInsert(database, chain)
  const remove = prepare(database, 'chain linked', 'DELETE FROM chain_waiting WHERE place = ANY(:places::bigint[])')
  const move = prepare(database, 'chain move', 'UPDATE chain_head SET size = :size, head = :head')
  return async (session) => {
    let last = await lock.first({}, session)
    if (!last) throw new Error('The table chain_head is empty: the database is damaged or was edited by hand')
    const waiting = await next.all({}, session)
    const rows = waiting.map((one) => (last = linkedTo(last ?? FIRST_HEAD, one)).row)
    await insert(rows, session)
    await remove.run({ places: waiting.map(({ place }) => place) }, session)
    await move.run({ size: last.size, head: last.head }, session)
  }
}

/** The next row, which is the head of what comes after it. */
function linkedTo(last: ChainHead, link: ChainLink) {
  const row = linkTo(last, link)
  return { size: row.seq, head: row.head, row }
}
