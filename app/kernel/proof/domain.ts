import { type Expression } from '#app/kernel/condition/syntax.ts'
import { type Scalar, type ValueType, type ValueTypes } from '#app/kernel/condition/value-type.ts'
import { valueType } from '#app/kernel/definition/condition-of.ts'
import { type QuestionType } from '#app/kernel/definition/question-type.ts'

/**
 * When a value is missing: never, perhaps, or exactly when a condition does not hold (a question asked only `when`
 * something). One that is asked only when something and may be left empty even then: 'maybe', and give the proof
 * `name = null or …`.
 */
export type Absent = 'never' | 'maybe' | { unless: Expression }

/** Every value a name can have. `min` and `max` belong to it; for dates they are ISO texts. */
export type Domain = { type: ValueType; integer: boolean; min: number | string | null; max: number | string | null; absent: Absent }

/** The domains of all names a proof may meet, by name. Read with Object.hasOwn only. */
export type Domains = Readonly<Record<string, Domain>>

/** One value for each name it tells of; null is an absent value. */
export type Witness = Readonly<Record<string, Scalar>>

/** The values a question's answer can have. A date's `not_before: today` is no part of it: give a proof `name >= today` instead. */
export function domainOf(type: QuestionType, absent: Absent): Domain {
  const [min, max] = type.type === 'integer' ? [type.min, type.max] : type.type === 'money' ? [0, type.max] : [null, null]
  return { type: valueType(type), integer: min !== null, min, max, absent }
}

/** The names' types, as conditions are checked and compiled with. */
export function typesOf(domains: Domains): ValueTypes {
  const known = types.get(domains) ?? Object.fromEntries(Object.entries(domains).map(([name, domain]) => [name, domain.type]))
  types.set(domains, known)
  return known
}

const types = new WeakMap<Domains, ValueTypes>()
