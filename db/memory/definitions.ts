import type { DefinitionStore } from '../store.ts'

import { copyOf, type Tables } from './tables.ts'

export function memoryDefinitions({ definitions }: Tables): DefinitionStore {
  return {
    save: async (definition) => {
      if (!definitions.has(definition.hash)) definitions.set(definition.hash, structuredClone(definition))
    },
    find: async (hash) => copyOf(definitions.get(hash)),
  }
}
