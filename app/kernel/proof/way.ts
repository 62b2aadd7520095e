import { type Load, type longest, NO_LOAD, type sum, followedBy } from './load.ts'

/**
 * One way a part of a flow can go, inside a stage that may send the case back: its load in each round. A round ends when
 * every desk has spoken; the next begins with the applicant's answer.
 */
export type Way = {
  rounds: readonly Load[]
  /** The round (from 1) in which the part is done for the first time, and what follows it begins. */
  doneAt: number
  /** The last round there is because of this part: it sends the case back in all rounds before. */
  asksUntil: number
  /** The case has ended on this way: nothing follows. */
  ended: boolean
}

export const idle = (rounds: number): Way => ({ rounds: Array.from({ length: rounds }, () => NO_LOAD), doneAt: 1, asksUntil: 1, ended: false })

/** Ways beyond this many are joined into one that is worse than any: figures may become too high, never too low. */
const MOST_WAYS = 200

/** Every way of one part followed by every way of another. */
export function sequence(ones: readonly Way[], others: readonly Way[]): Way[] {
  const joined = ones.flatMap((one) => (one.ended ? [one] : others.flatMap((other) => after(one, other) ?? [])))
  return prune(joined)
}

function after(one: Way, other: Way): Way | null {
  const shift = one.doneAt - 1
  const doneAt = other.doneAt + shift
  if (doneAt > one.rounds.length) return null
  return {
    rounds: one.rounds.map((load, i) => followedBy(load, i < shift ? NO_LOAD : (other.rounds[i - shift] ?? NO_LOAD))),
    doneAt,
    asksUntil: Math.min(one.rounds.length, Math.max(one.asksUntil, other.asksUntil + shift)),
    ended: other.ended,
  }
}

/** How loads side by side add up: `longest` for time, `sum` for what is counted. */
export type Beside = typeof longest | typeof sum

/** Every way of one branch beside every way of another. No branch ends the case. */
export function parallel(ones: readonly Way[], others: readonly Way[], beside: Beside): Way[] {
  const joined = ones.flatMap((one) =>
    others.map((other) => ({
      rounds: one.rounds.map((load, i) => beside(load, other.rounds[i] ?? NO_LOAD)),
      doneAt: Math.max(one.doneAt, other.doneAt),
      asksUntil: Math.max(one.asksUntil, other.asksUntil),
      ended: false,
    })),
  )
  return prune(joined)
}

/** Keeps the ways that no other is worse than. */
export function prune(ways: readonly Way[]): Way[] {
  const kept: Way[] = []
  // Heaviest first: none that comes later can be worse than one before.
  for (const { way } of ways.map((way) => ({ way, weight: weightOf(way) })).sort((one, other) => other.weight - one.weight)) {
    if (!kept.some((one) => isWorse(one, way))) kept.push(way)
  }
  if (kept.length > MOST_WAYS) return joinAll(kept)
  const staying = new Set(kept)
  return ways.filter((way) => staying.has(way))
}

/** A way that is at least as bad in every respect weighs no less. */
const weightOf = ({ rounds, asksUntil }: Way): number => rounds.reduce((sum, { head, tail, waits }) => sum + head + tail + (waits ? 1 : 0), asksUntil)

const isWorse = (one: Way, other: Way): boolean =>
  one.doneAt === other.doneAt && one.ended === other.ended && one.asksUntil >= other.asksUntil && one.rounds.every((load, i) => atLeast(load, other.rounds[i] ?? NO_LOAD))

const atLeast = (one: Load, other: Load): boolean => one.head >= other.head && one.tail >= other.tail && (one.waits || !other.waits)

/** One way for each kind of end that is at least as bad in every respect. */
function joinAll(ways: readonly Way[]): Way[] {
  const kinds = Map.groupBy(ways, (way) => `${way.doneAt} ${way.ended}`)
  return [...kinds.values()].map((all) => all.reduce((one, other) => ({ ...one, asksUntil: Math.max(one.asksUntil, other.asksUntil), rounds: one.rounds.map((load, i) => worse(load, other.rounds[i] ?? NO_LOAD)) })))
}

const worse = (one: Load, other: Load): Load => ({
  head: Math.max(one.head, other.head),
  headPath: one.head >= other.head ? one.headPath : other.headPath,
  tail: Math.max(one.tail, other.tail),
  tailPath: one.tail >= other.tail ? one.tailPath : other.tailPath,
  waits: one.waits || other.waits,
})
