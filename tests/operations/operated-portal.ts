import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { pino } from 'pino'

import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import { loadLocales } from '#app/i18n/load-locales.server.ts'
import { noBudgets } from '#app/limits/budgets.ts'
import { observeEnvironment } from '#app/operations/measure/observe-environment.ts'
import { type Operations, quietOperations } from '#app/operations/operations.ts'
import type { Load } from '#app/operations/shed/load.ts'
import type { Portal } from '#app/portal.server.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { listen, makeServer } from '#app/server.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import { buildCity } from '#db/demo/city.ts'
import { Dice } from '#db/demo/dice.ts'
import { openStore } from '#db/open-store.server.ts'
import type { Store } from '#db/store.ts'
import { buildSignIn } from '#tests/factories/sign-in.ts'

/** A portal on the built pages whose load is set, with every line it logs. */
export type Operated = { url: string; portal: Portal; operations: Operations; load: Load; lines: Record<string, unknown>[]; store: Store; stop(): Promise<void> }

/** @param stopping aborted when it is to be told to end @param more parts of the portal that are other than usual */
export async function startOperated(stopping = new AbortController(), parts: Partial<Operations> = {}, more: Partial<Portal> = {}): Promise<Operated> {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-operated-'))
  const store = await openStore({ databaseUrl: `file:${join(folder, 'portal.db')}` })
  const { people, records } = buildCity(new Dice(1), '2026-03-02')
  await store.people.put(people)
  await store.records.put(records)
  const { catalogue } = readCatalogue('workflows')
  if (!catalogue) throw new Error('the definitions are not sound')
  const load = { delayMs: 0, inFlight: 0 }
  const operations: Operations = { ...quietOperations(), meter: { load: () => load, began: () => {}, ended: () => {}, close: () => {} }, stopping: stopping.signal, ...parts }
  const lines: Record<string, unknown>[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) })
  const env = observeEnvironment({ store, catalogue, registers: () => builtInRegister(store.records), now: Date.now, chance: makeChance() }, operations)
  const portal: Portal = { env, i18n: loadLocales('locales'), demo: true, signIn: buildSignIn(), sessionSecret: 'a secret for tests', registerTokens: {}, budgets: noBudgets, proxies: [], log, ...more }
  const { server, url } = await listen(await makeServer(portal, undefined, operations), 0, '127.0.0.1')
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await store.close()
    rmSync(folder, { recursive: true })
  }
  return { url, portal, operations, load, lines, store, stop }
}
