import { chainEvents, FIRST_LINK } from '../event-chain.ts'
import type { CaseCommit } from '../store.ts'

import { type Chain, prepareChain } from './chain.server.ts'
import type { Connection } from './open-database.server.ts'
import { prepareInsert, prepareUpsert } from './prepared.ts'
import { awaitedRecords, cases, events, notices, tasks, timers } from './schema.ts'

type Write = (change: CaseCommit) => void

/** The case itself: its state and summary, its events, and everything open on it. */
export function prepareCaseWrites(connection: Connection): Write {
  // the columns that stay are in indexes, which would be written again for nothing
  const stay = [cases.ref, cases.service, cases.person, cases.company, cases.behalf, cases.submittedAt, cases.definitionHash]
  const begin = prepareInsert(connection, cases)
  const upsert = prepareUpsert(connection, cases, [cases.caseId], stay)
  const move = connection.client.prepare<[string, string]>('UPDATE cases SET definition_hash = ? WHERE case_id = ?')
  const chain = prepareChain(connection)
  const append = prepareAppend(connection, chain)
  const replaceOpen = prepareReplaceOpen(connection)
  return (change) => {
    // an upsert keeps copies of the pages it may have to put back: a case that is new needs none
    const write = change.expectedVersion === 0 ? begin : upsert
    write({ ...change.summary, version: change.state.version, state: change.state, definitionHash: change.state.definitionHash })
    if (change.events.some(({ type }) => type === 'version_changed')) move.run(change.state.definitionHash, change.caseId)
    append(change)
    replaceOpen(change)
  }
}

function prepareAppend(connection: Connection, chain: Chain): Write {
  const insert = prepareInsert(connection, events)
  const hashAt = connection.client.prepare<[string, number], string>('SELECT hash FROM events WHERE case_id = ? AND version = ?').pluck()
  return (change) => {
    const last = change.expectedVersion === 0 ? undefined : hashAt.get(change.caseId, change.expectedVersion)
    const rows = chainEvents(change, last ?? FIRST_LINK)
    rows.forEach(insert)
    chain.commit(change.caseId, rows)
  }
}

function prepareReplaceOpen(connection: Connection): Write {
  const deletes = ['tasks', 'timers', 'awaited_records', 'notices'].map((table) => connection.client.prepare<[string]>(`DELETE FROM ${table} WHERE case_id = ?`))
  const task = prepareInsert(connection, tasks)
  const timer = prepareInsert(connection, timers)
  const awaited = prepareInsert(connection, awaitedRecords)
  const notice = prepareInsert(connection, notices)
  return (change) => {
    const { caseId } = change
    if (change.expectedVersion > 0) for (const statement of deletes) statement.run(caseId)
    for (const row of change.tasks) task(row)
    for (const { key, dueAt } of change.timers) timer({ caseId, key, dueAt, wakeAt: dueAt })
    for (const row of change.awaits) awaited({ caseId, ...row, lookAt: 0 })
    for (const row of change.notices) notice({ caseId, ...row })
  }
}
