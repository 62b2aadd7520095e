import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openStore } from '#db/open-store.server.ts'
import type { Store } from '#db/store.ts'
import { freePort, startPostgres } from '#tests/factories/postgres-server.ts'

import { raceRounds } from './race-rounds.ts'
import { trialEnvironment } from './trial-environment.ts'

/** `node tests/faults/races-run.ts [ATTEMPTS]`: so many attempts of clerks who race, half of them on each database; one JSON line for each. */
const [attempts = '10000'] = process.argv.slice(2)
const CLERKS = 50
const rounds = Math.ceil(Number(attempts) / 2 / (2 * CLERKS))
const folder = mkdtempSync(join(tmpdir(), 'onetrip-races-'))

const server = await startPostgres({ folder: join(folder, 'data'), port: await freePort() })
await run('sqlite', `file:${join(folder, 'portal.db')}`, 2)
await run('postgres', server.url, 3)
await server.stop()
rmSync(folder, { recursive: true })

async function run(kind: string, databaseUrl: string, handles: number): Promise<void> {
  const stores: Store[] = []
  for (let handle = 0; handle < handles; handle += 1) stores.push(await openStore({ databaseUrl }))
  const from = performance.now()
  const report = await raceRounds(stores.map((store) => trialEnvironment(store)), rounds, CLERKS)
  console.log(JSON.stringify({ kind, stores: handles, clerks: CLERKS, seconds: Math.round((performance.now() - from) / 100) / 10, ...report }))
  await Promise.all(stores.map((store) => store.close()))
}
