import { type Expression } from '#app/kernel/condition/syntax.ts'

import { onlyName, splitGoal } from './leaves.ts'
import { type Space } from './space.ts'
import { truthOf } from './truth.ts'

/** Of a condition: by name, a bit for each point with which it can hold. Names it does not limit alone are left out. */
export type Reach = ReadonlyMap<string, bigint>

/** How far a condition reaches, as its parts that read one name each tell. */
export function reachOf(expression: Expression, space: Space): Reach {
  const reach = new Map<string, bigint>()
  for (const part of splitGoal({ expression, holds: true })) {
    const name = onlyName(part.expression)
    const bits = name === null ? null : bitsOf(part.expression, name, space)
    if (name !== null && bits !== null) reach.set(name, (reach.get(name) ?? bits) & bits)
  }
  return reach
}

/** Two conditions that no value of some name satisfies both: without a search, since a table has many pairs of rows. */
export function areDisjoint(first: Reach, second: Reach): boolean {
  return [...first].some(([name, bits]) => (bits & (second.get(name) ?? bits)) === 0n)
}

function bitsOf(part: Expression, name: string, space: Space): bigint | null {
  const points = space.points.get(name)
  if (!points?.exact) return null
  const truth = truthOf(part, space)
  return points.points.reduce<bigint>((bits, _point, index) => {
    space.at.set(name, index)
    return truth() === true ? bits | (1n << BigInt(index)) : bits
  }, 0n)
}
