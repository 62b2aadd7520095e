import { departmentOf } from '#app/kernel/case/seen-by.ts'
import type { Unhashed } from '#app/kernel/definition/check-definition.ts'
import type { DataField, Question, RecordField, TaskNode } from '#app/kernel/definition/definition.ts'
import type { DefinitionProblem } from '#app/kernel/definition/definition-problem.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'

/** What the applicant hands in is for desks that work on the case. */
export function checkMaterials(definition: Unhashed): DefinitionProblem[] {
  const tasks = nodesOf(definition).flatMap((node) => (node.node === 'task' ? [node] : []))
  const given = Object.values(definition.data).filter((field): field is Question | RecordField => field.kind === 'question' || field.kind === 'record')
  return given.flatMap((field) => unseen(definition, field, tasks))
}

/** The departments of one case: where a value names it, one of all that it can be. */
const readersOf = (tasks: readonly TaskNode[]): Set<string> => new Set(tasks.flatMap((task) => (task.department === null ? task.desks.map(departmentOf) : [`by ${task.department}`])))

/** Data minimisation (Personal Information Protection Law art. 6): a file goes to those who use it, and to nobody else. */
function unseen(definition: Unhashed, field: DataField & { seenBy: readonly string[] | null }, tasks: readonly TaskNode[]): DefinitionProblem[] {
  if (field.type.type !== 'file') return []
  const departments = new Set(tasks.flatMap((task) => task.desks.map(departmentOf)))
  const parts = nodesOf(definition).some((node) => node.node === 'sub')
  if (field.seenBy === null) {
    // A life event hands the file on to its parts, each of which says who sees it there.
    if (parts || readersOf(tasks).size <= 1) return []
    return [{ code: 'unseen_file', path: ['data', field.name], message: `which departments use "${field.name}"? say so with seen_by: [${[...departments].join(', ')}] or fewer` }]
  }
  const idle = field.seenBy.filter((department) => !departments.has(department))
  if (parts || idle.length === 0) return []
  return [{ code: 'unseen_file', path: ['data', field.name, 'seen_by'], message: `${idle.join(', ')} has no task in this service, and so no use for "${field.name}": take it out of seen_by` }]
}
