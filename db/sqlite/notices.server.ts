import type { NoticeRow } from '../notice.ts'
import { readPage, type ReadRows } from '../page.ts'
import { noticeKey, noticeStart } from '../sort-key.ts'
import type { CaseStore } from '../store.ts'

import type { Connection } from './open-database.server.ts'

type Bound = { until: string | number | undefined; caseId: string | number | undefined; wait: string | number | undefined; limit: number }

export const noticesSql = (than: '>' | '<', order: 'ASC' | 'DESC'): string => `
  SELECT n.case_id AS caseId, n.wait, n.since, n.until, c.ref, c.service, c.applicant_name AS applicantName, c.company
  FROM notices AS n CROSS JOIN cases AS c ON c.case_id = n.case_id
  WHERE (n.until, n.case_id, n.wait) ${than} (:until, :caseId, :wait)
  ORDER BY n.until ${order}, n.case_id ${order}, n.wait ${order} LIMIT :limit`

export function sqliteNotices({ client }: Connection): CaseStore['notices'] {
  const statements = {
    after: client.prepare<[Bound], NoticeRow>(noticesSql('>', 'ASC')),
    before: client.prepare<[Bound], NoticeRow>(noticesSql('<', 'DESC')),
  }
  const read: ReadRows<NoticeRow> = (side, [until, caseId, wait], limit) => statements[side].all({ until, caseId, wait, limit })
  return async (page) => readPage(page, noticeStart, noticeKey, read)
}
