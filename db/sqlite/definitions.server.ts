import { eq, sql } from 'drizzle-orm'

import { completeDefinition } from '#app/kernel/definition/complete-definition.ts'

import type { DefinitionStore, KeptDefinition } from '../store.ts'

import { readJson } from './json-column.ts'
import type { Connection } from './open-database.server.ts'
import { placeholdersOf } from './prepared.ts'
import { definitions } from './schema.ts'

export const IN_USE = `
  SELECT hash, definition FROM definitions
  WHERE EXISTS (SELECT 1 FROM cases WHERE cases.definition_hash = definitions.hash) ORDER BY hash`

/** A definition is known by the hash of its content: the first copy is as good as any other. */
export function sqliteDefinitions({ client, orm }: Connection): DefinitionStore {
  const { hash, definition } = definitions
  const save = orm.insert(definitions).values(placeholdersOf({ hash, definition })).onConflictDoNothing().prepare()
  const find = orm.select().from(definitions).where(eq(hash, sql.placeholder('hash'))).prepare()
  const inUse = client.prepare<[], { definition: string }>(IN_USE)
  return {
    save: async (saved) => void save.run({ hash: saved.hash, definition: saved }),
    find: async (wanted) => {
      const kept = find.get({ hash: wanted })?.definition
      return kept ? completeDefinition(kept) : null
    },
    inUse: async () => inUse.all().map((row) => readJson<KeptDefinition>('definition', row.definition)),
  }
}
