import { checkAfter } from './check-after.ts'
import { checkConditions } from './check-conditions.ts'
import { checkEach } from './check-each.ts'
import { checkEnds } from './check-ends.ts'
import { checkFields } from './check-fields.ts'
import { checkLinks } from './check-links.ts'
import { checkNames } from './check-names.ts'
import { checkReturns } from './check-returns.ts'
import { checkStanding } from './check-standing.ts'
import { checkTasks } from './check-tasks.ts'
import type { Definition } from './definition.ts'
import type { DefinitionProblem } from './definition-problem.ts'
import type { Places } from './read-flow.ts'
import type { Surroundings } from './surroundings.ts'

export type Unhashed = Omit<Definition, 'hash'>

/**
 * Everything by which a definition makes sense at all. The later checks rely on the earlier ones; what it promises is
 * proved afterwards (`app/kernel/proof`).
 */
export function checkDefinition(definition: Unhashed, places: Places, surroundings: Surroundings): DefinitionProblem[] {
  const names = [...checkNames(definition, places, surroundings), ...checkFields(definition)]
  if (names.length > 0) return names
  const ends = [...checkEnds(definition.flow, ['flow']), ...(definition.appeal ? checkEnds(definition.appeal.flow, ['on', 'appeal', 'do']) : [])]
  return [
    ...checkTasks(definition, places, surroundings),
    ...ends,
    ...checkReturns(definition, places),
    ...checkEach(definition, places),
    ...checkLinks(definition, places, surroundings),
    ...checkStanding(definition, places, surroundings),
    ...checkAfter(definition, places),
    ...checkConditions(definition, places),
  ]
}
