import { isDeepStrictEqual } from 'node:util'

import pg from 'pg'

import { openPostgresStore } from '#db/postgres/postgres-store.server.ts'
import type { CaseCommit } from '#db/store.ts'

import { byTurns } from '../../harness/by-turns.ts'
import type { Bench, Effort, Figures } from '../../harness/row.ts'
import { withServers } from '../../harness/with-servers.ts'
import { type BenchPostgres, benchPostgres } from '../../store/bench-postgres.ts'
import { postgresRows } from '../../store/postgres-rows.ts'
import { type PostgresLeft, statementOf } from '../../store/raw-postgres.ts'
import { trialSubmissions } from '../../store/trial-submissions.ts'

const CONNECTIONS = 8
const A_ROUND = 1000

export const submissionPostgres: Bench = {
  name: 'submission-postgres',
  says: `submissions that the store commits on PostgreSQL over ${CONNECTIONS} connections, every commit on the disk, against one hand-written statement with the same rows ready`,
  unit: '/s',
  ratio: 'ours/theirs',
  goal: 0.7,
  atMost: false,
  measure: (effort) => withServers(async (started) => measured(effort, started(await benchPostgres(effort.folder)))),
}

async function measured({ rounds, share }: Effort, server: BenchPostgres): Promise<Figures> {
  const count = Math.max(1, Math.round(A_ROUND * share))
  const changes = await trialSubmissions((rounds + 1) * count)
  const [ours, theirs, model] = [await server.database('ours'), await server.database('theirs'), await server.database('model')]
  await (await openPostgresStore(theirs)).close()
  const statements = (await leftBy(model, changes)).map(statementOf)
  const store = await openPostgresStore(ours, Date.now, { connections: CONNECTIONS })
  const pool = new pg.Pool({ connectionString: theirs, max: CONNECTIONS })
  // it ends before its sockets do, and the server may stop in between
  pool.on('error', () => {}).on('connect', (client) => void client.on('error', () => {}))
  const commit = (round: number) => rate(slice(changes, round, count), async (change) => {
    if (!(await store.commit(change)).ok) throw new Error('the store took no submission')
  })
  const write = (round: number) => rate(slice(statements, round, count), (statement) => pool.query(statement))
  try {
    await commit(0)
    await write(0)
    const figures = await byTurns(rounds, (round) => commit(round + 1), (round) => write(round + 1))
    if (!isDeepStrictEqual(await postgresRows(ours), await postgresRows(theirs))) throw new Error('the two did not write the same rows')
    return figures
  } finally {
    await Promise.all([store.close(), pool.end()])
  }
}

const slice = <One>(all: readonly One[], round: number, count: number): One[] => all.slice(round * count, (round + 1) * count)

/** @returns how many in a second, each connection doing one after the other */
async function rate<One>(all: readonly One[], write: (one: One) => Promise<unknown>): Promise<number> {
  const from = performance.now()
  const left = all.values()
  const hand = async (): Promise<void> => {
    for (const one of left) await write(one)
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, hand))
  return (all.length / (performance.now() - from)) * 1000
}

/** What the store writes for each of these changes. Those tables come first to which others refer. */
async function leftBy(url: string, changes: readonly CaseCommit[]): Promise<PostgresLeft[]> {
  const store = await openPostgresStore(url)
  await rate(changes, (change) => store.commit(change))
  await store.close()
  const tables = (await postgresRows(url)).filter(({ columns }) => columns.includes('case_id'))
  const byCase = tables.map((table) => ({ ...table, byCase: Map.groupBy(table.rows, (row) => String(row[table.columns.indexOf('case_id')])) }))
  return changes.map((change) => ({
    change,
    rows: byCase.flatMap(({ table, columns, byCase: own }) => (own.has(change.caseId) ? [{ table, columns, rows: own.get(change.caseId) ?? [] }] : [])),
  }))
}
