import { getTableColumns } from 'drizzle-orm'

import { listKey, listStart } from '../sort-key.ts'
import type { CaseStore, CaseSummary } from '../store.ts'

import type { Session } from './database.server.ts'
import { ORDER, pageFrom, type Side } from './page-from.ts'
import { cases } from './schema.ts'
import { prepare } from './statement.ts'
import { selectedColumns } from './table-columns.ts'

const { state: _state, version: _version, definitionHash: _definition, ...summaryColumns } = getTableColumns(cases)

/** The person's own rows and those of each they act for, a page of each from an index; those are merged and sorted. Parts are seen with the whole. */
export function listSql(side: Side): string {
  const [than, order] = ORDER[side]
  const next = (owner: string) => `
    SELECT c.case_id FROM cases AS c WHERE ${owner} AND (c.list_sort, c.case_id) ${than} (:sort::bigint, :caseId::text)
      AND NOT EXISTS (SELECT 1 FROM parts AS p WHERE p.child_id = c.case_id)
    ORDER BY c.list_sort ${order}, c.case_id ${order} LIMIT :limit`
  return `
    SELECT ${selectedColumns(summaryColumns, 'f')} FROM (
      (${next('c.person = :person AND c.behalf IS NULL')})
      UNION
      SELECT o.case_id FROM unnest(:subjects::text[]) AS s (subject) CROSS JOIN LATERAL (${next('c.company = s.subject')}) AS o
      UNION
      SELECT o.case_id FROM unnest(:subjects::text[]) AS s (subject) CROSS JOIN LATERAL (${next('c.behalf = s.subject')}) AS o
    ) AS found JOIN cases AS f ON f.case_id = found.case_id
    ORDER BY f.list_sort ${order}, f.case_id ${order} LIMIT :limit`
}

export function postgresCaseList(database: Session): CaseStore['listOf'] {
  const statements = {
    after: prepare<CaseSummary>(database, 'cases list after', listSql('after')),
    before: prepare<CaseSummary>(database, 'cases list before', listSql('before')),
  }
  return ({ person, subjects }, page) =>
    pageFrom<CaseSummary>(page, listStart, listKey, (side, [sort, caseId], limit) => statements[side].all({ person, subjects, sort, caseId, limit }))
}
