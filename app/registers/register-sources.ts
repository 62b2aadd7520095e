import type { Register } from '#app/kernel/definition/surroundings.ts'
import type { RecordStore } from '#db/store.ts'

import { builtInRegister } from './built-in-register.ts'
import { httpRegister, type OpenSource, type ReadFailure } from './http/http-register.ts'
import type { RegisterSource } from './register-source.ts'
import { type RegisterSettings, type Way, wayTo } from './way-to-register.ts'

/** The way to each register. One source a register for as long as the portal runs: its connections and its failures live in it. */
export type RegisterSources = {
  /** The source of a register of the catalogue; one that is not over HTTP is built in. */
  of(register: string): RegisterSource
  /** Lets reads under way end, then closes every connection. */
  close(): Promise<void>
}

/**
 * Opens the way to every register, or says what is wrong with the settings, a sentence each, before anything is read.
 * @param report told of each read over HTTP that brought nothing; nothing personal is in it
 */
export function registerSources(
  registers: Readonly<Record<string, Register>>,
  records: RecordStore,
  settings: RegisterSettings,
  report?: (failure: ReadFailure) => void,
): { ok: true; sources: RegisterSources } | { ok: false; messages: string[] } {
  const ways = Object.values(registers).map((register): [Register, Way] => [register, wayTo(register, settings)])
  const messages = [...unknownNames(registers, settings), ...ways.flatMap(([, way]) => (way.ok ? [] : [way.message]))]
  if (messages.length > 0) return { ok: false, messages }
  const overHttp = new Map<string, OpenSource>()
  for (const [register, way] of ways) if (way.ok && way.url !== null) overHttp.set(register.id, httpRegister({ ...way, register, report }))
  const builtIn = builtInRegister(records)
  return {
    ok: true,
    sources: {
      of: (register) => overHttp.get(register) ?? builtIn,
      close: async () => void (await Promise.all([...overHttp.values()].map((source) => source.close()))),
    },
  }
}

/** A misspelt name would leave a register built in and silently empty. */
function unknownNames(registers: Readonly<Record<string, Register>>, settings: RegisterSettings): string[] {
  return (['REGISTER_URLS', 'REGISTER_SECRETS'] as const).flatMap((setting) =>
    Object.keys(settings[setting])
      .filter((name) => !Object.hasOwn(registers, name))
      .map((name) => `${setting} names a register "${name}", and there is none.`),
  )
}
