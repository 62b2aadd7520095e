/** A step on the way to a worst case, with what it adds. */
export type PathStep = { name: string; adds: number }

/**
 * What some part of a flow adds to a figure, such as office working days (wd). Until the first wait for others, work
 * goes on without a break since the part began: `head`. What comes behind such a wait is `tail`: a wait for others can
 * last until the other branches of a parallel have finished, so tails add up where heads run side by side. (Waiting for
 * the applicant stops the clock for everybody: it moves nothing apart.)
 */
export type Load = { head: number; tail: number; waits: boolean; headPath: readonly PathStep[]; tailPath: readonly PathStep[] }

export const NO_LOAD: Load = { head: 0, tail: 0, waits: false, headPath: [], tailPath: [] }

/** A wait for others: nothing by itself, but it breaks what goes on from what was. */
export const BREAK: Load = { ...NO_LOAD, waits: true }

export const loadOf = (name: string, adds: number): Load => (adds === 0 ? NO_LOAD : { ...NO_LOAD, head: adds, headPath: [{ name, adds }] })

export const totalOf = (load: Load): number => load.head + load.tail
export const pathOf = (load: Load): readonly PathStep[] => [...load.headPath, ...load.tailPath]

/** One after the other. */
export function followedBy(one: Load, other: Load): Load {
  if (one === NO_LOAD) return other
  if (other === NO_LOAD) return one
  if (!one.waits) return { ...other, head: one.head + other.head, headPath: [...one.headPath, ...other.headPath] }
  return { ...one, tail: one.tail + totalOf(other), tailPath: [...one.tailPath, ...pathOf(other)] }
}

/** At the same time: heads begin together, so the longer one covers the shorter; tails may not meet at all. */
export function longest(one: Load, other: Load): Load {
  const first = one.head >= other.head ? one : other
  return { head: first.head, headPath: first.headPath, tail: one.tail + other.tail, tailPath: [...one.tailPath, ...other.tailPath], waits: one.waits || other.waits }
}

/** As many as both together: trips add up, whether side by side or not. */
export const sum = (one: Load, other: Load): Load => followedBy({ ...one, waits: false }, { ...other, waits: false })
