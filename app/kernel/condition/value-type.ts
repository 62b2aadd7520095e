/** What a case holds. Dates are 'YYYY-MM-DD'; a declared number may come as a JS number or as decimal text. */
export type Scalar = string | number | boolean | null

export type ValueType =
  | { kind: 'number' }
  | { kind: 'text'; oneOf?: readonly string[] }
  | { kind: 'boolean' }
  | { kind: 'date' }

/** Declared names (snake_case) and their types. Read with Object.hasOwn only. */
export type ValueTypes = Readonly<Record<string, ValueType>>
export type Values = Readonly<Record<string, Scalar>>
