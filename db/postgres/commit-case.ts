import { eventLink, stateLink } from '../chain-link.ts'

import { type CommitPart, rowsPart, type Written } from './commit-part.ts'
import { replacing } from './insert.ts'
import { awaitedRecords, chainWaiting, events, notices, tasks, timers } from './schema.ts'
import { listsOf } from './table-columns.ts'

const taskRows = ({ change }: Written) => change.tasks
const timerRows = ({ change: { caseId, timers: given } }: Written) => given.map(({ key, dueAt }) => ({ caseId, key, dueAt, wakeAt: dueAt }))
const awaitRows = ({ change: { caseId, awaits } }: Written) => awaits.map((row) => ({ caseId, ...row, lookAt: 0 }))
const noticeRows = ({ change: { caseId, notices: given } }: Written) => given.map((row) => ({ caseId, ...row }))

/** The links wait for their place in the chain, events before the state. */
const linkRows = ({ change: { caseId, state }, events: rows, stateText }: Written) => [...rows.map(eventLink), stateLink(caseId, state.version, stateText)]

/** The case's own rows: its events, and everything open on it, which replaces what was there. */
export const caseParts: readonly CommitPart[] = [
  rowsPart('happened', events, ({ events: rows }) => [...rows]),
  rowsPart('linked', chainWaiting, linkRows),
  gone('tasks', ['task', 'round', 'desk'], (written) => listsOf(tasks, taskRows(written))),
  rowsPart('open_tasks', tasks, taskRows, replacing(tasks, [tasks.caseId, tasks.task, tasks.round, tasks.desk])),
  gone('timers', ['key'], (written) => listsOf(timers, timerRows(written))),
  rowsPart('open_timers', timers, timerRows, replacing(timers, [timers.caseId, timers.key])),
  gone('awaited_records', ['wait'], (written) => listsOf(awaitedRecords, awaitRows(written))),
  rowsPart('open_awaits', awaitedRecords, awaitRows, replacing(awaitedRecords, [awaitedRecords.caseId, awaitedRecords.wait])),
  gone('notices', ['wait'], (written) => listsOf(notices, noticeRows(written))),
  rowsPart('open_notices', notices, noticeRows, replacing(notices, [notices.caseId, notices.wait])),
]

/**
 * Rows that the case no longer has; a new case had none. Those it keeps are written over: one statement can't take a row away and put
 * it back.
 */
function gone(table: string, key: readonly string[], lists: (written: Written) => Record<string, unknown[]>): CommitPart {
  const given = key.map((column) => `:${table}_${column}::${column === 'round' ? 'bigint' : 'text'}[]`).join(', ')
  const same = key.map((column) => `kept.${column} = t.${column}`).join(' AND ')
  return {
    name: `gone_${table}`,
    sql: `
      DELETE FROM ${table} AS t USING guard WHERE t.case_id = :cases_case_id::text
        AND NOT EXISTS (SELECT 1 FROM unnest(${given}) AS kept (${key.join(', ')}) WHERE ${same})`,
    bound: (written) => (written.change.expectedVersion === 0 ? null : lists(written)),
  }
}
