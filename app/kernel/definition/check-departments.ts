import type { Unhashed } from './check-definition.ts'
import type { TaskNode } from './definition.ts'
import { type DefinitionProblem, hint, type Path } from './definition-problem.ts'

/**
 * A task that goes to the department a value names: a choice of the service's own data that is never missing. That each
 * option is a department with this role is checked as for any other desk, that the value is set before with what
 * conditions read.
 */
export function checkDepartment(definition: Unhashed, task: TaskNode, path: Path): DefinitionProblem[] {
  if (task.department === null) return []
  const problem = (message: string, key = 'by'): DefinitionProblem[] => [{ code: 'department', path: [...path, key], message }]
  if (task.region !== null) return problem(`the department comes from "${task.department}", and answers as one office for the whole city: leave out region:`, 'region')
  const field = definition.data[task.department]
  // What the parts of a life event ask is not known yet when its own steps are read.
  if (field?.type.type !== 'choice' || field.each !== null || task.desks.length === 0) {
    const choices = Object.values(definition.data).flatMap((one) => (one.type.type === 'choice' && one.each === null ? [one.name] : []))
    return problem(`department: names a choice among the data of this service; "${task.department}" is none${hint(task.department, choices)}`)
  }
  if (field.when === null && !('optional' in field && field.optional)) return []
  return problem(`"${task.department}" may be missing, and then nobody would know the department: it can not be optional or have a when`)
}
