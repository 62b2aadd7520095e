import { type CommitPart, plainPart } from './commit-part.ts'

/** Files of a commit's answers. */
const used = plainPart({
  name: 'used',
  sql: `
    INSERT INTO file_uses (case_id, file) SELECT :cases_case_id::text, file FROM guard, unnest(:used_files::text[]) AS given (file)
    ORDER BY file ON CONFLICT DO NOTHING`,
  bound: ({ change: { state } }) => {
    const files = Object.values(state.answers).flatMap(({ file }) => (file ? [file.id] : []))
    return files.length === 0 ? null : { used_files: files }
  },
})

/** From when a case's years count, once it has ended. */
const ended = plainPart({
  name: 'ended',
  sql: `
    INSERT INTO retention AS r (case_id, service, counts_from) SELECT :cases_case_id::text, :cases_service::text, :cases_ended_at::bigint FROM guard
    ON CONFLICT (case_id) DO UPDATE SET counts_from = greatest(r.counts_from, excluded.counts_from)`,
  bound: ({ change: { summary } }) => (summary.endedAt === null ? null : {}),
})

const reopened = plainPart({
  name: 'reopened',
  sql: 'DELETE FROM retention AS r USING guard WHERE r.case_id = :cases_case_id::text',
  bound: ({ change: { summary, expectedVersion } }) => (summary.endedAt === null && expectedVersion > 0 ? {} : null),
})

export const retentionParts: readonly CommitPart[] = [used, ended, reopened]
