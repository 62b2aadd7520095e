import { partsOf, type Expression } from './syntax.ts'
import { type Scalar } from './value-type.ts'

/** The names a condition reads, each once, in order of first use. */
export function namesIn(expression: Expression): readonly string[] {
  const known = namesOf.get(expression)
  if (known) return known
  const names = [...new Set(everyPart(expression).flatMap((part) => (part.kind === 'name' ? [part.name] : [])))]
  namesOf.set(expression, names)
  return names
}

/** A tree never changes, and a proof asks for its names again and again. */
const namesOf = new WeakMap<Expression, readonly string[]>()

/**
 * Which constants each name is compared with, by any operator, between or in; every name has an entry, perhaps empty.
 * A number is a JS number where that is exact, else decimal text. The result has no prototype.
 */
export function constantsByName(expression: Expression): Record<string, Scalar[]> {
  const found = new Map<string, Set<Scalar>>(namesIn(expression).map((name) => [name, new Set()]))
  for (const [name, other] of comparedPairs(expression)) {
    const constant = constantOf(other)
    if (constant !== undefined) found.get(name)?.add(constant)
  }
  const result: Record<string, Scalar[]> = Object.create(null)
  for (const [name, constants] of found) result[name] = [...constants]
  return result
}

/**
 * Names whose constants do not tell all: used in arithmetic, or compared with something that is no constant. A proof by
 * the constants alone holds only for the other names.
 */
export function namesBeyondConstants(expression: Expression): string[] {
  const pairs = everyPart(expression).flatMap(pairsOf)
  const open = pairs.filter(([a, b]) => !isPlain(a, b) && !isPlain(b, a))
  return [...new Set(open.flatMap((pair) => pair.flatMap(namesIn)))]
}

const isPlain = (a: Expression, b: Expression): boolean => a.kind === 'name' && constantOf(b) !== undefined

const everyPart = (expression: Expression): Expression[] => [expression, ...partsOf(expression).flatMap(everyPart)]

/** Name and what it is compared with, either way round. */
function comparedPairs(expression: Expression): [string, Expression][] {
  const pairs = everyPart(expression).flatMap(pairsOf)
  return pairs.flatMap(([a, b]) => [...named(a, b), ...named(b, a)])
}

const named = (a: Expression, b: Expression): [string, Expression][] => (a.kind === 'name' ? [[a.name, b]] : [])

function pairsOf(part: Expression): [Expression, Expression][] {
  if (part.kind !== 'compare' && part.kind !== 'between' && part.kind !== 'in') return []
  const [first, ...others] = partsOf(part)
  return first ? others.map((other) => [first, other]) : []
}

function constantOf(part: Expression): Scalar | undefined {
  if (part.kind === 'number') return String(Number(part.text)) === part.text ? Number(part.text) : part.text
  if (part.kind === 'text' || part.kind === 'date' || part.kind === 'boolean') return part.value
  return part.kind === 'null' ? null : undefined
}
