import { openPostgresStore } from '#db/postgres/postgres-store.server.ts'

import { startCases } from '../../engines/case-child.ts'
import { fiveStepsOn, runFiveSteps } from '../../engines/five-steps.ts'
import { byTurns } from '../../harness/by-turns.ts'
import type { Bench, Effort, Figures } from '../../harness/row.ts'
import { withServers } from '../../harness/with-servers.ts'
import { asked, benchPostgres } from '../../store/bench-postgres.ts'

/** Cases at once, of both, and connections of each. */
const HANDS = 8
const A_ROUND = 64

const rowAgainst = (name: string, peer: string, goal: number, file: string): Bench => ({
  name,
  says: `cases of five steps on PostgreSQL, ${HANDS} at once, each step taken on and decided, against ${peer}, every commit on the disk`,
  unit: '/s',
  ratio: 'ours/theirs',
  goal,
  atMost: false,
  measure: (effort) => measured(effort, file),
})

export const processDbos = rowAgainst('process-dbos', 'DBOS receiving five messages that are sent to it', 3, 'steps-dbos.js')
export const processPgBoss = rowAgainst('process-pg-boss', 'five jobs of pg-boss, one sent when the one before is done', 2, 'steps-pg-boss.js')

/** Each has a database of its own on one server. */
function measured({ folder, rounds, share }: Effort, file: string): Promise<Figures> {
  // the peer is stopped before the server is
  return withServers(async (serverStarted) => withServers(async (started) => {
    const server = serverStarted(await benchPostgres(folder))
    const [own, others] = [await server.database('ours'), await server.database('theirs')]
    const peer = started(await startCases(file, [others, String(HANDS)]))
    const store = await openPostgresStore(own, Date.now, { connections: HANDS })
    const env = fiveStepsOn(store)
    const cases = Math.max(HANDS, Math.round(A_ROUND * share))
    const ours = async (round: number): Promise<number> => {
      const from = performance.now()
      const left = Array.from({ length: cases }, (_, at) => `${round}-${at}`).values()
      const hand = async (): Promise<void> => {
        for (const key of left) await runFiveSteps(env, key)
      }
      await Promise.all(Array.from({ length: HANDS }, hand))
      return (cases / (performance.now() - from)) * 1000
    }
    const theirs = async (): Promise<number> => cases / (await peer.run({ cases, hands: HANDS })).seconds
    try {
      await ours(-1)
      await theirs()
      const figures = await byTurns(rounds, ours, theirs)
      const [ended] = await asked<{ count: string }>(own, 'SELECT count(*) AS count FROM cases WHERE ended_at IS NOT NULL')
      if (Number(ended?.count) !== (rounds + 1) * cases) throw new Error(`${ended?.count} cases have ended`)
      return figures
    } finally {
      await store.close()
    }
  }))
}
