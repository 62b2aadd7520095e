import { NEVER } from './light.ts'
import type { NoticeRow } from './notice.ts'
import type { SortKey } from './page.ts'
import type { Alert } from './security-store.ts'
import type { AccessEntry, CaseSummary, QueueRow } from './store.ts'

/** Before every row of a queue. */
export const queueStart: SortKey = [-1, '', '', 0, '']

/** Earliest due first, stopped last. */
export const queueKey = ({ dueAt, caseId, task, round, desk }: QueueRow): SortKey => [dueAt ?? NEVER, caseId, task, round, desk]

/** Before every public notice. */
export const noticeStart: SortKey = [-1, '', '']

/** Soonest over first. */
export const noticeKey = ({ until, caseId, wait }: NoticeRow): SortKey => [until, caseId, wait]

/** Before every case of a list. */
export const listStart: SortKey = [-NEVER, '']

/** Open cases by due date, those without one last; then ended ones, newest first: below zero and above, in one number. */
export const listKey = ({ dueAt, endedAt, caseId }: CaseSummary): SortKey => [
  endedAt === null ? (dueAt ?? NEVER) - NEVER : NEVER - endedAt,
  caseId,
]

/** Before every entry of the access log. */
export const accessStart: SortKey = [-1, '']

/** Newest first. */
export const accessKey = ({ at, id }: AccessEntry): SortKey => [NEVER - at, id]

/** Before every alert. */
export const alertStart: SortKey = [-1, '']

/** Newest first. */
export const alertKey = ({ raisedAt, id }: Alert): SortKey => [NEVER - raisedAt, id]
