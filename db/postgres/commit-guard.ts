import { getTableColumns, getTableName } from 'drizzle-orm'

import type { Written } from './commit-part.ts'
import type { Bound } from './statement.ts'
import { cases } from './schema.ts'
import { columnNames, driverValue } from './table-columns.ts'

/** What decides whether a commit is let through: its key is new, its draft is open and as it was read, nobody else's events came first. */
export type GuardShape = { isNew: boolean; key: boolean; draft: boolean }

const COLUMNS = Object.entries(getTableColumns(cases))
const GIVEN = COLUMNS.map(([, column]) => `:${getTableName(cases)}_${column.name}::${column.getSQLType()}`).join(', ')

/** Columns of a case that never change are in indexes, which would be written again for nothing. */
const STAY = new Set<unknown>([cases.caseId, cases.ref, cases.service, cases.person, cases.company, cases.behalf, cases.submittedAt, cases.definitionHash])
const CHANGED = COLUMNS.filter(([, column]) => !STAY.has(column)).map(([, column]) => `"${column.name}" = :cases_${column.name}::${column.getSQLType()}`).join(', ')

/**
 * The parts that claim, each only when the one before did; the last is `guard`. When a later one gets nothing, the earlier has written
 * already: `refuse_commit` undoes that.
 */
export function guardSql({ isNew, key, draft }: GuardShape): { parts: string[]; done: string } {
  const claims = [...(key ? ['keyed'] : []), ...(draft ? ['closed'] : [])]
  const parts = claims.map((claim) => (claim === 'keyed' ? KEYED : closedSql(key)))
  const after = claims.at(-1)
  const guard = isNew ? beginSql(after) : goOnSql(after)
  const undo = claims[0] ? ` WHEN EXISTS (SELECT 1 FROM ${claims[0]}) THEN refuse_commit()` : ''
  return { parts: [...parts, `guard AS (${guard})`], done: `SELECT CASE WHEN EXISTS (SELECT 1 FROM guard) THEN true${undo} ELSE false END AS done` }
}

const KEYED = `keyed AS (
  INSERT INTO idempotency (key, case_id, ref) VALUES (:key, :cases_case_id::text, :cases_ref::text) ON CONFLICT DO NOTHING RETURNING 1 AS claimed)`

const closedSql = (key: boolean): string => `closed AS (
  UPDATE drafts AS d SET submitted_ref = :cases_ref::text ${key ? 'FROM keyed ' : ''}WHERE d.id = :draft AND d.version = :draft_version AND d.submitted_ref IS NULL RETURNING 1 AS claimed)`

const beginSql = (after: string | undefined): string => `
  INSERT INTO cases (${columnNames(cases)}) SELECT ${GIVEN} ${after ? `FROM ${after} ` : ''}ON CONFLICT (case_id) DO NOTHING RETURNING 1 AS passed`

/** @param after the claim that must have been made */
const goOnSql = (after: string | undefined): string => `
  UPDATE cases AS c SET ${CHANGED}, definition_hash = coalesce(:moved_to, c.definition_hash) ${after ? `FROM ${after} ` : ''}
  WHERE c.case_id = :cases_case_id::text AND c.version = :expected::bigint
    AND EXISTS (SELECT 1 FROM events AS e WHERE e.case_id = c.case_id AND e.version = c.version AND e.hash = :prev_hash) RETURNING 1 AS passed`

/** What all of these are bound to. */
export function guardBound({ change, prevHash, stateText }: Pick<Written, 'change' | 'prevHash' | 'stateText'>): Bound {
  const { summary, state, events } = change
  const row: Bound = { ...summary, caseId: change.caseId, version: state.version, definitionHash: state.definitionHash }
  const given = COLUMNS.filter(([, column]) => column !== cases.state).map(([property, column]) => [`cases_${column.name}`, driverValue(column, row[property])])
  return {
    ...Object.fromEntries(given),
    cases_state: stateText,
    expected: change.expectedVersion,
    prev_hash: prevHash,
    moved_to: events.some(({ type }) => type === 'version_changed') ? state.definitionHash : null,
    key: change.idempotencyKey,
    draft: change.draft?.id ?? null,
    draft_version: change.draft?.version ?? null,
  }
}
