import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { prepareCommit } from '#db/sqlite/commit.server.ts'
import { openDatabase } from '#db/sqlite/open-database.server.ts'
import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'
import { buildCommit, buildQueueRow } from '#tests/factories/case-commit.ts'
import { buildSkipped } from '#tests/factories/case-event.ts'
import { freePort, startPostgres } from '#tests/factories/postgres-server.ts'

/** `node tests/faults/copy/run.ts [CASES]`: a town of that many cases moves to PostgreSQL, killed twice on the way, and is verified there; a backup of it is restored and verified. */
const cases = Number(process.argv[2] ?? '100000')
const A_TRANSACTION = 500
const folder = mkdtempSync(join(tmpdir(), 'onetrip-move-'))
const path = join(folder, 'town.db')
const say = (line: string): void => console.log(line)

await makeTown()
say(`${cases} cases, ${Math.round(statSync(path).size / 1e6)} MB`)
// as an operator does it: the restored file is the town's twin
run('backup', join(folder, 'backup.db'))
run('restore', join(folder, 'backup.db'), join(folder, 'restored.db'))
const server = await startPostgres({ folder: join(folder, 'data'), port: await freePort() })
for (const share of [0.25, 0.6, 1]) say(await copy(server.url, share))
verify(server.url)
await server.stop()
rmSync(folder, { recursive: true })

async function makeTown(): Promise<void> {
  await openSqliteStore(path).close()
  const connection = openDatabase(path)
  const commit = prepareCommit(connection)
  const many = connection.client.transaction((from: number) => {
    for (let place = from; place < Math.min(from + A_TRANSACTION, cases); place += 1) {
      const caseId = `town-${String(place).padStart(9, '0')}`
      commit(buildCommit({ caseId, idempotencyKey: caseId, tasks: [buildQueueRow({ caseId })] }))
      commit(buildCommit({ caseId, expectedVersion: 1, events: ['visit', 'exam'].map(buildSkipped), tasks: place % 20 === 0 ? [buildQueueRow({ caseId })] : [] }))
    }
  })
  for (let from = 0; from < cases; from += A_TRANSACTION) many.immediate(from)
  connection.close()
}

/** @param share of the chain after which it is killed; 1: never. @returns how it went */
function copy(to: string, share: number): Promise<string> {
  const began = performance.now()
  const child = spawn(process.execPath, ['app/cli/store.ts', 'copy', `file:${path}`, to], { env: { ...process.env, DATA_DIR: folder }, stdio: ['ignore', 'pipe', 'pipe'] })
  const killAt = share * cases * 5
  let said = ''
  child.stderr.on('data', (text: Buffer) => {
    const done = Number(/(\d+) rows of the chain\s*$/.exec(text.toString())?.[1] ?? 0)
    if (share < 1 && done >= killAt) child.kill('SIGKILL')
  })
  child.stdout.on('data', (text: Buffer) => (said += text.toString()))
  return new Promise((done) => child.once('close', (code) => done(`${code === null ? `killed after ${((performance.now() - began) / 1000).toFixed(1)} s` : `exit ${code}: ${said.trim()}`}`)))
}

function run(command: string, file: string, database = path): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['app/cli/store.ts', command, file], { env: { ...process.env, DATA_DIR: folder, DATABASE_URL: `file:${database}` }, encoding: 'utf8' })
  say(`${command}: exit ${status} ${(stdout + stderr).trim()}`)
}

function verify(url: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['audit/audit.ts', url, '--json'], { encoding: 'utf8' })
  say(`verified: exit ${status} ${(stdout + stderr).trim()}`)
}
