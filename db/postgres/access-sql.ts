import { getTableColumns } from 'drizzle-orm'

import { ORDER, type Side } from './page-from.ts'
import { accessLog } from './schema.ts'
import { selectedColumns } from './table-columns.ts'

const { readerId: _readerId, ...entryColumns } = getTableColumns(accessLog)

export const ENTRY_COLUMNS = selectedColumns(entryColumns, 'a')

export function accessSql(side: Side, ofDepartment: boolean): string {
  const [than, order] = ORDER[side]
  return `
    SELECT ${ENTRY_COLUMNS} FROM access_log AS a
    WHERE a.subject = :subject ${ofDepartment ? 'AND a.department = :department' : ''} AND a.outcome = 'read'
      AND (a.sort, a.id) ${than} (:sort::bigint, :id::text) AND a.shown_from <= :now AND a.at BETWEEN :since AND :until
    ORDER BY a.sort ${order}, a.id ${order} LIMIT :limit`
}

/** A page of each register's, from an index; those are merged. */
export function refusedSql(side: Side): string {
  const [than, order] = ORDER[side]
  return `
    SELECT ${ENTRY_COLUMNS} FROM (SELECT DISTINCT * FROM unnest(:registers::text[])) AS r (register) CROSS JOIN LATERAL (
      SELECT * FROM access_log AS l WHERE l.register = r.register AND l.outcome = 'refused' AND (l.sort, l.id) ${than} (:sort::bigint, :id::text)
      ORDER BY l.sort ${order}, l.id ${order} LIMIT :limit
    ) AS a
    ORDER BY a.sort ${order}, a.id ${order} LIMIT :limit`
}

export const DEPARTMENTS = `
  SELECT DISTINCT department FROM access_log WHERE subject = :subject AND outcome = 'read' AND shown_from <= :now ORDER BY department`
