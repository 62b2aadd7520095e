import { localDate } from '#app/kernel/clock/calendar.ts'
import { conditionTypes, noticeEnds, promisedName, TODAY } from '#app/kernel/definition/condition-of.ts'
import { tableValue } from '#app/kernel/definition/decision-table.ts'
import type { Definition, TableField } from '#app/kernel/definition/definition.ts'
import { baseName, itemOf } from '#app/kernel/definition/item-name.ts'
import { waitNode } from '#app/kernel/definition/nodes.ts'

import { type Answers, type Value, valuesOf } from './answer.ts'
import type { CaseState } from './case-state.ts'
import type { Context } from './context.ts'

type When = Pick<Context, 'calendar' | 'now'>
type Values = Record<string, Value>

/** What conditions read before there is a case: the answers, what was promised, what tables give, today. */
export function draftValues(definition: Definition, answers: Answers, when: When): Values {
  return withTables(definition, givenValues(definition, answers, when))
}

/** What conditions read of a case: as before, and the latest outcome of each step. */
export function caseValues(definition: Definition, state: CaseState, when: When): Values {
  return withTables(definition, { ...givenValues(definition, state.answers, when), ...outcomes(definition, state) })
}

/** The values as one item of an `each` sees them: what stands for this item under its plain name. */
export function itemValues(values: Readonly<Values>, item: number | null): Values {
  if (item === null) return values
  const own = Object.entries(values).flatMap(([name, value]) => (itemOf(name) === item ? [[baseName(name), value] as const] : []))
  return { ...values, ...Object.fromEntries(own) }
}

function givenValues(definition: Definition, answers: Answers, when: When): Values {
  const promises = Object.values(definition.data).flatMap((field) =>
    (field.kind === 'record' || field.kind === 'question') && field.promisable !== null ? [[promisedName(field.name), answers[field.name]?.source === 'promised'] as const] : [],
  )
  return { ...valuesOf(answers), ...Object.fromEntries(promises), [TODAY]: localDate(when.calendar, when.now) }
}

function outcomes(definition: Definition, state: CaseState): Values {
  const tasks = Object.values(state.tasks)
    .sort((a, b) => a.round - b.round)
    .map((task) => [task.name, state.skipped.includes(task.name) ? null : task.outcome] as const)
  const subs = Object.values(state.subs).map((sub) => [sub.name, sub.end] as const)
  const notices = Object.values(state.waits).flatMap((wait) => {
    const awaits = waitNode(definition, wait.name)?.awaits
    const [quiet, objected] = noticeEnds
    return awaits?.what === 'notice' && awaits.objections && wait.closedAt !== null ? [[wait.name, wait.objectors.length > 0 ? objected : quiet] as const] : []
  })
  return Object.fromEntries([...tasks, ...subs, ...notices])
}

/** Tables may read each other's values, never in a circle: so as many rounds as there are tables settle them all. */
function withTables(definition: Definition, values: Values): Values {
  const tables = Object.values(definition.data).filter((field): field is TableField => field.kind === 'table')
  if (tables.length === 0) return values
  const types = conditionTypes(definition)
  return tables.reduce<Values>((known) => ({ ...known, ...Object.fromEntries(tables.map((table) => [table.name, tableValue(table.rows, types, known)])) }), values)
}
