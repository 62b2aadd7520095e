import { isIsoDate } from '#app/kernel/clock/iso-date.ts'
import { type Scalar, type ValueType } from '#app/kernel/condition/value-type.ts'

import { hint } from './definition-problem.ts'

/** What is wrong with the value a row gives, as a sentence; null if it is of the type. */
export function givesProblem(value: Scalar, type: ValueType): string | null {
  const found = JSON.stringify(value).slice(0, 60)
  switch (type.kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : `"gives" must be a number, not ${found}`
    case 'boolean':
      return typeof value === 'boolean' ? null : `"gives" must be true or false, not ${found}`
    case 'date':
      return typeof value === 'string' && isIsoDate(value) ? null : `"gives" must be a date of the calendar, as '2026-01-31', not ${found}`
    case 'text':
      return textProblem(value, type.oneOf ?? null, found)
    default:
      return type satisfies never
  }
}

function textProblem(value: Scalar, oneOf: readonly string[] | null, found: string): string | null {
  if (typeof value !== 'string') return `"gives" must be a text, not ${found}`
  if (oneOf === null || oneOf.includes(value)) return null
  return `"gives" must be one of ${oneOf.join(', ')}, not ${found}${oneOf.length > 12 ? hint(value, oneOf) : ''}`
}
