import { isIsoDate } from '#app/kernel/clock/iso-date.ts'
import { quoteText } from '#app/kernel/condition/literal.ts'
import { type Scalar, type ValueType, type ValueTypes } from '#app/kernel/condition/value-type.ts'

import { type Witness } from './domain.ts'

/**
 * A witness in words for the author of a service: `seats = 51, kitchen = "hot"`, `seats is not given`.
 * @param types tell a date and a long number from text; without them a text that is a date is told as one.
 */
export function describeWitness(witness: Witness, types: ValueTypes = {}): string {
  const parts = Object.entries(witness).map(([name, value]) => describeValue(name, value, Object.hasOwn(types, name) ? types[name] : undefined))
  return parts.length === 0 ? 'any values' : parts.join(', ')
}

function describeValue(name: string, value: Scalar, type: ValueType | undefined): string {
  if (value === null) return `${name} is not given`
  const plain = typeof value !== 'string' || type?.kind === 'number' || (type?.kind !== 'text' && isIsoDate(value))
  return `${name} = ${plain ? value : quoteText(value)}`
}
