import type { CaseState } from '#app/kernel/case/case-state.ts'
import { openTasks } from '#app/kernel/case/case-state.ts'
import { taskNode } from '#app/kernel/definition/nodes.ts'
import { commandCase } from '#app/use-cases/command-case.ts'
import { definitionOf, type Environment } from '#app/use-cases/environment.ts'
import { staff } from '#tests/factories/play.ts'

/** How a desk answers a task; what is not said is done as well as can be. */
export type Answering = { outcomes?: Readonly<Record<string, string>>; sets?: Readonly<Record<string, string | number>> }

/** The part of a life event, as it stands. */
export async function partOf(env: Environment, whole: string, sub: string): Promise<CaseState> {
  const parent = await env.store.cases.loadByRef(whole)
  const row = parent && (await env.store.parts.of(parent.id)).find((one) => one.sub === sub)
  const part = row?.childId ? await env.store.cases.load(row.childId) : null
  if (!part) throw new Error(`${whole} has no part ${sub}`)
  return part
}

/** Lets the offices do every open task of a case, each by somebody else: what a story does not walk through itself. */
export async function workThrough(env: Environment, state: CaseState, { outcomes = {}, sets = {} }: Answering = {}): Promise<void> {
  for (let now = await reload(env, state); ; now = await reload(env, state)) {
    const [task] = openTasks(now)
    if (!task) return
    const definition = await definitionOf(env, now.service, now.definitionHash)
    const node = taskNode(definition, task.name)
    const part = task.parts.find((one) => one.outcome === null)
    if (!node || !part) throw new Error(`nobody can do ${task.name}`)
    const clerk = staff(`clerk-${task.name}`, part.desk)
    const ref = { task: task.name, round: task.round, desk: part.desk }
    await must(commandCase(env, clerk, now.id, { type: 'claim', ...ref, version: task.version }))
    const outcome = outcomes[node.name] ?? node.outcomes[0] ?? ''
    const reasons = (node.reasons[outcome] ?? []).slice(0, 1).map((code) => ({ code, text: '' }))
    await must(commandCase(env, clerk, now.id, { type: 'decide', ...ref, version: task.version + 1, outcome, reasons, note: '', items: [], sets }))
  }
}

async function reload(env: Environment, state: CaseState): Promise<CaseState> {
  const found = await env.store.cases.load(state.id)
  if (!found) throw new Error(`case ${state.ref} is gone`)
  return found
}

async function must(commanded: ReturnType<typeof commandCase>): Promise<void> {
  const done = await commanded
  if (!done.ok) throw new Error(JSON.stringify(done.problem))
}
