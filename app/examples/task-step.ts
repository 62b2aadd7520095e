import type { Actor } from '#app/kernel/case/actor.ts'
import { latestRound, openTasks, type Task } from '#app/kernel/case/case-state.ts'
import { officeOf } from '#app/kernel/case/desks-for.ts'
import { RETURN } from '#app/kernel/case/find-task.ts'
import type { Problem } from '#app/kernel/case/problem.ts'
import { hint } from '#app/kernel/definition/definition-problem.ts'
import type { TaskNode } from '#app/kernel/definition/definition.ts'

import { type Step, type Wrong, wrong } from './example.ts'
import { goTo } from './go-to.ts'
import { notNow } from './not-now.ts'
import type { Playing } from './playing.ts'
import { sayRefusal } from './say-refusal.ts'
import { letExpire } from './timers.ts'

/** A task is answered: by all its desks, each by a clerk who has done nothing else on the case; or by silence. */
export function taskStep(playing: Playing, step: Step, node: TaskNode): Wrong | null {
  const { name, outcome } = step
  const task = openTasks(playing.state).find((one) => one.name === name)
  if (!task) return notNow(playing, step)
  if (outcome === 'silent') return letExpire(playing, `silence:${name}:${task.round}`, name)
  if (!node.outcomes.includes(outcome)) return wrong([name], `${name} comes out as ${node.outcomes.join(' or ')}, not "${outcome}"`)
  const strange = strangeIn(step, task, node) ?? goTo(playing, step, task.openedAt)
  if (strange) return strange
  for (const { desk } of task.parts) {
    const problem = answer(playing, step, node, { task: name, round: task.round, desk })
    if (problem) return placed(step, problem)
  }
  const came = latestRound(playing.state, name)?.outcome
  return came === outcome ? null : wrong([name], `${name} comes out as ${came}, the worst of its reports`)
}

/** What the step says and the task does not do. */
function strangeIn({ sets, reports, asks, outcome, name }: Step, task: Task, node: TaskNode): Wrong | null {
  const set = Object.keys(sets ?? {}).find((one) => !node.sets.includes(one))
  if (set) return wrong(['sets', set], `${name} does not set "${set}"${hint(set, node.sets)}`)
  const desk = Object.keys(reports ?? {}).find((one) => !task.parts.some((part) => officeOf(part.desk) === one))
  if (desk) return wrong(['reports', desk], `${desk} has no part in ${name}`)
  return asks && outcome !== RETURN ? wrong(['asks'], 'only a return asks for something') : null
}

function answer(playing: Playing, step: Step, node: TaskNode, part: { task: string; round: number; desk: string }): Problem | null {
  const { name, reason, asks, sets, reports } = step
  const clerk: Actor = { kind: 'staff', id: `${name}:${part.round}:${part.desk}`, name: part.desk, desks: [part.desk] }
  const version = (): number => playing.state.tasks[`${name}:${part.round}`]?.version ?? 0
  const problem = playing.give(clerk, { type: 'claim', ...part, version: version() })
  if (problem) return problem
  const outcome = reports?.[officeOf(part.desk)] ?? step.outcome
  // On a joint task the reason belongs to the reports that decide it.
  const code = (outcome === step.outcome ? reason : null) ?? node.reasons[outcome]?.[0]
  const reasons = code === undefined || outcome === RETURN ? [] : [{ code, text: '' }]
  const items = Object.entries(asks ?? {}).map(([wanted, why]) => ({ name: wanted, reason: { code: why, text: '' } }))
  return playing.give(clerk, { type: 'decide', ...part, version: version(), outcome, reasons, note: '', items, sets: sets ?? {} })
}

/** Where in the step the rules find fault. */
function placed(step: Step, problem: Problem): Wrong {
  const field = problem.code === 'invalid' ? problem.fields[0] : undefined
  const option = (['sets', 'asks'] as const).find((one) => field && step[one] && Object.hasOwn(step[one] ?? {}, field.name))
  const path = option && field ? [option, field.name] : field?.name === 'reasons' && step.reason ? ['reason'] : [step.name]
  const lacking = field?.name === 'items' ? `; say what is asked for, as asks: { floor_plan: plan_unreadable }` : field?.code === 'missing' ? `; say it with sets:` : ''
  return wrong(path, sayRefusal(problem) + lacking)
}

