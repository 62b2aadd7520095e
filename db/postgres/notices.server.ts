import type { NoticeRow } from '../notice.ts'
import { noticeKey, noticeStart } from '../sort-key.ts'
import type { CaseStore } from '../store.ts'

import type { Session } from './database.server.ts'
import { ORDER, pageFrom, type Side } from './page-from.ts'
import { prepare } from './statement.ts'

export function noticesSql(side: Side): string {
  const [than, order] = ORDER[side]
  return `
    SELECT n.case_id AS "caseId", n.wait, n.since, n.until, c.ref, c.service, c.applicant_name AS "applicantName", c.company
    FROM notices AS n JOIN cases AS c ON c.case_id = n.case_id
    WHERE (n.until, n.case_id, n.wait) ${than} (:until::bigint, :caseId::text, :wait::text)
    ORDER BY n.until ${order}, n.case_id ${order}, n.wait ${order} LIMIT :limit`
}

export function postgresNotices(database: Session): CaseStore['notices'] {
  const statements = {
    after: prepare<NoticeRow>(database, 'notices after', noticesSql('after')),
    before: prepare<NoticeRow>(database, 'notices before', noticesSql('before')),
  }
  return (page) => pageFrom<NoticeRow>(page, noticeStart, noticeKey, (side, [until, caseId, wait], limit) => statements[side].all({ until, caseId, wait, limit }))
}
