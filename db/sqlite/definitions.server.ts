import { eq, sql } from 'drizzle-orm'

import { completeDefinition } from '#app/kernel/definition/complete-definition.ts'

import type { DefinitionStore } from '../store.ts'

import type { Connection } from './open-database.server.ts'
import { placeholdersOf } from './prepared.ts'
import { definitions } from './schema.ts'

/** A definition is known by the hash of its content: the first copy is as good as any other. */
export function sqliteDefinitions({ orm }: Connection): DefinitionStore {
  const { hash, definition } = definitions
  const save = orm.insert(definitions).values(placeholdersOf({ hash, definition })).onConflictDoNothing().prepare()
  const find = orm.select().from(definitions).where(eq(hash, sql.placeholder('hash'))).prepare()
  return {
    save: async (saved) => void save.run({ hash: saved.hash, definition: saved }),
    find: async (wanted) => {
      const kept = find.get({ hash: wanted })?.definition
      return kept ? completeDefinition(kept) : null
    },
  }
}
