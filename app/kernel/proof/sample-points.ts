import { type Expression } from '#app/kernel/condition/syntax.ts'

import { type Domain, type Domains, typesOf } from './domain.ts'
import { type LinkedNames, linkedNames } from './linked-names.ts'
import { orderedPoints, type Points } from './ordered-points.ts'

/**
 * Values to try of each name that the conditions read: enough that a combination not among them is decided like one that
 * is, wherever `exact` is true. Present values come first, in ascending or declared order; null (absent) comes last.
 */
export function samplePoints(expressions: readonly Expression[], domains: Domains): ReadonlyMap<string, Points> {
  const own = (name: string): Domain | null => (Object.hasOwn(domains, name) ? (domains[name] ?? null) : null)
  const groups = linkedNames(expressions, typesOf(domains))
  return new Map(groups.flatMap((group) => group.names.map((name) => [name, pointsOf(own(name), group, group.names.flatMap((other) => own(other) ?? []))] as const)))
}

/** A name without a domain is always absent, and nothing is proved about it. */
function pointsOf(domain: Domain | null, group: LinkedNames, domains: readonly Domain[]): Points {
  if (!domain) return { points: [null], exact: false }
  const { points, exact } = presentPoints(domain, group, domains)
  return { points: domain.absent === 'never' ? points : [...points, null], exact: exact && domains.length === group.names.length }
}

function presentPoints(domain: Domain, group: LinkedNames, domains: readonly Domain[]): Points {
  switch (domain.type.kind) {
    case 'boolean':
      return { points: [true, false], exact: true }
    case 'text':
      return { points: domain.type.oneOf ?? freeTexts(group, domains), exact: true }
    default:
      return orderedPoints(domain, group, domains)
  }
}

/** All texts that are named, and one for each name of the group that is none of them. */
function freeTexts(group: LinkedNames, domains: readonly Domain[]): string[] {
  const named = new Set([...group.constants, ...domains.flatMap(({ type }) => (type.kind === 'text' ? (type.oneOf ?? []) : []))])
  const others: string[] = []
  for (let count = 1; others.length < group.names.length; count += 1) {
    const text = count === 1 ? 'other' : `other ${count}`
    if (!named.has(text)) others.push(text)
  }
  return [...named, ...others]
}
