import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { fieldNamed } from '#app/kernel/definition/field-named.ts'
import { allNodes, stageNode } from '#app/kernel/definition/nodes.ts'

import type { Answers } from './answer.ts'
import { type CaseState, latestRound, openReturn, type SentReturn } from './case-state.ts'
import { checkAnswer } from './check-answer.ts'
import { applicableFields, checkApplication } from './check-application.ts'
import type { Command } from './command.ts'
import type { Context } from './context.ts'
import { deadlinesOf } from './deadlines.ts'
import type { Ruling } from './decide.ts'
import { RETURN } from './find-task.ts'
import { isApplicant } from './is-applicant.ts'
import { type FieldProblem, type Problem, refuse } from './problem.ts'
import { departmentOf } from './seen-by.ts'

type Correct = Command & { type: 'correct' }

/**
 * The applicant's answer to a return: everything that was named, and what the new answers make necessary; nothing else.
 * The desks that asked look again, and so does every desk for which a changed value was meant.
 * Problems: `not_permitted`, `not_open`, `too_late`, `invalid`.
 */
export function correct(definition: Definition, state: CaseState, command: Correct, context: Context): Ruling {
  if (!isApplicant(state, context.actor)) return refuse({ code: 'not_permitted' })
  const open = openReturn(state)
  if (!open || open.stage !== command.stage || open.sent.round !== command.round) return refuse({ code: 'not_open', what: command.stage })
  const late = isLate(definition, state, context)
  if (late) return refuse(late)
  const fields = checkCorrection(definition, state, open.sent, command.answers, context)
  if (fields.length > 0) return refuse({ code: 'invalid', fields })
  const { stage, round, answers } = command
  return { ok: true, bodies: [{ type: 'corrected', stage, round, answers, reopens: reopened(definition, state, stage, changed(state, answers)) }] }
}

function isLate(definition: Definition, state: CaseState, context: Context): Problem | null {
  const deadlines = deadlinesOf(definition, state, context.calendar, context.now)
  if (!deadlines.ok) return deadlines.problem
  const due = deadlines.value.return?.dueAt
  return due != null && context.now >= due ? { code: 'too_late', what: 'return' } : null
}

/** The names a correction may and must hold, given what it changes. */
export function correctionNames(definition: Definition, state: CaseState, sent: SentReturn, answers: Answers, when: Pick<Context, 'calendar' | 'now'>): string[] {
  const named = new Set(sent.items.map((item) => item.name))
  const fields = applicableFields(definition, { ...state.answers, ...answers }, when)
  return fields.filter((field) => named.has(field.name) || (!field.optional && !state.answers[field.name])).map((field) => field.name)
}

function checkCorrection(definition: Definition, state: CaseState, sent: SentReturn, answers: Answers, context: Context): FieldProblem[] {
  const names = correctionNames(definition, state, sent, answers, context)
  const today = localDate(context.calendar, context.now)
  const strange = Object.keys(answers).filter((name) => !names.includes(name)).map((name): FieldProblem => ({ name, code: 'not_asked' }))
  const wrong = names.flatMap((name): FieldProblem[] => {
    const answer = Object.hasOwn(answers, name) ? answers[name] : undefined
    const field = fieldNamed(definition, name)
    if (!answer || !field) return [{ name, code: 'missing' }]
    return [checkAnswer(name, field.type, answer, today)].filter((problem) => problem !== null)
  })
  const problems = [...strange, ...wrong]
  if (problems.length > 0) return problems
  const rest = checkApplication(definition, { ...state.answers, ...answers }, context)
  return rest.filter((problem) => names.includes(problem.name))
}

const changed = (state: CaseState, answers: Answers): string[] =>
  Object.entries(answers).flatMap(([name, answer]) => (state.answers[name]?.value === answer.value ? [] : [name]))

/**
 * Tasks of the stage that look again: those that asked, those whose department a changed value is meant for, and those
 * that were skipped, since their condition may hold now.
 */
function reopened(definition: Definition, state: CaseState, stage: string, names: readonly string[]): string[] {
  const meantFor = new Set(names.flatMap((name) => meant(definition, name)))
  return tasksOf(definition, stage).filter((name) => {
    if (state.skipped.includes(name)) return true
    const task = latestRound(state, name)
    if (task?.outcome == null) return false
    return task.outcome === RETURN || task.parts.some(({ desk }) => meantFor.has(departmentOf(desk)))
  })
}

function meant(definition: Definition, name: string): readonly string[] {
  const field = fieldNamed(definition, name)
  return field?.kind === 'question' || field?.kind === 'record' ? (field.seenBy ?? []) : []
}

function tasksOf(definition: Definition, stage: string): string[] {
  return allNodes(stageNode(definition, stage)?.do ?? []).flatMap((one) => (one.node === 'task' || one.node === 'wait' ? [one.name] : []))
}
