import { completeDefinition } from '#app/kernel/definition/complete-definition.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

import type { DefinitionStore, KeptDefinition } from '../store.ts'

import type { Session } from './database.server.ts'
import { prepareInsertNew } from './insert.ts'
import { readJson } from './json-column.ts'
import { definitions } from './schema.ts'
import { prepare } from './statement.ts'

export const IN_USE = `
  SELECT definition FROM definitions AS d
  WHERE EXISTS (SELECT 1 FROM cases AS c WHERE c.definition_hash = d.hash) ORDER BY d.hash`

/** A definition is known by the hash of its content: the first copy is as good as any other. */
export function postgresDefinitions(database: Session): DefinitionStore {
  const save = prepareInsertNew(database, definitions)
  const find = prepare<{ definition: string }>(database, 'definition', 'SELECT definition FROM definitions WHERE hash = :hash')
  const inUse = prepare<{ definition: string }>(database, 'definitions in use', IN_USE)
  return {
    save: async (saved) => void (await save([{ hash: saved.hash, definition: saved }])),
    find: async (hash) => {
      const kept = await find.first({ hash })
      return kept && completeDefinition(readJson<Definition>('definition', kept.definition))
    },
    inUse: async () => (await inUse.all()).map((row) => readJson<KeptDefinition>('definition', row.definition)),
  }
}
