import { type Witness } from './domain.ts'
import { find } from './find.ts'
import { type Goal } from './leaves.ts'
import { type Space } from './space.ts'

/** A shorter witness is worth a short search only. */
const MOST_TRIED = 5_000

/** The witness told in these names only. */
export function only(witness: Witness, names: readonly string[]): Witness {
  return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(witness, name) ? [[name, witness[name] ?? null] as const] : [])))
}

/**
 * Leaves out of a witness what does not matter: names for which every value shows the same, the others as they are. The
 * last names are tried first, since a later question often follows from an earlier one.
 * @param against a goal that is met where the witness would be none.
 */
export function narrow(witness: Witness, space: Space, against: Goal, given: readonly Goal[]): Witness {
  return Object.keys(witness).reduceRight((told, name) => {
    const fewer = only(told, Object.keys(told).filter((other) => other !== name))
    const counter = find(space, [against], given, { fixed: fewer, most: MOST_TRIED })
    return counter.witness === null && counter.exact ? fewer : told
  }, witness)
}
