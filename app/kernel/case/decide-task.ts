import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Definition, TaskNode } from '#app/kernel/definition/definition.ts'
import { itemName, itemOf } from '#app/kernel/definition/item-name.ts'
import { taskNode } from '#app/kernel/definition/nodes.ts'

import { given, type Value } from './answer.ts'
import type { EventBody, ReturnItem } from './case-event.ts'
import type { CaseState, Task } from './case-state.ts'
import { checkAnswer } from './check-answer.ts'
import type { Command } from './command.ts'
import type { Context } from './context.ts'
import type { Ruling } from './decide.ts'
import { allowedOutcomes, findHeldTask, mayNotTake, RETURN } from './find-task.ts'
import { ownWordsProblems } from './own-words.ts'
import { type FieldProblem, refuse } from './problem.ts'
import { returnableNames } from './returnable.ts'

type Decide = Command & { type: 'decide' }

/**
 * A desk's answer to a task: a decision, a wish for a return, or a report on a joint visit. The last report of a joint
 * task decides it, as the worst that was reported.
 * Problems: those of holding and of taking; `unknown_outcome`, `no_returns_left`; `invalid` for reasons, items, values.
 */
export function decideTask(definition: Definition, state: CaseState, command: Decide, context: Context): Ruling {
  const found = findHeldTask(state, command, context.actor)
  if (!found.ok) return found
  const node = taskNode(definition, command.task)
  if (!node || context.actor.kind !== 'staff') return refuse({ code: 'not_open', what: command.task })
  const forbidden = mayNotTake(definition, state, command, context.actor)
  if (forbidden) return refuse(forbidden)
  if (!node.outcomes.includes(command.outcome)) return refuse({ code: 'unknown_outcome', outcome: command.outcome })
  if (!allowedOutcomes(definition, state, command.task).includes(command.outcome)) return refuse({ code: 'no_returns_left', task: node.name })
  const fields = checkDecision(definition, node, state, command, context)
  if (fields.length > 0) return refuse({ code: 'invalid', fields })
  return { ok: true, bodies: reported(node, found.task, command) }
}

function reported(node: TaskNode, task: Task, command: Decide): EventBody[] {
  const { round, desk, outcome } = command
  const returns = outcome === RETURN
  const items = returns ? command.items.map((item): ReturnItem => ({ ...item, by: desk })) : []
  const sets = returns ? {} : pickKeys(command.sets, node.sets, itemOf(task.name))
  const report: EventBody = { type: 'task_reported', task: task.name, round, desk, outcome, reasons: command.reasons, note: command.note, items, sets }
  const others = task.parts.filter((part) => part.desk !== desk)
  if (others.some((part) => part.outcome === null)) return [report]
  const worst = worstOf(node, [outcome, ...others.flatMap((part) => part.outcome ?? [])])
  return [report, { type: 'task_decided', task: task.name, round, outcome: worst, silent: false }]
}

const worstOf = (node: TaskNode, outcomes: readonly string[]): string =>
  outcomes.reduce((worst, one) => (node.outcomes.indexOf(one) > node.outcomes.indexOf(worst) ? one : worst))

const pickKeys = (values: Readonly<Record<string, Value>>, names: readonly string[], item: number | null): Record<string, Value> =>
  Object.fromEntries(names.map((name) => [itemName(name, item), values[name] ?? null]))

function checkDecision(definition: Definition, node: TaskNode, state: CaseState, command: Decide, context: Context): FieldProblem[] {
  const note = ownWordsProblems('note', command.note)
  if (command.outcome === RETURN) return [...checkItems(definition, node, state, command, context), ...note]
  const today = localDate(context.calendar, context.now)
  return [...checkReasons(node, command), ...node.sets.flatMap((name) => checkSet(definition, name, command, today) ?? []), ...note]
}

function checkSet(definition: Definition, name: string, command: Decide, today: string): FieldProblem | null {
  const field = definition.data[name]
  const value = Object.hasOwn(command.sets, name) ? (command.sets[name] ?? null) : null
  if (!field || value === null) return { name, code: 'missing' }
  return checkAnswer(name, field.type, given(value), today)
}

function checkReasons(node: TaskNode, command: Decide): FieldProblem[] {
  const allowed = node.reasons[command.outcome] ?? []
  if (allowed.length > 0 && command.reasons.length === 0) return [{ name: 'reasons', code: 'missing' }]
  if (!command.reasons.every((reason) => allowed.includes(reason.code))) return [{ name: 'reasons', code: 'unknown_reason' }]
  return command.reasons.flatMap(({ text }) => ownWordsProblems('reasons', text))
}

function checkItems(definition: Definition, node: TaskNode, state: CaseState, command: Decide, context: Context): FieldProblem[] {
  if (command.items.length === 0) return [{ name: 'items', code: 'missing' }]
  const names = returnableNames(definition, state, node, context)
  const allowed = node.reasons[RETURN] ?? []
  return command.items.flatMap((item): FieldProblem[] => {
    if (!names.includes(item.name)) return [{ name: item.name, code: 'not_editable' }]
    return allowed.includes(item.reason.code) ? ownWordsProblems(item.name, item.reason.text) : [{ name: item.name, code: 'unknown_reason' }]
  })
}
