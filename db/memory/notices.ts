import type { NoticeRow } from '../notice.ts'
import { readPage } from '../page.ts'
import { noticeKey, noticeStart } from '../sort-key.ts'
import type { CaseStore } from '../store.ts'

import { rowsBeyond } from './order.ts'
import type { Tables } from './tables.ts'

export const memoryNotices = (tables: Tables): CaseStore['notices'] => async (page) => {
  const rows = [...tables.notices].flatMap(([caseId, open]): NoticeRow[] => {
    const summary = tables.cases.get(caseId)?.summary
    if (!summary) return []
    const { ref, service, applicantName, company } = summary
    return open.map(({ wait, since, until }) => ({ caseId, wait, since, until, ref, service, applicantName, company }))
  })
  return readPage(page, noticeStart, noticeKey, rowsBeyond(rows, noticeKey))
}
