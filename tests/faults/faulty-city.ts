import { registerSources } from '#app/registers/register-sources.ts'
import { openMemoryStore } from '#db/memory/memory-store.ts'
import type { RegisterRecord, StoredPerson } from '#db/store.ts'
import { FAULT_SECRET, FaultRegister } from '#tests/factories/fault-register.ts'
import { openWorld, type World } from '#tests/shared-records/world.ts'

/** The demonstration city, with some of its registers on real sockets where they can misbehave; the others are built in. */
export type FaultyCity = {
  world: World
  register(id: string): FaultRegister
  /** What a register holds on somebody now; may be changed. */
  held(id: string, entity: string, who: StoredPerson): RegisterRecord
  /** Forgets how the registers have fared so far, as a portal does that is started anew. */
  startAnew(): Promise<void>
  close(): Promise<void>
}

/** @param remote ids of registers */
export async function openFaultyCity(...remote: string[]): Promise<FaultyCity> {
  const { catalogue, city } = await openWorld()
  const records = new Map(remote.map((id) => [id, structuredClone(city.records.filter((one) => one.register === id))]))
  const registers = new Map<string, FaultRegister>()
  for (const id of remote) registers.set(id, await new FaultRegister(catalogue.registers[id]!, records.get(id) ?? []).up())
  const open = () => {
    const each = (of: (register: FaultRegister) => string) => Object.fromEntries([...registers].map(([id, register]) => [id, of(register)]))
    const opened = registerSources(catalogue.registers, openMemoryStore().records, { REGISTER_URLS: each(({ url }) => url), REGISTER_SECRETS: each(() => FAULT_SECRET) })
    if (!opened.ok) throw new Error(opened.messages.join('\n'))
    return opened.sources
  }
  let sources = open()
  const world = await openWorld('memory:', (id) => (registers.has(id) ? sources.of(id) : undefined))
  return {
    world,
    register: (id) => registers.get(id)!,
    held: (id, entity, who) => records.get(id)!.find((one) => one.entity === entity && one.subject === who.subject)!,
    startAnew: async () => {
      await sources.close()
      sources = open()
    },
    close: async () => {
      await Promise.all([sources.close(), ...[...registers.values()].map((register) => register.down())])
    },
  }
}
