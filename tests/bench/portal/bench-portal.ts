import { pino } from 'pino'

import { loadLocales } from '#app/i18n/load-locales.server.ts'
import { type BudgetKind, budgetKinds, makeBudgets } from '#app/limits/budgets.ts'
import type { Portal } from '#app/portal.server.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { listen, makeServer } from '#app/server.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { openStore } from '#db/open-store.server.ts'
import { buildSignIn } from '#tests/factories/sign-in.ts'

import { BENCH_DAY, BENCH_KEYS, soundCatalogue } from './bench-city.ts'
import { serveBench } from '../harness/serve-bench.ts'

/**
 * The portal as it is served: the built pages, a sealed SQLite file with every commit on the disk, budgets counted (and never
 * used up: everybody here is a few people on one address). Only the sign-in is the demonstration's.
 * `node tests/bench/portal/bench-portal.ts DATABASE`.
 */
const databaseUrl = `file:${process.argv[2]}`
const began = Date.now()
const now = (): number => BENCH_DAY + Date.now() - began
const store = await openStore({ databaseUrl, dataKeys: BENCH_KEYS, now })
const builtIn = builtInRegister(store.records)
const env: Environment = { store, catalogue: soundCatalogue(), registers: () => builtIn, now, chance: makeChance() }
const log = pino({ level: 'error' }, { write: (line: string) => void process.stderr.write(line) })
const countless = Object.fromEntries(budgetKinds.map((kind) => [kind, { points: 1e9, seconds: 60 }])) as Record<BudgetKind, { points: number; seconds: number }>
const portal: Portal = { env, i18n: loadLocales('locales'), demo: true, signIn: buildSignIn(), sessionSecret: 'a secret for benches', registerTokens: {}, budgets: makeBudgets(countless), proxies: [], log }
const { server, url } = await listen(await makeServer(portal), 0, '127.0.0.1')
server.maxRequestsPerSocket = 0

serveBench(url, async () => {
  server.closeAllConnections()
  await store.close()
})
