import { getTableColumns } from 'drizzle-orm'

import { readPage, type ReadRows } from '../page.ts'
import { listKey, listStart } from '../sort-key.ts'
import type { CaseStore, CaseSummary } from '../store.ts'

import type { Connection } from './open-database.server.ts'
import { selectedColumns } from './prepared.ts'
import { cases } from './schema.ts'

type Bound = { person: string; subjects: string; sort: string | number | undefined; caseId: string | number | undefined; limit: number }

const { state: _state, version: _version, definitionHash: _definition, ...summaryColumns } = getTableColumns(cases)

/** The person's own rows and those of each they act for, a page of each from an index; those are merged and sorted. Parts are seen with the whole. */
export function listSql(than: '>' | '<', order: 'ASC' | 'DESC'): string {
  const next = (owner: string) => `
    SELECT rowid FROM cases WHERE ${owner} AND (list_sort, case_id) ${than} (:sort, :caseId)
      AND NOT EXISTS (SELECT 1 FROM parts WHERE child_id = cases.case_id)
    ORDER BY list_sort ${order}, case_id ${order} LIMIT :limit`
  return `
    SELECT ${selectedColumns(summaryColumns, 'cases')} FROM cases WHERE rowid IN (
      SELECT rowid FROM (${next('person = :person AND behalf IS NULL')})
      UNION
      SELECT c.rowid FROM json_each(:subjects) AS k CROSS JOIN cases AS c WHERE c.rowid IN (${next('company = k.value')})
      UNION
      SELECT c.rowid FROM json_each(:subjects) AS k CROSS JOIN cases AS c WHERE c.rowid IN (${next('behalf = k.value')})
    )
    ORDER BY list_sort ${order}, case_id ${order} LIMIT :limit`
}

export function sqliteCaseList({ client }: Connection): CaseStore['listOf'] {
  const statements = {
    after: client.prepare<[Bound], CaseSummary>(listSql('>', 'ASC')),
    before: client.prepare<[Bound], CaseSummary>(listSql('<', 'DESC')),
  }
  return async ({ person, subjects }, page) => {
    const read: ReadRows<CaseSummary> = (side, [sort, caseId], limit) =>
      statements[side].all({ person, subjects: JSON.stringify(subjects), sort, caseId, limit })
    return readPage(page, listStart, listKey, read)
  }
}
