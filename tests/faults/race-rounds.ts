import type { Command } from '#app/kernel/case/command.ts'
import { commandCase } from '#app/use-cases/command-case.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { staff } from '#tests/factories/play.ts'

import { begunCase } from './trial-environment.ts'

/** What came of clerks who wanted the same. Each round should have one claim and one decision; `failed` and `wrong` must be 0. */
export type RaceReport = { rounds: number; attempts: number; claims: number; decisions: number; /** Told what stands against it. */ refused: number; /** Neither done nor told. */ failed: number; /** Cases with other than one claim and one decision in their events. */ wrong: number }

const DESK = 'lead.clerk'
const TASK = { task: 'acceptance', round: 1, desk: DESK }
const CLAIM = { ...TASK, type: 'claim', version: 1 } as const
const DECIDE = { ...TASK, type: 'decide', version: 2, outcome: 'accept', reasons: [], note: '', items: [], sets: {} } as const

/** What somebody is told who comes too late. */
const KNOWN: ReadonlySet<string | undefined> = new Set(['claimed_by_other', 'not_claimed', 'task_closed', 'stale_task'])

/**
 * In each round all clerks take the same new task at once, and then all decide it at once, whoever has it.
 * @param environments the clerks are spread over these, each with a store of its own on one database
 */
export async function raceRounds(environments: readonly Environment[], rounds: number, clerks: number): Promise<RaceReport> {
  const report: RaceReport = { rounds, attempts: 0, claims: 0, decisions: 0, refused: 0, failed: 0, wrong: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const caseId = await begunCase(environments[round % environments.length]!, `race ${round}`)
    report.claims += await allAtOnce(report, environments, clerks, caseId, CLAIM)
    report.decisions += await allAtOnce(report, environments, clerks, caseId, DECIDE)
    const events = await environments[0]!.store.cases.events(caseId)
    const count = (type: string): number => events.filter((event) => event.type === type).length
    if (count('task_claimed') !== 1 || count('task_decided') !== 1) report.wrong += 1
  }
  return report
}

/** @returns how many did it */
async function allAtOnce(report: RaceReport, environments: readonly Environment[], clerks: number, caseId: string, command: Exclude<Command, { type: 'submit' }>): Promise<number> {
  const attempt = (place: number) => commandCase(environments[place % environments.length]!, staff(`s${place}`, DESK), caseId, command)
  const answers = await Promise.allSettled(Array.from({ length: clerks }, (_, place) => attempt(place)))
  const done = answers.filter((answer) => answer.status === 'fulfilled' && answer.value.ok).length
  const told = answers.filter((answer) => answer.status === 'fulfilled' && !answer.value.ok && KNOWN.has(answer.value.problem?.code)).length
  report.attempts += clerks
  report.refused += told
  report.failed += clerks - done - told
  return done
}
