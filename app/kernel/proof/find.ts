import { namesIn } from '#app/kernel/condition/names.ts'
import { assignments, MOST_TRIED, type Check } from './assignments.ts'
import { type Witness } from './domain.ts'
import { type Goal, splitGoal } from './leaves.ts'
import { type Space, unlessOf, withDeciding } from './space.ts'
import { truthOf } from './truth.ts'

/** `exact`: a witness is always real; without one, whether it is proved that there is none. */
export type Found = { witness: Witness | null; exact: boolean }

/**
 * Looks for values with which all goals are met at once.
 * @param given conditions that hold in any case  @param fixed values already chosen  @param most values to try
 * @returns the first found, with a value for every name concerned.
 */
export function find(space: Space, goals: readonly Goal[], given: readonly Goal[], { fixed = {}, most = MOST_TRIED }: { fixed?: Witness; most?: number } = {}): Found {
  // Names of the goals come first: what the goals exclude is seen before anything else is tried.
  const all = [...goals, ...given].flatMap(splitGoal)
  const names = withDeciding(all.flatMap(({ expression }) => namesIn(expression)), space.domains)
  const checks = [...all.map((goal) => goalCheck(goal, space)), ...names.flatMap((name) => presenceCheck(name, space))]
  const { value, done } = assignments(space, { names, checks, fixed, most }).next()
  if (!done) return { witness: { ...value }, exact: true }
  const isExact = (name: string): boolean => Object.hasOwn(fixed, name) || (space.points.get(name)?.exact ?? false)
  return { witness: null, exact: value.complete && names.every(isExact) }
}

function goalCheck({ expression, holds }: Goal, space: Space): Check {
  const truth = truthOf(expression, space)
  return { names: namesIn(expression), passes: () => (truth() === true) === holds }
}

/** A value asked under a condition is there exactly if the condition holds. */
function presenceCheck(name: string, space: Space): Check[] {
  const unless = unlessOf(name, space.domains)
  if (!unless) return []
  const truth = truthOf(unless, space)
  return [{ names: [name, ...namesIn(unless)], passes: () => (truth() === true) === (space.values[name] !== null) }]
}
