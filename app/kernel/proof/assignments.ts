import { type Scalar, type Values } from '#app/kernel/condition/value-type.ts'

import { type Space } from './space.ts'

/** Something a combination must fulfil, asked as soon as all its names have a value. */
export type Check = { names: readonly string[]; passes: () => boolean }

/** No search tries more values than this, so that no definition, however written, keeps a check busy. */
export const MOST_TRIED = 30_000

/** `cost`: how much the largest of its checks has to look at, for each value. */
type Level = { name: string; points: readonly Scalar[]; checks: readonly Check[]; cost: number }

/**
 * The combinations of the names' points that pass all checks, one at a time, always in the same order.
 * @param fixed names whose one value is given.
 * @yields the combination: a live view, to be read or copied before the next is asked for.
 * @returns complete: whether all combinations were gone through, not stopped at `most` values tried, or at what is left
 * of the values that all searches of the space may try.
 */
export function* assignments(
  space: Space,
  { names, checks, fixed = {}, most = MOST_TRIED }: { names: readonly string[]; checks: readonly Check[]; fixed?: Values; most?: number },
): Generator<Values, { complete: boolean }> {
  const levels = levelsOf(space, names, checks, fixed)
  if (!checks.filter((check) => check.names.length === 0).every((check) => check.passes())) return { complete: true }
  const next = levels.map(() => 0)
  let depth = 0
  for (let left = most; depth >= 0; ) {
    const level = levels[depth]
    if (!level) {
      yield space.values
      depth -= 1
    } else if (!choose(space, level, next[depth] ?? 0)) {
      next[depth] = 0
      depth -= 1
    } else {
      next[depth] = (next[depth] ?? 0) + 1
      left -= level.cost
      space.left -= level.cost
      if (left < 0 || space.left < 0) return { complete: false }
      if (level.checks.every((check) => check.passes())) depth += 1
    }
  }
  return { complete: true }
}

/** One name after the other, each with the checks whose last name it is. */
function levelsOf(space: Space, names: readonly string[], checks: readonly Check[], fixed: Values): Level[] {
  const order = new Map(names.map((name, index) => [name, index]))
  const lastOf = (check: Check): string | undefined => names[Math.max(...check.names.map((name) => order.get(name) ?? -1))]
  const byLast = Map.groupBy(checks.filter((check) => check.names.length > 0), lastOf)
  return names.map((name) => {
    const own = byLast.get(name) ?? []
    const cost = Math.max(1, ...own.map(({ names: read }) => Math.max(2 * read.length - 1, (read.length * read.length) / 3)))
    return { name, points: space.points.get(name)?.points ?? [], checks: [...isFixed(space, name, fixed), ...own], cost }
  })
}

function isFixed(space: Space, name: string, fixed: Values): Check[] {
  return Object.hasOwn(fixed, name) ? [{ names: [name], passes: () => space.values[name] === fixed[name] }] : []
}

function choose(space: Space, { name, points }: Level, index: number): boolean {
  const point = points[index]
  if (point === undefined) return false
  space.values[name] = point
  space.at.set(name, index)
  return true
}
