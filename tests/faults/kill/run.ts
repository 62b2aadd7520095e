import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { freePort, startPostgres } from '#tests/factories/postgres-server.ts'

import { counting } from './count-cases.ts'
import { killLoop, type KillPlan } from './kill-loop.ts'

/** `node tests/faults/kill/run.ts sqlite|postgres [KILLS]`: the whole loop, with figures; the tests run a short one. */
const [kind = 'sqlite', kills = '1000'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'onetrip-kills-'))
const say = (line: string): void => console.log(line)
const plan: Omit<KillPlan, 'databaseUrl'> = { processes: kind === 'postgres' ? 3 : 1, kills: Number(kills), between: 100, clients: 16, say }
const from = performance.now()

if (kind === 'postgres') {
  const server = await startPostgres({ folder: join(folder, 'data'), port: await freePort() })
  await run(server.url)
  await server.stop()
} else await run(`file:${join(folder, 'portal.db')}`)
rmSync(folder, { recursive: true })

async function run(databaseUrl: string): Promise<void> {
  const report = await killLoop({ databaseUrl, ...plan })
  console.log(JSON.stringify({ kind, seconds: Math.round((performance.now() - from) / 1000), ...report, ...(await counting(databaseUrl)) }))
}
