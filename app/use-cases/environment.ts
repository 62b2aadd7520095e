import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { RegisterSource } from '#app/registers/register-source.ts'
import type { Scanner } from '#app/scanner/scanner.ts'
import type { Store } from '#db/store.ts'

/** What every use case works with; tests bring a memory store and a clock of their own. */
export type Environment = {
  store: Store
  catalogue: Catalogue
  /** The way to a register; `read-register.ts` is the only one who goes it. */
  registers(register: string): RegisterSource
  /** Is there something left of what may be read on this subject in a register for now? Absent: always. */
  mayReadMore?(register: string, subject: string): Promise<boolean>
  /** Looks for malware in what is uploaded; absent: nobody does. */
  scan?: Scanner
  /** Epoch ms. */
  now(): number
  chance: Chance
  /** Have checkpoints of the chain not left this machine for too long? Absent where none are shipped. */
  isChainStalled?(): Promise<boolean>
}

/** Fresh names, unguessable where it matters. */
export type Chance = {
  /** UUIDv7 for the moment. */
  id(now: number): string
  /** At least 128 bits: names a certificate. */
  code(): string
  /** What a case is called in letters and on the phone. */
  ref(now: number): string
}

/** The definition a case began with: one of the catalogue's, or the one kept in the store. */
export async function definitionOf(env: Environment, service: string, hash: string): Promise<Definition> {
  const known = env.catalogue.definitions[hash]
  if (known) return known
  const kept = await env.store.definitions.find(hash)
  if (!kept) throw new Error(`no definition ${hash} of ${service}`)
  return kept
}
