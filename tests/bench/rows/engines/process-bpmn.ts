import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'

import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'

import { startCases } from '../../engines/case-child.ts'
import { fiveStepsOn, runFiveSteps } from '../../engines/five-steps.ts'
import { byTurns } from '../../harness/by-turns.ts'
import type { Bench } from '../../harness/row.ts'
import { withServers } from '../../harness/with-servers.ts'

const [OURS, THEIRS] = [200, 20]

export const processBpmn: Bench = {
  name: 'process-bpmn',
  says: 'cases of five steps with queue, events, messages and chain, every commit on the disk, against bpmn-engine recovered from its state in SQLite at each step, by processor time a case',
  unit: 'ms',
  ratio: 'theirs/ours',
  goal: 40,
  atMost: false,
  measure: ({ folder, rounds, share }) =>
    withServers(async (started) => {
      const own = mkdtempSync(join(folder, 'process-'))
      const peer = started(await startCases('steps-bpmn.js', [join(own, 'theirs.db')]))
      const store = openSqliteStore(join(own, 'ours.db'))
      const env = fiveStepsOn(store)
      const [ourCases, theirCases] = [OURS, THEIRS].map((cases) => Math.max(1, Math.round(cases * share))) as [number, number]
      const ours = async (round: number): Promise<number> => {
        const before = process.cpuUsage()
        for (let at = 0; at < ourCases; at += 1) await runFiveSteps(env, `${round}-${at}`)
        const { user, system } = process.cpuUsage(before)
        return (user + system) / 1000 / ourCases
      }
      const theirs = async (): Promise<number> => (await peer.run({ cases: theirCases, hands: 1 })).processorMs / theirCases
      await ours(-1)
      await theirs()
      const figures = await byTurns(rounds, ours, theirs)
      await store.close()
      return figures
    }),
}
