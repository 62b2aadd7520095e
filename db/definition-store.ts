import type { Definition } from '#app/kernel/definition/definition.ts'

/** Every definition a case ever began with, so that it can be finished by it. */
export type DefinitionStore = {
  save(definition: Definition): Promise<void>
  find(hash: string): Promise<Definition | null>
  /** Those that at least one case goes by, as they were kept: an older portal's may lack what is read today. */
  inUse(): Promise<readonly KeptDefinition[]>
}

/** `guide` is missing from what the first portals kept; their hashes were computed otherwise. */
export type KeptDefinition = Pick<Definition, 'service' | 'version' | 'hash'> & { guide?: Definition['guide'] }
