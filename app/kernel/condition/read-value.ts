import { type Scalar, type Values } from './value-type.ts'
import { isIsoDate } from '#app/kernel/clock/iso-date.ts'
import { decimalOfNumber, decimalOfText, type Decimal } from './decimal.ts'

/** A compiled part of a condition: its value, or null where FEEL says null. */
export type Read<T> = (values: Values) => T | null

/** A missing value is null; inherited properties are not values. */
const own = (values: Values, name: string): Scalar => (Object.hasOwn(values, name) ? (values[name] ?? null) : null)

/** Readers of one declared kind. A value of another kind counts as null: edges parse, the kernel doesn't guess. */
export const readNumber = (name: string): Read<Decimal> => (values) => {
  const value = own(values, name)
  if (typeof value === 'number') return decimalOfNumber(value)
  return typeof value === 'string' ? decimalOfText(value) : null
}

export const readText = (name: string): Read<string> => (values) => {
  const value = own(values, name)
  return typeof value === 'string' ? value : null
}

export const readDate = (name: string): Read<string> => (values) => {
  const value = own(values, name)
  return typeof value === 'string' && isIsoDate(value) ? value : null
}

export const readBoolean = (name: string): Read<boolean> => (values) => {
  const value = own(values, name)
  return typeof value === 'boolean' ? value : null
}
