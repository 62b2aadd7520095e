import { and, desc, eq, isNull, sql } from 'drizzle-orm'

import type { Draft, DraftStore } from '../store.ts'

import type { Connection } from './open-database.server.ts'
import { prepareInsert } from './prepared.ts'
import { drafts } from './schema.ts'

const LISTED = 50

export function sqliteDrafts(connection: Connection): DraftStore {
  const { orm, write } = connection
  const create = prepareInsert(connection, drafts)
  const withId = eq(drafts.id, sql.placeholder('id'))
  const load = orm.select().from(drafts).where(withId).prepare()
  const remove = orm.delete(drafts).where(withId).prepare()
  const isOpen = and(eq(drafts.person, sql.placeholder('person')), isNull(drafts.submittedRef))
  const openOf = orm.select().from(drafts).where(isOpen).orderBy(desc(drafts.updatedAt), desc(drafts.id)).limit(LISTED).prepare()
  return {
    create: (draft) => write(() => create(draft)),
    load: async (id) => load.get({ id }) ?? null,
    save: prepareSave(connection),
    openOf: async (person) => openOf.all({ person }),
    remove: (id) => write(() => void remove.run({ id })),
  }
}

/** Compare and set: the row must be as it was when this version was made of it. Whose draft it is never changes. */
const SAVE = `
  UPDATE drafts SET company = :company, service = :service, definition_hash = :definitionHash, version = :version,
    updated_at = :updatedAt, answers = :answers, options = :options,
    sources = :sources
  WHERE id = :id AND version = :version - 1 AND submitted_ref IS NULL`

type Json = 'answers' | 'options' | 'sources'

function prepareSave({ client, write }: Connection): DraftStore['save'] {
  const update = client.prepare<[Omit<Draft, Json | 'behalf'> & Record<Json, string>]>(SAVE)
  return ({ answers, options, sources, behalf: _stays, ...plain }) => {
    const row = { ...plain, answers: JSON.stringify(answers), options: JSON.stringify(options), sources: JSON.stringify(sources) }
    return write(() => update.run(row).changes === 1)
  }
}
