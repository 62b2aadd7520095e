import { type DefinitionProblem, hint } from './definition-problem.ts'
import type { Department } from './surroundings.ts'

/** Why there is no such desk (`department.role`, `department.role.region`); null if there is. */
export function deskProblem(desk: string, departments: Readonly<Record<string, Department>>): Pick<DefinitionProblem, 'code' | 'message'> | null {
  const [name = '', role = '', region] = desk.split('.')
  const department = Object.hasOwn(departments, name) ? departments[name] : undefined
  if (!department) return { code: 'unknown_department', message: `there is no department "${name}"${hint(name, Object.keys(departments))}` }
  if (!department.roles.includes(role)) return { code: 'unknown_desk', message: `department "${name}" has no role "${role}"${hint(role, department.roles)}` }
  if (region === undefined || department.regions.includes(region)) return null
  return { code: 'unknown_desk', message: `department "${name}" has no region "${region}"${hint(region, department.regions)}` }
}
