import { checkConditions } from './check-conditions.ts'
import { checkEnds } from './check-ends.ts'
import { checkGuarantee } from './check-guarantee.ts'
import { checkNames } from './check-names.ts'
import { checkTasks } from './check-tasks.ts'
import type { Definition } from './definition.ts'
import type { DefinitionProblem } from './definition-problem.ts'
import type { Places } from './read-flow.ts'
import type { Surroundings } from './surroundings.ts'

export type Unhashed = Omit<Definition, 'hash'>

/** Everything that must hold before a definition goes live. The later checks rely on the earlier ones. */
export function checkDefinition(definition: Unhashed, places: Places, surroundings: Surroundings): DefinitionProblem[] {
  const names = checkNames(definition, places, surroundings)
  if (names.length > 0) return names
  const rules = [...checkTasks(definition, places, surroundings), ...checkEnds(definition.flow, ['flow']), ...checkConditions(definition, places)]
  return rules.length > 0 ? rules : checkGuarantee(definition)
}
