import { compileCondition } from '#app/kernel/condition/compile.ts'
import { namesIn } from '#app/kernel/condition/names.ts'
import { type Expression, partsOf } from '#app/kernel/condition/syntax.ts'
import type { Scalar, ValueTypes } from '#app/kernel/condition/value-type.ts'
import type { Unhashed } from '#app/kernel/definition/check-definition.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'

import { assignments, type Check } from './assignments.ts'
import { type Domains } from './domain.ts'
import { changingNames } from './name-domains.ts'
import type { Site } from './sites.ts'
import { openSpace, type Space, unlessOf } from './space.ts'
import { truthOf } from './truth.ts'
import type { Truth } from './ways-of.ts'

/** Values that hold throughout a case, for the names by which conditions in different places hang together. */
export type World = Readonly<Record<string, Scalar>>

/**
 * The whole flow is walked in each world, and no more than so many steps in all: beyond, fewer names hang together, and
 * figures may become too high, never too low.
 */
const MOST_WALKED = 3_000

/**
 * The worlds that tell a definition's conditions apart. A name belongs to them if two places or more read it and it has
 * the same value at all of these: answers that a return could still change do not, before the last return.
 */
export function worldsOf(definition: Unhashed, sites: readonly Site[], domains: Domains): World[] {
  const changing = changingNames(definition)
  const uses = sites.flatMap((site) => namesIn(site.expression).filter((name) => isSteady(name, site, changing)))
  const counts = new Map<string, number>()
  for (const name of uses) counts.set(name, (counts.get(name) ?? 0) + 1)
  const shared = [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1]).map(([name]) => name)
  const space = openSpace(sites.map((site) => site.expression), domains)
  const most = Math.max(1, Math.floor(MOST_WALKED / nodesOf(definition).length))
  let worlds: World[] = [{}]
  for (let count = 1; count <= shared.length; count += 1) {
    const found = enumerate(space, shared.slice(0, count), most)
    if (!found) break
    worlds = found
  }
  return worlds
}

export const isSteady = (name: string, site: Site, changing: ReturnType<typeof changingNames>): boolean =>
  !changing.always.has(name) && (site.settled || !changing.onReturn.has(name)) && site.each === null

/** Null when there are too many, or the search was given up: a world left out could be the worst. */
function enumerate(space: Space, names: readonly string[], most: number): World[] | null {
  const worlds: World[] = []
  const checks = names.flatMap((name) => presence(name, names, space))
  const search = assignments(space, { names, checks })
  for (let next = search.next(); ; next = search.next()) {
    if (next.done) return next.value.complete && worlds.length > 0 ? worlds : null
    const values = next.value
    worlds.push(Object.fromEntries(names.map((name) => [name, values[name] ?? null])))
    if (worlds.length > most) return null
  }
}

function presence(name: string, names: readonly string[], space: Space): Check[] {
  const unless = unlessOf(name, space.domains)
  const needed = unless ? namesIn(unless) : []
  if (!unless || !needed.every((one) => names.includes(one))) return []
  const truth = truthOf(unless, space)
  return [{ names: [name, ...needed], passes: () => (truth() === true) === (space.values[name] !== null) }]
}

/** Whether the condition of a place holds, world by world; null if that hangs on what the world doesn't tell there. */
export function truthsOf(site: Site, worlds: readonly World[], changing: ReturnType<typeof changingNames>, types: ValueTypes): Truth[] {
  const names = namesIn(site.expression)
  const told = names.filter((name) => Object.hasOwn(worlds[0] ?? {}, name) && isSteady(name, site, changing))
  if (told.length === 0) return worlds.map(() => null)
  const condition = compileCondition(site.expression, types)
  const isBlind = asksForNull(site.expression)
  return worlds.map((world) => {
    const truth = condition(Object.fromEntries(told.map((name) => [name, world[name] ?? null])))
    if (told.length === names.length) return truth === true
    // Unknown names read as absent: a comparison with null would take that for an answer.
    return truth === null || isBlind ? null : truth
  })
}

const asksForNull = (expression: Expression): boolean => expression.kind === 'null' || partsOf(expression).some(asksForNull)
