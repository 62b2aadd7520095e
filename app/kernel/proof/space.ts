import { namesIn } from '#app/kernel/condition/names.ts'
import { type Expression } from '#app/kernel/condition/syntax.ts'
import { type Scalar } from '#app/kernel/condition/value-type.ts'

import { type Domains } from './domain.ts'
import { type Points } from './ordered-points.ts'
import { regionsOf } from './regions.ts'

/** What a proof searches: opened once for all conditions concerned, searched many times. */
export type Space = {
  domains: Domains
  points: ReadonlyMap<string, Points>
  /** The combination looked at: the value of each name, and which of its points that is. */
  values: Record<string, Scalar>
  at: Map<string, number>
  /** Compiled conditions, by the condition. */
  truths: WeakMap<Expression, () => boolean | null>
  /** How many values all searches together may still try. */
  left: number
}

const MOST_TRIED_IN_ALL = 60_000

/** The space of the names that the conditions read, and of those that decide whether these are asked at all. */
export function openSpace(expressions: readonly Expression[], domains: Domains): Space {
  const names = withDeciding(expressions.flatMap(namesIn), domains)
  const all = [...expressions, ...names.flatMap((name) => unlessOf(name, domains) ?? [])]
  return { domains, points: regionsOf(all, domains), values: Object.create(null), at: new Map(), truths: new WeakMap(), left: MOST_TRIED_IN_ALL }
}

/** The condition without which a name has no value. */
export function unlessOf(name: string, domains: Domains): Expression | null {
  const absent = Object.hasOwn(domains, name) ? domains[name]?.absent : undefined
  return typeof absent === 'object' ? absent.unless : null
}

/** The names and those their `unless` conditions read, and so on: each once, what decides before what is decided. */
export function withDeciding(names: readonly string[], domains: Domains): string[] {
  const found = new Set<string>()
  const begun = new Set<string>()
  const visit = (name: string): void => {
    if (begun.has(name)) return
    begun.add(name)
    const unless = unlessOf(name, domains)
    if (unless) namesIn(unless).forEach(visit)
    found.add(name)
  }
  names.forEach(visit)
  return [...found]
}
