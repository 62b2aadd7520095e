import type { RetentionStore } from '../retention-store.ts'

import type { Database } from './database.server.ts'
import { prepareDestroy } from './keys.server.ts'
import { prepare } from './statement.ts'

/** What is kept by a person's id and says who they are; drafts go with their keys' warnings. */
const STEPS = [
  `UPDATE people SET subject = NULL, name = '', demo = NULL WHERE id = :id`,
  'DELETE FROM person_companies WHERE person = :id',
  'DELETE FROM mandates WHERE person = :id',
  'UPDATE sessions SET revoked_at = :at WHERE person = :id AND revoked_at IS NULL',
  'DELETE FROM credentials WHERE person = :id',
  'DELETE FROM drafts WHERE person = :id AND submitted_ref IS NULL',
]

export function prepareForgetPerson(database: Database): RetentionStore['forgetPerson'] {
  const steps = STEPS.map((sql, index) => prepare(database, `forget a person ${index}`, sql))
  const keysOf = prepare<{ id: string }>(database, 'keys of a person', 'SELECT id FROM keys WHERE owner = :owner AND destroyed_at IS NULL')
  const destroy = prepareDestroy(database)
  return (id, at) =>
    database.transaction(async (session) => {
      for (const step of steps) await step.run({ id, at }, session)
      const keys = await keysOf.all({ owner: `person:${id}` }, session)
      await destroy(keys.map((key) => key.id), at, session)
    })
}
