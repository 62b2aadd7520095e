import { parseCondition } from '#app/kernel/condition/parse.ts'
import { type Expression } from '#app/kernel/condition/syntax.ts'
import { type Goal } from './leaves.ts'
import { domainOf, type Absent, type Domain } from './domain.ts'

/** Short ways to write conditions and domains in tests. */

export function condition(source: string): Expression {
  const parsed = parseCondition(source)
  if (!parsed.ok) throw new Error(`${source}: ${parsed.problem.code}`)
  return parsed.condition
}

/** What is known to hold. */
export const goals = (...sources: string[]): Goal[] => sources.map((source) => ({ expression: condition(source), holds: true }))

export const conditions = (...sources: string[]): Expression[] => sources.map(condition)

export const integer = (min: number, max: number, absent: Absent = 'never'): Domain => domainOf({ type: 'integer', min, max }, absent)
export const choice = (of: readonly string[], absent: Absent = 'never'): Domain => domainOf({ type: 'choice', of }, absent)
export const yesNo = (absent: Absent = 'never'): Domain => domainOf({ type: 'yes_no' }, absent)
export const date = (absent: Absent = 'never'): Domain => domainOf({ type: 'date', notBefore: null, notAfter: null }, absent)
export const text = (absent: Absent = 'never'): Domain => domainOf({ type: 'text', maxLength: 100 }, absent)
export const decimal = (min: number | string | null, max: number | string | null, absent: Absent = 'never'): Domain => ({ type: { kind: 'number' }, integer: false, min, max, absent })
