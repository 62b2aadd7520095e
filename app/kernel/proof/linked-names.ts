import { namesIn } from '#app/kernel/condition/names.ts'
import { type Expression } from '#app/kernel/condition/syntax.ts'
import { type ValueTypes } from '#app/kernel/condition/value-type.ts'

import { comparisonsIn, type Comparison } from './comparisons.ts'

/** Names that are compared with each other, directly or through others, and the constants any of them is compared with. */
export type LinkedNames = Comparison

/** Every name of the conditions in exactly one group; most groups are one name. */
export function linkedNames(expressions: readonly Expression[], types: ValueTypes): LinkedNames[] {
  const alone = expressions.flatMap(namesIn).map((name): LinkedNames => ({ names: [name], constants: [], calculated: false }))
  return [...alone, ...expressions.flatMap((expression) => comparisonsIn(expression, types))].reduce(join, [])
}

/** Adds a comparison: all groups that it touches become one. One without names tells nothing of any. */
function join(groups: LinkedNames[], comparison: Comparison): LinkedNames[] {
  if (comparison.names.length === 0) return groups
  const touches = (group: LinkedNames): boolean => group.names.some((name) => comparison.names.includes(name))
  const joined = [...groups.filter(touches), comparison]
  const together: LinkedNames = {
    names: [...new Set(joined.flatMap((group) => group.names))],
    constants: [...new Set(joined.flatMap((group) => group.constants))],
    calculated: joined.some((group) => group.calculated),
  }
  return [...groups.filter((group) => !touches(group)), together]
}
