import type { RetentionStore } from '../retention-store.ts'

import { prepareDestroy, wipe } from './keys.server.ts'
import type { Connection } from './open-database.server.ts'

/** What is kept by a person's id and says who they are; drafts go with their keys' warnings. */
const STEPS = [
  `UPDATE people SET subject = NULL, name = '', demo = NULL WHERE id = :id`,
  'DELETE FROM person_companies WHERE person = :id',
  'DELETE FROM mandates WHERE person = :id',
  'UPDATE sessions SET revoked_at = :at WHERE person = :id AND revoked_at IS NULL',
  'DELETE FROM credentials WHERE person = :id',
  'DELETE FROM drafts WHERE person = :id AND submitted_ref IS NULL',
]

export function prepareForgetPerson(connection: Connection): RetentionStore['forgetPerson'] {
  const { client } = connection
  const steps = STEPS.map((sql) => client.prepare<[{ id: string; at: number }]>(sql))
  const keysOf = client.prepare<[string], string>('SELECT id FROM keys WHERE owner = ? AND destroyed_at IS NULL').pluck()
  const destroy = prepareDestroy(connection)
  const all = client.transaction((id: string, at: number) => {
    for (const step of steps) step.run({ id, at })
    destroy(keysOf.all(`person:${id}`), at)
  })
  return async (id, at) => {
    all.immediate(id, at)
    wipe(connection)
  }
}
