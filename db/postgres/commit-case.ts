import { eventLink, stateLink } from '../chain-link.ts'

import { gone } from './commit-gone.ts'
import { type CommitPart, rowsPart, type Written } from './commit-part.ts'
import { replacing } from './insert.ts'
import { awaitedRecords, chainWaiting, events, notices, tasks, timers } from './schema.ts'

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
  gone('tasks', ['task', 'round', 'desk'], taskRows),
  rowsPart('open_tasks', tasks, taskRows, replacing(tasks, [tasks.caseId, tasks.task, tasks.round, tasks.desk])),
  gone('timers', ['key'], timerRows),
  rowsPart('open_timers', timers, timerRows, replacing(timers, [timers.caseId, timers.key])),
  gone('awaited_records', ['wait'], awaitRows),
  rowsPart('open_awaits', awaitedRecords, awaitRows, replacing(awaitedRecords, [awaitedRecords.caseId, awaitedRecords.wait])),
  gone('notices', ['wait'], noticeRows),
  rowsPart('open_notices', notices, noticeRows, replacing(notices, [notices.caseId, notices.wait])),
]
