import { namesIn } from '#app/kernel/condition/names.ts'
import { type Expression } from '#app/kernel/condition/syntax.ts'

import { areDisjoint, reachOf } from './disjoint.ts'
import { type Domains, type Witness } from './domain.ts'
import { find, type Found } from './find.ts'
import { type Goal } from './leaves.ts'
import { narrow, only } from './narrow.ts'
import { openSpace, type Space } from './space.ts'

export type Overlap = { first: number; second: number; witness: Witness }

/**
 * What can go wrong between conditions of which exactly one should hold. Branches are named by their position.
 * `gap`: values for which none holds. `overlaps`: pairs that hold together. `dead`: those proved never to hold.
 * `exact`: nothing else can be wrong; if false, what was found is real, but more may be. Of overlaps the first twenty are told.
 * A witness names only what matters: any name left out may have any value that goes with the others.
 */
export type BranchProof = { gap: Witness | null; overlaps: Overlap[]; dead: number[]; exact: boolean }

/**
 * Proves branches over all values that their names can have.
 * @param branches checked conditions  @param domains of every name, those in `unless` conditions included
 * @param given conditions that hold wherever the branches are asked
 */
export function proveBranches(branches: readonly Expression[], domains: Domains, given: readonly Goal[] = []): BranchProof {
  const space = openSpace([...branches, ...given.map(({ expression }) => expression)], domains)
  const none = uncovered(space, branches, given)
  const alone = branches.map((expression) => find(space, [{ expression, holds: true }], given))
  const pairs = firstOverlaps(pairsOf(branches, alone, space), (pair) => together(space, pair.parts, given))
  return {
    gap: none.witness,
    overlaps: pairs.flatMap(({ first, second, witness }) => (witness ? [{ first, second, witness }] : [])),
    dead: alone.flatMap(({ witness, exact }, index) => (witness === null && exact ? [index] : [])),
    exact: [...alone, ...pairs, none].every(({ exact }) => exact),
  }
}

/** Who has so many to mend needs no more. */
const MOST_OVERLAPS = 20

function firstOverlaps(pairs: readonly Pair[], prove: (pair: Pair) => Found): (Pair & Found)[] {
  const proved: (Pair & Found)[] = []
  let overlaps = 0
  for (const pair of pairs) {
    if (overlaps === MOST_OVERLAPS) break
    const found = prove(pair)
    if (found.witness) overlaps += 1
    proved.push({ ...pair, ...found })
  }
  return proved
}

type Pair = { first: number; second: number; parts: readonly Expression[] }

/** All pairs of branches that hold for something and do not plainly exclude each other. */
function pairsOf(branches: readonly Expression[], alone: readonly Found[], space: Space): Pair[] {
  const living = branches.flatMap((branch, index) => (alone[index]?.witness ? [{ branch, index, reach: reachOf(branch, space) }] : []))
  return living.flatMap((one, position) =>
    living
      .slice(position + 1)
      .filter((other) => !areDisjoint(one.reach, other.reach))
      .map((other) => ({ first: one.index, second: other.index, parts: [one.branch, other.branch] })),
  )
}

function together(space: Space, parts: readonly Expression[], given: readonly Goal[]): Found {
  return told(space, parts, parts.map((expression) => ({ expression, holds: true })), { expression: joined('and', parts), holds: false }, given)
}

function uncovered(space: Space, branches: readonly Expression[], given: readonly Goal[]): Found {
  return told(space, branches, branches.map((expression) => ({ expression, holds: false })), { expression: joined('or', branches), holds: true }, given)
}

/** Finds a witness and narrows it to what matters of the names that the conditions read. */
function told(space: Space, parts: readonly Expression[], goals: readonly Goal[], against: Goal, given: readonly Goal[]): Found {
  const found = find(space, goals, given)
  if (!found.witness) return found
  return { witness: narrow(only(found.witness, parts.flatMap(namesIn)), space, against, given), exact: true }
}

const joined = (kind: 'and' | 'or', parts: readonly Expression[]): Expression => ({ kind, parts, from: 0, to: 0 })
