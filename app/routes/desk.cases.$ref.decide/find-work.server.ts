import type { Actor } from '#app/kernel/case/actor.ts'
import { taskKey } from '#app/kernel/case/case-state.ts'
import type { TaskRef } from '#app/kernel/case/command.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { findCase } from '#app/use-cases/find-case.ts'
import { type CaseAtDesk, type DeskWork, openCaseAtDesk } from '#app/use-cases/open-case-at-desk.ts'

import { taskRefSchema } from '../desk.cases.$ref._index/run-intent.server.ts'

export type Chosen = { found: CaseAtDesk; work: DeskWork; task: TaskRef; outcome: string }

/** The work and outcome a form or an address names; null when the kernel does not offer it (any more). */
export async function findWork(env: Environment, actor: Actor, ref: string, source: FormData | URLSearchParams): Promise<Chosen | null> {
  const parsed = taskRefSchema.safeParse(Object.fromEntries(source))
  const found = parsed.success ? await openCaseAtDesk(env, actor, ref) : null
  if (!parsed.success || !found) return null
  const task = parsed.data
  const work = found.work.find((one) => one.task.name === task.task && one.task.round === task.round && one.part.desk === task.desk)
  const offer = work?.offers.find((one) => one.type === 'decide')
  const outcome = String(source.get('outcome') ?? '')
  return work && offer?.type === 'decide' && offer.outcomes.includes(outcome) ? { found, work, task, outcome } : null
}

/** Has this clerk given this very answer already? */
export async function doneBy(env: Environment, actor: Actor, ref: string, form: FormData): Promise<boolean> {
  const parsed = taskRefSchema.safeParse(Object.fromEntries(form))
  const state = parsed.success ? await findCase(env, actor, ref, 'see_case') : null
  const part = parsed.success ? state?.tasks[taskKey(parsed.data.task, parsed.data.round)]?.parts.find((one) => one.desk === parsed.data.desk) : undefined
  return part?.by?.id === actor.id && part.outcome === form.get('outcome')
}
