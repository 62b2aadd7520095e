import { eventLink, stateLink } from '../chain-link.ts'
import { chainEvents, FIRST_LINK } from '../event-chain.ts'
import type { CaseCommit } from '../store.ts'

import { prepareChain } from './chain.server.ts'
import type { Connection } from './open-database.server.ts'
import { prepareInsert, prepareUpdate } from './prepared.ts'
import { prepareReplace } from './replace-rows.ts'
import { awaitedRecords, casesAsText as cases, events, notices, tasks, timers } from './schema.ts'

type Write = (change: CaseCommit) => void
type CaseRow = typeof cases.$inferInsert

/** The case itself: its state and summary, its events, and everything open on it. */
export function prepareCaseWrites(connection: Connection): Write {
  const writeCase = prepareCase(connection)
  const move = connection.client.prepare<[string, string]>('UPDATE cases SET definition_hash = ? WHERE case_id = ?')
  const append = prepareAppend(connection)
  const replaceOpen = prepareReplaceOpen(connection)
  return (change) => {
    const { expectedVersion, state, summary } = change
    const text = JSON.stringify(state)
    writeCase({ ...summary, version: state.version, state: text, definitionHash: state.definitionHash }, expectedVersion === 0)
    if (change.events.some(({ type }) => type === 'version_changed')) move.run(state.definitionHash, change.caseId)
    append(change, text)
    replaceOpen(change)
  }
}

/** Columns that never change are in indexes, and so are those that lists go by: an index is written whenever a column of it is, whatever it says then. */
function prepareCase(connection: Connection): (row: CaseRow, isNew: boolean) => void {
  const listed = [cases.whose, cases.yellowAt, cases.dueAt, cases.endedAt, cases.end]
  const rest = [cases.lead, cases.applicantName, cases.promisedDays, cases.usedDays, cases.version, cases.state]
  const begin = prepareInsert(connection, cases)
  const goOn = prepareUpdate(connection, cases, rest, [cases.caseId, ...listed])
  const goElsewhere = prepareUpdate(connection, cases, [...rest, ...listed], [cases.caseId])
  return (row, isNew) => {
    if (isNew) begin(row)
    else if (!goOn(row)) goElsewhere(row)
  }
}

function prepareAppend(connection: Connection): (change: CaseCommit, stateText: string) => void {
  const insert = prepareInsert(connection, events)
  const chain = prepareChain(connection)
  const hashAt = connection.client.prepare<[string, number], string>('SELECT hash FROM events WHERE case_id = ? AND version = ?').pluck()
  return (change, stateText) => {
    const { caseId, expectedVersion, state } = change
    const last = expectedVersion === 0 ? undefined : hashAt.get(caseId, expectedVersion)
    const rows = chainEvents(change, last ?? FIRST_LINK)
    rows.forEach(insert)
    chain.link([...rows.map(eventLink), stateLink(caseId, state.version, stateText)])
  }
}

const WAITS = `SELECT ${['timers', 'awaited_records', 'notices'].map((table) => `EXISTS (SELECT 1 FROM ${table} WHERE case_id = :caseId)`).join(', ')}`

function prepareReplaceOpen(connection: Connection): Write {
  const taken = [tasks.version, tasks.holderId, tasks.holderName, tasks.visitOn, tasks.usedDays]
  const replaceTasks = prepareReplace(connection, tasks, [tasks.task, tasks.round, tasks.desk], taken)
  const replaceTimers = prepareReplace(connection, timers, [timers.key])
  const replaceAwaits = prepareReplace(connection, awaitedRecords, [awaitedRecords.wait])
  const replaceNotices = prepareReplace(connection, notices, [notices.wait])
  // most cases wait for nothing: one question instead of three
  const waits = connection.client.prepare<[{ caseId: string }], [number, number, number]>(WAITS).raw()
  return (change) => {
    const { caseId } = change
    const isNew = change.expectedVersion === 0
    const [hadTimers, hadAwaits, hadNotices] = (isNew ? undefined : waits.get({ caseId })) ?? [0, 0, 0]
    replaceTasks(caseId, change.tasks, !isNew)
    replaceTimers(caseId, change.timers.map(({ key, dueAt }) => ({ caseId, key, dueAt, wakeAt: dueAt })), hadTimers === 1)
    replaceAwaits(caseId, change.awaits.map((row) => ({ caseId, ...row, lookAt: 0 })), hadAwaits === 1)
    replaceNotices(caseId, change.notices.map((row) => ({ caseId, ...row })), hadNotices === 1)
  }
}
