import type { Draft, DraftStore } from '../store.ts'

import type { Session } from './database.server.ts'
import { prepareInsert } from './insert.ts'
import { drafts } from './schema.ts'
import { prepare } from './statement.ts'
import { readRow, selected } from './table-columns.ts'

const LISTED = 50
const COLUMNS = selected(drafts, 'd')

export const OPEN_DRAFTS = `
  SELECT ${COLUMNS} FROM drafts AS d WHERE d.person = :person AND d.submitted_ref IS NULL
  ORDER BY d.updated_at DESC, d.id DESC LIMIT ${LISTED}`

/** Compare and set: the row must be as it was when this version was made of it. Whose draft it is never changes. */
const SAVE = `
  UPDATE drafts SET company = :company, service = :service, definition_hash = :definitionHash, version = :version::bigint,
    updated_at = :updatedAt, answers = :answers, options = :options, sources = :sources
  WHERE id = :id AND version = :version::bigint - 1 AND submitted_ref IS NULL`

export function postgresDrafts(database: Session): DraftStore {
  const insert = prepareInsert(database, drafts)
  const load = prepare<Record<string, unknown>>(database, 'draft', `SELECT ${COLUMNS} FROM drafts AS d WHERE d.id = :id`)
  const openOf = prepare<Record<string, unknown>>(database, 'drafts open', OPEN_DRAFTS)
  const remove = prepare(database, 'draft remove', 'DELETE FROM drafts WHERE id = :id')
  const save = prepare(database, 'draft save', SAVE)
  return {
    create: async (draft) => void (await insert([draft])),
    load: async (id) => (await load.all({ id })).map(read)[0] ?? null,
    save: async ({ answers, options, sources, ...plain }) =>
      (await save.run({ ...plain, answers: JSON.stringify(answers), options: JSON.stringify(options), sources: JSON.stringify(sources) })) === 1,
    openOf: async (person) => (await openOf.all({ person })).map(read),
    remove: async (id) => void (await remove.run({ id })),
  }
}

const read = (row: Record<string, unknown>): Draft => readRow(drafts, row)
