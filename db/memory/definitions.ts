import type { DefinitionStore } from '../store.ts'

import { by } from './order.ts'
import { copyOf, type Tables } from './tables.ts'

export function memoryDefinitions({ definitions, cases }: Tables): DefinitionStore {
  return {
    save: async (definition) => {
      if (!definitions.has(definition.hash)) definitions.set(definition.hash, structuredClone(definition))
    },
    find: async (hash) => copyOf(definitions.get(hash)),
    inUse: async () => {
      const used = new Set([...cases.values()].map(({ state }) => state.definitionHash))
      return structuredClone([...definitions.values()].filter(({ hash }) => used.has(hash))).sort(by(({ hash }) => [hash]))
    },
  }
}
