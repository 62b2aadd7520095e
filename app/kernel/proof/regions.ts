import { compileCondition } from '#app/kernel/condition/compile.ts'
import { namesIn } from '#app/kernel/condition/names.ts'
import { type Expression } from '#app/kernel/condition/syntax.ts'
import { type Scalar, type ValueTypes } from '#app/kernel/condition/value-type.ts'

import { type Domains, typesOf } from './domain.ts'
import { leavesOf, onlyName } from './leaves.ts'
import { type Points } from './ordered-points.ts'
import { samplePoints } from './sample-points.ts'

/**
 * One value for each way a name can look to the conditions: of the sample points that every comparison takes alike, the
 * first. This keeps products of many names small. `points` by name.
 */
export function regionsOf(expressions: readonly Expression[], domains: Domains): ReadonlyMap<string, Points> {
  const types = typesOf(domains)
  const leaves = [...new Set(expressions.flatMap(leavesOf))]
  const entangled = new Set(leaves.filter((leaf) => namesIn(leaf).length > 1).flatMap(namesIn))
  const byName = Map.groupBy(leaves, onlyName)
  const regions = [...samplePoints(expressions, domains)].map(([name, found]) => {
    if (entangled.has(name)) return [name, found] as const
    return [name, { points: unlike(name, found.points, byName.get(name) ?? [], types), exact: found.exact }] as const
  })
  return new Map(regions)
}

/** The first of the points for each combination of answers; an absent value is like no other. */
function unlike(name: string, points: readonly Scalar[], leaves: readonly Expression[], types: ValueTypes): Scalar[] {
  const conditions = leaves.map((leaf) => compileCondition(leaf, types))
  const answers = (point: Scalar): string => [point === null, ...conditions.map((condition) => condition({ [name]: point }))].join()
  const first = new Map<string, Scalar>()
  for (const point of points) {
    const key = answers(point)
    if (!first.has(key)) first.set(key, point)
  }
  return [...first.values()]
}
